"""The conversation: a pure dialogue over a small protocol, and the terminal that implements it."""
