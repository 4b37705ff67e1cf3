"""Real processes: entry points, exit codes, closed pipes, what a start may load."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ap_audit.cli.commands import COMMANDS
from tests.cli.running import Shell

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


def test_version(tmp_path: Path) -> None:
    """`--version` prints the version, whether asked for alone or with more."""
    alone = _run("--version", cwd=tmp_path)
    with_more = _run("--version", "list", cwd=tmp_path)

    assert alone.stdout == with_more.stdout
    assert alone.stdout.startswith("ap-audit 0.")
    assert (alone.returncode, with_more.returncode) == (0, 0)


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
    """A reader that has seen enough is no error."""
    for name in ("Acme One", "Acme Two", "Acme Three"):
        shell.begin(name)
    shown = f"'{sys.executable}' -m ap_audit checklist show ap-provider"
    command = f"{shown} | head -n 1; echo ${{PIPESTATUS[0]}}"

    result = subprocess.run(
        ["bash", "-c", command],
        cwd=shell.folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.splitlines()[-1] == "0"
    assert result.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_encoding(shell: Shell, encoding: str) -> None:
    """What a terminal's encoding lacks is shown as an escape, never a crash."""
    shell.begin("Zażółć – Провайдер A")

    result = subprocess.run(
        [*PROGRAM, "checklist", "show", "ap-provider"],
        cwd=shell.folder,
        env={
            **os.environ,
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONIOENCODING": encoding,
            "PYTHONUTF8": "0",
        },
        capture_output=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr


HEAVY = ("jinja2", "rich", "pydantic", "click", "asyncio", "importlib.metadata", "hypothesis")
SELDOM = ("dataclasses", "hashlib", "ap_audit.files.emit", "ap_audit.rules.redaction")
"""What writes, signs, digests or takes names out, and no look at what is there."""
MODULES = {name: f"ap_audit.cli.{place.partition(':')[0]}" for name, (place, _) in COMMANDS.items()}


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (("--version",), (*HEAVY, "typer", "yaml", "msgspec")),
        (("--help",), (*HEAVY, "yaml", "msgspec")),
        (("list",), (*HEAVY, *SELDOM, "json", "ap_audit.rules.judging")),
        (("check",), (*HEAVY, *SELDOM, "ap_audit.report.wording", "ap_audit.rules.lint.lint")),
        (("contact", "list"), HEAVY),
        (("action", "list"), HEAVY),
        (("due",), HEAVY),
        (("score", "hillside-skills-centre"), (*HEAVY, *SELDOM, "json")),
    ],
)
def test_what_a_start_may_load(
    shell: Shell, words: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    """A command loads only what it needs: no heavy library, and no other command."""
    shell.begin()
    _run(*words, cwd=shell.folder)  # after which the shipped editions are kept in decoded form

    result = _run(
        *words, cwd=shell.folder, start=(sys.executable, "-X", "importtime", "-m", "ap_audit")
    )

    loaded = {line.rsplit("|", 1)[-1].strip() for line in result.stderr.splitlines()}
    assert not [name for name in absent if name in loaded]
    assert not [name for name, module in MODULES.items() if name != words[0] and module in loaded]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_offers_what_is_not_there(shell: Shell, name: str) -> None:
    """Typer would offer to set up completion under each group of commands."""
    assert "completion" not in shell.fine(name, "--help")
