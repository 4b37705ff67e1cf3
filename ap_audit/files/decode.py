"""From a tree to a typed value, with every problem of the file located; the shape comes from the model.

msgspec says what shape a type has; it stops at the first error, so the walk over a person's file is ours.
"""

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, inspect

from ap_audit.errors import Problem
from ap_audit.files.events import Lines, shown
from ap_audit.files.tree import Items, Keys, Node, Text, node_at, plain
from ap_audit.model.condition import Condition, condition_from

T = TypeVar("T", bound=Struct)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTEGER = re.compile(r"-?\d{1,15}")


class _Fail:
    """Stands for a value that could not be made; its problem is already listed."""


_FAIL = _Fail()
Problems = list[Problem]
Read = Callable[[Node, Lines, Problems], Any]


def decode(root: Node, kind: type[T], lines: Lines) -> tuple[T | None, list[Problem]]:
    """The value of *kind* that a tree holds, or None; and every problem found."""
    problems: Problems = []
    value = _reader(kind)(root, lines, problems)
    return (None if problems else value), problems


@cache
def _reader(kind: type[Struct]) -> Read:
    return _read(inspect.type_info(kind))


def _read(info: inspect.Type) -> Read:
    """A function that reads one node as this type."""
    match info:
        case inspect.Metadata():
            described = (info.extra_json_schema or {}).get("description", "")
            return _constrained(info.type, described)
        case inspect.StructType():
            return _struct(info)
        case inspect.DictType():
            return _mapping(_read(info.key_type), _read(info.value_type))
        case inspect.VarTupleType():
            return _sequence(_read(info.item_type))
        case inspect.UnionType():
            return _union(info)
        case inspect.EnumType():
            return _enum(info.cls)
        case inspect.LiteralType():
            return _words({str(word): word for word in info.values})
        case inspect.CustomType() if info.cls is Condition:
            return _condition
        case inspect.DateType():
            return _date
        case inspect.BoolType():
            return _words({"true": True, "false": False})
        case _:
            return _constrained(info, "")


def _constrained(info: inspect.Type, described: str) -> Read:
    match info:
        case inspect.StrType():
            return _string(info, described)
        case inspect.IntType():
            return _integer(info, described)
        case _:
            raise TypeError(info)


def _struct(info: inspect.StructType) -> Read:
    fields = {field.encode_name: field for field in info.fields}
    readers = {name: _read(field.type) for name, field in fields.items()}
    required = [name for name, field in fields.items() if field.required]

    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        if not isinstance(node, Keys):
            problems.append(lines.problem(node, "needs keys and values under it", _instead(node)))
            return _FAIL
        before = len(problems)
        values: dict[str, Any] = {}
        for name, child in node.nodes.items():
            if name not in readers:
                problems.append(
                    lines.problem(
                        node.names[name], f"'{shown(name)}' is not known here", _did_you_mean(name, readers)
                    )
                )
            else:
                values[fields[name].name] = readers[name](child, lines, problems)
        for name in required:
            if name not in node.nodes:
                problems.append(lines.problem(node, f"'{name}' is missing"))
        return info.cls(**values) if len(problems) == before else _FAIL

    return read


def _mapping(key: Read, value: Read) -> Read:
    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        if not isinstance(node, Keys):
            problems.append(lines.problem(node, "needs keys and values under it", _instead(node)))
            return _FAIL
        return {
            key(node.names[name], lines, problems): value(child, lines, problems)
            for name, child in node.nodes.items()
        }

    return read


def _sequence(item: Read) -> Read:
    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        if not isinstance(node, Items):
            problems.append(lines.problem(node, "needs a list", "start each entry with '- ', or write [one, two]"))
            return _FAIL
        return tuple(item(child, lines, problems) for child in node.nodes)

    return read


