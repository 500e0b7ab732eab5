"""The system's clipboard: whether it can be reached, and copying text to it."""

import subprocess

TIMEOUT = 2.0
"""Seconds to wait for the system clipboard."""

_QUERIES = {
    "xclip": ("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS"),
    "xsel": ("xsel", "-b", "-o"),
    "wl": ("wl-paste", "--list-types"),
}
"""Calls that tell whether the display answers; what the clipboard holds is discarded."""


def copy_to_system(text: str) -> bool:
    """Copy the text and return whether the clipboard has it; read back, as some programs fail silently. Blocks."""
    try:
        import pyperclip

        pyperclip.copy(text)
        return str(pyperclip.paste()).splitlines() == text.splitlines()
    except Exception:  # noqa: BLE001 (whatever a clipboard program does, the text can still be saved to a file)
        return False


def system_program() -> str:
    """Return the name of what the system's clipboard is reached through; empty if there is nothing."""
    import pyperclip

    copy, _paste = pyperclip.determine_clipboard()
    return str(getattr(copy, "__name__", "")).removeprefix("copy_") if copy else ""


def answers(program: str) -> bool:
    """Return whether this program of the system reaches a clipboard, without reading or writing what is on it."""
    if program not in _QUERIES:
        return True  # part of the system
    try:
        done = subprocess.run(  # noqa: S603 (a program of the system; no shell)
            _QUERIES[program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return not any(words in done.stderr for words in (b"open display", b"connect"))  # an empty clipboard fails too
