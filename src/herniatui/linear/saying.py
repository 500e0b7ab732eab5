"""Commands to record what is said, in lines."""

from string import ascii_lowercase

from herniatui.card.languages import quotation_marks
from herniatui.commands import choosing
from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.commands.choosing import (
    EARLIER,
    EXPLAIN,
    NOT_YET,
    OPTION,
    Writing,
    choose_at_close,
    choose_at_decide,
    choose_question,
    is_decided,
    note_here,
    preference_answers,
    toggle_explained,
)
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.ending import keep_talk, stop_keeping
from herniatui.commands.going import redone, undone
from herniatui.consult import edits
from herniatui.consult.history import Talk
from herniatui.consult.model import MAX_IMPORTANCE, Kind, Mark
from herniatui.consult.quotes import CardWords, current_answers, edit_current
from herniatui.i18n import _
from herniatui.linear import card_lines, end_lines
from herniatui.linear.listing import sentence
from herniatui.linear.view import LinearView
from herniatui.linear.walking import point, show_option
from herniatui.linear.words import typed_names
from herniatui.report import phrases


def number(view: LinearView, typed: str) -> None:
    """Run what this number stands for: tick a question or a row, or print a statement again."""
    key = view.key_at(typed)
    if not key:
        return
    if view.where is Where.START:
        view.go_on(choose_question(view.talk, key))
        _print_tick(view, key, key in view.chosen)
    elif view.where is Where.QUESTION:
        _point_at_statement(view, key)
    elif view.where is Where.DECISION:
        _choose_at_decide(view, key)
    elif (talk := choose_at_close(view.talk, key)) is None:
        keep(view)
    else:
        view.go_on(talk)
        view.print(*view.row(key))


def choose(view: LinearView, _action: str, rest: str) -> None:
    """Do what the number alone does; without one, with the row that was pointed at."""
    if rest or not view.pointed:
        number(view, rest)
    else:
        number(view, str(view.keys.index(view.pointed) + 1))


def not_yet(view: LinearView, _action: str, _rest: str) -> None:
    """Ask whether the outcome is not to decide yet."""
    _decide(view, NOT_YET, "0")


def letter(view: LinearView, action: str, _rest: str) -> None:
    """Print this option; at Decide, ask whether it is the outcome."""
    index = int(action.removeprefix("show_option(").rstrip(")"))
    if view.where is Where.QUESTION or index >= len(view.card.options):
        show_option(view, index)
    else:
        _decide(view, OPTION + view.card.options[index].id, ascii_lowercase[index])


def mark(view: LinearView, action: str, rest: str) -> None:
    """Toggle this mark on the statement with this number, or on the one printed last on its own."""
    if key := _statement(view, action[6:7], rest):
        what = Mark(action[6:7])
        view.say(edit_current(view.talk.consult, lambda consult: edits.mark(consult, key, what)))
        _print_marks(view, key)


def explain(view: LinearView, _action: str, rest: str) -> None:
    """Toggle that the statement with this number was explained; at Decide, that of the row with this number."""
    key = view.key_at(rest) if view.where is Where.DECISION else _statement(view, "x", rest)
    if not key:
        return
    if view.where is Where.DECISION and not key.startswith(EXPLAIN):
        view.print(_("That line is not about something to explain."))
        return
    consult = toggle_explained(view.talk.consult, key.removeprefix(EXPLAIN))
    if consult is None:
        sign = typed_names(named("mark", view.setup.commands))[-1]
        number = view.keys.index(key) + 1
        view.print(_("First mark it as one that needs explaining: {sign} {number}.").format(sign=sign, number=number))
        return
    view.say(consult)
    if view.where is Where.DECISION:
        view.show()
    else:
        _print_marks(view, key)


def prefer(view: LinearView, _action: str, rest: str) -> None:
    """Set the preference: the letter of an option, or the letter for none."""
    card, question, answers = view.card, view.question, preference_answers(view.card)
    if not rest:
        named_answers = ", ".join(f"{key}: {name}" for key, name in answers.items())
        view.print(sentence(_("Preference: {answers}").format(answers=named_answers)))
        rest = view.lines.ask(_("A letter, or an empty line to leave it: "))
    consult = choosing.prefer(card, view.talk.consult, question.id, rest.lower())
    if consult is not None:
        view.say(consult)
    elif rest:
        letters = ", ".join(answers)
        view.print(_("That is no answer to this. Type one of these letters: {letters}.").format(letters=letters))
        return
    preference = current_answers(view.talk.consult).about(question.id).preference
    words = phrases.preference(card, preference) if preference else _("not said yet")
    view.print(sentence(_("Preference: {preference}").format(preference=words)))


