"""Outcomes of a command: exit codes, and refusal."""

OK, PROBLEMS, WRONG_USE = 0, 1, 2
"""Exit codes: success; a problem with a file; wrong arguments."""


class Refused(Exception):
    """A command cannot be carried out; the message says why and what to do."""
