"""What a signature stands for: which changes show, which do not, and which no command may make."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    OtherAnswer,
    Reopening,
    SectionAnswer,
    SectionJudgement,
    Signature,
)
from ap_audit.model.names import CriterionId
from ap_audit.model.seal import altered, digest_of, may_become
from ap_audit.model.words import Depth, Part, Rating
from tests.builders import TODAY, answer, audit, seen

ONE = CriterionId("one")
DECIDED = Decision(state="signed", outcome="Use", by="R. Okafor", date=TODAY, as_at=TODAY)
CHAIR = ("R. Okafor", "Chair")


def action(done: date | None = None, **other: str) -> Action:
    """An action of an answer that falls short."""
    return Action(what=other.get("what", "Get it"), owner="AP lead", due=TODAY, done=done)


def signed(*parts: Part, made: Audit | None = None) -> Audit:
    """An audit signed for these parts; accepted where nothing else is said."""
    if made is None:
        short = Answer(
            rating=Rating.PARTLY,
            note="Two are missing.\nAsked again.\n",
            actions={"get": action()},
        )
        made = audit({"one": short, "two": answer(Rating.MET, seen()), "three": Rating.NOT_CHECKED})
    for part in parts or (Part.PREPARED, Part.ACCEPTED):
        if part is Part.ACCEPTED:
            made = replace(made, decision=DECIDED)
        name, role = CHAIR if part is Part.ACCEPTED else ("A. Silva", "AP lead")
        bare = Signature(name=name, role=role, date=TODAY, digest="sha256:" + "0" * 64)
        whole = replace(bare, digest=digest_of(made, part, bare))
        made = replace(made, signatures={**made.signatures, part: whole})
    return made


def with_one(**changes: object) -> Callable[[Audit], Audit]:
    """A change of the first answer."""
    return lambda made: made.with_answer(ONE, replace(made.answer(ONE), **changes))


def with_two(**changes: object) -> Callable[[Audit], Audit]:
    """A change of the second answer."""
    two = CriterionId("two")
    return lambda made: made.with_answer(two, replace(made.answer(two), **changes))


def signature(part: Part, **changes: object) -> Callable[[Audit], Audit]:
    """A change of who signed."""
    return lambda made: replace(
        made, signatures={**made.signatures, part: replace(made.signatures[part], **changes)}
    )


JUDGED = SectionAnswer(
    judgement=SectionJudgement(word="good", reason="All of it.", by="AP lead", date=TODAY)
)
BOTH, LAST = (Part.PREPARED, Part.ACCEPTED), (Part.ACCEPTED,)
NONE: tuple[Part, ...] = ()


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        pytest.param(with_one(rating=Rating.MET), BOTH, id="a rating"),
        pytest.param(with_one(note="One is missing."), BOTH, id="a note"),
        pytest.param(with_one(private="Call again."), BOTH, id="a private note"),
        pytest.param(with_one(values={"on": "2026-11-01"}), BOTH, id="a value"),
        pytest.param(with_two(evidence={}), BOTH, id="evidence taken away"),
        pytest.param(with_one(actions={}), BOTH, id="an action taken away"),
        pytest.param(with_one(actions={"get": action(what="Ask")}), BOTH, id="another action"),
        pytest.param(
            lambda made: made.with_answer(CriterionId("three"), Answer(rating=Rating.MET)),
            BOTH,
            id="an answer that was left open",
        ),
        pytest.param(lambda made: replace(made, date=date(2026, 11, 1)), BOTH, id="the heading"),
        pytest.param(lambda made: replace(made, depth=Depth.FULL), BOTH, id="the depth"),
        pytest.param(
            lambda made: replace(made, digest="sha256:" + "1" * 64), BOTH, id="other criteria"
        ),
        pytest.param(lambda made: replace(made, sections={"s": JUDGED}), BOTH, id="a section"),
        pytest.param(
            lambda made: replace(made, decision=replace(DECIDED, outcome="Do not use")),
            LAST,
            id="the decision",
        ),
        pytest.param(signature(Part.ACCEPTED, name="A. Silva"), LAST, id="who accepted"),
        pytest.param(signature(Part.PREPARED, role="Head"), BOTH[:1], id="who prepared"),
        pytest.param(
            with_one(actions={"get": replace(action(TODAY), closing_note="Here.")}),
            NONE,
            id="an action done",
        ),
        pytest.param(
            with_one(claim=OtherAnswer(rating=Rating.MET)), NONE, id="the provider's own word"
        ),
        pytest.param(with_one(kept={"name": "A dog."}), NONE, id="why words were kept"),
        pytest.param(
            lambda made: replace(made, kept={"name": "A dog."}, sections={"s": SectionAnswer()}),
            NONE,
            id="the same of the whole, and an empty block of a section",
        ),
        pytest.param(
            with_one(note="Two are missing. Asked\nagain."), NONE, id="a note wrapped anew"
        ),
        pytest.param(
            lambda made: replace(made, answers=dict(reversed(made.answers.items()))),
            NONE,
            id="another order",
        ),
        pytest.param(
            lambda made: replace(
                made, answers={k: v for k, v in made.answers.items() if k != "three"}
            ),
            NONE,
            id="an empty block taken away",
        ),
    ],
)
def test_what_shows(change: Callable[[Audit], Audit], shows: tuple[Part, ...]) -> None:
    """What was judged or decided does; how it is written, and what goes on after signing, not."""
    before = signed()
    after = change(before)

    assert altered(before) == ()
    assert altered(after) == shows
    assert may_become(before, after) is not bool(shows)


def test_the_same_bytes_on_every_machine() -> None:
    """The digest of a known audit is a known one: another would call every signed audit changed."""
    assert signed().signatures[Part.PREPARED].digest == (
        "sha256:a461c7e2bf77da4e3188de2ad08872fd768055ddf2892b012b1488833d86ce0c"
    )


def test_two_who_sign_for_the_same_have_digests_of_their_own() -> None:
    """So a name cannot be put under another's digest."""
    made = signed(Part.PREPARED, Part.CHECKED).signatures
    assert made[Part.PREPARED].digest != made[Part.CHECKED].digest


