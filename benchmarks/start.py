"""What commands take to start, against a bare interpreter and a Typer that does nothing.

    python benchmarks/start.py [rounds]
    python benchmarks/start.py instructions

The commands take turns, so that a machine whose speed drifts slows all of them; medians are
printed. Or the instructions that each executes are counted by valgrind, in millions: the same on a
busy machine, and the figures of docs/decisions.md. Nothing is asserted: people read it.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
NOTHING = (
    "import typer\n"
    "app = typer.Typer(add_completion=False, rich_markup_mode=None)\n"
    "@app.command()\n"
    "def nothing(name: str = 'x') -> None: pass\n"
    "app()\n"
)
# As an installed `ap-audit` does; `python -m` loads two fifths of a bare interpreter for itself.
PROGRAM = (sys.executable, "-c", "from ap_audit.__main__ import main; main()")
COUNTER = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def main() -> None:
    """Measure every command in turn and print the table."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "15"
    # Installed programs are compiled. One seed: else the same command differs from run to run.
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:

        def run(words: Sequence[str]) -> str:
            return subprocess.run(
                words, cwd=folder, env=environment, check=True, capture_output=True, text=True
            ).stderr

        run([*PROGRAM, "new", "Acme", "--blank"])
        (audit,) = Path(folder).glob("providers/acme/audits/*.yaml")
        commands = {
            "bare interpreter (B)": (sys.executable, "-c", "pass"),
            "Typer that does nothing (T)": (sys.executable, "-c", NOTHING),
            "--version": (*PROGRAM, "--version"),
            "--help": (*PROGRAM, "--help"),
            "list": (*PROGRAM, "list"),
            "score": (*PROGRAM, "score", "acme"),
            "check FILE": (*PROGRAM, "check", str(audit)),
            "report (HTML)": (*PROGRAM, "report", "acme", "-o", "-"),
        }
        for words in commands.values():
            run(words)  # what is kept compiled or decoded is made by the first run
        if wanted == "instructions":
            taken = {name: _instructions(run, words) for name, words in commands.items()}
        else:
            taken = _times(run, commands, int(wanted))
    bare, nothing = list(taken.values())[:2]
    unit = "M" if wanted == "instructions" else "ms"
    print(f"{'command':28} {unit:>6} {'x B':>6} {'B over T':>9}")
    for name, found in taken.items():
        print(f"{name:28} {found:6.0f} {found / bare:6.2f} {(found - nothing) / bare:9.2f}")


def _times(
    run: Callable[[Sequence[str]], str], commands: dict[str, tuple[str, ...]], rounds: int
) -> dict[str, float]:
    """The median time of each command, in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, words in commands.items():
            start = time.perf_counter()
            run(words)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def _instructions(run: Callable[[Sequence[str]], str], words: tuple[str, ...]) -> float:
    """The instructions that a command executes, in millions."""
    (found,) = re.findall(r"I\s+refs:\s+([\d,]+)", run([*COUNTER, *words]))
    return int(found.replace(",", "")) / 1_000_000


if __name__ == "__main__":
    main()
