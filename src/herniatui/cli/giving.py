"""Giving a document to whoever asked for it on the command line: printed, or written to a file."""

from herniatui.cli.output import complain, is_terminal, print_document, refuse, say
from herniatui.cli.parser import OK, PROBLEMS, Refused
from herniatui.i18n import _


def refuse_to_print(path: str | None, is_text: bool) -> None:
    """Raise `Refused` if the document would be printed where nobody can read it."""
    if path in (None, "-") and not is_text and is_terminal():
        raise Refused(_("this is not for reading in a terminal; name a file: --out FILE"))


def give(data: bytes, is_text: bool, path: str | None, replace: bool) -> int:
    """Print the document, or write it to this file, which must not be there unless it may be replaced."""
    return _print(data, is_text) if path in (None, "-") else _write(path, data, replace)


def _print(data: bytes, is_text: bool) -> int:
    if is_text and is_terminal():
        say(data.decode(), end="")
    else:
        print_document(data)
    return OK


def _write(path: str, data: bytes, replace: bool) -> int:
    from herniatui.report.file_output import is_there, save

    if is_there(path) and not replace:
        wrong = _("there is a file of this name already; with --force it is replaced: {path}").format(path=path)
    else:
        wrong = save(path, data, replace=replace)
    if wrong:
        refuse(wrong)
        return PROBLEMS
    complain(_("Saved: {path}").format(path=path))
    return OK
