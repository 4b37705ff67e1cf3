"""That the shipped checklists ask everything they set out to ask, in one voice."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.words import Depth
from tests.rules.shipped import CHECKLISTS, shipped

DATA = Path(__file__).parents[1] / "data"
MANUAL = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")


def _reasons(heading: str) -> dict[str, str]:
    """What the manual's table under a heading says, by row or rule."""
    part = MANUAL.split(f"## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `([A-Za-z0-9-]+)` \| (.{20,}) \|$", part, re.MULTILINE))


NOT_ASKED = _reasons("Rows that no checklist asks")
OTHER_DEPTH = _reasons("Rows asked at another depth")
OTHER_RULES = _reasons("Rules that are not in a checklist")


def _lines(name: str) -> list[list[str]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if not line.startswith("#")]


ROWS = {name: (tier, gate) for name, tier, gate in _lines("catalogue.txt")}
STATEMENTS = {number: names for number, *names in _lines("seed.txt")}


@pytest.fixture(scope="module")
def checklists() -> list[Checklist]:
    """Every shipped edition."""
    return [shipped(path.stem).checklist for path in sorted(CHECKLISTS.glob("*@*.yaml"))]


@pytest.fixture(scope="module")
def asked(checklists: list[Checklist]) -> dict[str, list[Criterion]]:
    """Every criterion of every shipped edition, by its id."""
    found: dict[str, list[Criterion]] = defaultdict(list)
    for checklist in checklists:
        for criterion in checklist.criteria():
            found[criterion.id].append(criterion)
    return found


def test_the_catalogue_is_whole() -> None:
    """187 rows, 120 of them core; 52 gateways, 20 of them hard, and four more sometimes."""
    gates = [gate for _, gate in ROWS.values()]

    assert (len(ROWS), len([tier for tier, _ in ROWS.values() if tier == "core"])) == (187, 120)
    assert [gates.count(word) for word in ("hard", "gateway", "sometimes")] == [20, 32, 4]
    assert len(STATEMENTS) == 26


def test_every_row_is_asked(asked: dict[str, list[Criterion]]) -> None:
    """A row stands in a checklist, or in the manual with the reason why it does not."""
    assert [name for name in ROWS if name not in asked and name not in NOT_ASKED] == []


def test_no_reason_is_out_of_date(asked: dict[str, list[Criterion]]) -> None:
    """What the manual says is not asked is a row, and is not asked."""
    assert [name for name in NOT_ASKED if name in asked or name not in ROWS] == []


def test_gateways_stay_gateways(asked: dict[str, list[Criterion]]) -> None:
    """What decides in the catalogue decides wherever it is asked, always at core depth."""
    softened = [
        name
        for name, (_, gate) in ROWS.items()
        for criterion in asked.get(name, ())
        if gate in ("gateway", "hard")
        and not (criterion.is_gateway and criterion.depth is Depth.CORE)
    ]

    assert softened == []


def test_hard_gateways_stay_hard(asked: dict[str, list[Criterion]]) -> None:
    """What law or statutory guidance stands behind is marked so wherever it is asked."""
    softened = [
        name
        for name, (_, gate) in ROWS.items()
        for criterion in asked.get(name, ())
        if criterion.hard is not (gate == "hard")
    ]

    assert softened == []


def test_depth_follows_the_catalogue(asked: dict[str, list[Criterion]]) -> None:
    """A core row is asked of everyone somewhere, an optional one on request unless it decides."""
    other = {
        name
        for name, (tier, _) in ROWS.items()
        if (found := asked.get(name, []))
        and any(one.depth is Depth.CORE for one in found)
        is not (tier == "core" or any(one.is_gateway for one in found))
    }

    assert other == set(OTHER_DEPTH)


def test_an_id_means_one_question(
    asked: dict[str, list[Criterion]], checklists: list[Checklist]
) -> None:
    """The same id asks the same question, of the same class, unless an edition says otherwise."""
    declared = {name for checklist in checklists for name in checklist.changes}
    torn = [
        name
        for name, criteria in asked.items()
        if len({(" ".join(one.ask.split()), one.class_) for one in criteria}) > 1
    ]

    assert set(torn) - declared == set()


@pytest.mark.parametrize("number", STATEMENTS)
def test_every_statement_is_covered(number: str, asked: dict[str, list[Criterion]]) -> None:
    """Each statement of the article is answered by criteria that are asked."""
    names = STATEMENTS[number]
    if names[0] == "-":
        assert len(names) > 1
        return
    wanted = [
        row
        for name in names
        for row in (ROWS if name.endswith("*") else [name])
        if row.startswith(name.removesuffix("*"))
    ]

    assert wanted
    assert [row for row in wanted if row not in asked and row not in NOT_ASKED] == []


def test_every_rule_has_a_home(checklists: list[Checklist]) -> None:
    """R01 to R42 each stand in a checklist, or in the manual with where they are instead."""
    written = {name[:3] for checklist in checklists for name in checklist.rules}
    rules = [f"R{number:02}" for number in range(1, 43)]

    assert [name for name in rules if name not in written and name not in OTHER_RULES] == []
