"""The values of the placeholders of a note: what was said, grouped by option, each line complete in itself."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from herniatui.card.model import Card, Statement
from herniatui.card.wording.numbers_said import says_a_number
from herniatui.card.wording.word_list import word_list
from herniatui.consult.model import MAX_IMPORTANCE, Consult, Mark
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.card_info import edition
from herniatui.report.recap import Marked, QuestionAccount, account, chosen, decided

_MARKED = {
    Mark.APPEALS: _("Appeals: {statements}"),
    Mark.WORRIES: _("Worries: {statements}"),
    Mark.EXPLAIN: _("Raises questions: {statements}"),
    Mark.EXPLAINED: _("Explained: {statements}"),
}
_OF_OPTION = {
    Mark.APPEALS: _("Finds good about {option}: {statements}"),
    Mark.WORRIES: _("Worries about {option}: {statements}"),
    Mark.EXPLAIN: _("Still to explain of {option}: {statements}"),
    Mark.EXPLAINED: _("Explained of {option}: {statements}"),
}
_BETWEEN = " · "


class NotePart(Struct, frozen=True):
    """A part of a note that a short note may leave out as a whole."""

    text: str
    points: int
    """How many points of the talk it holds."""


class Values(Struct, frozen=True):
    """The values of the placeholders of a note, by name. A value without text is an empty string."""

    always: Mapping[str, str]
    """What every note holds."""
    rest: Mapping[str, NotePart]
    """What a short note leaves out if it does not fit, most important first."""


def values(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, brief: bool) -> Values:
    """Return the values of every placeholder in `template.PLACEHOLDERS` but `meer`.

    Args:
        card: The card.
        consult: What was said.
        walk: What was viewed.
        day: The day of the talk.
        sha256: Checksum of the card file.
        brief: Whether questions that were only viewed are given by number, and all questions of the card as such.
    """
    accounts = account(card, consult, walk)
    current = sorted((told for told in accounts if not told.since), key=lambda told: told.number)
    marks = _Marks(card, accounts)
    quotes = [_quoted(told) for told in accounts if told.said.note]
    always = {
        "kaart": card.title,
        "keuze": card.question,
        "versie": edition(card, sha256),
        "datum": f"{day:%d-%m-%Y}",
        **_decision(card, consult),
        "zorgen": marks.by_option(Mark.WORRIES).text,
        "uitleg": marks.by_option(Mark.EXPLAIN).text,
        "heel_belangrijk": _weighing(MAX_IMPORTANCE, accounts).text,
        **_viewed(consult, current, brief),
        "getallen": "\n".join(_numbers(card, consult)),
        "vragen": "\n".join(line for told in accounts if not told.is_empty for line in question_lines(told)),
    }
    rest = {
        "eigen_woorden": NotePart(phrases.quoted_in_a_line(consult.note), bool(consult.note)),
        "woorden_bij_vragen": NotePart("\n".join(quotes), len(quotes)),
        "uitgelegd": marks.by_option(Mark.EXPLAINED),
        "voorkeuren": _preferences(accounts),
        "belangrijk": _weighing(2, accounts),
        "fijn": marks.by_option(Mark.APPEALS),
        "beetje_belangrijk": _weighing(1, accounts),
        "eerst": _named(chosen(card, consult)),
    }
    return Values(always, rest)


def question_lines(told: QuestionAccount) -> list[str]:
    """Return the answers at a question, a line each: preference and importance, marks, and the patient's own words."""
    parts = [_named_with_unseen(told)]
    if told.preference:
        parts.append(_("Preference: {preference}").format(preference=told.preference) + ".")
    if told.said.importance:
        importance = phrases.IMPORTANCE[told.said.importance]
        parts.append(_("Weighs: {importance}").format(importance=importance) + ".")
    lines = [" ".join(parts)]
    kinds = [
        words.format(statements="; ".join(marked.words for marked in found))
        for mark, words in _MARKED.items()
        if (found := [marked for marked in told.marked if mark in phrases.outstanding(marked.marks)])
    ]
    if kinds:
        lines.append(f"- {_BETWEEN.join(kinds)}")
    if told.said.note:
        words = phrases.quoted_in_a_line(told.said.note)
        lines.append("- " + _("In the patient's own words: {words}").format(words=words))
    return lines


def _named(accounts: Sequence[QuestionAccount]) -> NotePart:
    return NotePart(_BETWEEN.join(told.heading for told in accounts), len(accounts))


def _named_with_unseen(told: QuestionAccount) -> str:
    """Return the question with the options that were not viewed, so that it is not taken as viewed in full."""
    return phrases.with_remark(told.heading, told.looked_at)


def _quoted(told: QuestionAccount) -> str:
    words = phrases.quoted_in_a_line(told.said.note)
    return _("About {question} {words}").format(question=told.heading, words=words)


