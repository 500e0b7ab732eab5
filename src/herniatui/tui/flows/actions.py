"""The app's actions that span screens, bound as `app.NAME`, so that screens import no flow."""

from collections.abc import Sequence

from herniatui.commands.declared import named
from herniatui.i18n import _
from herniatui.tui.dialogs.palette_entries import palette_entries
from herniatui.tui.flows.end_talk import end_talk
from herniatui.tui.flows.keep_talk import show_stored_talks, toggle_kept
from herniatui.tui.flows.look_up import look_up
from herniatui.tui.flows.save_note import save_note
from herniatui.tui.host import Host
from herniatui.tui.rows.side_by_side import too_narrow
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.screens.reading import ReadingScreen, about_screen, help_screen, prompts_screen
from herniatui.tui.screens.screen import HerniaScreen
from herniatui.tui.sizes import SMALL_HEIGHT, is_small


class FlowActions(Host):
    """Host whose actions run the flows."""

    def look_up(self, texts: Sequence[tuple[str, Sequence[str]]], clicked: str = "") -> None:
        """Show the linked words of these texts."""
        look_up(self, texts, clicked)

    def action_stop(self) -> None:
        """Stop the program; ask first what to do with the talk."""
        end_talk(self, next_patient=False)

    async def action_quit(self) -> None:
        """Stop the program; Textual's name for this action."""
        self.action_stop()

    def action_next_patient(self) -> None:
        """End this talk and start a new app; ask first what to do with the talk, unless that is settled."""
        end_talk(self, next_patient=True)

    def action_keep(self) -> None:
        """Keep this talk for the next visit, or undo that."""
        toggle_kept(self)

    def action_stored_talks(self) -> None:
        """Show the stored talks."""
        self.pending_message = ""
        show_stored_talks(self)

    def action_save_note(self) -> None:
        """Save the note to a file; replace an existing file only after a question."""
        save_note(self)

    def action_handout(self) -> None:
        """Save the handout and open it."""
        from herniatui.tui.flows.make_handout import make_handout  # lazy import: the handout is heavy

        make_handout(self)

    def action_blank_card(self) -> None:
        """Save a blank card and open it."""
        from herniatui.tui.flows.make_handout import make_blank_card  # lazy import: the handout is heavy

        make_blank_card(self)

    def action_side_by_side(self) -> None:
        """Toggle the options side by side; show why if the window is too narrow."""
        if self.is_calm:
            self.show_message(
                _("Side by side does not go together with step by step, which shows one thing at a time.")
            )
        elif refusal := too_narrow(self.size.width, self.deck.card):
            self.show_message(refusal)
        else:
            self.side_by_side = not self.side_by_side

    def action_calm(self) -> None:
        """Toggle the calm layout; show why if the window has no room for another."""
        key = named("calm", self.commands).brief
        if is_small(*self.size):
            self.show_message(_("This window has room for step by step only. Make it larger, or the letters smaller."))
            return
        self.calm_on = not self.calm_on
        if self.calm_on:
            self.show_message(_("Step by step: one thing at a time. {key}: all together again.").format(key=key))
        else:
            self.show_message(_("All together again. {key}: step by step.").format(key=key))

    def action_prompts(self) -> None:
        """Show or hide the conversation prompts."""
        prompts = self.deck.additions.prompts
        if prompts == type(prompts)():
            self.show_message(_("This card comes without conversation help."))
        elif self.size.height < SMALL_HEIGHT and isinstance(self.screen, TalkScreen):
            self.push_screen(prompts_screen(self.screen.prompts()))
        else:
            self.prompts_on = not self.prompts_on

    def action_read_help(self) -> None:
        """Show the help, or close it."""
        self._read(help_screen(self.commands, self.in_ascii))

    def action_read_about(self) -> None:
        """Show the origin of the card, or close it."""
        self._read(about_screen(self.deck))

    def _read(self, screen: ReadingScreen) -> None:
        if not isinstance(self.screen, ReadingScreen):
            self.push_screen(screen)
        elif self.screen.heading == screen.heading:
            self.screen.answer(None)
        else:
            self.switch_screen(screen)

    def action_command_palette(self) -> None:
        """Show the command palette."""
        screen = self.screen
        if not isinstance(screen, HerniaScreen):
            return
        from herniatui.tui.dialogs.palette import PaletteDialog  # lazy: the text input is slow to import

        async def chosen(action: str | None) -> None:
            if action:
                await screen.run_action(action)

        self.push_screen(PaletteDialog(list(palette_entries(self.deck.card, screen.where, self.commands))), chosen)
