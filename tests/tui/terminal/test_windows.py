"""The Windows driver, tested on any system with stand-ins for Textual's Windows modules."""

import importlib
import sys
from threading import Event
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from textual import events


class Monitor:
    """Stand-in for Textual's console monitor: makes a parser, collects its messages, and ends at an exception."""

    def __init__(self, app: object, reads: list[str | None], exit_event: Event) -> None:
        self.app, self.reads, self.exit_event = app, reads, exit_event
        self.seen: list[Any] = []

    def run(self) -> None:
        parser = sys.modules["textual.drivers.win32"].XTermParser(debug=False)
        while self.reads:
            read = self.reads.pop(0)
            if read is None:
                return
            self.seen += [*parser.tick(), *parser.feed(read)]
        self.exit_event.set()


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Any:
    win32, driver = ModuleType("textual.drivers.win32"), ModuleType("textual.drivers.windows_driver")
    setattr(win32, "EventMonitor", Monitor)  # noqa: B010
    written: list[str] = []
    textuals = {
        "start_application_mode": lambda _: written.append("\x1b[>1u"),
        "write": lambda _, data: written.append(data),
        "flush": lambda _: None,
    }
    setattr(driver, "WindowsDriver", type("WindowsDriver", (), textuals))  # noqa: B010
    import textual.drivers

    monkeypatch.setattr(textual.drivers, "win32", win32, raising=False)
    for module in (win32, driver):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.delitem(sys.modules, "herniatui.tui.terminal.windows", raising=False)
    with monkeypatch.context() as on_windows:
        on_windows.setattr(sys, "platform", "win32")
        module = importlib.import_module("herniatui.tui.terminal.windows")
    yield SimpleNamespace(module=module, win32=win32, written=written)
    sys.modules.pop("herniatui.tui.terminal.windows", None)


def test_the_monitor_reads_through_the_filter_and_continues_after_an_error(windows: Any) -> None:
    windows.module.FilteredWindowsDriver().start_application_mode()
    assert windows.written == ["\x1b[>1u", "\x1b[=0u"]  # the last word is that held keys are repeated
    reads = ["\x1b[?61;4;6c", "w\x1b]11;rgb:14", None, "14/1919\x1b\\x", "\x1b[33;218:1u"]
    monitor = windows.win32.EventMonitor(SimpleNamespace(screen=None), reads, Event())
    monitor.run()
    assert [event.character for event in monitor.seen if isinstance(event, events.Key)][:2] == ["w", "x"]
    assert len(monitor.seen) == 3
