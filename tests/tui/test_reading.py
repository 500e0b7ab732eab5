"""Help, about this card, and conversation prompts."""

from herniatui.commands.declared import COMMANDS
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.reading import ReadingScreen
from tests.tui.driving import talk


async def test_help_names_every_key() -> None:
    async with talk("h", size=(100, 80)) as talking:
        for command in COMMANDS:
            assert f"{command.shown} {command.words}" in talking.words


async def test_help_and_about_return_to_the_screen_below() -> None:
    async with talk("3 right f1 i f1 i escape") as talking:
        assert isinstance(talking.app.screen, QuestionScreen)
        assert "Minder kracht in uw been." in talking.text


async def test_the_same_key_closes_help() -> None:
    async with talk("f1 f1") as talking:
        assert not isinstance(talking.app.screen, ReadingScreen)


async def test_about_shows_what_is_known_of_the_card_and_what_is_not() -> None:
    async with talk("i", size=(100, 80)) as talking:
        additions, origin = talking.app.deck.additions, talking.app.deck.card.origin
        assert f"Deze kaart: versie onbekend, controlecode {talking.app.deck.sha256[:8]}" in talking.text
        for text in (*origin.remarks, *additions.added, *additions.ipdas.met, *additions.ipdas.not_met):
            assert text in talking.words
        assert talking.app.deck.card.closing in talking.words


async def test_prompts_can_be_toggled_and_are_labelled_as_not_from_the_card() -> None:
    async with talk("3 f2") as talking:
        lines = talking.app.deck.additions.prompts.for_question("risicos")
        assert "Gesprekshulp, niet van de kaart." in talking.text
        assert all(f"“{line}”" in talking.words for line in lines)
        await talking.press("4")
        assert "“Wat betekent dat voor u?”" in talking.text
        await talking.press("o")
        assert "Gesprekshulp" in talking.text
        await talking.press("f2")
        assert "Gesprekshulp" not in talking.text


async def test_every_stop_of_the_hernia_card_has_one_or_two_short_prompts() -> None:
    async with talk() as talking:
        prompts = talking.app.deck.additions.prompts
        questions = [prompts.for_question(question.id) for question in talking.app.deck.card.questions]
        for lines in (prompts.start, prompts.decision, prompts.closing, *questions):
            assert 1 <= len(lines) <= 2
            assert all(len(line) <= 80 for line in lines)
