"""Copy text to the system's clipboard."""

TIMEOUT = 2.0
"""Seconds to wait for the system clipboard."""


def copy_to_system(text: str) -> bool:
    """Copy the text and return whether the clipboard has it; read back, as some programs fail silently. Blocks."""
    try:
        import pyperclip

        pyperclip.copy(text)
        return str(pyperclip.paste()).splitlines() == text.splitlines()
    except Exception:  # noqa: BLE001 (whatever a clipboard program does, the text can still be saved to a file)
        return False
