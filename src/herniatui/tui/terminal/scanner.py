"""Scanner: cuts terminal input into tokens, and drops replies of the terminal, malformed sequences and stray bytes.

A state machine over characters. Bytes that are not UTF-8 come in as lone surrogates (`surrogateescape`). It holds at
most `LIMIT` bytes, and reads every character a bounded number of times.
"""

import re
from collections.abc import Callable

from herniatui.tui.terminal.input_tokens import InputToken, TokenKind
from herniatui.tui.terminal.sequences import CSI, Classifier, KnownKeys
from herniatui.tui.terminal.timing import ESCAPE_DELAY, GIVE_UP, LIMIT, Budget, Held

ESC = "\x1b"
_PASTE_BEGINS, _PASTE_ENDS = "200~", "\x1b[201~"

_PLAIN = re.compile("[^\x1b\x80-\x9f\ud800-\udfff]+")
_CSI_RUN = re.compile("[ -?]*")
_CSI_LONGEST = 400
_STRING_END = re.compile("[\x07\x18\x1a\x9c\udc9c]|\x1b\\\\?")
"""BEL or ST; CAN and SUB end a string in a terminal, too. An ESC alone may be the first half of ST."""
_STRINGS = "]P_^X"
"""Second character of OSC, DCS, APC, PM and SOS, after ESC."""

# The 8-bit forms of these, each with the characters that may follow it: such a byte may also be text in another
# encoding.
_C1_STRINGS = {"\x9d": "0123456789", "\x90": "0123456789>!?$+|", "\x98": "", "\x9e": "", "\x9f": ""}
_C1_CSI, _C1_SS3 = "\x9b", "\x8f"

_TAIL = re.compile(r"\[|\]\d|P[0-9>!?$+|]|_G|O[A-S]")
"""Start of the rest of a sequence whose ESC was already taken for the Escape key."""


