"""Whether an audit fits its checklist: flaws in a file, and what deserves a second look."""

from collections.abc import Iterator
from difflib import get_close_matches

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.words import Rating, Subject
from ap_audit.rules.backing import backing_flaws
from ap_audit.rules.exceptions import exception_flaws
from ap_audit.rules.grades import grade_flaws
from ap_audit.rules.section_words import section_flaws
from ap_audit.rules.standing import reason_accepted
from ap_audit.rules.together import too_much
from ap_audit.rules.values import expected, lies_ahead, typed

_NAMES = {
    Subject.PROVIDER: ("provider",),
    Subject.PLACEMENT: ("provider", "placement"),
    Subject.SCHOOL: (),
}


def conformity(checklist: Checklist, audit: Audit) -> tuple[Flaw, ...]:
    """Every flaw of an audit against its checklist; those marked as warnings leave it usable."""
    known = {str(key): criterion for key, criterion in checklist.by_id().items()}
    flaws: list[Flaw] = []
    if audit.subject is not checklist.subject:
        flaws.append(
            Flaw(
                path=("subject",),
                what=f"this checklist is about a {checklist.subject}, not a {audit.subject}",
            )
        )
    flaws += _about(audit)
    for name, answer in audit.answers.items():
        path = ("answers", name)
        if name not in known:
            close = get_close_matches(name, known, n=1)
            flaws.append(
                Flaw(
                    path=path,
                    what=f"'{name}' is not asked in {checklist.reference}",
                    hint=f"did you mean '{close[0]}'?"
                    if close
                    else "delete the block, or move it to where it belongs",
                    at_key=True,
                )
            )
        else:
            flaws += answer_flaws(known[name], answer, path)
            flaws += grade_flaws(checklist.scale, answer, path)
    flaws += section_flaws(checklist, audit)
    return tuple(flaws)


def _about(audit: Audit) -> Iterator[Flaw]:
    """Whether the header names what an audit of its subject is about, and nothing else."""
    named = {"provider": audit.provider, "placement": audit.placement}
    for key, value in named.items():
        wanted = key in _NAMES[audit.subject]
        if wanted and not value:
            yield Flaw(
                path=("subject",),
                what=f"'{key}' is missing",
                hint=f"an audit of a {audit.subject} names its {key}",
            )
        if value and not wanted:
            yield Flaw(
                path=(key,),
                what=f"does not belong in an audit of the {audit.subject}",
                hint="delete the line, or mend the subject",
                at_key=True,
            )


def answer_flaws(criterion: Criterion, answer: Answer, path: KeyPath) -> Iterator[Flaw]:
    """What is wrong with one answer."""
    yield from _values(criterion, answer, path)
    yield from _rating(criterion, answer, path)
    yield from exception_flaws(criterion, answer, path)
    for key, piece in answer.evidence.items():
        if piece.dated and piece.date and piece.dated > piece.date:
            yield Flaw(
                path=(*path, "evidence", key, "dated"),
                what="is dated after the day it was seen",
                warning=True,
            )


def _values(criterion: Criterion, answer: Answer, path: KeyPath) -> Iterator[Flaw]:
    for name, text in answer.values.items():
        spec = criterion.record.get(name)
        at = (*path, "values", name)
        if spec is None:
            records = ", ".join(criterion.record) or "nothing"
            yield Flaw(
                path=at,
                what=f"'{criterion.id}' records no '{name}'",
                hint=f"it records: {records}",
                at_key=True,
            )
            continue
        value = typed(spec, text)
        if value is None:
            yield Flaw(
                path=at, what=f"'{text[:60]}' does not fit", hint=f"expected {expected(spec)}"
            )
        elif lies_ahead(spec, value, answer.date):
            yield Flaw(
                path=at,
                what=f"{text} lies after the day of this answer, {answer.date}",
                hint="mend the date; where the answer is newer, mend its date too",
            )
    for found in too_much(criterion, answer.values):
        yield Flaw(
            path=(*path, "values", found.name),
            what=found.says.rstrip("."),
            hint=f"mend this, or '{found.limit}' beside it" if found.limit else "mend this",
        )


def _rating(criterion: Criterion, answer: Answer, path: KeyPath) -> Iterator[Flaw]:
    at = (*path, "rating")
    if criterion.is_record:
        if answer.rating is not None and answer.rating.rated:
            yield Flaw(
                path=at,
                what="this records a fact, so it is never rated",
                hint="delete the line and write the value under values:",
            )
        elif answer.rating is Rating.NOT_CHECKED and answer.values:
            yield Flaw(
                path=at,
                what="says that nobody has checked, and a value is recorded",
                hint="delete the line where the value is established; until then it does not count",
                warning=True,
            )
    elif answer.rating is None:
        yield Flaw(
            path=path, what="'rating' is missing", hint="write not-checked where nobody has looked"
        )
    if answer.rating is Rating.NOT_APPLICABLE and not reason_accepted(criterion, answer):
        yield Flaw(
            path=at,
            what=_not_accepted(criterion),
            hint="until then it counts as could not tell",
            warning=True,
        )
    yield from backing_flaws(criterion, answer, at)


def _not_accepted(criterion: Criterion) -> str:
    match criterion.not_applicable:
        case "never":
            return "this question always applies"
        case "with-reason":
            return "does not apply, without a reason"
        case reasons:
            return f"does not apply only for one of these reasons: {', '.join(reasons)}"
