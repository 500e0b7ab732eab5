"""`herniatui schema`: the JSON Schema of a card file or of a saved consult."""

from collections.abc import Sequence

from herniatui.cli.giving import give
from herniatui.cli.parser import Parser
from herniatui.i18n import _


def schema(words: Sequence[str]) -> int:
    """Print the schema, as bytes that are the same on every system."""
    parser = Parser(
        "herniatui schema", _("The JSON Schema of a card file or of a saved talk, for editors and programs.")
    )
    of = {"card": _card, "consult": _consult}
    parser.add_argument("of", choices=of, metavar="card|consult", help=_("of what: a card file, or a saved talk"))
    made = of[parser.parse_args(words).of]()
    return give(made, True, None, False)


def _card() -> bytes:
    from herniatui.card.json_schema import card_schema

    return card_schema()


def _consult() -> bytes:
    from herniatui.storage.json_schema import consult_schema

    return consult_schema()
