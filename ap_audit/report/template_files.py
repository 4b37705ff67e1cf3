"""Which template a name means: the workspace's own, else the shipped one, as does `builtin:`."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.loaders import BaseLoader

BUILTIN = "builtin:"
MOST_BYTES = 200_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.j2")


class TemplateFiles(BaseLoader):
    """Reads templates from two folders, and nothing outside them."""

    def __init__(self, shipped: Path, own: Path | None) -> None:
        self._shipped = shipped
        self._own = own

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template and its file."""
        name = template.removeprefix(BUILTIN)
        if not _NAME.fullmatch(name):
            raise TemplateNotFound(template)
        if self._own is not None and not template.startswith(BUILTIN):
            path = self._own / name
            if path.is_file():
                return _own_source(environment, path), str(path), _unchanged
        path = self._shipped / name
        if not path.is_file():
            raise TemplateNotFound(template)
        return path.read_text(encoding="utf-8"), str(path), _unchanged

    def is_own(self, path: str) -> bool:
        """Whether a file is one of the workspace's own templates."""
        return self._own is not None and Path(path).parent == self._own

    def has_own(self) -> bool:
        """Whether there is any template of the workspace's own."""
        return self._own is not None and any(self._own.glob("*.j2"))


def _unchanged() -> bool:
    return True


def _own_source(environment: Environment, path: Path) -> str:
    if path.is_symlink() or path.stat().st_size > MOST_BYTES:
        raise TemplateSyntaxError(
            f"a template is a plain file of at most {MOST_BYTES:,} bytes", 1, filename=str(path)
        )
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise TemplateSyntaxError("a template is UTF-8 text", 1, filename=str(path)) from None
    _refuse(environment.parse(text, filename=str(path)), str(path))
    return text


def _refuse(tree: nodes.Template, path: str) -> None:
    """What would get round the escaping is refused before it runs."""
    for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
        raise TemplateSyntaxError("escaping cannot be switched off", node.lineno, filename=path)
    for joined in tree.find_all(nodes.Concat):
        raise TemplateSyntaxError(
            "'~' is not available; put the parts one after the other", joined.lineno, filename=path
        )
