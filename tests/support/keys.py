"""Input sequences of terminals, by key name."""

ESC = "\x1b"

NAMED = {
    "enter": "\r",
    "escape": ESC,
    "backspace": "\x7f",
    "tab": "\t",
    "space": " ",
    "up": f"{ESC}[A",
    "down": f"{ESC}[B",
    "right": f"{ESC}[C",
    "left": f"{ESC}[D",
    "home": f"{ESC}[H",
    "end": f"{ESC}[F",
    "pageup": f"{ESC}[5~",
    "pagedown": f"{ESC}[6~",
    "f1": f"{ESC}OP",
    "f2": f"{ESC}OQ",
    "f4": f"{ESC}OS",
    "f5": f"{ESC}[15~",
    "f6": f"{ESC}[17~",
    "f7": f"{ESC}[18~",
    "f8": f"{ESC}[19~",
    "f9": f"{ESC}[20~",
}


def sequence(key: str) -> str:
    """Return the sequence of this key: a name in `NAMED`, `ctrl+` and a letter, or a character."""
    if key in NAMED:
        return NAMED[key]
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    if len(key) != 1:
        raise ValueError(f"unknown key: {key!r}")
    return key


def pasted(text: str) -> str:
    """Return the sequence of a bracketed paste of this text."""
    return f"{ESC}[200~{text}{ESC}[201~"
