"""The program with a log of when each change was made, written and kept (after fsync), on a disk that may be slow.

Run it with `python -m benchmarks.logged LOG SECONDS`; each fsync takes SECONDS longer.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.saving import KEPT, SAID, WRITTEN
from herniatui.cli import main
from herniatui.storage.folder import Folder
from herniatui.storage.record import from_bytes
from herniatui.storage.writer import TalkWriter


def run(log: Path, seconds: float) -> int:
    """Run the program, and return its exit code."""
    lines = log.open("a", encoding="ascii", buffering=1)
    sync = os.fsync

    def note(what: str, change: int) -> None:
        lines.write(f"{what} {change} {time.perf_counter()}\n")

    def slow(handle: int) -> None:
        time.sleep(seconds)
        sync(handle)

    def noted(method: Callable[..., Any], what: str, change: Callable[..., int], first: bool = False) -> Any:
        def do(*arguments: Any) -> Any:
            number = change(*arguments)
            if first:
                note(what, number)
            done = method(*arguments)
            if not first:
                note(what, number)
            return done

        return do

    setattr(os, "fsync", slow)  # noqa: B010
    setattr(TalkWriter, "put", noted(TalkWriter.put, SAID, lambda _writer, record: record.change, first=True))  # noqa: B010
    setattr(Folder, "write", noted(Folder.write, WRITTEN, lambda _folder, _name, data: from_bytes(data).change))  # noqa: B010
    setattr(Folder, "put_in_place", noted(Folder.put_in_place, KEPT, _change_in))  # noqa: B010
    return main([])


def _change_in(folder: Folder, new: str, *_others: object) -> int:
    return from_bytes(folder.read(new)).change


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), float(sys.argv[2])))
