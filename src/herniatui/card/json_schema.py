"""The JSON Schema of `card.yaml`, for validation and completion in a text editor."""

from typing import Any

import msgspec

from herniatui.card import file_format
from herniatui.i18n import _

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DESCRIPTIONS = {
    "Card": _("A decision card: the options as columns, the questions as rows."),
    "Card.format": _("The version of this format: 1."),
    "Card.id": _("The name of the card for the program: small letters, digits and hyphens."),
    "Card.language": _("The language of the card: nl."),
    "Card.question": _("What the choice is about, in the words of the card."),
    "Card.introduction": _("What stands above the table."),
    "Card.table_heading": _("What stands above the column of questions."),
    "Card.clocks": _("From when the card counts time."),
    "Card.glossary": _("Words of the card, with what the card itself says about them."),
    "Card.closing": _("What stands below the table."),
    "Card.codes": _("What the card is about, in codes for the record. Only those of which the source is known."),
    "Option.name": _("The option as the card prints it."),
    "Option.short": _("A short name for on a tab."),
    "Question.group": _("The heading that the card prints above this question and those after it."),
    "Question.hint": _("What the card prints under the question."),
    "Question.answers": _("For each option, by its id, what the card says, or: nothing."),
    "Origin": _("Where the card comes from. Leave out what is not known."),
    "Statement": _("One thing that the card says, in its own words."),
    "Statement.paragraph": _("true: printed without a bullet."),
    "Statement.unknown": _("The words in the text that say that there is no number."),
    "Statement.bold": _("The words in the text that the card prints in bold."),
    "Statement.links": _("The words in the text that the makers link to a page. An address in it is a link already."),
    "Statement.children": _("Statements under this one."),
    "Bold.within": _("Words around the quote, if the quote stands in the text more than once."),
    "Link.address": _("The address of the page, in full: https://…"),
    "Link.within": _("Words around the quote, if the quote stands in the text more than once."),
    "Frequency": _("A number of people that stands in the text. Without a count it stays in words, without a picture."),
    "Frequency.count": _("How many people, as the text says; with a point in a fraction: 2.5."),
    "Frequency.of": _("Out of how many; 100 for a percentage, 3 for a third."),
    "Frequency.relation": _("What the text says of the number: about, at most, more than; exactly if it says nothing."),
    "Frequency.to": _("The second number of a range: 10, in 5 to 10 of 100."),
    "Frequency.whole": _("The words for the whole, if they stand elsewhere: in a heading above, or in the question."),
    "Frequency.rest": _("true: these are the others of the statement just before."),
    "Time": _("A moment or a period that stands in the text."),
    "Time.at": _("A moment: after 3 weeks."),
    "Time.from": _('From when; without "to" there is no end: longer than 6 months.'),
    "Time.from_unit": _('The unit of "from", if it is another one: 10 days to 3 weeks.'),
    "Time.to": _('Until when; without "from" it counts from the beginning: within 12 weeks.'),
    "Time.clock": _("The id of the clock that this time is counted by."),
    "Time.now": _("true: this is where the patient is."),
    "Clock.quote": _("The words of the card that say from when."),
    "Explanation": _("A word of the card with its explanation."),
    "Explanation.words": _("The word as it stands on the card, and its other forms."),
    "Explanation.text": _("The explanation, in the words of the card."),
    "Code.title": _("The words of the code in its system, as they stand after it in a record."),
    "Code.source": _("Who says that this code is right for the card."),
}


def card_schema() -> bytes:
    """Return the JSON Schema (2020-12) of a card file, made from the types in `card.file_format`. Deterministic."""
    encoded = msgspec.json.encode(msgspec.json.schema(file_format.CardFields))
    schema = msgspec.json.decode(encoded.replace(b'Fields"', b'"'))  # people who write a card see `Card`
    for name, definition in schema["$defs"].items():
        _describe(name, definition)
        for field, value in definition.get("properties", {}).items():
            _describe(f"{name}.{field}", value)
    return schema_bytes(schema)


def schema_bytes(schema: dict[str, Any]) -> bytes:
    """Return the schema as the content of a file, with its dialect."""
    return msgspec.json.format(msgspec.json.encode({"$schema": DIALECT, **schema}), indent=2) + b"\n"


def _describe(name: str, definition: dict[str, Any]) -> None:
    """Set the description for card editors; the docstring that msgspec puts there is for developers."""
    definition.pop("description", None)
    if name in _DESCRIPTIONS:
        definition["description"] = _DESCRIPTIONS[name]
