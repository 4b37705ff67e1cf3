"""An answer, its evidence and its actions, each as a sentence for the screen."""

from collections.abc import Sequence
from datetime import date

from ap_audit.interview.lines import excerpt
from ap_audit.model.audit import Action, Answer, Evidence
from ap_audit.model.checklist import Criterion
from ap_audit.model.wording import day
from ap_audit.model.words import Rating
from ap_audit.rules.values import recorded_values

_LISTED = 8


def answer_said(criterion: Criterion, answer: Answer) -> str:
    """The rating or the facts, the date and the note: ``partly met, 12 June 2026. Two ...``."""
    parts = [answer.rating.title] if answer.rating else []
    if criterion.is_record:
        facts = [value.shown for value in recorded_values(criterion, answer) if value.shown]
        parts = facts if answer.rating in (None, Rating.NOT_CHECKED) and facts else parts
    if answer.date:
        parts.append(day(answer.date))
    sentences = [f"{', '.join(parts) or Rating.NOT_CHECKED.title}."]
    if answer.reason:
        sentences.append(f"{answer.reason.rstrip('.')}.")
    if answer.note:
        sentences.append(excerpt(answer.note))
    return " ".join(sentences)


def answer_lines(criterion: Criterion, answer: Answer) -> list[str]:
    """The same in lines: where several facts are recorded, each stands after its question."""
    facts = values_said(criterion, answer) if criterion.is_record else []
    told = answer.rating not in (None, Rating.NOT_CHECKED)
    if told or len(facts) < 2:  # noqa: PLR2004 -- one fact needs no question beside it
        return [answer_said(criterion, answer)]
    when = [f"{day(answer.date)}."] if answer.date else []
    noted = [excerpt(answer.note)] if answer.note else []
    return [*facts, *([" ".join(when + noted)] if when or noted else [])]


def values_said(criterion: Criterion, answer: Answer) -> list[str]:
    """Each value that is recorded, after the question it answers."""
    recorded = recorded_values(criterion, answer)
    return [f"{value.ask} {value.shown}" for value in recorded if value.shown]


def action_said(action: Action, today: date) -> str:
    """What, who and by when: ``Get a letter. AP lead. Was due 30 June 2026, still open.``."""
    what = action.what.rstrip(".")
    if action.done:
        return f"{what}. {action.owner}. Done {day(action.done)}."
    if action.due is None:
        return f"{what}. {action.owner}. No date set."
    if action.overdue(today):
        return f"{what}. {action.owner}. Was due {day(action.due)}, still open."
    return f"{what}. {action.owner}. Due {day(action.due)}."


def evidence_said(piece: Evidence) -> str:
    """What was seen and how: ``letter.pdf, copy seen, dated 3 November 2026.``."""
    parts = [piece.what.rstrip("."), piece.seen.title]
    if piece.dated:
        parts.append(f"dated {day(piece.dated)}")
    elif piece.date:
        parts.append(day(piece.date))
    return f"{', '.join(parts)}."


def saved_said(what: str, note: str = "") -> str:
    """The line for what is on the disk: ``Saved: partly met. two tutors missing``."""
    said = f"Saved: {what.rstrip('.')}."
    return f"{said} {excerpt(note)}" if note else said


def listed(names: Sequence[str]) -> str:
    """The names with commas between them; of many, the first few and how many more."""
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def number_to_type(choices: int) -> str:
    """Which number chooses: ``Type 1 or 2``, ``Type a number from 1 to 7``; without a full stop."""
    if choices <= 2:  # noqa: PLR2004 -- so few are named
        return "Type 1 or 2" if choices > 1 else "Type 1"
    return f"Type a number from 1 to {choices}"


def questions(number: int) -> str:
    """``1 question``, ``3 questions``."""
    return f"{number} question{'' if number == 1 else 's'}"
