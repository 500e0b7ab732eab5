"""Key bar entries of each screen, and keys that do not belong to a command."""

from herniatui.commands.command import Where

KEY_BARS = {
    Where.START: ("next", "line", "choose", "card", "calm", "lookup", "prompts", "quit", "about", "note", "blank"),
    Where.QUESTION: (
        "next",
        "option",
        "mark",
        "prefer",
        "weigh",
        "note",
        "picture",
        "card",
        "line",
        "calm",
        "columns",
        "undo",
        "decision",
        "lookup",
    ),
    Where.CARD: ("next", "card", "option", "mark", "line", "onward", "undo", "decision", "calm"),
    Where.DECISION: ("next", "option", "not_yet", "line", "explained", "note", "card", "undo", "previous", "calm"),
    Where.CLOSING: (
        "next",
        "save",
        "clipboard",
        "handout",
        "again",
        "full",
        "confirm",
        "choose",
        "quit",
        "form",
        "line",
        "previous",
        "blank",
        "calm",
    ),
}
"""Names of commands, most important first; help is always added. The bar shows as many as fit."""

FIXED_KEYS = {
    Where.READING: (("escape,enter,backspace", "back"), ("pagedown,space", "page(1)"), ("pageup", "page(-1)")),
    Where.STORED: (("enter,space", "choose"), ("n,escape,backspace", "begin"), ("w,delete", "wipe")),
}
"""Bindings of these screens that do not belong to a command; the settings cannot change them."""