class Scanner:
    """Cuts input into tokens. Times are in seconds of any monotonic clock."""

    def __init__(self, known: KnownKeys, budget: Budget) -> None:
        self._known = known
        self._classifier = Classifier(known)
        self._state: Callable[[str, int], int] = self._ground
        self._tokens: list[InputToken] = []
        self._now = self._since = self._last = 0.0
        """Times of this input, of the start of the unfinished sequence, and of the last input."""
        self._body = ""
        """The unfinished control sequence so far, without `ESC [`."""
        self._is_tail = False
        """Whether the sequence is dropped, because its ESC was already taken for the Escape key."""
        self._size = 0
        """Bytes of the unfinished sequence so far."""
        self._missing = 0
        """Bytes still missing of a mouse event in the old encoding (X10)."""
        self._paste = Held(budget)
        self._seam = ""
        """The last characters of the paste so far, which may be the start of its end mark."""
        self._lone_escape: float | None = None
        """Time of the last Escape key, if there was no input after it."""
        self.has_overrun = False
        """Whether a sequence in the last input was dropped for its length."""
        self.given_up = float("-inf")
        """Time at which a sequence was last dropped unfinished."""

    @property
    def held(self) -> int:
        """Bytes of unfinished input that are held."""
        return len(self._body) + self._paste.size + len(self._seam)

    @property
    def due(self) -> float | None:
        """Time at which `tick` decides about unfinished input; None if there is none."""
        if self._state == self._ground:
            return None
        if self._state == self._escape:
            return self._since + ESCAPE_DELAY
        return (self._last if self._state == self._pasting else self._since) + GIVE_UP

    def feed(self, text: str, now: float) -> list[InputToken]:
        """Return the tokens that are complete with this input."""
        self._now, self.has_overrun = now, False
        position = self._continue_escape(text)
        while position < len(text):
            position = self._state(text, position)
        self._last = now
        if self._is_in_string and now - self._since >= GIVE_UP:
            self._give_up()
        return self._taken()

    def tick(self, now: float) -> list[InputToken]:
        """Return the tokens that are complete because there was no input until now."""
        self._now, due = now, self.due
        if due is not None and now >= due:
            if self._state == self._escape:
                self._lone_escape = self._since
                self._add(TokenKind.ESCAPE, ESC)
                self._state = self._ground
            elif self._state == self._pasting:
                self._end_paste(self._seam)
            else:
                self._give_up()
        return self._taken()

    def _taken(self) -> list[InputToken]:
        tokens, self._tokens = self._tokens, []
        return tokens

    def _add(self, kind: TokenKind, text: str) -> None:
        self._tokens.append(InputToken(kind, text))

    @property
    def _is_in_string(self) -> bool:
        return self._state in (self._string, self._string_escape)

    def _give_up(self) -> None:
        self.given_up = self._now
        self._body, self._state = "", self._ground

    def _overrun(self) -> None:
        self.has_overrun = True
        self._give_up()

    def _continue_escape(self, text: str) -> int:
        """Drop the rest of a sequence whose ESC was taken for the Escape key; return the position after it."""
        escaped, self._lone_escape = self._lone_escape, None
        if escaped is None or self._now - escaped >= GIVE_UP or not (tail := _TAIL.match(text)):
            return 0
        if text[0] == "[":
            self._begin_csi(is_tail=True)
        elif text[0] != "O":
            self._begin_string()
        self._since = escaped
        return tail.end()

    def _ground(self, text: str, position: int) -> int:
        if plain := _PLAIN.match(text, position):
            self._add(TokenKind.TEXT, plain[0])
            position = plain.end()
            if position == len(text):
                return position
        first = text[position]
        if "\udc80" <= first <= "\udc9f":
            first = chr(ord(first) - 0xDC00)
        if first == ESC:
            self._since, self._state = self._now, self._escape
        elif first in (_C1_CSI, _C1_SS3) or first in _C1_STRINGS:
            self._since, self._body, self._state = self._now, first, self._c1
        return position + 1

    def _c1(self, text: str, position: int) -> int:
        """Begin the sequence of a C1 control if the next character fits it; otherwise drop the control alone."""
        first, next_ = self._body, text[position]
        self._body, self._state = "", self._ground
        if first == _C1_CSI:
            if next_ in "0123456789?<=>;" or next_ in "ABCDFHIO":
                self._begin_csi()
        elif first == _C1_SS3:
            return position + ("A" <= next_ <= "S")
        elif not _C1_STRINGS[first] or next_ in _C1_STRINGS[first]:
            self._begin_string()
        return position

    def _escape(self, text: str, position: int) -> int:
        character = text[position]
        if character == ESC:
            self._add(TokenKind.ESCAPE, ESC)
            self._since = self._now
        elif character == "[":
            self._begin_csi()
        elif character == "O":
            self._state = self._ss3
        elif character in _STRINGS:
            self._begin_string()
        elif " " <= character <= "/":
            self._state = self._charset
        else:  # a key with Alt: passed only if Textual knows it
            self._state = self._ground
            if "\x80" <= character <= "\x9f" or "\ud800" <= character <= "\udfff":
                return position
            self._known_key(ESC + character)
        return position + 1

    def _known_key(self, sequence: str) -> None:
        if sequence in self._known.legacy:
            self._add(TokenKind.KEY, sequence)

    def _charset(self, text: str, position: int) -> int:
        """Drop a sequence with intermediate characters, such as one that selects a character set."""
        if not " " <= text[position] <= "/":
            self._state = self._ground
            return position + ("0" <= text[position] <= "~")
        return position + 1

    def _ss3(self, text: str, position: int) -> int:
        self._state = self._ground
        character = text[position]
        if not "!" <= character <= "~":
            return position
        if character.isdigit() or character == ";":  # some terminals encode modifiers this way
            self._state = self._ss3
        else:
            self._known_key(f"{ESC}O{character}")
        return position + 1

    def _begin_csi(self, is_tail: bool = False) -> None:
        self._body, self._is_tail, self._size, self._state = "", is_tail, 0, self._csi

    def _csi(self, text: str, position: int) -> int:
        run = _CSI_RUN.match(text, position)
        if run and run[0]:
            self._size += len(run[0])
            if len(self._body) <= _CSI_LONGEST:
                self._body += run[0][: _CSI_LONGEST + 1]
            position = run.end()
        if self._size > LIMIT:
            self._overrun()
            return len(text)
        if position == len(text):
            return position
        final = text[position]
        self._state = self._ground
        if not "@" <= final <= "~":  # malformed: this character begins something else
            self._body = ""
            return position
        if not self._body and final == "[":
            self._state = self._console_key
        elif not self._body and final == "M":
            self._missing, self._state = 3, self._old_mouse
        elif self._body + final == _PASTE_BEGINS:
            self._state = self._pasting
        elif self._is_tail or len(self._body) > _CSI_LONGEST:
            pass
        elif token := self._classifier.classify(self._body + final):
            self._tokens.append(token)
        self._body = ""
        return position + 1

    def _console_key(self, text: str, position: int) -> int:
        """Read a function key of the Linux console, `ESC [ [ A`."""
        self._state = self._ground
        if not "!" <= text[position] <= "~":
            return position
        if not self._is_tail:
            self._known_key(f"{CSI}[{text[position]}")
        return position + 1

    def _old_mouse(self, text: str, position: int) -> int:
        """Drop the three bytes of a mouse event in the old encoding (X10), which may be parts of characters."""
        self._missing -= len(text[position].encode("utf-8", "surrogateescape"))
        if self._missing <= 0:
            self._state = self._ground
        return position + 1

    def _begin_string(self) -> None:
        self._size, self._state = 0, self._string

    def _string(self, text: str, position: int) -> int:
        end = _STRING_END.search(text, position)
        stop = end.end() if end else len(text)
        if self._size + len(text) - position > LIMIT:
            stop = min(stop, position + LIMIT - self._size + 1)
        self._size += len(text[position:stop].encode("utf-8", "surrogatepass"))
        if self._size > LIMIT:
            self._overrun()
            return len(text)
        if end and end.end() == stop:
            self._state = self._string_escape if end[0] == ESC else self._ground
        return stop

    def _string_escape(self, text: str, position: int) -> int:
        """Read the character after ESC in a string: a backslash ends the string."""
        self._state = self._ground if text[position] == "\\" else self._string
        return position + (text[position] == "\\")

    def _pasting(self, text: str, position: int) -> int:
        before = position - len(self._seam)
        if self._seam:
            text, position, self._seam = self._seam + text[position:], 0, ""
        else:
            before = 0
        end = text.find(_PASTE_ENDS, position)
        if end < 0:
            keep = max(position, len(text) - len(_PASTE_ENDS) + 1)
            self._paste.add(text[position:keep])
            self._seam = text[keep:]
            return before + len(text)
        # An end mark inside the pasted text would make the rest act as keys: the last one before a new paste counts.
        again = text.find(CSI + _PASTE_BEGINS, end)
        end = text.rfind(_PASTE_ENDS, end, again if again >= 0 else len(text))
        self._end_paste(text[position:end])
        return before + end + len(_PASTE_ENDS)

    def _end_paste(self, last: str) -> None:
        self._paste.add(last)
        text, is_cut = self._paste.take()
        self._seam, self._state = "", self._ground
        if text:
            self._tokens.append(InputToken(TokenKind.PASTE, text, is_cut))
