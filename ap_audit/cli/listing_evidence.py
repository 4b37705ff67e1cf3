"""The evidence that audits rest on, as it stands today, with its files looked at."""

from collections.abc import Iterator

from ap_audit.cli.known_actions import called
from ap_audit.cli.names import Names
from ap_audit.cli.survey import Found, Survey
from ap_audit.files.evidence_files import EvidenceFiles
from ap_audit.files.finding import find_provider
from ap_audit.model.about import About
from ap_audit.report.evidence_list import ListedEvidence
from ap_audit.rules.evidence import Sight, sight


def listed_evidence(
    survey: Survey, provider: str | None, *, everything: bool
) -> tuple[ListedEvidence, ...]:
    """What the newest audits rest on, or *everything* that ever was recorded.

    Where the newest is only begun, the one before it counts, too. Raises BadUsage where there is no
    such provider. Audits that cannot be judged are left out and
    named at the end, as everywhere.
    """
    slug = find_provider(survey.workspace, provider) if provider is not None else ""
    files, names = EvidenceFiles(survey.workspace.root), Names(survey)
    return tuple(
        one
        for about in survey.everything()
        if slug in ("", about.provider)
        for found in _audits(survey, about, everything=everything)
        for one in _of(survey, found, files, names)
    )


def _audits(survey: Survey, about: About, *, everything: bool) -> Iterator[Found]:
    if everything:
        yield from (survey.read(address) for address in survey.audits(about))
    else:
        yield from survey.recent(about)


def _of(
    survey: Survey, found: Found, files: EvidenceFiles, names: Names
) -> Iterator[ListedEvidence]:
    if found.judged is None:
        return
    about = found.address.about
    newest = survey.audits(about)[0] == found.address
    known = {str(key): one for key, one in found.judged.checklist.by_id().items()}
    for criterion, answer in found.judged.audit.answers.items():
        if not answer.evidence or criterion not in known:
            continue
        # Judged today, not as at the day of signing: what has run out since should be said.
        seen = sight(known[criterion], answer, survey.today)
        for piece in seen.pieces:
            yield ListedEvidence(
                audit=called(found.address, newest=newest),
                criterion=criterion,
                name=names.of(about),
                piece=piece,
                lapsed=piece.key in _lapsed(seen, survey),
                state=files.state(about.folder, piece.evidence),
            )


def _lapsed(seen: Sight, survey: Survey) -> set[str]:
    """The pieces that have run out and whose place no other has taken that counts."""
    counting = [piece.evidence.seen for piece in seen.pieces if piece.counts]
    return {
        piece.key
        for piece in seen.pieces
        if piece.evidence.seen.first_hand
        and piece.counts_until is not None
        and piece.counts_until < survey.today
        and not any(other.satisfies(piece.evidence.seen) for other in counting)
    }
