"""What stands on the page to take home, and in which order: all its words, before it is HTML or PDF."""

from msgspec import Struct

from herniatui.report.handout.svg import Drawing


class Piece(Struct, frozen=True):
    """Some words of a statement; those of all its pieces together are its text."""

    words: str
    address: str = ""
    """Of the page that explains them, if there is one."""


class Key(Struct, frozen=True):
    """Words beside a picture, and the icon that they are about."""

    words: str
    icon: Drawing | None = None


class Picture(Struct, frozen=True):
    """A number as a drawing of icons."""

    drawing: Drawing
    keys: tuple[Key, ...]
    """What the icons stand for, in words quoted from the card."""


class Mark(Struct, frozen=True):
    """What the patient said of a statement: a sign, and what it means in words."""

    sign: str
    words: str


class Line(Struct, frozen=True):
    """A statement of the card."""

    pieces: tuple[Piece, ...]
    paragraph: bool = False
    leads: bool = False
    """Whether it means nothing without what follows, so that no page may end with it."""
    together: bool = False
    """Whether it and all under it are about one picture, and short enough to stay on one page."""
    marks: tuple[Mark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    children: tuple["Line", ...] = ()


class Choice(Struct, frozen=True):
    """Something to choose with a pen: words, and what to choose from."""

    label: str
    choices: tuple[str, ...]


class Fact(Struct, frozen=True):
    """Something that was said: what it is about, and each thing said."""

    label: str
    said: tuple[str, ...]


class Writing(Struct, frozen=True):
    """Room to write by hand."""

    label: str
    lines: int = 1


class Column(Struct, frozen=True):
    """One of the options."""

    letter: str
    """The project's."""
    name: str
    """The card's."""


class Part(Struct, frozen=True):
    """A question of the card, with what the card says for each option."""

    number: int
    text: str
    looked_at: str
    """In words, if not all of it was looked at."""
    answers: tuple[tuple[Line, ...], ...]
    facts: tuple[Fact, ...] = ()
    choices: tuple[Choice, ...] = ()
    writing: tuple[Writing, ...] = ()


class Explained(Struct, frozen=True):
    """Words of the card that are explained elsewhere."""

    words: tuple[str, ...]
    how: str
    """What to do with the address, where the page itself is not known."""
    address: str
    code: Drawing


class Origin(Struct, frozen=True):
    """Something about where the text comes from."""

    heading: str
    paragraphs: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """How the talk ended, and how it goes on."""

    heading: str
    facts: tuple[Fact, ...]
    choices: tuple[Choice, ...]
    writing: tuple[Writing, ...]


class Handout(Struct, frozen=True):
    """The whole page."""

    language: str
    title: str
    question: str
    dated: str
    name: Writing
    outcome: Outcome
    legend: tuple[Key, ...]
    introduction: tuple[Line, ...]
    table_heading: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    closing: str
    cut_off: str
    """What to say where the card's last sentence is not whole."""
    explained_heading: str
    explained: tuple[Explained, ...]
    origin_heading: str
    origin: tuple[Origin, ...]
    page: str
    """For the foot of a page, with `{page}` and `{pages}` in it."""
    missing: str
    """What to say where a character could not be printed."""
