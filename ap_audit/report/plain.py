"""A view-model as the plain data that templates and JSON are given: nothing in it can be called."""

from msgspec import Struct

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
        case Struct():
            return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
        case _:
            raise TypeError(f"A view-model holds no {type(value).__name__}.")
