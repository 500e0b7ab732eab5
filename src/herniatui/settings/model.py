"""The settings, declared once: config.toml is read, explained and written from these declarations."""

from msgspec import Struct

from herniatui.i18n import _
from herniatui.report.note import FORMS

THEMES = ("light", "dark", "contrast")
GLYPHS = ("unicode", "ascii")
KEYS = "keys"
"""The table that maps the name of a command to its keys."""


class Settings(Struct, frozen=True):
    """All settings, each with its default."""

    theme: str = "light"
    glyphs: str = "unicode"
    prompts: bool = False
    """Whether conversation prompts are on at the start."""
    linear: bool = False
    """Whether to walk in lines, for speech and braille, in place of screens."""
    calm: bool = False
    """Whether one statement is shown at a time from the start."""
    save: bool = True
    """Whether talks are stored."""
    summary_folder: str = ""
    """Default folder for exports; empty for the user's documents folder."""
    note_form: str = "note"
    """Note format shown first; one of `report.note.FORMS`."""
    note_template: str = ""
    """Path of the clinic's own note template; empty for the built-in template."""
    unfinished_hours: int = 12
    """Retention of an unfinished talk, in hours."""
    kept_days: int = 30
    """Retention of a talk that the clinician chose to keep, in days."""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Command names with their keys, as written in the file."""


class Setting(Struct, frozen=True):
    """A setting: its name in the file and its allowed values."""

    name: str
    """Qualified name, with its table: `retention.kept_days`."""
    words: str
    """Explanation for the user, one or two sentences."""
    possible: tuple[str, ...] = ()
    """The allowed texts; empty if the text is a path."""
    most: int = 0
    """Maximum of a number; the minimum is 0."""
    is_file: bool = False
    """Whether the text is the path of a file; without `possible`, other texts are paths of folders."""

    @property
    def table(self) -> str:
        """Its table in the file; empty for the top level."""
        return self.name.rpartition(".")[0]

    @property
    def key(self) -> str:
        """Its name within the table, which is also its field in `Settings`."""
        return self.name.rpartition(".")[2]

    def value_in(self, settings: Settings) -> str | bool | int:
        """Return the value of this setting."""
        value: str | bool | int = getattr(settings, self.key)
        return value


SETTINGS = (
    Setting(
        "theme",
        _('The colours: "light" (like paper), "dark", or "contrast" (high contrast).'),
        possible=THEMES,
    ),
    Setting(
        "glyphs",
        _('What is drawn with: "unicode", or "ascii" where the terminal cannot draw signs such as ★ and ●.'),
        possible=GLYPHS,
    ),
    Setting("prompts", _("Whether conversation help is on to begin with: true or false.")),
    Setting(
        "linear",
        _("Whether the talk goes in lines, for a screen reader or braille, in place of screens: true or false."),
    ),
    Setting(
        "calm",
        _(
            "Whether the card is shown step by step to begin with, one statement at a time, with much room around it: "
            "true or false. In a small window it always is."
        ),
    ),
    Setting("save", _("Whether a talk is stored on this computer: true or false. With false nothing of it is stored.")),
    Setting(
        "summary_folder",
        _(
            "The folder that is proposed for summaries and pages, between single quotes. Empty: your documents folder. "
            "A ~ stands for your home folder."
        ),
    ),
    Setting(
        "note_form",
        _('The summary to begin with: "note", or "soep" for one under S, E and P.'),
        possible=FORMS,
    ),
    Setting(
        "note_template",
        _(
            "A text file with your own template of the summary, between single quotes. Empty: the template of the "
            "program; herniatui report --template prints it. A ~ stands for your home folder."
        ),
        is_file=True,
    ),
    Setting(
        "retention.unfinished_hours",
        _("How many hours a talk that was not finished is kept: from 0 to 8760."),
        most=8760,
    ),
    Setting("retention.kept_days", _("How many days a talk that you chose to keep stays: from 0 to 3650."), most=3650),
)
