from fractions import Fraction

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Checklist, RungWords
from ap_audit.model.condition import Data
from ap_audit.model.words import Rating, Rung
from ap_audit.rules.assess import assess
from ap_audit.rules.bands import band_flaws, number_in
from ap_audit.rules.soundness import soundness
from tests.builders import (
    CALENDAR,
    REGISTER,
    TODAY,
    audit,
    checklist,
    condition,
    criterion,
    section,
)


def with_bands(**whens: Data) -> Checklist:
    """Ten questions in two sections, and bands with these conditions."""
    made = checklist(
        section("first", *(criterion(f"a{n}") for n in range(5))),
        section("second", *(criterion(f"b{n}") for n in range(5))),
    )
    bands = {
        name: RungWords(title=name.capitalize(), says=f"{name}.", when=condition(when))
        for name, when in whens.items()
    }
    return replace(made, verdicts={**made.verdicts, **bands})


def reached(made: Checklist, *ratings: Rating) -> tuple[str, tuple[str, ...]]:
    """The band that these ratings lead to, the rest being met, and why."""
    names = [one.id for one in made.criteria()]
    given = {**dict.fromkeys(names, Rating.MET), **dict(zip(names, ratings, strict=False))}
    found = assess(made, audit(given), TODAY, CALENDAR).verdict
    assert found.rung is Rung.CLEAR
    assert found.best is not bool(found.band)
    return found.band, found.because


EIGHTY_NINETY: dict[str, Data] = {
    "improve": {"total": {"worst": {"less_than": "80 %"}}},
    "fair": {"total": {"worst": {"less_than": "9/10"}}},
}


@pytest.mark.parametrize(
    ("ratings", "band"),
    [
        ((), ""),
        ((Rating.NOT_MET,), ""),
        ((Rating.NOT_MET, Rating.PARTLY), "fair"),
        ((Rating.NOT_MET, Rating.NOT_MET), "fair"),
        ((Rating.NOT_MET, Rating.NOT_MET, Rating.PARTLY), "improve"),
        ((Rating.CANNOT_TELL, Rating.NOT_CHECKED), "fair"),
    ],
)
def test_ninety_and_eighty(ratings: tuple[Rating, ...], band: str) -> None:
    """Exactly 90 percent is not below 90; what is left open counts as not met."""
    assert reached(with_bands(**EIGHTY_NINETY), *ratings)[0] == band


@pytest.mark.parametrize(
    ("when", "because"),
    [
        (
            {"total": {"worst": {"less_than": "90 %"}}},
            ("The worst case is 80.00 %: less than 90 %.",),
        ),
        ({"total": {"worst": {"less_than": "80%"}}}, ()),
        (
            {"total": {"worst": {"at_most": "0.8"}}},
            ("The worst case is 80.00 %: at most 0.8.",),
        ),
        (
            {"first": {"worst": {"less_than": "1/1"}}},
            ("The worst case in section first is 60.00 %: less than 1/1.",),
        ),
        ({"second": {"worst": {"less_than": "1/1"}}}, ()),
        (
            {"total": {"coverage": {"less_than": "95 %"}}},
            ("The coverage is 90.00 %: less than 95 %.",),
        ),
        (
            {"total": {"unknown": {"at_least": "1"}}},
            ("The number of questions left open is 1: at least 1.",),
        ),
        ({"total": {"unknown": {"more_than": "1"}}}, ()),
        (
            {"total": {"below-met": {"more_than": "1"}}},
            ("The number of questions not found met is 2: more than 1.",),
        ),
        (
            {
                "all": [
                    {"total": {"unknown": {"at_least": "1"}}},
                    {"second": {"worst": {"less_than": "1/1"}}},
                ]
            },
            (),
        ),
        (
            {
                "any": [
                    {"total": {"unknown": {"at_least": "2"}}},
                    {"total": {"worst": {"at_most": "80 %"}}},
                ]
            },
            ("The worst case is 80.00 %: at most 80 %.",),
        ),
        (
            {"total": {"unknown": {"at_least": "1"}, "worst": {"at_most": "80 %"}}},
            (
                "The number of questions left open is 1: at least 1.",
                "The worst case is 80.00 %: at most 80 %.",
            ),
        ),
    ],
)
def test_figures(when: Data, because: tuple[str, ...]) -> None:
    """Of one question not met and one left open, out of ten."""
    found = reached(with_bands(band=when), Rating.NOT_MET, Rating.CANNOT_TELL)

    assert found == ("band" if because else "", because)


