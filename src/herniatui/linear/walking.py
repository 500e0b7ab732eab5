"""Commands to walk through the card and to look at it, in lines."""

from herniatui.card.figures import figures, gives_no_number, unpictured
from herniatui.card.languages import quotation_marks
from herniatui.commands.command import Where
from herniatui.commands.going import to_others
from herniatui.commands.looking_up import terms, texts_of_question, texts_of_start
from herniatui.consult import walk
from herniatui.consult.history import move
from herniatui.desktop import browser
from herniatui.i18n import _
from herniatui.linear import card_lines
from herniatui.linear.listing import sentence
from herniatui.linear.view import LinearView
from herniatui.report.picture_text import describe_figure, no_picture, picture_lines
from herniatui.report.word_notes import with_explanation


def onward(view: LinearView, _action: str, _rest: str) -> None:
    """Go on; at the last stop, say that there is nothing more."""
    if view.onward == view.talk.walk:
        again, stop = view.key_of("again"), view.key_of("quit")
        view.print(_("This is the end. {again}: next patient, {stop}: stop.").format(again=again, stop=stop))
    else:
        view.go(view.onward)


def back(view: LinearView, _action: str, _rest: str) -> None:
    """Go the same way back."""
    there = walk.backward(view.card, view.chosen, view.talk.walk)
    if there == view.talk.walk:
        view.print(_("This is the beginning."))
    else:
        view.go(there)


def question(view: LinearView, _action: str, rest: str) -> None:
    """Go to the question with this number on the card."""
    count = len(view.card.questions)
    if rest.isdecimal() and 1 <= int(rest) <= count:
        view.go(walk.go(view.card, view.talk.walk, view.card.questions[int(rest) - 1].id))
    else:
        view.print(_("Type the word question and a number from 1 to {count}.").format(count=count))


def others(view: LinearView, _action: str, _rest: str) -> None:
    """Go to the first question that the patient did not choose to talk about."""
    there = to_others(view.card, view.talk)
    if there is None:
        view.print(_("There are no other questions."))
    else:
        view.go(there)


def decision(view: LinearView, _action: str, _rest: str) -> None:
    """Go to the decision."""
    view.go(walk.go(view.card, view.talk.walk, walk.DECISION))


def option(view: LinearView, action: str, _rest: str) -> None:
    """Print the next or the previous option; at Decide, print the choices."""
    if view.where is Where.DECISION:
        view.print(_("Type the letter of a choice, or 0."))
        return
    by = 1 if action == "option(1)" else -1
    show_option(view, max(0, min(view.card.option_index(view.option.id) + by, len(view.card.options) - 1)))


def show_option(view: LinearView, index: int) -> None:
    """Print the option with this index."""
    if index < len(view.card.options):
        view.go(walk.show(view.talk.walk, view.card.options[index].id))
    else:
        view.print(_("The card has no such option."))


def line(view: LinearView, action: str, _rest: str) -> None:
    """Print the next or the previous row on its own."""
    keys = view.keys
    if view.where is Where.QUESTION:
        keys = card_lines.own_keys(view.question, view.card.option_index(view.option.id))
    by = 1 if action == "line(1)" else -1
    at = keys.index(view.pointed) + by if view.pointed in keys else 0 if by > 0 else len(keys) - 1
    if 0 <= at < len(keys):
        point(view, keys[at])
    else:
        view.print(_("There are no more lines here."))


def point(view: LinearView, key: str) -> None:
    """Print a row on its own; next and previous continue from it."""
    view.go_on(move(view.talk, walk.point(view.talk.walk, key)))
    view.pointed = key
    view.print(*view.row(key))


def whole_card(view: LinearView, _action: str, _rest: str) -> None:
    """Print every question with every option, without moving."""
    card = view.card
    for asked in card.questions:
        numbers = {key: number for number, key in enumerate(card_lines.statement_keys(card, asked), 1)}
        view.print(*card_lines.question_lines(card, asked, asked.group))
        for index, offered in enumerate(card.options):
            view.print(card_lines.option_heading(card, index))
            view.print(*card_lines.answer(card, view.talk.consult, asked, index, numbers))
            view.count_as_viewed([(asked.id, offered.id)])
        view.print(*card_lines.said(card, asked, view.talk.consult))
    view.print(_("End of the card. You are still where you were."), *view.onward_words())


def picture(view: LinearView, _action: str, rest: str) -> None:
    """Print the picture of this statement in words; without a number, all pictures of the question."""
    card, asked, options = view.card, view.question, range(len(view.card.options))
    if not rest:
        lines = [words.removeprefix("- ") for words in picture_lines(card, asked, drawn=False)]
        is_none = all(gives_no_number(card, asked, option) for option in options)
        none = _("The card gives no numbers at this question.")
        view.print(*(lines or [none if is_none else _("There are no pictures at this question.")]))
    elif key := view.key_at(rest):
        here, marks = [own for option in options for own in figures(asked, option)], quotation_marks(card.language)
        lines = [describe_figure(found, marks) for found in here if found.is_about(key)]
        in_words = [found for option in options for found in unpictured(card, asked, option)]
        lines += [sentence(no_picture(found.words)) for found in in_words if found.statement.id == key]
        view.print(*(lines or [_("There is no picture of statement {number}.").format(number=rest)]))


def look_up(view: LinearView, _action: str, rest: str) -> None:
    """Print the linked words with what explains them; with a number, open that address in the browser."""
    if view.where is Where.START:
        parts = texts_of_start(view.card, view.pointed)
    else:
        here = view.card.option_index(view.option.id)
        parts = texts_of_question(view.card, view.question, here, view.pointed)
    found = terms(parts, view.deck.links)
    if not found:
        view.print(_("There are no words here that are explained."))
    elif rest:
        _open(view, [term.link.address for term, _heading in found], rest)
    else:
        for number, (term, _heading) in enumerate(found, 1):
            told = with_explanation(term.word, term.link.explanation) if term.link.explanation else term.word
            view.print(f"{number}. {told}")
            if term.link.address:
                view.print(in_words(term.link.address), term.link.address)
            if term.link.look_up:
                view.print(sentence(_("Look up there: {word}").format(word=term.link.look_up)))
        if any(term.link.address for term, _heading in found):
            view.print(_("{key} and a number opens that address in the browser.").format(key=view.key_of("lookup")))


def _open(view: LinearView, addresses: list[str], rest: str) -> None:
    if not rest.isdecimal() or not 1 <= int(rest) <= len(addresses):
        view.print(_("Type a number from 1 to {count}.").format(count=len(addresses)))
    elif not addresses[int(rest) - 1]:
        view.print(_("This word is explained by the card itself; it has no address."))
    elif browser.is_available() and browser.open_address(addresses[int(rest) - 1]):
        view.print(_("Sent to the browser."))
    else:
        view.print(_("There is no browser here. The address is {address}").format(address=addresses[int(rest) - 1]))


def in_words(address: str) -> str:
    """Return an address as one says it: `thuisarts punt nl, schuine streep, hernia streepje in streepje rug`."""
    spoken = address.partition("://")[2].removeprefix("www.").rstrip("/")
    for sign, word in ((".", _("dot")), ("-", _("hyphen")), ("_", _("underscore"))):
        spoken = spoken.replace(sign, f" {word} ")
    spoken = spoken.replace("/", _(", slash, "))
    return sentence(_("In words: {address}").format(address=spoken))
