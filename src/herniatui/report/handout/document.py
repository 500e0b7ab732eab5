"""The content of the handout: all its words in their order, independent of HTML and PDF."""

from msgspec import Struct

from herniatui.report.handout.svg import Drawing


class Piece(Struct, frozen=True):
    """A part of a statement; its pieces joined are the statement's text."""

    words: str
    address: str = ""
    """URL of the page that explains the words; empty if there is none."""


class Key(Struct, frozen=True):
    """An entry of a legend: words, and the icon that they explain."""

    words: str
    icon: Drawing | None = None


class Picture(Struct, frozen=True):
    """A number drawn as an icon array."""

    drawing: Drawing
    keys: tuple[Key, ...]
    """The meaning of the icons, quoted from the card."""


class PrintedMark(Struct, frozen=True):
    """A mark of the patient on a statement: its sign, and its meaning in words."""

    sign: str
    words: str


class PrintedStatement(Struct, frozen=True):
    """A statement of the card, with its marks and pictures."""

    pieces: tuple[Piece, ...]
    paragraph: bool = False
    leads: bool = False
    """Keep with next line: the statement has no meaning without what follows."""
    together: bool = False
    """Keep on one page: the statement and its children share one picture, and are short enough."""
    marks: tuple[PrintedMark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    children: tuple["PrintedStatement", ...] = ()


class TickBoxes(Struct, frozen=True):
    """A choice to tick with a pen: a label, and the choices."""

    label: str
    choices: tuple[str, ...]


class Fact(Struct, frozen=True):
    """Something that was said: its subject, and each answer."""

    label: str
    said: tuple[str, ...]


class Writing(Struct, frozen=True):
    """Blank lines to write on by hand."""

    label: str
    lines: int = 1


class Column(Struct, frozen=True):
    """An option, a column of the table."""

    letter: str
    """Added by the project."""
    name: str
    """As printed on the card."""


class Part(Struct, frozen=True):
    """A question of the card; `answers` has the statements for each option, in the order of `Handout.columns`."""

    number: int
    text: str
    looked_at: str
    """Which options were not viewed, in words; empty if all were, or if unknown."""
    answers: tuple[tuple[PrintedStatement, ...], ...]
    facts: tuple[Fact, ...] = ()
    choices: tuple[TickBoxes, ...] = ()
    writing: tuple[Writing, ...] = ()


class Explained(Struct, frozen=True):
    """Linked words of the card, with the address that explains them and its QR code."""

    words: tuple[str, ...]
    how: str
    """Instruction to look the word up, if the page itself is not known; empty otherwise."""
    address: str
    code: Drawing


class OriginSection(Struct, frozen=True):
    """A section on the provenance of the text."""

    heading: str
    paragraphs: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """The outcome of the talk, and the follow-up."""

    heading: str
    facts: tuple[Fact, ...]
    choices: tuple[TickBoxes, ...]
    writing: tuple[Writing, ...]


class Handout(Struct, frozen=True):
    """The whole handout."""

    language: str
    title: str
    question: str
    dated: str
    name: Writing
    outcome: Outcome
    legend: tuple[Key, ...]
    introduction: tuple[PrintedStatement, ...]
    table_heading: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    closing: str
    cut_off: str
    """Note that the card's last sentence is incomplete; empty if it is complete."""
    explained_heading: str
    explained: tuple[Explained, ...]
    origin_heading: str
    origin: tuple[OriginSection, ...]
    page: str
    """Template of the page footer, with the placeholders `{page}` and `{pages}`."""
    missing: str
    """Note for a page on which a character could not be printed."""
    missing_fonts: str
    """How to get the fonts that it lacks."""
