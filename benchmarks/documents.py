"""How long it takes to make each document of a talk.

`python -m benchmarks.documents CARD MANY` prints the milliseconds of each document as JSON: the first, which includes
lazy imports, then MANY more. The talk says everything that can be said about the card.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

from benchmarks.terminal import Failed
from herniatui.card.library import Deck, find, open_deck
from herniatui.card.model import Card
from herniatui.consult import edits, walk
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import Walk
from herniatui.report.formats import FORMATS
from herniatui.storage.record import Record
from herniatui.storage.resume import stamp

DOCUMENTS = ("note", "soep", "html", "fhir", "pdf, short", "pdf")
EMPTY_PAGE = "an empty page set by typst"
"""What a PDF is measured beside: also in a process of its own."""
_NOW = datetime(2026, 1, 15, 10, 30, tzinfo=UTC)


def documents(card: str, more: int) -> dict[str, list[float]]:
    """Return milliseconds by document, measured in a separate process."""
    command = [sys.executable, "-m", "benchmarks.documents", card, str(more)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Failed(f"{' '.join(command)}: {done.stderr.strip().rpartition(chr(10))[2]}")
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def _measured(deck: Deck, more: int) -> dict[str, list[float]]:
    record = _record(deck)

    def document(name: str) -> Callable[[], bytes]:
        form, _comma, short = name.partition(", ")
        return lambda: FORMATS[form].render(deck, record, _NOW.date(), soep=True, short=bool(short))

    return {EMPTY_PAGE: _times(_empty_page, more)} | {name: _times(document(name), more) for name in DOCUMENTS}


def _empty_page() -> bytes:
    program = "import sys, typst; sys.stdout.buffer.write(typst.compile(b'', format='pdf'))"
    return subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, check=True).stdout


def _times(make: Callable[[], bytes], more: int) -> list[float]:
    times = []
    for _ in range(1 + more):
        before = perf_counter()
        make()
        times.append(1000 * (perf_counter() - before))
    return times


def _record(deck: Deck) -> Record:
    consult, seen = _full(deck.card)
    return Record(stamp(deck), _NOW, _NOW, consult=consult, walk=seen)


def _full(card: Card) -> tuple[Consult, Walk]:
    consult, seen = EMPTY, Walk()
    for question in card.questions:
        for index, option in enumerate(card.options):
            seen = walk.show(walk.go(card, seen, question.id), option.id)
            for statement, _depth in question.statements(index):
                consult = edits.mark(consult, statement.id, Mark.APPEALS)
        consult = edits.weigh(edits.prefer(consult, question.id, card.options[0].id), question.id)
        consult = edits.note(consult, question.id, "Wat de patiënt hierover zegt.\n" * 10)
    return consult, walk.go(card, seen, walk.CLOSING)


if __name__ == "__main__":
    print(json.dumps(_measured(open_deck(find(sys.argv[1])), int(sys.argv[2]))))
