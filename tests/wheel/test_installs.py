"""The program as people get it: from a wheel, from a wheel made from the sdist, and editable.

All is built from a copy of the repository, without a network: each environment borrows the
dependencies of the one that runs the tests.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pip
import pytest

from ap_audit.version import VERSION

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[2]
# The last three are tests and what they compare with, most of all files: no build needs them.
NOT_COPIED = (
    ".git",
    ".venv*",
    ".*cache*",
    ".hypothesis",
    "node_modules",
    "dist",
    "errors",
    "golden",
    "test_*",
)
KINDS = ("wheel", "sdist", "editable")
WINDOWS = sys.platform == "win32"

# One process for all the builds: the start takes as long as a build.
BUILDS = """\
import os, sys, tarfile
from hatchling.build import build_editable, build_sdist, build_wheel

build_wheel("../wheel")
build_editable("../editable")
with tarfile.open("../sdists/" + build_sdist("../sdists")) as sdist:
    sdist.extractall("..", filter="data")
os.chdir("../" + sys.argv[1])
build_wheel("../sdist")
"""
TITLE = "title: Our own use of alternative provision\n"


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the program, and a folder far from the repository."""

    kind: str
    environment: Path
    elsewhere: Path

    @property
    def programs(self) -> Path:
        return self.environment / ("Scripts" if WINDOWS else "bin")

    @property
    def site_packages(self) -> Path:
        (found,) = self.environment.rglob("site-packages")
        return found

    def run(self, program: str, *words: str) -> str:
        """Run one of the environment's programs; what it printed."""
        return run(self.programs / program, *words, folder=self.elsewhere)


def run(program: Path | str, *words: str | Path, folder: Path) -> str:
    """Run a process that must succeed, with no Python setting of the caller's; what it printed."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("AP_AUDIT_", "PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [program, *words],
        cwd=folder,
        # pip asks programs about themselves, of which some leave something at home.
        env=environment | {"PYTHONUTF8": "1", "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def install(wheel: Path, environment: Path) -> None:
    """Make an environment that holds one wheel and borrows its dependencies."""
    venv.create(environment, with_pip=False, symlinks=not WINDOWS)
    # Another environment's pip, as `pip --python` starts it.
    python = environment / ("Scripts/python.exe" if WINDOWS else "bin/python")
    words = ("install", "--quiet", "--no-index", "--no-deps", "--no-compile")
    run(python, Path(pip.__file__).parent, *words, wheel, folder=environment)
    (site_packages,) = environment.rglob("site-packages")
    # Last, so that pip does not see the program that the borrowed folder holds.
    borrowed = sysconfig.get_path("purelib") + "\n"
    (site_packages / "borrowed.pth").write_text(borrowed, encoding="utf-8")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, free to be edited."""
    copy = tmp_path_factory.mktemp("source") / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    kept = copy / "checklists" / "__pycache__" / "ap-provider@2026.1.msgpack"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(b"what a run leaves behind, and no build may take along")
    return copy


@pytest.fixture(scope="module")
def wheels(source: Path) -> dict[str, Path]:
    """The three wheels, by kind."""
    run(sys.executable, "-c", BUILDS, f"ap_audit-{VERSION}", folder=source)
    return {kind: next((source.parent / kind).iterdir()) for kind in KINDS}


@pytest.fixture(scope="module")
def installed(
    wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Installed]:
    """The three environments, by kind."""
    made = {}
    for kind in KINDS:
        folder = tmp_path_factory.mktemp(kind)
        install(wheels[kind], folder / "environment")
        (folder / "elsewhere").mkdir()
        made[kind] = Installed(kind, folder / "environment", folder / "elsewhere")
    return made


def contents(wheel: Path) -> dict[str, bytes]:
    """What a wheel holds, by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files(folder: Path, name: str) -> set[str]:
    """The files below a folder's subfolder, as paths from the folder."""
    return {
        path.relative_to(folder).as_posix()
        for path in (folder / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("kind", KINDS)
def test_runs(installed: dict[str, Installed], kind: str) -> None:
    """It runs from any folder, and finds what it ships."""
    shown = installed[kind].run("ap-audit", "checklist", "show", "school-practice")

    assert "school-practice@2026.1" in shown


def test_runs_under_both_names(installed: dict[str, Installed]) -> None:
    """As a command, and as a module where nothing of the folder is looked at."""
    here = installed["wheel"]

    assert here.run("ap-audit", "--version") == f"ap-audit {VERSION}\n"
    assert "Usage: ap-audit " in here.run("python", "-I", "-m", "ap_audit", "--help")


def test_folder_of_another_project(installed: dict[str, Installed]) -> None:
    """A folder called checklists that another package left in site-packages is not ours."""
    here = installed["wheel"]
    (here.site_packages / "checklists").mkdir()

    shown = here.run(
        "python", "-c", "from ap_audit.files import builtin; print(builtin.checklists_folder())"
    )

    builtin = here.site_packages / "ap_audit" / "builtin"
    assert Path(shown.strip()).resolve() == (builtin / "checklists").resolve()


def test_wheel_holds_the_program_and_what_it_ships(source: Path, wheels: dict[str, Path]) -> None:
    """The wheel holds every file of the package, the checklists and the templates; nothing else."""
    about = f"ap_audit-{VERSION}.dist-info"

    expected = files(source, "ap_audit")
    expected |= {f"ap_audit/builtin/{name}" for name in files(source, "checklists")}
    expected |= {f"ap_audit/builtin/{name}" for name in files(source, "templates")}
    expected |= {f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    expected |= {f"{about}/licenses/LICENSE"}
    assert expected == set(contents(wheels["wheel"]))
    assert "ap_audit/builtin/checklists/ap-provider@2026.1.yaml" in expected


def test_wheel_from_the_sdist(wheels: dict[str, Path]) -> None:
    """The sdist builds the very same wheel."""
    assert contents(wheels["wheel"]) == contents(wheels["sdist"])
    assert wheels["wheel"].name == wheels["sdist"].name


def test_editable_install_sees_edits(source: Path, installed: dict[str, Installed]) -> None:
    """In an editable install a changed checklist is seen at once, and so is a template."""
    here = installed["editable"]
    checklist = source / "checklists" / "school-practice@2026.1.yaml"
    text = checklist.read_text(encoding="utf-8")
    assert TITLE in text
    show = ("-I", "-m", "ap_audit", "checklist", "show", "school-practice")
    here.run("python", *show)  # which keeps it as it was

    checklist.write_text(text.replace(TITLE, "title: Edited a moment ago\n"), encoding="utf-8")
    shown = here.run("python", *show)
    checklist.write_text(text, encoding="utf-8")
    templates = here.run(
        "python", "-c", "from ap_audit.files import builtin; print(builtin.templates_folder())"
    )

    assert "Edited a moment ago" in shown
    assert Path(templates.strip()).resolve() == (source / "templates").resolve()
