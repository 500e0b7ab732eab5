"""Start and the questions in lines: the words of the card, one statement per line, with what was said of it."""

from collections.abc import Iterator

from herniatui.card.figures import figures
from herniatui.card.languages import quotation_marks
from herniatui.card.library import Deck
from herniatui.card.model import Card, Question, letter
from herniatui.consult.history import Talk
from herniatui.consult.model import MAX_IMPORTANCE, Consult, Mark
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.linear.listing import ListedRow, Listing, capital, sentence, ticked
from herniatui.report import phrases
from herniatui.report.recap import UNKNOWN, chosen, earlier_accounts, earlier_marks


def start(deck: Deck, talk: Talk, prompts_key: str) -> Listing:
    """List the introduction of the card, its options, and the questions to choose from."""
    card, listing = deck.card, Listing()
    listing.add(card.title, card.question)
    for passage in card.introduction:
        listing.add(*(statement.text for statement, _depth in passage.walk()))
    if card.table_heading:
        listing.add(card.table_heading)
    listing.add(*(f"{letter(index)}. {option.name}" for index, option in enumerate(card.options)))
    if deck.additions.welcome:
        listing.add(deck.additions.welcome)
        listing.add(_("For the clinician: {key} shows what you could say.").format(key=prompts_key))
    listing.add(_("What would you like to talk about?"))
    now = current_answers(talk.consult)
    for question in card.questions:
        listing.add(*filter(None, [question.group]))
        listing.add_numbered(question.id, chosen_question(now, question))
    for choice in chosen(card, talk.consult) if talk.consult.words else ():
        if choice.since:
            listing.add(_("chosen earlier: {question}").format(question=choice.heading))
    if talk.consult.note:
        listing.add(_("In your own words: ") + phrases.quoted(talk.consult.note))
    return listing


def chosen_question(now: Consult, question: Question) -> str:
    """Return the question, with its place among those that the patient wants to talk about."""
    if question.id not in now.chosen:
        return question.text
    return ticked(f"{question.text} {_('no. {rank}').format(rank=now.chosen.index(question.id) + 1)}")


def question_and_option(card: Card, talk: Talk) -> Listing:
    """List the statements of the current option, numbered through all options of the question."""
    question, index = _place(card, talk)
    listing = Listing()
    listing.add(*question_lines(card, question, card.group_of(question)), option_heading(card, index))
    numbers = {key: number for number, key in enumerate(statement_keys(card, question), 1)}
    listing.add(*answer(card, talk.consult, question, index, numbers))
    listing.rows = {key: ListedRow(number, key) for key, number in numbers.items()}  # added by `statement`
    return listing


def question_lines(card: Card, question: Question, group: str) -> Iterator[str]:
    """Yield the question with its number: under the heading of its group, if one is given, and above its hint."""
    yield from filter(None, (group, question_heading(card, question), question.hint))


def question_heading(card: Card, question: Question) -> str:
    """Return the question with its number."""
    heading = _("Question {number} of {count}: {question}")
    number = card.questions.index(question) + 1
    return heading.format(number=number, count=len(card.questions), question=question.text)


def option_heading(card: Card, index: int) -> str:
    """Return the name of an option, to stand above its statements."""
    named = _("Option {letter}, {number} of {count}: {option}")
    names = {"letter": letter(index), "number": index + 1, "option": card.options[index].short}
    return sentence(named.format(count=len(card.options), **names))


def statement_keys(card: Card, question: Question) -> list[str]:
    """Return the ids of all statements of a question, in the order of their numbers."""
    return [key for index in range(len(card.options)) for key in own_keys(question, index)]


def answer(card: Card, consult: Consult, question: Question, option: int, numbers: dict[str, int]) -> Iterator[str]:
    """Yield the statements for this option; of an empty cell, that the card says nothing."""
    if not question.answers[option]:
        yield phrases.EMPTY_CELL
    for key in own_keys(question, option):
        yield from statement(card, consult, question, key, numbers)


def own_keys(question: Question, option: int) -> list[str]:
    """Return the ids of the statements for this option."""
    return [found.id for found, _depth in question.statements(option)]


def statement(
    card: Card, consult: Consult, question: Question, key: str, numbers: dict[str, int], alone: bool = False
) -> Iterator[str]:
    """Yield a statement with its number, the other side of what it counts, and the marks on it.

    Args:
        card: The card.
        consult: What was said.
        question: The question that it is about.
        key: Its id.
        numbers: The number of each statement.
        alone: Whether to print it without the statements around it; then its headings precede it, as the statement can
            depend on them.
    """
    option = option_of(card, question, key)
    everything = [found for top in question.answers[option] for found, _depth in top.walk()]
    parents = {child.id: above.id for above in everything for child in above.children}
    found, words = next(
        (own, words) for top in question.answers[option] for own, words in top.with_headings() if own.id == key
    )
    number = str(numbers[key])
    if key in parents:
        number = _("{number}, with {above}").format(number=number, above=numbers[parents[key]])
    yield f"{number}. {words if alone else found.text}"
    for figure in figures(question, option):
        if figure.frequency and figure.sentence.statement.id == key and not figure.rest:
            others = phrases.others(figure.frequency)
            if not figure.only_number:
                quote = phrases.quoted(figure.frequency.quote, quotation_marks(card.language))
                others = _("With {number}: {others}").format(number=quote, others=others)
            yield sentence(others)
    if marks := phrases.outstanding(current_answers(consult).marks_of(key)):
        yield sentence(_("You said: {marks}").format(marks=marks_in_words(marks)))
    for marked in earlier_marks(card, consult).get(key, ()) if consult.words else ():
        then = marked.since if marked.since == UNKNOWN else marked.words
        message = _("Said earlier, of other words: {marks}: {words}")
        yield sentence(message.format(marks=marks_in_words(marked.marks), words=then))


def marks_in_words(marks: tuple[Mark, ...]) -> str:
    """Return marks in words."""
    return phrases.listed([phrases.MARKS[mark] for mark in marks])


def option_of(card: Card, question: Question, key: str) -> int:
    """Return the index of the option that a statement is about."""
    return next(index for index in range(len(card.options)) if key in own_keys(question, index))


def said(card: Card, question: Question, consult: Consult) -> Iterator[str]:
    """Yield what was said about the question: preference, importance and note; nothing if nothing was said."""
    about = current_answers(consult).about(question.id)
    if about.preference:
        yield sentence(_("Preference: {preference}").format(preference=phrases.preference(card, about.preference)))
    if about.importance:
        yield importance(about.importance)
    if about.note:
        yield _("Note: {words}").format(words=phrases.quoted(about.note))
    for earlier in earlier_accounts(card, consult) if consult.words else ():
        if earlier.id == question.id and not earlier.is_empty:
            yield _("Something was said of other words of this question earlier. Decide tells it.")


def importance(level: int) -> str:
    """Return how important a question is, in words and as a number of three."""
    if not level:
        return sentence(_("How important is this to you? {importance}").format(importance=capital(_("not said yet"))))
    words = _("{words}, {level} of {most}").format(
        words=capital(phrases.IMPORTANCE[level]), level=level, most=MAX_IMPORTANCE
    )
    return sentence(_("How important is this to you? {importance}").format(importance=words))


def _place(card: Card, talk: Talk) -> tuple[Question, int]:
    question = card.questions[card.question_index(talk.walk.stop)]
    option = talk.walk.option_of(talk.walk.stop)
    return question, card.option_index(option) if option else 0
