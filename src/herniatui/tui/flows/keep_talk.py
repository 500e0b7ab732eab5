"""Keep a talk for the next visit, and continue a stored talk."""

from herniatui.commands.declared import named
from herniatui.commands.ending import keep_talk, stop_keeping
from herniatui.commands.stored_talks import Offered, offered, why_not_now
from herniatui.i18n import _
from herniatui.storage.store import TalkNotFound
from herniatui.system_errors import reason
from herniatui.tui.host import Host


def offer_stored_talks(host: Host) -> None:
    """Ask about an unfinished talk, if there is one; otherwise mention a stored talk that can be continued."""
    found = offered(host.session) if host.has_stored is None else Offered()
    if host.asks_about_unfinished and found.asks:
        show_stored_talks(host, unfinished_only=True)
    elif found.can_be_continued or host.has_stored:
        hint = _("There is a saved talk. Press {key} to go on with it.").format(key=named("saved", host.commands).brief)
        host.pending_message = f"{host.pending_message} {hint}".strip()


def show_stored_talks(host: Host, unfinished_only: bool = False) -> None:
    """Show the stored talks, or only the unfinished ones, to continue one of them."""
    from herniatui.tui.screens.stored_talks import StoredTalksScreen  # lazy import: seldom needed

    def chosen(talk_id: str | None) -> None:
        if talk_id:
            _resume(host, talk_id)

    store, refusal = host.session.store, why_not_now(host.session, host.talk.consult)
    if refusal or store is None:
        host.show_message(refusal)
    else:
        host.push_screen(StoredTalksScreen(store, unfinished_only), chosen)


def _resume(host: Host, talk_id: str) -> None:
    """Replace the empty talk with a stored one."""
    try:
        host.session.resume(talk_id)
    except TalkNotFound as refused:
        host.show_message(str(refused))
        return
    except OSError as error:
        host.show_message(reason(error))
        return
    begun = host.session.begin(host.saving_changed)
    host.go_on(begun.talk)
    host.show_message(begun.message)


def toggle_kept(host: Host) -> None:
    """Keep this talk for the next visit, or undo that."""
    session = host.session
    if message := stop_keeping(session):
        host.show_message(message)
    elif session.open_talk:
        _ask_label(host, session.open_talk.record.label)


def _ask_label(host: Host, label: str) -> None:
    from herniatui.tui.dialogs.text import LineDialog  # lazy import: the editor is heavy

    def answered(words: str | None) -> None:
        if words is None:
            host.show_message(_("Not kept."))
        else:
            host.show_message(keep_talk(host.session, words, host.talk.consult, host.commands, host.today()))

    hint = _("A word to find it by, if you like, such as: Tuesday. No name, no date of birth: others can read it.")
    title, done, undone = _("Keep this talk for the next visit"), _("keep"), _("back")
    host.push_screen(LineDialog(title, label, hint=hint, done=done, undone=undone), answered)
