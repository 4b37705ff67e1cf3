import re

from hypothesis import given
from hypothesis import strategies as st

from ap_audit.interview.keys import key_for
from ap_audit.model.names import NAME_PATTERN
from tests.characters import ANY_CHARACTER


def test_keys() -> None:
    """A key is made of the first words, begins with a letter, and is never another's."""
    assert key_for("Letter of assurance from the centre", {}, "evidence") == (
        "letter-of-assurance-from-the"
    )
    assert key_for("2026 letter", {}, "evidence") == "evidence-2026-letter"
    assert key_for("…", {}, "action") == "action"
    assert key_for("Letter", {"letter": "letter", "letter-2": "LETTER"}, "evidence") == "letter-3"
    assert key_for("Letter", {"letter": "Letter"}, "evidence") == "letter"


@given(st.text(ANY_CHARACTER), st.sampled_from(["evidence", "action"]))
def test_keys_fit_the_file(what: str, kind: str) -> None:
    """Whatever the words, the key is one that a file may hold."""
    key = key_for(what, {}, kind)

    assert re.match(NAME_PATTERN, key)
    assert len(key) <= 60
