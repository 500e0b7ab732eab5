"""All commands, declared once: source of bindings, key bars, help, palette, linear walk and the documents' table."""

from collections.abc import Iterator, Sequence

from herniatui.commands.closing_commands import CLOSING_COMMANDS
from herniatui.commands.command import Command, Where
from herniatui.commands.talk_commands import TALK_COMMANDS
from herniatui.commands.walk_commands import WALK_COMMANDS

COMMANDS = (*WALK_COMMANDS, *TALK_COMMANDS, *CLOSING_COMMANDS)


def named(name: str, among: Sequence[Command] = COMMANDS) -> Command:
    """Return the command with this name."""
    return next(command for command in among if command.name == name)


def commands(where: Where, among: Sequence[Command] = COMMANDS) -> Iterator[Command]:
    """Yield the commands that work on this screen, in the order of declaration."""
    return (command for command in among if where in command.where)
