"""Base class of the stops of the walk, with the commands that work at every stop."""

from collections.abc import Callable

from msgspec.structs import replace

from herniatui.commands.choosing import note_here
from herniatui.commands.declared import named
from herniatui.commands.going import destination, redone, undone, where_is
from herniatui.consult import history, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.tui.keys.commands import key_bar
from herniatui.tui.rows.walk_stops import walk_stops
from herniatui.tui.screens.frame import FramedScreen
from herniatui.tui.screens.writing import ask_for_text
from herniatui.tui.sizes import SMALL_WIDTH
from herniatui.tui.widgets.bars import KeyBar, WalkBar


class TalkScreen(FramedScreen):
    """Screen of a stop of the walk: shows the talk of the app, and replaces it with edited ones through `go_on`."""

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show this talk.

        Args:
            talk: the talk to show.
            arrived: whether the walk has just come to this place, so that the page starts at its top.
        """
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
        return where_is(self.talk.walk) is self.where

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

    def show_again(self) -> None:
        """Show the talk again, in another layout or size. Called also after a resize behind another screen."""
        if self.is_here:
            self.show(self.talk)

    def follow(self, talk: Talk) -> None:
        """Show this talk, which the app has gone on with; nothing is to be done where only the cursor has moved."""
        before, walked = self._followed, replace(talk.walk, lines=())
        self._followed = talk.consult, walked
        is_same = before is not None and before[0] is talk.consult and before[1] == walked
        if not is_same or self.page.key != talk.walk.line_of(walk.place(talk.walk)):
            self.show(talk)

    def show(self, talk: Talk) -> None:
        """Show this talk."""
        self.choose_layout()
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
        return destination(self.card, self.talk.walk, self.onward, brief=self.host.size.width < SMALL_WIDTH)

    @property
    def onward(self) -> walk.Walk:
        """Where the walk goes from here at the end of the page."""
        return walk.forward(self.card, self.chosen, self.talk.walk, self.is_together)

    @property
    def back(self) -> walk.Walk:
        """Where the walk goes back to from here at the top of the page."""
        return walk.backward(self.card, self.chosen, self.talk.walk, self.is_together)

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
        self.go(self.back)
        if self.is_here and walk.is_question(self.talk.walk.stop) and self.has_turned(before):
            self.page.read_to_end()
            self.cursor_moved()

    def has_turned(self, before: walk.Walk) -> bool:
        """Whether another page is shown than at this walk."""
        return walk.place(self.talk.walk) != walk.place(before)

    def action_question(self, number: int) -> None:
        """Go to the question with this number on the card."""
        if number <= len(self.card.questions):
            self.go(walk.go(self.card, self.talk.walk, self.card.questions[number - 1].id))

    def action_decision(self) -> None:
        """Go to the decision."""
        self.go(walk.go(self.card, self.talk.walk, walk.DECISION))

    def action_undo(self) -> None:
        """Undo the last edit, and go to where it was made."""
        was_resumed, redo = self.host.session.was_resumed, named("redo", self.host.commands).brief
        self._take(*undone(self.card, self.talk, was_resumed, redo))

    def action_redo(self) -> None:
        """Make the edit that was undone last again, and go to where it was made."""
        self._take(*redone(self.card, self.talk, named("undo", self.host.commands).brief))

    def _take(self, talk: Talk, told: str) -> None:
        """Go on with this talk, and tell what changed."""
        if talk is not self.talk:
            self.host.go_on(talk)
        self.host.show_message(told)

    def action_note(self) -> None:
        """Write a note in the patient's own words, about the question on screen or about the whole talk."""
        note = note_here(self.card, self.talk)
        self.write(note.title, note.text, lambda words: note.say(self.talk.consult, words))

    def write(self, title: str, text: str, say: Callable[[str], Consult]) -> None:
        """Let the user write a text, and continue with the consult that `say` returns for it."""
        ask_for_text(self, title, text, say)
