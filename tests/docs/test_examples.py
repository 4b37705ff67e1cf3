"""The examples of the guide, run."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ap_audit.cli.app import app

DOCS = Path(__file__).parents[2] / "docs"
_EXAMPLE = re.compile(r"<!-- example: (\S+) -->\n```yaml\n(.*?)```", re.DOTALL)


def examples() -> Iterator[object]:
    """Every checklist and overlay that stands in the guide."""
    for page in sorted(DOCS.glob("*.md")):
        for name, text in _EXAMPLE.findall(page.read_text(encoding="utf-8")):
            yield pytest.param(name, text, id=f"{page.stem}: {name}")


@pytest.mark.parametrize(("name", "text"), list(examples()))
def test_checklists_of_the_guide(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checklist in the guide has no problem, and an audit can be begun on it.

    The one that the guide begins with has no warning either; others are kept short for one point.
    """
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(app, ["init", "--no-input"]).exit_code == 0
    (tmp_path / "checklists").mkdir(exist_ok=True)
    (tmp_path / "checklists" / name).write_text(text, encoding="utf-8")
    ident = name.partition("@")[0]

    checked = runner.invoke(app, ["checklist", "check", f"checklists/{name}"])
    own = "\nsubject: school\n" in text
    named = [] if own else ["Acme"]
    begun = runner.invoke(app, ["new", *named, "--checklist", ident, "--blank"])
    scored = runner.invoke(app, ["score", "school" if own else "acme"])

    assert checked.exit_code == 0, checked.output
    assert ident != "visit-basics" or checked.stdout == ""
    assert begun.exit_code == 0, begun.output
    assert scored.exit_code == 0, scored.output


def test_the_derived_input_of_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The part of a checklist that shows a derived input is sound, and so are its term dates."""
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "writing-a-checklist.md").read_text(encoding="utf-8")
    whole = re.search(r"<!-- example: (\S+) -->\n```yaml\n(.*?)```", text, re.DOTALL)
    part = re.search(r"<!-- part: \S+ -->\n```yaml\n(.*?)```", text, re.DOTALL)
    terms = re.search(r"```yaml\n(terms:.*?)```", text, re.DOTALL)
    assert whole
    assert part
    assert terms
    asked = """\
      - id: visit-agreed
        ask: When was the visit agreed?
        class: record
        why: School days are counted from it.
        record: {agreed: {type: date, ask: "On what day?"}}
"""
    before, after = whole[2].split("rules:\n")
    runner = CliRunner()
    assert runner.invoke(app, ["init", "--no-input"]).exit_code == 0
    with (tmp_path / "ap-audit.yaml").open("a", encoding="utf-8") as settings:
        settings.write(terms[1])
    (tmp_path / "checklists").mkdir(exist_ok=True)
    path = tmp_path / "checklists" / whole[1]
    path.write_text(before + asked + part[1] + after, encoding="utf-8")

    checked = runner.invoke(app, ["check"])
    sound = runner.invoke(app, ["checklist", "check", str(path)])

    assert (checked.stdout, checked.exit_code) == ("", 0)
    assert (sound.stdout, sound.exit_code) == ("", 0)
