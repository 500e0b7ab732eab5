"""Typing ahead and typing at rest, and the state that both must lead to."""

from collections.abc import Sequence

from msgspec import Struct
from textual.widgets import Input, TextArea

from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from herniatui.tui.screens.reading import ReadingScreen
from tests.tui.driving import Talking, key_event


class State(Struct, frozen=True):
    """All state that keys can change, except passing messages."""

    screens: tuple[str, ...]
    focused: str
    written: str
    consult: object
    walk: object
    undo_steps: int
    stored: tuple[object, ...]
    looks: tuple[object, ...]
    ending: Ending | None


def state(app: HerniaApp) -> State:
    """Return the state of the app."""
    record = app.session.open_talk.record if app.session.open_talk else None
    return State(
        screens=tuple(_name(screen) for screen in app.screen_stack),
        focused=type(app.focused).__name__,
        written=_written(app),
        consult=app.talk.consult,
        walk=app.talk.walk,
        undo_steps=len(app.talk.past),
        stored=(record.consult, record.walk, record.kept, record.label) if record else (),
        looks=(app.prompts_on, app.side_by_side, app.theme, app.note_form),
        ending=app.return_value,
    )


def ends_a_burst(app: HerniaApp, key: str) -> bool:
    """Whether no key may follow this one in the same write: Esc, and Enter in a text field."""
    return key == "escape" or (key == "enter" and isinstance(app.focused, Input | TextArea))


async def at_rest(talking: Talking, keys: Sequence[str]) -> tuple[list[list[str]], State]:
    """Press the keys one by one; return the bursts in which they may be typed ahead, and the final state."""
    bursts: list[list[str]] = [[]]
    for key in keys:
        ends = ends_a_burst(talking.app, key)
        if ends and key == "escape" and bursts[-1]:
            bursts.append([])
        bursts[-1].append(key)
        if ends:
            bursts.append([])
        await talking.press(key)
        if talking.app.return_value is not None:
            break
    pressed = sum(map(len, bursts))
    bursts[-1].extend(keys[pressed:])  # after an answer that ended the talk: they must do nothing
    return bursts, state(talking.app)


async def typed_ahead(talking: Talking, bursts: Sequence[Sequence[str]]) -> State:
    """Post the keys of each burst at once, and return the state that they lead to."""
    for burst in bursts:
        for key in burst:
            talking.app.post_message(key_event(key))
        await talking.settle()
    return state(talking.app)


def _name(screen: object) -> str:
    heading = f" {screen.heading}" if isinstance(screen, ReadingScreen) else ""
    return f"{type(screen).__name__}{heading}"


def _written(app: HerniaApp) -> str:
    if isinstance(app.focused, TextArea):
        return app.focused.text
    return app.focused.value if isinstance(app.focused, Input) else ""
