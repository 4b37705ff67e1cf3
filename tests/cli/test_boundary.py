"""Real processes: entry points, exit codes, closed pipes, what a start may load."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ap_audit.cli.commands import COMMANDS
from tests.cli.running import Shell
from tests.standby import Copy

PROGRAM = (sys.executable, "-m", "ap_audit")
CHECKOUT = Path(__file__).parents[2]


def _run(
    *words: str,
    cwd: Path,
    environment: dict[str, str] | None = None,
    start: tuple[str, ...] = PROGRAM,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*start, *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_version(shell: Shell) -> None:
    """`--version` prints the version, whether asked for alone or with more."""
    alone = _run("--version", cwd=shell.folder)

    assert alone.returncode == 0
    assert alone.stdout.startswith("ap-audit 0.")
    assert shell.fine("--version", "list") == alone.stdout


def test_wrong_command_line(tmp_path: Path) -> None:
    """A command that does not exist exits with 2 and says so on standard error."""
    result = _run("scroe", cwd=tmp_path)

    assert result.returncode == 2
    assert result.stdout == ""
    assert "No such command 'scroe'" in result.stderr


def test_bug_is_traced_in_a_file(shell: Shell) -> None:
    """A bug exits with 70; the trace is in a named file, and nothing that was typed is in it."""
    shell.begin()
    code = (
        "import ap_audit.files.workspace as w, sys\n"
        "w.Workspace.audits = lambda *a: 1 / 0\n"
        "sys.argv = ['ap-audit', 'list', '-C', '.']\n"
        "from ap_audit.__main__ import main\n"
        "main()\n"
    )

    result = _run(
        "-c",
        code,
        cwd=shell.folder,
        start=(sys.executable,),
        environment={"TMPDIR": str(shell.folder)},
    )

    (trace,) = shell.folder.glob("ap-audit-bug-*.txt")
    assert result.returncode == 70
    assert "This is a bug, not your mistake." in result.stderr
    assert str(trace) in result.stderr
    assert "Traceback" not in result.stderr
    assert "ZeroDivisionError" in trace.read_text(encoding="utf-8")


def test_closed_pipe(shell: Shell) -> None:
    """A reader that has seen enough, and has closed the pipe, is no error."""
    shell.begin()
    reading, writing = os.pipe()
    os.close(reading)

    result = subprocess.run(
        [*PROGRAM, "list"],
        cwd=shell.folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)

    assert result.returncode == 0
    assert result.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be copied")
@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", r"Za\u017c\xf3\u0142\u0107 \u2013 \u041f"),
        ("cp1252", r"Za\u017có\u0142\u0107 – \u041f"),
        ("utf-8", "Zażółć – П"),
    ],
    ids=["ascii", "cp1252", "utf-8"],
)
def test_any_encoding(shell: Shell, encoding: str, shown: str) -> None:
    """What a terminal's encoding lacks is shown as an escape, never a crash."""
    shell.begin("Zażółć – Провайдер A")

    assert shown in printed(shell, encoding, "register")
    assert "ap-provider" in printed(shell, encoding, "checklist", "show", "ap-provider")


def printed(shell: Shell, encoding: str, *words: str) -> str:
    """What a command prints where the streams have an encoding."""
    with (shell.folder.parent / "screen").open("w+b") as screen:
        streams = [screen.fileno()] * 3
        environment = {"PYTHONIOENCODING": encoding}
        copy = Copy(streams, *words, folder=shell.folder, environment=environment)
        assert copy.code() == 0
        screen.seek(0)
        return screen.read().decode(encoding)


HEAVY = ("jinja2", "rich", "pydantic", "click", "asyncio", "importlib.metadata", "hypothesis")
SELDOM = ("dataclasses", "hashlib", "secrets", "ap_audit.files.emit", "ap_audit.rules.redaction")
"""What writes, signs, digests or takes names out, and no look at what is there."""
OTHER_REPORTS = tuple(f"ap_audit.report.{name}" for name in ("register", "year", "worksheet"))
MODULES = {name: f"ap_audit.cli.{place.partition(':')[0]}" for name, (place, _) in COMMANDS.items()}


STARTS: dict[str, tuple[str, ...]] = {
    "--version": (*HEAVY, "typer", "yaml", "msgspec"),
    "--help": (*HEAVY, "yaml", "msgspec"),
    "list": (*HEAVY, *SELDOM, "json", "ap_audit.rules.judging"),
    "check --today 2026-11-26": (
        *HEAVY,
        *SELDOM,
        "ap_audit.report.wording",
        "ap_audit.rules.lint.lint",
    ),
    "contact list": HEAVY,
    "action list": HEAVY,
    "due": (*HEAVY, "icalendar"),
    "score hillside-skills-centre": (*HEAVY, *SELDOM, "json"),
    "report hillside-skills-centre -o -": (
        *HEAVY[1:],
        *OTHER_REPORTS,
        "secrets",
        "html.parser",
        "xml.parsers",
    ),
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """How each of those starts ends, and what it has loaded by then."""
    folder = tmp_path_factory.mktemp("starts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Shell(folder).begin()
        for command in STARTS:
            # After which the shipped editions are kept in decoded form.
            Shell(folder).run(*command.split())
    starting = str(Path(__file__).with_name("starting.py"))
    done = _run(*STARTS, cwd=folder, start=(sys.executable, starting))
    assert done.returncode == 0, done.stderr
    return dict(zip(STARTS, map(str.split, done.stdout.splitlines()), strict=True))


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be copied")
@pytest.mark.parametrize("command", STARTS)
def test_what_a_start_may_load(loaded: dict[str, list[str]], command: str) -> None:
    """A command loads only what it needs: no heavy library, and no other command."""
    code, *modules = loaded[command]

    assert code in ("0", "1")
    assert not set(STARTS[command]).intersection(modules)
    others = {module for name, module in MODULES.items() if name != command.split(maxsplit=1)[0]}
    assert not others.intersection(modules)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_offers_what_is_not_there(shell: Shell, name: str) -> None:
    """Typer would offer to set up completion under each group of commands."""
    assert "completion" not in shell.fine(name, "--help")
