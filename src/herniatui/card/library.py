"""Library of cards: those that ship with the program, and the user's own."""

import os
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from herniatui.card.additions import FILE as ADDITIONS
from herniatui.card.additions import Additions, read_additions
from herniatui.card.links import Link, links_of
from herniatui.card.model import Card
from herniatui.card.problems import ProblemsFound
from herniatui.card.reader import read_card
from herniatui.i18n import _
from herniatui.sanitize import printable

DEFAULT_CARD = "hernia-in-de-rug"
CARD = "card.yaml"
MAX_NAME = 300
"""Maximum length of a name in a message."""

_PACKAGE = Path(__file__).parent.parent


class NoSuchCard(Exception):
    """No card has this name; the message says what to do."""


class Deck(Struct, frozen=True):
    """A card with what the project adds to it."""

    card: Card
    additions: Additions
    path: Path
    """The path of its `card.yaml`."""
    sha256: str = ""
    """SHA-256 of that file in hexadecimal; empty for a card that was not read from a file."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Every word with an explanation or an address: those of the card, and those that the project adds."""
        return links_of(self.card, self.additions.links)

    @property
    def ships(self) -> bool:
        """Whether the card ships with the program."""
        return self.path.resolve() in [path.resolve() for path in shipped()]


def content_folder() -> Path:
    """Return the folder of the cards that ship: in the package if installed, beside `src/` in a clone."""
    installed = _PACKAGE / "content"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "content"


def shipped() -> list[Path]:
    """Return the `card.yaml` of every card that ships, by id."""
    return sorted(content_folder().glob(f"*/{CARD}"))


def find(name: str) -> Path:
    """Return the `card.yaml` of a folder, a file, or the id of a card that ships.

    An id is never looked up in the current folder. Raises `NoSuchCard`.
    """
    return at_path(name) if is_path(name) else with_id(name)


def is_path(name: str) -> bool:
    """Return whether this is a path: it has a separator or a drive, or ends in `.yaml`."""
    separators = ("/", os.sep, os.altsep or os.sep)
    return any(sign in name for sign in separators) or name in ("", ".", "..") or _is_file_or_drive(name)


def _is_file_or_drive(name: str) -> bool:
    return name.lower().endswith(".yaml") or bool(os.path.splitdrive(name)[0])


def at_path(name: str) -> Path:
    """Return the `card.yaml` in this folder, or this file. Raises `NoSuchCard`."""
    path = Path(name)
    try:
        if path.is_file():
            return path
        if (path / CARD).is_file():
            return path / CARD
        if path.is_dir():
            raise NoSuchCard(_('the folder "{name}" holds no card.yaml').format(name=_display_name(name)))
    except (OSError, ValueError):
        pass  # an invalid path
    raise NoSuchCard(_unknown(name))


def with_id(card_id: str) -> Path:
    """Return the `card.yaml` of the card that ships with this id. Raises `NoSuchCard`."""
    by_id = {card.parent.name: card for card in shipped()}
    if card_id in by_id:
        return by_id[card_id]
    unknown = _unknown(card_id)
    if _is_in_current_folder(card_id):
        here = _('there is no card "{name}"; did you mean {path}?')
        unknown = here.format(name=_display_name(card_id), path=_display_name(f".{os.sep}{card_id}"))
    raise NoSuchCard(unknown)


def _is_in_current_folder(name: str) -> bool:
    """Return whether the current folder has an entry of this name."""
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):
        return False


def _unknown(name: str) -> str:
    ids = ", ".join(card.parent.name for card in shipped())
    unknown = _('there is no card "{name}"; give a folder, a card.yaml, or one of: {ids}')
    return unknown.format(name=_display_name(name), ids=ids)


def _display_name(name: str) -> str:
    """Return the name as shown in a message."""
    name = printable(name)
    return name if len(name) <= MAX_NAME else f"{name[:MAX_NAME]}…"


def open_deck(path: Path) -> Deck:
    """Return the card in this `card.yaml` with its additions. Raises `ProblemsFound` or `OSError`."""
    card = read_card(path)
    return Deck(card, read_additions(path.with_name(ADDITIONS), card), path, sha256(path.read_bytes()).hexdigest())


def check(path: Path) -> list[str]:
    """Return every problem of this `card.yaml`, of its additions, and every difference from its source.

    Each is a line that starts with file, line and column.
    """
    try:
        card = read_card(path)
    except ProblemsFound as found:
        return found.report()
    lines: list[str] = []
    try:
        read_additions(path.with_name(ADDITIONS), card)
    except ProblemsFound as found:
        lines += found.report()
    from herniatui.card.proof.source_report import source_report  # lazy import: needed by no screen

    return lines + source_report(path, card)
