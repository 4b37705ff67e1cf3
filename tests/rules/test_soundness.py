"""Whether a checklist can be used: each flaw, where it stands, and what is only a warning."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist, Criterion, EvidenceNeed, Rule
from ap_audit.model.source import Citation
from ap_audit.model.words import Depth, Rating, Rung, Seen, Severity
from ap_audit.rules.soundness import soundness
from tests.builders import (
    CHOICE,
    DATE,
    INTEGER,
    MONEY,
    NUMBER,
    REGISTER,
    TEXT,
    TODAY,
    checklist,
    criterion,
    fact,
    gateway,
    key,
    rule,
    section,
)

KNOWN = (Citation(source="LAW"),)
UNKNOWN = (Citation(source="LORE"),)
BAD_NEWS = rule(Severity.STOP, {"f": "1"})
PLAIN = fact("f", number=INTEGER)
AT = ("sections", 0, "criteria", 0)


def flaws(*parts: Criterion, rules: dict[str, Rule] | None = None) -> tuple[Flaw, ...]:
    """The flaws of a checklist of these criteria."""
    return soundness(checklist(*parts, rules=rules), REGISTER)


def test_what_can_be_limited() -> None:
    """A number by a number or another one beside it, an amount by an amount, a day by a day."""
    assert not flaws(
        fact("n", part=replace(INTEGER, at_most="whole"), whole=NUMBER),
        fact("share", percent=replace(NUMBER, at_most="100")),
        fact("cost", part=replace(MONEY, at_most="whole"), whole=replace(MONEY, at_most="1000")),
        fact("stay", first=replace(DATE, at_most="last"), last=DATE),
    )


def test_a_sound_checklist() -> None:
    """A checklist in which every reference leads somewhere has no flaw and no warning."""
    whole = checklist(
        PLAIN,
        replace(gateway("g"), hard=True, sources=KNOWN),
        criterion("s", when={"f": "1"}),
        rules={"R": replace(BAD_NEWS, caps={"g": Rating.NOT_MET}, sources=KNOWN)},
    )

    assert soundness(whole, REGISTER) == ()


@pytest.mark.parametrize(
    ("one", "path", "what"),
    [
        (replace(PLAIN, id="any"), ("id",), "'any' means something else in a condition"),
        (fact("f"), (), "'f' is a record, and records no value that must be there"),
        (
            fact("f", number=replace(INTEGER, optional=True)),
            (),
            "'f' is a record, and records no value that must be there",
        ),
        (
            replace(PLAIN, ratings={Rating.MET: "So."}),
            ("ratings",),
            "a record is never rated, so ratings have no meaning here",
        ),
        (replace(PLAIN, weight=2), ("weight",), "a record weighs nothing"),
        (replace(key("k"), hard=True), ("hard",), "only a gateway can be hard"),
        (
            key("k", rating=INTEGER),
            ("record", "rating"),
            "'rating' is the answer's own rating, and cannot be recorded beside it",
        ),
        (
            key("k", number=replace(INTEGER, past=True)),
            ("record", "number", "past"),
            "only a date can have been, and this is of type integer",
        ),
        (
            key("k", number=replace(INTEGER, at_most="other")),
            ("record", "number", "at_most"),
            "'other' is no other value that 'k' records",
        ),
        (
            key("k", number=replace(INTEGER, at_most="number")),
            ("record", "number", "at_most"),
            "'number' is no other value that 'k' records",
        ),
        (
            key("k", on=replace(DATE, at_most="5")),
            ("record", "on", "at_most"),
            "a value of type date is not limited by a number",
        ),
        (
            key("k", on=replace(DATE, at_most="number"), number=INTEGER),
            ("record", "on", "at_most"),
            "a value of type date is not compared with one of type integer",
        ),
        (
            key("k", called=replace(TEXT, at_most="other"), other=TEXT),
            ("record", "called", "at_most"),
            "a value of type text is not compared with one of type text",
        ),
        (
            key("k", number=replace(INTEGER, choices={"one": "One", "two": "Two"})),
            ("record", "number", "choices"),
            "a value of type integer has no choices",
        ),
        (
            key("k", sort=replace(CHOICE, choices={"one": "One"})),
            ("record", "sort"),
            "a choice needs at least two choices",
        ),
        (
            key("k", sort=replace(CHOICE, choices={"answered": "Yes", "two": "Two"})),
            ("record", "sort", "choices", "answered"),
            "'answered' means something else in a condition",
        ),
        (
            replace(gateway("g"), not_applicable="with-reason"),
            ("not_applicable",),
            "a gateway is left out never, or only for a reason from a list",
        ),
        (
            replace(gateway("g"), ratings={Rating.MET: "So."}),
            (),
            "'g' does not say what partly, not-met means here",
        ),
        (replace(gateway("g"), depth=Depth.FULL), ("depth",), "a gateway is always core"),
        (
            replace(key("k"), evidence=EvidenceNeed(needs=(Seen.COPY, Seen.TOLD))),
            ("evidence", "needs", 1),
            "'told' does not count as seen, so this need could never be met",
        ),
        (
            replace(gateway("g"), evidence=EvidenceNeed(needs=(Seen.SECOND_HAND,))),
            ("evidence", "needs", 0),
            "'second-hand' does not count as seen, so this need could never be met",
        ),
        (
            replace(key("k"), not_applicable=()),
            ("not_applicable",),
            "an empty list accepts no reason",
        ),
        (
            replace(key("k"), stage=()),
            ("stage",),
            "an empty list: the question would never be asked",
        ),
        (
            replace(key("k"), sources=(*KNOWN, *UNKNOWN)),
            ("sources", 1, "source"),
            "'LORE' is not in the register of sources",
        ),
        (
            criterion("s", when={"zzz": "1"}),
            ("when",),
            "'zzz' is not a criterion of this checklist",
        ),
    ],
)
def test_one_criterion(one: Criterion, path: tuple[str | int, ...], what: str) -> None:
    """What is wrong with a criterion, at its place."""
    (found,) = flaws(one)

    assert (found.path, found.what) == ((*AT, *path), what)
    assert not found.warning


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (
            replace(criterion("s"), ratings={}),
            "'s' does not say what met, partly, not-met means here",
        ),
        (
            replace(gateway("g"), why=None),
            "'g' decides, and names neither a source nor a reason",
        ),
    ],
)
def test_warnings(one: Criterion, what: str) -> None:
    """What a checklist can be used without is a warning."""
    (found,) = flaws(one)

    assert (found.path, found.what, found.warning) == (AT, what, True)


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ({"s": "1"}, "'s' is asked later; a condition looks only back"),
        ({"k": "met"}, "a better rating of 'k' would change what is asked"),
        (
            {"deep": "1"},
            "'deep' is asked only in full depth, so this would not be asked either",
        ),
    ],
)
def test_when(when: dict[str, str], what: str) -> None:
    """A condition of a criterion looks back, at facts, and no deeper than the criterion stands."""
    deep = replace(fact("deep", number=INTEGER), depth=Depth.FULL)
    (found,) = flaws(key("k"), deep, criterion("s", when={**when}))

    assert (found.path, found.what) == (("sections", 0, "criteria", 2, "when"), what)


def test_what_is_deep_may_hang_on_what_is_deep() -> None:
    """In an audit of full depth both are asked."""
    deep = replace(fact("deep", number=INTEGER), depth=Depth.FULL)

    assert flaws(deep, criterion("s", when={"deep": "1"}, depth=Depth.FULL)) == ()


@pytest.mark.parametrize(
    ("changed", "path", "what"),
    [
        (
            replace(BAD_NEWS, when=rule(Severity.STOP, {"zzz": "1"}).when),
            ("when",),
            "'zzz' is not a criterion of this checklist",
        ),
        (
            replace(BAD_NEWS, when=rule(Severity.STOP, {"s": "met"}).when),
            ("when",),
            "a better rating of 's' would make this rule hold",
        ),
        (
            replace(BAD_NEWS, caps={"zzz": Rating.NOT_MET}),
            ("caps", "zzz"),
            "'zzz' is not a criterion of this checklist",
        ),
        (
            replace(BAD_NEWS, caps={"f": Rating.NOT_MET}),
            ("caps", "f"),
            "'f' is a record, and is never rated",
        ),
        (
            replace(BAD_NEWS, caps={"s": Rating.CANNOT_TELL}),
            ("caps", "s"),
            "a rule caps at partly or not-met",
        ),
        (
            replace(BAD_NEWS, severity=Severity.WARN, caps={"s": Rating.NOT_MET}),
            ("caps",),
            "a rule of severity warn cannot cap",
        ),
        (
            replace(BAD_NEWS, from_=TODAY, to=TODAY - timedelta(days=1)),
            ("to",),
            "the rule ends before it begins",
        ),
        (
            replace(BAD_NEWS, sources=UNKNOWN),
            ("sources", 0, "source"),
            "'LORE' is not in the register of sources",
        ),
    ],
)
def test_rules(changed: Rule, path: tuple[str | int, ...], what: str) -> None:
    """What is wrong with a rule, at its place."""
    (found,) = flaws(PLAIN, criterion("s"), rules={"R": changed})

    assert (found.path, found.what) == (("rules", "R", *path), what)


def without_a_word(whole: Checklist) -> Checklist:
    """A checklist that does not word one rung."""
    words = {rung: words for rung, words in whole.verdicts.items() if rung is not Rung.STOP}
    return replace(whole, verdicts=words)


@pytest.mark.parametrize(
    ("whole", "path", "what"),
    [
        (checklist(), ("sections",), "the checklist asks nothing"),
        (
            checklist(section("a", criterion("s")), section("b", criterion("s"))),
            ("sections", 1, "criteria", 0, "id"),
            "'s' is the id of two criteria",
        ),
        (
            checklist(section("a", criterion("s")), section("a", criterion("t"))),
            ("sections", 1, "id"),
            "'a' is the id of two sections",
        ),
        (
            checklist(section("a", criterion("s")), section("b")),
            ("sections", 1, "criteria"),
            "the section asks nothing",
        ),
        (without_a_word(checklist(criterion("s"))), ("verdicts",), "the rung 'stop' is not worded"),
    ],
)
def test_the_whole(whole: Checklist, path: tuple[str | int, ...], what: str) -> None:
    """What is wrong with a checklist as a whole."""
    (found,) = soundness(whole, REGISTER)

    assert (found.path, found.what) == (path, what)


def test_every_flaw_at_once() -> None:
    """All that is wrong is listed, in the order of the file."""
    found = flaws(fact("any"), replace(key("k"), hard=True), rules={"R": replace(BAD_NEWS)})

    assert [flaw.path[0] for flaw in found] == ["sections", "sections", "sections", "rules"]
