"""What a typed line means: a number, or a command with what follows it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from herniatui.commands.command import Command, Where
from herniatui.commands.declared import commands
from herniatui.commands.key_names import display_key, visible_character
from herniatui.linear.words import WORDS

_GLUED = re.compile(r"(?![fF])([^\d\s])(\d+)")
"""A sign or letter with a number, written as one: `?3`. Not F3, which is a key."""
_MINUS = str.maketrans("−–—", "---")


class Typed(Struct, frozen=True):
    """A command that was typed."""

    command: Command
    action: str
    typed: str
    """How it was typed."""
    rest: str
    """What followed it."""


def meaning(line: str, where: Where, among: Sequence[Command]) -> Typed | int | None:
    """Return the command that this line gives here, or the number that it is; None if it is neither.

    Args:
        line: What was typed, without white space around it. An empty line is the Enter key.
        where: The stop.
        among: The commands with the keys in force.
    """
    names = {name: (command, action) for command in commands(where, among) for name, action in _names(command)}
    if line.isdecimal() and line not in names:
        return int(line)
    for head, rest in _splits(line):
        found = names.get(head) or names.get(head.lower())
        if found:
            return Typed(*found, head, rest)
    return None


def _names(command: Command) -> Iterator[tuple[str, str]]:
    """Yield what can be typed for each action of a command: its words, and its keys that are no digit."""
    yield from WORDS.get(command.name, ())
    for key, action in command.keys:
        character = visible_character(key)
        if key == "enter":
            yield "", action
        if not character:
            yield from ((name.lower(), action) for name in (key, display_key(key)))
        elif not character.isdecimal() or command.name == "not_yet":
            yield character, action
    yield from ((key, command.keys[-1][1]) for key in command.fixed)


def _splits(line: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take a line for a command and what follows it."""
    yield line, ""
    head, _space, rest = line.partition(" ")
    yield head.translate(_MINUS), rest.strip()
    if glued := _GLUED.fullmatch(line):
        yield glued[1].translate(_MINUS), glued[2]
