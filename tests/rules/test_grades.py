from fractions import Fraction

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Moderation, OtherAnswer
from ap_audit.model.checklist import Checklist, Grade
from ap_audit.model.words import Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.conformity import conformity
from ap_audit.rules.grades import best_first, scale_flaws, with_rating, worth
from tests.builders import CALENDAR, INTEGER, TODAY, audit, checklist, criterion


def grade(value: str, counts_as: Rating) -> Grade:
    """A word of a scale."""
    return Grade(value=value, counts_as=counts_as, title=value)


SCALE = {
    "excellent": grade("1", Rating.MET),
    "good": grade("9/10", Rating.MET),
    "fair": grade("1/2", Rating.PARTLY),
    "weak": grade("1/3", Rating.PARTLY),
    "poor": grade("0", Rating.NOT_MET),
}
KITCHEN: Checklist = replace(
    checklist(criterion("c"), criterion("n", record={"n": INTEGER})), scale=SCALE
)


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        (Answer(rating=Rating.MET, grade="excellent"), Fraction(1)),
        (Answer(rating=Rating.MET, grade="good"), Fraction(9, 10)),
        (Answer(rating=Rating.MET), Fraction(9, 10)),
        (Answer(rating=Rating.PARTLY, grade="fair"), Fraction(1, 2)),
        (Answer(rating=Rating.PARTLY), Fraction(1, 3)),
        (Answer(rating=Rating.NOT_MET, grade="poor"), Fraction(0)),
        (Answer(rating=Rating.CANNOT_TELL), Fraction(0)),
    ],
)
def test_what_a_word_is_worth(answer: Answer, points: Fraction) -> None:
    """Its exact value; without a word, the least that the rating may have meant."""
    assert assess(KITCHEN, audit({"c": answer}), TODAY, CALENDAR).total.points == points


def test_a_word_does_not_outlive_its_rating() -> None:
    """Where an answer counts as less than was recorded, it is worth the most that can be.

    Otherwise met without its value would score less than partly with the best word.
    """
    excellent = Answer(rating=Rating.MET, grade="excellent")
    found = assess(KITCHEN, audit({"n": excellent}), TODAY, CALENDAR).outcomes[1]

    assert (found.judged, found.grade, found.worth) == (Rating.PARTLY, None, Fraction(1, 2))


@pytest.mark.parametrize(
    ("own", "other", "points", "shown"),
    [
        ((Rating.MET, "excellent"), (Rating.MET, "good"), Fraction(9, 10), "9/10"),
        ((Rating.MET, "good"), (Rating.MET, "excellent"), Fraction(9, 10), "9/10"),
        ((Rating.MET, "excellent"), (Rating.MET, None), Fraction(9, 10), None),
        ((Rating.MET, "excellent"), (Rating.PARTLY, "weak"), Fraction(1, 3), "1/3"),
        ((Rating.MET, "excellent"), (Rating.PARTLY, None), Fraction(1, 3), None),
        ((Rating.PARTLY, "fair"), (Rating.MET, "good"), Fraction(1, 2), "1/2"),
    ],
)
def test_two_auditors_words(
    own: tuple[Rating, str | None],
    other: tuple[Rating, str | None],
    points: Fraction,
    shown: str | None,
) -> None:
    """Until the two are settled the lesser word counts; then the first auditor's alone."""
    second = OtherAnswer(rating=other[0], grade=other[1], by="Head")
    given = Answer(rating=own[0], grade=own[1], other=second)
    settled = Moderation(by="Head", date=TODAY, reason="Looked again")

    found = assess(KITCHEN, audit({"c": given}), TODAY, CALENDAR).outcomes[0]
    after = assess(
        KITCHEN, audit({"c": replace(given, moderated=settled)}), TODAY, CALENDAR
    ).outcomes[0]

    assert found.worth == points
    assert (found.grade.value if found.grade else None) == shown
    assert found.because[0].startswith("Two auditors differ: ")
    assert after.worth == Fraction(SCALE[own[1] or ""].value)


def test_two_auditors_who_differ_in_a_word_alone() -> None:
    """The words of the scale are said, for the ratings are the same."""
    second = OtherAnswer(rating=Rating.MET, grade="good", by="Head")
    given = Answer(rating=Rating.MET, grade="excellent", by="AP lead", other=second)

    found = assess(KITCHEN, audit({"c": given}), TODAY, CALENDAR).outcomes[0]
    same = replace(given, other=replace(second, grade="excellent"))

    (said,) = found.because
    assert said.startswith('Two auditors differ: AP lead answered "1", Head "9/10". Until that')
    assert assess(KITCHEN, audit({"c": same}), TODAY, CALENDAR).outcomes[0].because == ()


