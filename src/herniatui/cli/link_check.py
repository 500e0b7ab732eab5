"""Check of the link addresses of a card: the only module that uses a network.

It only requests public pages, each once.
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
from herniatui.card.links import links_in
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.system_errors import reason

TIMEOUT = 10.0
"""Maximum time for an address to answer, in seconds."""


class State(Enum):
    """State of an address."""

    FINE = auto()
    MOVED = auto()
    DIED = auto()
    SILENT = auto()


class LinkStatus(Struct, frozen=True):
    """Result of checking an address."""

    state: State
    detail: str = ""
    """The new address, the HTTP status of an error, or the reason that there is no answer."""


def check_address(address: str, timeout: float = TIMEOUT) -> LinkStatus:
    """Request this address with HEAD, and with GET if that fails, within so many seconds in all.

    In a daemon thread, because the timeout of a socket restarts with every byte and does not cover name resolution.
    """
    answers: SimpleQueue[LinkStatus] = SimpleQueue()
    Thread(target=lambda: answers.put(_answer(address)), name="link check", daemon=True).start()
    try:
        return answers.get(timeout=timeout)
    except Empty:
        return LinkStatus(State.SILENT, _("not within {seconds} seconds").format(seconds=f"{timeout:g}"))


def _answer(address: str) -> LinkStatus:
    found = _request(address, "HEAD")
    return _request(address, "GET") if found.state is State.DIED else found


def _request(address: str, method: str) -> LinkStatus:
    request = Request(address, method=method, headers={"User-Agent": f"herniatui/{__version__}"})  # noqa: S310 (the reader of additions accepts only https)
    try:
        with _opener().open(request):
            return LinkStatus(State.FINE)
    except HTTPError as answer:
        with answer:
            location = answer.headers.get("Location", "")
            if 300 <= answer.code < 400 and location:
                return LinkStatus(State.MOVED, _one_line(_redirect_target(address, location)))
            return LinkStatus(State.DIED, str(answer.code))
    except (OSError, HTTPException, ValueError) as error:
        return LinkStatus(State.SILENT, _one_line(_why(error)))


def _opener() -> OpenerDirector:
    """Return an opener without a redirect handler: redirects are reported, not followed."""
    opener = OpenerDirector()
    for kind in (ProxyHandler, HTTPHandler, HTTPSHandler, UnknownHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(kind())
    return opener


def _redirect_target(address: str, location: str) -> str:
    """Return the absolute target of a redirect, or the raw `Location` if that is invalid."""
    try:
        return urljoin(address, location)
    except ValueError:
        return location


def _why(error: Exception) -> str:
    """Return the reason that there is no answer."""
    inner = error.reason if isinstance(error, URLError) else error
    return reason(inner) if isinstance(inner, OSError) else _("the answer is not as it should be")


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def addresses(deck: Deck) -> list[str]:
    """Return the addresses of a card, each once: those in its words, and those of its links and additions."""
    in_words = [found.link for text in deck.card.texts() for found in links_in(text, ())]
    return list(dict.fromkeys(link.address for link in (*in_words, *deck.links) if link.address))


def check_addresses(deck: Deck) -> Iterator[tuple[str, bool]]:
    """Check the addresses of a card one by one; yield a line for each, and whether it works."""
    for address in addresses(deck):
        found = check_address(address)
        yield f"{address}: {_describe(found)}", found.state is State.FINE


def _describe(found: LinkStatus) -> str:
    return {
        State.FINE: _("it works"),
        State.MOVED: _("moved to {detail}"),
        State.DIED: _("died (status {detail})"),
        State.SILENT: _("no answer ({detail})"),
    }[found.state].format(detail=found.detail)
