"""A stored talk and the current card, perhaps another version: what was viewed, as far as it is still the same."""

from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.consult.quotes import CardWords
from herniatui.consult.walk import CLOSING, DECISION, START, Walk


def fit_walk(card: Card, walk: Walk) -> Walk:
    """Return the walk without questions and options that the card does not have. No answer is lost by it."""
    questions = {question.id for question in card.questions}
    options = {option.id for option in card.options}
    seen = ((question, option) for question, option in walk.seen if question in questions and option in options)
    shown = ((question, option) for question, option in walk.options if question in questions and option in options)
    stop = walk.stop if walk.stop in {*questions, START, DECISION, CLOSING} else START
    return replace(walk, stop=stop, seen=frozenset(seen), options=tuple(shown))


def with_digests(words: CardWords, walk: Walk) -> Walk:
    """Return the walk to be stored: with a digest of the words of each question and option that was viewed."""
    shown = ((question, option, words.digest(question, option)) for question, option in sorted(walk.seen))
    return replace(walk, shown=tuple(shown))


def still_seen(words: CardWords, walk: Walk, same_card: bool) -> Walk:
    """Return a stored walk, in which only what has the same words on the current card counts as viewed.

    Args:
        words: Words of the current card.
        walk: The walk as stored.
        same_card: Whether the card file is unchanged. Only then does a walk without digests (format 1) count as viewed.
    """
    if same_card:
        return replace(walk, shown=())
    same = ((question, option) for question, option, digest in walk.shown if digest == words.digest(question, option))
    return replace(walk, seen=walk.seen.intersection(same), shown=())


def still_discussed(card: Card, discussed: frozenset[str], walk: Walk) -> frozenset[str]:
    """Return the questions confirmed to have been discussed of which every option still has the words of then."""
    options = [option.id for option in card.options]
    return frozenset(question for question in discussed if all((question, option) in walk.seen for option in options))
