"""`herniatui schema`: the JSON Schema of a card file or of a saved consult."""

from collections.abc import Sequence

from herniatui.cli.giving import give
from herniatui.cli.parsing import Parser
from herniatui.words import _


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
    from herniatui.card.schema import card_schema

    return card_schema()


def _consult() -> bytes:
    from herniatui.consult.schema import consult_schema

    return consult_schema()
