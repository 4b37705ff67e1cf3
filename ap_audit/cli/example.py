"""The example workspace: four made-up providers, and audits of two years, and one older.

What was answered stands in `example_workspace`: a folder for each provider, in it a file of answers
for each audit, named after the day it began. No digest is kept there: each audit is begun on the
checklist as it is. The audits before that of 2026 are an anachronism, since the checklist was
published in November 2026; they are there so that years can be set side by side.
"""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from ap_audit.cli.beginning import begin_audit
from ap_audit.cli.introducing import NO_ROLE
from ap_audit.cli.opening import library_of, open_file, refuse_flaws, sound_edition
from ap_audit.cli.signing import Signer, signed
from ap_audit.files.change import save_change
from ap_audit.files.document import read_document
from ap_audit.files.making import make_provider
from ap_audit.files.making_contacts import make_contact
from ap_audit.files.workspace import Workspace
from ap_audit.model.about import About
from ap_audit.model.audit import Answer, AnswersFile
from ap_audit.model.contact import LoggedContact
from ap_audit.model.provider import Provider
from ap_audit.model.words import Depth, Part, Subject
from ap_audit.rules.conformity import conformity

CHECKLIST = "ap-provider@2026.1"
_DATA = Path(__file__).with_name("example_workspace")

_PREPARED_BY, _ACCEPTED_BY = ("Amara Cole", NO_ROLE), ("Ruth Okafor", "Headteacher")

# A decided audit is judged as at its day. Left open, older ones would be judged on papers that
# have run out since.
_DECIDED = {
    "brightwater-academy/2025-11-20": ("Suitable to use", "", date(2025, 11, 28)),
    "hillside-skills-centre/2024-11-18": (
        "Not used until the papers have been sent",
        "As advised. Nobody has been sent there.",
        date(2024, 11, 29),
    ),
    "hillside-skills-centre/2025-11-17": (
        "No new pupils until the letter on checks is complete",
        (
            "The pupils who are there go on, taught only by the instructors in the letter. The"
            " safeguarding lead and parents were told, and a sudden move would cost them more."
        ),
        date(2025, 11, 28),
    ),
    "meadow-lane-farm-project/2025-11-10": (
        "Use, on condition that the lane gate is kept shut",
        "As advised. The gate is the condition that cannot wait.",
        date(2025, 11, 21),
    ),
}
"""What was decided, the reason where that is not what was advised, and when."""


def fill(workspace: Workspace) -> None:
    """Fill a new workspace with the example: the same bytes, whatever the day."""
    settings = workspace.settings()
    save_change(settings, replace(settings.value, auditor=NO_ROLE))
    for folder in sorted(path.parent for path in _DATA.glob("*/provider.yaml")):
        provider = read_document(folder / "provider.yaml", Provider)
        make_provider(workspace, folder.name, provider.value)
        for answers in sorted(folder.glob("20*.yaml")):
            _add_audit(workspace, answers)
        for contact in sorted(folder.glob("contacts/*.yaml")):
            make_contact(workspace, folder.name, read_document(contact, LoggedContact).value)


def _add_audit(workspace: Workspace, path: Path) -> None:
    """Begin an audit and give it the answers of a file."""
    slug, day = path.parent.name, date.fromisoformat(path.stem)
    about = About(Subject.PROVIDER, slug)
    edition = sound_edition(library_of(workspace), CHECKLIST)
    opened = begin_audit(workspace, about, edition, today=day, by=NO_ROLE, depth=Depth.CORE)
    document = read_document(path, AnswersFile)
    given = {name: _dated(answer, day) for name, answer in document.value.answers.items()}
    alone = replace(opened.audit, answers=given)
    refuse_flaws(document, conformity(opened.edition.checklist, alone))
    audit = replace(opened.audit, answers={**opened.audit.answers, **given})
    save_change(opened.document, audit)
    if made := _DECIDED.get(f"{slug}/{path.stem}"):
        _sign(workspace, opened.document.path, *made)


def _sign(workspace: Workspace, path: Path, outcome: str, reason: str, today: date) -> None:
    """Sign an audit as its auditor and the head did."""
    for part, who in ((Part.PREPARED, _PREPARED_BY), (Part.ACCEPTED, _ACCEPTED_BY)):
        decided = {"outcome": outcome, "reason": reason} if part is Part.ACCEPTED else {}
        signed(open_file(workspace, path), part, Signer(*who), today=today, **decided)


def _dated(answer: Answer, day: date) -> Answer:
    """The answer with its day and role, where the file leaves them to the audit's."""
    return replace(answer, date=answer.date or day, by=answer.by or NO_ROLE)
