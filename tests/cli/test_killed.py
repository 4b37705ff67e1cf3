"""Killed at any moment of an interview, an audit is whole, and holds all that was called saved."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def kills(number: int, seed: int, folder: Path) -> None:
    """Kill the program so many times; what was saved must be there each time."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/cli/killing.py"), str(number), str(seed)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=1000,
    )
    found = re.fullmatch(rf"{number} kills, (\d+) answers saved, 0 wrong\n", done.stdout)
    assert found, done.stdout
    assert int(found[1]) > 5 * number, "the program was killed before it could save anything"


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """No answer that was called saved is lost, and no file is damaged: of two hundred answers."""
    kills(30, 1, tmp_path)


@pytest.mark.many
@pytest.mark.parametrize("seed", range(2, 6))
def test_killed_two_thousand_times(seed: int, tmp_path: Path) -> None:
    """The same, two thousand times in all."""
    kills(500, seed, tmp_path)
