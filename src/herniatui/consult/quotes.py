"""The words of the card that answers were given to: kept with every saved talk, compared when one is resumed.

An answer names what it is about by id, and a card may get other words under the same id. An answer must never pass for
one to words that were not shown, so each is saved with its words (`with_words`). When a talk is resumed, the words that
differ from those of the card at hand stay with the consult (`differing`): `now` is the consult without the answers to
them, and `on_now` gives an answer as if they had not been given, so that an answer given again is to today's words.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256

from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.card.problems import NOT_IN_A_FILE
from herniatui.consult.model import Consult, Kind, Mark, Quote, Said

Answer = tuple[Kind, str]
"""Kind and id: which answer of a consult."""

_DIGEST_LENGTH = 16

MARKS = {Kind(mark.value): mark for mark in Mark}
"""The mark that each kind of answer to a statement is."""


class CardWords:
    """The words of one card by what can be answered. Building it takes a walk over the whole card."""

    def __init__(self, card: Card) -> None:
        self._questions = {question.id: question.text for question in card.questions}
        self._options = {option.id: option for option in card.options}
        self._statements = {
            statement.id: (question, option, text)
            for question in card.questions
            for option, answer in zip(card.options, question.answers, strict=True)
            for top in answer
            for statement, text in top.with_headings()
        }
        self._places = {statement: place for place, statement in enumerate(self._statements)}
        self._digests: dict[tuple[str, str], str] = {}
        self._quotes: dict[tuple[Answer, str], Quote | None] = {}

    def quote(self, answer: Answer, option: str = "") -> Quote | None:
        """Return the words that this answer (with this option) would be given to; None if the card has no place for it.

        An answer that leans on a question as a whole, or on the name of an option, has no `text`. Cached, because every
        change of a talk is saved with the words of all its answers; holds words of the card only.
        """
        if (answer, option) not in self._quotes:
            self._quotes[answer, option] = self._quote(answer, option)
        return self._quotes[answer, option]

    def _quote(self, answer: Answer, option: str) -> Quote | None:
        kind, answered = answer
        if kind in MARKS:
            if answered not in self._statements:
                return None
            question, under, text = self._statements[answered]
            return Quote(kind, answered, question.id, question.text, under.id, under.name, under.short, text)
        if (kind is not Kind.DECISION and answered not in self._questions) or (option and option not in self._options):
            return None
        quote = Quote(kind, answered)
        if kind is not Kind.DECISION:
            quote = replace(quote, question=answered, asked=self._questions[answered])
        if option:
            quote = replace(quote, option=option, name=self._options[option].name, short=self._options[option].short)
        return quote

    def digest(self, question: str, option: str) -> str:
        """Return what tells the words of this question for this option from any others; empty if there are none."""
        if not self._digests:
            texts: dict[tuple[str, str], list[str]] = {}
            for statement, (asked, under, text) in self._statements.items():
                texts.setdefault((asked.id, under.id), [asked.text, under.name]).extend((statement, text))
            self._digests = {place: _digest(words) for place, words in texts.items()}
        return self._digests.get((question, option), "")

    def place(self, statement: str) -> int:
        """Return where the statement stands on the card, counted from 0; after all others if it is not there."""
        return self._places.get(statement, len(self._places))


def answers(consult: Consult) -> Iterator[tuple[Answer, str]]:
    """Yield every answer to words of the card, with the id of the option that it names (empty if it names none)."""
    for question in consult.chosen:
        yield (Kind.CHOSEN, question), ""
    for question, said in consult.said:
        if said.preference is not None:
            yield (Kind.PREFERENCE, question), said.preference.option or ""
        if said.importance:
            yield (Kind.IMPORTANCE, question), ""
        if said.note:
            yield (Kind.NOTE, question), ""
    for statement, mark in consult.marks:
        yield (Kind(mark.value), statement), ""
    if consult.decision.option is not None:
        yield (Kind.DECISION, ""), consult.decision.option


def with_words(words: CardWords, consult: Consult) -> Consult:
    """Return the consult with the words of every answer, to be saved: those it has, and today's for the others."""
    kept = _by_answer(consult)
    quotes = [kept.get(answer) or words.quote(answer, option) or Quote(*answer) for answer, option in answers(consult)]
    return replace(consult, words=tuple(sorted(quotes, key=answer_of)))


