"""From a tree to a typed value, with every problem located; the shape comes from the model.

msgspec says what shape a type has; it stops at the first error, so the walk over a person's file
is ours.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import TypeVar

from msgspec import Struct, inspect

from ap_audit.errors import Problem
from ap_audit.files.lines import Findings, Lines, TooMany, shown
from ap_audit.files.tree import Items, Keys, Node, Text, node_at, plain
from ap_audit.model.condition import INPUTS, Condition, Input, condition_from, input_from

T = TypeVar("T", bound=Struct)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,15}")


class _Fail:
    """Stands for a value that could not be made; its problem is already listed."""


_FAIL = _Fail()
Read = Callable[[Node, Findings], object]


def decode(root: Node, kind: type[T], lines: Lines) -> tuple[T | None, list[Problem]]:
    """The value of *kind* that a tree holds, or None; and every problem found."""
    found = Findings(lines)
    try:
        value = _reader(kind)(root, found)
    except TooMany:
        value = None
    # A reader that noted no problem made a value of its kind.
    return (value if isinstance(value, kind) and not found.problems else None), found.problems


@cache
def _reader(kind: type[Struct]) -> Read:
    return _read(inspect.type_info(kind))


def _read(info: inspect.Type) -> Read:  # noqa: C901 -- a table of types, one line each
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
        case inspect.CustomType() if info.cls is Input:
            return _input
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
    readers = {field.encode_name: (field.name, _read(field.type)) for field in info.fields}
    required = [field.encode_name for field in info.fields if field.required]

    def read(node: Node, found: Findings) -> object:
        if type(node) is not Keys:
            _needs_keys(node, found)
            return _FAIL
        before = len(found.problems)
        values: dict[str, object] = {}
        for key, child in node.nodes.items():
            known = readers.get(key)
            if known is not None:
                name, reader = known
                values[name] = reader(child, found)
            else:
                what = f"'{shown(key)}' is not known here"
                found.add(node.names[key], what, _did_you_mean(key, readers))
        for key in required:
            if key not in node.nodes:
                what, hint = f"'{key}' is missing", f"add a line '{key}: ' with its value"
                if node.column == 0 and not node.flow:  # the file itself has no place of its own
                    found.add_whole(what, hint)
                else:
                    found.add(node, what, hint)
        return info.cls(**values) if len(found.problems) == before else _FAIL

    return read


def _mapping(key: Read, value: Read) -> Read:
    def read(node: Node, found: Findings) -> object:
        if type(node) is not Keys:
            _needs_keys(node, found)
            return _FAIL
        return {
            key(node.names[name], found): value(child, found) for name, child in node.nodes.items()
        }

    return read


def _needs_keys(node: Node, found: Findings) -> None:
    if isinstance(node, Text) and node.blank:
        hint = "indent the lines that belong to it, or delete it"
    else:
        hint = "write 'key: value' on lines of their own, indented"
    found.add(node, "keys and values are needed here", hint)


def _sequence(item: Read) -> Read:
    def read(node: Node, found: Findings) -> object:
        if type(node) is not Items:
            found.add(node, "a list is needed here", "start each entry with '- ', or: [one, two]")
            return _FAIL
        return tuple([item(child, found) for child in node.nodes])

    return read


def _union(info: inspect.UnionType) -> Read:
    """A value that may be missing, or words beside a list: the node says which is meant."""
    kinds = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
    if len(kinds) == 1:
        return _read(kinds[0])
    match sorted(kinds, key=lambda kind: isinstance(kind, inspect.VarTupleType)):
        case [inspect.LiteralType() as words, inspect.VarTupleType() as items]:
            read_words, read_items = _read(words), _read(items)
        case _:
            raise TypeError(info)

    def read(node: Node, found: Findings) -> object:
        return (read_items if isinstance(node, Items) else read_words)(node, found)

    return read


def _scalar(node: Node, found: Findings) -> str | None:
    if type(node) is not Text:
        found.add(
            node,
            "one piece of text is needed here, not a list or keys",
            "put text that starts with [ or { in quotes",
        )
        return None
    if not node.value and node.blank:
        found.add(node, "nothing is written here", "write a value, or delete the line")
        return None
    return node.value


def _string(info: inspect.StrType, described: str) -> Read:
    pattern = re.compile(info.pattern) if info.pattern else None
    shortest, longest = info.min_length or 0, info.max_length

    def read(node: Node, found: Findings) -> object:
        text = _scalar(node, found)
        if text is None:
            return _FAIL
        if shortest and len(text.strip()) < shortest:
            found.add(node, "this text is empty", "write something, or delete the line")
        elif longest is not None and len(text) > longest:
            what = f"this text has {len(text):,} characters; at most {longest} fit here"
            found.add(node, what, "shorten it; a longer text can stand in a note")
        elif longest is not None and "\n" in text:
            found.add(node, "this text must be one line", "join its lines, or use a note for it")
        elif pattern and not pattern.fullmatch(text):
            found.add(node, f"'{shown(text)}' does not fit here", f"expected: {described}")
        else:
            return text
        return _FAIL

    return read


def _integer(info: inspect.IntType, described: str) -> Read:
    lowest, highest = info.ge, info.le

    def read(node: Node, found: Findings) -> object:
        text = _scalar(node, found)
        if text is None:
            return _FAIL
        if not _INTEGER.fullmatch(text):
            found.add(node, f"'{shown(text)}' is not a whole number", f"expected: {described}")
            return _FAIL
        number = int(text)
        if (lowest is not None and number < lowest) or (highest is not None and number > highest):
            found.add(node, f"{number} does not fit here", f"expected: {described}")
            return _FAIL
        return number

    return read


def _date(node: Node, found: Findings) -> object:
    text = _scalar(node, found)
    if text is None:
        return _FAIL
    if not _DATE.fullmatch(text):
        found.add(node, f"'{shown(text)}' is not a date", "write it like this: 2026-11-23")
        return _FAIL
    try:
        return date.fromisoformat(text)
    except ValueError:
        found.add(node, f"there is no date {text}", "write year, month, day: 2026-11-23")
        return _FAIL


def _enum(kind: type[Enum]) -> Read:
    return _words({str(member.value): member for member in kind})


def _words(meanings: dict[str, object]) -> Read:
    def read(node: Node, found: Findings) -> object:
        text = _scalar(node, found)
        if text is None:
            return _FAIL
        if text not in meanings:
            what = f"'{shown(text)}' is not one of the words used here"
            found.add(node, what, _did_you_mean(text, meanings))
            return _FAIL
        return meanings[text]

    return read


def _condition(node: Node, found: Findings) -> object:
    condition, flaws = condition_from(plain(node))
    for flaw in flaws:
        found.add(node_at(node, flaw.path, at_key=flaw.at_key), flaw.what, flaw.hint)
    return condition if condition is not None else _FAIL


def _input(node: Node, found: Findings) -> object:
    made_from = input_from(plain(node))
    if made_from is None:
        found.add(node, "nothing can be computed from this", f"write {INPUTS}")
        return _FAIL
    return made_from


def _did_you_mean(word: str, known: Mapping[str, object]) -> str:
    word = word.lower()
    for spelling in (word.replace("_", "-").replace(" ", "-"), word):
        close = get_close_matches(spelling, known, n=1, cutoff=0.6)
        if close:
            return f"did you mean '{close[0]}'?"
    return f"use one of: {', '.join(known)}"
