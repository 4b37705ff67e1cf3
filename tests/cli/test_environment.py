import os

import pytest

from ap_audit.cli.environment import editor_command, hints_wanted
from ap_audit.model.workspace import Hints, Settings

NONE = ("notepad",) if os.name == "nt" else ()


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, NONE),
        ({"EDITOR": "  "}, NONE),
        ({"EDITOR": "nano"}, ("nano",)),
        ({"VISUAL": "code --wait", "EDITOR": "nano"}, ("code", "--wait")),
        ({"EDITOR": '"C:/my editor/e.exe" -n'}, ("C:/my editor/e.exe", "-n")),
        ({"EDITOR": 'odd"'}, ("odd",)),
    ],
    ids=["none", "blank", "one", "with arguments", "with a space", "quote left open"],
)
def test_editor(environment: dict[str, str], command: tuple[str, ...]) -> None:
    """VISUAL goes before EDITOR, and either may hold arguments."""
    assert editor_command(environment) == command


@pytest.mark.parametrize(
    ("setting", "environment", "hints"),
    [
        ("auto", {}, "auto"),
        ("auto", {"ACCESSIBLE": "1"}, "short"),
        ("auto", {"ACCESSIBLE": "0"}, "auto"),
        ("full", {"ACCESSIBLE": "1"}, "full"),
        ("short", {}, "short"),
    ],
)
def test_hints(setting: Hints, environment: dict[str, str], hints: Hints) -> None:
    """ACCESSIBLE makes prompts short, unless the settings say otherwise."""
    settings = Settings(format="ap-audit/workspace@1", school="Example School", hints=setting)

    assert hints_wanted(settings, environment) == hints
