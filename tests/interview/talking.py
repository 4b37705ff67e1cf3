"""A program that holds an interview on its standard streams; the tests start it."""

import sys

from ap_audit.errors import ApAuditError
from ap_audit.interview.dialogue import interview
from ap_audit.interview.terminal import Terminal
from ap_audit.model.audit import Audit
from tests.builders import CALENDAR
from tests.interview.builders import LEAD, LOCKS, REGISTER, TODAY, audit_of, checklist_of


def main() -> None:
    """Ask two questions; say what was saved, and how it ended."""
    checklist = checklist_of(LEAD, LOCKS)

    def save(audit: Audit) -> Audit:
        note = audit.answers["saf-lead"].note or ""
        say(f"[{len(note)} {note.count(chr(10))}]")
        return audit

    try:
        end = interview(
            audit=audit_of(checklist=checklist),
            checklist=checklist,
            register=REGISTER,
            person=Terminal(sys.stdin, sys.stdout),
            save=save,
            today=TODAY,
            calendar=CALENDAR,
            by="AP lead",
        )
        say(f"<{end.how}>")
    except KeyboardInterrupt:
        say("<interrupted>")
    except ApAuditError as error:
        say(f"<{error.message}>")


def say(text: str) -> None:
    """Print it at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def without_readline() -> None:
    """The same, where no library edits lines."""
    sys.modules["readline"] = None  # type: ignore[assignment]  # as Python says it
    main()


if __name__ == "__main__":
    main()
