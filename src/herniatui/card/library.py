"""Finding cards: those that ship with the program, and those of the user's own."""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from herniatui.card.additions import FILE as ADDITIONS
from herniatui.card.additions import Additions, read_additions
from herniatui.card.model import Card
from herniatui.card.problems import Problem, ProblemsFound
from herniatui.card.proof import differences
from herniatui.card.reader import read_card
from herniatui.card.tree import read_text
from herniatui.plain import printable
from herniatui.words import _

DEFAULT_CARD = "hernia-in-de-rug"
CARD = "card.yaml"
SOURCE = "source.nl.txt"

_PACKAGE = Path(__file__).parent.parent


class NoSuchCard(Exception):
    """There is no card of this name; the message says what to do."""


class Deck(Struct, frozen=True):
    """A card with what the project adds to it."""

    card: Card
    additions: Additions
    path: Path
    """Of its `card.yaml`."""
    sha256: str = ""
    """SHA-256 of that file in hexadecimal; empty for a card that was not read from a file."""

    @property
    def ships(self) -> bool:
        """Whether it is one of the cards that ship."""
        return self.path.resolve() in [path.resolve() for path in shipped()]


def content_folder() -> Path:
    """Return the folder of the cards that ship: inside an installed package, beside `src/` in a clone."""
    installed = _PACKAGE / "content"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "content"


def shipped() -> list[Path]:
    """Return the `card.yaml` of every card that ships, by id."""
    return sorted(content_folder().glob(f"*/{CARD}"))


def find(name: str) -> Path:
    """Return the `card.yaml` that is meant by a folder, a file, or the id of a card that ships.

    Raises `NoSuchCard` if there is none.
    """
    path = Path(name)
    try:
        if path.is_file():
            return path
        if (path / CARD).is_file():
            return path / CARD
        if path.is_dir():
            raise NoSuchCard(_('the folder "{name}" holds no card.yaml').format(name=printable(name)))
    except (OSError, ValueError):
        pass  # a name that cannot be a path may still be the id of no card
    by_id = {card.parent.name: card for card in shipped()}
    if name in by_id:
        return by_id[name]
    unknown = _('there is no card "{name}"; give a folder, a card.yaml, or one of: {ids}')
    raise NoSuchCard(unknown.format(name=printable(name), ids=", ".join(by_id)))


def open_deck(path: Path) -> Deck:
    """Return the card in this `card.yaml` with the additions beside it. Raises `ProblemsFound`, or `OSError`."""
    card = read_card(path)
    return Deck(card, read_additions(path.with_name(ADDITIONS), card), path, sha256(path.read_bytes()).hexdigest())


def check(path: Path) -> list[str]:
    """Return every problem of this `card.yaml`, of the additions beside it, and against the source beside it.

    Each is one line that begins with the file and the place in it.
    """
    try:
        card = read_card(path)
    except ProblemsFound as found:
        return found.lines()
    lines: list[str] = []
    try:
        read_additions(path.with_name(ADDITIONS), card)
    except ProblemsFound as found:
        lines += found.lines()
    return lines + _against_source(path, card)


def _against_source(path: Path, card: Card) -> list[str]:
    source = path.with_name(SOURCE)
    if not source.exists():
        return []
    problems: list[Problem] = []
    text = read_text(source, problems)
    if text is None:
        return [problem.at(str(source)) for problem in problems]
    differs = _("differs from {source}: {difference}")
    return [
        Problem(differs.format(source=SOURCE, difference=difference)).at(str(path))
        for difference in differences(card, text)
    ]
