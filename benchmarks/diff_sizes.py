"""How many lines of a hand-formatted audit change when one answer does: ours, and round trips.

    pip install ruamel.yaml      # a need of this script alone
    python benchmarks/diff_sizes.py

One answer of the example's audit is changed: its rating and its note. The audit is laid out in ways
in which people and editors lay out YAML. Then the lines that git would show as removed or added are
counted, and the comments that are gone. Nothing is asserted.
"""

import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import yaml
from msgspec.structs import replace

from ap_audit.files.change import save_change
from ap_audit.files.document import parse
from ap_audit.model.audit import Audit
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating

KEY = "beh-policy"
NOTE = "Names last year's edition: two pages are missing."
Change = Callable[[bytes], bytes]


def ours(content: bytes) -> bytes:
    """As every command of ap-audit does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "audit.yaml"
        path.write_bytes(content)
        document, problems = parse(content, Audit, path=path, shown_path=path.name)
        if document is None:
            raise ValueError(problems)
        answer = document.value.answer(CriterionId(KEY))
        changed = replace(answer, rating=Rating.PARTLY, note=NOTE)
        save_change(document, document.value.with_answer(CriterionId(KEY), changed))
        return path.read_bytes()


def ruamel(content: bytes, *, told: bool) -> bytes:
    """A round trip, as it comes or *told* what it can be told of a file's own style."""
    through = import_module("ruamel.yaml").YAML()  # by name: no tool of the project has it
    if told:
        through.preserve_quotes = True
        through.width = 10**6
    data = through.load(content.decode())
    data["answers"][KEY]["rating"] = "partly"
    data["answers"][KEY]["note"] = NOTE
    out = io.StringIO()
    through.dump(data, out)
    return out.getvalue().encode()


def pyyaml(content: bytes) -> bytes:
    """Loaded and dumped, in the order of the file."""
    data = yaml.safe_load(content.decode())  # noqa: TID251 -- this is what is measured
    data["answers"][KEY] |= {"rating": "partly", "note": NOTE}
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10**6).encode()


TOOLS: dict[str, Change] = {
    "ap-audit": ours,
    "ruamel.yaml": lambda content: ruamel(content, told=False),
    "ruamel.yaml, told": lambda content: ruamel(content, told=True),
    "PyYAML": pyyaml,
}


def four_spaces(text: str) -> str:
    """Indented by four."""
    return re.sub(r"^( +)", lambda found: found[1] * 2, text, flags=re.MULTILINE)


def commented(text: str) -> str:
    """With remarks above and beside answers."""
    text = re.sub(r"^(  \S+:)$", r"  # asked by phone\n\1", text, flags=re.MULTILINE)
    return re.sub(r"(rating: \S+)$", r"\1   # seen", text, flags=re.MULTILINE)


def quoted(text: str) -> str:
    """With every rating in double quotes and every date in single ones."""
    text = re.sub(r"(rating: )(\S+)$", r'\1"\2"', text, flags=re.MULTILINE)
    return re.sub(r"(    date: )(\S+)$", r"\1'\2'", text, flags=re.MULTILINE)


def aligned(text: str) -> str:
    """With values lined up."""
    return re.sub(r"^(    \w+:) (?=\S)", lambda m: m[1].ljust(15), text, flags=re.MULTILINE)


def in_braces(text: str) -> str:
    """With evidence and values between braces."""
    found = re.sub(r"    values:\n      (\w+): (\S+)\n(?!      )", r"    values: {\1: \2}\n", text)
    return found.replace("rating: not-checked", "rating:  not-checked")


def folded(text: str) -> str:
    """With notes folded over several lines, as an editor wraps them."""
    return re.sub(
        r"^    note: (?!\|)(\S.{30,})$",
        lambda m: "    note: >-\n      " + m[1].strip("'\"").replace(". ", ".\n      "),
        text,
        flags=re.MULTILINE,
    )


LAYOUTS: dict[str, Callable[[str], str]] = {
    "as ap-audit writes it": lambda text: text,
    "comments above and beside": commented,
    "indented by four": four_spaces,
    "ratings and dates in quotes": quoted,
    "values lined up": aligned,
    "short blocks between { }": in_braces,
    "notes folded by an editor": folded,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "two blank lines, none at the end": lambda text: text.replace("\n\n", "\n\n\n").rstrip("\n"),
}


def lines_changed(before: bytes, after: bytes) -> int:
    """Lines removed and lines added."""
    old, new = before.split(b"\n"), after.split(b"\n")
    moves = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(e - s + n - m for tag, s, e, m, n in moves if tag != "equal")


def main() -> None:
    """Measure and print a table of Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        program = (sys.executable, "-m", "ap_audit", "init", folder, "--example", "--no-input")
        subprocess.run(program, check=True, capture_output=True)
        path = max(Path(folder).glob("providers/hillside*/audits/*.yaml"))
        text = path.read_text(encoding="utf-8")
    print(f"ruamel.yaml {version('ruamel.yaml')}, PyYAML {version('PyYAML')}; ", end="")
    print(f"{len(text.splitlines())} lines\n")
    print(f"| layout | {' | '.join(TOOLS)} |\n| --- |{' ---: |' * len(TOOLS)}")
    for title, layout in LAYOUTS.items():
        before = layout(text).encode()
        cells = []
        for change in TOOLS.values():
            after = change(before)
            lost = before.count(b"# ") - after.count(b"# ")
            gone = f", {lost} comments lost" if lost else ""
            cells.append(f"{lines_changed(before, after)}{gone}")
        print(f"| {title} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
