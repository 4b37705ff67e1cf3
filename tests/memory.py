"""Where tests make their files: in memory, where a system lends it as a folder.

A file made on a disk takes five to ten times as long, and the tests make tens of thousands. What
only a disk has, a power cut, no test here can make.
"""

import os
import shutil
from pathlib import Path

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 -- the tests' own folder in it is closed to others
ENOUGH = 256 << 20
"""Bytes: nine times what all tests use at once."""


def folder_in_memory() -> Path | None:
    """The folder, where there is one that has room and in which programs run."""
    if not SHARED_MEMORY.is_dir() or not os.access(SHARED_MEMORY, os.W_OK):
        return None
    programs_run = not os.statvfs(SHARED_MEMORY).f_flag & os.ST_NOEXEC
    has_room = shutil.disk_usage(SHARED_MEMORY).free >= ENOUGH
    return SHARED_MEMORY if programs_run and has_room else None
