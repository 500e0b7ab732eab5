"""Base class of the stops of the walk: their common frame, and the commands that work at every stop."""

from collections.abc import Callable

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from herniatui.consult import edits, history, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report.difference import difference
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import key_bar, named
from herniatui.tui.rows.walk_stops import destination, walk_stops
from herniatui.tui.screens.screen import put
from herniatui.tui.screens.walk_screen import WalkScreen
from herniatui.tui.screens.writing import ask_for_text
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.too_small import TooSmall

LOW = 24
"""Lines of a window below which the prompts take as little room as they can."""
_WHERE = {walk.START: Where.START, walk.DECISION: Where.DECISION, walk.CLOSING: Where.CLOSING}


class TalkScreen(WalkScreen):
    """Screen of a stop of the walk: shows the talk of the app, and replaces it with edited ones through `go_on`."""

    def compose(self) -> ComposeResult:
        """Yield the frame: bars, message, prompts and status around the body of the screen."""
        yield WalkBar()
        with Vertical(id="body"):
            yield from self.compose_body()
            yield Static(id="prompts")
            yield Static(id="message")
            yield from self.compose_foot()
        yield from self.compose_instead()
        yield Static(id="status")
        yield KeyBar(key_bar(self.where, self.host.commands, options=len(self.card.options)))
        yield TooSmall()

    def compose_body(self) -> ComposeResult:
        """Yield the body of the screen."""
        yield Page()

    def compose_foot(self) -> ComposeResult:
        """Yield widgets between message and key bar, if any."""
        yield from ()

    def compose_instead(self) -> ComposeResult:
        """Yield widgets that can replace the body, if any."""
        yield from ()

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show this talk.

        Args:
            talk: the talk to show.
            arrived: whether the walk has just come to this place, so that the page starts at its top.
        """
        raise NotImplementedError

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts for the clinician at this stop."""
        raise NotImplementedError

    @property
    def is_together(self) -> bool:
        """Whether all options of a question are on screen side by side."""
        return False

    def on_mount(self) -> None:
        """Start with nothing shown."""
        self._place = ""
        self._followed: tuple[Consult, walk.Walk] | None = None
        self._walked: tuple[str, frozenset[tuple[str, str]], tuple[str, ...]] | None = None

    @property
    def is_here(self) -> bool:
        """Whether the talk is at a stop of this screen. False for a start screen under the screen of a resumed talk."""
        return _WHERE.get(self.talk.walk.stop, Where.QUESTION) is self.where

    def on_screen_resume(self) -> None:
        """Catch up with messages, status and talk when this screen becomes active."""
        if not self.is_here:
            return
        self.show_message(self.host.pending_message)
        self.show_status(self.host.persistent_status)
        self.show(self.talk)

    def on_screen_suspend(self) -> None:
        """Clear the cached lines of this screen: Textual keeps them while another screen covers it."""
        for widget in self.query("*"):
            widget.refresh()

    def follow(self, talk: Talk) -> None:
        """Show this talk, which the app has gone on with; nothing is to be done where only the cursor has moved."""
        before, walked = self._followed, replace(talk.walk, lines=())
        self._followed = talk.consult, walked
        is_same = before is not None and before[0] is talk.consult and before[1] == walked
        if not is_same or self.page.key != talk.walk.line_of(walk.place(talk.walk)):
            self.show(talk)

    def show(self, talk: Talk) -> None:
        """Show this talk."""
        place = walk.place(talk.walk)
        arrived, self._place = place != self._place, place
        self.show_stops()
        self.show_talk(talk, arrived)
        self.show_prompts()
        self.show_keys()

    def show_stops(self) -> None:
        """Show all stops in the bar at the top, with how much of them was viewed."""
        talk = self.talk
        walked = talk.walk.stop, talk.walk.seen, self.chosen
        if walked != self._walked:
            self._walked = walked
            self.query_one(WalkBar).show(self.card.title, walk_stops(self.card, talk))

    def prompts_toggled(self) -> None:
        """Show or hide the prompts after the user toggled them."""
        self.show_prompts()

    def show_prompts(self) -> None:
        """Show the conversation prompts if they are on."""
        box = self.query_one("#prompts", Static)
        lines = self.prompts() if self.host.prompts_on else ()
        box.display = bool(lines)
        if lines:
            is_low = self.host.size.height < LOW
            box.set_class(is_low, "-low")
            quoted = [f"“{line}”" for line in lines]
            if is_low:
                quoted[0] = _("Conversation help: {words}").format(words=quoted[0])
            else:
                quoted.insert(0, _("Conversation help, not from the card. You could say:"))
            put(box, "\n".join(quoted))

    def show_message(self, text: str) -> None:
        """Show a message above the key bar, until the next message or edit."""
        put(self.query_one("#message", Static), text)

    def show_status(self, text: str) -> None:
        """Show the persistent save warning; hide the line when it is empty."""
        line = self.query_one("#status", Static)
        line.display = bool(text)
        line.update(Content(text))

    def say(self, consult: Consult) -> None:
        """Continue with this consult, as an edit that can be undone."""
        self.host.go_on(history.edit(self.talk, consult))

    def action_line(self, by: int) -> None:
        """Move the cursor and store its line in the walk at once: the next key may be about that line."""
        self.page.move(by)
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Store the line under the cursor in the walk."""
        if self.page.key:
            self.go(walk.point(self.talk.walk, self.page.key))
        self.show_keys()

    def show_keys(self) -> None:
        """Show what the keys do now."""
        self.query_one(KeyBar).show(key_bar(self.where, self.host.commands, self.next_words, len(self.card.options)))

    @property
    def next_words(self) -> str:
        """What Enter does now, for the key bar; empty if it does nothing."""
        if self.has_more(1):
            return _("read on")
        return destination(self.card, self.talk.walk, self.onward)

    @property
    def onward(self) -> walk.Walk:
        """Where the walk goes from here at the end of the page."""
        return walk.forward(self.card, self.chosen, self.talk.walk, self.is_together)

    def has_more(self, by: int) -> bool:
        """Whether there is more to read below the window (or above it, below 0)."""
        return self.page.has_more(by)

    def read_on(self, by: int) -> bool:
        """Read on by a window-full (or back, below 0); return whether there was more to read."""
        return self.page.read_on(by)

    def action_next(self) -> None:
        """Go on."""
        self.action_onward()

    def action_onward(self) -> None:
        """Read on; at the end of the page go to the next option, or to the next stop."""
        if self.read_on(1):
            self.cursor_moved()
        else:
            self.go(self.onward)

    def action_previous(self) -> None:
        """Read back; at the top of the page go to the end of the option before, or of the stop before."""
        if self.read_on(-1):
            self.cursor_moved()
            return
        before = self.talk.walk
        self.go(walk.backward(self.card, self.chosen, before, self.is_together))
        if walk.place(self.talk.walk) != walk.place(before) and self.is_here and walk.is_question(self.talk.walk.stop):
            self.page.read_to_end()
            self.cursor_moved()

    def action_question(self, number: int) -> None:
        """Go to the question with this number on the card."""
        if number <= len(self.card.questions):
            self.go(walk.go(self.card, self.talk.walk, self.card.questions[number - 1].id))

    def action_decision(self) -> None:
        """Go to the decision."""
        self.go(walk.go(self.card, self.talk.walk, walk.DECISION))

    def action_undo(self) -> None:
        """Undo the last edit, and go to where it was made."""
        if self.talk.past:
            self._take(history.undo(self.talk), _("Undone: {change}. {key}: do it again."), "redo")
        elif self.host.session.was_resumed:
            self.host.show_message(_("Further back is not possible: this is how the talk was saved."))
        else:
            self.host.show_message(_("There is nothing to undo."))

    def action_redo(self) -> None:
        """Make the edit that was undone last again, and go to where it was made."""
        if self.talk.future:
            self._take(history.redo(self.talk), _("Done again: {change}. {key}: undo."), "undo")
        else:
            self.host.show_message(_("There is nothing to do again."))

    def _take(self, talk: Talk, told: str, back: str) -> None:
        """Go on with this talk, and tell what changed and which command takes it back."""
        change = difference(self.card, self.talk.consult, talk.consult)
        self.host.go_on(talk)
        self.host.show_message(told.format(change=change, key=named(back, self.host.commands).brief))

    def action_note(self) -> None:
        """Write a note in the patient's own words, about the question on screen or about the whole talk."""
        stop = self.talk.walk.stop
        at_question = stop not in (walk.START, walk.DECISION, walk.CLOSING)
        title = _("In the patient's own words")
        if stop == walk.START:
            title = _("What would you like to be able to do again?")
        if at_question:
            title = f"{title}: {self.card.questions[self.card.question_index(stop)].text}"
        consult = self.talk.consult
        text = consult.about(stop).note if at_question else consult.note
        self.write(title, text, lambda words: edits.note(self.talk.consult, stop if at_question else None, words))

    def write(self, title: str, text: str, say: Callable[[str], Consult]) -> None:
        """Let the user write a text, and continue with the consult that `say` returns for it."""
        ask_for_text(self, title, text, say)
