"""The commands by name. Each is imported when it is asked for, and no other with it.

Importing all of them and reading their options would take half as long again as loading Typer.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.main import get_command

# In the order in which the help lists them: the module of this room, what runs in it, and how its
# own help begins.
COMMANDS = {
    "init": ("init:init", "Make a workspace."),
    "new": ("new:new", "Start an audit and ask its questions."),
    "resume": ("resume:resume", "Go on asking where you stopped."),
    "answer": ("answer:answer", "Record one answer, for scripts."),
    "list": ("listing:list_audits", "List every audit."),
    "show": ("show:show", "Show an audit in the terminal."),
    "score": ("score:score", "Show the verdict, and why."),
    "report": ("report:report", "Write the report of an audit."),
    "diff": ("diff:diff", "Show what changed between two audits."),
    "compare": ("compare:compare", "Put providers side by side."),
    "gap": ("gap:gap", "Show where the provider's claims and what was found differ."),
    "merge": ("merge:merge", "Put a second auditor's answers into the first's audit."),
    "worksheet": ("worksheet:worksheet", "Write the questions as a sheet to fill in."),
    "sign": ("sign:sign", "Sign an audit, with the decision of the school."),
    "verify": ("verify:verify", "Check that signed audits are as they were signed."),
    "register": ("register:register", "Show every provider."),
    "due": ("due:due", "Show what is overdue, due within a week, and coming."),
    "export": ("export:export", "Write every audit as tables."),
    "check": ("check:check", "Check that files are sound."),
    "migrate": ("migrate:migrate", "Show what a newer edition of the checklist does to an audit."),
    "resolve": ("resolve:resolve", "Settle a git conflict in one answer."),
    "git-setup": ("git_setup:git_setup", "Make git show one line for each answer in diffs."),
    "action": ("action:app", "What will be done about answers: list, add, close."),
    "evidence": ("evidence:app", "What was seen, and the files behind it: add, list, check."),
    "contact": ("contact:app", "Visits, calls and other contact with providers: add, list."),
    "exception": ("exception:app", "Exceptions that the school has decided on: add, list, end."),
    "checklist": ("checklist:app", "The criteria: list, show, check, diff, schema."),
}


class Commands(Mapping[str, Any]):
    """Every command, as Typer's group wants them; their type is private to Typer."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 -- (same)
        return _loaded(name, COMMANDS[name][0])

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)

    def lines(self) -> list[tuple[str, str]]:
        """Each name, and what the command does in a line."""
        return [(name, line) for name, (_, line) in COMMANDS.items()]


@cache
def _loaded(name: str, place: str) -> Any:  # noqa: ANN401 -- (same)
    module, _, what = place.partition(":")
    found = getattr(import_module(f"ap_audit.cli.{module}"), what)
    if isinstance(found, typer.Typer):
        return get_command(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(found)
    return get_command(alone)
