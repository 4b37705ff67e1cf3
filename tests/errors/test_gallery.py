"""A gallery of every message that a wrong file, name, folder or disk can bring about.

Each folder is one case. `case.txt` says in its first lines what it shows, where it starts from and
what is the matter with the disk; then come the commands and, word for word, what a person sees.
`given/` holds the files of the case; they are laid over `_school/`, a school with one audit, or
over nothing where the case starts from an empty folder. `pytest --update` writes the answers
anew, and the page of them all, README.md. Read both in the diff as a busy person would.
"""

import os
import re
import resource
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.files.builtin import checklists_folder
from ap_audit.files.change import save_change
from ap_audit.files.document import read_document
from ap_audit.files.library import Library
from ap_audit.model.audit import Audit
from ap_audit.model.seal import digest_of
from tests.cli.running import Shell
from tests.forked import in_a_copy, without_powers

HERE = Path(__file__).parent
SCHOOL = HERE / "_school"
CASES = sorted(path.parent.name for path in HERE.glob("*/case.txt"))


def small_files() -> None:
    """No file may hold more than 40 bytes: what a full disk does to a file of any size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))


def read_only(folder: str) -> Callable[[], None]:
    """Nothing may be written in a folder, whoever runs the tests."""

    def take_away() -> None:
        Path(folder).chmod(0o555)
        without_powers()

    return take_away


@dataclass(frozen=True)
class Case:
    """One case, as it stands in its file."""

    about: str
    start: str
    matter: str
    commands: tuple[str, ...]

    def prepare(self) -> None:
        """Bring about what is the matter with the disk."""
        kind, _, folder = self.matter.partition(": ")
        match kind:
            case "":
                return
            case "no file can hold more than 40 bytes":
                small_files()
            case "this folder may not be written":
                read_only(folder)()
            case "this folder may not be opened":
                Path(folder).chmod(0)
                without_powers()
            case "this is a pipe, not a file":
                Path(folder).unlink()
                os.mkfifo(folder)
            case _:
                raise ValueError(self.matter)

    def restore(self) -> None:
        """Let the test look at what there is."""
        kind, _, folder = self.matter.partition(": ")
        if kind == "this folder may not be opened":
            Path(folder).chmod(0o755)


def case_in(text: str) -> Case:
    """The case that a file describes; what was seen is left out."""
    head, *rest = text.split("\n$ ")
    about = head.partition("\n\n")[0]
    fields = dict(re.findall(r"^(Start|Matter): (.*)$", head, re.MULTILINE))
    commands = tuple(part.split("\n")[0] for part in rest)
    return Case(about, fields.get("Start", "the school"), fields.get("Matter", ""), commands)


def words_of(command: str) -> list[str]:
    r"""The words of a command, where `\u202E` is a character and `A*300` three hundred of them."""
    program, *words = shlex.split(command)
    assert program == "ap-audit"
    words = [re.sub(r"\\u([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), word) for word in words]
    return [re.sub(r"^(.)\*(\d+)$", lambda m: m[1] * int(m[2]), word) for word in words]


def seen(case: Case, folder: Path) -> str:
    """What a person sees: each command, what is printed, and the exit code."""
    text = f"{case.about}\n\nStart: {case.start}\n"
    if case.matter:
        text += f"Matter: {case.matter}\n"

    def all_commands() -> str:
        case.prepare()
        said = ""
        for command in case.commands:
            result = Shell(folder).run(*words_of(command))
            output = result.output.replace(str(folder), "/home/school")
            said += f"\n$ {command}\n{output}exit code {result.exit_code}\n"
        case.restore()
        return said

    if not case.matter:
        return text + all_commands()
    said, code = in_a_copy(all_commands)
    assert code == 0, said
    return text + said


def files_in(folder: Path) -> dict[str, bytes]:
    """Every plain file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


@pytest.fixture(scope="module", autouse=True)
def _current_digest(request: pytest.FixtureRequest) -> None:
    """The audits of the gallery are pinned to its checklist as it is; `--update` pins them anew."""
    library = Library(shipped=checklists_folder(), own=SCHOOL / "checklists")
    digest = library.edition("visit-basics@1").digest
    for path in HERE.glob("**/*.visit-basics.yaml"):
        content = path.read_bytes()
        if request.config.getoption("--update"):
            line = f"digest: {digest}".encode()
            content = re.sub(rb"(?m)^digest: sha256:[0-9a-f]{64}", line, content)
            path.write_bytes(content)
            if path.is_relative_to(HERE / "sign-again"):
                _sign_anew(path)
        assert b"sha256:" not in content or digest.encode() in content, "pytest --update"


def _sign_anew(path: Path) -> None:
    document = read_document(path, Audit)
    made = {
        part: replace(one, digest=digest_of(document.value, part, one))
        for part, one in document.value.signers()
    }
    save_change(document, replace(document.value, signatures=made), as_signed=True)


@pytest.mark.parametrize("name", CASES)
def test_what_a_person_sees(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The message is the one in the gallery, no file changed, and nothing is left behind."""
    path = HERE / name / "case.txt"
    text = path.read_text(encoding="utf-8")
    case = case_in(text)
    folder = tmp_path / "school"
    folder.mkdir()
    if case.start == "the school":
        shutil.copytree(SCHOOL, folder, dirs_exist_ok=True)
    if (HERE / name / "given").is_dir():
        shutil.copytree(HERE / name / "given", folder, dirs_exist_ok=True)
    monkeypatch.chdir(folder)
    before = files_in(folder)

    found = seen(case, folder)

    assert "Traceback" not in found
    assert "inside ap-audit" not in found
    if case.matter.startswith("this is a pipe"):
        before = {name: content for name, content in before.items() if name not in case.matter}
    assert files_in(folder) == before
    if request.config.getoption("--update"):
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found, "read it, then: pytest --update"


def test_the_page_of_them_all(request: pytest.FixtureRequest) -> None:
    """README.md shows every message on one page."""
    parts = [f"# Every message about bad input\n\n{(__doc__ or '').strip()}\n"]
    for name in CASES:
        text = (HERE / name / "case.txt").read_text(encoding="utf-8")
        about, _, rest = text.partition("\n\n")
        parts.append(f"## {name}\n\n{about}\n\n```\n{rest}```\n")
    page = "\n".join(parts)
    path = HERE / "README.md"
    if request.config.getoption("--update"):
        path.write_text(page, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == page, "write it anew with: pytest --update"
