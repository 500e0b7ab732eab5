"""The answers by question, for the screen and for exports: as given, unweighted, without a total.

Answers to words that the card no longer has are given with those words, and with a remark that the card has changed
(`since`): each earlier wording of a question has an entry of its own, after that of the current wording.
"""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card, letter
from herniatui.consult.model import Consult, Kind, Mark, Preference, Quote, Said
from herniatui.consult.quotes import MARKS, Answer, CardWords, answer_of, current_answers
from herniatui.consult.walk import Walk, order
from herniatui.i18n import _
from herniatui.report import phrases

CHANGED = _("as it stood then; the card has changed since")
GONE = _("as it stood then; it is no longer on the card")
UNKNOWN = _("the card has changed since; it may have said something else then")
UNKNOWN_GONE = _("this is no longer on the card")


class Marked(Struct, frozen=True):
    """A marked statement."""

    statement: str
    """Id of the statement."""
    marks: tuple[Mark, ...]
    option: str
    """Name of the statement's option, with its letter."""
    text: str
    """The card's words, with their headings."""
    since: str = ""
    """A remark if the current card has other words for it; empty otherwise."""
    earlier: tuple[Answer, ...] = ()
    """The marks as answers, if they were given to earlier words."""

    @property
    def words(self) -> str:
        """The card's words with their option and the remark."""
        return phrases.with_remark(f"{self.text} [{self.option}]" if self.option else self.text, self.since)


