"""What every test starts from: an environment of its own, and golden files."""

import gc
import os
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from ap_audit.cli import clock
from tests.cli.running import Shell
from tests.clock import TheDay
from tests.memory import folder_in_memory

GOLDEN = Path(__file__).parent / "golden"
NOWHERE = str(Path(__file__) / "nobody-is-at-home-here")
"""Below a file, where no program can leave anything."""

# Begun last, one of these would keep one process busy while the others have nothing left to do.
_LONGEST = "installs leaving boundary scheduled_job how_many_questions real_terminal killed due"
LONGEST = {f"test_{name}": place for place, name in enumerate(_LONGEST.split())}

# What changes a program's output or its idea of where it is.
SCRUBBED = (
    "ACCESSIBLE",
    "CI",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONPATH",
)
SCRUBBED_PREFIXES = ("AP_AUDIT_", "GIT_", "LC_", "TYPER_", "XDG_")

# The same examples on every run: what fails here fails for everybody.
settings.register_profile(
    "usual",
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
# For what must always hold, before a change lands: HYPOTHESIS_PROFILE=thorough pytest
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=400)
# For a search overnight: HYPOTHESIS_PROFILE=deep pytest
settings.register_profile(
    "deep", settings.get_profile("usual"), derandomize=False, max_examples=2000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


if memory := folder_in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))

# What the tests hold on to would be looked through for rubbish again and again.
gc.set_threshold(50_000, 20, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes golden files anew, to be read in the diff; `--many` takes its time."""
    parser.addoption("--update", action="store_true", help="rewrite golden files")
    parser.addoption("--many", action="store_true", help="run the tests marked `many`, too")


def pytest_configure(config: pytest.Config) -> None:
    """A test that draws has a seed of its own; to sow anew before each costs a sixth of a test."""
    config.option.randomly_reset_seed = False


@pytest.hookimpl(trylast=True)  # after the order of chance
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes minutes, unless it is asked for; begin with what takes seconds."""
    if not config.getoption("--many"):
        items[:] = [item for item in items if item.get_closest_marker("many") is None]
    items.sort(key=lambda item: LONGEST.get(item.path.stem, len(LONGEST)))


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Tests side by side tell how they went; a fifth of that telling is names that nobody reads."""
    told = yield
    if told is not None and told.get("outcome") == "passed":
        told["keywords"] = {}
    return told


def pytest_collection_finish() -> None:
    """The tests themselves are no rubbish, and are not looked through for any."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _scrubbed() -> Iterator[None]:
    """Nothing of the developer's own environment reaches a test, and no test leaves a trace."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name in SCRUBBED or name.startswith(SCRUBBED_PREFIXES):
                patch.delenv(name)
        patch.setenv("COLUMNS", "80")
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("HOME", NOWHERE)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        patch.setenv("USERPROFILE", NOWHERE)
        if hasattr(time, "tzset"):  # Windows has none
            time.tzset()
        begun = _environment()
        yield
        assert _environment() == begun


def _environment() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}


@pytest.fixture(scope="session", autouse=True)
def _one_day() -> Iterator[None]:
    """A clock that is wrong, or right in other years, makes no test fail."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "date", TheDay)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """What `fsync` is for, a power cut, no test here can make; processes of their own do wait."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def example_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example workspace, made once by the command for it; nobody changes it."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Shell(folder).fine("init", "--example", "--no-input")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file kept under a name, byte for byte: `golden("audit.md", text)`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        if not path.is_file():
            pytest.fail(f"There is no tests/golden/{name}; write it with: pytest --update")
        expected = path.read_bytes().decode()

        assert expected == text

    return compare
