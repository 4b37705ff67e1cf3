"""A workspace of many providers: how long `register`, `due`, `list` and `export` take, and in what.

    python benchmarks/many_providers.py 1000 [command ...]

The newest audits of the example, each with its provider, are laid out again and again under other
names, in a temporary folder. Time is that of the processor, for the whole command; memory is its
peak. Nothing is asserted. It needs a system that tells what a process has used, so not Windows.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = (
    ("list",),
    ("register",),
    ("register", "-f", "csv", "-o", "register.csv"),
    ("register", "-f", "json", "-o", "register.json"),
    ("due",),
    ("export", "-o", "tables"),
    (),
)
_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024


def ap_audit(*words: str, folder: Path) -> tuple[float, float]:
    """Run a command: how many seconds of the processor it took, and how many megabytes."""
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(
            [sys.executable, "-m", "ap_audit", *words], cwd=folder, stdout=nowhere, stderr=nowhere
        )
        _, status, used = os.wait4(process.pid, 0)
    if status:
        print(f"  ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / _MEGABYTE


def lay_out(folder: Path, how_many: int) -> int:
    """Make the workspace; how many bytes its audits have."""
    ap_audit("init", "--example", "--no-input", folder=folder)
    patterns = sorted((folder / "providers").iterdir())
    size = 0
    for number in range(how_many):
        pattern = patterns[number % len(patterns)]
        slug = f"{pattern.name}-{number:05}"
        home = folder / "providers" / slug
        (home / "audits").mkdir(parents=True)
        shutil.copy(pattern / "provider.yaml", home)
        newest = max((pattern / "audits").iterdir())
        text = newest.read_text(encoding="utf-8")
        text = text.replace(f"provider: {pattern.name}", f"provider: {slug}")
        text = "\n".join(line for line in text.split("\n") if not line.startswith("follows: "))
        (home / "audits" / newest.name).write_text(text, encoding="utf-8")
        size += len(text)
    return size


def main() -> None:
    """Lay out a workspace, and time each command in it."""
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    wanted = [(word,) for word in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        size = lay_out(folder, how_many)
        print(f"{how_many} providers, {size / 1e6:.1f} MB of audits")
        for words in COMMANDS:
            if wanted and words[:1] not in wanted:
                continue
            seconds, megabytes = ap_audit(*words, folder=folder)
            print(f"  ap-audit {' '.join(words):40} {seconds:7.1f} s {megabytes:7.0f} MB")


if __name__ == "__main__":
    main()
