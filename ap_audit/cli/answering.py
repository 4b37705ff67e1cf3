"""Answers on their way into an audit: asked at the terminal, or taken from a file."""

import os
import sys
from datetime import date

from ap_audit.cli.environment import editor_command, hints_wanted
from ap_audit.cli.leaving import going_on_said, signals_end_it
from ap_audit.cli.opening import OpenAudit, library_of
from ap_audit.cli.screen import out, tell
from ap_audit.model.words import Only, Stage


def ask_at_terminal(
    opened: OpenAudit,
    *,
    by: str,
    today: date,
    start: str = "",
    stages: frozenset[Stage] = frozenset(),
    only: Only | None = None,
) -> None:
    """Hold the interview on standard input and output, saving after every answer."""
    from ap_audit.cli.documents import DocumentsHere
    from ap_audit.cli.windows import other_window, rescuer
    from ap_audit.interview.dialogue import interview
    from ap_audit.interview.lines import fitted
    from ap_audit.interview.only import NOTHING, chosen
    from ap_audit.interview.terminal import Terminal

    asked = None if only is None else chosen(opened.assessed(today), only)
    if only is not None and not asked:
        out(NOTHING[only])
        return
    role, called = by or opened.audit.auditor, opened.called()
    person = Terminal(sys.stdin, sys.stdout, editor_command(os.environ))
    with signals_end_it(), going_on_said(called), other_window(opened, role) as other:
        if other:
            tell(fitted(other, person.width), "")
        interview(
            audit=opened.audit,
            checklist=opened.edition.checklist,
            register=opened.edition.register,
            person=person,
            save=opened.saver(),
            rescue=rescuer(opened),
            today=today,
            calendar=opened.calendar(),
            by=role,
            start=start or None,
            only=asked,
            stages=stages,
            called=called,
            previous=opened.previous(),
            hints=hints_wanted(opened.workspace.settings().value, os.environ),
            glossary=library_of(opened.workspace).glossary(),
            documents=DocumentsHere(opened.document.path.parent.parent),
        )
