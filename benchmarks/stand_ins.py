"""Our widgets beside Textual's own that they stand in place of: paints, processor time and widgets for one key.

`python -m benchmarks.stand_ins` runs both without a terminal, one after the other and again, and prints a table. What
is counted is what the last key led to until the app was idle. Processor times depend on the machine; their ratio less.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from itertools import cycle
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from textual.app import App, ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Footer, Label, OptionList, Static, Tabs

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.commands.command import Where
from herniatui.commands.declared import COMMANDS
from herniatui.tui.app import HerniaApp
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.dialogs.palette import PaletteDialog
from herniatui.tui.dialogs.palette_entries import palette_entries
from herniatui.tui.keys.commands import key_bar
from herniatui.tui.rows.layout import Row
from herniatui.tui.terminal.themes import THEMES
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page

TIMES, ROUNDS = 10, 3
DECK = open_deck(find(DEFAULT_CARD))
TEXTS = [[f"{number}: the {word} line of some, long enough" for number in range(20)] for word in ("one", "other")]
PAGES = [[Row(text, key=text) for text in texts] for texts in TEXTS]
NAMES = ["Bewegen en medicijnen", "Operatie"]
ENTRIES = [key_bar(where, COMMANDS, "next", len(NAMES)) for where in (Where.QUESTION, Where.DECISION)]

Act = Callable[[App[Any], Any], Awaitable[None]]


class Case(NamedTuple):
    """One widget or screen, and what a key does with it."""

    what: str
    name: str
    make: Callable[[], Widget]
    """Makes the widget that is on the screen; screens are pushed by `act`."""
    act: Act
    """Does what a key does; given the app and one of two, in turn."""


class Cost(NamedTuple):
    """What a key costs."""

    paints: float
    milliseconds: float
    widgets: int
    """On the screen in front afterwards, Textual's own for notes and tooltips left out."""


class Host(App[None]):
    """An app with just that widget, in our theme and style."""

    CSS_PATH = Path(inspect.getfile(HerniaApp)).with_name("herniatui.tcss")
    BINDINGS = [(f"f{number}", f"nothing({number})", f"Entry {number}") for number in range(1, 10)]  # noqa: RUF012
    paints = 0

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self._make = make
        self.animation_level = "none"
        self.first = True
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        """Yield the widget."""
        yield self._make()

    def action_nothing(self, number: int) -> None:
        """Do nothing."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take one entry away now and then, as another screen would."""
        return (action, parameters) != ("nothing", (9,)) or self.first

    def _display(self, screen: Any, renderable: Any) -> None:
        if renderable is not None and not self._batch_count:
            self.paints += 1
            # What is drawn counts, although there is no terminal.
            renderable.render_segments(self.console)
        super()._display(screen, renderable)


async def _move(app: App[Any], _turn: int) -> None:
    app.query_one(Page).move(1 if _turn else -1)


async def _move_list(app: App[Any], turn: int) -> None:
    options = app.query_one(OptionList)
    (options.action_cursor_down if turn else options.action_cursor_up)()


async def _show(app: App[Any], turn: int) -> None:
    app.query_one(Page).show(PAGES[turn])


async def _show_list(app: App[Any], turn: int) -> None:
    options = app.query_one(OptionList)
    options.clear_options().add_options(TEXTS[turn])
    options.highlighted = 0


async def _show_statics(app: App[Any], turn: int) -> None:
    for line, text in zip(app.query("VerticalScroll Static").results(Static), TEXTS[turn], strict=True):
        line.update(text)


async def _show_option(app: App[Any], turn: int) -> None:
    app.query_one(OptionTabs).show_option(turn)


async def _show_tab(app: App[Any], turn: int) -> None:
    app.query_one(Tabs).active = f"tab-{turn + 1}"


async def _show_keys(app: App[Any], turn: int) -> None:
    app.query_one(KeyBar).show(ENTRIES[turn])


