"""What can be set, declared once: reading config.toml, explaining it and writing one all come from here."""

from msgspec import Struct

from herniatui.i18n import _
from herniatui.report.note import FORMS

THEMES = ("light", "dark", "contrast")
GLYPHS = ("unicode", "ascii")
KEYS = "keys"
"""The table of keys: the name of a command, and its keys."""


class Settings(Struct, frozen=True):
    """All settings, each with its default."""

    theme: str = "light"
    glyphs: str = "unicode"
    prompts: bool = False
    """Whether conversation help is on to begin with."""
    save: bool = True
    """Whether anything of a talk is stored."""
    summary_folder: str = ""
    """The folder proposed for documents; empty for that of documents."""
    note_form: str = "note"
    """In which form the note is shown to begin with."""
    note_template: str = ""
    """The file with the clinic's own template of the note; empty for ours."""
    unfinished_hours: int = 12
    """How many hours an unfinished talk is kept."""
    kept_days: int = 30
    """How many days a talk that was kept stays."""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The name of a command, and its keys, as they were written."""


class Setting(Struct, frozen=True):
    """How one setting is written in the file, and what may stand there."""

    name: str
    """As the file has it, with the table before it: `retention.kept_days`."""
    words: str
    """What it is, in a sentence or two."""
    possible: tuple[str, ...] = ()
    most: int = 0
    """The highest number; the lowest is 0."""
    is_file: bool = False
    """Whether it names a file; other texts name a folder, or are one of those possible."""

    @property
    def table(self) -> str:
        """The table that it belongs in, or an empty string."""
        return self.name.rpartition(".")[0]

    @property
    def key(self) -> str:
        """Its name in the table, which is that of its field in `Settings`."""
        return self.name.rpartition(".")[2]

    def value_in(self, settings: Settings) -> str | bool | int:
        """Return its value in these settings."""
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
