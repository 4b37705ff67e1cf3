"""Where templates run: they read plain data, call their own macros, and reach nothing else."""

from collections.abc import Iterable
from typing import Any

from jinja2 import BytecodeCache, StrictUndefined, Undefined
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.loaders import BaseLoader
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ap_audit.report.markdown import escaped, paragraphs

_FILTERS = (
    "count", "default", "first", "groupby", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "reverse", "select", "selectattr", "sort", "trim", "unique", "upper",
)  # fmt: skip
_TESTS = ("defined", "undefined", "none", "eq", "ne", "lt", "le", "gt", "ge", "in", "odd", "even")
_LOOP = frozenset(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
)


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates see dictionaries, lists, text and numbers, and their own macros and blocks.

    Only a name that is a key of the data is found; methods are not, since ``"a".center(10**9)``
    fills a machine. For the same reason there is no multiplication and no `%`.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(
        self, loader: BaseLoader, *, markdown: bool, compiled: BytecodeCache | None = None
    ) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_in_markdown if markdown else None,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS} | {"join": _joined}
        self.filters["paragraphs"] = _paragraphs if markdown else str
        self.tests = {name: self.tests[name] for name in _TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- whatever a template names
        """A key of the data, a part of a loop, a macro of an imported template; else undefined."""
        return self._found(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 -- whatever a template names
        """The same, written with brackets."""
        return self._found(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 -- whatever a template names
        """Whether it is a macro, a block or a recursive loop."""
        if isinstance(obj, Undefined):
            str(obj)  # which says what is undefined, and raises
        return isinstance(obj, (Macro, BlockReference, LoopContext))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """Refuse what makes much out of little, or joins text past the escaping."""
        if operator == "+" and isinstance(left, int) and isinstance(right, int):
            return left + right
        raise SecurityError(f"'{operator}' is not available here in report templates")

    def _found(self, obj: object, name: Any) -> object:  # noqa: ANN401 -- a key or a position
        match obj:
            case dict() | list() | tuple() | TemplateReference():
                try:
                    return obj[name]
                except (LookupError, TypeError):
                    return self.undefined(obj=obj, name=name)
            case Undefined():
                return str(obj)  # which says what is undefined, and raises
            case LoopContext() if name in _LOOP:
                return getattr(obj, name)
            case TemplateModule() if not str(name).startswith("_"):
                return getattr(obj, name, self.undefined(obj=obj, name=name))
            case _:
                return self.undefined(obj=obj, name=name)


def _in_markdown(value: object) -> object:
    """What a template puts out: its own macros as they are, and everything else escaped.

    Jinja calls this for every expression, so that no template can forget it.
    """
    return value if isinstance(value, Markup) else Markup(escaped(str(value)))  # noqa: S704 -- escaped


def _paragraphs(text: object) -> Markup:
    """A text with its line breaks, to stand by itself."""
    return Markup(paragraphs(str(text)))  # noqa: S704 -- escaped, line by line


def _joined(values: Iterable[object], separator: str = "") -> str:
    """Plain text, joined. What is marked up already is refused: escaped twice, it would show."""
    parts = list(values)
    if any(isinstance(part, Markup) for part in (*parts, separator)):
        raise SecurityError("'join' takes plain text only in report templates")
    return separator.join(str(part) for part in parts)
