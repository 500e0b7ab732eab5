"""Asking whether the addresses of a card still are what they were: the only place that reaches for a network.

Nothing is sent but the question for a page that everyone can read, and no more than once a page.
"""

from collections.abc import Iterator
from enum import Enum, auto
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct

from herniatui import __version__
from herniatui.card.library import Deck
from herniatui.plain import printable
from herniatui.trouble import reason
from herniatui.words import _

PATIENCE = 10.0
"""Seconds that an address may take to answer."""


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


class _StayHere(HTTPRedirectHandler):
    """Goes nowhere else: where an address moved to is told, not followed."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follow nothing."""


def ask(address: str, patience: float = PATIENCE) -> Found:
    """Ask this address, with HEAD, and with GET if it does not take that, each for so many seconds at most."""
    found = _ask(address, "HEAD", patience)
    return _ask(address, "GET", patience) if found.state is State.DIED else found


def _ask(address: str, method: str, patience: float) -> Found:
    asked = Request(address, method=method, headers={"User-Agent": f"herniatui/{__version__}"})  # noqa: S310 (the reader of additions lets only https through)
    try:
        with build_opener(_StayHere).open(asked, timeout=patience):
            return Found(State.FINE)
    except HTTPError as answer:
        with answer:
            where = answer.headers.get("Location", "")
            if 300 <= answer.code < 400 and where:
                return Found(State.MOVED, printable(urljoin(address, where)))
            return Found(State.DIED, str(answer.code))
    except (OSError, HTTPException, ValueError) as error:
        return Found(State.SILENT, printable(_why(error, patience)))


def _why(error: Exception, patience: float) -> str:
    """Return why there is no answer: that it took too long, or what the system says of it."""
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, TimeoutError):
        return _("not within {seconds} seconds").format(seconds=f"{patience:g}")
    return reason(inner) if isinstance(inner, OSError) else str(inner) or type(inner).__name__


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