def test_words_of_a_second_auditor_and_of_the_provider() -> None:
    """Both must be in the scale and agree with their ratings; a claim needs none."""
    odd = OtherAnswer(rating=Rating.MET, grade="odd")
    poor = OtherAnswer(rating=Rating.MET, grade="poor")
    bare = OtherAnswer(rating=Rating.MET)
    given = Answer(rating=Rating.MET, grade="good", other=odd, claim=poor)

    wrong = conformity(KITCHEN, audit({"c": given}))
    plain = conformity(KITCHEN, audit({"c": replace(given, other=bare, claim=bare)}))

    assert [flaw.path[2:] for flaw in wrong] == [("other", "grade"), ("claim", "grade")]
    assert [(flaw.path[2:], flaw.warning) for flaw in plain] == [(("other", "rating"), True)]


@pytest.mark.parametrize(
    ("scale", "judged", "value"),
    [
        ({}, Rating.PARTLY, Fraction(1, 2)),
        ({"yes": grade("1", Rating.MET), "no": grade("0", Rating.NOT_MET)}, Rating.PARTLY, 0),
        (
            {"yes": grade("1", Rating.MET), "no": grade("1/4", Rating.NOT_MET)},
            Rating.PARTLY,
            Fraction(1, 4),
        ),
        ({"yes": grade("1", Rating.MET)}, Rating.NOT_MET, 0),
    ],
)
def test_a_rating_that_the_scale_has_no_word_for(
    scale: dict[str, Grade], judged: Rating, value: Fraction
) -> None:
    """It is worth no more than the best word below it."""
    assert worth(scale, Answer(rating=judged), judged) == value


def test_a_grade_alone_has_its_rating() -> None:
    """Where only the word is given, the rating is what it counts as."""
    assert with_rating(KITCHEN, Answer(grade="fair")).rating is Rating.PARTLY
    assert with_rating(KITCHEN, Answer(grade="odd")) == Answer(grade="odd")
    kept = Answer(rating=Rating.MET, grade="fair")
    assert with_rating(KITCHEN, kept) == kept


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(rating=Rating.MET, grade="good"), []),
        (Answer(rating=Rating.NOT_CHECKED), []),
        (Answer(rating=Rating.MET), ["no word of this checklist's scale is given"]),
        (Answer(rating=Rating.MET, grade="goood"), ["'goood' is not in this checklist's scale"]),
        (Answer(rating=Rating.MET, grade="xyz"), ["'xyz' is not in this checklist's scale"]),
        (Answer(rating=Rating.MET, grade="poor"), ["'poor' counts as not met here"]),
    ],
)
def test_grades_in_an_audit(answer: Answer, said: list[str]) -> None:
    """A word must be in the scale and agree with the rating; a missing one is a warning."""
    assert [flaw.what for flaw in conformity(KITCHEN, audit({"c": answer}))] == said


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        ({}, []),
        (SCALE, []),
        (
            {"yes": grade("1", Rating.MET), "odd": grade("1", Rating.CANNOT_TELL)},
            ["a word counts as met, partly or not-met"],
        ),
        (
            {"yes": grade("1", Rating.MET), "partly": grade("1", Rating.MET)},
            ["'partly' means something else everywhere"],
        ),
        (
            {"yes": grade("1", Rating.MET), "more": grade("3/2", Rating.MET)},
            ["is more than 1, and 1 is all that can be met"],
        ),
        (
            {
                "yes": grade("1", Rating.MET),
                "low": grade("1/4", Rating.MET),
                "half": grade("1/2", Rating.PARTLY),
            },
            ["is worth less than a word that counts as a lower rating"],
        ),
        ({"half": grade("1/2", Rating.MET)}, ["no word of the scale counts as met and is worth 1"]),
    ],
)
def test_sound_scales(scale: dict[str, Grade], said: list[str]) -> None:
    """A better word is never worth less, and the best is worth 1."""
    assert [flaw.what for flaw in scale_flaws(scale)] == said


def test_the_best_first() -> None:
    """By what they are worth, exactly, whatever order they are written in."""
    grades = {
        "half": Grade(value="1/2", counts_as=Rating.PARTLY, title="Half"),
        "third": Grade(value="1/3", counts_as=Rating.PARTLY, title="A third"),
        "all": Grade(value="1", counts_as=Rating.MET, title="All"),
    }

    assert [name for name, _ in best_first(grades)] == ["all", "half", "third"]
