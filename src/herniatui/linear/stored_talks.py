"""Saved talks in lines: listed with numbers, to go on with one or to wipe one."""

from typing import cast

from herniatui.commands.asking import Answer, whether_to_wipe
from herniatui.commands.stored_talks import offered, why_not_now, wipe
from herniatui.i18n import _
from herniatui.linear.listing import Listing, sentence
from herniatui.linear.view import LinearView
from herniatui.report.talk_list import kept_until, talk_line
from herniatui.storage.record import Record
from herniatui.storage.store import StoredTalk, TalkNotFound, TalkStore
from herniatui.system_errors import reason


def show_stored(view: LinearView, _action: str, _rest: str) -> None:
    """List the saved talks, and go on with one if the user says so."""
    if refusal := why_not_now(view.session, view.talk.consult):
        view.print(refusal)
    else:
        choose_talk(view, unfinished_only=False)
        view.show()


def offer_stored(view: LinearView) -> None:
    """Ask about an unfinished talk, if there is one; otherwise mention a saved talk that can be continued."""
    found = offered(view.session)
    if found.asks:
        choose_talk(view, unfinished_only=True)
    elif found.can_be_continued:
        hint = _("There is a saved talk. Press {key} to go on with it.")
        view.print(hint.format(key=view.key_of("saved")))


def choose_talk(view: LinearView, unfinished_only: bool) -> None:
    """List the saved talks until the user chooses one or none; an empty line begins a new talk, and the others stay."""
    while True:
        store, listing = view.session.store, _listed(view, unfinished_only)
        view.print(*listing.lines)
        if store is None or not listing.rows:
            return
        view.print(_("A number: go on with that talk. w and a number: wipe it. Empty line: a new talk."))
        typed = view.lines.ask()
        if not typed:
            return
        wipes, number = typed[:1].lower() == "w", typed.lower().removeprefix("w").strip()
        keys = list(listing.rows)
        if not number.isdecimal() or not 1 <= int(number) <= len(keys):
            view.print(_("That is none of these."))
        elif wipes:
            _wipe(view, store, keys[int(number) - 1])
        elif _resume(view, keys[int(number) - 1]):
            return


def _listed(view: LinearView, unfinished_only: bool) -> Listing:
    found, listing = offered(view.session, unfinished_only), Listing()
    if not found.unfinished and not found.kept:
        listing.add(_("There are no saved talks."))
    parts = {
        _("Go on with a talk that was not finished"): found.unfinished,
        _("Go on with a talk that was kept for this visit"): found.kept,
    }
    for heading, talks in parts.items():
        listing.add(*([sentence(heading)] if talks else []))
        for talk in talks:
            _add_talk(view, listing, talk)
    return listing


def _add_talk(view: LinearView, listing: Listing, talk: StoredTalk) -> None:
    """Add a talk; one that is open elsewhere has no number, so it cannot be chosen."""
    today, store = view.setup.today(), cast(TalkStore, view.session.store)
    line = talk_line(talk, view.card, today).replace(" · ", ", ")
    expiry = kept_until(store, cast(Record, talk.record), today)
    words = f"{line}, {_('stays until {moment}').format(moment=expiry)}."
    if talk.is_open:
        listing.add(words)
    else:
        listing.add_numbered(talk.id, words)


def _resume(view: LinearView, talk_id: str) -> bool:
    """Go on with a saved talk in place of the empty one; return whether that worked."""
    try:
        view.session.resume(talk_id)
    except TalkNotFound as refused:
        view.print(sentence(str(refused)))
        return False
    except OSError as error:
        view.print(sentence(reason(error)))
        return False
    view.begin()
    return True


def _wipe(view: LinearView, store: TalkStore, talk_id: str) -> None:
    if view.ask(whether_to_wipe()) is Answer.YES:
        view.print(sentence(wipe(store, talk_id)))
