"""Asking whether the addresses of a card still are what they were: the only place that reaches for a network.

Nothing is sent but the question for a page that everyone can read, and no more than once a page.
"""

from collections.abc import Iterator
from enum import Enum, auto
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from msgspec import Struct

from herniatui import __version__
from herniatui.card.library import Deck
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.system_errors import reason

PATIENCE = 10.0
"""Seconds that an address may take to answer, in all."""


class State(Enum):
    """What has become of an address."""

    FINE = auto()
    MOVED = auto()
    DIED = auto()
    SILENT = auto()


class Found(Struct, frozen=True):
    """What came of asking an address."""

    state: State
    detail: str = ""
    """Where it moved to, the status it died with, or why there is no answer."""


def ask(address: str, patience: float = PATIENCE) -> Found:
    """Ask this address, with HEAD, and with GET if it does not take that, for so many seconds in all.

    A thread asks, for which nobody waits any longer than that. The patience of a connection would begin anew with every
    byte, and there is none for finding out where a site is.
    """
    answers: SimpleQueue[Found] = SimpleQueue()
    Thread(target=lambda: answers.put(_answer(address)), name="asking", daemon=True).start()
    try:
        return answers.get(timeout=patience)
    except Empty:
        return Found(State.SILENT, _("not within {seconds} seconds").format(seconds=f"{patience:g}"))


def _answer(address: str) -> Found:
    found = _ask(address, "HEAD")
    return _ask(address, "GET") if found.state is State.DIED else found


def _ask(address: str, method: str) -> Found:
    asked = Request(address, method=method, headers={"User-Agent": f"herniatui/{__version__}"})  # noqa: S310 (the reader of additions lets only https through)
    try:
        with _opener().open(asked):
            return Found(State.FINE)
    except HTTPError as answer:
        with answer:
            where = answer.headers.get("Location", "")
            if 300 <= answer.code < 400 and where:
                return Found(State.MOVED, _in_a_line(_joined(address, where)))
            return Found(State.DIED, str(answer.code))
    except (OSError, HTTPException, ValueError) as error:
        return Found(State.SILENT, _in_a_line(_why(error)))


def _opener() -> OpenerDirector:
    """Return what asks. It goes nowhere else: where an address moved to is told, not followed."""
    opener = OpenerDirector()
    for kind in (ProxyHandler, HTTPHandler, HTTPSHandler, UnknownHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(kind())
    return opener


def _joined(address: str, where: str) -> str:
    """Return where an address moved to in full, or as the answer has it if that is no address."""
    try:
        return urljoin(address, where)
    except ValueError:
        return where


def _why(error: Exception) -> str:
    """Return why there is no answer."""
    inner = error.reason if isinstance(error, URLError) else error
    return reason(inner) if isinstance(inner, OSError) else _("the answer is not as it should be")


def _in_a_line(text: str) -> str:
    return " ".join(printable(text).split())


def addresses(deck: Deck) -> list[str]:
    """Return every address of a card, each once, in the order of the additions."""
    return list(dict.fromkeys(link.address for link in deck.additions.links))


def ask_all(deck: Deck) -> Iterator[tuple[str, bool]]:
    """Ask every address of a card in turn; yield a line for each, and whether all is well with it."""
    for address in addresses(deck):
        found = ask(address)
        yield f"{address}: {_in_words(found)}", found.state is State.FINE


def _in_words(found: Found) -> str:
    return {
        State.FINE: _("fine"),
        State.MOVED: _("moved to {detail}"),
        State.DIED: _("died (status {detail})"),
        State.SILENT: _("no answer ({detail})"),
    }[found.state].format(detail=found.detail)
