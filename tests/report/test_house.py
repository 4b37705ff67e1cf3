import pytest

from ap_audit.model.house import House
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.house import HouseStyle, house_flaws, house_style
from ap_audit.report.render import render
from tests.report.builders import TEMPLATES, typical

LOGO = "data:image/png;base64,iVBORw0KGgo="


@pytest.mark.parametrize(
    ("house", "path", "what"),
    [
        pytest.param(House(), "", "", id="nothing set"),
        pytest.param(House(colour="#1d4f91", tint="#eef3f9"), "", "", id="both can be read"),
        pytest.param(
            House(colour="#ffcc00"),
            "colour",
            "text in #ffcc00 could not be read on white:"
            " their contrast is 1.5 to 1, and 4.5 to 1 is needed",
            id="yellow on white",
        ),
        pytest.param(
            House(colour="#777777"),
            "colour",
            "text in #777777 could not be read on white:"
            " their contrast is 4.4 to 1, and 4.5 to 1 is needed",
            id="just too pale",
        ),
        pytest.param(
            House(tint="#808080"),
            "tint",
            "text in #484d51 could not be read on #808080:"
            " their contrast is 2.1 to 1, and 4.5 to 1 is needed",
            id="a dark tint",
        ),
        pytest.param(
            House(colour="#767676", tint="#e8e8e8"),
            "tint",
            "text in #767676 could not be read on #e8e8e8:"
            " their contrast is 3.7 to 1, and 4.5 to 1 is needed",
            id="its own colour on its own tint",
        ),
    ],
)
def test_a_colour_that_could_not_be_read_is_refused(house: House, path: str, what: str) -> None:
    """The sentence says which text on which ground, what was found and what is needed."""
    found = [(flaw.path, flaw.what) for flaw in house_flaws(house)]
    assert found == ([(("house", path), what)] if what else [])


def test_a_report_wears_the_house_style() -> None:
    """Logo, colours and a line at the foot; and still nothing is fetched."""
    house = House(logo="logo.png", colour="#1d4f91", tint="#eef3f9", foot="Part of <Northgate>")
    page = render(typical().view(), "html", shipped=TEMPLATES, house=house_style(house, LOGO))
    assert f'<img class="logo" src="{LOGO}" alt="">' in page
    assert "--brand: #1d4f91" in page
    assert "--wash: #eef3f9" in page
    assert '<p class="foot">Part of &lt;Northgate&gt;</p>' in page
    assert wrong_with_page(page, must_show=frozenset(("advice",))) == []


def test_the_line_at_the_foot_stands_in_markdown_too() -> None:
    """There is no logo and no colour there."""
    page = render(typical().view(), "md", shipped=TEMPLATES, house=HouseStyle(foot="Ask *us*"))
    assert "\nAsk \\*us\\*\n" in page
