"""Whether an audit fits its checklist: every flaw, where it stands, and what deserves a look."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from ap_audit.errors import Flaw
from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating, Subject
from ap_audit.rules.conformity import conformity
from tests.builders import (
    DATE,
    INTEGER,
    PAST,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    gateway,
    seen,
    shown,
)

WHOLE = checklist(
    fact("f", number=INTEGER),
    gateway("g"),
    gateway("was", on=PAST),
    gateway("comes", on=DATE),
    fact("rate", due=INTEGER, came=replace(INTEGER, at_most="due")),
    fact("share", percent=replace(INTEGER, at_most="100")),
    criterion("never"),
    criterion("reason", not_applicable="with-reason"),
    criterion("listed", not_applicable=("no cars", "no staff")),
)
OUT = Answer(rating=Rating.NOT_APPLICABLE)


def flaws(name: str, given: Answer | Rating) -> tuple[Flaw, ...]:
    """The flaws of one answer."""
    return conformity(WHOLE, audit({name: given}))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("f", answer(None, number="4")),
        ("f", Rating.NOT_CHECKED),
        ("f", Rating.CANNOT_TELL),
        ("g", shown()),
        ("g", Rating.MET),
        ("was", replace(shown(on="2026-11-23"), date=TODAY)),
        ("was", replace(shown(on="2026-11-24"), date=None)),
        ("comes", replace(shown(on="2026-11-24"), date=TODAY)),
        ("never", Answer(rating=Rating.PARTLY, note="Two are missing.")),
        ("reason", replace(OUT, reason="no cars")),
        ("listed", replace(OUT, reason="no staff")),
        ("g", answer(Rating.MET, seen(dated=TODAY, date=TODAY))),
        ("g", answer(Rating.MET, seen(dated=TODAY))),
    ],
)
def test_what_fits(name: str, given: Answer | Rating) -> None:
    """An answer that fits has no flaw, and an audit may be unfinished."""
    assert flaws(name, given) == ()


@pytest.mark.parametrize(
    ("name", "given", "path", "what", "hint"),
    [
        (
            "nevre",
            Rating.MET,
            (),
            "'nevre' is not asked in test@1",
            "did you mean 'never'?",
        ),
        (
            "zzz",
            Rating.MET,
            (),
            "'zzz' is not asked in test@1",
            "delete the block, or move it to where it belongs",
        ),
        (
            "f",
            answer(None, amount="4"),
            ("values", "amount"),
            "'f' records no 'amount'",
            "it records: number",
        ),
        (
            "g",
            answer(Rating.MET, amount="4"),
            ("values", "amount"),
            "'g' records no 'amount'",
            "it records: nothing",
        ),
        (
            "f",
            answer(None, number="four"),
            ("values", "number"),
            "'four' does not fit",
            "expected a whole number, such as 4",
        ),
        (
            "was",
            replace(shown(on="2026-11-24"), date=TODAY),
            ("values", "on"),
            "2026-11-24 lies after the day of this answer, 2026-11-23",
            "mend the date; where the answer is newer, mend its date too",
        ),
        (
            "rate",
            answer(None, due="2", came="40"),
            ("values", "came"),
            "40 is more than 2, the answer to: How many?",
            "mend this, or 'due' beside it",
        ),
        (
            "share",
            answer(None, percent="101"),
            ("values", "percent"),
            "101 is more than 100, the most that there can be",
            "mend this",
        ),
        (
            "f",
            Rating.MET,
            ("rating",),
            "this records a fact, so it is never rated",
            "delete the line and write the value under values:",
        ),
        (
            "g",
            Answer(),
            (),
            "'rating' is missing",
            "write not-checked where nobody has looked",
        ),
    ],
)
def test_flaws(
    name: str, given: Answer | Rating, path: tuple[str, ...], what: str, hint: str
) -> None:
    """What does not fit is refused, with what was expected."""
    (found,) = flaws(name, given)

    assert (found.path, found.what, found.hint) == (("answers", name, *path), what, hint)
    assert not found.warning


@pytest.mark.parametrize(
    ("name", "given", "path", "what"),
    [
        ("never", OUT, ("rating",), "this question always applies"),
        ("reason", OUT, ("rating",), "does not apply, without a reason"),
        (
            "listed",
            replace(OUT, reason="no time"),
            ("rating",),
            "does not apply only for one of these reasons: no cars, no staff",
        ),
        ("never", Rating.PARTLY, ("rating",), "partly met without a note that says why"),
        ("never", Rating.NOT_MET, ("rating",), "not met without a note that says why"),
        (
            "f",
            answer(Rating.NOT_CHECKED, number="4"),
            ("rating",),
            "says that nobody has checked, and a value is recorded",
        ),
        (
            "g",
            answer(Rating.MET, seen(dated=TODAY, date=TODAY - timedelta(days=1))),
            ("evidence", "e1", "dated"),
            "is dated after the day it was seen",
        ),
    ],
)
def test_warnings(name: str, given: Answer | Rating, path: tuple[str, ...], what: str) -> None:
    """What deserves a second look is said, and leaves the audit usable."""
    (found,) = flaws(name, given)

    assert (found.path, found.what) == (("answers", name, *path), what)
    assert found.warning


def test_subject() -> None:
    """An audit of one kind of subject is not judged on a checklist for another."""
    of_the_school = replace(audit(), subject=Subject.SCHOOL, provider=None)
    (found,) = conformity(WHOLE, of_the_school)

    assert found.path == ("subject",)
    assert found.what == "this checklist is about a provider, not a school"
    assert not found.warning


@pytest.mark.parametrize(
    ("subject", "provider", "placement", "path", "what"),
    [
        (Subject.PROVIDER, None, None, "subject", "'provider' is missing"),
        (Subject.PLACEMENT, "acme", None, "subject", "'placement' is missing"),
        (Subject.SCHOOL, "acme", None, "provider", "does not belong in an audit of the school"),
    ],
)
def test_what_the_header_names(
    subject: Subject, provider: str | None, placement: str | None, path: str, what: str
) -> None:
    """An audit names what its subject needs, and nothing else."""
    whole = replace(WHOLE, subject=subject)
    header = replace(audit(), subject=subject, provider=provider, placement=placement)
    (found,) = conformity(whole, header)

    assert (found.path, found.what) == ((path,), what)


def test_every_flaw_at_once() -> None:
    """All that is wrong is listed, in the order of the file."""
    found = conformity(WHOLE, audit({"zzz": Rating.MET, "f": Rating.MET, "g": Answer()}))

    assert [flaw.path[1] for flaw in found] == ["zzz", "f", "g"]
