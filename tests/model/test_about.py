import pytest

from ap_audit.model.about import About
from ap_audit.model.words import Subject

HILLSIDE = About(Subject.PROVIDER, "hillside")
P07 = About(Subject.PLACEMENT, "hillside", "P07")
SCHOOL = About(Subject.SCHOOL)


@pytest.mark.parametrize(
    ("about", "name", "folder"),
    [
        pytest.param(HILLSIDE, "hillside", "providers/hillside", id="provider"),
        pytest.param(P07, "hillside/P07", "providers/hillside", id="placement"),
        pytest.param(SCHOOL, "school", "school", id="school"),
    ],
)
def test_names(about: About, name: str, folder: str) -> None:
    """Each has a name for the command line and a folder for its audits."""
    assert (about.name, about.folder) == (name, folder)


def test_order() -> None:
    """Providers come first, then placements, and the school last."""
    assert sorted([SCHOOL, P07, HILLSIDE], key=lambda about: about.order) == [HILLSIDE, P07, SCHOOL]
