"""`merge`: two auditors' audits of one subject as one."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import Folder
from ap_audit.cli.screen import out, tell


def merge(
    first: Annotated[
        str,
        typer.Argument(metavar="A", help="The audit that is merged into.", show_default=False),
    ],
    second: Annotated[
        str,
        typer.Argument(metavar="B", help="The audit that is merged; it stays.", show_default=False),
    ],
    write: Annotated[bool, typer.Option("--write", help="Carry the plan out.")] = False,
    folder: Folder = Path(),
) -> None:
    """Put a second auditor's answers into the first's audit.

    Where they differ both are kept, and the lower rating stands until it is settled.
    """
    from ap_audit.cli.merging import mergeable, plan_lines
    from ap_audit.rules.merge import Fate, carried_out
    from ap_audit.rules.merge import merge as merge_audits

    one, other = mergeable(folder, first, second)
    items = merge_audits(one.audit, other.audit)
    out(*plan_lines(one, items))
    if items and write:
        one.saver()(carried_out(one.audit, items))
        tell(f"Saved in {one.document.shown_path}. {other.document.shown_path} is as it was.")
        if other.called() == other.audit.about.name:
            tell(f"'{other.called()}' alone means the newer of the two: move it away once merged.")
        if any(item.fate is Fate.DIFFERS for item in items):
            tell(f"To settle where they differ: ap-audit resume {one.called()} --only differing")
    elif items:
        tell("Nothing was written. To carry it out, add --write to the same command.")
