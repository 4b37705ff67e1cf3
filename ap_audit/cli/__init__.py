"""The command line: joins the rooms. A command parses, calls and shows, in about ten lines."""
