"""Terminal input cut into tokens. Replies of the terminal, malformed sequences and stray bytes are dropped here.

A state machine over characters. Bytes that are not UTF-8 come in as lone surrogates (`surrogateescape`). It holds at
most `LIMIT` bytes, and every character is looked at a bounded number of times.
"""

import re
from collections.abc import Callable

from herniatui.tui.terminal.limits import ESCAPE_DELAY, GIVE_UP, LIMIT, Held, Room
from herniatui.tui.terminal.sequences import CSI, Classifier, KnownKeys
from herniatui.tui.terminal.tokens import Kind, Token

ESC = "\x1b"
_PASTE_BEGINS, _PASTE_ENDS = "200~", "\x1b[201~"

_PLAIN = re.compile("[^\x1b\x80-\x9f\ud800-\udfff]+")
_CSI_RUN = re.compile("[ -?]*")
_CSI_LONGEST = 400
_STRING_END = re.compile("[\x07\x18\x1a\x9c\udc9c]|\x1b\\\\?")
"""BEL or ST; CAN and SUB end a string in a terminal, too. An ESC alone may be the first half of ST."""
_STRINGS = "]P_^X"
"""What follows ESC in OSC, DCS, APC, PM and SOS."""

# The same in one character or byte each. What must follow: such a byte may also be text of another encoding.
_C1_STRINGS = {"\x9d": "0123456789", "\x90": "0123456789>!?$+|", "\x98": "", "\x9e": "", "\x9f": ""}
_C1_CSI, _C1_SS3 = "\x9b", "\x8f"

_TAIL = re.compile(r"\[|\]\d|P[0-9>!?$+|]|_G|O[A-S]")
"""What follows an Escape that had already acted when the rest of its sequence came."""


class Scanner:
    """Cuts input into tokens. Times are in seconds of any clock that only goes forward."""

    def __init__(self, known: KnownKeys, room: Room) -> None:
        self._known = known
        self._classifier = Classifier(known)
        self._state: Callable[[str, int], int] = self._ground
        self._tokens: list[Token] = []
        self._now = self._since = self._last = 0.0
        """The time of this input, of the beginning of the unfinished sequence, and of the last input."""
        self._body = ""
        """What came of an unfinished control sequence, without `ESC [`."""
        self._is_tail = False
        """Whether this sequence belongs to an Escape that has acted, and is dropped whole."""
        self._size = 0
        """Bytes that came of an unfinished sequence."""
        self._missing = 0
        """Bytes still to come of a mouse event of the old kind."""
        self._paste = Held(room)
        self._seam = ""
        """The end of a paste so far, in which its end mark may have begun."""
        self._lone_escape: float | None = None
        """When the Escape came that acted last, if nothing came after it."""
        self.has_overrun = False
        """Whether the last input held a string that was given up for its length."""
        self.given_up = float("-inf")
        """When a sequence was given up last."""

    @property
    def held(self) -> int:
        """Bytes that are held of what is unfinished."""
        return len(self._body) + self._paste.size + len(self._seam)

    @property
    def due(self) -> float | None:
        """When something of what is unfinished has to be decided; None if nothing is unfinished."""
        if self._state == self._ground:
            return None
        if self._state == self._escape:
            return self._since + ESCAPE_DELAY
        return (self._last if self._state == self._pasting else self._since) + GIVE_UP

    def feed(self, text: str, now: float) -> list[Token]:
        """Return the tokens that are complete with this input."""
        self._now, self.has_overrun = now, False
        position = self._continue_escape(text)
        while position < len(text):
            position = self._state(text, position)
        self._last = now
        if self._is_in_string and now - self._since >= GIVE_UP:
            self._give_up()
        return self._taken()

    def tick(self, now: float) -> list[Token]:
        """Return the tokens that are complete because nothing has come until now."""
        self._now, due = now, self.due
        if due is not None and now >= due:
            if self._state == self._escape:
                self._lone_escape = self._since
                self._add(Kind.ESCAPE, ESC)
                self._state = self._ground
            elif self._state == self._pasting:
                self._end_paste(self._seam)
            else:
                self._give_up()
        return self._taken()

    def _taken(self) -> list[Token]:
        tokens, self._tokens = self._tokens, []
        return tokens

    def _add(self, kind: Kind, text: str) -> None:
        self._tokens.append(Token(kind, text))

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
        """Drop what belongs to an Escape that has acted; return where the rest begins."""
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
            self._add(Kind.TEXT, plain[0])
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
        """Begin what a C1 control introduces, if what follows fits; otherwise the control alone is dropped."""
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
            self._add(Kind.ESCAPE, ESC)
            self._since = self._now
        elif character == "[":
            self._begin_csi()
        elif character == "O":
            self._state = self._ss3
        elif character in _STRINGS:
            self._begin_string()
        elif " " <= character <= "/":
            self._state = self._charset
        else:  # a key with Alt: nothing is on those but what is known
            self._state = self._ground
            if "\x80" <= character <= "\x9f" or "\ud800" <= character <= "\udfff":
                return position
            self._known_key(ESC + character)
        return position + 1

    def _known_key(self, sequence: str) -> None:
        if sequence in self._known.legacy:
            self._add(Kind.KEY, sequence)

    def _charset(self, text: str, position: int) -> int:
        """Drop a sequence with intermediate characters, such as those that choose a character set."""
        if not " " <= text[position] <= "/":
            self._state = self._ground
            return position + ("0" <= text[position] <= "~")
        return position + 1

    def _ss3(self, text: str, position: int) -> int:
        self._state = self._ground
        character = text[position]
        if not "!" <= character <= "~":
            return position
        if character.isdigit() or character == ";":  # how some terminals add modifiers
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
        if not "@" <= final <= "~":  # malformed: what is here begins something else
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
        """Take a function key of the Linux console, `ESC [ [ A`."""
        self._state = self._ground
        if not "!" <= text[position] <= "~":
            return position
        if not self._is_tail:
            self._known_key(f"{CSI}[{text[position]}")
        return position + 1

    def _old_mouse(self, text: str, position: int) -> int:
        """Drop a mouse event of three bytes, which may be parts of characters."""
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
        """Take what follows ESC in a string: a backslash ends it."""
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
        # A second end mark without a beginning: the text itself held one, to have what follows taken for keys.
        again = text.find(CSI + _PASTE_BEGINS, end)
        end = text.rfind(_PASTE_ENDS, end, again if again >= 0 else len(text))
        self._end_paste(text[position:end])
        return before + end + len(_PASTE_ENDS)

    def _end_paste(self, last: str) -> None:
        self._paste.add(last)
        text, is_cut = self._paste.take()
        self._seam, self._state = "", self._ground
        if text:
            self._tokens.append(Token(Kind.PASTE, text, is_cut))
