"""The program as people get it: from a wheel, from a wheel made from the sdist, and editable.

All is built from a copy of the repository, without a network: each environment borrows the
dependencies of the one that runs the tests.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from ap_audit.version import VERSION

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[2]
NOT_COPIED = (".git", ".venv*", ".*cache*", ".hypothesis", "__pycache__", "node_modules", "dist")
WINDOWS = sys.platform == "win32"
KINDS = ("wheel", "sdist", "editable")

TITLE = "title: Alternative provision provider audit\n"


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
        env=environment | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(source: Path, target: str) -> Path:
    """Build one artefact of a source folder with the project's own build backend."""
    out = source.parent / f"built-{target.replace(':', '-')}-{source.name}"
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, folder=source)
    (artefact,) = out.iterdir()
    return artefact


def install(wheel: Path, environment: Path) -> None:
    """Make an environment that holds one wheel and borrows its dependencies."""
    venv.create(environment, with_pip=False, symlinks=not WINDOWS)
    python = environment / ("Scripts/python.exe" if WINDOWS else "bin/python")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet")
    run(*pip, "--no-index", "--no-deps", "--no-compile", wheel, folder=environment)
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
    kept.parent.mkdir()
    kept.write_bytes(b"what a run leaves behind, and no build may take along")
    return copy


@pytest.fixture(scope="module")
def wheels(source: Path) -> dict[str, Path]:
    """The three wheels, by kind."""
    with tarfile.open(build(source, "sdist")) as sdist:
        sdist.extractall(source.parent, filter="data")
    return {
        "wheel": build(source, "wheel"),
        "sdist": build(source.parent / f"ap_audit-{VERSION}", "wheel"),
        "editable": build(source, "wheel:editable"),
    }


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
    """It runs under both of its names, from any folder, and finds what it ships."""
    here = installed[kind]

    assert here.run("ap-audit", "--version") == f"ap-audit {VERSION}\n"
    assert "Usage: ap-audit " in here.run("python", "-I", "-m", "ap_audit", "--help")
    assert "ap-provider@2026.1" in here.run("ap-audit", "checklist", "list")


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_folder_of_another_project(installed: dict[str, Installed], kind: str) -> None:
    """A folder called checklists that another package left in site-packages is not ours."""
    here = installed[kind]
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


def test_editable_install_sees_edits(source: Path, installed: dict[str, Installed]) -> None:
    """In an editable install a changed checklist is seen at once, and so is a template."""
    here = installed["editable"]
    checklist = source / "checklists" / "ap-provider@2026.1.yaml"
    text = checklist.read_text(encoding="utf-8")
    assert TITLE in text
    here.run("ap-audit", "checklist", "list")  # which keeps it as it was

    checklist.write_text(text.replace(TITLE, "title: Edited a moment ago\n"), encoding="utf-8")
    listed = here.run("ap-audit", "checklist", "list")
    checklist.write_text(text, encoding="utf-8")
    templates = here.run(
        "python", "-c", "from ap_audit.files import builtin; print(builtin.templates_folder())"
    )

    assert "Edited a moment ago" in listed
    assert Path(templates.strip()).resolve() == (source / "templates").resolve()
