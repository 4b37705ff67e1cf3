"""Answers taken from a file: all of it is checked, and what will change is said, before a write."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import fields, replace

from ap_audit.cli.opening import OpenAudit, refuse_flaws
from ap_audit.cli.screen import out, tell
from ap_audit.cli.sheet_answers import HEAD, SheetAnswers, changes
from ap_audit.cli.sheets import no_spreadsheets
from ap_audit.errors import Flaw, InvalidFile
from ap_audit.files.document import read_document
from ap_audit.files.here import shown_path
from ap_audit.files.sheet import read_sheet
from ap_audit.interview.lines import excerpt
from ap_audit.interview.said import answer_said, evidence_said, values_said
from ap_audit.model.audit import Answer, AnswersFile, Audit
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.wording import count, day
from ap_audit.model.words import Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.conformity import conformity
from ap_audit.rules.grades import with_rating
from ap_audit.rules.guard import fresh, next_step

_SHEETS = (".csv", ".xlsx")
_LISTED = 20
_IN_A_SHEET = (
    "change the words: the reference of a placement, such as P07, says enough."
    " Or answer it at the prompt, which asks why they may stay"
)


def answer_from_file(opened: OpenAudit, path: Path, *, by: str, today: date, write: bool) -> None:
    """Take every answer from a file: all of them, or none where any has a problem.

    What is recorded already is changed only with *write*; without it, a plan is shown.
    """
    role = by or opened.audit.auditor
    plan = list(
        changes(opened.audit, taken(opened.audit, opened.edition.checklist, path, role, today))
    )
    if not plan:
        out(f"Nothing in {shown_path(path)} is new.")
        return
    altered = [change for change in plan if not _only_adds(*change[1:])]
    new = len(plan) - len(altered)
    shown = opened.document.shown_path
    if altered:
        out(*_lines(opened, altered))
    if altered and not write:
        tell(f"{count(new, 'answer')} new, {count(len(altered), 'answer')} changed as listed.")
        tell("Nothing was written. To carry it out, add --write to the same command.")
        return
    answers = {key: answer for key, _, answer in plan}
    audit = opened.saver()(replace(opened.audit, answers={**opened.audit.answers, **answers}))
    left = len(assess(opened.edition.checklist, audit, today, opened.calendar()).unanswered())
    out(f"Saved {count(len(plan), 'answer')} in {shown}: {new} new, {len(altered)} changed.")
    if left:
        tell(f"{count(left, 'question')} left. Go on: ap-audit resume {opened.called()}")


def taken(
    audit: Audit, checklist: Checklist, path: Path, role: str, today: date
) -> dict[str, Answer]:
    """The answers of a file, checked against an audit that may not be made yet.

    Raises InvalidFile with every problem found.
    """
    read = _from_sheet if path.suffix.lower() in _SHEETS else _from_yaml
    return read(audit, checklist, path, role, today)


def _from_yaml(
    audit: Audit, checklist: Checklist, path: Path, role: str, today: date
) -> dict[str, Answer]:
    document = read_document(path, AnswersFile)
    given = {
        name: with_rating(checklist, answer) for name, answer in document.value.answers.items()
    }
    dated = {name: _dated(answer, role, today) for name, answer in given.items()}
    flaws = conformity(checklist, replace(audit, answers=dated))
    refuse_flaws(document, (*flaws, *_unmarked(audit, dated)))
    return dated


def _from_sheet(
    audit: Audit, checklist: Checklist, path: Path, role: str, today: date
) -> dict[str, Answer]:
    try:
        sheet = read_sheet(path, shown_path(path), HEAD)
    except ModuleNotFoundError as error:
        raise no_spreadsheets() from error
    reader = SheetAnswers(sheet, checklist, audit)
    given = reader.taken(role, today)
    flaws = conformity(checklist, replace(audit, answers=given))
    for flaw in (*(one for one in flaws if not one.warning), *_unmarked(audit, given)):
        if len(flaw.path) > 1 and flaw.path[0] == "answers":
            key = str(flaw.path[1])
            hint = _IN_A_SHEET if flaw.words else flaw.hint
            sheet.wrong(reader.row(key), f"{key}: {flaw.what}", hint)
    if sheet.problems:
        raise InvalidFile(tuple(sorted(sheet.problems, key=lambda one: one.place.line)))
    return given


def _unmarked(audit: Audit, given: dict[str, Answer]) -> Iterator[Flaw]:
    """What looks like pupil data in new words; what stood there before is not said again."""
    for key, before, answer in changes(audit, given):
        for path, _, found in fresh(before, answer):
            if found.kind in answer.kept:
                continue
            yield Flaw(
                path=("answers", key, *path),
                what=found.said,
                hint=next_step(found.kind, can_keep=True),
                words=found.text,
            )


def _lines(opened: OpenAudit, altered: list[tuple[str, Answer, Answer]]) -> Iterator[str]:
    """What stands now and what would stand, for each answer that would be another."""
    known = {str(key): one for key, one in opened.edition.checklist.by_id().items()}
    for key, old, new in altered[:_LISTED]:
        yield f"{key}"
        yield f"  is:      {answer_said(known[key], old)}"
        yield from _beside(known[key], old, new)
        yield f"  becomes: {answer_said(known[key], new)}"
        yield from _beside(known[key], new, old)
    if len(altered) > _LISTED:
        yield f"and {len(altered) - _LISTED} more"


def _beside(criterion: Criterion, answer: Answer, other: Answer) -> Iterator[str]:
    """What stands beside a rating, where the other answer does not say the same."""
    there = set(_parts(criterion, other))
    return (f"           {part}" for part in _parts(criterion, answer) if part not in there)


def _parts(criterion: Criterion, answer: Answer) -> Iterator[str]:
    yield from values_said(criterion, answer)
    yield from (evidence_said(piece) for piece in answer.evidence.values())
    for action in answer.actions.values():
        due = f"due {day(action.due)}" if action.due else "no date set"
        done = f", done {day(action.done)}" if action.done else ""
        yield f"Action: {action.what.rstrip('.')}. {action.owner}, {due}{done}."
    if claim := answer.claim:
        yield f"The provider's claim: {claim.rating.title}. {excerpt(claim.note or '')}".rstrip()


def _only_adds(old: Answer, new: Answer) -> bool:
    """Whether nothing that was recorded is changed or left out; its date and role may be new."""
    return all(
        _kept(getattr(old, field.name), getattr(new, field.name))
        for field in fields(Answer)
        if field.name not in ("date", "by")
    )


def _kept(old: object, new: object) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return all(new.get(key) == value for key, value in old.items())
    return old in (None, Rating.NOT_CHECKED) or old == new


def _dated(answer: Answer, role: str, today: date) -> Answer:
    if answer.blank:
        return answer
    return replace(answer, date=answer.date or today, by=answer.by or role)
