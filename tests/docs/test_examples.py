"""The examples of the guide, run."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ap_audit.cli.app import app

DOCS = Path(__file__).parents[2] / "docs"


def test_the_checklist_of_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checklist in the guide is sound, and an audit can be begun on it."""
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "writing-a-checklist.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- example: (\S+) -->\n```yaml\n(.*?)```", text, re.DOTALL)
    assert found
    runner = CliRunner()
    assert runner.invoke(app, ["init", "--no-input"]).exit_code == 0
    (tmp_path / "checklists").mkdir(exist_ok=True)
    (tmp_path / "checklists" / found[1]).write_text(found[2], encoding="utf-8")

    checked = runner.invoke(app, ["checklist", "check", f"checklists/{found[1]}"])
    begun = runner.invoke(app, ["new", "Acme", "--checklist", "visit-basics", "--blank"])

    assert (checked.stdout, checked.exit_code) == ("", 0)
    assert begun.exit_code == 0, begun.output
