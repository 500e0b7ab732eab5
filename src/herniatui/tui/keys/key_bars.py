"""What the key bar of each screen shows, and the keys of a screen that are no commands."""

from herniatui.tui.keys.command import Where

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
"""What matters most on each screen, most important first; help always follows. As many as fit are shown."""

FIXED_KEYS = {
    Where.READING: (("escape,enter,backspace", "back"), ("pagedown,space", "page(1)"), ("pageup", "page(-1)")),
    Where.STORED: (("enter,space", "choose"), ("n,escape,backspace", "begin"), ("w,delete", "wipe")),
}
"""Keys that are no commands on these screens, and that the settings cannot change."""
