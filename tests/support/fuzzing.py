"""Fuzz the program in a terminal: send all kinds of input, whole and split, and check invariants.

A session starts the program, sends random steps, and ends it. The same seed sends the same steps.
"""

import signal
import time
from collections import Counter
from pathlib import Path
from random import Random

import msgspec
from msgspec.structs import replace

from herniatui.consult.model import EMPTY, Consult, Said
from tests.support.fuzzed import TELLING, Told
from tests.support.keys import NAMED, sequence
from tests.support.program import ROOT, herniatui
from tests.support.saved import saved_records
from tests.support.terminal import Terminal
from tests.support.terminal_input import DROPPED, PASSED

SMALLEST, LARGEST = (1, 1), (500, 200)
STEPS = 60
"""Maximum steps of a session."""
_F13 = 57376
"""Code of F13 in the Kitty keyboard protocol."""
PATIENCE, AGAIN = 60.0, 0.4
"""Seconds within which a step must be handled, and between requests: a key may fall into the rest after a paste."""
TOO_LATE = 0.7
"""Seconds between the parts of a sequence after which a part may be taken for keys."""

_KEYS = [*(name for name in NAMED if name != "escape"), *"123456789abcdefghijklmnopqrstuvwxyz+-?/éع漢"]
_ACTING = [*map(sequence, [*_KEYS, "ctrl+c", "ctrl+p", "ctrl+u", *"+-?vgw" * 2, *("down", "enter") * 3])]
_SPLIT = ("CSI reply", "release of a key", "mouse", "focus", "mode report")
"""Kinds that may be split at every byte: their rest is recognized even after ESC was taken for the Escape key."""
_UNFINISHED = (b"\x1b[?61;4", b"\x1b]11;rgb:", b"\x1bP>|XT", b"\x1b_G", b"\x1b[<35;", b"\xc3", b"\x1bO")
_TOO_MUCH = "+ - w v g ? 3 \r"
QUESTION = "QuestionScreen"


class Broken(AssertionError):
    """An invariant does not hold; the message holds the seed and the last input."""


def choices(consult: Consult) -> Consult:
    """Return the consult without its written text."""
    said = tuple((question, replace(about, note="")) for question, about in consult.said)
    decision = replace(consult.decision, other="", when="")
    return replace(
        consult,
        said=tuple((question, about) for question, about in said if about != Said()),
        note="",
        decision=decision,
        words=(),  # stored with the answers, and not kept in memory
    )


