"""Write a text in a dialog, and continue with a consult that has it."""

from collections.abc import Callable

from herniatui.commands.declared import named
from herniatui.consult import history
from herniatui.consult.model import Consult
from herniatui.consult.quotes import drop_outdated_words
from herniatui.i18n import _
from herniatui.tui.screens.screen import HerniaScreen


def ask_for_text(screen: HerniaScreen[None], title: str, text: str, say: Callable[[str], Consult]) -> None:
    """Open a dialog to write a text, and continue with the consult that `say` returns for it.

    What is being written is saved as it is typed. What was thrown away can be undone.
    """
    from herniatui.tui.dialogs.text import NoteDialog  # lazy: the text area is slow to import

    host = screen.host

    def go_on(words: str) -> None:
        host.go_on(history.edit(host.talk, say(words)))

    def written(words: str | None) -> None:
        if words is not None:
            go_on(words)
            return
        go_on(dialog.thrown_away)
        go_on(text)
        undo = named("undo", host.commands).brief
        host.show_message(_("Thrown away. {key}: undo.").format(key=undo))

    def drafted(words: str) -> None:
        host.save_draft(drop_outdated_words(host.talk.consult, say(words)))

    dialog = NoteDialog(title, text, drafted)
    host.push_screen(dialog, written)
