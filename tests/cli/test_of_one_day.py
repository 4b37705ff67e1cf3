"""Two auditors' audits of one provider on one day: it is said which counts until they are one."""

import pytest

from tests.cli.running import TODAY, Shell

ACADEMY = "brightwater-academy"
FIRST = f"{ACADEMY}/audits/2026-11-16.ap-provider"
SECOND = f"{ACADEMY}/audits/2026-11-16-2.ap-provider"
ON = ("--today", TODAY)


@pytest.fixture
def twice(example: Shell) -> Shell:
    """The example, in which a second auditor looked at the academy on the same day."""
    text = (example.folder / f"providers/{FIRST}.yaml").read_text(encoding="utf-8")
    second = text.replace("\nauditor: AP lead\n", "\nauditor: Business manager\n")
    (example.folder / f"providers/{SECOND}.yaml").write_text(second, encoding="utf-8")
    return example


@pytest.mark.parametrize("words", [("score",), ("show",), ("report", "-f", "md", "-o", "-")])
def test_said_of_each_of_them(twice: Shell, words: tuple[str, ...]) -> None:
    """Whichever is looked at says that there is another, and which of them counts."""
    newer = " ".join(twice.fine(*words, ACADEMY, *ON).split())
    older = " ".join(twice.fine(*words, FIRST, *ON).split())

    says = "Another audit is of the same day: 2026-11-16{}.ap-provider. Until they are made one, {}"
    assert says.format("", "this one counts.") in newer.replace("\\", "")
    assert says.format("-2", "that one counts.") in older.replace("\\", "")


def test_said_in_the_list(twice: Shell) -> None:
    """Once, and with the way to make them one."""
    assert twice.run("list", *ON).stderr == (
        "2 audits of brightwater-academy are of one day. Until they are made one, the last of them"
        " counts: ap-audit merge A B, then move B away.\n"
    )


def test_not_said_once_another_counts(twice: Shell) -> None:
    """Where a newer audit says how it stands, which of two older ones counts is no question."""
    path = twice.folder / f"providers/{SECOND}.yaml"
    text = path.read_text(encoding="utf-8").replace("\ndate: 2026-11-16", "\ndate: 2026-11-20", 1)
    path.with_name("2026-11-20.ap-provider.yaml").write_text(text, encoding="utf-8")

    assert "same day" not in twice.fine("score", FIRST, *ON).partition("Gateways")[0]
    assert "same day" not in twice.fine("score", ACADEMY, *ON).partition("Gateways")[0]
