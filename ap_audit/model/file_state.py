"""What became of a file that was recorded as evidence."""

from enum import StrEnum


class FileState(StrEnum):
    """How a recorded file stands to the one on the disk."""

    NONE = "no-file"
    """No file was recorded: only what was seen."""
    SAME = "as-recorded"
    RENAMED = "renamed"
    """The very same content, under another name."""
    CHANGED = "changed"
    MISSING = "missing"
    """It was kept in the provider's folder, and is not there."""
    ELSEWHERE = "elsewhere"
    """It is kept outside of the workspace, so it was not looked at."""
    UNREADABLE = "not-readable"
    """It, or the folder where it would lie, cannot be opened: nothing is known of it."""
    NO_HASH = "no-hash"
    """It is there, and nothing was recorded to compare it with."""

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The words a person reads."""
        return _TITLES[self]

    @property
    def wrong(self) -> bool:
        """Whether somebody should look into it."""
        return self in (FileState.CHANGED, FileState.MISSING, FileState.UNREADABLE)


_TITLES = {
    FileState.NONE: "no file",
    FileState.SAME: "as recorded",
    FileState.RENAMED: "as recorded, under another name",
    FileState.CHANGED: "changed since it was recorded",
    FileState.MISSING: "missing",
    FileState.ELSEWHERE: "kept elsewhere",
    FileState.UNREADABLE: "cannot be opened, so nothing is known of it",
    FileState.NO_HASH: "there, with no hash to compare",
}
