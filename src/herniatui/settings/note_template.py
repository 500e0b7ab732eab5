"""The template of the note that the settings name, and what is said where it is of no use."""

from pathlib import Path

from msgspec import Struct

from herniatui.card.problems import Problem, ProblemsFound
from herniatui.i18n import _
from herniatui.report.template import read_template
from herniatui.settings.model import Settings


class NoteTemplate(Struct, frozen=True):
    """The clinic's template."""

    text: str = ""
    """Empty for that of the program: none was named, or it is of no use."""
    file: str = ""
    problems: tuple[Problem, ...] = ()

    def lines(self) -> list[str]:
        """Return every problem as a line that begins with the file and the place in it."""
        return [problem.at(self.file) for problem in self.problems]

    def remark(self) -> str:
        """Return in one sentence why it is of no use, and what is used instead; empty if all is well."""
        if not self.problems:
            return ""
        first, *others = self.problems
        one = _("Your template cannot be used ({problem}); now the summary is by that of the program.")
        several = _(
            "Your template cannot be used ({problem} And {count} more); now the summary is by that of the program."
        )
        problem = first.at(Path(self.file).name)
        return (several if others else one).format(problem=problem, count=len(others))


def note_template(settings: Settings) -> NoteTemplate:
    """Return the template that these settings name. Whatever is wrong with it leaves that of the program in force."""
    if not settings.note_template:
        return NoteTemplate()
    try:
        return NoteTemplate(read_template(Path(settings.note_template)), settings.note_template)
    except ProblemsFound as found:
        return NoteTemplate("", found.file, tuple(found.problems))
