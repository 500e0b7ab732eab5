"""The linear view of a talk: its state, its output at each stop, and the questions that it asks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from herniatui.card.library import Deck
from herniatui.card.model import Card, Option, Question, letter
from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.commands.choosing import Writing
from herniatui.commands.command import Command, Where
from herniatui.commands.declared import COMMANDS, named
from herniatui.commands.going import destination, from_start, has_read_the_chosen, where_is
from herniatui.commands.looking_up import texts_told
from herniatui.consult import walk
from herniatui.consult.history import Talk, edit, move
from herniatui.consult.model import Consult
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.linear import card_lines, end_lines
from herniatui.linear.hints import glossary_hint, hints
from herniatui.linear.lines import Lines
from herniatui.linear.listing import Listing
from herniatui.linear.words import typed_names
from herniatui.report import phrases
from herniatui.report.note import NOTE, in_form
from herniatui.sanitize import printable
from herniatui.settings.note_template import NoteTemplate
from herniatui.storage.session import TalkSession


class Setup(Struct, frozen=True):
    """What stays the same during a talk."""

    commands: Sequence[Command] = COMMANDS
    """The commands with the keys in force."""
    today: Callable[[], date] = date.today
    folder: str = ""
    """Folder proposed for documents; empty for the user's documents folder."""
    template: NoteTemplate = NoteTemplate()


