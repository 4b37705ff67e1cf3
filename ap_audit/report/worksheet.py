"""The questions of an audit or a checklist as a sheet to fill in, on paper or in a spreadsheet."""

from collections.abc import Iterator
from typing import ClassVar

from ap_audit.model.audit import Answer
from ap_audit.model.base import Value
from ap_audit.model.checklist import Checklist, Criterion, Section, ValueSpec, ValueType
from ap_audit.model.names import CriterionId
from ap_audit.model.words import CriterionClass, Rating, Seen
from ap_audit.report.reports import Report
from ap_audit.report.wording import KINDS
from ap_audit.rules.grades import best_first
from ap_audit.rules.values import expected, recorded_values
from ap_audit.version import VERSION

FORMAT = "ap-audit/worksheet@1"
_RATED = (Rating.MET, Rating.PARTLY, Rating.NOT_MET)
_Words = dict[tuple[Rating, str | None], str]
"""What is ticked, by the rating and the word of the scale that it stands for."""


class Blank(Value, frozen=True, kw_only=True):
    """A value to fill in."""

    name: str
    ask: str
    expects: str
    choices: tuple[str, ...]
    so_far: str


class SheetRow(Value, frozen=True, kw_only=True):
    """One question."""

    id: str
    ask: str
    kind: str
    decides: bool
    """A gateway."""
    rated: bool
    """False where a fact is recorded."""
    choices: tuple[str, ...]
    """What may be answered, in words; empty for a fact."""
    only: tuple[str, ...]
    """The reasons for which alone it may be left out."""
    look_for: tuple[str, ...]
    met: str
    """What met means here."""
    blanks: tuple[Blank, ...]
    so_far: str
    """The rating that is recorded; empty where there is none."""
    note: str


class SheetSection(Value, frozen=True, kw_only=True):
    """The questions of one section."""

    title: str
    rows: tuple[SheetRow, ...]


class Worksheet(Report, frozen=True, kw_only=True):
    """A sheet to fill in."""

    template: ClassVar[str] = "worksheet"

    format: str
    title: str
    name: str
    """What it is about; the checklist's title where it is about nothing yet."""
    school: str
    date: str
    claims: bool
    """For the provider, whose answers are kept beside what the school saw."""
    how: tuple[str, ...]
    seen: tuple[str, ...]
    sections: tuple[SheetSection, ...]
    made_with: str


def worksheet(
    checklist: Checklist,
    *,
    name: str,
    school: str,
    date: str,
    claims: bool,
    answers: dict[CriterionId, Answer],
    asked: frozenset[CriterionId],
) -> Worksheet:
    """The sheet of the questions that are *asked*; a provider is asked what is rated, no more.

    What is recorded so far stands in the school's own sheet, and never in the provider's.
    """
    words = _words(checklist)
    sections = (_section(one, words, claims, answers, asked) for one in checklist.sections)
    return Worksheet(
        format=FORMAT,
        title="Worksheet for the provider" if claims else "Worksheet",
        name=name,
        school=school,
        date=date,
        claims=claims,
        how=(*(_FOR_PROVIDER if claims else _FOR_SCHOOL), *_counted(checklist)),
        seen=tuple(how.title for how in Seen),
        sections=tuple(section for section in sections if section.rows),
        made_with=f"ap-audit {VERSION}",
    )


_NO_PUPILS = "Write no pupil's name, initials or number."
_FOR_SCHOOL = (
    "Tick one box for each question. Partly met, not met and does not apply need a few words why.",
    "For what was met, write what was seen and how: told is not seen.",
    "Could not tell means that somebody looked. A question that nobody looked at stays empty.",
    _NO_PUPILS,
)
_FOR_PROVIDER = (
    "Please answer for your own setting, one answer for each question, with a few words.",
    "Your answers are kept beside what the school sees for itself, and are not judged.",
    "Leave a question empty where you would rather talk about it.",
    _NO_PUPILS,
)


def _words(checklist: Checklist) -> _Words:
    """The words for what was rated, best first: the checklist's own scale, or the plain ones."""
    if not checklist.scale:
        return {(rating, None): rating.title for rating in _RATED}
    return {(grade.counts_as, word): grade.title for word, grade in best_first(checklist.scale)}


def _counted(checklist: Checklist) -> Iterator[str]:
    """What each word of a scale counts as: that is what decides."""
    words = [
        f"{grade.title} counts as {grade.counts_as.title}"
        for _, grade in best_first(checklist.scale)
    ]
    if words:
        yield f"{'; '.join(words)}."


def _section(
    section: Section,
    words: _Words,
    claims: bool,  # noqa: FBT001 -- passed on
    answers: dict[CriterionId, Answer],
    asked: frozenset[CriterionId],
) -> SheetSection:
    rows = (
        _row(criterion, words, Answer() if claims else answers.get(criterion.key, Answer()))
        for criterion in section.criteria
        if criterion.key in asked and not (claims and criterion.is_record)
    )
    if claims:
        rows = (_without_blanks(row) for row in rows)
    return SheetSection(title=section.title, rows=tuple(rows))


def _row(criterion: Criterion, words: _Words, answer: Answer) -> SheetRow:
    choices = [*words.values(), Rating.CANNOT_TELL.title]
    if criterion.not_applicable != "never":
        choices.append(Rating.NOT_APPLICABLE.title)
    allowed = criterion.not_applicable
    rating = answer.rating if answer.rating is not Rating.NOT_CHECKED else None
    turned = " (Yes counts as not met.)" if criterion.polarity == "reversed" else ""
    return SheetRow(
        id=criterion.id,
        ask=f"{criterion.ask}{turned}",
        kind=KINDS[criterion.class_],
        decides=criterion.class_ is CriterionClass.GATEWAY,
        rated=not criterion.is_record,
        choices=() if criterion.is_record else tuple(choices),
        only=allowed if isinstance(allowed, tuple) else (),
        look_for=criterion.look_for,
        met=criterion.ratings.get(Rating.MET, ""),
        blanks=tuple(_blanks(criterion, answer)),
        so_far=words.get((rating, answer.grade), rating.title) if rating else "",
        note=answer.note or "",
    )


def _blanks(criterion: Criterion, answer: Answer) -> Iterator[Blank]:
    recorded = {value.name: value.shown for value in recorded_values(criterion, answer)}
    for name, spec in criterion.record.items():
        yield Blank(
            name=name,
            ask=spec.ask,
            expects=_expects(spec),
            choices=tuple(spec.choices.values()),
            so_far=recorded[name],
        )


def _expects(spec: ValueSpec) -> str:
    """What a person writes."""
    match spec.type:
        case ValueType.DATE:
            # A spreadsheet takes dates as people in Britain write them.
            when = "a date that has been" if spec.past else "a date"
            return f"{when}, such as 7 December 2026 or 7/12/2026"
        case ValueType.MONEY:
            return "an amount in pounds"
        case ValueType.CHOICE:
            return "one of the choices"
        case _:
            return f"{expected(spec)} ({spec.unit})" if spec.unit else expected(spec)


def _without_blanks(row: SheetRow) -> SheetRow:
    return SheetRow(
        id=row.id,
        ask=row.ask,
        kind=row.kind,
        decides=False,
        rated=True,
        choices=row.choices,
        only=row.only,
        look_for=row.look_for,
        met=row.met,
        blanks=(),
        so_far="",
        note="",
    )
