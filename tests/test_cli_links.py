"""`herniatui check --links`: what is asked, what is said of each answer, and that nothing is asked without it."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.card.library import Deck
from herniatui.card.links import Link
from herniatui.cli import main
from herniatui.cli.link_check import LinkStatus, State, check_address
from tests.support.program import HERNIA, THREE_OPTIONS, deck_of, run

MOVED = {"": "/nieuw\x1b[31m", "nowhere": "http://[", "folded": "mailto:a\r\n b"}
"""Where a page moved to, by the word after the status."""

LONG = 30.0
"""Seconds after which the site answers what it was slow with, so that nothing waits for ever."""


class Site(ThreadingHTTPServer):
    """A site on this machine, which remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.asked: list[str] = []
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Page(BaseHTTPRequestHandler):
    """Answers by the path: a status and where it moved to, or the name of something that goes wrong."""

    server: Site

    def answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        what = self.path.strip("/")
        if what == "breaks-off":
            return
        if what == "drips" or (what == "drips-later" and self.command == "GET"):
            self.drip()
            return
        if what == "hangs":
            self.server.closing.wait(LONG)
        status, _dash, where = what.partition("-")
        self.send_response(self.status(status))
        if status.startswith("3"):
            self.send_header("Location", MOVED[where])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def status(self, what: str) -> int:
        if what.isdigit():
            return int(what)
        return 405 if what in ("head", "drips") and self.command == "HEAD" else 200

    def drip(self) -> None:
        """Begin to answer that all is well, a byte at a time."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        end = time.monotonic() + LONG
        while time.monotonic() < end and not self.server.closing.wait(0.05):
            self.wfile.write(b"x")
        self.wfile.write(b"\r\n\r\n")

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with Site() as site:
        threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield site
        site.closing.set()
        site.shutdown()


@pytest.mark.parametrize(
    ("path", "found", "asked"),
    [
        ("200", LinkStatus(State.FINE), ["HEAD"]),
        ("head", LinkStatus(State.FINE), ["HEAD", "GET"]),
        ("301", LinkStatus(State.MOVED, "{site}/nieuw"), ["HEAD"]),
        ("308", LinkStatus(State.MOVED, "{site}/nieuw"), ["HEAD"]),
        ("304", LinkStatus(State.MOVED, "{site}/nieuw"), ["HEAD"]),
        ("404", LinkStatus(State.DIED, "404"), ["HEAD", "GET"]),
        ("500", LinkStatus(State.DIED, "500"), ["HEAD", "GET"]),
        ("300-nowhere", LinkStatus(State.MOVED, "http://["), ["HEAD"]),
        ("301-nowhere", LinkStatus(State.MOVED, "http://["), ["HEAD"]),
        ("305-nowhere", LinkStatus(State.MOVED, "http://["), ["HEAD"]),
        ("301-folded", LinkStatus(State.MOVED, "mailto:a b"), ["HEAD"]),
        ("breaks-off", LinkStatus(State.SILENT, "de verbinding is verbroken"), ["HEAD"]),
    ],
)
def test_what_an_address_answers(site: Site, path: str, found: LinkStatus, asked: list[str]) -> None:
    address = f"{site.address}/{path}"
    assert check_address(address) == replace(found, detail=found.detail.format(site=site.address))
    assert site.asked == [f"{method} /{path}" for method in asked]


@pytest.mark.parametrize(
    ("path", "asked", "seconds"),
    [
        ("hangs", ["HEAD"], 0.2),
        ("drips", ["HEAD"], 0.2),
        ("drips-later", ["HEAD", "GET"], 2),
    ],  # 2: HEAD is answered in time
)
def test_an_address_has_so_many_seconds_in_all(site: Site, path: str, asked: list[str], seconds: float) -> None:
    begun = time.monotonic()
    found = check_address(f"{site.address}/{path}", timeout=seconds)
    assert time.monotonic() - begun < LONG / 2
    assert found == LinkStatus(State.SILENT, f"niet binnen {seconds:g} seconden")
    assert site.asked == [f"{method} /{path}" for method in asked]


def test_nobody_there_is_no_answer(site: Site) -> None:
    site.server_close()
    assert check_address(site.address).state is State.SILENT


@pytest.fixture
def asking(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[Link]:
    """The addresses that the card has in place of its own: cards can only name https, and the site here has none."""
    found: list[Link] = []

    def open_deck(path: Path) -> Deck:
        deck = deck_of(path)
        return replace(deck, additions=replace(deck.additions, links=tuple(found)))

    monkeypatch.setattr(import_module("herniatui.cli.card_commands"), "open_deck", open_deck)
    return found


def test_every_address_has_a_line_and_each_is_asked_once(
    site: Site, asking: list[Link], capsys: pytest.CaptureFixture[str]
) -> None:
    asking += [Link((word,), f"{site.address}/{word}") for word in ("200", "301", "404")]
    asking.append(Link(("thee",), f"{site.address}/200", look_up="thee"))
    assert main(["check", "--links"]) == 1
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.endswith("card.yaml: in orde")
    assert lines == [
        f"{site.address}/200: in orde",
        f"{site.address}/301: verhuisd naar {site.address}/nieuw",
        f"{site.address}/404: werkt niet meer (status 404)",
    ]
    assert site.asked == ["HEAD /200", "HEAD /301", "HEAD /404", "GET /404"]


@pytest.mark.parametrize(("path", "code"), [("200", 0), ("301", 1), ("410", 1), ("breaks-off", 1)])
def test_the_exit_code_says_whether_all_is_well(site: Site, asking: list[Link], path: str, code: int) -> None:
    asking.append(Link(("thee",), f"{site.address}/{path}"))
    assert main(["check", "--links", str(HERNIA)]) == code


def test_a_card_without_addresses_is_in_order(asking: list[Link], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--links", str(THREE_OPTIONS)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_without_the_option_nothing_is_asked(site: Site, asking: list[Link]) -> None:
    asking.append(Link(("thee",), f"{site.address}/404"))
    assert main(["check", str(HERNIA)]) == 0
    assert site.asked == []


def test_of_a_card_that_is_wrong_nothing_is_asked(site: Site, asking: list[Link], tmp_path: Path) -> None:
    asking.append(Link(("thee",), f"{site.address}/200"))
    (tmp_path / "card.yaml").write_text("format: 1\n", encoding="utf-8")
    assert main(["check", "--links", str(tmp_path)]) == 1
    assert site.asked == []


def test_what_cannot_be_found_is_said_without_a_traceback() -> None:
    done = run("check", "--links", "nergens")
    assert (done.returncode, done.stdout) == (1, "")
    assert 'er is geen kaart "nergens"' in done.stderr
