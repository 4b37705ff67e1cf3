from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    LeftOut,
    Moderation,
    OtherAnswer,
    Reopening,
    SchoolException,
    SectionAnswer,
    SectionJudgement,
    Signature,
)
from ap_audit.model.contact import LoggedContact
from ap_audit.model.words import ContactKind, Part, Rating, Seen
from ap_audit.rules.ahead import audit_ahead, contact_ahead, latest_ahead, lies_after
from tests.builders import DIGEST, TODAY, answer, audit, seen

LATER = TODAY + timedelta(days=2)
SIGNED = Signature(name="A. Silva", role="AP lead", date=LATER, digest=DIGEST)


def with_answer(one: Answer) -> Audit:
    """An audit of today with this answer."""
    return audit({"g": one})


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (replace(audit(), date=LATER), ("date",)),
        (with_answer(replace(answer(Rating.MET), date=LATER)), ("answers", "g", "date")),
        (
            with_answer(answer(Rating.MET, seen(Seen.COPY, date=LATER))),
            ("answers", "g", "evidence", "e1", "date"),
        ),
        (
            with_answer(Answer(actions={"a": Action(what="Mend", owner="Head", done=LATER)})),
            ("answers", "g", "actions", "a", "done"),
        ),
        (
            with_answer(Answer(claim=OtherAnswer(rating=Rating.MET, date=LATER))),
            ("answers", "g", "claim", "date"),
        ),
        (
            with_answer(Answer(other=OtherAnswer(rating=Rating.MET, date=LATER))),
            ("answers", "g", "other", "date"),
        ),
        (
            with_answer(Answer(moderated=Moderation(reason="Seen.", by="Head", date=LATER))),
            ("answers", "g", "moderated", "date"),
        ),
        (
            replace(
                audit(),
                sections={
                    "s": SectionAnswer(not_applicable=LeftOut(reason="None", by="H", date=LATER))
                },
            ),
            ("sections", "s", "not_applicable", "date"),
        ),
        (
            replace(
                audit(),
                sections={
                    "s": SectionAnswer(
                        judgement=SectionJudgement(word="good", reason="So.", by="H", date=LATER)
                    )
                },
            ),
            ("sections", "s", "judgement", "date"),
        ),
        (audit(decision=Decision(state="signed", date=LATER)), ("decision", "date")),
        (audit(decision=Decision(state="signed", as_at=LATER)), ("decision", "as_at")),
        (
            replace(audit(), signatures={Part.PREPARED: SIGNED}),
            ("signatures", "prepared", "date"),
        ),
        (
            replace(
                audit(),
                reopened={
                    "r1": Reopening(
                        name="A", role="B", date=LATER, reason="C", decision=Decision(state="open")
                    )
                },
            ),
            ("reopened", "r1", "date"),
        ),
    ],
)
def test_what_was_done_lies_ahead(given: Audit, at: tuple[str, ...]) -> None:
    """Each is found where it stands; by its own day it is none."""
    (flaw,) = audit_ahead(given, TODAY)
    assert flaw.path == at
    assert flaw.what == "2026-11-25 is still to come: today is 23 November 2026"
    assert not flaw.warning
    assert not tuple(audit_ahead(given, LATER))


def test_what_may_lie_ahead() -> None:
    """Due days, last days and exceptions are promises; a document's own date is judged."""
    given = answer(Rating.MET, seen(Seen.COPY, until=LATER, dated=LATER))
    action = Action(what="Mend", owner="Head", due=LATER)
    made = SchoolException(role="Head", reason="Promised.", until=LATER)
    one = with_answer(replace(given, actions={"a": action}, exception=made))
    assert not tuple(audit_ahead(one, TODAY))


def test_a_contact() -> None:
    """One that is planned is no contact yet."""
    made = LoggedContact(
        format="ap-audit/contact@1", date=LATER, kind=ContactKind.CALL, with_="manager"
    )
    (flaw,) = contact_ahead(made, TODAY)
    assert flaw.path == ("date",)


def test_a_day_of_grace() -> None:
    """Clocks that change date an hour apart raise no alarm."""
    assert not lies_after(date(2026, 11, 24), TODAY)
    assert lies_after(date(2026, 11, 25), TODAY)


def test_the_latest_day() -> None:
    """Of several days after one that is given, the last, with its place; of none, nothing."""
    done = Answer(rating=Rating.MET, date=LATER, actions={"a": Action(what="Mend", owner="Head")})
    audit_ = with_answer(done)

    found = latest_ahead(audit_, TODAY - timedelta(days=9))

    assert found is not None
    assert (found[0], found[1].path) == (LATER, ("answers", "g", "date"))
    assert latest_ahead(audit_, LATER) is None
