"""What the person's environment says: which editor, and how much help at each question."""

import os
import shlex
from collections.abc import Mapping

from ap_audit.model.workspace import Hints, Settings


def editor_command(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The editor in words, with whatever stands behind its name; empty where none is set."""
    on_windows = os.name == "nt"
    for name in ("VISUAL", "EDITOR"):
        if chosen := environment.get(name, "").strip():
            try:
                words = shlex.split(chosen, posix=not on_windows)
            except ValueError:  # a quote that is never closed
                words = [chosen]
            return tuple(word.strip('"') for word in words)
    return ("notepad",) if on_windows else ()


def hints_wanted(settings: Settings, environment: Mapping[str, str]) -> Hints:
    """How much each question spells out; short where a screen reader reads it, unless set."""
    if settings.hints == "auto" and environment.get("ACCESSIBLE", "") not in ("", "0"):
        return "short"
    return settings.hints
