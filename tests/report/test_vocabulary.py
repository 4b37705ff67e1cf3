"""The words that a report uses are explained in it."""

import pytest

from ap_audit.model.glossary import Entry, Glossary
from ap_audit.report.render import Form, render
from ap_audit.report.view import Fact
from ap_audit.report.vocabulary import with_words
from tests.report.builders import TEMPLATES, typical

GLOSSARY = Glossary(
    format="ap-audit/glossary@1",
    terms={
        "DSL": Entry(
            stands_for="designated safeguarding lead",
            also=("safeguarding lead",),
            means="Who leads on keeping\nchildren from <harm>.",
        ),
        "advice": Entry(means="What the tool says."),
        "LADO": Entry(means="An officer. This report does not speak of one."),
    },
)


def test_words_used() -> None:
    """Only those that occur, in whatever form, each spelled out."""
    report = with_words(typical().view(), GLOSSARY)

    assert report.words == (
        Fact(label="advice", text="What the tool says."),
        Fact(
            label="DSL (designated safeguarding lead)",
            text="Who leads on keeping children from <harm>.",
        ),
    )


@pytest.mark.parametrize(("form", "text"), [("html", "from &lt;harm&gt;"), ("md", "from \\<harm")])
def test_printed(form: Form, text: str) -> None:
    """They stand in the report in full, escaped like everything else."""
    full = render(with_words(typical().view(), GLOSSARY), form, shipped=TEMPLATES)

    assert "Words used" in full
    assert text in full


def test_governors() -> None:
    """The report for governors is left as it is."""
    report = typical().view("governors")

    assert with_words(report, GLOSSARY) is report
