"""The page and the JSON: aligned, within the width, without the name of the home folder."""

import json
from pathlib import Path

from herniatui.doctor.finding import Finding, as_json, page, unmeasured

LONG = "een zin die veel te lang is voor een regel van zestig tekens, en die dus wordt afgebroken"


def test_the_page_says_what_is_amiss_and_what_to_do() -> None:
    found = [
        Finding("disk", "Schijf", ("vol",), {"free_mb": 3}, ("Maak ruimte.",)),
        unmeasured("keys", "Toetsen", "geen toets"),
    ]
    shown = page(found, 60).splitlines()
    assert "! Schijf        vol" in shown
    assert "                => Maak ruimte." in shown
    assert "  Toetsen       niet gemeten: geen toets" in shown
    assert shown[-1] == "1 punt vraagt aandacht: zie wat achter => staat."


def test_where_nothing_is_amiss_that_is_said() -> None:
    assert page([unmeasured("keys", "Toetsen", "geen toets")], 60).endswith("\n\nAlles is in orde.")


def test_lines_keep_within_the_width_and_under_their_title() -> None:
    lines = page([Finding("disk", "Schijf", (LONG,), {}, (LONG,))], 60).splitlines()
    assert max(map(len, lines)) <= 60
    block = lines[lines.index(next(line for line in lines if "Schijf" in line)) + 1 : -2]
    assert all(line.startswith(" " * 16) for line in block)


def test_the_home_folder_is_a_tilde_in_both(home: Path) -> None:
    value = f"{home}/Documents en {home}anders"
    found = [Finding("folders", "Mappen", (value,), {"path": str(home), "all": [{"in": f"{home}/x"}]}, (value,))]
    assert f"~/Documents en {home}anders" in " ".join(page(found, 1000).split())
    data = json.loads(as_json(found))["folders"]
    assert (data["path"], data["all"]) == ("~", [{"in": "~/x"}])
    assert data["advice"] == [f"~/Documents en {home}anders"]


def test_control_characters_are_not_on_the_page() -> None:
    assert "\x1b" not in page([Finding("terminal", "Terminal", ("TERM=\x1b[31mrood",))], 60)
