"""The fields of a `card.yaml`, declared as types: the reader takes their names from here, and the JSON Schema as well.

A field with the type `UnsetType` is optional. The reader is authoritative: it checks more than a schema can express,
such as quotes against their text and the uniqueness of ids.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from herniatui.card.codes import ICPC, PATTERNS
from herniatui.card.fields import ID, LANGUAGE, MAX_ID
from herniatui.card.model import Relation, Unit

FORMAT = 1
"""Version of the format that this program reads."""
MIN_OPTIONS, MAX_OPTIONS = 2, 6
MAX_QUESTIONS = 50

Id = Annotated[str, Meta(pattern=f"^{ID.pattern}$", max_length=MAX_ID)]
Language = Annotated[str, Meta(pattern=f"^{LANGUAGE.pattern}$")]
Text = Annotated[str, Meta(pattern=r"\S")]
Whole = Annotated[int, Meta(ge=0, lt=10**9)]
Number = Annotated[float, Meta(ge=0, lt=10**9)]
"""A whole number, or one with a fraction, written with a point."""
Address = Annotated[str, Meta(pattern=r"^https://\S+$")]
IcpcCode = Annotated[str, Meta(pattern=f"^{PATTERNS[ICPC].pattern}$")]


class FrequencyFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """A number of people out of a whole, as the text gives it."""

    quote: Text
    count: Number | UnsetType = UNSET
    of: Whole | UnsetType = UNSET
    relation: Relation | UnsetType = UNSET
    to: Number | UnsetType = UNSET
    whole: Text | UnsetType = UNSET
    rest: bool | UnsetType = UNSET


class TimeFields(Struct, forbid_unknown_fields=True, kw_only=True, rename={"from_": "from"}):
    """A moment or a period, as the text gives it."""

    quote: Text
    at: Number | UnsetType = UNSET
    from_: Number | UnsetType = UNSET
    from_unit: Unit | UnsetType = UNSET
    to: Number | UnsetType = UNSET
    unit: Unit | UnsetType = UNSET
    clock: Id | UnsetType = UNSET
    now: bool | UnsetType = UNSET


class BoldFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """Words that the card prints in bold."""

    quote: Text
    within: Text | UnsetType = UNSET


class LinkFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """Words that the makers link to a page."""

    quote: Text
    address: Address
    within: Text | UnsetType = UNSET


class StatementFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """A statement of the card, with any statements below it."""

    id: Id
    text: Text
    paragraph: bool | UnsetType = UNSET
    frequencies: list[FrequencyFields] | UnsetType = UNSET
    times: list[TimeFields] | UnsetType = UNSET
    unknown: Text | UnsetType = UNSET
    bold: list[BoldFields] | UnsetType = UNSET
    links: list[LinkFields] | UnsetType = UNSET
    children: list["StatementFields"] | UnsetType = UNSET


class OptionFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """An option, a column of the card."""

    id: Id
    name: Text
    short: Text


class ClockFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """A moment from which the card counts time."""

    id: Id
    quote: Text


NOTHING = "nothing"
"""In place of statements: here the card says nothing about the option."""
Answer = Annotated[list[StatementFields], Meta(min_length=1)] | Literal["nothing"]
Answers = Annotated[dict[Id, Answer], Meta(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS)]


class QuestionFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """A question, a row of the card."""

    id: Id
    group: Text | UnsetType = UNSET
    text: Text
    hint: Text | UnsetType = UNSET
    answers: Answers


class ExplanationFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """A word of the card that the card explains."""

    words: Annotated[list[Text], Meta(min_length=1)]
    text: Text


class OriginFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """The provenance of the card."""

    publisher: Text
    date: Text | UnsetType = UNSET
    version: Text | UnsetType = UNSET
    licence: Text | UnsetType = UNSET
    remarks: list[Text] | UnsetType = UNSET


class CodeFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """A code for the subject of the card."""

    system: Literal["icpc-1-nl"]
    code: IcpcCode
    title: Text | UnsetType = UNSET
    source: Text


class CardFields(Struct, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    format: Literal[1]
    id: Id
    language: Language
    title: Text
    question: Text
    introduction: list[StatementFields] | UnsetType = UNSET
    table_heading: Text | UnsetType = UNSET
    options: Annotated[list[OptionFields], Meta(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS)]
    clocks: list[ClockFields] | UnsetType = UNSET
    questions: Annotated[list[QuestionFields], Meta(min_length=1, max_length=MAX_QUESTIONS)]
    glossary: list[ExplanationFields] | UnsetType = UNSET
    closing: Text | UnsetType = UNSET
    origin: OriginFields
    codes: list[CodeFields] | UnsetType = UNSET
