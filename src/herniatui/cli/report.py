"""`herniatui report`: what leaves the room, from a talk that is kept."""

import sys
from collections.abc import Sequence

from herniatui.card.library import find, open_deck
from herniatui.cli.parsing import OK, PROBLEMS, Parser, Refused, shelf
from herniatui.cli.saved import tidied
from herniatui.consult.taking import look_at
from herniatui.plain import printable
from herniatui.report.file import is_there, save
from herniatui.report.formats import FORMATS, Format, NotPossible
from herniatui.settings.file import settings_file
from herniatui.settings.reader import read_settings
from herniatui.words import _


def report(words: Sequence[str]) -> int:
    """Print a talk that is kept in one of the forms, or write it to a file; or print the template of the note."""
    parser = Parser(
        "herniatui report",
        _("What a saved talk came to, for the record: on screen, or as a file."),
        _("A template of your own: herniatui report --template > my-template.txt, and note_template in config.toml."),
    )
    parser.add_argument("id", nargs="?", metavar=_("CONSULT"), help=_("id of the talk, as herniatui resume lists them"))
    parser.add_card(_("the card of the talk, if it is no longer where it was"), default="")
    parser.add_argument("--format", choices=FORMATS, default="note", help=_("note (for the record) or soep, and so on"))
    parser.add_argument("--out", metavar=_("FILE"), help=_("write it to this file; without this, it is printed"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    parser.add_argument("--soep", action="store_true", help=_("with fhir: the note as SOEP too"))
    parser.add_argument("--subject", default="", metavar="Patient/ID", help=_("with fhir: whom it is about"))
    parser.add_argument("--template", action="store_true", help=_("print the template of the note that we come with"))
    options = parser.parse_args(words)
    if options.template:
        return _print_template()
    if not options.id:
        raise Refused(_("say which talk: herniatui report CONSULT; herniatui resume lists them"))
    form = FORMATS[options.format]
    if options.out is None and not form.is_text and sys.stdout and sys.stdout.isatty():
        raise Refused(_("this is not for reading in a terminal; name a file: --out FILE"))
    data = _made(form, options.id, options.card, {"soep": options.soep, "subject": options.subject})
    return _print(data, form) if options.out is None else _write(options.out, data, options.force)


def _made(form: Format, consult_id: str, card: str, known: dict[str, object]) -> bytes:
    found = read_settings(settings_file())
    kept = shelf(found.settings)
    if notice := tidied(kept, found):
        print(notice, file=sys.stderr)
    deck, record = look_at(kept, consult_id, open_deck(find(card)) if card else None)
    if "template" in form.takes:
        from herniatui.settings.note_template import note_template

        template = note_template(found.settings)
        known["template"] = template.text
        if remark := template.remark():
            print(_("herniatui: {message}").format(message=remark), file=sys.stderr)
    try:
        return form.made(deck, record, record.changed.astimezone().date(), **known)
    except NotPossible as wrong:
        raise Refused(str(wrong)) from wrong


def _print(data: bytes, form: Format) -> int:
    if sys.stdout is None:
        return OK
    if form.is_text:
        print(data.decode(), end="")
    else:
        sys.stdout.buffer.write(data)
    return OK


def _write(path: str, data: bytes, force: bool) -> int:
    if is_there(path) and not force:
        wrong = _("there is a file of this name already; with --force it is replaced: {path}").format(path=path)
    else:
        wrong = save(path, data, replace=force)
    if wrong:
        print(printable(_("herniatui: {message}").format(message=wrong)), file=sys.stderr)
        return PROBLEMS
    print(printable(_("Saved: {path}").format(path=path)), file=sys.stderr)
    return OK


def _print_template() -> int:
    from herniatui.report.template import shipped_template

    print(shipped_template("note"), end="")
    return OK
