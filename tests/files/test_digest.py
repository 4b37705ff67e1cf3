from msgspec.structs import replace

from ap_audit.files.digest import checklist_digest
from ap_audit.model.source import Citation, Source
from ap_audit.model.words import LegalWeight, Severity, Verification
from tests.builders import REGISTER, checklist, criterion, rule

CITING = checklist(replace(criterion("a"), sources=(Citation(source="LAW"),)))


def changed(**fields: object) -> str:
    """The digest where the cited source is another in these fields."""
    source: Source = replace(REGISTER.sources["LAW"], **fields)
    return checklist_digest(CITING, replace(REGISTER, sources={"LAW": source}))


def test_form() -> None:
    """A digest is `sha256:` and 64 digits, and the same every time."""
    digest = checklist_digest(CITING, REGISTER)

    assert digest == checklist_digest(CITING, REGISTER)
    assert digest.startswith("sha256:")
    assert len(digest) == 71


def test_every_word_counts() -> None:
    """Another question, weight, rule or order is another digest."""
    digests = {
        checklist_digest(one, REGISTER)
        for one in (
            checklist(criterion("a"), criterion("b")),
            checklist(criterion("b"), criterion("a")),
            checklist(criterion("a"), replace(criterion("b"), ask="Is b really so?")),
            checklist(criterion("a"), criterion("b", weight=2)),
            checklist(
                criterion("a"), criterion("b"), rules={"R": rule(Severity.WARN, {"a": "met"})}
            ),
        )
    }

    assert len(digests) == 5


def test_what_a_source_says_counts() -> None:
    """Title, edition and legal weight of a cited source count; how far it was checked does not."""
    usual = checklist_digest(CITING, REGISTER)

    assert changed(title="Another") != usual
    assert changed(edition="2027") != usual
    assert changed(weight=LegalWeight.GOOD_PRACTICE) != usual
    assert changed(verification=Verification.UNVERIFIED, url="https://example.org") == usual


def test_sources_that_are_not_cited() -> None:
    """A source that nothing cites changes nothing; one cited that is missing does."""
    more = replace(REGISTER, sources={**REGISTER.sources, "NEW": REGISTER.sources["LAW"]})
    usual = checklist_digest(CITING, REGISTER)

    assert checklist_digest(CITING, more) == usual
    assert checklist_digest(CITING, replace(REGISTER, sources={})) != usual


def test_sources_of_rules() -> None:
    """What a rule cites counts as well."""
    citing = replace(rule(Severity.WARN, {"a": "met"}), sources=(Citation(source="LAW"),))
    one = checklist(criterion("a"), rules={"R": citing})

    assert checklist_digest(one, REGISTER) != checklist_digest(one, replace(REGISTER, sources={}))
