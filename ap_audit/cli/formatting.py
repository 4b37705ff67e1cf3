"""A file in an older format: what moving it to today's would change, and moving it."""

from collections.abc import Iterator
from pathlib import Path

from ap_audit.cli.screen import out, tell
from ap_audit.files.document import format_of, read_bytes
from ap_audit.files.formats import STEPS, FormatPlan, Step, carry_out_format, format_plan
from ap_audit.files.kinds import KINDS


def to_newest_format(
    path: Path, shown: str, *, write: bool, steps: tuple[Step, ...] = STEPS
) -> bool:
    """Show the plan and with *write* carry it out; False where the file is in today's format.

    Raises InvalidFile where the file is wrong, Refused where it cannot be saved.
    """
    kind = KINDS.get(format_of(read_bytes(path, shown)))
    plan = None if kind is None else format_plan(path, kind, shown, steps)
    if plan is None:
        return False
    out(*_lines(plan))
    if write:
        carry_out_format(plan)
        tell(f"Moved {shown} to {plan.steps[-1].newer}.")
    else:
        tell(f"Nothing was written. To do it: ap-audit migrate {shown} --write")
    return True


def _lines(plan: FormatPlan) -> Iterator[str]:
    yield f"{plan.shown_path}: {plan.steps[0].older} → {plan.steps[-1].newer}"
    yield from (f"  {step.says}" for step in plan.steps)
    yield from plan.lines()[2:]
