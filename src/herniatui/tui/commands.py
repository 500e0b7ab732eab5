"""Every command, declared once: bindings, key bars, help, palette and the README's table all come from here."""

from collections.abc import Iterator
from enum import Flag, auto

from msgspec import Struct
from textual.binding import Binding

from herniatui.words import _


class Where(Flag):
    """The screens on which a command works."""

    START = auto()
    QUESTION = auto()
    DECISION = auto()
    CLOSING = auto()
    READING = auto()
    """Help, and about this card."""


WALK = Where.START | Where.QUESTION | Where.DECISION | Where.CLOSING
EVERYWHERE = WALK | Where.READING

GROUPS = {
    "walk": _("Walking through the card"),
    "look": _("Looking"),
    "say": _("Saying what matters"),
    "close": _("Closing"),
    "more": _("More"),
}


class Command(Struct, frozen=True):
    """Something that can be done by key."""

    name: str
    keys: tuple[tuple[str, str], ...]
    """Textual's name of the key, and the action that it runs."""
    shown: str
    """The keys as people read them."""
    words: str
    """What it does, in a sentence."""
    group: str
    where: Where
    short: str = ""
    """What it does in a word or two, for the key bar."""
    short_key: str = ""
    """The keys as the key bar has them, where that is shorter."""


def _option_keys() -> tuple[tuple[str, str], ...]:
    return (("left", "option(-1)"), ("right", "option(1)"), *((key, f"show_option({i})") for i, key in enumerate("abcdef")))


COMMANDS = (
    Command("next", (("enter", "next"), ("pagedown", "next")), _("Enter, PageDown"), _("next screen"), "walk", WALK, _("next"), "Enter"),
    Command("previous", (("backspace", "previous"), ("pageup", "previous")), _("Backspace, PageUp"), _("previous screen"), "walk", WALK, _("back"), "Backspace"),
    Command("question", tuple((key, f"question({key})") for key in "123456789"), "1…9", _("straight to this question"), "walk", WALK, _("question")),
    Command("decision", (("o", "decision"),), "o", _("straight to deciding"), "walk", WALK, _("decide")),
    Command("option", _option_keys(), _("← →, or a, b, c…"), _("another option"), "look", Where.QUESTION, _("option"), "←→"),
    Command("line", (("up", "line(-1)"), ("down", "line(1)")), "↑ ↓", _("another line; scrolls where there is more to read"), "look", EVERYWHERE, _("line"), "↑↓"),
    Command("choose", (("space", "choose"),), _("space"), _("choose, or take back"), "say", Where.START | Where.DECISION, _("choose")),
    Command("mark", (("plus", "mark('+')"), ("minus", "mark('-')"), ("question_mark", "mark('?')")), "+ − ?", _("this line appeals, worries, or needs more explanation; the same key takes it off"), "say", Where.QUESTION, _("mark")),
    Command("prefer", (("v", "prefer"),), "v", _("preference for the option shown: preference, strong preference, off"), "say", Where.QUESTION, _("preference")),
    Command("prefer_none", (("g", "prefer_none"),), "g", _("no preference, said so"), "say", Where.QUESTION, _("no preference")),
    Command("weigh", (("w", "weigh"),), "w", _("how much this question weighs: ★☆☆, ★★☆, ★★★, off"), "say", Where.QUESTION, _("weighs")),
    Command("note", (("n", "note"),), "n", _("a note in the patient's own words"), "say", WALK, _("note")),
    Command("undo", (("u", "undo"),), "u", _("undo, step by step, back to the start"), "say", WALK, _("undo")),
    Command("save", (("s", "save"),), "s", _("save the summary to a file"), "close", Where.CLOSING, _("save")),
    Command("clipboard", (("k", "clipboard"),), "k", _("send the summary to the clipboard"), "close", Where.CLOSING, _("clipboard")),
    Command("again", (("r", "again"),), "r", _("wipe this talk and start afresh, for the next patient"), "close", Where.CLOSING, _("wipe, next patient")),
    Command("prompts", (("f2", "prompts"),), "F2", _("words a clinician could say, on or off"), "more", WALK, _("prompts")),
    Command("about", (("i", "app.read_about"),), "i", _("about this card: where it comes from, what is unknown"), "more", EVERYWHERE, _("about this card")),
    Command("palette", (("ctrl+p", "app.command_palette"),), "Ctrl+P", _("all commands, questions and themes, to search in"), "more", EVERYWHERE, _("commands")),
    Command("quit", (("q", "app.stop"),), _("q, Ctrl+C, Ctrl+Q"), _("stop; asks first if anything was marked"), "more", EVERYWHERE, _("stop"), "q"),
    Command("help", (("f1", "app.read_help"), ("h", "app.read_help")), _("F1, h"), _("this help"), "more", EVERYWHERE, _("help"), "F1"),
)  # fmt: skip

KEY_BARS = {
    Where.START: ("line", "choose", "next", "prompts", "about", "quit", "note"),
    Where.QUESTION: ("option", "line", "mark", "prefer", "weigh", "next", "note", "undo", "decision"),
    Where.DECISION: ("line", "choose", "note", "undo", "previous", "next"),
    Where.CLOSING: ("line", "save", "clipboard", "again", "quit", "previous"),
}
"""What matters most on each screen, heaviest first; help always follows. As many as fit are shown."""


def named(name: str) -> Command:
    """Return the command of this name."""
    return next(command for command in COMMANDS if command.name == name)


def commands(where: Where) -> Iterator[Command]:
    """Yield the commands that work on this screen, as declared."""
    return (command for command in COMMANDS if where in command.where)


def bindings(where: Where) -> list[Binding]:
    """Return what the keys do on this screen."""
    return [
        Binding(key, action, command.words, show=False)
        for command in commands(where)
        for key, action in command.keys
    ]


def key_bar(where: Where) -> list[tuple[str, str]]:
    """Return keys and short words for the key bar of this screen, heaviest first, help last."""
    chosen = [named(name) for name in (*KEY_BARS[where], "help")]
    return [(command.short_key or command.shown, command.short) for command in chosen]


def key_table() -> str:
    """Return the table of all keys in Markdown, for the README."""
    lines = [_("| key | does |"), "|---|---|"]
    lines += [f"| {command.shown} | {command.words} |" for command in COMMANDS]
    return "\n".join(lines)
