"""Audits and contacts dated after today: `check` finds them, and they take nothing's place."""

import json
from pathlib import Path

from tests.cli.running import Shell

ON = ("--today", "2026-11-24")
FARM = "meadow-lane-farm-project"


def dated(example: Shell, day: str) -> Path:
    """A copy of the academy's good audit, as if the farm had got it on a day to come."""
    (good,) = (example.folder / "providers/brightwater-academy/audits").glob("2026-11-16*")
    path = example.folder / f"providers/{FARM}/audits/{day}.ap-provider.yaml"
    text = good.read_text(encoding="utf-8").replace("brightwater-academy", FARM)
    path.write_text(text.replace("\ndate: 2026-11-16", f"\ndate: {day}", 1), encoding="utf-8")
    return path


def test_it_is_a_problem_on_every_day_before(example: Shell) -> None:
    """A day of grace apart; by its own day it is none."""
    path = dated(example, "2026-12-24")
    said = example.run("check", str(path), *ON).output
    assert "2026-12-24 is still to come: today is 24 November 2026" in said
    example.refused(3, "check", str(path), *ON)
    for day in ("2026-12-23", "2026-12-24"):
        assert "still to come" not in example.run("check", str(path), "--today", day).output


def test_it_takes_no_audits_place(example: Shell) -> None:
    """The register, its year, what is due and the list of exceptions go by what has been."""
    path = dated(example, "2062-11-16").relative_to(example.folder).as_posix()
    said = json.loads(example.fine("register", *ON, "-f", "json"))
    assert said["rows"][3]["title"] == "Do not place"
    left_out = f"1 audit is left out, since dated after today: {path}."
    assert left_out in said["warnings"]
    assert left_out in json.loads(example.fine("due", *ON, "--json"))["says"]
    assert left_out in example.run("action", "list", *ON).stderr
    side = example.fine("compare", FARM, "brightwater-academy", *ON)
    assert "another audit is dated 16 November 2062, which is still to come." in side
    assert "Do not place" in side
    assert "1 file could not be read or judged." in example.fine()


def test_an_audit_that_is_asked_for_says_so(example: Shell) -> None:
    """It is shown, since it was named, and not as today's."""
    dated(example, "2062-11-16")
    for words in (("score", FARM), ("report", FARM, "-f", "md", "-o", "-")):
        said = example.fine(*words, *ON)
        assert "This audit is dated 16 November 2062, which is still to come" in said
