from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    Evidence,
    Moderation,
    OtherAnswer,
    Reopening,
    SchoolException,
    Signature,
)
from ap_audit.model.contact import LoggedContact
from ap_audit.model.words import ContactKind, Part, Rating, Seen
from ap_audit.rules.redaction import no_roles, redacted, redacted_contacts, role_of
from tests.builders import DIGEST, TODAY, audit


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("AP lead", "AP lead", id="a role"),
        pytest.param("Designated safeguarding lead", "Designated safeguarding lead", id="another"),
        pytest.param("Provider's safeguarding officer", "Provider's safeguarding officer", id="'s"),
        pytest.param("Jo Silva", "a person", id="a name"),
        pytest.param("J. Okafor, Headteacher", "Headteacher", id="a name and a role"),
        pytest.param("AP lead (Jo Silva)", "AP lead", id="a role and a name"),
        pytest.param("Jo Silva - AP lead", "AP lead", id="a dash"),
        pytest.param("head and AP lead", "head, AP lead", id="two roles"),
        pytest.param("jo@school.example", "a person", id="an address"),
        pytest.param("", "a person", id="nothing"),
    ],
)
def test_who_is_known_by_a_role(text: str, role: str) -> None:
    """Only what consists of a role's words is kept; anything else might be a name."""
    assert role_of(text) == role


def named() -> Audit:
    """An audit with a name wherever one may stand."""
    who = "Jo Silva"
    answer = Answer(
        rating=Rating.PARTLY,
        by=who,
        note="Jo Silva rang. Josephine did not. Write to jo.silva@school.example.",
        reason="Jo Silva said so",
        values={"said": "Jo Silva"},
        evidence={
            "letter": Evidence(
                what="letter-to Jo Silva.pdf", seen=Seen.COPY, by=who, note="Jo Silva"
            )
        },
        actions={"ask": Action(what="Ask Jo Silva", owner=who, note="Jo Silva")},
        claim=OtherAnswer(rating=Rating.MET, by=who, note="Jo Silva"),
        other=OtherAnswer(rating=Rating.MET, by="AP lead", note="Jo Silva"),
        moderated=Moderation(by=who, date=TODAY, reason="Jo Silva"),
        exception=SchoolException(role="Jo Silva, headteacher", reason="Jo Silva", until=TODAY),
    )
    made = audit(
        {"one": answer, "two": Rating.MET},
        decision=Decision(
            state="signed",
            by=who,
            role="Headteacher",
            outcome="Use, said Jo Silva",
            reason="Jo Silva",
            date=date(2026, 11, 25),
        ),
    )
    signature = Signature(name="A. Silva", role="AP lead", date=TODAY, digest=DIGEST)
    again = Reopening(
        name="Jo Silva",
        role=who,
        date=TODAY,
        reason="Jo Silva had the wrong letter",
        decision=made.decision,
        signatures={Part.ACCEPTED: signature},
    )
    signatures = {Part.PREPARED: signature}
    return replace(made, auditor=who, signatures=signatures, reopened={"r1": again})


def test_no_name_is_left_anywhere() -> None:
    """Under who did something and in what was written of it, whoever wrote it."""
    text = repr(redacted(named()))
    assert "Silva" not in text
    assert "school.example" not in text
    assert "Josephine did not" in text


def test_roles_and_everything_else_stay() -> None:
    """The report can still be read."""
    found = redacted(named())
    answer = found.answers["one"]
    assert answer.note == "a person rang. Josephine did not. Write to an email address."
    assert answer.exception is not None
    assert answer.exception.role == "headteacher"
    assert answer.other is not None
    assert answer.other.by == "AP lead"
    assert (found.decision.by, found.decision.role) == (None, "Headteacher")
    assert (found.checklist, found.digest) == ("test@1", DIGEST)


def test_a_decision_without_a_role_is_by_a_person() -> None:
    """Somebody decided; who is not said."""
    made = audit(decision=Decision(state="signed", by="Jo Silva"))
    assert redacted(made).decision.by == "a person"


def test_an_audit_without_names_is_the_same() -> None:
    """Nothing is taken for a name that is none."""
    made = audit({"one": Answer(rating=Rating.MET, by="AP lead", note="Grace was said.")})
    assert redacted(made) == made


def test_a_longer_name_goes_before_a_shorter_one() -> None:
    """Else its rest would be left standing."""
    made = audit(
        {
            "one": Answer(rating=Rating.MET, by="Jo", note="Jo Silva came."),
            "two": Answer(rating=Rating.MET, by="Jo Silva"),
        }
    )
    assert redacted(made).answers["one"].note == "a person came."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("centre manager", ()),
        ("parent", ()),
        ("Jo Silva, AP lead and A. Okafor", ("Jo Silva", "A. Okafor")),
    ],
)
def test_what_may_be_a_name(text: str, names: tuple[str, ...]) -> None:
    """Whatever has another word in it than those of roles."""
    assert no_roles(text) == names


def test_contacts_without_names() -> None:
    """Roles stay; a name under with or by is taken out of notes, and so is an address."""
    found = redacted_contacts(
        LoggedContact(
            format="ap-audit/contact@1",
            date=date(2026, 11, 23),
            kind=ContactKind.CALL,
            with_=who,
            by=by,
            note=note,
        )
        for who, by, note in (
            ("Jo Silva", "AP lead", "Jo Silva writes from jo@acme.example."),
            ("centre manager", None, None),
        )
    )
    assert [(one.with_, one.by, one.note) for one in found] == [
        ("a person", "AP lead", "a person writes from an email address."),
        ("centre manager", None, None),
    ]
