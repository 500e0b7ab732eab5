"""Run blocking calls in daemon threads with a timeout: calls to other programs may never return."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def run_with_timeout(work: Callable[[], Result], timeout: float, fallback: Result) -> Result:
    """Run a blocking call in a daemon thread and return its result.

    The program does not wait for the thread when it ends; work that must be finished belongs in `asyncio.to_thread`.

    Args:
        work: the blocking call.
        timeout: seconds to wait for it.
        fallback: returned after the timeout.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def set_result(result: Result) -> None:
        if not done.done():
            done.set_result(result)

    def in_thread() -> None:
        result = work()
        with suppress(RuntimeError):  # the event loop has been closed
            loop.call_soon_threadsafe(set_result, result)

    Thread(target=in_thread, name="run_with_timeout", daemon=True).start()
    try:
        return await asyncio.wait_for(done, timeout)
    except TimeoutError:
        return fallback
