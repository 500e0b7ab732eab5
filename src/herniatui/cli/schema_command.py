"""`herniatui schema`: the JSON Schema of a card file or of a saved talk."""

from collections.abc import Sequence

from herniatui.card.json_schema import card_schema
from herniatui.cli.output import write_document
from herniatui.cli.parser import Parser
from herniatui.i18n import _
from herniatui.storage.json_schema import consult_schema

_SCHEMAS = {"card": card_schema, "consult": consult_schema}


def schema(words: Sequence[str]) -> int:
    """Print the schema; its bytes are the same on every system."""
    parser = Parser(
        "herniatui schema", _("The JSON Schema of a card file or of a saved talk, for editors and programs.")
    )
    parser.add_argument("of", choices=_SCHEMAS, metavar="card|consult", help=_("of what: a card file, or a saved talk"))
    return write_document(_SCHEMAS[parser.parse_args(words).of](), is_text=True)
