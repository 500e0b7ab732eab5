"""Every command, declared once: bindings, key bars, help, palette and the README's table all come from here."""

from collections.abc import Iterator, Sequence
from enum import Flag, auto

from msgspec import Struct
from textual.binding import Binding

from herniatui.i18n import _


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
    fewest: int = 0
    """How many keys a remapping may do with, where that is not one for each action; the rest stay as they are."""
    fixed: tuple[str, ...] = ()
    """Keys that do this whatever the settings say; the app binds them."""

    @property
    def brief(self) -> str:
        """The keys where there is little room."""
        return self.short_key or self.shown

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions that it runs, each once."""
        return tuple(dict.fromkeys(action for _key, action in self.keys))


def _option_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("left", "option(-1)"),
        ("right", "option(1)"),
        *((key, f"show_option({i})") for i, key in enumerate("abcdef")),
    )


COMMANDS = (
    Command(
        "next",
        keys=(("enter", "next"), ("pagedown", "next")),
        shown=_("Enter, PageDown"),
        words=_("next screen"),
        group="walk",
        where=WALK,
        short=_("next"),
        short_key="Enter",
    ),
    Command(
        "previous",
        keys=(("backspace", "previous"), ("pageup", "previous")),
        shown=_("Backspace, PageUp"),
        words=_("previous screen"),
        group="walk",
        where=WALK,
        short=_("back"),
        short_key="Backspace",
    ),
    Command(
        "question",
        keys=tuple((key, f"question({key})") for key in "123456789"),
        shown="1…9",
        words=_("straight to this question"),
        group="walk",
        where=WALK,
        short=_("question"),
    ),
    Command(
        "decision",
        keys=(("o", "decision"),),
        shown="o",
        words=_("straight to deciding; once more: to the choices there"),
        group="walk",
        where=WALK,
        short=_("decide"),
    ),
    Command(
        "option",
        keys=_option_keys(),
        shown=_("← →, or a, b, c…"),
        words=_("another option"),
        group="look",
        where=Where.QUESTION,
        short=_("option"),
        short_key="←→",
        fewest=2,
    ),
    Command(
        "columns",
        keys=(("z", "app.side_by_side"),),
        shown="z",
        words=_("the options side by side, in a wide window; once more: one at a time"),
        group="look",
        where=Where.QUESTION,
        short=_("side by side"),
    ),
    Command(
        "line",
        keys=(("up", "line(-1)"), ("down", "line(1)")),
        shown="↑ ↓",
        words=_("another line; scrolls where there is more to read"),
        group="look",
        where=EVERYWHERE,
        short=_("line"),
        short_key="↑↓",
    ),
    Command(
        "picture",
        keys=(("p", "picture"),),
        shown="p",
        words=_(
            "the number of this line as a picture; elsewhere, and once more: all numbers and times of the question"
        ),
        group="look",
        where=Where.QUESTION,
        short=_("picture"),
    ),
    Command(
        "lookup",
        keys=(("t", "lookup"),),
        shown="t",
        words=_("underlined words explained on a website: the address, and a code for a phone"),
        group="look",
        where=Where.START | Where.QUESTION,
        short=_("look up"),
    ),
    Command(
        "choose",
        keys=(("space", "choose"),),
        shown=_("space"),
        words=_("choose, or take back"),
        group="say",
        where=Where.START | Where.DECISION,
        short=_("choose"),
    ),
    Command(
        "mark",
        keys=(("plus", "mark('+')"), ("minus", "mark('-')"), ("question_mark", "mark('?')")),
        shown="+ − ?",
        words=_("this line appeals, worries, or needs more explanation; the same key takes it off"),
        group="say",
        where=Where.QUESTION,
        short=_("mark"),
        short_key="+−?",
    ),
    Command(
        "prefer",
        keys=(("v", "prefer"),),
        shown="v",
        words=_("preference for the option shown: preference, strong preference, off"),
        group="say",
        where=Where.QUESTION,
        short=_("preference"),
    ),
    Command(
        "prefer_none",
        keys=(("g", "prefer_none"),),
        shown="g",
        words=_("no preference, said so"),
        group="say",
        where=Where.QUESTION,
        short=_("no preference"),
    ),
    Command(
        "weigh",
        keys=(("w", "weigh"),),
        shown="w",
        words=_("how much this question weighs: ★☆☆, ★★☆, ★★★, off"),
        group="say",
        where=Where.QUESTION,
        short=_("weighs"),
    ),
    Command(
        "note",
        keys=(("n", "note"),),
        shown="n",
        words=_("a note in the patient's own words"),
        group="say",
        where=WALK,
        short=_("note"),
    ),
    Command(
        "undo",
        keys=(("u", "undo"),),
        shown="u",
        words=_("undo, step by step, back to the start"),
        group="say",
        where=WALK,
        short=_("undo"),
    ),
    Command(
        "save",
        keys=(("s", "app.save_note"),),
        shown="s",
        words=_("save the summary to a file"),
        group="close",
        where=Where.CLOSING,
        short=_("save"),
    ),
    Command(
        "clipboard",
        keys=(("k", "clipboard"),),
        shown="k",
        words=_("send the summary to the clipboard"),
        group="close",
        where=Where.CLOSING,
        short=_("clipboard"),
    ),
    Command(
        "form",
        keys=(("f", "form"),),
        shown="f",
        words=_("the summary as SOEP; once more: as it was"),
        group="close",
        where=Where.CLOSING,
        short=_("SOEP"),
    ),
    Command(
        "handout",
        keys=(("p", "app.handout"),),
        shown="p",
        words=_("the page to take home: to print, or to give as a file"),
        group="close",
        where=Where.CLOSING,
        short=_("to take home"),
    ),
    Command(
        "keep",
        keys=(("b", "app.keep"),),
        shown="b",
        words=_("keep this talk for the next visit, if you do not decide yet; once more: not after all"),
        group="close",
        where=Where.DECISION | Where.CLOSING,
        short=_("keep"),
    ),
    Command(
        "again",
        keys=(("r", "app.next_patient"),),
        shown="r",
        words=_("start afresh, for the next patient; asks first what becomes of this talk"),
        group="close",
        where=Where.DECISION | Where.CLOSING,
        short=_("next patient"),
    ),
    Command(
        "saved",
        keys=(("b", "app.stored_talks"),),
        shown="b",
        words=_("saved talks: go on with one, or wipe one"),
        group="more",
        where=Where.START,
        short=_("saved talks"),
    ),
    Command(
        "blank",
        keys=(("l", "app.blank_card"),),
        shown="l",
        words=_("a blank card on paper, to write on with a pen"),
        group="more",
        where=WALK,
        short=_("blank card"),
    ),
    Command(
        "prompts",
        keys=(("f2", "app.prompts"),),
        shown="F2",
        words=_("words a clinician could say, on or off"),
        group="more",
        where=WALK,
        short=_("prompts"),
    ),
    Command(
        "about",
        keys=(("i", "app.read_about"),),
        shown="i",
        words=_("about this card: where it comes from, what is unknown"),
        group="more",
        where=EVERYWHERE,
        short=_("about this card"),
    ),
    Command(
        "palette",
        keys=(("ctrl+p", "app.command_palette"),),
        shown="Ctrl+P",
        words=_("all commands, questions and themes, to search in"),
        group="more",
        where=EVERYWHERE,
        short=_("commands"),
    ),
    Command(
        "quit",
        keys=(("q", "app.stop"),),
        shown=_("q, Ctrl+C, Ctrl+Q"),
        words=_("stop; asks first what becomes of this talk"),
        group="more",
        where=EVERYWHERE,
        short=_("stop"),
        short_key="q",
        fixed=("ctrl+c", "ctrl+q"),
    ),
    Command(
        "help",
        keys=(("f1", "app.read_help"), ("h", "app.read_help")),
        shown=_("F1, h"),
        words=_("this help"),
        group="more",
        where=EVERYWHERE,
        short=_("help"),
        short_key="F1",
    ),
)

KEY_BARS = {
    Where.START: ("line", "choose", "next", "lookup", "prompts", "quit", "about", "note", "blank"),
    Where.QUESTION: (
        "option",
        "mark",
        "prefer",
        "weigh",
        "next",
        "picture",
        "line",
        "columns",
        "note",
        "undo",
        "decision",
        "lookup",
    ),
    Where.DECISION: ("line", "choose", "next", "keep", "note", "undo", "previous"),
    Where.CLOSING: ("save", "clipboard", "handout", "again", "quit", "keep", "form", "line", "previous", "blank"),
}
"""What matters most on each screen, heaviest first; help always follows. As many as fit are shown."""


READING_KEYS = (("escape,enter,backspace", "back"), ("pagedown,space", "page(1)"), ("pageup", "page(-1)"))
"""What else the keys do while help or about is read; these are no commands, and stay as they are."""


def named(name: str, among: Sequence[Command] = COMMANDS) -> Command:
    """Return the command of this name."""
    return next(command for command in among if command.name == name)


def commands(where: Where, among: Sequence[Command] = COMMANDS) -> Iterator[Command]:
    """Yield the commands that work on this screen, as declared."""
    return (command for command in among if where in command.where)


def bindings(where: Where) -> list[Binding]:
    """Return what the keys do on this screen. The id of a binding is its action, for keys that people choose."""
    return [
        Binding(key, action, command.words, show=False, id=action)
        for command in commands(where)
        for key, action in command.keys
    ]


def key_bar(where: Where, among: Sequence[Command] = COMMANDS) -> list[tuple[str, str]]:
    """Return keys and short words for the key bar of this screen, heaviest first, help last."""
    chosen = [named(name, among) for name in (*KEY_BARS[where], "help")]
    return [(command.brief, command.short) for command in chosen]


def key_table() -> str:
    """Return the table of all keys in Markdown, for the README."""
    lines = [_("| key | does |"), "|---|---|"]
    lines += [f"| {command.shown} | {command.words} |" for command in COMMANDS]
    return "\n".join(lines)
