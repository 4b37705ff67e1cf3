"""Two short checklists of a workspace's own: one about a placement, one about the school."""

from pathlib import Path

_FORM = """\
format: ap-audit/checklist@1
id: {name}
version: "1"
title: {title}
subject: {subject}
published: 2026-11-23
sections:
  - id: first
    title: First
    criteria:
      - id: fact
        ask: What is so?
        class: record
        record:
          kind: {{type: choice, ask: Which?, choices: {{none: None of these, all: All of these}}}}
      - id: gate
        ask: Is it shown?
        class: gateway
        why: It matters.
        ratings: {{met: It is., partly: In part., not-met: It is not.}}
        evidence: {{needs: [copy]}}
      - id: only-for-all
        ask: Is it so for all?
        class: standard
        why: It matters.
        ratings: {{met: It is., partly: In part., not-met: It is not.}}
        when: {{fact: all}}
verdicts:
  stop: {{title: Not as it should be, says: Something that must be met is not.}}
  not-shown: {{title: Not yet shown, says: Something that must be met is not shown.}}
  conditions: {{title: With conditions, says: Something is left to do.}}
  clear: {{title: In order, says: What was asked has been shown.}}
"""


def write_checklists(workspace: Path) -> None:
    """Put both into the workspace's folder of checklists."""
    folder = workspace / "checklists"
    folder.mkdir(exist_ok=True)
    for name, title, subject in (
        ("pupil-start", "Before the first day", "placement"),
        ("own-practice", "Our own practice", "school"),
    ):
        text = _FORM.format(name=name, title=title, subject=subject)
        (folder / f"{name}@1.yaml").write_text(text, encoding="utf-8")
