"""The content of the handout: all its words in their order, independent of HTML and PDF.

A handout has a page about the talk (`TalkPage`), or the card with its numbers (`CardPages`), or both. A blank card has
no page about a talk.
"""

from msgspec import Struct

from herniatui.report.handout.svg import Drawing
from herniatui.report.word_notes import WordNote


class Piece(Struct, frozen=True):
    """A part of a statement; its pieces joined are the statement's text."""

    words: str
    address: str = ""
    """URL of the page that explains the words; empty if there is none."""
    bold: bool = False
    """Whether the card has the words in bold."""
    note: int = 0
    """The number of the note about the words; 0 if there is none."""


class PrintedMark(Struct, frozen=True):
    """A mark of the patient on a statement: its sign, and its meaning in words."""

    sign: str
    words: str


class PrintedStatement(Struct, frozen=True):
    """A statement of the card, with its marks."""

    pieces: tuple[Piece, ...]
    """Empty in a row that continues the children of a statement of the row before."""
    paragraph: bool = False
    leads: bool = False
    """Keep with next line: the statement has no meaning without what follows."""
    is_ours: bool = False
    """Whether these are words of the program, in its language: an empty cell of the card."""
    marks: tuple[PrintedMark, ...] = ()
    children: tuple["PrintedStatement", ...] = ()


class Words(Struct, frozen=True):
    """Something that was said or chosen."""

    text: str
    is_own: bool = False
    """Whether these are a patient's own words, in any language."""
    is_of_card: bool = False
    """Whether these are words of the card, in its language."""
    aside: str = ""
    """The other side of a number in the text; empty if there is none."""


class Fact(Struct, frozen=True):
    """Something that was said: its subject, and each answer."""

    label: str
    """Empty if the answers have no subject."""
    said: tuple[Words, ...]
    is_of_card: bool = False
    """Whether the subject is in words of the card."""
    is_all_of_card: bool = False
    """Whether subject and answers are."""


class Section(Struct, frozen=True):
    """A heading, and what was said under it."""

    heading: str
    facts: tuple[Fact, ...]
    more: str = ""
    """How many there are more, and where they stand; empty if all are here."""


class PrintedCode(Struct, frozen=True):
    """A QR code, with what it is for and the address that it holds."""

    words: str
    address: str
    drawing: Drawing


class TalkPage(Struct, frozen=True):
    """The talk on one page: the outcome, what happens now, and what was said."""

    decision_label: str
    """Words before the decision; empty if it is a sentence of its own."""
    decision: str
    facts: tuple[Fact, ...]
    """What belongs to the decision."""
    next: Section
    """What happens now."""
    blanks: tuple[str, ...]
    """Labels of lines to fill in with a pen."""
    sections: tuple[Section, ...]
    code: PrintedCode | None
    goes_on: str
    """Note for the foot of a page on which the talk goes on overleaf."""


class Column(Struct, frozen=True):
    """An option, a column of the table."""

    letter: str
    """Added by the project."""
    name: str
    """As printed on the card."""


class QuestionPart(Struct, frozen=True):
    """A question of the card.

    `rows` has the statements for each option, in the order of `CardPages.columns`. A page may end between two rows, and
    in each row every option has statements, so that no page has only one option in its last or first row.
    """

    number: int
    group: str
    """The heading that the card prints above this question; empty if it prints none."""
    in_group: bool
    """Whether the question is under such a heading, its own or that of an earlier question."""
    text: str
    hint: tuple[Piece, ...]
    """What the card prints under the question."""
    looked_at: str
    """Which options were not viewed, in words; empty if all were, or if unknown."""
    rows: tuple[tuple[tuple[PrintedStatement, ...], ...], ...]
    stacked: bool
    """Whether the options stand under each other, because side by side they do not fit on a page."""


class NumberText(Struct, frozen=True):
    """The words of an outcome and of its other side, for these options."""

    letters: str
    """Empty if the words are the same for every option that has a picture in the row."""
    words: str
    aside: str
    """The other side of the number, in words of the card or ours."""
    is_of_card: bool
    """Whether the card has words for the other side."""
    large: str = ""
    """The number in the card's words, to stand large above them; empty if it has a picture."""


class NumberRow(Struct, frozen=True):
    """One outcome, with its number for each option that the card gives one for."""

    texts: tuple[NumberText, ...]
    drawings: tuple[Drawing | str | None, ...]
    """By option; words of ours where no picture would be exact, None where the card gives no number."""
    is_wide: bool = False
    """Whether the drawings are wider than a column."""


class Key(Struct, frozen=True):
    """An entry of a legend: words, and the icon that they explain."""

    words: str
    icon: Drawing | None = None


class Numbers(Struct, frozen=True):
    """The numbers of the card as icon arrays of equal scale, one row per outcome."""

    heading: str
    legend: tuple[Key, ...]
    rows: tuple[NumberRow, ...]


class CardPages(Struct, frozen=True):
    """The whole card: its text, its numbers, and where it is from."""

    heading: str
    """Empty on a blank card, whose heading is its title."""
    hint: str
    """What the signs beside statements mean; on a blank card, what to do with a pen."""
    introduction: tuple[PrintedStatement, ...]
    table_heading: str
    columns: tuple[Column, ...]
    parts: tuple[QuestionPart, ...]
    notes_heading: str
    notes: tuple[WordNote, ...]
    closing: str
    cut_off: str
    """Note that the card's last sentence is incomplete; empty if it is complete."""
    numbers: Numbers
    origin: str
    code: PrintedCode | None


class Handout(Struct, frozen=True):
    """The whole handout."""

    language: str
    """Language of our words."""
    card_language: str
    is_right_to_left: bool
    """Whether the language of the card is written from right to left."""
    title: str
    question: str
    dated: str
    name: str
    """Label of the line for the patient's name."""
    talk: TalkPage | None
    card: CardPages | None
    page: str
    """Template of the page footer, with the placeholders `{page}` and `{pages}`."""
    missing: str
    """Note for a page on which a character could not be printed."""
    missing_fonts: str
    """How to get the fonts that it lacks."""
    contents: str
    """Name of the list of jump links."""
