"""The command `herniatui annotate`: writes an annotation for every number of a card that has none."""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from herniatui.card.library import check, find
from herniatui.card.remarks import CannotAnnotate, annotated
from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.cli.output import confirm, say
from herniatui.cli.parser import Parser
from herniatui.i18n import _
from herniatui.private_files import write_whole
from herniatui.system_errors import not_saved


def annotate(words: Sequence[str]) -> int:
    """Show what would be added to a card file, and write it after asking."""
    parser = Parser("herniatui annotate", _("Add to a card the numbers and times that its words have."))
    parser.add_argument("card", metavar=_("CARD"), help=_("a folder, a card.yaml, or the id of a card that ships"))
    parser.add_argument("--yes", action="store_true", help=_("write it without asking"))
    options = parser.parse_args(words)
    path = find(options.card)
    if problems := check(path):
        say("\n".join(problems))
        return PROBLEMS
    try:
        old, new = annotated(path)
    except CannotAnnotate as wrong:
        raise Refused(str(wrong)) from wrong
    if old == new:
        say(_("{path}: every number has its annotation").format(path=path))
        return OK
    before, after = old.splitlines(), new.splitlines()
    say("\n".join(unified_diff(before, after, str(path), str(path), lineterm="")))
    if not options.yes:
        nobody = _("nothing was written, as nobody can be asked here; add --yes")
        confirm(_("Write this into the card? j/n "), nobody, _("nothing was written"))
    _write(path, old, new)
    say(_("Saved: {path}").format(path=path))
    return OK


def _write(path: Path, old: str, new: str) -> None:
    try:
        if path.read_bytes() != old.encode():
            raise Refused(_("the file has changed since it was read; nothing was written"))
        write_whole(path, new.encode(), replace=True)
    except OSError as error:
        raise Refused(not_saved(error, str(path))) from error
