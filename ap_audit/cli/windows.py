"""Who else has an audit open, and where an answer goes that cannot be saved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ap_audit.cli.opening import OpenAudit
from ap_audit.files.rescue import rescue
from ap_audit.files.session import held
from ap_audit.model.audit import Answer
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import day


@contextmanager
def other_window(opened: OpenAudit, role: str) -> Iterator[str]:
    """Hold the audit while it is asked; give a sentence where somebody else does already."""
    now = datetime.now()  # the clock on their wall, for people to read
    since = f"{role}, since {now:%H:%M} on {day(now.date())}"
    name = opened.document.path.relative_to(opened.workspace.root).with_suffix("").as_posix()
    with held(opened.workspace.root, name.replace("/", "."), since) as other:
        yield _told(other) if other else ""


def _told(other: str) -> str:
    return (
        f"This audit is open in another window: {other}. You may go on here:"
        " different answers are put together, and the same one twice is never overwritten."
    )


def rescuer(opened: OpenAudit) -> Callable[[CriterionId, Answer], str]:
    """A function that keeps an answer outside the workspace's disk where it can, and says where."""

    def keep(criterion: CriterionId, answer: Answer) -> str:
        folders = (opened.workspace.root, Path.home())
        path = rescue(folders, f"{opened.document.path.stem}.{criterion}", {criterion: answer})
        return str(path or "")

    return keep
