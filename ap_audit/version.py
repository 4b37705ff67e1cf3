"""The version, stated once: a constant costs nothing at start, where reading metadata costs five bare starts."""

VERSION = "0.1.0"
