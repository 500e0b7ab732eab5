"""A card that is written down comes back as it was."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from herniatui.card.model import Card
from herniatui.card.reader import read_card
from tests.card.any_card import as_yaml, cards
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, WORDS
from tests.support.soak import soaking


@settings(max_examples=soaking(short=12, long=200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(card=cards())
def test_any_card_of_2_to_6_options_and_1_to_50_questions_reads_back_equal(card: Card) -> None:
    assert read_back(card) == card


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS, HOSTILE, WORDS], ids=lambda path: path.parent.name)
def test_the_cards_of_the_project_read_back_equal(path: Path) -> None:
    card = read_card(path)
    assert read_back(card) == card


def test_a_card_reads_the_same_as_yaml_itself_would_read_it() -> None:
    """Against PyYAML's own reading: no text is changed on the way, apart from the white space around it."""
    said = yaml.safe_load(HOSTILE.read_text(encoding="utf-8"))
    card = read_card(HOSTILE)
    assert [option.name for option in card.options] == [option["name"] for option in said["options"]]
    for question, fields in zip(card.questions, said["questions"], strict=True):
        assert question.text == fields["text"]
        for option, answer in zip(card.options, question.answers, strict=True):
            texts = [statement["text"] for statement in fields["answers"][option.id]]
            assert [top.text for top in answer] == [text.strip() for text in texts]


def read_back(card: Card) -> Card:
    with TemporaryDirectory() as folder:
        path = Path(folder, "card.yaml")
        path.write_text(as_yaml(card), encoding="utf-8", newline="\n")
        return read_card(path)
