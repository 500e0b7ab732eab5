"""Sizes of the window, in columns and lines, at which the layout changes."""

MIN_WIDTH, MIN_HEIGHT = 30, 8
"""Smallest window that is drawn."""
TIGHT_WIDTH = 40
"""Columns below which the page reaches to the right edge of the window."""
SMALL_WIDTH, SMALL_HEIGHT = 60, 18
"""Smallest window with room for more than one thing at a time: below it the layout is always calm."""
ROOMY_HEIGHT = 24
"""Smallest height with room for what stands around the card: headings of groups, hints and prompts in full."""
TERSE_HEIGHT = 12
"""Below this height only the card itself and the keys are shown, and what was said is one line."""
CALM_BODY = 76
"""Maximum width of the body in the calm layout, as in the style sheet: short lines are easier to read."""


def is_small(width: int, height: int) -> bool:
    """Whether a window has room for the calm layout only."""
    return width < SMALL_WIDTH or height < SMALL_HEIGHT
