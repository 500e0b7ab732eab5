"""Input gate: dispatches each key or click when the app has finished handling the previous one.

Textual dispatches input as soon as it is read: to a screen that is not composed yet, or while the previous key is still
in another message queue.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic

from textual import events
from textual.worker import Worker

from herniatui.tui.host import Host
from herniatui.tui.textual_internals import (
    end_with_exception,
    has_pending_messages,
    is_idle,
    is_layout_pending,
    is_paint_pending,
    registered_pumps,
)

HOLD = 0.5
"""Maximum seconds that input waits for a worker whose result changes the meaning of the next key."""

_SPINS, _PAUSE = 200, 0.002
"""Turns of the event loop in which pending messages are usually handled, and seconds between checks after that."""

Input = events.InputEvent | events.Paste


class Gate:
    """Passes input to the app one event at a time, so that typing ahead gives the same state as typing slowly.

    A click waits also until everything is painted: what was not seen was not meant.

    Opens when the first screen has been painted, and closes for good when the app exits: input after an answer that
    ends the talk must not act on anything. While nothing is pending, an event costs one check of the message queues.

    Args:
        app: receives the input.
        dispatch: handles one event as Textual does.
        drop_early: whether to drop input read before the first paint: it was meant for the previous talk.
    """

    def __init__(self, app: Host, dispatch: Callable[[Input], Awaitable[None]], drop_early: bool) -> None:
        self._app = app
        self._dispatch = dispatch
        self._drop_early = drop_early
        self._waiting: deque[Input] = deque()
        self._is_open = False
        self._is_closed = False
        self._release: asyncio.Task[None] | None = None
        self._held_by: Worker[None] | None = None
        self._held_until = 0.0

    @property
    def is_busy(self) -> bool:
        """Whether input waits, or the app still handles its consequences."""
        if self._is_over:
            return False
        return bool(self._waiting) or self._release is not None or not self._is_at_rest()

    async def take(self, event: Input) -> None:
        """Dispatch the event now if the app is at rest, otherwise as soon as it is. Call from a handler of the app."""
        if self._is_over or (self._drop_early and not self._is_open):
            return
        if self._is_open and self._release is None and self._is_ready_for(event, handling=True):
            await self._dispatch(event)
            return
        if isinstance(event, events.MouseMove) and self._waiting and isinstance(self._waiting[-1], events.MouseMove):
            self._waiting.pop()  # only the last position matters
        self._waiting.append(event)
        self._release_waiting()

    def open(self) -> None:
        """Start dispatching; call when the first screen has been painted."""
        self._is_open = True
        self._release_waiting()

    def close(self) -> None:
        """Drop waiting and all further input."""
        self._is_closed = True
        self._waiting.clear()

    def hold_for(self, worker: Worker[None]) -> None:
        """Hold input until this worker has finished, for `HOLD` seconds at most."""
        self._held_by, self._held_until = worker, monotonic() + HOLD

    def _release_waiting(self) -> None:
        if self._is_open and self._waiting and self._release is None:
            self._release = asyncio.create_task(self._release_in_turn())

    async def _release_in_turn(self) -> None:
        try:
            while self._waiting and not self._is_over:
                await self._rest(self._waiting[0])
                if not self._app.call_later(self._dispatch_first):
                    return
                await self._rest()
        except Exception as error:  # noqa: BLE001 (in a task; nothing else would end the app)
            end_with_exception(self._app, error)
        finally:
            self._release = None

    async def _dispatch_first(self) -> None:
        if self._waiting:
            await self._dispatch(self._waiting.popleft())

    async def _rest(self, event: Input | None = None) -> None:
        spins = 0
        while not self._is_over and not self._is_ready_for(event):
            spins += 1
            await asyncio.sleep(0 if spins < _SPINS else _PAUSE)

    @property
    def _is_over(self) -> bool:
        """Whether the gate is closed for good. An app that shuts down has no screens to check."""
        return self._is_closed or not self._app.is_running

    def _is_ready_for(self, event: Input | None, handling: bool = False) -> bool:
        is_press = isinstance(event, events.MouseDown)
        return self._is_at_rest(handling) and not (is_press and is_paint_pending(self._app.screen))

    def _is_at_rest(self, handling: bool = False) -> bool:
        """Return whether no message is pending and the layout is up to date.

        Args:
            handling: whether a message handler of the app calls this, so that the app itself cannot be idle.
        """
        app = self._app
        if is_layout_pending(app.screen) or has_pending_messages(app) or app.awaits_frame:
            return False
        if self._held_by is not None:
            if not self._held_by.is_finished and monotonic() < self._held_until:
                return False
            self._held_by = None
        return (handling or is_idle(app)) and all(map(is_idle, registered_pumps(app)))
