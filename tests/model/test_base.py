"""What every value of a file has in common."""

import msgspec
import pytest

from ap_audit.model.base import Value
from ap_audit.model.provider import Provider, Site
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.workspace import Settings

SHAPES = [Citation, Provider, Settings, Site, SourceRegister]


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_not_known_is_refused(shape: type[Value]) -> None:
    """A key that the model does not know is an error, in every kind of value."""
    info = msgspec.inspect.type_info(shape)

    assert isinstance(info, msgspec.inspect.StructType)
    assert info.forbid_unknown_fields


def test_values_are_frozen() -> None:
    """A value is never changed; a change is a new value."""
    site = Site(address="1 High Street")

    with pytest.raises(AttributeError):
        site.address = "2 High Street"  # type: ignore[misc]  # what is tested


def test_what_is_left_out_is_not_written() -> None:
    """A value writes only what was said."""
    assert msgspec.to_builtins(Site(address="1 High Street")) == {"address": "1 High Street"}
