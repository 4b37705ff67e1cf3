"""Windows has no pseudo-terminals."""

import sys

collect_ignore = ["test_real_terminal.py"] if sys.platform == "win32" else []