async def _show_footer(app: App[Any], turn: int) -> None:
    assert isinstance(app, Host)
    app.first = bool(turn)
    app.refresh_bindings()


class Confirm(ModalScreen[None]):
    """Asks with Textual's buttons."""

    def compose(self) -> ComposeResult:
        """Yield a question and two buttons."""
        with Vertical(classes="dialog"):
            yield Label("Stoppen?")
            yield Button("Ja")
            yield Button("Nee")


async def _toggled(app: App[Any], screen: Callable[[], Any]) -> None:
    if len(app.screen_stack) > 1:
        app.pop_screen()
    else:
        app.push_screen(screen())


async def _ask(app: App[Any], _turn: int) -> None:
    await _toggled(app, lambda: ChoiceDialog(ChoiceQuestion("Stoppen?", {Answer.YES: "ja", Answer.NO: "nee"})))


async def _ask_confirm(app: App[Any], _turn: int) -> None:
    await _toggled(app, Confirm)


async def _find(app: App[Any], _turn: int) -> None:
    await _toggled(app, lambda: PaletteDialog(list(palette_entries(DECK.card, Where.QUESTION, COMMANDS))))


async def _find_command(app: App[Any], _turn: int) -> None:
    from textual.command import CommandPalette

    await _toggled(app, CommandPalette)


CASES = [
    Case("move the cursor", "Page", Page, _move),
    Case("move the cursor", "OptionList", lambda: OptionList(*TEXTS[0]), _move_list),
    Case("show other text", "Page", Page, _show),
    Case("show other text", "OptionList", lambda: OptionList(*TEXTS[0]), _show_list),
    Case("show other text", "VerticalScroll of Static", lambda: VerticalScroll(*map(Static, TEXTS[0])), _show_statics),
    Case("show another option", "OptionTabs", lambda: OptionTabs(DECK.card), _show_option),
    Case("show another option", "Tabs", lambda: Tabs(*NAMES), _show_tab),
    Case("show other keys", "KeyBar", lambda: KeyBar(ENTRIES[0]), _show_keys),
    Case("show other keys", "Footer", Footer, _show_footer),
    Case("open or close a question", "AskScreen", Page, _ask),
    Case("open or close a question", "ModalScreen with Buttons", Page, _ask_confirm),
    Case("open or close the palette", "PaletteScreen", Page, _find),
    Case("open or close the palette", "CommandPalette", Page, _find_command),
]


async def cost(case: Case) -> Cost:
    """Return what a key costs, on average of some."""
    app = Host(case.make)
    async with app.run_test(size=(100, 30)) as pilot:
        if case.make is Page:
            app.query_one(Page).show(PAGES[0])
        turns = cycle((1, 0))
        most = 0
        for _warm in range(4):
            await case.act(app, next(turns))
            await pilot.pause()
        app.paints = 0
        start = process_time()
        for _time in range(TIMES):
            await case.act(app, next(turns))
            await pilot.pause()
            most = max(most, sum(not widget.id or "textual-" not in widget.id for widget in app.screen.query("*")))
        return Cost(app.paints / TIMES, 1000 * (process_time() - start) / TIMES, most)


def main() -> None:
    """Print what a key costs with each."""
    costs: dict[Case, list[Cost]] = {case: [] for case in CASES}
    for _round in range(ROUNDS):
        for case in CASES:
            costs[case].append(asyncio.run(cost(case)))
    ours: dict[str, float] = {}
    print(f"{'what':27}{'widget':27}{'paints':>7}{'processor':>11}{'ratio':>8}{'widgets':>9}")
    for case, found in costs.items():
        took = median(run.milliseconds for run in found)
        ratio = took / ours.setdefault(case.what, took)
        paints, widgets = median(run.paints for run in found), found[0].widgets
        print(f"{case.what:27}{case.name:27}{paints:7.1f}{took:8.1f} ms{ratio:6.1f} ×{widgets:9}")


if __name__ == "__main__":
    main()
