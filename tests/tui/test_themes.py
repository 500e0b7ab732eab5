"""Drawn output: contrast, themes, 256 colours, no colour, and ASCII."""

from pathlib import Path

import pytest

from screenshots.shots import SHOTS, store_for
from tests.tui.contrast import THEMES, colours, contrast, drawn, is_text
from tests.tui.driving import Talking, make_app, talk


@pytest.mark.parametrize("shot", SHOTS)
async def test_text_is_at_least_7_to_1_as_drawn_in_full_colour_and_in_256(shot: str, tmp_path: Path) -> None:
    async with talk(SHOTS[shot], store=store_for(shot, tmp_path)) as talking:
        backgrounds = set()
        for theme in THEMES:
            talking.app.theme = theme
            await talking.settle()
            texts = {segment.style: segment for segment in drawn(talking) if is_text(segment)}
            backgrounds.add(next(style.bgcolor for style in texts if style))
            for segment in texts.values():
                assert contrast(segment, in_256=False) >= 7, (theme, segment)
                assert contrast(segment, in_256=True) >= 7, (theme, segment)
        assert len(backgrounds) == len(THEMES)


@pytest.mark.parametrize("theme", THEMES)
async def test_no_option_has_a_colour_of_its_own(theme: str) -> None:
    async with talk("2", theme=theme) as talking:
        first = tab_styles(talking)
        await talking.press("right")
        assert tab_styles(talking) == list(reversed(first))


def tab_styles(talking: Talking) -> list[str]:
    texts = [
        segment for segment in drawn(talking) if segment.text.strip() in ("A  Bewegen en medicijnen", "B  Operatie")
    ]
    return [str(segment.style).partition(" meta")[0] for segment in texts]


async def test_the_option_shown_is_distinguished_without_colour() -> None:
    async with talk("2 right") as talking:
        bold = [segment for segment in drawn(talking) if segment.style and segment.style.bold]
        assert any("B  Operatie" in segment.text for segment in bold)
        assert not any("A  Bewegen" in segment.text for segment in bold)


async def test_without_colour_everything_drawn_is_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with talk(SHOTS["vraag"]) as talking:
        for segment in drawn(talking):
            for colour in colours(segment, in_256=False):
                assert len(set(colour.get_truecolor())) == 1, segment


@pytest.mark.parametrize("shot", SHOTS)
async def test_in_ascii_everything_drawn_by_the_program_is_ascii(shot: str, tmp_path: Path) -> None:
    app = make_app(ascii_only=True, store=store_for(shot, tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        talking = Talking(app, pilot)
        await talking.press(SHOTS[shot])
        card = "".join(app.deck.card.texts())
        assert {character for character in talking.text if not character.isascii()} <= set(card) | set("ëéè’")


@pytest.mark.parametrize("locale", ["C", "nl_NL.ISO-8859-1"])
async def test_where_the_locale_is_not_utf8_every_character_drawn_is_ascii(
    locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    async with talk(SHOTS["vraag"]) as talking:
        assert talking.text.isascii()
        assert "risico's" in talking.text or "klachten" in talking.text
