"""Base of the screens that show statements: marks them, and counts an answer as viewed once all of it was painted."""

from collections.abc import Callable, Iterable

from herniatui.commands.choosing import toggle_explained
from herniatui.commands.declared import named
from herniatui.commands.key_names import display_key
from herniatui.consult import edits
from herniatui.consult.model import Consult, Mark
from herniatui.consult.quotes import edit_current
from herniatui.i18n import _
from herniatui.tui.rows.side_by_side import BODY, body_place
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.sizes import MIN_HEIGHT, MIN_WIDTH
from herniatui.tui.textual_internals import is_layout_pending, lay_out_now

_ENDS = ("first line", "last line")


class ViewingScreen(TalkScreen):
    """Screen that shows answers: the statements of a question and an option.

    An answer counts as viewed when the first and the last line of each of its statements were painted, in one frame or
    in several. Text below the window was not viewed, and neither is what typing ahead passed over.
    """

    def on_mount(self) -> None:
        """Start with nothing painted."""
        self._painted: set[tuple[str, str]] = set()

    def place_body(self, together: bool) -> int:
        """Put the body where it belongs, with all options beside each other or not; return its width in cells."""
        width, body = self.host.size.width, self.query_one("#body")
        start, room = body_place(width, self.card) if together else (0, BODY)
        body.styles.max_width = room
        for part in (body, self.query_one("#status")):  # they are centred together, by the wider of the two
            part.styles.offset = (start - (width - room) // 2 if together else 0, 0)
        return min(room, width) - body.gutter.width

    def answers_on_screen(self) -> Iterable[tuple[str, str]]:
        """Return question and option of each answer of which statements are on screen."""
        raise NotImplementedError

    def lines_in_view(self) -> Iterable[tuple[str, bool, bool]]:
        """Return each statement on screen: its id, whether its first line is in view, and whether its last line is."""
        raise NotImplementedError

    def count_what_is_shown(self) -> None:
        """Count the answers that are shown whole by now; called after every change of what is in view.

        It is counted before it is painted, so that one paint shows both, and the next key waits for that paint. On a
        screen that is not laid out yet it is counted after the paint.
        """
        if not self._unviewed():
            return
        if is_layout_pending(self):
            lay_out_now(self)
        self._count()
        if not self.awaits_frame:
            self.awaits_frame = self.call_after_refresh(self._frame_painted)

    def _unviewed(self) -> list[tuple[str, str]]:
        return [answer for answer in self.answers_on_screen() if answer not in self.talk.walk.seen]

    def _frame_painted(self) -> None:
        self.awaits_frame = False
        self._count()

    def _count(self) -> None:
        """Remember what is in view, and count the answers that were shown whole by now."""
        size = self.host.size
        is_drawn = size.width >= MIN_WIDTH and size.height >= MIN_HEIGHT
        if not (self.is_current and self.is_here and is_drawn):
            return
        for statement, *ends in self.lines_in_view():
            self._painted.update((statement, name) for name, in_view in zip(_ENDS, ends, strict=True) if in_view)
        viewed = [answer for answer in self._unviewed() if self._is_painted(*answer)]
        if viewed:
            self.host.count_as_viewed(viewed)
            self.show_stops()
            self.show_keys()

    def _is_painted(self, question: str, option: str) -> bool:
        statements = self.card.questions[self.card.question_index(question)].statements(self.card.option_index(option))
        return all((statement.id, end) in self._painted for statement, _depth in statements for end in _ENDS)

    def may_act(self) -> bool:
        """Whether a key may act on the statement under the cursor: if there is one, and it is in view."""
        return bool(self.page.key) and not self.page.reveal_cursor()

    def action_mark(self, mark: str) -> None:
        """Toggle this mark on the statement under the cursor."""
        if self.may_act():
            self.say_now(lambda consult: edits.mark(consult, self.page.key, Mark(mark)))

    def action_explained(self) -> None:
        """Toggle that the statement under the cursor, which needs explanation, was explained."""
        if not self.may_act():
            return
        consult = toggle_explained(self.talk.consult, self.page.key)
        if consult is not None:
            self.say(consult)
        else:
            mark = named("mark", self.host.commands).keys_of("mark('?')")[0]
            self.host.show_message(_("First mark this line with {key}.").format(key=display_key(mark)))

    def say_now(self, say: Callable[[Consult], Consult]) -> None:
        """Apply this edit to the words on screen; it replaces the same answer to earlier words."""
        self.say(edit_current(self.talk.consult, say))
