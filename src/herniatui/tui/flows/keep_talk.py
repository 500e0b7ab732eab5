"""Keeping talks: going on with one, and keeping this one for the next visit."""

from typing import TYPE_CHECKING

from herniatui.consult.model import EMPTY
from herniatui.i18n import _
from herniatui.tui.keys.commands import named

if TYPE_CHECKING:
    from herniatui.tui.app import HerniaApp


def ask_about_others(app: "HerniaApp") -> None:
    """Ask about a talk that was not finished, if there is any; otherwise say where one is that was kept."""
    others = [one for one in app.saved.others() if one.record and not one.is_open]
    if app.asks and any(one.record and not one.record.kept for one in others):
        show_saved(app, unfinished_only=True)
    elif others:
        hint = _("There is a saved talk. Press {key} to go on with it.").format(key=named("saved", app.commands).brief)
        app.notice = f"{app.notice} {hint}".strip()


def show_saved(app: "HerniaApp", unfinished_only: bool = False) -> None:
    """Show the talks that are kept, or only those that were not finished, to go on with one of them."""
    from herniatui.tui.screens.saved_talks import SavedTalksScreen  # seldom needed

    def chosen(consult_id: str | None) -> None:
        if consult_id:
            app.saved.take(app, consult_id)

    if app.saved.shelf is None:
        app.tell(_("Nothing is saved now, so there are no saved talks."))
    elif app.talk.consult != EMPTY:
        app.tell(_("Finish this talk first; then you can go on with another."))
    else:
        app.push_screen(SavedTalksScreen(app.saved.shelf, unfinished_only), chosen)


def keep_hint(app: "HerniaApp") -> str:
    """Return how this talk can be kept, for when people do not decide yet."""
    key = named("keep", app.commands).brief
    return _("{key}: keep this talk for the next visit").format(key=key)


def keep_or_not(app: "HerniaApp") -> None:
    """Keep this talk for the next visit, or no longer."""
    keeping = app.saved.keeping
    if keeping is None or not app.saved.can_be_kept:
        app.tell(_("This talk cannot be kept now."))
    elif keeping.record.kept:
        app.saved.keep_no_longer()
        app.tell(_("This talk is no longer kept for the next visit."))
    elif not app.talk.consult.decision.not_yet:
        app.tell(_('Choose "Not decide yet" first, at Decide. Then this talk can be kept for the next visit.'))
    else:
        _ask_label(app, keeping.record.label)


def _ask_label(app: "HerniaApp", label: str) -> None:
    from herniatui.tui.dialogs.text import LineDialog  # the editor is heavy

    def answered(words: str | None) -> None:
        if words is None:
            app.tell(_("Not kept."))
        else:
            app.saved.keep(app, words)

    hint = _("A word to find it by, if you like, such as: Tuesday. No name, no date of birth: others can read it.")
    title, done, undone = _("Keep this talk for the next visit"), _("keep"), _("back")
    app.push_screen(LineDialog(title, label, hint=hint, done=done, undone=undone), answered)
