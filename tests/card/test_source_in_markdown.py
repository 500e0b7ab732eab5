"""A source in Markdown, compared cell by cell: what its headings and marks mean, and the errors it can have."""

import re
from pathlib import Path

import pytest

from herniatui.card.library import check
from herniatui.card.proof.source_sections import sections
from tests.card.test_proof import TEA, changed
from tests.support.program import ROOT

SOURCE = """\
# Keuzekaart *Thee*

Groen of zwart?

## Hoe zet je thee?

### GROENE THEE

Het water is [warm](https://example.org/water).

1. Wacht **twee
   minuten**.

### ZWARTE THEE

- Het water kookt, zo\\'n pan vol.
- Wacht vier&nbsp;minuten.

## Hoe smaakt het? ##

### ZWARTE THEE

#### Sterk.

---

Tot ziens.
"""
"""The source of the card of tea, options in questions; the option with an empty cell is left out there."""


def told(folder: Path, *changes: tuple[str, str], card: str = TEA) -> list[str]:
    """Return what `check` says of the card of tea and this source with changes, without the folder."""
    (folder / "card.yaml").write_text(card, encoding="utf-8")
    (folder / "source.nl.md").write_text(changed(SOURCE, *changes), encoding="utf-8")
    return [line.removeprefix(f"{folder}/").replace("source.nl.md:", "") for line in check(folder / "card.yaml")]


@pytest.mark.parametrize(
    "change",
    [
        ("# Keuzekaart", "# Keuzekaart"),
        ("# Keuzekaart *Thee*\n\nGroen of zwart?", "Keuzekaart __Thee__\n# Groen of zwart?"),
        ("### ZWARTE THEE\n\n#### Sterk.", "### GROENE THEE\n### ZWARTE THEE\n> Sterk."),
        ("1. Wacht **twee\n   minuten**.", "   - Wacht _twee_ minuten.  "),
        ("---", "***"),
        ("Wacht vier&nbsp;minuten", "**Wacht** vier\\\nminuten"),
    ],
)
def test_marks_of_markdown_are_no_words(tmp_path: Path, change: tuple[str, str]) -> None:
    assert told(tmp_path, change) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("twee", "drie"), '17:19: Hoe zet je thee? / Groen: op de kaart staat "twee", in de bron "drie" (11:10)'),
        ((" vier", ""), '21:34: Hoe zet je thee? / Zwart: "vier" staat op de kaart, en niet in de bron (17:8)'),
        (
            ("ookt,", "ookt, <i>"),
            '20:48: Hoe zet je thee? / Zwart: "<i>" staat in de bron, en niet op de kaart (16:20)',
        ),
        (
            ("#### Sterk.\n\n", ""),
            '26:33: Hoe smaakt het? / Zwart: "Sterk." staat op de kaart, en niet in de bron (21:1)',
        ),
        (("Tot ziens.", ""), '27:10: closing: "Tot ziens." staat op de kaart, en niet in de bron (25:1)'),
        (("## Hoe zet je", "## Hoe zet u"), '11:19: Hoe zet je thee?: op de kaart staat "je", in de bron "u" (5:12)'),
        (
            ("het? ##\n", "het?\n\nLekker."),
            '23:11: Hoe smaakt het?: "Lekker." staat in de bron, en niet op de kaart (21:1)',
        ),
        (
            ("het? ##\n", "het? ##\n\n### GROENE THEE\nLekker."),
            '25:14: Hoe smaakt het? / Groen: "Lekker." staat in de bron, en niet op de kaart (22:1)',
        ),
        (("# Keuzekaart", "# De Keuzekaart"), '4:8: title: "De" staat in de bron, en niet op de kaart (1:3)'),
        (
            ("### ZWARTE THEE\n\n- H", "### ZWARTE\n\n- H"),
            '8:30: Zwart: "THEE" staat op de kaart, en niet in de bron (14:11)',
        ),
    ],
)
def test_a_difference_is_told_in_its_cell(tmp_path: Path, change: tuple[str, str], expected: str) -> None:
    assert told(tmp_path, change) == [f"card.yaml:{expected}"]


