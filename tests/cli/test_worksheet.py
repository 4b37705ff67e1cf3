import csv
import io
import sys

import pytest
from openpyxl import load_workbook

from tests.cli.running import TODAY, Shell

ID = "saf-policy-current"


def filled(shell: Shell, cells: dict[tuple[str, str], dict[str, str]], *words: str) -> str:
    """A CSV worksheet of the audit `acme` with these cells filled in; its name."""
    text = shell.fine("worksheet", "acme", "-f", "csv", "-o", "-", "--today", TODAY, *words)
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        row.update(cells.get((row["id"], row["part"]), {}))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    (shell.folder / "filled.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    return "filled.csv"


def taking(*words: str) -> tuple[str, ...]:
    """The command that takes it back."""
    return ("resume", "acme", "--answers", "filled.csv", "--today", TODAY, "--by", "DSL", *words)


def answer_of(shell: Shell, criterion: str) -> str:
    """The block of an answer in the file of the audit."""
    (path,) = shell.folder.glob("providers/acme/audits/*")
    return path.read_text(encoding="utf-8").partition(f"\n  {criterion}:\n")[2].partition("\n\n")[0]


def test_there_and_back(shell: Shell) -> None:
    """A sheet filled in with words and British dates is saved as if it had been asked."""
    shell.begin("Acme")
    filled(
        shell,
        {
            (ID, ""): {
                "answer": "Partly met",
                "note": "last year's",
                "evidence": "policy.pdf",
                "seen": "copy seen",
                "dated": "3 nov 2026",
            },
            ("about-pupils", "attend"): {"answer": "1"},
            ("saf-lead-named", "trained-on"): {"answer": "4/12/2025"},
        },
    )

    said = shell.fine(*taking())

    assert "Saved 3 answers" in said
    assert "3 new, 0 changed." in said
    assert answer_of(shell, ID) == (
        "    rating: partly\n"
        "    date: 2026-11-24\n"
        "    by: DSL\n"
        "    note: last year's\n"
        "    evidence:\n"
        "      policy-pdf:\n"
        "        what: policy.pdf\n"
        "        seen: copy\n"
        "        dated: 2026-11-03\n"
        "        date: 2026-11-24\n"
        "        by: DSL"
    )
    assert "      trained-on: 2025-12-04" in answer_of(shell, "saf-lead-named")
    filled(shell, {})
    assert shell.fine(*taking()) == "Nothing in filled.csv is new.\n"


def test_change_is_shown_first(shell: Shell) -> None:
    """What would change a recorded answer is listed, and carried out with --write alone."""
    path = shell.begin("Acme")
    shell.fine("answer", "acme", ID, "met", "--note", "seen", "--today", TODAY)
    before = path.read_bytes()
    filled(shell, {(ID, ""): {"answer": "not met", "note": "gone"}})

    plan = shell.fine(*taking())

    assert plan == (
        f"{ID}\n"
        "  is:      met, 24 November 2026. seen\n"
        "  becomes: not met, 24 November 2026. gone\n"
    )
    assert path.read_bytes() == before
    assert "0 new, 1 changed." in shell.fine(*taking("--write"))
    assert "    rating: not-met\n" in answer_of(shell, ID)


def test_change_beside_a_rating_is_shown(shell: Shell) -> None:
    """A sheet given again, with another day and the document now seen, says what that changes."""
    shell.begin("Acme")
    row = {"answer": "met", "note": "x", "evidence": "policy.pdf", "dated": "3 nov 2026"}
    day = ("saf-lead-named", "trained-on")
    filled(shell, {(ID, ""): {**row, "seen": "told by the provider"}, day: {"answer": "4/12/2025"}})
    shell.fine(*taking())
    filled(shell, {(ID, ""): {**row, "seen": "copy seen"}, day: {"answer": "5/12/2025"}})

    plan = shell.fine(*taking())

    assert "           policy.pdf, told by the provider, dated 3 November 2026.\n" in plan
    assert "           policy.pdf, copy seen, dated 3 November 2026.\n" in plan
    assert "? 4 December 2025\n" in plan
    assert "? 5 December 2025\n" in plan
    shell.fine(*taking("--write"))
    assert answer_of(shell, ID).count("what: policy.pdf") == 1
    assert "        seen: copy\n" in answer_of(shell, ID)


@pytest.mark.parametrize(
    ("where", "cells", "said"),
    [
        ((ID, ""), {"answer": "mett"}, f"{ID}: 'mett' is not a rating here\n  did you mean 'met'?"),
        ((ID, ""), {"answer": "=1"}, "'answer' is a formula"),
        ((ID, ""), {"answer": "does not apply"}, f"{ID}: this question always applies"),
        ((ID, ""), {"evidence": "a", "seen": "heard"}, f"{ID}: evidence needs a name in"),
        ((ID, ""), {"evidence": "a", "seen": "told", "dated": "31/2/2026"}, "There is no 31 Feb"),
        ((ID, ""), {"note": "pupil Jordan said"}, f"{ID}: this looks like a pupil's name"),
        ((ID, ""), {"id": "saf-policy-curent"}, "did you mean 'saf-policy-current'?"),
        ((ID, ""), {"id": "saf-lead-named"}, "the same question stands in row"),
        (("saf-lead-named", "trained-on"), {"answer": "soon"}, "'soon' does not fit 'trained-on'"),
        (("about-pupils", "attend"), {"answer": "Often"}, "fit 'attend'\n  one of: "),
        (("saf-lead-named", "trained-on"), {"part": "trained"}, "it records no 'trained'"),
        (("about-pupils", "attend"), {"part": "", "answer": "met"}, "this question records a fact"),
    ],
)
def test_rows_that_are_wrong(
    shell: Shell, where: tuple[str, str], cells: dict[str, str], said: str
) -> None:
    """Each wrong cell is named with its row and question, and nothing at all is written."""
    path = shell.begin("Acme")
    before = path.read_bytes()
    others = {("saf-lead-named", ""): {"answer": "met"}}
    filled(shell, {**others, where: {"note": "x", **cells}})

    errors = shell.refused(3, *taking())

    assert "filled.csv:" in errors
    assert said in errors
    assert path.read_bytes() == before


def test_provider_claims(shell: Shell) -> None:
    """What the provider fills in comes back as its claim and is judged by nobody."""
    shell.begin("Acme")
    shell.fine("answer", "acme", ID, "partly", "--note", "old", "--today", TODAY)
    score = shell.fine("score", "acme", "--today", TODAY)
    filled(shell, {(ID, ""): {"claim": "met", "note": "renewed in May"}}, "--for", "provider")

    said = shell.fine(*taking())

    assert "Saved 1 answer" in said
    assert "    by: AP lead\n" in answer_of(shell, ID)
    assert (
        "    claim:\n      rating: met\n      note: renewed in May\n      date: 2026-11-24"
    ) in answer_of(shell, ID)
    assert shell.fine("score", "acme", "--today", TODAY) == score


def test_workbook_there_and_back(shell: Shell) -> None:
    """A spreadsheet made by the program is taken back by it."""
    shell.begin("Acme")
    shell.fine("worksheet", "acme", "-f", "xlsx", "-o", "acme.xlsx", "--today", TODAY)
    book = load_workbook(shell.folder / "acme.xlsx")
    page = book["Questions"]
    row = next(one for one in page.iter_rows(min_row=2) if one[0].value == ID)
    row[3].value = "met"
    book.save(shell.folder / "acme.xlsx")

    said = shell.fine("resume", "acme", "--answers", "acme.xlsx", "--today", TODAY)

    assert "Saved 1 answer" in said
    assert "    rating: met\n" in answer_of(shell, ID)


def test_of_a_checklist_alone(shell: Shell) -> None:
    """A sheet can be printed before there is any provider or workspace."""
    said = shell.run("worksheet", "ap-provider", "--today", TODAY)

    assert said.exit_code == 0
    page = (shell.folder / "ap-provider.worksheet.html").read_text(encoding="utf-8")
    assert "Alternative provision provider audit" in page
    assert "is there already" in shell.refused(4, "worksheet", "ap-provider")
    assert "A spreadsheet is not printed." in shell.refused(
        2, "worksheet", "ap-provider", "-f", "xlsx", "-o", "-"
    )


def test_without_the_extra(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where spreadsheets cannot be read or written, it is said how to change that."""
    shell.begin("Acme")
    for name in [one for one in sys.modules if one.partition(".")[0] == "openpyxl"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "ap_audit.report.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (shell.folder / "a.xlsx").write_bytes(b"PK")

    written = shell.refused(2, "worksheet", "acme", "-f", "xlsx")
    read = shell.refused(2, "resume", "acme", "--answers", "a.xlsx")

    assert "pip install 'ap-audit[xlsx]'" in written
    assert written == read
