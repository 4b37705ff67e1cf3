"""What an answer of a rating must carry, and what it counts as while it does not."""

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Backing, Rating, Seen
from ap_audit.rules.assessment import Gate, Outcome
from ap_audit.rules.conformity import conformity
from ap_audit.rules.soundness import soundness
from tests.builders import (
    INTEGER,
    REGISTER,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    gateway,
    judged,
    seen,
)

MET, PARTLY, NOT_MET, CANNOT_TELL, NOT_APPLICABLE, NOT_CHECKED = Rating
NOTE, EVIDENCE, ACTION = Backing
ALL = {
    MET: (NOTE, EVIDENCE),
    PARTLY: (NOTE, ACTION),
    NOT_MET: (EVIDENCE,),
    CANNOT_TELL: (NOTE,),
    NOT_APPLICABLE: (NOTE,),
}
STRICT = replace(criterion("c", not_applicable="with-reason"), requires=ALL)
LETTER = answer(MET, seen())
ACT = {"mend": Action(what="Mend it", owner="AP lead")}


def found(given: Answer, about: Criterion = STRICT) -> Outcome:
    """The criterion as judged."""
    return judged(about, {about.id: given}).outcome(CriterionId(about.id))


@pytest.mark.parametrize(
    ("given", "counts_as", "because"),
    [
        (replace(LETTER, note="Read."), MET, ()),
        (LETTER, PARTLY, ("A note.",)),
        (answer(MET), PARTLY, ("A note. Evidence in date.",)),
        (replace(answer(MET, seen(Seen.TOLD)), note="Said."), PARTLY, ("Evidence in date.",)),
        (Answer(rating=PARTLY), PARTLY, ()),
        (Answer(rating=NOT_MET), NOT_MET, ()),
        (Answer(rating=CANNOT_TELL), CANNOT_TELL, ()),
    ],
)
def test_met_without_what_it_must_carry_counts_as_partly(
    given: Answer, counts_as: Rating, because: tuple[str, ...]
) -> None:
    """Silence never helps, and what falls short or is open stays what it is."""
    outcome = found(given)

    assert outcome.judged is counts_as
    assert outcome.because == tuple(
        f"Counts as partly met until this is recorded: {what}" for what in because
    )


def test_does_not_apply_without_its_note_is_could_not_tell() -> None:
    """The reason alone is not enough where a note must stand beside it; nor the note alone."""
    bare = Answer(rating=NOT_APPLICABLE, reason="No cars")
    noted = Answer(rating=NOT_APPLICABLE, note="We looked.")

    assert found(replace(bare, note="We looked.")).judged is NOT_APPLICABLE
    assert found(bare).because == ("It is only left out with a note.",)
    assert found(noted).because == ("No reason is given why it does not apply.",)
    assert {found(bare).judged, found(noted).judged} == {CANNOT_TELL}


def test_a_gateway_is_not_shown_without_its_note() -> None:
    """What was seen is there, and what must be said of it is not."""
    about = replace(gateway("g", number=INTEGER), requires={MET: (NOTE, EVIDENCE)})

    outcome = found(LETTER, about)
    unseen = found(replace(answer(MET, number="1"), note="Read."), about)

    assert outcome.gate is Gate.NOT_SHOWN
    assert outcome.gate_because == ("Not recorded: How many?", "Not recorded: A note.")
    assert unseen.gate_because == ("No copy that is in date has been seen.",)


@pytest.mark.parametrize(
    ("given", "warned"),
    [
        (replace(LETTER, note="Read."), ()),
        (
            Answer(rating=MET),
            (
                "met without a note (until then it counts as partly met)",
                "met without evidence that was seen (until then it counts as partly met)",
            ),
        ),
        (
            Answer(rating=PARTLY),
            ("partly met without a note that says why", "partly met without an action"),
        ),
        (Answer(rating=PARTLY, note="Half.", actions=ACT), ()),
        (
            Answer(rating=NOT_MET),
            ("not met without a note that says why", "not met without evidence that was seen"),
        ),
        (Answer(rating=CANNOT_TELL), ("could not tell without a note",)),
        (
            Answer(rating=NOT_APPLICABLE, reason="No cars"),
            ("does not apply without a note (until then it counts as could not tell)",),
        ),
        (Answer(rating=NOT_CHECKED), ()),
    ],
)
def test_what_is_missing_is_warned_of(given: Answer, warned: tuple[str, ...]) -> None:
    """All of it at once, at the rating, and the audit stays usable."""
    flaws = conformity(checklist(STRICT), audit({"c": given}))

    said = [f"{flaw.what} ({flaw.hint})" if flaw.hint else flaw.what for flaw in flaws]
    assert tuple(said) == warned
    assert all(flaw.warning and flaw.path == ("answers", "c", "rating") for flaw in flaws)


@pytest.mark.parametrize(
    ("about", "what", "hint"),
    [
        (
            replace(criterion("c"), requires={MET: (ACTION,)}),
            "'met' cannot need an action",
            "it can need: note, evidence",
        ),
        (
            replace(criterion("c"), requires={NOT_CHECKED: (NOTE,)}),
            "'not-checked' cannot need a note",
            "it can need: nothing",
        ),
        (
            replace(fact("c", number=INTEGER), requires={MET: (NOTE, EVIDENCE)}),
            "a record is never rated, so no rating of it needs more",
            "",
        ),
    ],
)
def test_what_cannot_be_required(about: Criterion, what: str, hint: str) -> None:
    """Each rating can need only what makes sense beside it."""
    (flaw,) = soundness(checklist(about), REGISTER)

    assert (flaw.what, flaw.hint) == (what, hint)
    assert flaw.path[:5] == ("sections", 0, "criteria", 0, "requires")


def test_what_can_be_required() -> None:
    """A checklist that requires only what fits is sound."""
    assert soundness(checklist(STRICT), REGISTER) == ()