class QuestionAccount(Struct, frozen=True):
    """The answers at one question, in one wording of it."""

    number: int
    """Number of the question on the card, from 1; 0 for a question that is no longer on the card."""
    id: str
    text: str
    since: str
    """A remark if the current card has other words for the question: then all answers are to earlier words."""
    unseen: tuple[str, ...]
    """Letters of the options that were not viewed."""
    options: int
    """Number of options of the card."""
    said: Said
    preference: str
    """Preference in words; empty if nothing was said."""
    marked: tuple[Marked, ...]
    is_chosen: bool
    """Whether the patient wanted to talk about it first."""
    earlier: tuple[Answer, ...] = ()
    """Answers to earlier words, without the marks."""
    was_visited: bool = False
    """Whether it was on screen, in part at least."""

    @property
    def looked_at(self) -> str:
        """Which options were not viewed, in words; empty if all were, and for earlier words."""
        if 0 < len(self.unseen) < self.options:
            return phrases.not_looked_at(self.unseen)
        if self.is_half_seen:
            return phrases.NOT_WHOLLY_LOOKED_AT
        return phrases.NOT_LOOKED_AT if self.unseen else ""

    @property
    def is_half_seen(self) -> bool:
        """Whether it was viewed in part: some options, or an option in part."""
        return bool(self.unseen) and (len(self.unseen) < self.options or self.was_visited)

    @property
    def heading(self) -> str:
        """The question with its number, if it is on the card, and the remark."""
        name = f"{self.number}. {self.text}" if self.number else self.text
        return phrases.with_remark(name, self.since)

    @property
    def earlier_part(self) -> "QuestionAccount":
        """This account with only the answers to earlier words."""
        kinds = [kind for kind, _id in self.earlier]
        said = Said(
            self.said.preference if Kind.PREFERENCE in kinds else None,
            self.said.importance if Kind.IMPORTANCE in kinds else 0,
            self.said.note if Kind.NOTE in kinds else "",
        )
        return replace(
            self,
            said=said,
            preference=self.preference if said.preference else "",
            marked=tuple(marked for marked in self.marked if marked.earlier),
            is_chosen=Kind.CHOSEN in kinds,
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is no answer."""
        return self.said == Said() and not self.marked


def account(card: Card, consult: Consult, walk: Walk) -> list[QuestionAccount]:
    """Return an account per question and wording: in the order of the walk, questions no longer on the card last."""
    return _Accounts(card, consult).all(walk)


def earlier_accounts(card: Card, consult: Consult) -> list[QuestionAccount]:
    """Return the accounts of answers to words that the card no longer has, without the decision."""
    parts = [told.earlier_part for told in account(card, consult, Walk())] if consult.words else []
    return [part for part in parts if part.is_chosen or not part.is_empty]


def earlier_decision(card: Card, consult: Consult) -> str:
    """Return the decision like `decided` if its option had another name then; an empty string otherwise."""
    return decided(card, consult) if current_answers(consult).decision.option != consult.decision.option else ""


def chosen(card: Card, consult: Consult) -> list[QuestionAccount]:
    """Return the questions that the patient wanted to talk about first, in the order chosen."""
    found = {told.id: told for told in account(card, consult, Walk()) if told.is_chosen}
    return [found[question] for question in consult.chosen]


def decided(card: Card, consult: Consult) -> str:
    """Return the option decided on, with a remark if its name has changed; an empty string without a decision."""
    option = consult.decision.option
    return _Accounts(card, consult).option(Kind.DECISION, "", option) if option is not None else ""


def earlier_marks(card: Card, consult: Consult) -> dict[str, list[Marked]]:
    """Return the marks on words that the card no longer has, by statement id."""
    by_statement: dict[str, list[Marked]] = {}
    for marked in _Accounts(card, consult).earlier_marks(consult.words) if consult.words else ():
        by_statement.setdefault(marked.statement, []).append(marked)
    return by_statement


class _Accounts:
    """Groups the answers of a consult by question and wording."""

    def __init__(self, card: Card, consult: Consult) -> None:
        self._card = card
        self._consult = consult
        self._now = current_answers(consult)
        self._quotes = {answer_of(quote): quote for quote in consult.words}

    @cached_property
    def _words(self) -> CardWords:
        """Lazy: needed only for answers to earlier words."""
        return CardWords(self._card)

    def all(self, walk: Walk) -> list[QuestionAccount]:
        """Return every account; see `account`."""
        by_wording: dict[tuple[str, str], list[Quote]] = {}
        for quote in self._consult.words:
            if quote.kind is not Kind.DECISION:
                by_wording.setdefault(self._wording(quote), []).append(quote)
        numbers = {question.id: number for number, question in enumerate(self._card.questions, 1)}
        found = []
        for question_id in order(self._card, self._now.chosen):
            question = self._card.questions[numbers[question_id] - 1]
            unseen = _unseen(self._card, walk, question_id)
            mine = by_wording.pop((question_id, question.text), [])
            entry = self._entry(numbers[question_id], question_id, question.text, "", unseen, mine)
            found.append(replace(entry, was_visited=walk.option_of(question_id) is not None))
            for wording in [wording for wording in by_wording if wording[0] == question_id]:
                found.append(self._earlier(numbers[question_id], question.text, wording, by_wording.pop(wording)))
        return [*found, *(self._earlier(0, "", wording, quotes) for wording, quotes in by_wording.items())]

    def option(self, kind: Kind, answered: str, option: str, but: str = "", strong: bool = False) -> str:
        """Return the name of an answer's option, with a remark (unless it is `but`, which the caller shows already)."""
        quote = self._quotes.get((kind, answered))
        if quote is None:
            name = phrases.option_name(self._card, option)
            return phrases.strong(name) if strong else name
        current = next((offered for offered in self._card.options if offered.id == option), None)
        if quote.is_unknown:
            name = phrases.option_name(self._card, option) if current else option
            since = UNKNOWN if current else UNKNOWN_GONE
        else:
            name = self._option_then(quote)
            same = current and (quote.name, quote.short) == (current.name, current.short)
            since = "" if same else CHANGED if current else GONE
        return phrases.with_remark(phrases.strong(name) if strong else name, since if since != but else "")

    def _option_then(self, quote: Quote) -> str:
        """Return an option's earlier name with its current letter: the short name, or as printed if that changed."""
        for index, option in enumerate(self._card.options):
            if option.id == quote.option:
                return f"{letter(index)} {quote.short if quote.name == option.name else quote.name}"
        return quote.name

    def _marks(self, question_id: str, quotes: Sequence[Quote], since: str) -> tuple[Marked, ...]:
        """Return the marks of an account in the order of the card, on current and on earlier words."""
        marks = [] if since else self._current_marks(question_id)
        if quotes:
            marks += self.earlier_marks(quotes)
            marks.sort(key=lambda marked: self._words.index_of(marked.statement))
        return tuple(marks)

    def earlier_marks(self, quotes: Sequence[Quote]) -> list[Marked]:
        """Return the marks among these answers, grouped by the words that they are on."""
        found: dict[Quote, list[Quote]] = {}
        for quote in quotes:
            if quote.kind in MARKS:
                found.setdefault(replace(quote, kind=Kind.APPEALS), []).append(quote)
        return [self._marked(same) for same in found.values()]

    def _marked(self, quotes: Sequence[Quote]) -> Marked:
        quote = quotes[0]
        current = self._words.quote(answer_of(quote))
        shown = quote
        if quote.is_unknown:
            since = UNKNOWN if current else UNKNOWN_GONE
            shown = current or Quote(quote.kind, quote.id, text=_('a line of the card ("{id}")').format(id=quote.id))
        elif current is None:
            since = GONE
        else:
            same = (quote.option, quote.name, quote.short, quote.text)
            since = CHANGED if same != (current.option, current.name, current.short, current.text) else ""
        marks = tuple(mark for kind, mark in MARKS.items() if kind in [given.kind for given in quotes])
        return Marked(quote.id, marks, self._option_then(shown), shown.text, since, tuple(map(answer_of, quotes)))

    def _wording(self, quote: Quote) -> tuple[str, str]:
        """Return the id and wording of the question that was answered; the wording is empty if it is unknown."""
        if not quote.is_unknown:
            return quote.question, quote.asked
        if quote.kind not in MARKS:
            return quote.id, ""
        current = self._words.quote(answer_of(quote))
        return (current.question if current else ""), ""

    def _earlier(self, number: int, current: str, wording: tuple[str, str], quotes: list[Quote]) -> QuestionAccount:
        question_id, asked = wording
        since = (CHANGED, GONE) if asked else (UNKNOWN, UNKNOWN_GONE)
        unnamed = _('a question of the card ("{id}")').format(id=question_id) if question_id else _("other lines")
        return self._entry(number, question_id, asked or current or unnamed, since[not number], (), quotes)

    def _entry(
        self, number: int, question_id: str, text: str, since: str, unseen: tuple[str, ...], quotes: list[Quote]
    ) -> QuestionAccount:
        """Return the account of a wording: with `since` only these answers, else also those to the current words."""
        kinds = {quote.kind for quote in quotes}
        before = self._consult.about(question_id)
        current = Said() if since else self._now.about(question_id)
        said = Said(
            preference=before.preference if Kind.PREFERENCE in kinds else current.preference,
            importance=before.importance if Kind.IMPORTANCE in kinds else current.importance,
            note=before.note if Kind.NOTE in kinds else current.note,
        )
        return QuestionAccount(
            number=number,
            id=question_id,
            text=text,
            since=since,
            unseen=unseen,
            options=len(self._card.options),
            said=said,
            preference=self._preference(question_id, said.preference, since),
            marked=self._marks(question_id, quotes, since),
            is_chosen=Kind.CHOSEN in kinds or (not since and question_id in self._now.chosen),
            earlier=tuple(answer_of(quote) for quote in quotes if quote.kind not in MARKS),
        )

    def _preference(self, question_id: str, preference: Preference | None, since: str) -> str:
        if preference is None or preference.option is None:
            return phrases.NO_PREFERENCE if preference else ""
        return self.option(Kind.PREFERENCE, question_id, preference.option, since, preference.strong)

    def _current_marks(self, question_id: str) -> list[Marked]:
        question = self._card.questions[self._card.question_index(question_id)]
        return [
            Marked(statement.id, marks, phrases.option_name(self._card, option.id), text)
            for option, answer in zip(self._card.options, question.answers, strict=True)
            for top in answer
            for statement, text in top.with_headings()
            if (marks := self._now.marks_of(statement.id))
        ]


def _unseen(card: Card, walk: Walk, question_id: str) -> tuple[str, ...]:
    options = enumerate(card.options)
    return tuple(letter(index) for index, option in options if (question_id, option.id) not in walk.seen)
