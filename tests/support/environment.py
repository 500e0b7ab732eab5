"""Environment of the tests, made independent of the machine."""

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from platformdirs import user_cache_dir

# Read by the screens, Python, Textual or the clipboard; a test sets those that it needs.
_NAMES = {
    "NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLORFGBG", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLUMNS", "LINES",
    "ESCDELAY", "LANG", "LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TMUX", "STY", "BROWSER",
    "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONCOERCECLOCALE", "PYTHONWARNINGS", "PYTHONDEVMODE",
    "PYTHONDONTWRITEBYTECODE", "DBUS_SESSION_BUS_ADDRESS", "HERNIATUI_LOG",
}  # fmt: skip
_BEGINNINGS = ("TEXTUAL", "LC_", "XDG_", "SSH_", "RICH_", "UNICODE_VERSION")


def clean(home: Path) -> None:
    """Remove variables that would change output, and make `home` the home folder."""
    keep_what_pip_needs()
    for name in (
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
    ):  # ignored under nohup or in the background
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)
    for name in list(os.environ):
        if name in _NAMES or name.startswith(_BEGINNINGS):
            del os.environ[name]
    os.environ |= {
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",  # one for all: Rich caches in a style what it wrote for the first console
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "AppData" / "Roaming"),
        "LOCALAPPDATA": str(home / "AppData" / "Local"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
    }
    # Where PYTHONDONTWRITEBYTECODE is set, each worker would compile all tests, and each program all of its modules.
    sys.dont_write_bytecode = False
    if hasattr(time, "tzset"):
        time.tzset()


def keep_what_pip_needs() -> None:
    """Keep pip's cache and settings of the real home folder."""
    os.environ.setdefault("PIP_CACHE_DIR", user_cache_dir("pip", appauthor=False))
    settings = Path.home() / ".config" / "pip" / "pip.conf"
    if settings.is_file():
        os.environ.setdefault("PIP_CONFIG_FILE", str(settings))


def new_home() -> Path:
    """Return a new empty home folder."""
    return Path(tempfile.mkdtemp(prefix="herniatui-home-"))
