"""What is hidden in a text is made visible, and nothing else is touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.model.clean import clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Acme\x1b[31m Ltd", "Acme␛[31m Ltd"),
        ("a\x7fb", "a␡b"),
        ("Acme\u202etxt.exe", "Acme⟨U+202E⟩txt.exe"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("\ufeffstart", "⟨U+FEFF⟩start"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("half\ud800", "half⟨U+D800⟩"),
        ("c1\x9b31m", "c1⟨U+009B⟩31m"),
        ("line\r\nnext", "line␍\nnext"),
        ("plain\ttext\nin two lines", "plain\ttext\nin two lines"),
        ("Café, naïve, 学校, £5 – ‘so’ 👍", "Café, naïve, 学校, £5 – ‘so’ 👍"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    """Controls become their pictures, other hidden characters their number."""
    assert clean(text) == shown


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "L"])))
def test_nothing_acts_on_a_terminal(text: str) -> None:
    """No control but a new line and a tab is left, and cleaning twice is cleaning once."""
    left = {mark for mark in clean(text) if unicodedata.category(mark) in ("Cc", "Cs")}

    assert left <= {"\n", "\t"}
    assert clean(clean(text)) == clean(text)
