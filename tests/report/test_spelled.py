"""Abbreviations are spelled out once, where they are first read."""

import pytest

from ap_audit.model.glossary import Entry, Glossary
from ap_audit.report.plain import Plain
from ap_audit.report.spelled import spelled_out

GLOSSARY = Glossary(
    format="ap-audit/glossary@1",
    terms={
        "AP": Entry(stands_for="alternative provision", means="Elsewhere."),
        "DBS": Entry(stands_for="Disclosure and Barring Service", means="A body."),
        "DSL": Entry(stands_for="designated safeguarding lead", means="A person."),
        "EHC plan": Entry(
            stands_for="education, health and care plan", also=("EHCP",), means="A plan."
        ),
        "SEN": Entry(stands_for="special educational needs", means="Needs."),
        "SENCO": Entry(
            stands_for="special educational needs co-ordinator", also=("SENCo",), means="A person."
        ),
        "UKPRN": Entry(
            stands_for="UK provider reference number", also=("UK number",), means="A number."
        ),
        "barred list": Entry(means="A list."),
    },
)


@pytest.mark.parametrize(
    ("said", "spelled"),
    [
        ("", ""),
        ("No short forms. The barred list.", "No short forms. The barred list."),
        ("A DBS check", "A DBS (Disclosure and Barring Service) check"),
        ("A DBS check, DBS", "A DBS (Disclosure and Barring Service) check, DBS"),
        ("Two DSLs", "Two DSLs (designated safeguarding leads)"),
        ("an EHC plan", "an EHC plan (education, health and care plan)"),
        ("an EHCP, or EHC plan", "an EHCP (education, health and care plan), or EHC plan"),
        (
            "the SENCo, for SEN",
            (
                "the SENCo (special educational needs co-ordinator), for SEN (special educational"
                " needs)"
            ),
        ),
        ("DSL (designated safeguarding lead)", "DSL (designated safeguarding lead)"),
        (
            "The Disclosure and Barring Service (DBS)",
            "The Disclosure and Barring Service (DBS)",
        ),
        ("AP-lead and NAP and APs-x", "AP-lead and NAP and APs-x"),
        ("a UK number", "a UK number"),
    ],
)
def test_a_text(said: str, spelled: str) -> None:
    """Whole words, once, also in the plural; what is spelled out already stays."""
    assert spelled_out(said, GLOSSARY) == spelled


def test_peoples_own_words_are_quoted_with_square_brackets() -> None:
    """Nobody is made to have written what they did not write."""
    report: Plain = {"note": "No DBS yet", "owner": "AP lead", "ask": "An AP question?"}
    assert spelled_out(report, GLOSSARY) == {
        "note": "No DBS [Disclosure and Barring Service] yet",
        "owner": "AP lead",
        "ask": "An AP (alternative provision) question?",
    }


def test_names_and_addresses_stay() -> None:
    """A school is called what it is called."""
    report: Plain = {"name": "AP Academy", "school": "The DSL", "url": "https://example.org/DBS"}
    assert spelled_out(report, GLOSSARY) == report


def test_first_in_the_order_of_reading() -> None:
    """Page 1, then the parts as templates show them, whatever the order of the fields."""
    report: Plain = {
        "editions": ["DBS"],
        "answers": [{"id": "x", "note": "DBS", "ask": "DBS?"}],
        "front": {"next": "DBS", "advice": "The DBS", "gateways": [{"ask": "?", "brief": "DSL"}]},
    }
    assert spelled_out(report, GLOSSARY) == {
        "editions": ["DBS"],
        "answers": [{"id": "x", "note": "DBS", "ask": "DBS?"}],
        "front": {
            "next": "DBS",
            "advice": "The DBS (Disclosure and Barring Service)",
            "gateways": [{"ask": "?", "brief": "DSL (designated safeguarding lead)"}],
        },
    }


def test_what_page_1_does_not_show_spells_out_nothing() -> None:
    """Else the words a reader meets first would be the short ones."""
    gateway: Plain = {"ask": "Why?", "brief": "", "note": "DBS", "seen_brief": ""}
    report: Plain = {"front": {"gateways": [gateway]}, "actions": [{"what": "Ask the DBS"}]}
    assert spelled_out(report, GLOSSARY) == {
        "front": {"gateways": [gateway]},
        "actions": [{"what": "Ask the DBS [Disclosure and Barring Service]"}],
    }


def test_a_later_table_comes_after_all_rows_of_the_first() -> None:
    """The register goes through its providers several times."""
    report: Plain = {
        "rows": [
            {"title": "a", "missing": [{"label": "DBS", "text": "-"}]},
            {"title": "DBS", "missing": []},
        ]
    }
    assert spelled_out(report, GLOSSARY) == {
        "rows": [
            {"title": "a", "missing": [{"label": "DBS", "text": "-"}]},
            {"title": "DBS (Disclosure and Barring Service)", "missing": []},
        ]
    }


def test_what_is_not_text_stays() -> None:
    """Numbers, and what is not there."""
    report: Plain = {"width": 12, "trend": None, "bare": [1, None]}
    assert spelled_out(report, GLOSSARY) == report
    assert spelled_out("DBS", Glossary(format="ap-audit/glossary@1")) == "DBS"
