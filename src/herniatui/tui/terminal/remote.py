"""Whether the screen that people look at is one of another machine."""

import os

_SET_BY_SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


def over_ssh() -> bool:
    """Whether people sit at another machine: what this one opens or copies does not reach them."""
    return any(name in os.environ for name in _SET_BY_SSH)
