"""`?`, typed twice, explains the words that a question uses."""

from ap_audit.interview.guidance import sources_text
from ap_audit.model.glossary import Entry, Glossary
from tests.interview.builders import CHECKS, LEAD, REGISTER

GLOSSARY = Glossary(
    format="ap-audit/glossary@1",
    terms={
        "DSL": Entry(
            stands_for="designated safeguarding lead",
            also=("safeguarding lead",),
            means="The person who leads on keeping children from harm.",
        )
    },
)


def test_words_that_occur() -> None:
    """They stand after the sources, spelled out, in lines that fit."""
    text = sources_text(LEAD, REGISTER, 60, GLOSSARY)

    assert text.endswith(
        "  Words used here:\n"
        "    DSL (designated safeguarding lead): The person who leads\n"
        "      on keeping children from harm."
    )


def test_words_that_do_not() -> None:
    """Where none occurs there is no such part."""
    assert "Words used" not in sources_text(CHECKS, REGISTER, 60, GLOSSARY)
