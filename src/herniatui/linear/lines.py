"""Lines in and out: bad input gets one sentence, and output is only ever appended."""

from collections.abc import Callable
from typing import BinaryIO

from herniatui.i18n import _
from herniatui.linear.signals import Signals
from herniatui.sanitize import UNPRINTABLE

MAX_BYTES = 65_536
"""Maximum length of a line."""
_CHUNK = 65_536
_BOM = b"\xef\xbb\xbf"
"""What some programs on Windows put before the first line of a pipe."""


class InputEnded(Exception):
    """There are no more lines."""


class Lines:
    """Reads the user's lines and prints those of the program.

    Args:
        source: Where lines are read, as bytes: a line that is not UTF-8 must not end the program.
        say: Prints a text, and ends the line unless `end` says otherwise.
        echo: Whether to print the lines that are read, because no terminal does.
        signals: May interrupt reading and printing.
    """

    def __init__(self, source: BinaryIO, say: Callable[..., None], echo: bool, signals: Signals) -> None:
        self._source = source
        self._say = say
        self._echo = echo
        self._signals = signals

    def print(self, *lines: str) -> None:
        """Print these lines."""
        with self._signals.acting():
            for line in lines:
                self._say(line)

    def ask(self, prompt: str = "") -> str:
        """Read a line, without white space around it.

        Raises:
            InputEnded: There is none.
            Interrupted: The user pressed Ctrl+C.
            Stopped: A signal ends the program.
        """
        prompt = prompt or _("Your answer: ")
        while True:
            with self._signals.acting():
                self._say(prompt, end="", flush=True)
                data = self._read()
                text, problem = _decoded(data)
                if self._echo or not data:
                    self._say(text)
                if not data:
                    raise InputEnded
                if not problem:
                    return text.strip()
                self._say(problem)

    def _read(self) -> bytes:
        """Read a line with its end; of a line that is too long only the beginning, and drop the rest."""
        data = self._source.readline(MAX_BYTES + 1)
        while len(data) > MAX_BYTES and not data.endswith(b"\n"):
            rest = self._source.readline(_CHUNK)
            if not rest or rest.endswith(b"\n"):
                break
        return data


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a line, and what is wrong with it as a sentence; one of them is empty."""
    if len(data) > MAX_BYTES:
        return "", _("That line is too long. Type at most about 65,000 characters; nothing was done with it.")
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return "", _("That line cannot be read: it is not text in UTF-8. Type it again.")
    text = text.rstrip("\r\n").replace("\t", " ")
    if UNPRINTABLE.search(text):
        return "", _("In that line were keys that are no letters, such as an arrow. Type it again.")
    return text, ""
