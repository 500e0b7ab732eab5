"""A consult and a card that is perhaps another version: what of the one has no place in the other."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.consult.model import Consult, Mark
from herniatui.consult.quotes import CardWords
from herniatui.consult.walk import CLOSING, DECISION, START, Walk


class Misfit(Struct, frozen=True):
    """Something said of what the card does not have."""

    id: str
    """Of the question, option or statement that is not there."""
    mark: Mark | None = None
    """The mark, where it is a statement."""


def misfits(card: Card, consult: Consult) -> list[Misfit]:
    """Return all that was said for which this card has no place."""
    questions = {question.id for question in card.questions}
    options = {option.id for option in card.options}
    statements = {
        statement.id
        for question in card.questions
        for index in range(len(card.options))
        for statement, _depth in question.statements(index)
    }
    lost = [Misfit(question) for question in _questions(consult) if question not in questions]
    lost += [Misfit(option) for option in _options(consult) if option not in options]
    lost += [Misfit(statement, mark) for statement, mark in sorted(consult.marks) if statement not in statements]
    return list(dict.fromkeys(lost))


def fit_walk(card: Card, walk: Walk) -> Walk:
    """Return the walk without the places that this card does not have. Nothing that was said is lost by it."""
    questions = {question.id for question in card.questions}
    options = {option.id for option in card.options}
    seen = ((question, option) for question, option in walk.seen if question in questions and option in options)
    shown = ((question, option) for question, option in walk.options if question in questions and option in options)
    stop = walk.stop if walk.stop in {*questions, START, DECISION, CLOSING} else START
    return replace(walk, stop=stop, seen=frozenset(seen), options=tuple(shown))


def with_digests(words: CardWords, walk: Walk) -> Walk:
    """Return the walk with a digest of the words of all that was seen, to be saved."""
    shown = ((question, option, words.digest(question, option)) for question, option in sorted(walk.seen))
    return replace(walk, shown=tuple(shown))


def still_seen(words: CardWords, walk: Walk, same_card: bool) -> Walk:
    """Return the walk of a saved talk as far as the words that were seen are those of the card at hand.

    `same_card` is whether the card is the very file that the talk was about: what was saved without digests (format 1)
    was seen only then.
    """
    if same_card:
        return replace(walk, shown=())
    same = ((question, option) for question, option, digest in walk.shown if digest == words.digest(question, option))
    return replace(walk, seen=walk.seen.intersection(same), shown=())


def _questions(consult: Consult) -> Iterator[str]:
    yield from consult.chosen
    yield from (question for question, _said in consult.said)


def _options(consult: Consult) -> Iterator[str]:
    for _question, said in consult.said:
        if said.preference and said.preference.option is not None:
            yield said.preference.option
    if consult.decision.option is not None:
        yield consult.decision.option
