"""What `check` says of a card and the source beside it."""

from collections.abc import Iterable
from pathlib import Path

from herniatui.card.model import Card
from herniatui.card.problems import Problem, Problems, ProblemsFound
from herniatui.card.proof.comparison import Difference, nearest, shortened
from herniatui.card.proof.passages import Passage
from herniatui.card.proof.text_places import TextPlaces
from herniatui.card.text_file import read_text
from herniatui.i18n import _


def source_names(language: str) -> tuple[str, str]:
    """Return the names of the file with the source of a card in this language: as plain text, and as Markdown."""
    return f"source.{language}.txt", f"source.{language}.md"


def source_report(path: Path, card: Card) -> list[str]:
    """Return every difference between the card in this file and its source, and every problem of the source.

    Each is a line that starts with file, line and column; a difference has its place in the source as well.
    """
    plain, markdown = (path.with_name(name) for name in source_names(card.language))
    source = markdown if markdown.exists() else plain
    if not source.exists():
        return []
    problems, found = Problems(), list[Difference]()
    if plain.exists() and source is markdown:
        both = _("{other} is there as well, and a card has one source; remove one of the two")
        problems.append(Problem(both.format(other=plain.name)))
    elif (text := read_text(source, problems)) is not None:
        if not text.strip():
            problems.append(Problem(_("the file is empty")))
        elif source is plain:
            comparison = nearest(card, text)
            found = comparison.found
            if comparison.is_reordered:
                other = _(
                    "this has the words of the card, but neither row by row nor column by column; "
                    "put headings in it, and call it {name}"
                )
                problems.append(Problem(other.format(name=markdown.name)))
        else:
            from herniatui.card.proof.section_proof import section_differences  # lazy import: markdown-it-py, 30 ms

            found = section_differences(card, text, plain.name, problems)
    return ProblemsFound(str(source), problems).report() + _report(found, path, card, source.name)


def _report(found: Iterable[Difference], path: Path, card: Card, source: str) -> list[str]:
    problems = Problems()
    places: TextPlaces | None = None
    for difference in found:
        if problems.full:
            problems.more += 1
            continue
        if places is None:
            places = TextPlaces(read_text(path, Problems()) or "")
        line, column = difference.place
        words = f"{described(difference.passage, card)}: {difference.text} ({source}:{line}:{column})"
        problems.append(Problem(words, *places.place(difference.passage.path, difference.word)))
    return ProblemsFound(str(path), problems).report()


def described(passage: Passage, card: Card) -> str:
    """Return where on the card a text stands: its question and option, or its field in `card.yaml`."""
    parts = [] if passage.question is None else [shortened(card.questions[passage.question].text)]
    parts += [] if passage.option is None else [card.options[passage.option].short]
    return " / ".join(parts) or str(passage.path[0])