def _union(info: inspect.UnionType) -> Read:
    """One shape for text, one for a list, one for keys: the node says which is meant."""
    texts = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
    if len(texts) == 1:
        return _read(texts[0])
    lists = [kind for kind in texts if isinstance(kind, inspect.VarTupleType)]
    words = [kind for kind in texts if isinstance(kind, inspect.LiteralType)]
    if len(lists) != 1 or len(words) != 1 or len(texts) != len(lists) + len(words):
        raise TypeError(info)
    read_list, read_word = _read(lists[0]), _read(words[0])

    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        return (read_list if isinstance(node, Items) else read_word)(node, lines, problems)

    return read


def _scalar(node: Node, lines: Lines, problems: Problems) -> str | None:
    if not isinstance(node, Text):
        problems.append(lines.problem(node, "needs text, not a list or keys", 'put text that starts with [ or { in quotes'))
        return None
    if node.blank:
        problems.append(lines.problem(node, "nothing is written here", "write a value, or delete the line"))
        return None
    return node.value


def _string(info: inspect.StrType, described: str) -> Read:
    pattern = re.compile(info.pattern) if info.pattern else None
    shortest, longest = info.min_length or 0, info.max_length
    one_line = longest is not None

    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        text = _scalar(node, lines, problems)
        if text is None:
            return _FAIL
        if len(text.strip()) < shortest:
            problems.append(lines.problem(node, "is empty", "write a value, or delete the line"))
        elif longest is not None and len(text) > longest:
            problems.append(lines.problem(node, f"is {len(text)} characters long; at most {longest} fit here"))
        elif one_line and "\n" in text:
            problems.append(lines.problem(node, "must be one line"))
        elif pattern and not pattern.fullmatch(text):
            problems.append(lines.problem(node, f"'{shown(text)}' does not fit", f"expected {described}"))
        else:
            return text
        return _FAIL

    return read


def _integer(info: inspect.IntType, described: str) -> Read:
    lowest, highest = info.ge, info.le

    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        text = _scalar(node, lines, problems)
        if text is None:
            return _FAIL
        if not _INTEGER.fullmatch(text):
            problems.append(lines.problem(node, f"'{shown(text)}' is not a whole number", f"expected {described}"))
            return _FAIL
        number = int(text)
        if (lowest is not None and number < lowest) or (highest is not None and number > highest):
            problems.append(lines.problem(node, f"{number} does not fit", f"expected {described}"))
            return _FAIL
        return number

    return read


def _date(node: Node, lines: Lines, problems: Problems) -> Any:
    text = _scalar(node, lines, problems)
    if text is None:
        return _FAIL
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        problems.append(lines.problem(node, f"there is no such date as {text}"))
        return _FAIL
    problems.append(
        lines.problem(node, f"'{shown(text)}' is not a date", "write year-month-day, such as 2026-11-23")
    )
    return _FAIL


def _enum(kind: type[Enum]) -> Read:
    return _words({str(member.value): member for member in kind})


def _words(meanings: dict[str, Any]) -> Read:
    def read(node: Node, lines: Lines, problems: Problems) -> Any:
        text = _scalar(node, lines, problems)
        if text is None:
            return _FAIL
        if text not in meanings:
            problems.append(
                lines.problem(node, f"'{shown(text)}' is not one of the words used here", _did_you_mean(text, meanings))
            )
            return _FAIL
        return meanings[text]

    return read


def _condition(node: Node, lines: Lines, problems: Problems) -> Any:
    condition, flaws = condition_from(plain(node))
    for flaw in flaws:
        problems.append(
            lines.problem(node_at(node, flaw.path, at_key=flaw.at_key), flaw.what, flaw.hint)
        )
    return condition if condition is not None else _FAIL


def _did_you_mean(word: str, known: dict[str, Any]) -> str:
    close = get_close_matches(word.lower().replace("_", "-"), known, n=1, cutoff=0.6) or get_close_matches(
        word.lower(), known, n=1, cutoff=0.6
    )
    return f"did you mean '{close[0]}'?" if close else f"use one of: {', '.join(known)}"


def _instead(node: Node) -> str:
    if isinstance(node, Text) and node.blank:
        return "indent the lines that belong to it, or delete it"
    return "write 'key: value' on lines of their own, indented"
