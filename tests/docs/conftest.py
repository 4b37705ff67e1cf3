"""Pages of the guide that are made, and kept fresh."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a page of the guide; `--update` writes the page anew."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        if not path.is_file():
            pytest.fail(f"There is no {path.name}; write it with: pytest tests/docs --update")

        made_anew = "made from other files: write it anew with pytest tests/docs --update"
        assert path.read_bytes().decode() == text, f"docs/{path.name} is {made_anew}"

    return compare
