"""Every text of every record is looked at, and what was kept with a reason is let be."""

from datetime import date

import pytest

from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    Evidence,
    LeftOut,
    Moderation,
    OtherAnswer,
    SchoolException,
    SectionAnswer,
    SectionJudgement,
)
from ap_audit.model.base import Value
from ap_audit.model.house import House
from ap_audit.model.provider import Contact, Provider, Site
from ap_audit.model.words import Depth, Rating, Seen, Subject
from ap_audit.model.workspace import Settings
from ap_audit.rules.guard import fresh, privacy_flaws, texts

DAY = date(2026, 11, 24)
NAMED = "pupil Jordan left"
AUDIT = Audit(
    format="ap-audit/audit@1",
    subject=Subject.PROVIDER,
    provider="hillside",
    checklist="visit@1",
    digest=f"sha256:{'0' * 64}",
    depth=Depth.CORE,
    date=DAY,
    auditor="AP lead",
    answers={},
    decision=Decision(state="open"),
)


class Later(Value, frozen=True, kw_only=True):
    """A kind of record that is added one day."""

    who: str
    spoken: tuple[str, ...] = ()
    many: int = 4


def test_every_text_of_an_answer() -> None:
    """Notes, reasons, values, evidence, actions, claims and the rest: each text is looked at."""
    answer = Answer(
        rating=Rating.MET,
        reason="1",
        by="2",
        note="3",
        private="4",
        values={"contact": "5"},
        evidence={"a": Evidence(what="6", seen=Seen.COPY, by="7", note="8")},
        actions={"b": Action(what="9", owner="10", note="11")},
        claim=OtherAnswer(rating=Rating.MET, note="12"),
        other=OtherAnswer(rating=Rating.MET, note="13", by="14"),
        moderated=Moderation(by="15", date=DAY, reason="16"),
        exception=SchoolException(role="17", reason="18", until=DAY),
        kept={"name": "19"},
    )

    assert [one.text for one in texts(answer)] == [str(number) for number in range(1, 20)]
    assert [one.path for one in texts(answer)][5:8] == [
        ("evidence", "a", "what"),
        ("evidence", "a", "by"),
        ("evidence", "a", "note"),
    ]


def test_a_kind_that_is_added_later() -> None:
    """Nothing has to be listed anywhere for its texts to be looked at, lists included."""
    flaws = privacy_flaws(Later(who=NAMED, spoken=("well", NAMED)))

    assert [flaw.path for flaw in flaws] == [("who",), ("spoken", 1)]


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (Provider(format="ap-audit/provider@1", name="A", note=NAMED), ("note",)),
        (
            Provider(format="ap-audit/provider@1", name="A", sites={"main": Site(address=NAMED)}),
            ("sites", "main", "address"),
        ),
        (
            AUDIT.with_section(
                "first", SectionAnswer(not_applicable=LeftOut(reason=NAMED, by="DSL", date=DAY))
            ),
            ("sections", "first", "not_applicable", "reason"),
        ),
        (
            AUDIT.with_section(
                "first",
                SectionAnswer(
                    judgement=SectionJudgement(word="good", reason=NAMED, by="DSL", date=DAY)
                ),
            ),
            ("sections", "first", "judgement", "reason"),
        ),
    ],
    ids=["provider", "site", "left out", "judgement"],
)
def test_where_it_stands(record: Value, path: tuple[str, ...]) -> None:
    """The keys lead to the very text."""
    (flaw,) = privacy_flaws(record)

    assert (flaw.path, flaw.words, flaw.warning, flaw.privacy) == (path, "Jordan", True, True)
    assert "Jordan" not in flaw.what + flaw.hint


def test_kept_with_a_reason() -> None:
    """What is kept is of one kind and of one block; the way to keep it is said."""
    answer = Answer(rating=Rating.MET, note="pupil Jordan, DOB 4/5/2011", kept={"name": "a dog"})

    (flaw,) = privacy_flaws(answer, ("answers", "x"))

    assert flaw.path == ("answers", "x", "note")
    assert flaw.what.startswith("this looks like a date of birth")
    assert 'add to this block: kept: {date-of-birth: "your reason"}' in flaw.hint


def test_the_innermost_kept_counts() -> None:
    """What the audit keeps for its decision opens no answer."""
    audit = Audit(
        **{
            **{name: getattr(AUDIT, name) for name in AUDIT.__struct_fields__},
            "answers": {"x": Answer(rating=Rating.MET, note=NAMED)},
            "decision": Decision(state="open", reason=NAMED),
            "kept": {"name": "a street"},
        }
    )

    assert [flaw.path for flaw in privacy_flaws(audit)] == [("answers", "x", "note")]


def test_what_was_asked_for() -> None:
    """A provider's telephone and address are no false alarm; a pupil's name there is one."""
    contacts = {
        "lead": Contact(role="DSL", telephone="01632 960123", email="j.smith@hillside.example"),
        "odd": Contact(role="DSL", telephone="pupil Jordan, 01632 960123"),
    }
    provider = Provider(format="ap-audit/provider@1", name="A", contacts=contacts)
    settings = Settings(format="ap-audit/workspace@1", school="A", house=House(foot="01632 960123"))

    assert [flaw.words for flaw in privacy_flaws(provider)] == ["Jordan"]
    assert list(privacy_flaws(settings)) == []


def test_no_place_to_keep_it() -> None:
    """Where a block has no place for a reason, the words have to change."""
    settings = Settings(format="ap-audit/workspace@1", school="A", auditor="07700 900123")

    (flaw,) = privacy_flaws(settings)

    assert flaw.hint == (
        "change the words (the reference of a placement, such as P07, says enough)"
    )


def test_only_what_is_new() -> None:
    """Words that stood there before are not asked about; a further name is, though one was kept."""
    before = Answer(rating=Rating.MET, note=NAMED, kept={"name": "a teacher"})
    after = Answer(rating=Rating.MET, note=f"{NAMED}; pupil Sam", kept=before.kept)

    assert [found.text for _, _, found in fresh(before, after)] == ["Sam"]
    assert list(fresh(before, Answer(rating=Rating.MET, note="Seen on site."))) == []