class LinearView:
    """A talk in lines. Commands are functions of this (`linear.forms`)."""

    def __init__(self, deck: Deck, session: TalkSession, lines: Lines, setup: Setup) -> None:
        self.deck = deck
        self.session = session
        self.lines = lines
        self.setup = setup
        self.talk = Talk()
        self.prompts_on = False
        self.note_form = NOTE
        self.note_full = False
        self.ending: bool | None = None
        """Whether the talk is kept (True) or wiped, once it has ended."""
        self.keys: list[str] = []
        """What the numbers stand for, the first for 1: questions, statements, or rows to choose."""
        self.pointed = ""
        """Key of the row printed last on its own since this place was printed; empty if there is none."""
        self._hinted: set[Where] = set()
        """Kinds of stops whose hints were printed."""
        self._status = ""
        """The save warning printed last."""

    @property
    def card(self) -> Card:
        """The card."""
        return self.deck.card

    @property
    def where(self) -> Where:
        """The stop, as a screen: what commands work here."""
        return where_is(self.talk.walk)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the questions that the patient wants to talk about."""
        return current_answers(self.talk.consult).chosen

    @property
    def onward(self) -> walk.Walk:
        """Where an empty line leads; it never chooses anything."""
        if self.where is Where.START:
            return from_start(self.card, self.talk, self.pointed)
        return walk.forward(self.card, self.chosen, self.talk.walk)

    def key_of(self, command: str) -> str:
        """Return how this command is typed."""
        return typed_names(named(command, self.setup.commands))[0]

    def print(self, *lines: str) -> None:
        """Print these lines."""
        self.lines.print(*lines)

    def go_on(self, talk: Talk, *first: str) -> None:
        """Save this talk, then print these lines, and the new place if it changed."""
        before, self.talk = self.talk, talk
        self.session.save(talk.consult, talk.walk)
        self.print(*first)
        if walk.place(talk.walk) != walk.place(before.walk):
            self.show()

    def go(self, to: walk.Walk) -> None:
        """Go to this place of the walk; print the current one again."""
        if walk.place(to) == walk.place(self.talk.walk):
            self.go_on(move(self.talk, to))
            self.show()
        else:
            self.go_on(move(self.talk, to))

    def say(self, consult: Consult) -> None:
        """Continue with this consult, as an edit that can be undone."""
        self.go_on(edit(self.talk, consult))

    def show(self) -> None:
        """Print the current place and what an empty line does; count an answer as viewed once all of it was printed."""
        listing = self._listing()
        self.keys, self.pointed = list(listing.rows), ""
        self.print(*listing.lines)
        if self.where is Where.QUESTION:
            self.count_as_viewed([(self.talk.walk.stop, self.option.id)])
        self.print(*self._after())

    def key_at(self, number: str) -> str:
        """Return the key of the row with this number; if there is none, print that and return an empty string."""
        if not self.keys:
            self.print(_("There are no numbers here."))
            return ""
        if not number.isdecimal() or not 1 <= int(number) <= len(self.keys):
            self.print(_("Type a number from 1 to {count}.").format(count=len(self.keys)))
            return ""
        key = self.keys[int(number) - 1]
        if self.where is Where.QUESTION:
            option = self.card.options[card_lines.option_of(self.card, self.question, key)]
            if (self.question.id, option.id) not in self.talk.walk.seen:
                index = self.card.option_index(option.id)
                message = _("Statement {number} was not told yet: it is with option {letter}. Type {key}.")
                self.print(message.format(number=number, letter=letter(index), key=letter(index).lower()))
                return ""
        return key

    def show_later(self) -> None:
        """Print what can be agreed for later, after a decision, and what an empty line does."""
        before, listing = len(end_lines.decision(self.card, self.talk).lines), self._listing()
        self.keys = list(listing.rows)
        self.print(*listing.lines[before:], *self.onward_words())

    def ticked_rows(self, kind: str) -> list[str]:
        """Return the rows of this kind that are ticked."""
        return [row.listed for key, row in self._listing().rows.items() if row.is_ticked and key.startswith(kind)]

    def row(self, key: str) -> list[str]:
        """Return the lines of a numbered row as they are now."""
        if self.where is not Where.QUESTION:
            rows = self._listing().rows
            return [rows[key].alone] if key in rows else []
        numbers = {key: number for number, key in enumerate(self.keys, 1)}
        return list(card_lines.statement(self.card, self.talk.consult, self.question, key, numbers, alone=True))

    def onward_words(self) -> Iterator[str]:
        """Yield what an empty line does."""
        where = destination(self.card, self.talk.walk, self.onward)
        if where:
            yield _("Empty line: {destination}. {help}: help.").format(destination=where, help=self.key_of("help"))

    def count_as_viewed(self, answers: Iterable[tuple[str, str]]) -> None:
        """Count these answers, each a question and an option of which every statement was printed."""
        self.talk = move(self.talk, walk.view(self.talk.walk, answers))
        self.session.save(self.talk.consult, self.talk.walk)

    @property
    def question(self) -> Question:
        """The question on show."""
        return self.card.questions[self.card.question_index(self.talk.walk.stop)]

    @property
    def option(self) -> Option:
        """The option on show at a question."""
        return self.card.options[self.card.option_index(self.talk.walk.option_of(self.talk.walk.stop) or "")]

    def note(self) -> str:
        """Return the note in the form and length that are printed and exported."""
        consult, where, day = self.talk.consult, self.talk.walk, self.setup.today()
        return in_form(self.note_form, self.deck, consult, where, day, self.setup.template.text, self.note_full)

    def note_lines(self) -> Iterator[str]:
        """Yield the note, word for word as it is exported, between its title and its end."""
        by_template = self.note_form == NOTE and not self.note_full
        remark = self.setup.template.remark() if by_template else ""
        older = self.session.is_export_older(self.talk.consult)
        yield from end_lines.note(self.note_form, self.note_full, self.note(), remark, older)

    def ask(self, question: ChoiceQuestion) -> Answer:
        """Ask this until it is answered; an empty line gives the answer that is proposed, which wipes nothing."""
        self.print(question.words, *(f"{answer}: {words}" for answer, words in question.answers.items()))
        by_letter = {answer.value: answer for answer in question.answers}
        by_letter |= {"y": Answer.YES} if Answer.YES in question.answers else {}
        while True:
            typed = self.lines.ask().lower()
            if not typed:
                return question.proposed
            if typed in by_letter:
                return by_letter[typed]
            letters = ", ".join(answer.value for answer in question.answers)
            self.print(_("That is no answer to this. Type one of these letters: {letters}.").format(letters=letters))
            self.print(question.words)

    def write(self, writing: Writing, words: str = "", *, adds: bool = False) -> None:
        """Set a text to these words; without words, ask for them.

        Args:
            writing: The text.
            words: The new words.
            adds: Whether they come below the words that are there already.
        """
        if not words:
            self.print(writing.title)
            if writing.text:
                more = _("Now: {words} Type what comes below it, or only a hyphen to take all of it away.")
                new = _("Now: {words} Type the new words, or only a hyphen to take them away.")
                self.print((more if adds else new).format(words=phrases.quoted(writing.text)))
            words = self.lines.ask(_("Words, or an empty line to leave it: "))
            if not words:
                self.print(_("Left as it was."))
                return
            if words == "-":
                words, adds = "", False
        text = "\n".join(filter(None, (writing.text if adds else "", printable(words))))
        self.say(writing.say(self.talk.consult, text))
        self.print(_("Written down: {words}").format(words=phrases.quoted(text)) if text else _("Taken away."))

    def begin(self) -> None:
        """Start saving, and take up the talk of the session: a new one, or a resumed one."""
        begun = self.session.begin(lambda: None)
        self.talk = begun.talk
        if begun.message:
            self.print(begun.message)

    def print_save_status(self) -> None:
        """Print the save warning if it changed."""
        status = self.session.status
        if status != self._status:
            self._status = status
            self.print(status or _("The talk is being saved again."))

    def _listing(self) -> Listing:
        session, decided = self.session, self.talk.consult.decision.made
        if self.where is Where.START:
            return card_lines.start(self.deck, self.talk, self.key_of("prompts"))
        if self.where is Where.QUESTION:
            return card_lines.question_and_option(self.card, self.talk)
        if self.where is Where.DECISION:
            listing = end_lines.decision(self.card, self.talk)
            end_lines.add_later(listing, self.talk.consult, session.can_be_kept, session.is_kept)
            return listing
        listing = end_lines.closing(self.card, self.talk, session.can_be_kept and decided, session.is_kept)
        listing.add(*self.note_lines())
        return listing

    def _after(self) -> Iterator[str]:
        """Yield what follows the words of a stop: conversation help if it is on, hints, and what an empty line does."""
        onward = self.onward
        if self.where is Where.QUESTION:
            yield from card_lines.said(self.card, self.question, self.talk.consult)
        yield from glossary_hint(texts_told(self.card, self.talk.walk), self.deck.links, self.setup.commands)
        if self.prompts_on:
            yield from self.prompt_lines()
        if self.where not in self._hinted:
            self._hinted.add(self.where)
            yield from hints(self.where, self.setup.commands)
        if self.where is Where.QUESTION and has_read_the_chosen(self.card, self.talk, onward):
            others = named("others", self.setup.commands)
            message = _("This was what you wanted to talk about. {key}: {others}.")
            yield message.format(key=self.key_of("others"), others=others.short)
        yield from self.onward_words()

    def prompt_lines(self) -> Iterator[str]:
        """Yield what a clinician could say here."""
        prompts = self.deck.additions.prompts
        if self.where is Where.QUESTION:
            words = prompts.for_question(self.talk.walk.stop)
        else:
            words = {Where.START: prompts.start, Where.DECISION: prompts.decision}.get(self.where, prompts.closing)
        if words:
            yield _("Conversation help, not from the card. You could say:")
            yield from map(phrases.quoted, words)
