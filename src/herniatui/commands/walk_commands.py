"""Commands to walk through the card and to look at it."""

from herniatui.commands.command import EVERYWHERE, ON_THE_CARD, Command, Where
from herniatui.i18n import _


def _option_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("left", "option(-1)"),
        ("right", "option(1)"),
        *((key, f"show_option({i})") for i, key in enumerate("abcdef")),
    )


WALK_COMMANDS = (
    Command(
        "next",
        keys=(("enter", "next"),),
        shown="Enter",
        words=_("read on, then the next option, then the next question; at a choice: choose it"),
        group="walk",
        where=ON_THE_CARD,
        short=_("next"),
    ),
    Command(
        "onward",
        keys=(("pagedown", "onward"),),
        shown="PageDown",
        words=_("the same, but never chooses or ticks anything"),
        group="walk",
        where=ON_THE_CARD,
        short=_("read on"),
    ),
    Command(
        "previous",
        keys=(("backspace", "previous"), ("pageup", "previous")),
        shown=_("Backspace, PageUp"),
        words=_("the same way back"),
        group="walk",
        where=ON_THE_CARD,
        short=_("back"),
        short_key="Backspace",
    ),
    Command(
        "question",
        keys=tuple((key, f"question({key})") for key in "123456789"),
        shown="1…9",
        words=_("straight to this question"),
        group="walk",
        where=ON_THE_CARD,
        short=_("question"),
    ),
    Command(
        "others",
        keys=(("tab", "others"),),
        shown="Tab",
        words=_("the questions that you did not tick at the start"),
        group="walk",
        where=Where.QUESTION,
        short=_("the other questions"),
    ),
    Command(
        "decision",
        keys=(("o", "decision"),),
        shown="o",
        words=_("straight to deciding"),
        group="walk",
        where=ON_THE_CARD,
        short=_("decide"),
    ),
    Command(
        "option",
        keys=_option_keys(),
        shown=_("← →, or a, b, c…"),
        words=_("another option; at Decide: to this choice, and Enter or space there chooses it"),
        group="look",
        where=Where.QUESTION | Where.DECISION | Where.CARD,
        short=_("option"),
        short_key="←→",
        min_keys=2,
        action_words=(("option(-1)", _("the option to the left")), ("option(1)", _("the option to the right"))),
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
        "calm",
        keys=(("f4", "app.calm"),),
        shown="F4",
        words=_("step by step: one statement at a time, with much room around it; once more: all together"),
        group="look",
        where=EVERYWHERE,
        short=_("step by step"),
    ),
    Command(
        "card",
        keys=(("f3", "app.whole_card"),),
        shown="F3",
        words=_("the whole card on one page, and back; Enter there goes to the question of that line"),
        group="look",
        where=ON_THE_CARD,
        short=_("whole card"),
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
        action_words=(("line(-1)", _("one line up")), ("line(1)", _("one line down"))),
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
)
