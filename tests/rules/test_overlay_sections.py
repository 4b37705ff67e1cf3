from ap_audit.model.checklist import SectionWord
from ap_audit.model.overlay import CriterionChange, SectionChange
from tests.builders import criterion
from tests.rules.overlays import WHY, changes_of, flaws_of, laid, section_of


def test_criteria_are_added_last() -> None:
    """In a section of the edition after its own; sections of the overlay's own come last."""
    found = laid(
        sections={
            "own": SectionChange(title="Ours", floor=10, criteria=(criterion("mine"),)),
            "safe": SectionChange(criteria=(criterion("extra"),)),
        }
    )

    assert [section.id for section in found.sections] == ["about", "safe", "own"]
    assert section_of(found, "safe").criteria[-1].id == "extra"
    assert changes_of(found) == ["extra: added: Is extra so?", "mine: added: Is mine so?"]


def test_floors() -> None:
    """A higher floor is free, and one where there was none; a lower one is a weakening."""
    higher = laid(sections={"safe": SectionChange(floor=60), "about": SectionChange(floor=1)})
    lower = laid(sections={"safe": SectionChange(floor=40, because=WHY)})
    (flaw,) = flaws_of(sections={"safe": SectionChange(floor=40)})

    assert section_of(higher, "safe").floor == 60
    assert changes_of(higher) == ["about: floor: none, now 1", "safe: floor: 50, now 60"]
    assert changes_of(lower) == ["safe: floor: 50, now 40 (weaker)"]
    assert flaw.path == ("sections", "safe", "floor")


def test_what_is_asked_of_a_section_as_a_whole() -> None:
    """Words to judge it by are free where there were none; leaving more out is a weakening."""
    words = {"weak": SectionWord(title="Weak", least=0)}
    asked = laid(
        sections={
            "safe": SectionChange(judged=words),
            "own": SectionChange(
                title="Ours",
                judged=words,
                not_applicable="with-reason",
                criteria=(criterion("mine"),),
            ),
        }
    )
    spared = laid(sections={"safe": SectionChange(not_applicable=("closed",), because=WHY)})
    (flaw,) = flaws_of(sections={"safe": SectionChange(not_applicable="with-reason")})

    assert section_of(asked, "safe").judged == section_of(asked, "own").judged == words
    assert section_of(asked, "own").not_applicable == "with-reason"
    assert changes_of(asked)[0] == "safe: judged: none, now as the checklist shows"
    assert section_of(spared, "safe").not_applicable == ("closed",)
    assert changes_of(spared) == ["safe: not_applicable: never, now closed (weaker)"]
    assert flaw.path == ("sections", "safe", "not_applicable")


def test_other_words_for_a_section() -> None:
    """They are a weakening."""
    found = laid(sections={"safe": SectionChange(title="Other", about="Why", because=WHY)})

    assert [change.about for change in found.weakenings] == ["safe", "safe"]
    assert section_of(found, "safe").title == "Other"


def test_slips() -> None:
    """An id that is not there, one that is there already, and a section without a title."""
    flaws = flaws_of(
        criteria={"usual-one": CriterionChange()},
        sections={
            "saef": SectionChange(criteria=(criterion("usual"),)),
        },
    )

    assert [(flaw.path, flaw.what) for flaw in flaws] == [
        (("criteria", "usual-one"), "the edition has no 'usual-one'"),
        (("sections", "saef", "criteria", 0, "id"), "'usual' is asked already"),
        (("sections", "saef"), "the edition has no 'saef'"),
    ]
    assert flaws[2].hint == "did you mean 'safe'? One of your own needs a title"
