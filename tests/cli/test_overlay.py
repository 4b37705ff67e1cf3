"""Overlays in a workspace: checked, asked by, reported on."""

from pathlib import Path

import pytest

from tests.cli.running import TODAY, Shell

OVERLAY = """\
format: ap-audit/overlay@1
id: trust
version: "1"
extends: ap-provider@2026.1
title: The trust's
published: 2026-11-25
sections:
  trust:
    title: Our own
    criteria:
      - id: trust-contract
        ask: Is our contract signed?
        class: key
criteria:
  saf-missing-procedure:
    ask: Is there a procedure?
    because: {role: Trust lead, reason: Plainer., date: 2026-11-20}
"""


def put(shell: Shell, text: str, name: str = "trust@1") -> Path:
    """Write an overlay into the workspace."""
    shell.begin()
    (shell.folder / "checklists").mkdir(exist_ok=True)
    path = shell.folder / "checklists" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_overlay_is_used_like_any_checklist(shell: Shell) -> None:
    """It is listed, shown, asked by; what it weakens stands wherever its audits are shown."""
    put(shell, OVERLAY)
    shell.fine("new", "Acme", "--checklist", "trust", "--blank", "--today", TODAY)

    assert "trust@1  The trust's  (" in shell.fine("checklist", "list")
    shown = shell.fine("checklist", "show", "trust")
    assert "  trust-contract: added: Is our contract signed?" in shown
    assert "Trust lead, 20 November 2026: Plainer." in shown
    whole = shell.fine("checklist", "show", "trust", "--resolved")
    assert "Is our contract signed?" in whole
    assert "Weakened: saf-missing-procedure: ask: " in whole
    assert "Weakened by the overlay: saf-missing-procedure: ask: " in shell.fine("score", "acme")
    assert "- Weakened: saf-missing-procedure: ask:" in shell.fine("show", "acme")
    for audience in ("governors", "full"):
        report = shell.fine("report", "acme", "--format", "md", "--for", audience, "-o", "-")
        assert "1 change by the overlay trust" in report
        assert "Plainer." in report


def test_what_it_may_not_do_is_shown_in_its_own_lines(shell: Shell) -> None:
    """A hard gateway is never softened; the person's own line is shown."""
    text = OVERLAY.replace("saf-missing-procedure", "saf-checks-written")
    put(shell, text)

    said = shell.refused(3, "new", "Acme", "--checklist", "trust", "--blank")
    checked = shell.run("check")

    assert "checklists/trust@1.yaml:16:10: 'saf-checks-written' rests on law" in said
    assert "    ask: Is there a procedure?" in said
    assert "'saf-checks-written' rests on law" in checked.output
    assert checked.exit_code == 3


def test_flaws_of_the_whole_stand_in_the_overlays_lines(shell: Shell) -> None:
    """What an added question looks at must be there."""
    text = OVERLAY.replace("class: key", "class: key\n        when: {gone: {x: answered}}")
    put(shell, text)

    said = shell.refused(3, "new", "Acme", "--checklist", "trust", "--blank")

    assert "checklists/trust@1.yaml:14:15: 'gone' is not a criterion of this checklist" in said


@pytest.mark.parametrize(
    ("extends", "said"),
    [
        ("ap-provider@2025.1", "there is no checklist 'ap-provider@2025.1' to extend"),
        ("trust@1", "there is no checklist 'trust@1' to extend"),
        ("other@1", "'other@1' is an overlay itself"),
    ],
)
def test_what_can_be_extended(shell: Shell, extends: str, said: str) -> None:
    """A whole checklist that is there: not itself, and not another overlay."""
    path = put(shell, OVERLAY.replace("ap-provider@2026.1", extends))
    other = OVERLAY.replace("id: trust\n", "id: other\n")
    path.with_name("other@1.yaml").write_text(other, encoding="utf-8")

    assert said in shell.refused(3, "new", "Acme", "--checklist", "trust", "--blank")


def test_an_audit_is_pinned_to_what_the_overlay_resolves_to(shell: Shell) -> None:
    """A reason may be reworded; a question changed under an audit stops it from being judged."""
    path = put(shell, OVERLAY)
    shell.fine("new", "Acme", "--checklist", "trust", "--blank", "--today", TODAY)

    path.write_text(OVERLAY.replace("Plainer.", "Much plainer."), encoding="utf-8")
    shell.fine("score", "acme")
    path.write_text(OVERLAY.replace("contract signed", "contract there"), encoding="utf-8")

    assert "has changed since this audit began" in shell.refused(3, "score", "acme")