def test_an_unsigned_audit_may_become_anything() -> None:
    """Until somebody signs."""
    before = audit({"one": Rating.MET})
    assert may_become(before, with_one(rating=Rating.PARTLY)(before))


def test_the_next_signature_may_be_added() -> None:
    """And with the last one the decision."""
    prepared = signed(Part.PREPARED)
    checked = signed(Part.CHECKED, made=prepared)
    assert may_become(prepared, checked)
    assert may_become(checked, signed(Part.ACCEPTED, made=checked))


def test_a_signature_is_never_taken_away() -> None:
    """Not without a word: it is opened again on record."""
    before = signed(Part.PREPARED, Part.CHECKED)
    one = {Part.PREPARED: before.signatures[Part.PREPARED]}
    assert not may_become(before, replace(before, signatures=one))


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ((Part.PREPARED,), "prepared"),
        ((Part.PREPARED, Part.CHECKED), "checked"),
        ((Part.PREPARED, Part.ACCEPTED), "signed"),
    ],
)
def test_how_far_it_is(parts: tuple[Part, ...], state: str) -> None:
    """A word for lists."""
    assert signed(*parts).state == state
    assert audit().state == "open"


def reopened(before: Audit) -> Audit:
    """Opened again, on record."""
    made = Reopening(
        name="R. Okafor",
        role="Chair",
        date=TODAY,
        reason="The wrong letter.",
        decision=before.decision,
        signatures=before.signatures,
    )
    return replace(before, decision=Decision(state="open"), signatures={}, reopened={"r1": made})


def test_opened_again() -> None:
    """What was signed stays on record; answers change afterwards, not in the same breath."""
    before = signed()
    after = reopened(before)
    assert may_become(before, after)
    assert not may_become(before, with_one(rating=Rating.MET)(after))
    assert not may_become(before, replace(after, decision=before.decision))


def test_that_it_was_opened_again_is_signed_for_too() -> None:
    """Whoever signs the second time signs for that as well."""
    again = signed(made=reopened(signed()))
    forgotten = replace(again, reopened={})
    assert altered(again) == ()
    assert altered(forgotten) == BOTH
    assert not may_become(again, forgotten)
