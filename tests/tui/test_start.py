"""Start screen: introduction of the card, and the questions to talk about first."""

from herniatui.consult.walk import START, place
from tests.tui.driving import SOUP, talk


async def test_the_first_screen_shows_the_beginning_of_the_card_and_all_questions() -> None:
    async with talk() as talking:
        card = talking.app.deck.card
        for text in (card.title, card.question, card.introduction[0].text, *(o.name for o in card.options)):
            assert text in talking.words
        for question in card.questions:
            assert question.text in talking.words


async def test_chosen_questions_come_first_in_the_walk_in_the_order_chosen() -> None:
    async with talk("down down down space up up space") as talking:
        assert "4○  2○  1○  3○  5○" in talking.lines[0].replace(" ○", "○")
        await talking.press("enter")
        assert "4  Wat is de kans dat mijn klachten terugkomen?" in talking.text
        await talking.walk_on()
        await talking.walk_on()
        assert "2  Wanneer worden de klachten minder?" in talking.text


async def test_the_same_key_removes_a_chosen_question() -> None:
    async with talk("space space") as talking:
        assert talking.app.talk.consult.chosen == ()
        assert "[x]" not in talking.text


async def test_with_nothing_chosen_the_walk_follows_the_card() -> None:
    async with talk() as talking:
        card = talking.app.deck.card
        for question in card.questions:
            for option in card.options:
                await talking.walk_on()
                assert question.text in talking.words
                assert place(talking.app.talk.walk) == f"{question.id}/{option.id}"


async def test_going_back_from_the_first_screen_stays_there() -> None:
    async with talk("backspace pageup") as talking:
        assert talking.app.talk.walk.stop == START


async def test_a_card_with_three_options_names_them_all_alike() -> None:
    async with talk(card=SOUP) as talking:
        for letter, option in zip("ABC", talking.app.deck.card.options, strict=True):
            assert f"{letter}  {option.name}" in talking.text


async def test_under_the_sentence_about_clicking_stands_how_that_is_done_here() -> None:
    async with talk() as talking:
        line = next(y for y, line in enumerate(talking.lines) if "Thuisarts.nl te gaan" in line)
        assert talking.lines[line + 1].strip() == "Op dit scherm: klik op een onderstreept woord, of druk op t."
    async with talk(card=SOUP) as talking:
        assert "Op dit scherm" not in talking.text
