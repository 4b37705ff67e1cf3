"""`textconv FILE`: what git shows of an audit. Not in the help, since only git calls it."""

import sys
from pathlib import Path

from ap_audit.files.readable import readable


def textconv(name: str) -> None:
    """Print an audit one line to an answer; whatever else the file is, as it stands."""
    sys.stdout.buffer.write(readable(Path(name).read_bytes()).encode())
    sys.stdout.buffer.flush()
