import pytest

from ap_audit.files.builtin import checklists_folder
from ap_audit.files.library import Library
from ap_audit.model.checklist import Checklist
from ap_audit.model.governors import Sign

LIBRARY = Library(shipped=checklists_folder(), own=None)
EDITIONS = {name: LIBRARY.edition(name).checklist for name in LIBRARY.references()}
MOST_WORDS = 20


@pytest.mark.parametrize("checklist", EDITIONS.values(), ids=EDITIONS)
def test_every_shipped_checklist_suggests_questions(checklist: Checklist) -> None:
    """In few and plain words, each to be read aloud in a meeting."""
    assert len(checklist.governors) >= 3
    for name, question in checklist.governors.items():
        assert len(question.ask.split()) <= MOST_WORDS, name
        assert question.ask.count("?") == 1, name


def test_the_provider_audit_asks_of_what_decides() -> None:
    """Failed and unseen gateways, and what nobody has taken on."""
    signs = {
        sign for one in EDITIONS["ap-provider@2026.1"].governors.values() for sign in one.signs
    }
    assert signs == set(Sign)
