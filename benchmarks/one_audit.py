"""How long it takes to read one audit of the example, and to judge it, once all is loaded.

    python benchmarks/one_audit.py [rounds]

Beside it stands what reading cannot do without: the parser's events alone, in C. The three take
turns, so that a machine whose speed drifts slows all of them; medians are printed. Nothing is
asserted. Milliseconds are of this machine, ratios nearly of any.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ap_audit.files.bank_holidays import bank_holidays
from ap_audit.files.builtin import checklists_folder
from ap_audit.files.document import parse
from ap_audit.files.events import LOADER
from ap_audit.files.library import Library
from ap_audit.model.audit import Audit
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.rules.assess import assess


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        program = (sys.executable, "-m", "ap_audit", "init", folder, "--example", "--no-input")
        subprocess.run(program, check=True, capture_output=True)
        found = Path(folder).glob("providers/*/audits/*.ap-provider.yaml")
        content = max((path.read_bytes() for path in found), key=len)

    audit = read(content)
    checklist = Library(shipped=checklists_folder()).edition(audit.checklist).checklist
    calendar = SchoolCalendar((), bank_holidays)
    answers = sum(not answer.blank for answer in audit.answers.values())
    print(f"{answers} answers, {len(content):,} bytes")
    steps: dict[str, Callable[[], object]] = {
        "events of the parser alone": lambda: events(content.decode()),
        "reading": lambda: read(content),
        "judging": lambda: assess(checklist, audit, audit.date, calendar),
    }
    times: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds + 1):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    bare = next(iter(medians.values()))
    print(f"{'':28} {'ms':>6} {'x events':>9}")
    for name, taken in medians.items():
        print(f"{name:28} {taken * 1000:6.1f} {taken / bare:9.1f}")


def events(text: str) -> None:
    """Every event of a text, looked at by nobody."""
    next_event = LOADER(text).get_event
    while next_event() is not None:
        pass


def read(content: bytes) -> Audit:
    """The audit that a file holds."""
    document, problems = parse(content, Audit, path=Path("audit.yaml"), shown_path="audit.yaml")
    if document is None:
        raise ValueError(problems)
    return document.value


if __name__ == "__main__":
    main()
