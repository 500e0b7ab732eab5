"""Looking up: underlined words, the terms, QR codes and the browser, all without changing the talk."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.links import Link, links_in
from herniatui.desktop import browser
from herniatui.tui.dialogs.palette import PaletteDialog
from herniatui.tui.rows import qr
from herniatui.tui.rows.layout import Row, lay_out, linked, on_lines, shifted, wrap
from herniatui.tui.screens.lookup import LookupScreen
from herniatui.tui.screens.reading import ReadingScreen
from tests.tui.driving import DEADLINE, SOUP, Talking, drawn_strips, make_app, talk

HIGH = (100, 90)
"""Size of a window that shows a whole question."""


def underlined(talking: Talking) -> list[str]:
    """Return the underlined words, line by line, from left to right."""
    strips = drawn_strips(talking.app)
    runs: list[str] = []
    for strip in strips:
        before = False
        for text, style, _control in strip:
            now = bool(style and style.underline)
            if now and before:
                runs[-1] += text
            elif now:
                runs.append(text)
            before = now
    return runs


def linked_in(texts: Sequence[str]) -> list[str]:
    """Return the words in these texts of the hernia card that have a link."""
    links = open_deck(find(DEFAULT_CARD)).additions.links
    return [text[link.start : link.end] for text in texts for link in links_in(text, links)]


# Underlining.


@pytest.mark.parametrize("option", [0, 1])
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
async def test_every_word_with_a_link_and_no_other_is_underlined_in_the_statements(number: int, option: int) -> None:
    async with talk(f"{number} {'ab'[option]}", size=HIGH) as talking:
        question = talking.app.deck.card.questions[number - 1]
        assert underlined(talking) == linked_in([statement.text for statement, _depth in question.statements(option)])


async def test_links_are_underlined_in_the_introduction() -> None:
    async with talk(size=HIGH) as talking:
        passages = talking.app.deck.card.introduction
        found = linked_in([statement.text for passage in passages for statement, _depth in passage.walk()])
        assert found
        assert underlined(talking) == found


async def test_links_are_underlined_side_by_side() -> None:
    async with talk("3 z", size=(160, 60)) as talking:
        question = talking.app.deck.card.questions[2]
        texts = [statement.text for option in (0, 1) for statement, _depth in question.statements(option)]
        assert sorted(underlined(talking)) == sorted(linked_in(texts))


async def test_links_are_underlined_in_captions_of_pictures() -> None:
    async with talk("3 b down down down down p", size=HIGH) as talking:
        assert "B  Operatie" in talking.text
        assert underlined(talking) == ["operatie"]  # in the caption, not in the name of the option


@pytest.mark.parametrize(
    "keys", ["n h e r n i a enter", "4 n h e r n i a enter", "4 n h e r n i a enter o enter", "f1", "i"]
)
async def test_nothing_is_underlined_in_notes_and_in_the_words_of_the_program(keys: str) -> None:
    async with talk(keys, size=HIGH) as talking, talk("", size=HIGH) as start:
        on_start = underlined(start) if keys.startswith("n") else []
        assert underlined(talking) == on_start


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
@pytest.mark.parametrize("keys", ["", "3 down down b", "3 z", "3 p p"])
async def test_underlining_changes_no_character_on_screen(keys: str, size: tuple[int, int]) -> None:
    app = make_app()
    additions = replace(app.deck.additions, links=())
    app.deck = replace(app.deck, additions=additions)
    async with app.run_test(size=size) as pilot, talk(keys, size=size) as talking:
        plain = Talking(app, pilot)
        await plain.press(keys)
        assert underlined(plain) == []
        assert plain.lines == talking.lines


WORDS = st.lists(st.sampled_from(["thee", "groene thee", "melk", "漢字的風箏", "é", "👩\u200d🍳", "a-b"]), max_size=12)
LINKS = [Link(("groene thee", "melk", "漢字的風箏", "thee"), "https://voorbeeld.nl")]


@given(WORDS, st.integers(2, 30), st.sampled_from(["", "• "]), st.integers(0, 4))
def test_in_a_wrapped_text_exactly_the_links_are_underlined(
    words: list[str], width: int, lead: str, indent: int
) -> None:
    text = " ".join(words)
    places = tuple((link.start, link.end) for link in links_in(text, LINKS))
    row = Row(text, lead=lead, indent=indent, links=places)
    lines = lay_out([row], width + 20)
    assert [line.text for line in lines] == [line.text for line in lay_out([replace(row, links=())], width + 20)]
    marked = "".join(line.text[first:last] for line in lines for first, last in line.links)
    assert without_space(marked) == without_space("".join(text[first:last] for first, last in places))


@given(WORDS, st.integers(2, 30))
def test_pieces_joined_are_the_line(words: list[str], width: int) -> None:
    text = " ".join(words)
    places = tuple((link.start, link.end) for link in links_in(text, LINKS))
    lines = wrap(text, width)
    for line, here in zip(lines, on_lines(text, lines, places), strict=True):
        pieces = linked(f"• {line}", "text", shifted(here, 2))
        assert "".join(piece for piece, _look in pieces) == f"• {line}"
        assert [piece for piece, look in pieces if look == "linked text"] == [line[first:last] for first, last in here]


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


# The terms.


async def test_terms_under_the_cursor_come_first_and_each_term_is_listed_once() -> None:
    async with talk("1 t", size=HIGH) as talking:
        assert isinstance(talking.app.screen, LookupScreen)
        page = " ".join(line[:50] for line in talking.lines)
        assert (
            page.index("In deze regel") < page.index("hernia ") < page.index("A  Bewegen") < page.index("paracetamol")
        )
        assert page.index("naproxen") < page.index("Bij deze vraag") < page.index("narcose")
        named = [term.word for term in talking.app.screen._terms]
        assert len(named) == len(set(named))
        assert named[:2] == ["hernia", "fysiotherapeut"]


async def test_a_term_without_an_address_of_its_own_has_the_site_and_the_word_to_look_up() -> None:
    async with talk("3 down t", size=HIGH) as talking:
        shown = talking.words.replace("▌ ", "")
        assert "paracetamol https://www.thuisarts.nl Zoek daar naar: paracetamol" in shown


async def test_the_start_screen_has_the_terms_on_it() -> None:
    async with talk("t") as talking:
        assert isinstance(talking.app.screen, LookupScreen)
        assert [term.word for term in talking.app.screen._terms] == ["hernia", "operatie"]
        assert "Op dit scherm" in talking.text


@pytest.mark.parametrize(("card", "keys"), [(DEFAULT_CARD, "4 t"), (SOUP, "t"), (SOUP, "1 t"), (SOUP, "1 p t")])
async def test_without_terms_a_message_says_so(card: str, keys: str) -> None:
    async with talk(keys, card=card) as talking:
        assert "Hier staan geen woorden met uitleg." in talking.words
        assert not isinstance(talking.app.screen, LookupScreen)


@pytest.mark.parametrize("keys", ["3 t", "3 b down down down down down t", "3 z t"])
async def test_on_a_line_without_terms_it_says_so_and_offers_no_others(keys: str) -> None:
    """At paralysis it would be paracetamol."""
    async with talk(keys, size=(100, 30)) as talking:
        assert "In deze regel is geen woord onderstreept." in talking.words
        assert not isinstance(talking.app.screen, LookupScreen)


# What looking up does not change.


@pytest.mark.parametrize("back", ["escape", "t", "backspace"])
@pytest.mark.parametrize("keys", ["down", "3 b down down down down", "3 z down"])
async def test_looking_up_changes_nothing_and_returns_to_the_same_place(keys: str, back: str) -> None:
    async with talk(keys, size=(120, 40)) as talking:
        before = talking.app.talk, talking.lines
        await talking.press("t down down up")
        assert talking.app.focused is not None
        assert talking.app.talk == before[0]
        await talking.press(back)
        assert (talking.app.talk, talking.lines) == before
        assert talking.app.focused is not None


@pytest.mark.parametrize(("key", "screen"), [("f1", ReadingScreen), ("i", ReadingScreen), ("ctrl+p", PaletteDialog)])
async def test_help_and_palette_open_on_the_lookup_screen(key: str, screen: type) -> None:
    async with talk(f"3 down t {key}") as talking:
        assert isinstance(talking.app.screen, screen)
        await talking.press("escape escape")
        await talking.press("+")
        assert len(talking.app.talk.consult.marks) == 1


async def test_moving_from_term_to_term_needs_no_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk("3 down t") as talking:
        laid_out: list[object] = []
        monkeypatch.setattr(talking.app.screen, "_refresh_layout", lambda *size, **_named: laid_out.append(size))
        await talking.press("down down down up")
        assert laid_out == []


# The code.


@pytest.mark.parametrize("size", [(60, 18), (72, 24), (80, 24), (100, 30), (200, 60)])
async def test_the_code_is_black_on_white_with_a_quiet_zone_of_four_modules(size: tuple[int, int]) -> None:
    async with talk("3 down t", size=size, theme="dark") as talking:
        strips = drawn_strips(talking.app)
        on_white = [
            segment for strip in strips for segment in strip if segment.style and segment.style.bgcolor
            and segment.style.bgcolor.get_truecolor() == (255, 255, 255)
        ]  # fmt: skip
        assert on_white
        assert all(segment.style and segment.style.color for segment in on_white)
        code = qr.modules("https://www.thuisarts.nl")
        edge = [*code[:4], *code[-4:], *(row[:4] for row in code), *(row[-4:] for row in code)]
        assert not any(any(row) for row in edge)
        assert (len(code), len(code[0])) == (33, 33)


async def test_if_the_code_does_not_fit_a_message_says_to_type_the_address() -> None:
    async with talk("3 down t down", size=(60, 18)) as talking:
        assert "typ het adres over." in talking.words
        await talking.press("up")
        assert "typ het adres over." not in talking.words


# The browser.


@pytest.mark.parametrize(
    ("env", "there"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a 1 b 22"}, False),
        ({"DISPLAY": ":0", "SSH_CLIENT": "a 1 22"}, False),
        ({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, False),
    ],
)
def test_a_browser_is_available_only_with_a_local_display(
    env: dict[str, str], there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert browser.is_available() == there


@pytest.mark.parametrize(("opens", "said"), [(True, "Naar de browser gestuurd."), (False, "Hier is geen browser.")])
async def test_enter_opens_the_term_under_the_cursor_once(
    opens: bool, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_address(address: str) -> bool:
        opened.append(address)
        return opens

    monkeypatch.setattr(browser, "is_available", lambda: True)
    monkeypatch.setattr(browser, "open_address", open_address)
    async with talk("3 down t down") as talking:
        assert opened == []
        await talking.press("enter")
        assert opened == ["https://www.thuisarts.nl/trombosebeen/ik-heb-trombosebeen"]
        assert said in talking.words


async def test_pressing_enter_twice_opens_the_address_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    pressed_twice = Event()

    def open_address(address: str) -> bool:
        opened.append(address)
        return pressed_twice.wait(DEADLINE)

    monkeypatch.setattr(browser, "is_available", lambda: True)
    monkeypatch.setattr(browser, "open_address", open_address)
    async with talk("3 down t") as talking:
        await talking.pilot.press("enter", "enter")
        pressed_twice.set()
        await talking.settle()
        assert opened == ["https://www.thuisarts.nl"]
        await talking.press("enter")
        assert len(opened) == 2, "after the answer it can be opened again"


@pytest.mark.skipif(sys.platform == "win32", reason="the browser of this test is a shell script")
@pytest.mark.parametrize(
    ("script", "timeout", "opened"), [("exit 0", 10.0, True), ("sleep 5", 0.5, False)], ids=["opens", "hangs"]
)
def test_a_browser_that_hangs_is_not_waited_for(
    script: str, timeout: float, opened: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "browser"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("BROWSER", str(program))
    monkeypatch.setattr(browser, "TIMEOUT", timeout)
    assert browser.open_address("https://voorbeeld.nl") is opened
