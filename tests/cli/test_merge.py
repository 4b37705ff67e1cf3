import json

import pytest

from tests.cli.copies import made_once
from tests.cli.running import TODAY, Shell

ID = "saf-policy-current"
SECOND = "2026-11-24-2.ap-provider"
MINE, THEIRS = "2026-11-24.ap-provider", SECOND


@pytest.fixture
@made_once
def two(shell: Shell) -> Shell:
    """Two audits of one provider, which differ on a question."""
    shell.begin("Acme")
    shell.fine("answer", MINE, ID, "cannot-tell", "--note", "not shown", "--today", TODAY)
    shell.fine("new", "acme", "--blank", "--renew", "--by", "DSL", "--today", TODAY)
    shell.fine("answer", THEIRS, ID, "partly", "--note", "old", "--today", TODAY)
    shell.fine("answer", THEIRS, "saf-report-route", "met", "--today", TODAY)
    return shell


def test_plan_and_carrying_out(two: Shell) -> None:
    """The plan shows both where they differ; carried out, both are kept and the lower stands."""
    before = two.files()

    plan = two.fine("merge", MINE, THEIRS)

    assert two.files() == before
    assert plan == (
        "Answered by the second auditor alone, and taken over: 1 answer.\n"
        "  saf-report-route\n"
        "Different: both are kept, and the lower stands until it is settled: 1 answer.\n"
        f"  {ID}\n"
        "    first:  could not tell, 24 November 2026. not shown\n"
        "    second: partly met, 24 November 2026. old\n"
    )
    two.fine("merge", MINE, THEIRS, "--write")
    text = (two.folder / "providers/acme/audits/2026-11-24.ap-provider.yaml").read_text("utf-8")
    assert "    other:\n      rating: partly\n      note: old\n      by: DSL\n" in text
    assert two.fine("check") == ""
    again = two.fine("merge", MINE, THEIRS)
    assert again.startswith("Left as it is: it holds another auditor's answer already.")


def test_each_is_listed_by_what_finds_it(two: Shell) -> None:
    """Of two audits of one day, each stands with enough of its path to be named."""
    names = [line.split()[0] for line in two.fine("list", "--today", TODAY).splitlines()[1:]]

    assert names == [f"acme/audits/{stem}" for stem in (MINE, THEIRS)]
    assert [two.fine("show", name, "--today", TODAY) != "" for name in names] == [True, True]


def test_what_cannot_be_merged(two: Shell) -> None:
    """One audit twice, two subjects, or two checklists are refused."""
    assert "Both names mean the same audit." in two.refused(2, "merge", MINE, MINE)
    two.fine("new", "acme", "--checklist", "non-school-standards", "--blank", "--today", TODAY)
    other = "2026-11-24.non-school-standards"
    assert "Only audits on one edition" in two.refused(2, "merge", MINE, other)
    two.begin("Beta")
    assert "not about the same" in two.refused(2, "merge", "acme", "beta")


def test_gap(shell: Shell) -> None:
    """Claims are set against what was found, the worst difference first."""
    shell.begin("Acme")
    assert shell.fine("gap", "acme") == "The provider has claimed nothing in this audit.\n"
    (shell.folder / "claims.csv").write_text(
        f"id,claim,note\n{ID},met,renewed in May\nsaf-report-route,met,\n", encoding="utf-8"
    )
    shell.fine("resume", "acme", "--answers", "claims.csv", "--today", TODAY)
    shell.fine("answer", "acme", ID, "not-met", "--note", "the one of 2024", "--today", TODAY)

    said = shell.fine("gap", "acme", "--today", TODAY)
    data = json.loads(shell.fine("gap", "acme", "--today", TODAY, "--json"))

    assert said.startswith("2 claims. They differ from what was found: 2.\n\nClaimed better")
    assert "    They say: met, 24 November 2026. renewed in May\n" in said
    assert "    We found: not met. the one of 2024\n" in said
    assert "\nClaimed, and not established by us:\n  saf-report-route" in said
    assert [gap["side"] for gap in data["gaps"]] == ["claimed-more", "not-found-out"]


def test_settling_on_the_command_line(two: Shell) -> None:
    """`--settle` says why one of the two stands; the other is kept, and its author with it."""
    two.fine("merge", MINE, THEIRS, "--write")
    settle = ("--settle", "seen again", "--by", "Head", "--today", TODAY)

    two.fine("answer", MINE, ID, "partly", *settle)

    text = (two.folder / "providers/acme/audits/2026-11-24.ap-provider.yaml").read_text("utf-8")
    assert (
        f"  {ID}:\n"
        "    rating: partly\n"
        "    date: 2026-11-24\n"
        "    by: DSL\n"
        "    note: old\n"
        "    other:\n"
        "      rating: cannot-tell\n"
        "      note: not shown\n"
    ) in text
    assert (
        "    moderated:\n      by: Head\n      date: 2026-11-24\n      reason: seen again\n" in text
    )
    assert "Nothing is to be settled" in two.refused(2, "answer", MINE, ID, "met", *settle)


def test_settling_otherwise(two: Shell) -> None:
    """The first may stand as it is; where neither does, the first's is told in the reason."""
    two.fine("merge", MINE, THEIRS, "--write")
    path = two.folder / "providers/acme/audits/2026-11-24.ap-provider.yaml"
    before = path.read_bytes()
    settle = ("--settle", "seen again", "--by", "Head", "--today", TODAY)

    two.fine("answer", MINE, ID, "cannot-tell", *settle)
    assert "by: AP lead" in path.read_text("utf-8").split(f"  {ID}:")[1].split("other:")[0]
    path.write_bytes(before)
    two.fine("answer", MINE, ID, "met", *settle)

    assert "reason: 'seen again (Before: could not tell" in path.read_text("utf-8")


def test_merge_says_how_to_settle(two: Shell) -> None:
    """And the interview asks just these."""
    said = two.run("merge", MINE, THEIRS, "--write").stderr
    assert "To settle where they differ: ap-audit resume" in said
    assert "--only differing" in said
    assert "'acme' alone means the newer of the two: move it away once merged." in said

    asked = two.run("resume", MINE, "--only", "differing", "--today", TODAY, typed="2\nseen\nq\n")

    assert "Saved: settled, partly met. seen" in asked.stdout
    done = two.fine("resume", MINE, "--only", "differing")
    assert done == "Two auditors differ nowhere, or it is settled.\n"
