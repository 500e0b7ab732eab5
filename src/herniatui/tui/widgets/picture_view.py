"""Where pictures stand in place of the statements."""

from herniatui.tui.widgets.page import Page


class PictureView(Page):
    """A page of pictures as high as the screen allows; it is shown only when asked for."""

    shows_all = False
    """Whether it shows all numbers of the question, and not those of one statement."""
