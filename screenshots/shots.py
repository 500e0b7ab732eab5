"""The screenshots: the keys that lead to each, and how to draw them."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult.edits import choose, decide_not_yet
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk, show
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.terminal.themes import LIGHT, THEMES
from tests.tui.driving import Talking

FOLDER = Path(__file__).parent
DRAWN_FOR = (100, 30)
OTHER_SIZES = ((80, 24), (160, 45))
NOW = datetime(2026, 1, 15, 10, 30, tzinfo=UTC)

# A talk with some of every kind of answer.
_TALK = "down space down space enter + down - v a w w b down - ? enter down ? v b w w w"

SHOTS = {
    "start": "down down space",
    "vraag": _TALK,
    "vraag-keuze-b": f"{_TALK} b f2",
    "voorkeur": f"{_TALK} v",
    "naast-elkaar": f"{_TALK} 2 z down + right down -",
    "plaatje": f"{_TALK} 3 a down down p",
    "plaatje-van-1000": f"{_TALK} 3 b{' down' * 8} p",
    "getallen": f"{_TALK} 3 a p down",
    "getallen-en-tijden": f"{_TALK} 2 p",
    "tijden": f"{_TALK} 2 p down down",
    "hele-kaart": f"{_TALK} 3 f3",
    "opzoeken": f"{_TALK} 3 a up up up up up up up up up down t",
    "notitie": f"{_TALK} n I k space w i l space t i l l e n",
    "beslissen": f"{_TALK} o",
    "nog-niet-beslissen": f"{_TALK} o 0 enter down space down space",
    "afsluiten": f"{_TALK} o 0 enter down space down space pagedown f7",
    "hulp": "f1",
    "over-deze-kaart": "i",
    "opdrachten": "enter ctrl+p",
    "stoppen": f"{_TALK} q",
    "bewaren": f"{_TALK} o 0 enter{' down' * 9} space s p r e e k u u r space 3",
    "bewaarde-gesprekken": "n f5",
}
"""Names of the screens, and the keys from the start screen to each."""


CALM = {
    "stap-voor-stap": "3 b enter -",
    "stap-voor-stap-getal": "2 enter enter enter",
    "stap-voor-stap-plaatje": "3 b enter enter p",
    "stap-voor-stap-vertelt": f"{_TALK} o",
    "stap-voor-stap-beslissen": f"{_TALK} o b",
    "stap-voor-stap-afsluiten": f"{_TALK} o 0 enter pagedown pagedown pagedown pagedown pagedown",
}
"""The same for the calm layout, in which these screens are drawn."""
CALM_SIZES = ((40, 12), (60, 18), (72, 20))

PICTURED = ("plaatje", "plaatje-van-1000", "getallen", "getallen-en-tijden", "tijden")
"""Screens with pictures of numbers and times."""


class Picture(NamedTuple):
    """One screenshot: the screen, the theme, and the size in columns and lines."""

    shot: str
    theme: str
    size: tuple[int, int] = DRAWN_FOR

    @property
    def path(self) -> Path:
        """File of the screenshot."""
        size = "" if self.size == DRAWN_FOR else f"-{self.size[0]}x{self.size[1]}"
        return FOLDER / f"{self.shot}-{self.theme}{size}.svg"


PICTURES = [
    *(Picture(shot, theme.name) for shot in SHOTS for theme in THEMES),
    *(Picture(shot, LIGHT, size) for shot in ("start", "vraag", "beslissen", "afsluiten") for size in OTHER_SIZES),
    Picture("naast-elkaar", LIGHT, OTHER_SIZES[-1]),
    *(Picture(shot, LIGHT, size) for shot in PICTURED for size in OTHER_SIZES),
    *(Picture(shot, LIGHT, size) for shot in CALM for size in CALM_SIZES),
    *(Picture(shot, LIGHT, CALM_SIZES[0]) for shot in ("start", "hele-kaart", "opzoeken", "stoppen", "hulp")),
    Picture("stap-voor-stap", THEMES[1].name, CALM_SIZES[0]),
]
"""Every screen in every theme at the default size, and the stops of the walk at other sizes."""


WITH_TEXT_AREA = ("notitie",)
"""Screens that are drawn anew in each theme: a text area takes the colours of another theme at a moment of its own."""

SCREENS = list(dict.fromkeys((picture.shot, picture.size) for picture in PICTURES))
"""Every screen and size that is pictured, in one theme or in more."""


async def draw(shot: str, size: tuple[int, int]) -> dict[Path, str]:
    """Return the screenshots of a screen in its themes, each file as SVG without references to a network."""
    pictures = [picture for picture in PICTURES if (picture.shot, picture.size) == (shot, size)]
    drawn: dict[Path, str] = {}
    for together in [[picture] for picture in pictures] if shot in WITH_TEXT_AREA else [pictures]:
        drawn |= await _drawn(together)
    return drawn


async def _drawn(pictures: Sequence[Picture]) -> dict[Path, str]:
    """Return these screenshots of one screen, drawn by one app."""
    drawn: dict[Path, str] = {}
    shot, theme, size = pictures[0]
    with TemporaryDirectory() as folder:
        store = store_for(shot, Path(folder))
        deck, is_calm = open_deck(find(DEFAULT_CARD)), shot in CALM
        app = HerniaApp(deck, theme=theme, today=NOW.date, store=store, calm=is_calm)
        async with app.run_test(size=size) as pilot:
            talking = Talking(app, pilot)
            await talking.press((SHOTS | CALM)[shot])
            for picture in pictures:
                app.theme = picture.theme
                await talking.settle()
                drawn[picture.path] = without_web_fonts(app.export_screenshot(title="herniatui"))
        app.session.close(keep=True)  # its threads write into the folder
    return drawn


def store_for(shot: str, folder: Path) -> TalkStore:
    """Return the store for this screen; it holds talks only for the screen of stored talks."""
    store = TalkStore(folder / "herniatui", now=lambda: NOW)
    if shot == "bewaarde-gesprekken":
        _add_talk(store.folder.path, NOW - timedelta(minutes=20), label="")
        _add_talk(store.folder.path, NOW - timedelta(days=9), label="spreekuur 3")
    return store


def _add_talk(folder: Path, then: datetime, label: str) -> None:
    deck = open_deck(find(DEFAULT_CARD))
    open_talk = TalkStore(folder, now=lambda: then).begin(stamp(deck))
    first = deck.card.questions[0].id
    consult = choose(EMPTY, first)
    open_talk.save(decide_not_yet(consult) if label else consult, show(Walk(first), deck.card.options[0].id))
    if label:
        open_talk.keep(label)
    open_talk.writer.close()


def without_web_fonts(svg: str) -> str:
    """Remove the web fonts from an SVG; the viewer uses its own monospaced font instead."""
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
