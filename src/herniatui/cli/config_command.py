"""`herniatui config`: the settings in force, and a file to begin with."""

from collections.abc import Sequence

from herniatui.cli.output import complain, say
from herniatui.cli.parser import OK, PROBLEMS, Parser, Refused
from herniatui.i18n import _


def config(words: Sequence[str]) -> int:
    """Print the settings and where each came from, or write a file with every setting explained."""
    parser = Parser("herniatui config", _("Your settings, and where each came from."))
    parser.add_argument("--init", action="store_true", help=_("write a file with every setting explained"))
    init = parser.parse_args(words).init
    from herniatui.config import begin, explain  # the names of the keys are those of Textual
    from herniatui.settings.config_file import settings_file

    path = settings_file()
    if init:
        if wrong := begin(path):
            raise Refused(wrong)
        say(_("{path} is written; every setting in it is explained").format(path=path))
        return OK
    lines, problems = explain(path)
    say("\n".join(lines))
    for problem in problems:
        complain(problem)
    return PROBLEMS if problems else OK
