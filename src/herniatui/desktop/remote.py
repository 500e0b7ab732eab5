"""Detect remote sessions."""

import os

_SET_BY_SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


def over_ssh() -> bool:
    """Whether the user is at another machine, so that a browser or system clipboard here does not reach them."""
    return any(name in os.environ for name in _SET_BY_SSH)
