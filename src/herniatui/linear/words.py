"""Words that can be typed in place of keys that are no character, and how a command is named to the user."""

from herniatui.commands.command import Command
from herniatui.commands.key_names import spoken_key, visible_character
from herniatui.i18n import _

WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "onward": ((_("onward (typed)"), "onward"),),
    "previous": ((_("back (typed)"), "previous"),),
    "question": ((_("question (typed)"), "question"),),
    "others": ((_("others (typed)"), "others"),),
    "option": ((_("left (typed)"), "option(-1)"), (_("right (typed)"), "option(1)")),
    "line": ((_("up (typed)"), "line(-1)"), (_("down (typed)"), "line(1)")),
    "redo": ((_("again (typed)"), "redo"),),
    "palette": ((_("search (typed)"), "app.command_palette"),),
    "quit": ((_("stop (typed)"), "app.stop"),),
    "help": ((_("help (typed)"), "app.read_help"),),
}
"""By command, with the action of each word."""


def typed_names(command: Command) -> list[str]:
    """Return how a command is typed: its keys that are characters; without these its words, or the names of keys."""
    keys = [key for key, _action in command.keys]
    letters = [spoken_key(key) for key in keys if visible_character(key)]
    if letters and command.name != "question":
        return letters
    return [word for word, _action in WORDS.get(command.name, ())] or [spoken_key(key) for key in keys]
