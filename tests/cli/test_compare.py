from pathlib import Path

import pytest

from tests.cli.running import Shell

ALL = (
    "brightwater-academy",
    "hillside-skills-centre",
    "lantern-online-tutors",
    "meadow-lane-farm-project",
)
ON = ("--today", "2026-11-24")


def test_in_order_of_the_advice(example: Shell) -> None:
    """A failed gateway stands below everything, whatever its score."""
    lines = example.fine("compare", *ALL, *ON).splitlines()
    assert [line for line in lines if line.startswith(("1st", "2nd", "3rd", "not ranked"))] == [
        "1st: Brightwater Academy",
        "2nd: Hillside Skills Centre",
        "not ranked: Lantern Online Tutors",
        "3rd: Meadow Lane Farm Project",
    ]
    assert lines[1].startswith("Lantern Online Tutors is not ranked. Only 20 %")


def test_the_order_they_are_named_in_does_not_matter(example: Shell) -> None:
    """Nor does naming one twice."""
    one = example.fine("compare", *ALL, *ON)
    assert example.fine("compare", *reversed(ALL), ALL[0], *ON) == one


@pytest.mark.parametrize("form", ["html", "md", "json", "csv"])
def test_written_to_a_file(example: Shell, form: str, tmp_path: Path) -> None:
    """It is written over itself, and over nothing else."""
    target = tmp_path / f"providers.{form}"
    for _ in range(2):
        example.fine("compare", *ALL, *ON, "-f", form, "-o", str(target))
    assert "ap-audit/compare@1" in target.read_text(encoding="utf-8")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf") is (form == "csv")
    target.write_text("my own notes", encoding="utf-8")
    example.refused(4, "compare", *ALL, *ON, "-f", form, "-o", str(target))
    assert target.read_text(encoding="utf-8") == "my own notes"


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["lantern-online-tutors"], "There is only one provider to compare."),
        (["lantern-online-tutors"] * 3, "There is only one provider to compare."),
        (["nobody", "lantern-online-tutors"], "There is no provider or audit 'nobody'"),
    ],
    ids=["one", "the same one", "unknown"],
)
def test_what_cannot_be_compared(example: Shell, names: list[str], says: str) -> None:
    """The sentence says why, and what to do instead."""
    assert says in example.refused(2, "compare", *names)


def test_the_school_stands_beside_no_provider(example: Shell) -> None:
    """Its own audit asks other questions."""
    example.fine("new", "--checklist", "school-practice", "--blank", "--by", "AP lead", *ON)
    said = example.refused(2, "compare", "school", ALL[0])
    assert said.startswith("'school' is not an audit of a provider")


def test_nine_do_not_fit(example: Shell) -> None:
    """The register holds any number, one below the other."""
    for number in range(6):
        example.begin(f"Provider {number}")
    names = [path.name for path in (example.folder / "providers").iterdir()]
    assert "at most 8 do" in example.refused(2, "compare", *names, *ON)
