"""`herniatui report`: export a stored talk for the record."""

from collections.abc import Sequence

from herniatui.card.library import find, open_deck
from herniatui.cli.outcome import Refused
from herniatui.cli.output import complain, refuse, refuse_to_print, write_document
from herniatui.cli.parser import Parser
from herniatui.cli.talk_commands import clean_up, open_store
from herniatui.i18n import _
from herniatui.report.formats import FORMATS, Format, NotPossible
from herniatui.report.template import shipped_template
from herniatui.settings.config_file import settings_file
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import SettingsFound, read_settings
from herniatui.storage.resume import read_talk


def report(words: Sequence[str]) -> int:
    """Print a stored talk in one of the formats, or write it to a file; or print the built-in note template."""
    parser = Parser(
        "herniatui report",
        _("What a saved talk came to, for the record: on screen, or as a file."),
        _("A template of your own: herniatui report --template > my-template.txt, and note_template in config.toml."),
    )
    parser.add_argument("id", nargs="?", metavar=_("CONSULT"), help=_("id of the talk, as herniatui resume lists them"))
    parser.add_card(_("the card of the talk, if it is no longer where it was"), default="")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=_("note (for the record) or soep, and so on; without this, as the settings say"),
    )
    parser.add_argument("--out", metavar=_("FILE"), help=_("write it to this file; without this, it is printed"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    parser.add_argument("--soep", action="store_true", help=_("with fhir: the note as SOEP too"))
    parser.add_argument("--short", action="store_true", help=_("with html or pdf: the page about the talk alone"))
    parser.add_argument("--subject", default="", metavar="Patient/ID", help=_("with fhir: whom it is about"))
    parser.add_argument("--template", action="store_true", help=_("print the template of the note that we come with"))
    options = parser.parse_args(words)
    if options.template:
        return write_document(shipped_template("note").encode(), is_text=True)
    if not options.id:
        raise Refused(_("say which talk: herniatui report CONSULT; herniatui resume lists them"))
    found = read_settings(settings_file())
    form = FORMATS[options.format or found.settings.note_form]
    for name in ("soep", "subject"):
        if getattr(options, name) and name not in form.parameters:
            fhir = _("--{name} belongs with --format fhir; the note as SOEP is --format soep")
            raise Refused(fhir.format(name=name))
    if options.short and "short" not in form.parameters:
        raise Refused(_("--short belongs with --format html or pdf"))
    refuse_to_print(options.out, form.is_text)
    parameters = {"soep": options.soep, "subject": options.subject, "short": options.short}
    data = _export(form, found, options.id, options.card, parameters)
    return write_document(data, form.is_text, options.out, replace=options.force)


def _export(form: Format, found: SettingsFound, consult_id: str, card: str, parameters: dict[str, object]) -> bytes:
    store = open_store(found.settings)
    if notice := clean_up(store, found):
        complain(notice)
    deck, record = read_talk(store, consult_id, open_deck(find(card)) if card else None)
    if "template" in form.parameters:
        template = note_template(found.settings)
        parameters["template"] = template.text
        if remark := template.remark():
            refuse(remark)
    try:
        return form.render(deck, record, record.changed.astimezone().date(), **parameters)
    except NotPossible as wrong:
        raise Refused(str(wrong)) from wrong
