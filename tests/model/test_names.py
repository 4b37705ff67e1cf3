"""Identifiers, and the folder that a provider's name becomes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.model.names import ID_PATTERN, NAME_PATTERN, SLUG_LENGTH, SLUG_PATTERN, slug_from
from tests.characters import ANY_CHARACTER


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Hillside Skills Centre", "hillside-skills-centre"),
        ("Café St. Jude's", "cafe-st-judes"),
        ("Café St. Jude’s", "cafe-st-judes"),
        ("O'Neill & Sons (Motor) Ltd.", "oneill-sons-motor-ltd"),
        ("Straße 7", "strasse-7"),
        ("Łódź Farm", "lodz-farm"),
        ("ÆRØ & Þór", "aero-thor"),
        ("Ǿster Œuvre", "oster-oeuvre"),
        ("Đurđa Ħal Gəncə", "durda-hal-gence"),
        ("I\u011fd\u0131r", "igdir"),
        ("CON", "provider-con"),
        ("git", "provider-git"),
        ("LPT1", "provider-lpt1"),
        ("Console", "console"),
        ("../../x", "x"),
        ("<script>", "script"),
        ("  -- ", ""),
        ("学校", ""),
        ("", ""),
        ("a" * 300, "a" * SLUG_LENGTH),
        ("The " + "very " * 20 + "long", "the-" + "very-" * 10 + "very"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    """A name becomes small letters and digits with hyphens, and no name that a system keeps."""
    assert slug_from(name) == slug


@given(st.text(ANY_CHARACTER, max_size=80))
def test_a_slug_is_a_folder_name_or_nothing(name: str) -> None:
    """Whatever is typed, the folder's name is harmless and short, and a slug stays as it is."""
    slug = slug_from(name)

    assert slug == "" or re.fullmatch(SLUG_PATTERN, slug)
    assert len(slug) <= SLUG_LENGTH
    assert slug_from(slug) == slug


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        (
            ID_PATTERN,
            ["saf-checks-written", "R20", "2026.1", "P07"],
            ["", "-x", ".x", "a b", "a_b"],
        ),
        (SLUG_PATTERN, ["hillside", "unit-7"], ["", "Hillside", "a--b", "-a", "a-", "a.b"]),
        (NAME_PATTERN, ["expires", "first_aid", "on-site2"], ["", "7up", "Expires", "a_", "a b"]),
    ],
    ids=["id", "slug", "name"],
)
def test_patterns(pattern: str, fits: list[str], does_not: list[str]) -> None:
    """What an id, a slug and a name may be."""
    assert [text for text in fits if not re.fullmatch(pattern, text)] == []
    assert [text for text in does_not if re.fullmatch(pattern, text)] == []
