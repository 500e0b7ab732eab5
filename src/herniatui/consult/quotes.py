"""The words of the card that answers were given to: stored with every talk, compared when it is resumed.

An answer refers to the card by id, and a later version of the card may have other words under that id. An answer must
never be shown with words that were not on screen, so each is stored with its words (`with_words`). When a talk is
resumed, words that differ from the current card's stay with the consult (`with_earlier_words`). `current_answers` is
the consult without the answers to them; `edit_current` edits the consult as if those answers did not exist, so that a
repeated answer is to the current words.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256

from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.card.problems import NOT_IN_A_FILE
from herniatui.consult.model import Consult, Kind, Mark, Quote, Said

Answer = tuple[Kind, str]
"""Key of an answer in a consult: kind and id."""

_DIGEST_LENGTH = 16

MARKS = {Kind(mark.value): mark for mark in Mark}
"""Mark by kind, for the kinds that are marks."""


class CardWords:
    """The words of a card, by what can be answered. Building it traverses the whole card."""

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
        self._indexes = {statement: index for index, statement in enumerate(self._statements)}
        self._digests: dict[tuple[str, str], str] = {}
        self._quotes: dict[tuple[Answer, str], Quote | None] = {}

    def quote(self, answer: Answer, option: str = "") -> Quote | None:
        """Return the words that an answer (about an option) would be given to; None if the card does not have them.

        Only marks have a `text`; other answers are about a question as a whole, or the name of an option. Cached:
        called for every answer at each save; holds words of the card only.
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
        """Return a digest of the words of a question for an option; empty if there are none."""
        if not self._digests:
            texts: dict[tuple[str, str], list[str]] = {}
            for statement, (asked, under, text) in self._statements.items():
                texts.setdefault((asked.id, under.id), [asked.text, under.name]).extend((statement, text))
            self._digests = {key: _digest(words) for key, words in texts.items()}
        return self._digests.get((question, option), "")

    def index_of(self, statement: str) -> int:
        """Return the index of a statement on the card, from 0; past the end if it is not on the card."""
        return self._indexes.get(statement, len(self._indexes))


def answers(consult: Consult) -> Iterator[tuple[Answer, str]]:
    """Yield every answer to words of the card, with the id of the option that it is about (empty if none)."""
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
    """Return the consult to be stored: with the words of every answer, the current words where it has none."""
    quotes_then = _by_answer(consult)
    quotes = [
        quotes_then.get(answer) or words.quote(answer, option) or Quote(*answer) for answer, option in answers(consult)
    ]
    return replace(consult, words=tuple(sorted(quotes, key=answer_of)))


def with_earlier_words(words: CardWords, consult: Consult, same_card: bool) -> Consult:
    """Return the consult of a stored talk, with words only for the answers that the current card has other words for.

    Args:
        words: Words of the current card.
        consult: The consult as stored.
        same_card: Whether the card file is unchanged. Only then are answers that were stored without words (format 1)
            answers to the words of this card; otherwise their words are unknown.
    """
    quotes_then = _by_answer(consult)
    quotes = []
    for answer, option in answers(consult):
        current = words.quote(answer, option)
        then = quotes_then.get(answer) or (current if same_card else None) or Quote(*answer)
        if then != current:
            quotes.append(then)
    return replace(consult, words=tuple(sorted(quotes, key=answer_of)))


def current_answers(consult: Consult) -> Consult:
    """Return the consult without the answers to words that the current card does not have."""
    for quote in consult.words:
        consult = _without(consult, answer_of(quote))
    return replace(consult, words=()) if consult.words else consult


def edit_current(consult: Consult, say: Callable[[Consult], Consult]) -> Consult:
    """Apply an edit to the current words; an answer to earlier words is replaced only by a new value of that answer."""
    if not consult.words:
        return say(consult)
    after = say(current_answers(consult))
    earlier = tuple(quote for quote in consult.words if not _has(after, answer_of(quote)))
    for quote in earlier:
        after = _with(after, consult, answer_of(quote))
    order = [question for question in consult.chosen if question in after.chosen]
    order += [question for question in after.chosen if question not in order]
    return replace(after, chosen=tuple(order), words=earlier)


def remove_answer(consult: Consult, answer: Answer) -> Consult:
    """Return the consult without an answer."""
    return drop_outdated_words(consult, _without(consult, answer))


def drop_outdated_words(before: Consult, after: Consult) -> Consult:
    """Return `after` without the words of answers that changed since `before`."""
    words = tuple(quote for quote in after.words if _value(after, answer_of(quote)) == _value(before, answer_of(quote)))
    return after if words == after.words else replace(after, words=words)


def are_sound(consult: Consult) -> bool:
    """Return whether `with_words` can have produced the words of a consult."""
    keys = [answer_of(quote) for quote in consult.words]
    of_consult = {answer for answer, _option in answers(consult)}
    texts = [text for quote in consult.words for text in (quote.asked, quote.name, quote.short, quote.text)]
    return keys == sorted(set(keys)) and of_consult.issuperset(keys) and not NOT_IN_A_FILE.search("\n".join(texts))


def answer_of(quote: Quote) -> Answer:
    """Return the answer that these words were given to."""
    return quote.kind, quote.id


def _digest(words: list[str]) -> str:
    return sha256("\0".join(words).encode()).hexdigest()[:_DIGEST_LENGTH]


def _by_answer(consult: Consult) -> dict[Answer, Quote]:
    return {answer_of(quote): quote for quote in consult.words}


def _value(consult: Consult, answer: Answer) -> object:
    """Return the value of an answer; a falsy value if there is none."""
    kind, answered = answer
    if kind in MARKS:
        return (answered, MARKS[kind]) in consult.marks
    if kind is Kind.CHOSEN:
        return answered in consult.chosen
    if kind is Kind.DECISION:
        return consult.decision.option
    return getattr(consult.about(answered), kind.value)


def _has(consult: Consult, answer: Answer) -> bool:
    """Return whether there is such an answer. Not deciding yet replaces a decision."""
    return bool(_value(consult, answer)) or (answer[0] is Kind.DECISION and consult.decision.made)


def _without(consult: Consult, answer: Answer) -> Consult:
    return _with(consult, Consult(), answer)


def _with(consult: Consult, other: Consult, answer: Answer) -> Consult:
    """Return the consult with the value that an answer has in the other consult."""
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
    return replace(consult, said=tuple(sorted(said.items())))
