"""A view-model as the plain data that templates and JSON are given: nothing in it can be called."""

from dataclasses import fields, is_dataclass

from ap_audit.model.clean import clean

Plain = str | int | None | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """The value as dictionaries, lists, text and numbers; hidden characters become visible."""
    match value:
        case str():
            return clean(value)
        case bool() | int() | None:
            return value
        case tuple():
            return [plain(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"A view-model holds no {type(value).__name__}.")
