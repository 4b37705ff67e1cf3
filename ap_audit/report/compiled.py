"""Templates kept in compiled form beside the shipped ones, as Python keeps its own modules."""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Literal

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from ap_audit.version import VERSION

_RULES = Path(__file__).with_name("sandbox.py")


class Compiled(FileSystemBytecodeCache):
    """Compiling takes longer than all else in a report, so it is done once for each text.

    Kept where Python would keep the modules of that folder, and like them trusted as the program
    itself is: nothing is ever kept in, or taken from, a workspace. Where nothing can be written,
    templates are compiled each time.
    """

    def __init__(self, shipped: Path, form: Literal["html", "md"]) -> None:
        folder = Path(cache_from_source(str(shipped / "template.py"))).parent
        # One text compiles to other code for another form, by other rules, and by another Jinja.
        rules = f"{VERSION}.{_RULES.stat().st_mtime_ns:x}"
        super().__init__(str(folder), f"{form}-{rules}-{jinja2.__version__}-%s.jinja")

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept of this text, if anything can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where that can be done."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
