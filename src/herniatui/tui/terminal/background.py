"""Work beside the screen that nobody waits for at the end: what other programs of the machine do may take for ever."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def aside(work: Callable[[], Result], patience: float, otherwise: Result) -> Result:
    """Return what the work comes to, or `otherwise` if that takes more than so many seconds.

    It is done in a thread that ends with the program. Work that must be finished before that belongs in
    `asyncio.to_thread`.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def answered(result: Result) -> None:
        if not done.done():
            done.set_result(result)

    def in_thread() -> None:
        result = work()
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(answered, result)

    Thread(target=in_thread, name="aside", daemon=True).start()
    try:
        return await asyncio.wait_for(done, patience)
    except TimeoutError:
        return otherwise
