"""The commands that show cards: `herniatui list`, `show`, `check` and `--version`."""

from collections.abc import Sequence
from datetime import date
from gettext import gettext as argparse_text
from pathlib import Path

from herniatui import __version__
from herniatui.card.library import DEFAULT_CARD, Deck, NoSuchCard, check, find, open_deck, shipped
from herniatui.card.problems import MOST_SHOWN
from herniatui.card.remarks import remarks
from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.cli.output import complain, is_terminal, refuse, refuse_to_print, say, write_document
from herniatui.cli.parser import Parser
from herniatui.i18n import _, ngettext
from herniatui.report.card_info import edition
from herniatui.report.card_text import card_text, folded
from herniatui.report.formats import NotPossible
from herniatui.report.handout import html_bytes, pdf_bytes
from herniatui.report.handout.unprinted import remark_on_card


def list_cards(words: Sequence[str]) -> int:
    """Print the id and title of every card that ships with the program."""
    Parser("herniatui list", _("The cards that ship with the program.")).parse_args(words)
    for path in shipped():
        card = open_deck(path).card
        say(f"{card.id}  {card.title}")
    return OK


def show_card(words: Sequence[str]) -> int:
    """Print a card as text, or write it as text or as a page."""
    parser = Parser("herniatui show", _("A card as plain text, or to print and write on."))
    parser.add_card()
    parser.add_argument("--format", choices=("text", "html", "pdf"), default="text", help=_("text if you choose none"))
    parser.add_argument("--out", metavar=_("FILE"), help=_("write it to this file; without this, it is printed"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    parser.add_argument("--pictures", action="store_true", help=_("also draw the numbers, in plain characters"))
    options = parser.parse_args(words)
    deck = open_deck(find(options.card))
    if options.format != "text":
        if options.pictures:
            raise Refused(_("--pictures is for text only; leave it out, as the page has its pictures"))
        refuse_to_print(options.out, is_text=False)
        return write_document(_page(deck, options.format), False, options.out, replace=options.force)
    text = card_text(deck, drawn=options.pictures)
    if options.out is not None:
        return write_document(f"{text}\n".encode(), True, options.out, replace=options.force)
    say(folded(text) if is_terminal() else text)
    return OK


def _page(deck: Deck, form: str) -> bytes:
    try:
        if form == "html":
            return html_bytes(deck, None, None, date.today())
        return pdf_bytes(deck, None, None, date.today(), warn=complain)
    except NotPossible as wrong:
        raise Refused(str(wrong)) from wrong


def check_cards(words: Sequence[str]) -> int:
    """Print every problem of the cards at these paths, and on request whether their addresses still work."""
    parser = Parser("herniatui check", _("Every problem of a card, with file and line."))
    parser.add_argument(
        "paths", nargs="*", metavar=_("PATH"), help=_("a folder, a card.yaml, or the id of a card that ships")
    )
    parser.add_argument(
        "--links",
        action="store_true",
        help=_("also ask every address of the card whether it still is there; this uses the network"),
    )
    parser.add_argument(
        "--strict", action="store_true", help=_("also fail on a remark, such as a number without picture")
    )
    options = parser.parse_args(words)
    if not options.paths and not options.links:
        parser.error(argparse_text("the following arguments are required: %s") % _("PATH"))
    wrong = False
    for name in options.paths or [DEFAULT_CARD]:
        try:
            path = find(name)
        except NoSuchCard as unknown:
            refuse(unknown)
            wrong = True
            continue
        lines = check(path)
        if lines:
            say("\n".join(lines))
        else:
            wrong = (_say_remarks(path) and options.strict) or wrong
        wrong = wrong or bool(lines)
        if options.links and not lines:
            wrong = not _check_links(path) or wrong
    return PROBLEMS if wrong else OK


def _say_remarks(path: Path) -> bool:
    """Print that the card in this file is in order, with its remarks; return whether it has any."""
    found = remarks(path, remark_on_card(open_deck(path), date.today()))
    for remark in found[:MOST_SHOWN]:
        say(remark.at(str(path)))
    if not found:
        say(_("{path}: in order").format(path=path))
        return False
    words = ngettext("{path}: in order, with {count} remark", "{path}: in order, with {count} remarks", len(found))
    say(words.format(path=path, count=len(found)))
    if any(remark.is_annotation for remark in found):
        say(_("herniatui annotate {path} writes them into the card").format(path=path))
    return True


def _check_links(path: Path) -> bool:
    """Print a line for every address of the card in this file, and return whether all of them work."""
    from herniatui.cli.link_check import (
        check_addresses,
    )  # lazy import: http and urllib, 27 ms; no other command needs a network

    well = True
    for line, fine in check_addresses(open_deck(path)):
        say(line, flush=True)  # each at once: an address may take seconds
        well = well and fine
    return well


def version(deck: Deck) -> str:
    """Return the version of the program, and the edition of the card on a second line."""
    card = _("card {id}: {edition}").format(id=deck.card.id, edition=edition(deck.card, deck.sha256))
    return f"herniatui {__version__}\n{card}"