def differing(words: CardWords, consult: Consult, same_card: bool) -> Consult:
    """Return the consult of a saved talk, with the words of those answers that this card has other words for.

    Args:
        words: Those of the card at hand.
        consult: As it was saved.
        same_card: Whether the card is the very file that the talk was about. Only then are answers that were saved
            without words (format 1) answers to the words of this card; otherwise nobody knows what they were given to.
    """
    kept = _by_answer(consult)
    quotes = []
    for answer, option in answers(consult):
        today = words.quote(answer, option)
        then = kept.get(answer) or (today if same_card else None) or Quote(*answer)
        if then != today:
            quotes.append(then)
    return replace(consult, words=tuple(sorted(quotes, key=answer_of)))


def now(consult: Consult) -> Consult:
    """Return the consult without the answers to words that the card at hand does not have."""
    for quote in consult.words:
        consult = _without(consult, answer_of(quote))
    return replace(consult, words=()) if consult.words else consult


def on_now(consult: Consult, say: Callable[[Consult], Consult]) -> Consult:
    """Return the consult in which this is said to today's words; an answer to earlier words makes room for it only."""
    if not consult.words:
        return say(consult)
    after = say(now(consult))
    earlier = tuple(quote for quote in consult.words if not _has(after, answer_of(quote)))
    for quote in earlier:
        after = _with(after, consult, answer_of(quote))
    order = [question for question in consult.chosen if question in after.chosen]
    order += [question for question in after.chosen if question not in order]
    return replace(after, chosen=tuple(order), words=earlier)


def take_back(consult: Consult, answer: Answer) -> Consult:
    """Return the consult without this answer."""
    return settled(consult, _without(consult, answer))


def settled(before: Consult, after: Consult) -> Consult:
    """Return `after` without the words of answers that are no longer what they were in `before`."""
    words = tuple(quote for quote in after.words if _value(after, answer_of(quote)) == _value(before, answer_of(quote)))
    return after if words == after.words else replace(after, words=words)


def are_sound(consult: Consult) -> bool:
    """Whether the words that were read with a consult are what `with_words` could have written."""
    keys = [answer_of(quote) for quote in consult.words]
    of_consult = {answer for answer, _option in answers(consult)}
    texts = [text for quote in consult.words for text in (quote.asked, quote.name, quote.short, quote.text)]
    return keys == sorted(set(keys)) and of_consult.issuperset(keys) and not NOT_IN_A_FILE.search("\n".join(texts))


def answer_of(quote: Quote) -> Answer:
    """Return which answer these words were given to."""
    return quote.kind, quote.id


def _digest(words: list[str]) -> str:
    return sha256("\0".join(words).encode()).hexdigest()[:_DIGEST_LENGTH]


def _by_answer(consult: Consult) -> dict[Answer, Quote]:
    return {answer_of(quote): quote for quote in consult.words}


def _value(consult: Consult, answer: Answer) -> object:
    """Return what was answered; something false if nothing was."""
    kind, answered = answer
    if kind in MARKS:
        return (answered, MARKS[kind]) in consult.marks
    if kind is Kind.CHOSEN:
        return answered in consult.chosen
    if kind is Kind.DECISION:
        return consult.decision.option
    return getattr(consult.about(answered), kind.value)


def _has(consult: Consult, answer: Answer) -> bool:
    """Whether this was answered. Deciding later takes the place of a decision."""
    return bool(_value(consult, answer)) or (answer[0] is Kind.DECISION and consult.decision.made)


def _without(consult: Consult, answer: Answer) -> Consult:
    return _with(consult, Consult(), answer)


def _with(consult: Consult, other: Consult, answer: Answer) -> Consult:
    """Return the consult with this answer as it is in the other one."""
    kind, answered = answer
    if kind in MARKS:
        mark = frozenset({(answered, MARKS[kind])})
        return replace(consult, marks=consult.marks - mark | (other.marks & mark))
    if kind is Kind.CHOSEN:
        others = tuple(question for question in consult.chosen if question != answered)
        return replace(consult, chosen=(*others, answered) if answered in other.chosen else others)
    if kind is Kind.DECISION:
        return replace(consult, decision=replace(consult.decision, option=other.decision.option))
    said = dict(consult.said)
    about = replace(said.pop(answered, Said()), **{kind.value: getattr(other.about(answered), kind.value)})
    if about != Said():
        said[answered] = about
    return replace(consult, said=tuple(sorted(said.items(), key=lambda pair: pair[0])))
