"""A person who answers on a pipe, and a hand that kills the program: `killing.py N SEED`.

Started in an empty folder. Each round goes on with the audit that the round before left. Prints how
many rounds there were, how many answers were called saved, and what of it was wrong.
"""

import os
import random
import re
import signal
import sys
import time
from pathlib import Path

import ap_audit.interview.dialogue
import ap_audit.interview.terminal  # noqa: F401 -- see main
from ap_audit.cli.app import app
from ap_audit.errors import InvalidFile
from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit

QUESTIONS = 20
ON = ("--today", "2026-11-24")
CRITERION = """\
      - id: q-{number}
        ask: Is question {number} met?
        class: standard
        why: It matters.
        ratings: {{met: It is., partly: In part., not-met: It is not.}}
"""
CHECKLIST = """\
format: ap-audit/checklist@1
id: walk
version: "1"
title: A walk
subject: provider
published: 2026-11-23
sections:
  - id: all
    title: All
    criteria:
{criteria}verdicts:
  stop: {{title: A, says: A.}}
  not-shown: {{title: B, says: B.}}
  conditions: {{title: C, says: C.}}
  clear: {{title: D, says: D.}}
"""
SAVED = re.compile(r"^Saved: could not tell\. (note-\d+)$", re.MULTILINE)


def interview(typed: int, shown: int) -> None:
    """Hold an interview on two pipes; never returns."""
    os.dup2(typed, 0)
    os.dup2(shown, 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
    try:
        app(["new", "Acme", "--checklist", "walk", *ON], standalone_mode=False)
    finally:
        os._exit(0)


def killed(after: int, delay: float, lines: str) -> set[str]:
    """The answers that were called saved before the program was killed: so many, and a moment."""
    typed, typing = os.pipe()
    watched, shown = os.pipe()
    child = os.fork()
    if not child:
        os.close(typing)
        interview(typed, shown)
    os.close(typed)
    os.close(shown)
    os.write(typing, lines.encode())
    said = b""
    while said.count(b"Saved: ") < after and (more := os.read(watched, 4096)):
        said += more
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(typing)
    with os.fdopen(watched, encoding="utf-8") as pipe:
        return set(SAVED.findall(said.decode() + pipe.read()))


def main(rounds: int, seed: int) -> None:
    """All the rounds."""
    chance = random.Random(seed)  # noqa: S311 -- moments, not secrets
    # What was written outlives the process that is killed, waited for or not: `fsync` is for a
    # power cut. Without the wait, a kill seldom falls into it and mostly into what is ours.
    setattr(os, "fsync", lambda _: None)  # noqa: B010 -- not ours to assign
    Path("checklists").mkdir()
    criteria = "".join(CRITERION.format(number=number) for number in range(QUESTIONS))
    Path("checklists/walk@1.yaml").write_text(CHECKLIST.format(criteria=criteria), encoding="utf-8")
    Path("ap-audit.yaml").write_text(
        "format: ap-audit/workspace@1\nschool: Example School\nauditor: AP lead\n", encoding="utf-8"
    )
    # Imports and the checklist's reading are copied with the process, not repeated in it.
    app(["new", "Acme", "--checklist", "walk", "--blank", *ON], standalone_mode=False)
    saved: set[str] = set()
    ever, wrong, number = 0, [], 0
    for turn in range(rounds):
        lines = "".join(f"u note-{number + step}\n" for step in range(QUESTIONS))
        number += QUESTIONS
        now = killed(chance.randrange(16), chance.uniform(0, 0.01), lines)
        ever += len(now)
        saved |= now
        for path in Path().glob("providers/*/audits/*.yaml"):
            try:
                audit = read_document(path, Audit).value
            except InvalidFile as error:
                wrong.append(f"round {turn}: {error.problems[0].what}")
                continue
            notes = [answer.note for answer in audit.answers.values() if answer.note]
            lost = saved.difference(notes)
            if lost or len(audit.answers) != QUESTIONS:
                wrong.append(f"round {turn}: lost {sorted(lost)}")
            if len(notes) == QUESTIONS:
                path.unlink()
                saved = set()
    summary = f"{rounds} kills, {ever} answers saved, {len(wrong)} wrong"
    sys.stdout.write("\n".join([summary, *wrong, ""]))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
