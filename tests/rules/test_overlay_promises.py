"""What is always true of overlays, held over generated checklists, overlays and audits."""

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.model.overlay import CriterionChange, Overlay, SectionChange
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.overlay import resolve
from ap_audit.rules.soundness import soundness
from tests.builders import (
    CALENDAR,
    REGISTER,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    section,
    seen,
)
from tests.rules.generated import answers, cases, raising_overlays


@given(st.data())
def test_asking_for_more_never_gives_better_advice(data: st.DataObject) -> None:
    """An overlay that only adds and raises leaves the verdict where it was, or lower."""
    base, given_audit = data.draw(cases())
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
        name: replace(one, values={**one.values, **values})
        if name in over.criteria and over.criteria[name].record and data.draw(st.booleans())
        else one
        for name, one in given_audit.answers.items()
    }

    before = assess(base, given_audit, TODAY, CALENDAR)
    after = assess(resolved, replace(given_audit, answers={**answered, **more}), TODAY, CALENDAR)

    assert after.verdict.rung.rank <= before.verdict.rung.rank
    if before.verdict.band:
        assert not after.verdict.best


_GIVEN = st.lists(st.sampled_from([Rating.MET, *Rating]), min_size=1, max_size=6)


@given(own=_GIVEN, added=st.lists(st.just(Rating.MET), max_size=6), raised=st.integers(0, 5))
def test_easy_questions_make_up_for_nothing(
    own: list[Rating], added: list[Rating], raised: int
) -> None:
    """Near the floor and the least coverage: neither questions added nor a class raised lift it."""
    base = checklist(section("main", *(criterion(f"c{n}") for n in range(len(own))), floor=50))
    extra = tuple(criterion(f"x{n}") for n in range(len(added)))
    over = Overlay(
        format="ap-audit/overlay@1",
        id="over",
        version="1",
        extends=base.reference,
        title="Over",
        published=TODAY,
        sections={"main": SectionChange(criteria=extra)},
        criteria={f"c{raised % len(own)}": CriterionChange(class_=CriterionClass.GATEWAY)},
    )
    resolved, _ = resolve(over, base)
    assert resolved is not None
    answered = {f"c{n}": answer(rating, seen()) for n, rating in enumerate(own)}
    more = {f"x{n}": answer(rating) for n, rating in enumerate(added)}

    before = assess(base, audit(answered), TODAY, CALENDAR)
    after = assess(resolved, audit({**answered, **more}), TODAY, CALENDAR)

    assert after.verdict.rung.rank <= before.verdict.rung.rank
    assert after.sections[0].below_floor >= before.sections[0].below_floor
