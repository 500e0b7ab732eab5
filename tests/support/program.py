"""The program under test, and the cards that tests open."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from herniatui.card.library import Deck, open_deck

ROOT = Path(__file__).parents[2]
HERNIA = ROOT / "content" / "hernia-in-de-rug" / "card.yaml"
CARDS = ROOT / "tests" / "cards"
THREE_OPTIONS = CARDS / "soep" / "card.yaml"
HOSTILE = CARDS / "vijandig" / "card.yaml"
NUMBERS = CARDS / "getallen" / "card.yaml"
WORDS = CARDS / "deeg" / "card.yaml"
"""A card with groups of questions, hints, and words that its makers explain, link or print in bold."""
OTHER_LANGUAGES = {path.parent.name: path for path in sorted((CARDS / "talen").glob("*/card.yaml"))}
"""A card in each of some other languages, by its tag."""


def herniatui(*arguments: str | Path) -> list[str]:
    """Return the command line that starts the program of this checkout."""
    return [sys.executable, "-m", "herniatui", *map(str, arguments)]


def run(
    *arguments: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal, decode its output as UTF-8, and return the completed process."""
    return subprocess.run(
        herniatui(*arguments),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="strict",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        cwd=cwd,
        timeout=60,
        check=False,
    )


def deck_of(path: Path) -> Deck:
    """Return the deck of this card file."""
    return open_deck(path)
