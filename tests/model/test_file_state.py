from ap_audit.model.file_state import FileState


def test_what_somebody_should_look_into() -> None:
    """A file that changed or is missing; not one that is kept elsewhere or was renamed."""
    assert [state for state in FileState if state.wrong] == [
        FileState.CHANGED,
        FileState.MISSING,
        FileState.UNREADABLE,
    ]


def test_each_has_words() -> None:
    """No two read alike."""
    titles = [state.title for state in FileState]
    assert len(set(titles)) == len(titles)
    assert FileState.ELSEWHERE.title == "kept elsewhere"
