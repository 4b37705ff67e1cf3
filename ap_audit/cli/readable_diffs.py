"""What git needs to be told for readable differences, and what of it is still missing."""

import shlex
import shutil
import sys
from pathlib import Path

from msgspec import Struct

from ap_audit.files.document import read_bytes
from ap_audit.files.git import Repository
from ap_audit.files.save import replace_file, write_new

ATTRIBUTES = (
    "providers/*/audits/*.yaml diff=ap-audit",
    "school/audits/*.yaml diff=ap-audit",
)
FUNCTION = "^ {0,2}([A-Za-z0-9][A-Za-z0-9.-]*):"
"""The line that a hunk is named after: an answer's, in the file itself and in the lines shown."""


class Plan(Struct, frozen=True, kw_only=True):
    """What is still to be written."""

    attributes: tuple[str, ...]
    """Lines of `.gitattributes`, which everyone gets."""
    settings: dict[str, str]
    """Settings of this repository on this machine: git takes no commands from a repository."""

    @property
    def anything(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.attributes or self.settings)


def plan(repository: Repository, root: Path) -> Plan:
    """What is missing in a workspace's repository."""
    known = _attributes(root).decode("utf-8", errors="replace").splitlines()
    wanted = {"diff.ap-audit.textconv": _command(), "diff.ap-audit.xfuncname": FUNCTION}
    return Plan(
        attributes=tuple(line for line in ATTRIBUTES if line not in known),
        settings={
            name: value for name, value in wanted.items() if repository.setting(name) != value
        },
    )


def make(repository: Repository, root: Path, wanted: Plan) -> None:
    """Write what a plan says; lines that are there stay."""
    for name, value in wanted.settings.items():
        repository.make_setting(name, value)
    if not wanted.attributes:
        return
    old = _attributes(root)
    path = root / ".gitattributes"
    new = old + (b"" if old.endswith(b"\n") or not old else b"\n")
    new += "".join(f"{line}\n" for line in wanted.attributes).encode()
    (replace_file if path.exists() else write_new)(path, new)


def _attributes(root: Path) -> bytes:
    path = root / ".gitattributes"
    return read_bytes(path, str(path)) if path.exists() else b""


def _command() -> str:
    """How git calls us, by a shell that it brings along.

    Where we cannot be called, the file is shown as it stands: git would show no difference at all.
    """
    # What is on the path in a virtual environment is not in another window, nor in an editor.
    if shutil.which("ap-audit") and sys.prefix == sys.base_prefix:
        ours = "ap-audit"
    else:
        # -P: a folder called ap_audit in somebody's repository would be run else.
        ours = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m ap_audit"
    return f'f() {{ {ours} textconv "$1" 2>/dev/null || cat "$1"; }}; f'