def test_what_stands_under_another_heading_is_told_on_both_sides(tmp_path: Path) -> None:
    sentences = '"Het water kookt, zo\'n pan vol. Wacht vier minuten."'
    assert told(tmp_path, ("### ZWARTE THEE\n\n- Het", "- Het")) == [
        f"card.yaml:18:21: Hoe zet je thee? / Groen: {sentences} staat in de bron, en niet op de kaart (14:1)",
        f"card.yaml:20:31: Hoe zet je thee? / Zwart: {sentences} staat op de kaart, en niet in de bron (5:1)",
    ]
    assert len(told(tmp_path, ("---", ""))) == 2
    moved = "            Wacht twee\n            minuten.\n      zwart:\n"
    card = TEA.replace(moved, "            Wacht twee\n      zwart:\n").replace("'Het water", "'minuten. Het water")
    assert [line.split(": ")[1] for line in told(tmp_path, card=card)] == [
        "Hoe zet je thee? / Groen",
        "Hoe zet je thee? / Zwart",
    ]


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (("## Hoe smaakt", "### Hoe smaakt"), ["19:1", "21:1"]),
        (("## Hoe smaakt het? ##", "## Hoe lang?\n## Hoe smaakt het?"), ["19:1"]),
        (("### ZWARTE THEE\n\n- Het", "### ZWARTE THEE\n### GROENE THEE\n### ZWARTE THEE\n\n- Het"), ["15:1", "16:1"]),
    ],
)
def test_a_heading_that_is_not_of_the_card_is_told(tmp_path: Path, change: tuple[str, str], places: list[str]) -> None:
    lines = [line for line in told(tmp_path, change) if line.startswith(("1", "2"))]
    assert [line.split(": ")[0] for line in lines] == places
    assert all("hoort hier niet: elke vraag en elke keuze staat er één keer" in line for line in lines)


def test_questions_in_another_order_are_told(tmp_path: Path) -> None:
    first, second = SOURCE.index("## Hoe zet"), SOURCE.index("## Hoe smaakt")
    end = SOURCE.index("---")
    swapped = SOURCE[:first] + SOURCE[second:end] + SOURCE[first:second] + SOURCE[end:]
    (tmp_path / "card.yaml").write_text(TEA, encoding="utf-8")
    (tmp_path / "source.nl.md").write_text(swapped, encoding="utf-8")
    lines = check(tmp_path / "card.yaml")
    assert "hoort hier niet: elke vraag en elke keuze staat er één keer, in de woorden en de volgorde" in lines[0]
    assert len(lines) == 2


def test_a_text_without_headings_is_to_be_called_so(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").write_text(TEA, encoding="utf-8")
    (tmp_path / "source.nl.md").write_text(SOURCE.replace("#", ""), encoding="utf-8")
    (line,) = check(tmp_path / "card.yaml")
    assert line == (
        f"{tmp_path / 'source.nl.md'}:1:1: hier staat geen vraag en geen keuze als kop (## en ###); "
        "een tekst zonder koppen heet source.nl.txt"
    )


def test_a_number_is_only_a_mark_where_it_begins_a_list() -> None:
    (found,) = sections("In fase\n2. komt het.\n\n3. Drie\n4. Vier\n\n- vijf\n1. zes 7. zeven")
    marks = [word.text for word in found.words if word.is_bullet]
    assert marks == ["3.", "4.", "-", "1."]
    assert [word.text for word in found.words if word.text[0] in "27"] == ["2.", "7."]


@pytest.mark.parametrize("part", ["*a_", "[", "[a](", "**a ", "# x\n", "&", "\\"])
def test_any_text_is_read_whatever_its_marks(part: str) -> None:
    assert sections(part * 2000)
    assert sections(part * 100_000)


@pytest.mark.parametrize("name", ["kaart-schrijven.md", "writing-a-card.md"])
def test_the_documents_show_the_source_of_their_card_and_what_is_told_of_it(tmp_path: Path, name: str) -> None:
    document = (ROOT / "docs" / name).read_text("utf-8")
    card, source = (re.findall(rf"^```{kind}\n(.*?)^```$", document, re.M | re.S)[0] for kind in ("yaml", "markdown"))
    (tmp_path / "card.yaml").write_text(card, encoding="utf-8")
    (tmp_path / "source.nl.md").write_text(source, encoding="utf-8")
    assert check(tmp_path / "card.yaml") == []
    (tmp_path / "source.nl.md").write_text(source.replace("nacht", "dag"), encoding="utf-8")
    (line,) = check(tmp_path / "card.yaml")
    told = line.removeprefix(f"{tmp_path}/")
    assert re.sub(r"\d+", "N", f"```\n{told}\n```") in re.sub(r"\d+", "N", document)
