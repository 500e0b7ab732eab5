"""Themes: light (like paper), dark, and high contrast. Text has a contrast of at least 7:1, which a test computes.

The colours are chosen to keep that contrast in terminals with 256 colours. Nothing depends on colour alone, and no
option has a colour of its own.
"""

from textual.theme import Theme


def _theme(
    name: str, *, dark: bool, ink: str, paper: str, quiet: str, accent: str, tint: str, bar: str, line: str, open_: str
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=accent,
        error=accent,
        success=accent,
        foreground=ink,
        background=paper,
        surface=paper,
        panel=bar,
        text_alpha=1.0,
        variables={
            "ink": ink,
            "paper": paper,
            "quiet": quiet,
            "tint": tint,
            "bar": bar,
            "line": line,
            "open": open_,
            "foreground-muted": quiet,
            "foreground-disabled": quiet,
            "text-muted": quiet,
            "text-disabled": quiet,
            "scrollbar": line,
            "scrollbar-hover": quiet,
            "scrollbar-active": accent,
            "scrollbar-background": bar,
            "scrollbar-background-hover": bar,
            "scrollbar-background-active": bar,
            "block-cursor-background": accent,
            "block-cursor-foreground": paper,
            "block-cursor-text-style": "bold",
            "input-cursor-background": ink,
            "input-cursor-foreground": paper,
            "input-selection-background": tint,
        },
    )


LIGHT, DARK, CONTRAST = "light", "dark", "contrast"

THEMES = (
    _theme(
        LIGHT, dark=False, ink="#1c1c1c", paper="#faf8f2", quiet="#4a4843", accent="#0a2a5e",
        tint="#e6e8ea", bar="#eae8e4", line="#857f70", open_="#7d786a",
    ),
    _theme(
        DARK, dark=True, ink="#ececec", paper="#161a1d", quiet="#bcc2c7", accent="#a9d3f5",
        tint="#2b3136", bar="#22282d", line="#6c757d", open_="#848d95",
    ),
    _theme(
        CONTRAST, dark=True, ink="#ffffff", paper="#000000", quiet="#ffffff", accent="#ffff5f",
        tint="#303030", bar="#000000", line="#ffffff", open_="#9e9e9e",
    ),
)  # fmt: skip
