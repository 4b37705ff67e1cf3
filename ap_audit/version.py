"""The version, stated once; reading it from metadata would cost five bare starts."""

VERSION = "0.1.0"
