"""The program under test, and the cards that tests open."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from herniatui.card.library import Deck, open_deck
from tests.support.forked import run_forked

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
    """Run the program without a terminal, decode its output as UTF-8, and return the completed process.

    A new Python process would take five times as long; what matters at its start is tested with `run_anew`.
    """
    if sys.platform == "win32":  # has no fork
        return run_anew(*arguments, env=env, cwd=cwd)
    return run_forked([*map(str, arguments)], {**os.environ, **(env or {})}, cwd or Path.cwd())


def run_anew(
    *arguments: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Do what `run` does, in a new Python process."""
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
