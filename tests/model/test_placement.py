import pytest

from ap_audit.model.placement import reference_from


@pytest.mark.parametrize("reference", ["P07", "P-07", "AP2026-14", "ABC1", "P1234", "COM12"])
def test_opaque_references(reference: str) -> None:
    """Up to three letters and some digits name a placement, and nobody."""
    assert reference_from(reference) == reference


def test_small_letters_and_spaces() -> None:
    """A reference is kept in capitals, so that one placement has one file on every system."""
    assert reference_from(" p07 ") == "P07"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("Jamie", id="name"),
        pytest.param("JAMIE7", id="name and number"),
        pytest.param("Jo", id="initials"),
        pytest.param("J Smith", id="two names"),
        pytest.param("07", id="no letter"),
        pytest.param("2011-05-03", id="date of birth"),
        pytest.param("B20110503", id="date of birth after a letter"),
        pytest.param("A123456789012", id="pupil number"),
        pytest.param("../P07", id="path"),
        pytest.param("P07\nJamie", id="two lines"),
        pytest.param("COM1", id="a device of Windows"),
        pytest.param("LPT9", id="another device"),
    ],
)
def test_not_a_reference(typed: str) -> None:
    """What could be a name, a birthday or a pupil number is no reference."""
    assert reference_from(typed) == ""