def weigh(view: LinearView, _action: str, rest: str) -> None:
    """Step the importance of this question: 1, 2, 3, not said; with a number, set it to that."""
    if rest and not (rest.isdecimal() and int(rest) <= MAX_IMPORTANCE):
        view.print(_("Type a number from 0 to {count}.").format(count=MAX_IMPORTANCE))
        return
    question = view.question.id
    consult = edit_current(view.talk.consult, lambda now: edits.weigh(now, question))
    while rest and current_answers(consult).about(question).importance != int(rest):
        consult = edit_current(consult, lambda now: edits.weigh(now, question))
    view.say(consult)
    view.print(card_lines.importance(current_answers(consult).about(question).importance))


def note(view: LinearView, _action: str, rest: str) -> None:
    """Add these words to the note of this question, or of the talk."""
    view.write(note_here(view.card, view.talk), rest, adds=True)


def undo(view: LinearView, _action: str, _rest: str) -> None:
    """Undo the last edit, and go to where it was made."""
    was_resumed, redo = view.session.was_resumed, view.key_of("redo")
    _take(view, *undone(view.card, view.talk, was_resumed, redo, phrases.MARKS))


def redo(view: LinearView, _action: str, _rest: str) -> None:
    """Make the edit that was undone last again."""
    _take(view, *redone(view.card, view.talk, view.key_of("undo"), phrases.MARKS))


def keep(view: LinearView) -> None:
    """Keep this talk for the next visit, after asking for a word to find it by; or undo that."""
    session = view.session
    if message := stop_keeping(session):
        view.print(message)
    else:
        view.print(_("Keep this talk for the next visit"))
        view.print(
            _("A word to find it by, if you like, such as: Tuesday. No name, no date of birth: others can read it.")
        )
        label = view.lines.ask(_("A word, or only a hyphen not to keep it: "))
        if label == "-":
            view.print(_("Not kept."))
        else:
            view.print(keep_talk(session, label, view.talk.consult, view.setup.commands, view.setup.today()))


def _take(view: LinearView, talk: Talk, listing: str) -> None:
    """Go on with this talk, and print what changed before the place where it was."""
    if talk is view.talk:
        view.print(listing)
    else:
        view.go_on(talk, listing)


def _statement(view: LinearView, sign: str, rest: str) -> str:
    """Return the id of the statement with this number, or that was pointed at; empty, after a sentence, if none."""
    if not rest and view.pointed:
        return view.pointed
    if not rest:
        view.print(_("Of which statement? Type its number as well, such as {sign} 3.").format(sign=sign))
        return ""
    return view.key_at(rest)


def _point_at_statement(view: LinearView, key: str) -> None:
    if key in card_lines.own_keys(view.question, view.card.option_index(view.option.id)):
        point(view, key)
    else:
        view.print(*view.row(key))


def _print_marks(view: LinearView, key: str) -> None:
    """Print a statement with its marks."""
    marks = phrases.outstanding(current_answers(view.talk.consult).marks_of(key))
    now = _("Statement {number}: {marks}.") if marks else _("Statement {number} has no mark any more.")
    words = CardWords(view.card).quote((Kind.APPEALS, key))
    message = now.format(number=view.keys.index(key) + 1, marks=card_lines.marks_in_words(marks) if marks else "")
    quote = phrases.quoted(words.text if words else "", quotation_marks(view.card.language))
    view.print(f"{message} {quote}")


def _print_tick(view: LinearView, key: str, is_on: bool) -> None:
    text = view.card.questions[view.card.question_index(key)].text
    if is_on:
        view.print(_("Ticked as no. {rank}: {words}").format(rank=view.chosen.index(key) + 1, words=text))
    else:
        view.print(_("Not ticked any more: {words}").format(words=text))


def _decide(view: LinearView, key: str, lead: str) -> None:
    """Ask whether this is the outcome (or no longer), and only then record it."""
    consult = view.talk.consult
    was_decided = is_decided(consult, key)
    view.print(end_lines.choice(view.card, consult, key, lead.upper()))
    words = _("Take this decision away?") if was_decided else _("Is this what you decide?")
    yes = _("yes, take it away") if was_decided else _("yes, this is the decision")
    if view.ask(ChoiceQuestion(words, {Answer.YES: yes, Answer.NO: _("no")})) is Answer.NO:
        view.print(_("Nothing was changed."))
        return
    chosen = choose_at_decide(view.card, view.talk, key)
    if not isinstance(chosen, Talk):
        return
    view.go_on(chosen)
    view.print(_("The decision was taken away.") if was_decided else _("Decided."))
    view.show_later()


def _choose_at_decide(view: LinearView, key: str) -> None:
    chosen = choose_at_decide(view.card, view.talk, key)
    if chosen is None:
        keep(view)
    elif isinstance(chosen, Writing):
        view.write(chosen)
    else:
        view.go_on(chosen)
        if key.startswith(EARLIER):
            view.print(_("Taken off. {key}: undo.").format(key=view.key_of("undo")))
            view.show()
        elif view.where is Where.DECISION:
            view.print(*view.row(key))
