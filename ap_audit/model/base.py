"""The base of every value that stands in a file: frozen, unknown keys refused."""

from datetime import date

from msgspec import Struct

Day = date
"""A date, under a name that a field called `date` does not hide."""


class Value(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A frozen value; to change one, make a new one with `msgspec.structs.replace`."""
