"""Properties of the text we write; what a person's own text looks like is `test_patch`."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.files.data import Bare, data_of
from ap_audit.files.emit import emit, emit_audit, scalar
from ap_audit.files.events import LOADER, read_tree
from ap_audit.files.lines import Lines
from ap_audit.files.tree import plain
from ap_audit.model.audit import Audit
from ap_audit.model.condition import Data
from tests.builders import audit
from tests.characters import ASCII
from tests.files.generated import ANY, AUDITS, AWKWARD, FEW, WORDS
from tests.files.reading import PURE, read

DATA: st.SearchStrategy[Data] = st.recursive(
    WORDS | st.just(""),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@FEW
@given(AUDITS)
def test_what_is_written_reads_back(audit: Audit) -> None:
    """Any audit, written and read, is the same audit, and written again the same bytes."""
    headings = dict.fromkeys(list(audit.answers)[:1], "A section")
    text = emit_audit(audit, headings)

    assert read(text, Audit) == audit
    assert emit_audit(read(text, Audit), headings) == text


@given(st.dictionaries(WORDS, DATA, min_size=1, max_size=3))
def test_any_data_reads_back(data: dict[str, Data]) -> None:
    """Any mapping, with any keys, reads back as it was, by either parser."""
    text = emit(data)

    for loader in (LOADER, PURE):
        tree, problems = read_tree(text, Lines("x.yaml", text), loader=loader)
        assert problems == []
        assert tree is not None
        assert plain(tree) == data


# YAML 1.2's core schema, which editors and most other readers follow; PyYAML knows 1.1.
_TYPED = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


@given(AWKWARD | ANY | st.from_regex(_TYPED, fullmatch=True, alphabet=ASCII))
def test_no_reader_takes_text_for_something_else(text: str) -> None:
    """Text that another reader would give a type stands in quotes."""
    written = scalar(text)

    assert not _TYPED.fullmatch(written)
    assert "\n" not in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ("1.10", '"1.10"'),
        ("1e5", '"1e5"'),
        ("2026-11-23", "'2026-11-23'"),
        ("Letter of 3 November, seen", "Letter of 3 November, seen"),
        ("<<<<<<< ours", '"<<<<<<< ours"'),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("", "''"),
        (Bare("2026-11-23"), "2026-11-23"),
    ],
)
def test_quotes_only_where_needed(text: str, written: str) -> None:
    """Plain words stand plain; a date stands bare only where it is one."""
    assert scalar(text) == written


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("one\ntwo", "  note: |-\n    one\n    two\n"),
        ("one\n\ntwo\n", "  note: |\n    one\n\n    two\n"),
        (" led\ntwo", '  note: " led\\ntwo"\n'),
        ("<<<<<<< a\n>>>>>>> b", '  note: "<<<<<<< a\\n>>>>>>> b"\n'),
        ("bell\t\x07\ntwo", '  note: "bell\\t\\a\\ntwo"\n'),
    ],
    ids=["lines", "blank-line", "indented", "merge-marks", "control"],
)
def test_several_lines(note: str, written: str) -> None:
    """Several lines stand as a block, where a block keeps every character and misleads nobody."""
    assert emit({"x": {"note": note}}) == "x:\n" + written


def test_new_audit_text() -> None:
    """A new audit: the header, a block for each question under its section, the decision."""
    text = emit_audit(audit({"a": "not-checked", "b": "not-checked"}), {"a": "First"})  # type: ignore[dict-item]

    assert text == (
        "format: ap-audit/audit@1\n"
        "subject: provider\n"
        "provider: acme\n"
        "checklist: test@1\n"
        f"digest: sha256:{'0' * 64}\n"
        "depth: core\n"
        "date: 2026-11-23\n"
        "auditor: AP lead\n"
        "\nanswers:\n"
        "\n  # First\n  a:\n    rating: not-checked\n"
        "\n  b:\n    rating: not-checked\n"
        "\ndecision:\n  state: open\n"
    )


def test_usual_is_left_out() -> None:
    """Nothing that is as usual, and nothing unknown, is written."""
    assert data_of(audit({}).decision) == {"state": "open"}
