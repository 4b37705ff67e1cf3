"""An audit in a file outside of the workspace, such as a copy that was sent."""

from pathlib import Path

import pytest

from tests.cli.running import TODAY, Shell

ON = ("--today", TODAY)


@pytest.mark.parametrize(
    "words",
    [("score",), ("show",), ("report", "-f", "md", "-o", "-"), ("resume", "--only", "gateways")],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("name", ["2026-11-16.ap-provider", "2025-11-20.ap-provider"])
def test_it_is_judged_as_it_is(
    example: Shell, tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    """By itself: what was before it and beside it is not known."""
    text = (example.folder / f"providers/brightwater-academy/audits/{name}.yaml").read_bytes()
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(text)

    said = example.run(*words, str(copy), *ON)

    assert "inside ap-audit" not in said.output
    assert said.exit_code == (4 if words[0] == "resume" and "2025" in name else 0), said.output
    assert "Since last time" not in said.output


def test_one_that_is_only_begun(example: Shell, tmp_path: Path) -> None:
    """It says nothing of what stands in its place, for it takes no place here."""
    example.fine("new", "brightwater", "--renew", "--blank", *ON)
    begun = example.folder / f"providers/brightwater-academy/audits/{TODAY}.ap-provider.yaml"
    copy = tmp_path / "copy.yaml"
    begun.rename(copy)

    assert "Not yet shown" in example.fine("score", str(copy), *ON)
    assert "Not yet shown" in example.fine("compare", str(copy), "meadow", *ON)
