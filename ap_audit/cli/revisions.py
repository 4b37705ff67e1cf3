"""The two sides of `diff --rev`: an audit at a revision, and now or at another one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ap_audit.cli.sides import Side, side
from ap_audit.errors import BadUsage
from ap_audit.files.finding import find_audit
from ap_audit.files.git import Repository, repository_of
from ap_audit.files.here import is_file
from ap_audit.files.snapshot import Snapshot, snapshot
from ap_audit.files.workspace import Workspace
from ap_audit.model.wording import day

NOW = "now"
_INSTEAD = "compare two files by name: ap-audit diff OLD NEW"


@contextmanager
def pair_at(
    workspace: Workspace, older: str, newer: str, revisions: str
) -> Iterator[tuple[Side, Side, str]]:
    """An audit at a revision, the same one now or at the second of `A..B`, and which two times.

    With two names, the first is the file at the older revision: for a provider that was renamed.
    """
    first, second = _two(revisions)
    repository = repository_of(workspace.root, instead=_INSTEAD)
    with ExitStack() as stack:
        if second:
            later = stack.enter_context(snapshot(repository, second, only="providers/"))
            after = _at(later, _below(workspace, newer or older))
        else:
            later = None
            after = _now(repository, workspace, newer or older, first)
        path = after.document.path.relative_to(after.workspace.root).as_posix()
        wanted = _below(workspace, older) if newer else path
        earlier = stack.enter_context(snapshot(repository, first, only=_folder(wanted)))
        before = _there(repository, earlier, later, wanted)
        _same(repository, earlier, later, (before, after))
        yield before, after, f"audit of {day(after.audit.date)}, {first} to {second or NOW}"


def _two(revisions: str) -> tuple[str, str]:
    if "..." in revisions:
        raise BadUsage(
            f"'{revisions}' has three dots; two revisions are joined by two.",
            hint="Such as: --rev main..term2",
        )
    if not revisions:
        raise BadUsage("--rev names no revision.", hint="Such as: --rev HEAD~3, --rev main..term2")
    first, dots, second = revisions.partition("..")
    return first or "HEAD", (second or "HEAD") if dots else ""


def _below(workspace: Workspace, name: str) -> str:
    """A name as it can be found at a revision: a file's path is taken from the workspace."""
    given = Path(name)
    if is_file(given) and given.resolve().is_relative_to(workspace.root):
        return given.resolve().relative_to(workspace.root).as_posix()
    return name


def _folder(path: str) -> str:
    """What is laid out beside an audit: all of its provider, or of the school."""
    parts = path.split("/")
    return "/".join(parts[:2]) + "/" if len(parts) > 2 else "providers/"  # noqa: PLR2004 -- providers/SLUG/…


def _now(repository: Repository, workspace: Workspace, wanted: str, revision: str) -> Side:
    """The audit as it is now; raises BadUsage where it is only at the revision, and says so."""
    try:
        return side(workspace, wanted)
    except BadUsage:
        path = _only_there(repository, wanted, revision)
        if not path:
            raise
    names = {old: new for new, old in repository.names_before(repository.commit(revision)).items()}
    if path in names:
        raise BadUsage(
            f"There is no '{path}' now; git takes '{names[path]}' to be the same file under a newer"
            " name.",
            hint=f"If it is: ap-audit diff {path} {names[path]} --rev {revision}",
        )
    raise BadUsage(
        f"There is no '{path}' now; at {revision} it was there. It was deleted or renamed since.",
        hint=f"Bring it back: git checkout {revision} -- {path}"
        f"\nOr compare two revisions at which it is there: --rev OLDER..{revision}",
    )


def _only_there(repository: Repository, wanted: str, revision: str) -> str:
    """The path of an audit that a revision has; empty where no one audit is meant."""
    with snapshot(repository, revision) as earlier:
        try:
            path = find_audit(earlier.workspace, wanted)
        except BadUsage:
            return ""
        root = earlier.workspace.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def _at(later: Snapshot, wanted: str) -> Side:
    """The audit at the newer revision; raises BadUsage where it is not there, and says so."""
    if wanted.endswith(".yaml") and "/" in wanted and wanted not in later.files:
        raise BadUsage(
            f"At {later.revision} there was no '{wanted}': it was deleted, or is newer.",
            hint=f"Choose two revisions at which it is there: git log --oneline --all -- {wanted}",
        )
    try:
        return side(later.workspace, wanted)
    except BadUsage as error:
        choose = "Choose two revisions at which it is there: git log --oneline --all -- providers"
        raise BadUsage(error.message, hint=choose) from None


def _there(repository: Repository, earlier: Snapshot, later: Snapshot | None, wanted: str) -> Side:
    """The audit at the older revision; raises BadUsage where it was not there, and says why."""
    place = earlier.workspace.root / wanted
    if place.is_file():
        return Side(workspace=earlier.workspace, document=earlier.workspace.read_audit(place))
    kept = earlier.files.get(wanted)
    if kept is not None:
        what = "larger than a file of ours can be" if kept.mode.startswith("100") else "a link"
        raise BadUsage(f"At {earlier.revision} '{wanted}' was {what}, so it is not read.")
    if wanted.count("/") == 0 or not wanted.endswith(".yaml"):
        path = find_audit(earlier.workspace, wanted)
        return Side(workspace=earlier.workspace, document=earlier.workspace.read_audit(path))
    last = later.commit if later is not None else ""
    name = repository.names_before(earlier.commit, last).get(wanted)
    if name:
        raise BadUsage(
            f"At {earlier.revision} there was no '{wanted}'; git takes '{name}' to be the same file"
            " under an older name.",
            hint=f"If it is: ap-audit diff {name} {wanted} --rev {earlier.revision}"
            + (f"..{later.revision}" if later else ""),
        )
    raise BadUsage(
        f"At {earlier.revision} there was no '{wanted}': it is newer, or was deleted there.",
        hint="Choose a later revision, or compare it with the audit before it: leave out --rev",
    )


def _same(
    repository: Repository, earlier: Snapshot, later: Snapshot | None, sides: tuple[Side, Side]
) -> None:
    """Raise BadUsage unless the two are about the same, or git saw one file become the other."""
    before, after = sides
    if before.audit.about == after.audit.about:
        return
    old, new = (
        one.document.path.relative_to(one.workspace.root).as_posix() for one in (before, after)
    )
    last = later.commit if later is not None else ""
    if repository.names_before(earlier.commit, last).get(new) != old:
        raise BadUsage(
            f"'{old}' and '{new}' are not about the same, so what changed cannot be said.",
            hint="Put providers side by side: ap-audit compare PROVIDER PROVIDER",
        )
