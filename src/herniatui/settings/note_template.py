"""The note template named in the settings, with its problems where it cannot be used."""

from pathlib import Path

from msgspec import Struct

from herniatui.card.problems import Problem, ProblemsFound
from herniatui.i18n import _
from herniatui.report.template import read_template
from herniatui.settings.model import Settings


class NoteTemplate(Struct, frozen=True):
    """The clinic's own note template, if any."""

    text: str = ""
    """Empty for the built-in template: no file is named, or it cannot be used."""
    file: str = ""
    problems: tuple[Problem, ...] = ()

    def lines(self) -> list[str]:
        """Return every problem as a line that starts with file, line and column."""
        return [problem.at(self.file) for problem in self.problems]

    def remark(self) -> str:
        """Return in one sentence why the template cannot be used and what replaces it; empty if there is no problem."""
        if not self.problems:
            return ""
        first, *others = self.problems
        single = _("Your template cannot be used ({problem}); now the summary is by that of the program.")
        several = _(
            "Your template cannot be used ({problem} And {count} more); now the summary is by that of the program."
        )
        problem = first.at(Path(self.file).name)
        return (several if others else single).format(problem=problem, count=len(others))


def note_template(settings: Settings) -> NoteTemplate:
    """Return the template that the settings name; on any problem, fall back to the built-in template."""
    if not settings.note_template:
        return NoteTemplate()
    try:
        return NoteTemplate(read_template(Path(settings.note_template)), settings.note_template)
    except ProblemsFound as found:
        return NoteTemplate("", found.file, tuple(found.problems))
