"""How long commands take to start, against a bare interpreter and a Typer that does nothing.

    python benchmarks/start.py [rounds]

The commands take turns, so that a machine whose speed drifts slows all of them; medians are
printed. Nothing is asserted: the figures are for people to read.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
NOTHING = (
    "import typer\n"
    "app = typer.Typer(add_completion=False, rich_markup_mode=None)\n"
    "@app.command()\n"
    "def nothing(name: str = 'x') -> None: pass\n"
    "app()\n"
)
PROGRAM = (sys.executable, "-m", "ap_audit")


def main() -> None:
    """Time every command in turn and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs are compiled
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [*PROGRAM, "new", "Acme", "--blank"],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
        )
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
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds + 1):
            for name, words in commands.items():
                start = time.perf_counter()
                subprocess.run(words, cwd=folder, env=environment, check=True, capture_output=True)
                times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(found[1:]) for name, found in times.items()}
    bare, nothing = list(medians.values())[:2]
    print(f"{'command':28} {'ms':>6} {'x B':>6} {'B over T':>9}")
    for name, found in medians.items():
        print(f"{name:28} {found * 1000:6.0f} {found / bare:6.1f} {(found - nothing) / bare:9.1f}")


if __name__ == "__main__":
    main()
