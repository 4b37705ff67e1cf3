"""What is always true of overlays, held over generated checklists, overlays and audits."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.model.words import Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.overlay import resolve
from ap_audit.rules.soundness import soundness
from tests.builders import REGISTER, TODAY
from tests.rules.generated import answers, cases, raising_overlays


@given(st.data())
@settings(max_examples=400)
def test_asking_for_more_never_gives_better_advice(data: st.DataObject) -> None:
    """An overlay that only adds and raises leaves the verdict where it was, or lower."""
    base, audit = data.draw(cases())
    over = data.draw(raising_overlays(base))
    resolved, flaws = resolve(over, base)
    # A parameter that the edition compares with in its conditions has no plain direction.
    assume(resolved is not None)
    assert resolved is not None
    assert flaws == ()
    assert resolved.weakenings == ()
    assume(all(flaw.warning for flaw in soundness(resolved, REGISTER)))
    added = [one for change in over.sections.values() for one in change.criteria]
    more = {one.id: data.draw(answers(one)) for one in added}
    values = {"more": "1"}
    answered = {
        name: replace(answer, values={**answer.values, **values})
        if name in over.criteria and over.criteria[name].record and data.draw(st.booleans())
        else answer
        for name, answer in audit.answers.items()
    }

    before = assess(base, audit, TODAY)
    after = assess(resolved, replace(audit, answers={**answered, **more}), TODAY)

    assert after.verdict.rung.rank <= before.verdict.rung.rank


@given(st.data())
@settings(max_examples=50)
def test_additions_lift_no_floor(data: st.DataObject) -> None:
    """However well the added questions are answered, no section of the edition is lifted."""
    base, audit = data.draw(cases())
    resolved, _ = resolve(data.draw(raising_overlays(base)), base)
    assume(resolved is not None)
    assert resolved is not None
    added = {name: audit.answers.get(name) for name in resolved.added}
    best = {name: replace(answer, rating=Rating.MET) for name, answer in added.items() if answer}

    before = assess(base, audit, TODAY)
    after = assess(resolved, replace(audit, answers={**audit.answers, **best}), TODAY)

    for old, new in zip(before.sections, after.sections, strict=False):
        assert new.below_floor >= old.below_floor