def test_a_section_that_asks_nothing_here() -> None:
    """A share of nothing is no figure, and holds nothing back."""
    made = with_bands(band={"second": {"worst": {"less_than": "1/1"}}})
    first, second = made.sections
    ignored = tuple(replace(one, not_applicable="with-reason") for one in second.criteria)
    made = replace(made, sections=(first, replace(second, criteria=ignored)))
    given = {one.id: Rating.MET for one in first.criteria}

    left_out = {one.id: Answer(rating=Rating.NOT_APPLICABLE, reason="None here") for one in ignored}

    assert assess(made, audit({**given, **left_out}), TODAY, CALENDAR).verdict.band == ""


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"third": {"worst": {"less_than": "1"}}}, "'third' is neither 'total' nor a section"),
        (
            {"total": {"score": {"less_than": "1"}}},
            "'score' is not a figure; there are: worst, coverage, unknown, below-met",
        ),
        (
            {"total": {"worst": {"at_least": "1"}}},
            "a verdict looks for what falls short: test 'worst' with less_than or at_most",
        ),
        (
            {"total": {"unknown": {"at_most": "1"}}},
            "a verdict looks for what falls short: test 'unknown' with at_least or more_than",
        ),
        (
            {"total": {"worst": {"less_than": "much"}}},
            "'worst' is compared with a number, such as 90 %, 9/10 or 3",
        ),
        (
            {"total": {"worst": {"less_than": {"parameter": "p"}}}},
            "'worst' is compared with a number, such as 90 %, 9/10 or 3",
        ),
        ({"not": {"total": {"worst": {"less_than": "1/2"}}}}, "'not:' has no place in a verdict"),
        (
            {"any": [{"not": {"total": {"worst": {"less_than": "1/2"}}}}]},
            "'not:' has no place in a verdict",
        ),
    ],
)
def test_conditions_that_would_mislead(when: Data, said: str) -> None:
    """Nothing that leaving a question out could turn to the better."""
    assert [
        flaw.what for flaw in soundness(with_bands(band=when), REGISTER) if not flaw.warning
    ] == [said]


def test_who_says_when_a_rung_holds() -> None:
    """The engine for its four; the checklist for the others."""
    made = with_bands()
    when = condition({"total": {"worst": {"less_than": "1/2"}}})
    stop = replace(made.verdicts["stop"], when=when)
    mute = RungWords(title="Mute", says="Mute.")
    flaws = band_flaws(replace(made, verdicts={**made.verdicts, "stop": stop, "mute": mute}))

    assert [flaw.what for flaw in flaws] == [
        "'stop' is a rung of the engine, which says itself when it holds",
        "'mute' does not say when it holds",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("90 %", Fraction(9, 10)),
        ("90%", Fraction(9, 10)),
        ("89.5 %", Fraction(179, 200)),
        ("9/10", Fraction(9, 10)),
        ("3", Fraction(3)),
        ("1/0", None),
        ("-1", None),
    ],
)
def test_numbers(text: str, number: Fraction | None) -> None:
    """Percent, fractions and whole numbers, exactly."""
    assert number_in(text) == number


def test_an_unsound_band_is_never_judged() -> None:
    """Soundness comes first; what it refuses is not guessed at."""
    with pytest.raises(TypeError):
        reached(with_bands(band={"not": {"total": {"worst": {"less_than": "1/2"}}}}))
