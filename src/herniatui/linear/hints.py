"""Hints on what can be typed, printed once per kind of stop."""

from collections.abc import Iterable, Iterator, Sequence

from herniatui.card.links import Link, terms_in
from herniatui.commands.command import Command, Where
from herniatui.commands.declared import named
from herniatui.i18n import _
from herniatui.linear.words import typed_names
from herniatui.report import phrases


def hints(where: Where, commands: Sequence[Command]) -> Iterator[str]:
    """Yield the sentences of this stop, with the keys in force."""
    if where is Where.START:
        yield _("Type a number to tick that question, such as 2. The same number again takes the tick away.")
        yield _("Words of the card that a website explains: type {key}.").format(key=_typed("lookup", commands))
    elif where is Where.QUESTION:
        fine, worries, explain = typed_names(named("mark", commands))
        yield _(
            "Type a sign and a number to mark a statement. {fine} 3: I like this. {worries} 3: I worry about "
            "this. {explain} 3: I want to know more."
        ).format(fine=fine, worries=worries, explain=explain)
        prefer, weigh, note = (_typed(name, commands) for name in ("prefer", "weigh", "note"))
        yield _(
            "{prefer} a: your preference. {weigh}: how important this question is. {note} and words: a note."
        ).format(prefer=prefer, weigh=weigh, note=note)
    elif where is Where.DECISION:
        yield _("Type a letter to decide, or 0. You are then asked whether that is right.")
        yield _("A number opens that question, or ticks that line.")
    else:
        yield _("Type a number to tick that line.")
        save, copy, page, again = (_typed(name, commands) for name in ("save", "clipboard", "handout", "again"))
        yield _(
            "{save}: save the summary. {copy}: the clipboard. {page}: the page to take home. {again}: done, the "
            "next patient."
        ).format(save=save, copy=copy, page=page, again=again)


def glossary_hint(texts: Iterable[str], links: Sequence[Link], commands: Sequence[Command]) -> Iterator[str]:
    """Yield which words of these texts the card explains, and how to have that printed; nothing if there are none."""
    words = [term.word for term in terms_in(texts, links) if term.link.explanation]
    if words:
        told = _("The card explains: {words}. Type {key}.")
        yield told.format(words=phrases.listed(list(dict.fromkeys(words))), key=_typed("lookup", commands))


def _typed(name: str, commands: Sequence[Command]) -> str:
    return typed_names(named(name, commands))[0]
