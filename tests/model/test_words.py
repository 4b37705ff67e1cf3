"""The closed lists: what a person reads, and the orders that judging relies on."""

from enum import StrEnum

import pytest

from ap_audit.model.words import (
    CriterionClass,
    LegalWeight,
    Rating,
    Rung,
    Seen,
    Severity,
    Stage,
    Verification,
)

TOLD, SECOND_HAND, COPY, ORIGINAL, ON_SITE = Seen


@pytest.mark.parametrize(
    ("word", "title"),
    [
        (Rating.MET, "met"),
        (Rating.PARTLY, "partly met"),
        (Rating.NOT_MET, "not met"),
        (Rating.CANNOT_TELL, "could not tell"),
        (Rating.NOT_APPLICABLE, "does not apply"),
        (Rating.NOT_CHECKED, "not yet checked"),
        (Seen.TOLD, "told by the provider"),
        (Seen.SECOND_HAND, "seen by another commissioner"),
        (Seen.COPY, "copy seen"),
        (Seen.ORIGINAL, "original seen"),
        (Seen.ON_SITE, "seen on site"),
        (Stage.DESK, "at the desk"),
        (LegalWeight.STATUTORY_GUIDANCE, "statutory guidance"),
        (LegalWeight.NATIONAL_GUIDANCE, "national guidance, not statutory"),
        (Verification.SECONDARY, "known from published accounts, not read"),
        (Verification.UNVERIFIED, "not checked"),
    ],
)
def test_titles(word: Rating | Seen | Stage | LegalWeight | Verification, title: str) -> None:
    """A word of the files is read by a person in plain English."""
    assert word.title == title


@pytest.mark.parametrize("words", [Rating, Seen, Stage, LegalWeight, Verification])
def test_every_word_has_a_title_of_its_own(
    words: type[Rating | Seen | Stage | LegalWeight | Verification],
) -> None:
    """No two words of a list read alike."""
    titles = [word.title for word in words]

    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("rating", "rated", "unknown"),
    [
        (Rating.MET, True, False),
        (Rating.PARTLY, True, False),
        (Rating.NOT_MET, True, False),
        (Rating.CANNOT_TELL, False, True),
        (Rating.NOT_CHECKED, False, True),
        (Rating.NOT_APPLICABLE, False, False),
    ],
)
def test_a_rating_is_rated_unknown_or_neither(
    rating: Rating, *, rated: bool, unknown: bool
) -> None:
    """Not known is not no, and "does not apply" is neither."""
    assert (rating.rated, rating.unknown) == (rated, unknown)


@pytest.mark.parametrize(
    ("kind", "weight"),
    [
        (CriterionClass.GATEWAY, 3),
        (CriterionClass.KEY, 2),
        (CriterionClass.STANDARD, 1),
        (CriterionClass.RECORD, 0),
    ],
)
def test_weights(kind: CriterionClass, weight: int) -> None:
    """A class weighs what the design says."""
    assert kind.weight == weight


@pytest.mark.parametrize(
    ("need", "satisfied_by"),
    [
        (COPY, {COPY, ORIGINAL}),
        (ORIGINAL, {ORIGINAL}),
        (ON_SITE, {ON_SITE}),
        (TOLD, {TOLD}),
        (SECOND_HAND, {SECOND_HAND}),
    ],
)
def test_what_satisfies_a_need(need: Seen, satisfied_by: set[Seen]) -> None:
    """An original serves for a copy; nothing serves for a visit, nor a visit for a document."""
    assert {seen for seen in Seen if seen.satisfies(need)} == satisfied_by


def test_told_is_not_seen() -> None:
    """Only what the school saw with its own eyes is first-hand."""
    assert {seen for seen in Seen if seen.first_hand} == {COPY, ORIGINAL, ON_SITE}


@pytest.mark.parametrize(
    ("order", "ranks"),
    [
        (Severity, {"stop": 0, "urgent": 1, "warn": 2, "note": 3}),
        (Rung, {"stop": 1, "not-shown": 2, "conditions": 3, "clear": 4}),
    ],
)
def test_ranks(order: type[StrEnum], ranks: dict[str, int]) -> None:
    """The worst comes first, in findings and on the ladder."""
    assert {word.value: word.rank for word in order if isinstance(word, Severity | Rung)} == ranks
