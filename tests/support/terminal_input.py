"""Random terminal input by kind; the same seed gives the same input."""

from collections.abc import Callable
from random import Random

Make = Callable[[Random], bytes]

SMALL_NUMBERS = (0, 1, 2, 6, 11, 31, 61, 97, 255, 1006, 65535)
OSC_BODIES = (
    "0;titel", "4;1;rgb:cdcd/0000/0000", "8;;https://example.org", "10;rgb:e0e0/e0e0/e0e0", "11;rgb:1414/1919/1f1f",
    "12;#ff0000", "52;c;R2VLQUFQVA==", "99;i=1:p=close;", "133;A", "1337;ReportCellSize=16.0;8.0", "l~/werk", "Licoon",
    "777;notify;a;b", "66;s=2;é漢", "",
)  # fmt: skip
DCS_BODIES = (
    ">|XTerm(370)", ">|tmux 3.4", "1$r0m", "0$r", "1+r544e=787465726d", "!|00000000", "2;0$t9/17", "1$u1;1;1;@", "q#0"
)  # fmt: skip


def _numbers(random: Random, least: int, most: int) -> str:
    return ";".join(str(random.choice(SMALL_NUMBERS)) for _ in range(random.randint(least, most)))


def _end(random: Random) -> str:
    return random.choice(["\x07", "\x1b\\", "\x9c"])


def csi_reply(random: Random) -> bytes:
    n = _numbers
    body = random.choice(
        [
            f"?{n(random, 1, 9)}c",
            f">{n(random, 1, 3)}c",
            "=0000c",
            "!p",
            f"?{n(random, 1, 2)}n",
            f"{random.choice([0, 3])}n",
            f"{random.randint(1, 300)};{random.randint(1, 300)}R",
            f"?{random.randint(1, 300)};{random.randint(1, 300)};1R",
            f"?{random.choice([1, 25, 47, 1000, 1049, 2004, 2027, 2031])};{random.randint(0, 4)}$y",
            f"{random.randint(0, 40)};{random.randint(0, 4)}$y",
            f"?{random.randint(0, 31)}u",
            f"{random.choice([1, 2, 3, 4, 6, 8, 9])};{n(random, 0, 2)}t",
            f"48;{random.randint(1, 9)};{random.randint(1, 9)};{random.randint(0, 9)}t",
            f">{n(random, 0, 3)}{random.choice('mqutfTn')}",
            f"?{n(random, 1, 4)}S",
            f"{n(random, 1, 7)}x",
            f"{n(random, 1, 5)}&w",
            f"?997;{random.choice([1, 2])}n",
        ]
    )
    return f"\x1b[{body}".encode()


def osc_reply(random: Random) -> bytes:
    return f"\x1b]{random.choice(OSC_BODIES)}{_end(random)}".encode()


def dcs_reply(random: Random) -> bytes:
    return f"\x1bP{random.choice(DCS_BODIES)}{_end(random)}".encode()


def other_string(random: Random) -> bytes:
    return f"\x1b{random.choice('_^X')}Gi=31;OK +-?wq3 {random.randint(0, 99)}{_end(random)}".encode()


def reply_of_eight_bits(random: Random) -> bytes:
    body = random.choice(
        ["\x9b?61;4;6c", "\x9b12;40R", "\x9d11;rgb:1414/1919/1f1f\x9c", "\x901$r0m\x9c", "\x9fGok\x9c"]
    )
    return body.encode() if random.random() < 0.5 else body.encode("latin-1")


def malformed(random: Random) -> bytes:
    return random.choice(
        [
            b"\x1b[1;99999999999;3u", b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[97;5;1114112u", b"\x1b[97;0u",
            b"\x1b[97;257u", b"\x1b[97;5:9u", b"\x1b[:::u", b"\x1b[;;u", b"\x1b[1!2p", b"\x1b[" + b"9" * 500 + b"~",
            b"\x1b[<99999999;1;1M", b"\x1b[<0;1M", b"\x1b[48;0;0;0;0t", b"\x1b[48;99999;99999;1;1t", b"\x1b[99~",
            b"\x1b[27;5;9~", b"\x1b[M !!", b"\x1b[M\xe9\xc3\xa9", b"\x1b[32;5;5M", b"\x1b(B", b"\x1bw", b"\x1b\x80",
            b"\x1b[97;5;7u", b"\x1b[128u", b"\x1b[[x", b"\x1bO1;1w",
        ]
    )  # fmt: skip


def stray(random: Random) -> bytes:
    """Bytes that are not UTF-8, and C1 controls without a sequence."""
    return random.choice([b"\xe9", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xc2\x85", b"\xc2\x84", b"\x84", b"\xf5"])


def typed(random: Random) -> bytes:
    return random.choice("123456789abcdefghijklmnopstuvxyz+-?/éع漢").encode()


def key_sequence(random: Random) -> bytes:
    return random.choice(
        [b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~", b"\x1b[6~", b"\x1bOP", b"\x1b[Z",
         b"\x1b[1;5A", b"\x1b[1;2C", b"\x1b[3;5~", b"\x1b[[A", b"\x1b[15~"]
    )  # fmt: skip


def kitty_key(random: Random) -> bytes:
    code = random.choice([ord(c) for c in "abdw13+-é"] + [13, 57399, 57441])
    event = random.choice(["", ":1", ":2"])
    modifiers = random.choice(["", ";1", ";5", ";218", ";2"]) if not event else random.choice([";1", ";5", ";218"])
    alternates = random.choice(["", ":65", ":65:97", "::97"])
    text = f";{code}" if modifiers and code < 1000 and code >= 32 and random.random() < 0.5 else ""
    return random.choice(
        [f"\x1b[{code}{alternates}{modifiers}{event}{text}u", f"\x1b[1;{random.randint(1, 8)}:1A", f"\x1b[5;1{event}~"]
    ).encode()


def kitty_release(random: Random) -> bytes:
    return random.choice([b"\x1b[97;1:3u", b"\x1b[13;1:3u", b"\x1b[1;1:3B", b"\x1b[5;1:3~", b"\x1b[33;218:3u"])


def mouse(random: Random) -> bytes:
    """Movement and wheel, which choose nothing."""
    button = random.choice([35, 35, 35, 64, 65])
    return f"\x1b[<{button};{random.randint(1, 90)};{random.randint(1, 40)}M".encode()


def focus(random: Random) -> bytes:
    return random.choice([b"\x1b[I", b"\x1b[O"])


def frames_report(random: Random) -> bytes:
    return b"\x1b[?2026;%d$y" % random.randint(1, 4)


def paste(random: Random) -> bytes:
    text = "".join(random.choices(["+", "-", "w", "q", " ", "\r", "\n", "é", "\x1b", "\x1b[31m", "\x03", "\t"], k=30))
    return f"\x1b[200~{text}\x1b[201~".encode()


DROPPED: dict[str, Make] = {
    "CSI reply": csi_reply,
    "OSC reply": osc_reply,
    "DCS reply": dcs_reply,
    "APC, PM or SOS": other_string,
    "reply of eight bits": reply_of_eight_bits,
    "malformed": malformed,
    "stray byte": stray,
    "release of a key": kitty_release,
}
"""Input that is dropped."""
PASSED: dict[str, Make] = {
    "typed": typed,
    "key": key_sequence,
    "Kitty key": kitty_key,
    "mouse": mouse,
    "focus": focus,
    "mode report": frames_report,
    "paste": paste,
}
"""Input that is passed to Textual."""
