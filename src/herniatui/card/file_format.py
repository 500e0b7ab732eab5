"""A `card.yaml` as it is written: the fields of the file, for its JSON Schema.

`card.reader` says more than a schema can (quotes that stand in their text, ids that are used once) and is what counts.
A field that may be left out has the type `UnsetType` too.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from herniatui.card.codes import ICPC, PATTERNS
from herniatui.card.fields import LANGUAGE, MAX_ID
from herniatui.card.model import Relation, Unit
from herniatui.card.reader import MAX_OPTIONS, MAX_QUESTIONS, MIN_OPTIONS

Id = Annotated[str, Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=MAX_ID)]
Language = Annotated[str, Meta(pattern=f"^{LANGUAGE.pattern}$")]
Text = Annotated[str, Meta(pattern=r"\S")]
Number = Annotated[int, Meta(ge=0, lt=10**9)]
IcpcCode = Annotated[str, Meta(pattern=f"^{PATTERNS[ICPC].pattern}$")]


class Frequency(Struct, forbid_unknown_fields=True, kw_only=True):
    """How many of how many people, as the text says it."""

    quote: Text
    count: Number
    of: Number
    relation: Relation
    rest: bool | UnsetType = UNSET


class Time(Struct, forbid_unknown_fields=True, kw_only=True, rename={"from_": "from"}):
    """A moment or a period, as the text says it."""

    quote: Text
    at: Number | UnsetType = UNSET
    from_: Number | UnsetType = UNSET
    to: Number | UnsetType = UNSET
    unit: Unit | UnsetType = UNSET
    clock: Id | UnsetType = UNSET
    now: bool | UnsetType = UNSET


class Statement(Struct, forbid_unknown_fields=True, kw_only=True):
    """One thing that the card says."""

    id: Id
    text: Text
    paragraph: bool | UnsetType = UNSET
    frequencies: list[Frequency] | UnsetType = UNSET
    times: list[Time] | UnsetType = UNSET
    unknown: Text | UnsetType = UNSET
    children: list["Statement"] | UnsetType = UNSET


class Option(Struct, forbid_unknown_fields=True, kw_only=True):
    """One of the choices there are."""

    id: Id
    name: Text
    short: Text


class Clock(Struct, forbid_unknown_fields=True, kw_only=True):
    """From when time is counted."""

    id: Id
    quote: Text


Answers = Annotated[
    dict[Id, Annotated[list[Statement], Meta(min_length=1)]], Meta(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS)
]


class Question(Struct, forbid_unknown_fields=True, kw_only=True):
    """One row of the card."""

    id: Id
    text: Text
    answers: Answers


class Origin(Struct, forbid_unknown_fields=True, kw_only=True):
    """Where the card comes from."""

    publisher: Text
    date: Text | UnsetType = UNSET
    version: Text | UnsetType = UNSET
    licence: Text | UnsetType = UNSET
    remarks: list[Text] | UnsetType = UNSET


class Code(Struct, forbid_unknown_fields=True, kw_only=True):
    """What the card is about, in a code."""

    system: Literal["icpc-1-nl"]
    code: IcpcCode
    source: Text


class Card(Struct, forbid_unknown_fields=True, kw_only=True):
    """A whole file."""

    format: Literal[1]
    id: Id
    language: Language
    title: Text
    question: Text
    introduction: list[Statement] | UnsetType = UNSET
    table_heading: Text | UnsetType = UNSET
    options: Annotated[list[Option], Meta(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS)]
    clocks: list[Clock] | UnsetType = UNSET
    questions: Annotated[list[Question], Meta(min_length=1, max_length=MAX_QUESTIONS)]
    closing: Text | UnsetType = UNSET
    origin: Origin
    codes: list[Code] | UnsetType = UNSET
