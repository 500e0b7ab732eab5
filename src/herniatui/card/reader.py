"""Reader of `card.yaml`: a `Card`, or every problem of the file."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from herniatui.card import file_format
from herniatui.card.codes import PATTERNS, SYSTEMS, Code
from herniatui.card.fields import Fields, number_of
from herniatui.card.file_format import FORMAT, MAX_OPTIONS, MAX_QUESTIONS, MIN_OPTIONS, NOTHING
from herniatui.card.frequency_annotations import frequency
from herniatui.card.model import Card, Clock, Option, Origin, Question, Statement, is_heading_text
from herniatui.card.problems import Problem, Problems, ProblemsFound
from herniatui.card.quoting import Text, quoted, spacing_problem
from herniatui.card.text_file import read_text
from herniatui.card.time_annotations import time
from herniatui.card.whole_words import ON_A_CARD, contains_words
from herniatui.card.word_annotations import bold, glossary, hyperlinks
from herniatui.card.yaml_nodes import Mapping, Node, Scalar, Sequence, parse
from herniatui.i18n import _

MAX_CLOCKS = 20
"""Limit of the work: the quote of each clock is searched in all texts of the card."""


def read_card(path: Path, called: str = "") -> Card:
    """Return the card in this file.

    Args:
        path: the `card.yaml`.
        called: name of the file in problems; its path by default.

    Raises:
        ProblemsFound: with all problems of the file.
    """
    problems = Problems()
    text = read_text(path, problems)
    card = parse_card(text, problems) if text is not None else None
    if problems or card is None:
        raise ProblemsFound(called or str(path), problems)
    return card


def parse_card(text: str, problems: Problems) -> Card | None:
    """Return the card in this text, and add its problems; the card is only usable if none was added."""
    root = parse(text, problems)
    if root is None:
        if not problems:
            problems.append(Problem(_("the file is empty")))
        return None
    if problems.full:  # further problems would not be shown
        return None
    return _Reader(problems).card(root)


def check_format(fields: Fields) -> None:
    """Add a problem unless the file has the format that this program reads."""
    node = fields.take("format")
    if node is None:
        return
    number = number_of(node)
    if number > FORMAT:
        newer = _("format {number} is newer than this program reads ({known}); install a newer herniatui")
        fields.problems.append(node.problem(newer.format(number=number, known=FORMAT)))
    elif number < FORMAT:
        fields.problems.append(node.problem(_("the format is {known}").format(known=FORMAT)))


class _Reader:
    """Reads one card; collects its ids, with their lines, and the texts of all statements."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.statement_ids: dict[str, int] = {}
        self.clock_ids: dict[str, int] = {}
        self.texts: list[str] = []
        self.language = ""
        self.group = "", 0
        """The heading of the group that the last question is in, and its line."""

    def card(self, root: Node) -> Card:
        fields = Fields(root, file_format.CardFields, self.problems)
        check_format(fields)
        self.language = fields.language()
        options = self._options(fields)
        clocks = self._clocks(fields)
        card = Card(
            id=fields.id(),
            language=self.language,
            title=fields.text("title"),
            question=fields.text("question"),
            introduction=self._statements(fields.items("introduction")),
            table_heading=fields.text("table_heading"),
            options=options,
            questions=self._questions(fields, dict.fromkeys(option.id for option in options if option.id)),
            closing=fields.text("closing"),
            origin=self._origin(fields),
            clocks=tuple(clock for clock, _node in clocks),
            codes=tuple(self._code(item) for item in fields.items("codes")),
        )
        self._check_clocks(clocks)
        return replace(card, glossary=glossary(fields, [*self.texts, *_headings(card)]))

    def _clocks(self, fields: Fields) -> list[tuple[Clock, Node]]:
        items = fields.items("clocks")
        if len(items) > MAX_CLOCKS:
            self._count(fields, "clocks", _("a card has at most 20 clocks, this one has {count}"), len(items))
        return [self._clock(item) for item in items]

    def _check_clocks(self, clocks: list[tuple[Clock, Node]]) -> None:
        """Add a problem for every clock whose quote is in no statement of the card."""
        texts = "\n".join(self.texts)
        for clock, node in clocks[:MAX_CLOCKS]:
            if clock.quote and not contains_words(clock.quote, texts, ON_A_CARD):
                wrong = _('the quote "{quote}" stands in no statement of the card').format(quote=clock.quote)
                self.problems.append(node.problem(spacing_problem(clock.quote, texts) or wrong))

    def _clock(self, node: Node) -> tuple[Clock, Node]:
        fields = Fields(node, file_format.ClockFields, self.problems)
        return Clock(self._new_id(fields, self.clock_ids), fields.text("quote")), fields.node_of("quote")

    def _code(self, node: Node) -> Code:
        fields = Fields(node, file_format.CodeFields, self.problems)
        system = fields.choice("system", list(SYSTEMS))
        found = Code(system, fields.text("code"), fields.text("source"), fields.text("title"))
        if found.code and not PATTERNS[found.system].fullmatch(found.code):
            wrong = _('"{code}" is no code of {system}; it looks like L86 or L86.01')
            self.problems.append(fields.node_of("code").problem(wrong.format(code=found.code, system=found.system)))
        return found

    def _options(self, fields: Fields) -> tuple[Option, ...]:
        taken: dict[str, int] = {}
        names: dict[str, int] = {}
        options = tuple(self._option(item, taken, names) for item in fields.items("options"))
        if options and not MIN_OPTIONS <= len(options) <= MAX_OPTIONS:
            few = _("a card has 2 to 6 options, this one has {count}; add the other, which may be to do nothing")
            many = _("a card has 2 to 6 options, this one has {count}; make two cards of it, or leave options out")
            self._count(fields, "options", few if len(options) < MIN_OPTIONS else many, len(options))
        return options

    def _option(self, node: Node, taken: dict[str, int], names: dict[str, int]) -> Option:
        fields = Fields(node, file_format.OptionFields, self.problems)
        option = Option(self._new_id(fields, taken), fields.text("name"), fields.text("short"))
        short, place = " ".join(option.short.casefold().split()), fields.node_of("short")
        if short in names:
            wrong = _('the option on line {line} has the short name "{short}" too; each has its own')
            self.problems.append(place.problem(wrong.format(line=names[short], short=option.short)))
        elif short:
            names[short] = place.line
        return option

    def _questions(self, fields: Fields, option_ids: dict[str, None]) -> tuple[Question, ...]:
        taken: dict[str, int] = {}
        questions = tuple(self._question(item, option_ids, taken) for item in fields.items("questions"))
        if len(questions) > MAX_QUESTIONS:
            self._count(fields, "questions", _("a card has at most 50 questions, this one has {count}"), len(questions))
        return questions

    def _question(self, node: Node, option_ids: dict[str, None], taken: dict[str, int]) -> Question:
        fields = Fields(node, file_format.QuestionFields, self.problems)
        question_id, text = self._new_id(fields, taken), fields.text("text")
        return Question(
            question_id, text, self._answers(fields, option_ids, text), self._group(fields), fields.text("hint")
        )

    def _group(self, fields: Fields) -> str:
        """Return the heading of the group that begins here; a problem if the question before is in it already."""
        group, node = fields.text("group"), fields.node_of("group")
        if group and self.group[0] == group:
            wrong = _('the group "{group}" goes on from line {line}; write it above its first question only')
            self.problems.append(node.problem(wrong.format(group=group, line=self.group[1])))
        elif group:
            self.group = group, node.line
        return group

    def _answers(self, fields: Fields, option_ids: dict[str, None], question: str) -> tuple[tuple[Statement, ...], ...]:
        node = fields.take("answers")
        if node is None or not option_ids:
            return ()
        answers = Fields(node, option_ids, self.problems)
        if not isinstance(node, Mapping):
            return ()
        asked = [*islice(option_ids, MAX_OPTIONS)]
        if all(_is_nothing(answers.node_of(option_id)) for option_id in asked):
            self.problems.append(node.problem(_("no option has an answer to this question; leave the question out")))
        return tuple(self._answer(answers, option_id, question) for option_id in asked)

    def _answer(self, answers: Fields, option_id: str, question: str) -> tuple[Statement, ...]:
        if not answers.has(option_id):
            missing = _(
                'no answer of "{option}" to this question; add statements, or if there are none "{option}: {nothing}"'
            )
            self.problems.append(answers.node.problem(missing.format(option=option_id, nothing=NOTHING)))
            return ()
        node = answers.node_of(option_id)
        if _is_nothing(node):
            return ()
        if isinstance(node, Sequence) and not node.items:
            empty = _('"{option}" is empty; if the card says nothing here, write "{option}: {nothing}"')
            self.problems.append(node.problem(empty.format(option=option_id, nothing=NOTHING)))
            return ()
        return self._statements(answers.items(option_id), (question,))

    def _statements(self, nodes: list[Node], above: tuple[str, ...] = ()) -> tuple[Statement, ...]:
        found: list[Statement] = []
        for node in nodes:
            found.append(self._statement(node, found[-1] if found else None, above))
        return tuple(found)

    def _statement(self, node: Node, before: Statement | None, above: tuple[str, ...]) -> Statement:
        fields = Fields(node, file_format.StatementFields, self.problems)
        if not isinstance(node, Mapping):
            return Statement("", "")
        words = fields.text("text")
        self.texts.append(words)
        statement = Statement(self._new_id(fields, self.statement_ids), words, fields.flag("paragraph"))
        children = fields.items("children")
        is_heading = bool(children) and is_heading_text(words)
        text = Text(words, self.language, above)
        items = fields.items("frequencies")
        numbers = [frequency(item, text, before, len(items) == 1, self.problems) for item in items]
        return replace(
            statement,
            frequencies=tuple(found for _quote, found in numbers if found),
            times=tuple(time(item, text, self.clock_ids, self.problems) for item in fields.items("times")),
            unknown=quoted(fields, words, "unknown"),
            children=self._statements(children, (*above, words) if is_heading else above),
            in_words=tuple(quote for quote, found in numbers if not found),
            bold=tuple(bold(item, words, self.problems) for item in fields.items("bold")),
            links=hyperlinks(fields.items("links"), words, self.problems),
        )

    def _origin(self, fields: Fields) -> Origin:
        node = fields.take("origin")
        if node is None:
            return Origin("")
        origin = Fields(node, file_format.OriginFields, self.problems)
        return Origin(
            publisher=origin.text("publisher"),
            date=origin.text("date"),
            version=origin.text("version"),
            licence=origin.text("licence"),
            remarks=origin.texts("remarks"),
        )

    def _new_id(self, fields: Fields, taken: dict[str, int]) -> str:
        """Return the id of these fields; a problem if `taken`, which maps each id to its line, has it already."""
        value = fields.id()
        node = fields.node_of("id")
        if value and value in taken:
            wrong = _('the id "{id}" was used on line {line}; each has its own')
            self.problems.append(node.problem(wrong.format(id=value, line=taken[value])))
        taken.setdefault(value, node.line)
        return value

    def _count(self, fields: Fields, key: str, message: str, count: int) -> None:
        self.problems.append(fields.node_of(key).problem(message.format(count=count)))


def _headings(card: Card) -> Iterator[str]:
    """Yield every text of a card besides its statements, also of one with problems."""
    yield from (card.title, card.question, card.table_heading, card.closing)
    yield from (option.name for option in card.options)
    for question in card.questions:
        yield from (question.group, question.text, question.hint)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.value == NOTHING
