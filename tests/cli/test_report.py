from pathlib import Path

import pytest

from tests.cli.running import Shell

DAY = ("--today", "2026-11-25")
PRINTED = ("-o", "-", *DAY)
NEWEST = "providers/hillside-skills-centre/audits/2026-11-09.ap-provider.yaml"


def settings(text: str) -> None:
    """Add to the settings of the workspace."""
    path = Path("ap-audit.yaml")
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_template_by_name(example: Shell) -> None:
    """It is one of the workspace's own, and the file is called after it."""
    Path("templates").mkdir(exist_ok=True)
    Path("templates/board.md.j2").write_text(
        '{% extends "builtin:base.md.j2" %}{% block content %}For the board.{% endblock %}',
        encoding="utf-8",
    )
    example.fine("report", "hillside-skills-centre", "-f", "md", "--template", "board", *DAY)
    path = Path("providers/hillside-skills-centre/reports/2026-11-09.ap-provider.board.md")
    text = path.read_text(encoding="utf-8")
    assert "For the board." in text
    assert "## Sections" not in text


def test_a_template_that_is_not_there(example: Shell) -> None:
    """The message says which there are."""
    words = ("report", "hillside-skills-centre", "-f", "md", "--template", "boards", *PRINTED)
    said = example.refused(2, *words)
    assert "There is no template 'boards.md.j2' in templates/." in said
    Path("templates").mkdir(exist_ok=True)
    Path("templates/board.md.j2").write_text("x", encoding="utf-8")
    assert "There are: board" in example.refused(2, *words)


def test_a_template_that_is_wrong_is_named_with_its_line(example: Shell) -> None:
    """And what is wrong with it."""
    Path("templates").mkdir(exist_ok=True)
    Path("templates/board.html.j2").write_text(
        '{% extends "builtin:base.html.j2" %}\n'
        "{% block content %}\n{{ report.title_of }}\n{% endblock %}",
        encoding="utf-8",
    )
    said = example.refused(3, "report", "hillside-skills-centre", "--template", "board", *PRINTED)
    assert "board.html.j2:3" in said
    assert "title_of" in said


def test_the_house_style_of_the_settings(example: Shell) -> None:
    """A logo in the page, the school's colour and its line at the foot."""
    Path("logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>', encoding="utf-8"
    )
    settings('house:\n  logo: logo.svg\n  colour: "#1d4f91"\n  foot: Part of the Example Trust\n')
    page = example.fine("report", "hillside-skills-centre", *PRINTED)
    assert "data:image/svg+xml;base64," in page
    assert "--brand: #1d4f91" in page
    assert "Part of the Example Trust" in page


@pytest.mark.parametrize("command", [("check",), ("report", "hillside-skills-centre", *PRINTED)])
def test_a_colour_that_could_not_be_read_is_refused(
    example: Shell, command: tuple[str, ...]
) -> None:
    """By the check of the files and by the report, at the line where it stands."""
    settings('house:\n  colour: "#ffcc00"\n')
    result = example.run(*command)
    assert result.exit_code == 3
    assert "text in #ffcc00 could not be read on white" in result.output
    assert '  colour: "#ffcc00"' in result.output


def test_a_logo_that_could_run_something_is_refused(example: Shell) -> None:
    """No report is written with it."""
    Path("logo.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    settings("house:\n  logo: logo.svg\n")
    said = example.refused(3, "report", "hillside-skills-centre", *PRINTED)
    assert "logo.svg: this logo cannot be used" in said


@pytest.mark.parametrize("form", ["html", "md", "json"])
@pytest.mark.parametrize("audience", ["governors", "full"])
def test_no_name_is_in_a_report_without_names(example: Shell, form: str, audience: str) -> None:
    """Also not from the audit before, and not an address."""
    for path in (NEWEST, NEWEST.replace("2026-11-09", "2025-11-17")):
        text = Path(path).read_text(encoding="utf-8")
        text = text.replace("owner: ", "owner: Jo Silva, ").replace("by: AP lead", "by: Jo Silva")
        text = text.replace("auditor: AP lead", "auditor: Jo Silva (jo@school.example)")
        Path(path).write_text(text, encoding="utf-8")
    words = ("report", "hillside-skills-centre", "-f", form, "--for", audience, *PRINTED)
    assert "Silva" in example.fine(*words)
    page = example.fine(*words, "--redact", "names")
    assert "Silva" not in page
    assert "school.example" not in page
