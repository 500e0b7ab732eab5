"""Sizes of the window, in columns and lines, at which the layout changes."""

MIN_WIDTH, MIN_HEIGHT = 30, 8
"""Smallest window that is drawn."""
TIGHT_WIDTH = 40
"""Columns below which the page reaches to the right edge of the window."""
SMALL_WIDTH, SMALL_HEIGHT = 60, 18
"""Smallest window with room for more than one thing at a time: below it the layout is always calm."""
CALM_BODY = 76
"""Maximum width of the body in the calm layout, as in the style sheet: short lines are easier to read."""


def is_small(width: int, height: int) -> bool:
    """Whether a window has room for the calm layout only."""
    return width < SMALL_WIDTH or height < SMALL_HEIGHT