class _Marks:
    """The marked statements of a talk."""

    def __init__(self, card: Card, accounts: Iterable[QuestionAccount]) -> None:
        self._marked = [marked for told in accounts for marked in told.marked]
        self._below = {
            statement.id: " / ".join(statement.below())
            for question in card.questions
            for option in range(len(card.options))
            for statement, _depth in question.statements(option)
            if statement.is_heading
        }

    def by_option(self, mark: Mark) -> NotePart:
        """Return a line per option with the statements that have this mark, in the order of the letters.

        Each line names the option, so that it stays true if the lines around it are deleted from the record.
        """
        of_option: dict[str, list[str]] = {}
        for marked in self._marked:
            if mark in phrases.outstanding(marked.marks):
                of_option.setdefault(marked.option, []).append(self._whole(marked))
        lines = [
            _OF_OPTION[mark].format(option=option or _("the card"), statements=_BETWEEN.join(statements))
            for option, statements in sorted(of_option.items())
        ]
        return NotePart("\n".join(lines), sum(map(len, of_option.values())))

    def _whole(self, marked: Marked) -> str:
        """Return the card's words: a heading with all that is under it now, with a slash for each line break."""
        if marked.since:
            return phrases.with_remark(marked.text, marked.since)
        return f"{marked.text} {self._below.get(marked.statement, '')}".rstrip()


def _weighing(importance: int, accounts: Iterable[QuestionAccount]) -> NotePart:
    return _named([told for told in accounts if told.said.importance == importance])


def _preferences(accounts: Iterable[QuestionAccount]) -> NotePart:
    """Return a line per preference with its questions, in the order of the letters; without a preference last."""
    of_preference: dict[tuple[bool, str], list[QuestionAccount]] = {}
    for told in accounts:
        if told.said.preference:
            is_none = told.said.preference.option is None
            of_preference.setdefault((is_none, told.preference), []).append(told)
    lines = []
    for (is_none, preference), found in sorted(of_preference.items(), key=lambda item: item[0]):
        words = _("No preference: {questions}") if is_none else _("Prefers {preference}: {questions}")
        lines.append(words.format(preference=preference, questions=_named(found).text))
    return NotePart("\n".join(lines), sum(map(len, of_preference.values())))


def _decision(card: Card, consult: Consult) -> dict[str, str]:
    decision = consult.decision
    nothing = _("not to decide yet") if decision.not_yet else _("nothing was written down")
    return {
        "besluit": decided(card, consult) or nothing,
        "zekerheid": phrases.CERTAINTY[decision.certainty] if decision.certainty else "",
        "nodig": "; ".join(phrases.needs(decision)),
        "wanneer": phrases.quoted_in_a_line(decision.when),
    }


def _viewed(consult: Consult, current: Sequence[QuestionAccount], brief: bool) -> dict[str, str]:
    """Return what was confirmed to have been discussed, and what of the rest was viewed.

    Without any confirmation, what was viewed has the remark that it says nothing of what was discussed.
    """
    discussed = [told for told in current if told.id in consult.discussed]
    rest = [told for told in current if told.id not in consult.discussed]
    wholly = [told for told in rest if not told.unseen]
    partly = [told for told in rest if told.is_half_seen]
    viewed = _numbered(wholly, current) if brief else _named(wholly).text
    all_discussed = brief and len(discussed) == len(current)
    return {
        "besproken": _numbered(discussed, current) if all_discussed else _named(discussed).text,
        "terugverteld": _("done") if consult.taught_back else "",
        "meegegeven": _("the page to take home") if consult.handed_out else "",
        "bekeken": viewed if discussed or not viewed else phrases.with_remark(viewed, _("not confirmed as discussed")),
        "deels_bekeken": _numbered(partly, current) if brief else _BETWEEN.join(map(_named_with_unseen, partly)),
        "niet_bekeken": _named([told for told in rest if told.unseen and not told.is_half_seen]).text,
    }


def _numbered(found: Sequence[QuestionAccount], current: Sequence[QuestionAccount]) -> str:
    """Return these of the current questions by their numbers; an empty string if there are none."""
    if len(found) == len(current) > 1:
        return _("all {count} questions of the card").format(count=len(found))
    numbers = [str(told.number) for told in found]
    return _("question {numbers} of the card").format(numbers=phrases.listed(numbers)) if numbers else ""


def _numbers(card: Card, consult: Consult) -> list[str]:
    """Return what the card says in numbers at each question that was confirmed to have been discussed.

    Every option has a line: one without numbers says so, so that no option seems to have been left out.
    """
    lines = []
    for index, question in enumerate(card.questions):
        if question.id not in consult.discussed:
            continue
        by_option = [[text for top in answer for text in _with_number(card, top)] for answer in question.answers]
        if any(by_option):
            lines.append(_("On the card at {number}. {question}").format(number=index + 1, question=question.text))
            none = _("no number on the card") if word_list(card.language) else _("no number was found")
            for option, texts in zip(card.options, by_option, strict=True):
                said = _BETWEEN.join(texts) or none
                lines.append(f"{phrases.option_name(card, option.id)}: {said}")
    return lines


def _with_number(card: Card, top: Statement) -> list[str]:
    """Return the statements with a number, or that say that it is not known: whole, with their headings."""
    return [
        text
        for statement, text in top.with_headings()
        if not statement.is_heading
        and (statement.frequencies or statement.unknown or says_a_number(text, card.language))
    ]
