"""Page of pictures, shown in place of the statements."""

from herniatui.tui.widgets.page import Page


class PictureView(Page):
    """Page of pictures, in the full height of the screen; hidden until asked for."""

    shows_all = False
    """Whether it shows all numbers of the question instead of those of one statement."""
