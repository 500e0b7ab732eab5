"""The table opened by LibreOffice in Dutch: every cell comes out as it was meant, and none is a formula.

Opened as a Dutch user does: semicolons, UTF-8, Dutch numbers and dates, with everything that looks like a date or a
number in any notation taken for one ("detect special numbers"), which is what Excel does unasked.
"""

import csv
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from herniatui.card.additions import Additions
from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import Walk
from herniatui.report.csv import csv_of_all
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.resume import TalkOfCard
from tests.consult.strategies import CARD as SOUP
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen_all
from tests.report.handout.handouts import large
from tests.support.program import HERNIA
from tests.support.programs import program

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

AS_IN_DUTCH = "Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true"
"""Import filter: semicolon, quotation mark, UTF-8, from the first line, any columns, Dutch, detect special numbers."""

DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item></oor:items>"""

FORMULAS = ["=1+1", "+31 6", "-5", "@SUM(A1)", "＝1+1", '=cmd|" /C calc"!A0', "\u00a0=1", "=1;2"]
LIKE_NUMBERS = ["3-8", "1.2", "2-1-2026", "12:30", "€ 5", "10%", "1e5", "007", "WAAR"]
WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


def talk(card: Card, consult: Consult, walk: Walk, talk_id: str, label: str = "") -> TalkOfCard:
    record = Record(CardStamp(card.id), WHEN, WHEN, 1, consult, walk, label=label)
    return TalkOfCard(talk_id, Deck(card, Additions(), HERNIA), record)


def talks() -> Iterator[TalkOfCard]:
    """Yield talks about cards of two, three and six options, and talks that a spreadsheet may misread."""
    yield talk(CARD, confirmed(full(), "risicos"), seen_all(CARD), "bcdf")
    yield talk(SOUP, edits.decide(EMPTY, "erwt"), Walk(), "m999")
    six = replace(large(), questions=large().questions[:2])
    yield talk(six, edits.prefer(EMPTY, "vraag-1", "keuze-6"), seen_all(six), "mrt3")
    yield talk(HOSTILE_CARD, EMPTY, Walk(), "z222")
    for number, text in enumerate([*FORMULAS, *LIKE_NUMBERS, 'Hij zei: "nee"; en toen\n\n"ja"']):
        said = edits.come_back(edits.need_other(edits.note(edits.note(EMPTY, None, text), "smaak", text), text), text)
        yield talk(SOUP, said, Walk(), f"n{number:03}", label=text)
        option = replace(SOUP.options[0], short=text)
        yield talk(replace(SOUP, options=(option, *SOUP.options[1:])), EMPTY, Walk(), f"k{number:03}")
    for number, text in enumerate(FORMULAS):
        question = replace(SOUP.questions[0], text=text)
        yield talk(replace(SOUP, questions=(question,)), EMPTY, Walk(), f"v{number:03}")


Cell = tuple[str, str, str]
"""Type, text, and formula of a cell."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[list[str]], list[list[Cell]]]:
    """Return the table as written, and as LibreOffice shows it."""
    folder = tmp_path_factory.mktemp("calc")
    data = csv_of_all(list(talks()), words=True)
    (folder / "alles.csv").write_bytes(data)
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(DUTCH, encoding="utf-8")
    command = [program("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "fods", f"--infilter={AS_IN_DUTCH}", "--outdir", str(folder), str(folder / "alles.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    written = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    return written, cells(folder / "alles.fods", len(written[0]))


def cells(path: Path, width: int) -> list[list[Cell]]:
    """Return the rows of a flat OpenDocument spreadsheet, as wide as the table."""
    rows = []
    for row in ElementTree.parse(path).iter(f"{TABLE}table-row"):
        found: list[Cell] = []
        for cell in row:
            paragraphs = ("".join(paragraph.itertext()) for paragraph in cell.findall(f"{TEXT}p"))
            kind, formula = cell.get(f"{OFFICE}value-type", ""), cell.get(f"{TABLE}formula", "")
            value = cell.get(f"{OFFICE}date-value") or cell.get(f"{OFFICE}value") or "\n".join(paragraphs)
            found += [(kind, value, formula)] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        rows += [found[:width]] * int(row.get(f"{TABLE}number-rows-repeated", "1"))
    return rows


def test_every_cell_comes_out_as_it_was_written(opened: tuple[list[list[str]], list[list[Cell]]]) -> None:
    written, shown = opened
    assert len(written) > 100
    assert [[value for _kind, value, _formula in row] for row in shown[: len(written)]] == written
    assert {cell for row in shown[len(written) :] for cell in row} <= {("", "", "")}


def test_no_cell_is_a_formula(opened: tuple[list[list[str]], list[list[Cell]]]) -> None:
    written, shown = opened
    assert {formula for row in shown for _kind, _value, formula in row} == {""}
    texts = [cell for row in written for cell in row]
    assert all(any(text.strip() in cell for cell in texts) for text in FORMULAS)  # they are there to be misread


def test_days_are_days_counts_are_numbers_and_all_else_is_text(
    opened: tuple[list[list[str]], list[list[Cell]]],
) -> None:
    (header, *_rows), (_header, *shown) = opened
    marks = {f"{mark} {letter}" for mark in ("fijn", "zorgen", "meer uitleg", "uitgelegd") for letter in "ABCDEF"}
    numbers = {"nummer", "gekozen als nummer", "hoe belangrijk (1 tot 3)", *marks}
    kinds = {
        name: {kind for row in shown for kind, value, _formula in row[index : index + 1] if value}
        for index, name in enumerate(header)
    }
    not_text = {name: found for name, found in kinds.items() if found - {"string"}}
    assert not_text == {"datum": {"date"}} | {name: {"float"} for name in numbers}