class Session:
    """A run of the program and its input."""

    def __init__(self, home: Path, seed: int) -> None:
        self.seed = seed
        self.sent: Counter[str] = Counter()
        """Number of inputs sent, by kind."""
        self._home = home
        self._random = Random(seed)
        self._log: list[str] = []
        self._asked = 0
        self._in_band = self._random.random() < 0.3
        """Whether this terminal reports its size in band."""

    def run(self, deadline: float) -> None:
        """Send up to `STEPS` steps before the deadline, and end the program."""
        told = self._home / "told"
        env = {"HOME": str(self._home), "XDG_STATE_HOME": None, "WATCHED": str(told), "PYTHONPATH": str(ROOT)}
        (self._home / "Documents").mkdir()
        argv = [*herniatui()[:2], "tests.support.fuzzed"]
        try:
            with Terminal(argv, env=env, cwd=self._home) as self._terminal:
                self._told_in = told
                self._terminal.wait_for("Waar wilt u het over hebben?")
                if self._in_band:
                    self._send(b"\x1b[?2048;2$y")
                ended = False
                for _ in range(STEPS):
                    if ended or time.monotonic() > deadline:
                        break
                    ended = self._step()
                self._end(ended)
        except (AssertionError, OSError) as error:
            (self._home / "input.txt").write_text("\n".join(self._log), encoding="utf-8")
            last = "\n".join(self._log[-12:])
            crash = told.with_suffix(".crash")
            trace = crash.read_text(encoding="utf-8") if crash.exists() else ""
            raise Broken(
                f"seed {self.seed}: {error}\nThe last of {len(self._log)} writes:\n{last}\n{trace[-3000:]}"
            ) from error

    def _step(self) -> bool:
        """Send a random step and check its effect; return whether the program has ended."""
        before = self._told
        kind = self._random.choices(
            ["keys", "noise", "paste", "flood", "click", "resize", "unfinished", "escape"], [6, 6, 2, 1, 2, 2, 1, 2]
        )[0]
        in_time = getattr(self, f"_send_{kind}")()
        ended = self._settle() or self._settle()  # twice: keys may wait for the screen that a key opens
        # A dialog may open late, so that a click or paste reaches another screen than the reported one.
        if ended:
            return True
        after = self._told.consult
        if kind != "keys" and (kind != "click" or before.screen == QUESTION) and in_time:
            is_same = choices(before.consult) == choices(after)
            assert is_same, f"{kind} on {before.screen} changed {before.consult} to {after}"
        self._terminal.skim(lambda: self._is_saved(after))
        return False

    def _is_saved(self, consult: Consult) -> bool:
        said = choices(consult)  # without written text: that is saved as a draft first
        return said == EMPTY or any(choices(record.consult) == said for record in saved_records(self._home))

    @property
    def _told(self) -> Told:
        try:
            return msgspec.json.decode(self._told_in.read_bytes(), type=Told)
        except FileNotFoundError:
            return Told()

    def _send_keys(self) -> bool:
        self.sent["key"] += (count := self._random.randint(1, 30))
        self._send(*(key.encode() for key in self._random.choices(_ACTING, k=count)))
        return True

    def _send_escape(self) -> bool:
        self.sent["escape"] += 1
        self._send(self._random.choice([b"\x1b", b"\x1b[27u"]))
        return True

    def _send_noise(self) -> bool:
        """Send replies, mouse movement, focus events and other input without effect."""
        parts: list[bytes] = []
        for kind in self._random.choices([*DROPPED, "mouse", "focus", "mode report"], k=self._random.randint(1, 15)):
            data = (DROPPED | PASSED)[kind](self._random)
            self.sent[kind] += 1
            cut = self._random.randint(0, len(data)) if kind in _SPLIT else 0
            self.sent["split"] += cut > 0
            parts += [part for part in (data[:cut], data[cut:]) if part]
        return self._send(*parts)

    def _send_paste(self) -> bool:
        self.sent["paste"] += 1
        text = "".join(self._random.choices([*"+-?wvgq3\r\t é漢", "\x1b", "\x1b[201", "\x1b[A", "\x03"], k=60))
        return self._send(f"\x1b[200~{text}".encode(), b"\x1b[201~")

    def _send_flood(self) -> bool:
        """Send a paste without brackets."""
        self.sent["paste without brackets"] += 1
        self._send_whole((_TOO_MUCH * self._random.randint(20, 1500)).encode())
        return True

    def _send_click(self) -> bool:
        self.sent["click"] += 1
        button, scale = self._random.choice([0, 0, 2]), 8 if self._in_band else 1
        column, row = self._random.randint(1, 100) * scale, self._random.randint(1, 40) * scale
        self._send(f"\x1b[<{button};{column};{row}M".encode(), f"\x1b[<{button};{column};{row}m".encode())
        return True

    def _send_resize(self) -> bool:
        self.sent["resize"] += 1
        random = self._random
        ordinary = (random.randint(20, 160), random.randint(5, 60))
        columns, rows = random.choice([SMALLEST, LARGEST, ordinary, ordinary, ordinary])
        self._log.append(f"resize {columns}x{rows}")
        self._terminal.resize(columns, rows)
        if self._in_band:
            self._send(f"\x1b[48;{rows};{columns};{rows * 8};{columns * 8}t".encode())
        return True

    def _send_unfinished(self) -> bool:
        self.sent["unfinished"] += 1
        self._send_whole(self._random.choice(_UNFINISHED))
        return True

    def _send(self, *parts: bytes) -> bool:
        """Send these in one write or separately; return whether the parts followed each other within `TOO_LATE`."""
        if self._random.random() < 0.5:
            self._send_whole(b"".join(parts))
            return True
        longest, last = 0.0, time.monotonic()
        for part in parts:
            self._send_whole(part)
            self._terminal.drain(self._random.choice([0, 0, 0.001, 0.01]))
            longest, last = max(longest, time.monotonic() - last), time.monotonic()
        return longest < TOO_LATE

    def _send_whole(self, data: bytes) -> None:
        self._log.append(repr(data if len(data) < 2000 else data[:40] + b" and so on, %d bytes" % len(data)))
        self._terminal.send(data, draw=False)

    def _settle(self) -> bool:
        """Wait until the program has handled all input; return whether it has ended."""
        self._asked += 1
        number, began = TELLING[self._asked % len(TELLING)], time.monotonic()
        while self._told.number != number:
            assert time.monotonic() - began < PATIENCE, "the program does not answer"
            self._terminal.send(b"\x1b[%du" % (_F13 + number - 13), draw=False)
            asked = time.monotonic()
            while self._told.number != number and time.monotonic() - asked < AGAIN:
                self._terminal.drain(0.005)
                if self._terminal.has_ended:
                    return True
        return False

    def _end(self, ended: bool) -> None:
        """Check that the program restores the terminal and ends with the right exit code and no traceback."""
        from tests.terminal.test_stopping import is_left_as_it_was

        if not ended:
            self._terminal.signal(signal.SIGTERM)
        code = self._terminal.wait_drained()
        expected = 0 if ended else 128 + signal.SIGTERM
        assert code == expected, f"exit code {code} and not {expected}"
        assert is_left_as_it_was(self._terminal), "the terminal is not as it was"
        assert b"Traceback" not in self._terminal.raw, self._terminal.raw[-2000:].decode(errors="replace")
        self.sent["ended by keys" if ended else "ended by a signal"] += 1
