"""`herniatui report`: export a stored talk for the record, or all of them as data."""

from collections.abc import Sequence

from herniatui.card.library import find, open_deck
from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.cli.output import complain, refuse, refuse_to_print, write_document
from herniatui.cli.parser import Parser
from herniatui.cli.stored_talk_commands import clean_up, open_store
from herniatui.i18n import _
from herniatui.report.formats import BUNDLES, FHIR_OPTIONS, FORMATS, Format, NotPossible
from herniatui.report.template import shipped_template
from herniatui.settings.config_file import settings_file
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import SettingsFound, read_settings
from herniatui.storage.resume import read_talk, read_talks
from herniatui.storage.store import TalkStore

_OF_A_FORMAT = {
    **dict.fromkeys(FHIR_OPTIONS, _("--{name} belongs with --format fhir; the note as SOEP is --format soep")),
    "full": _("--full belongs with --format note or --format soep"),
    "short": _("--short belongs with --format html or pdf"),
    "words": _("--words belongs with --format csv"),
}
"""Options that belong with some formats, and what is said with another format."""


def report(words: Sequence[str]) -> int:
    """Print a stored talk (or all) in one of the formats, or write a file; or print the built-in note template."""
    parser = Parser(
        "herniatui report",
        _("What a saved talk came to, for the record: on screen, or as a file."),
        _("A template of your own: herniatui report --template > my-template.txt, and note_template in config.toml."),
    )
    parser.add_argument("id", nargs="?", metavar=_("CONSULT"), help=_("id of the talk, as herniatui resume lists them"))
    parser.add_card(_("the card of the talk, if it is no longer where it was"), default="")
    parser.add_argument("--all", action="store_true", help=_("with csv or json: all saved talks in one file"))
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=_("note (for the record) or soep, and so on; without this, as the settings say"),
    )
    parser.add_argument("--out", metavar=_("FILE"), help=_("write it to this file; without this, it is printed"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    full = _("with note or soep: all that was said, not the short note")
    parser.add_argument("--full", action="store_true", help=full)
    parser.add_argument("--soep", action="store_true", help=_("with fhir: the note as SOEP too"))
    parser.add_argument(
        "--bundle",
        choices=BUNDLES,
        help=_("with fhir: a collection (as without this), or a transaction that a server carries out"),
    )
    parser.add_argument("--subject", metavar="Patient/ID", help=_("with fhir: whom it is about"))
    parser.add_argument("--encounter", metavar="Encounter/ID", help=_("with fhir: the contact that it is part of"))
    parser.add_argument("--author", metavar="Practitioner/ID", help=_("with fhir: who recorded it"))
    parser.add_argument("--short", action="store_true", help=_("with html or pdf: the page about the talk alone"))
    parser.add_argument("--words", action="store_true", help=_("with csv: what was typed too, own words and labels"))
    parser.add_argument("--template", action="store_true", help=_("print the template of the note that we come with"))
    options = parser.parse_args(words)
    if options.template:
        return write_document(shipped_template("note-full" if options.full else "note").encode(), is_text=True)
    if not options.id and not options.all:
        raise Refused(_("say which talk: herniatui report CONSULT; herniatui resume lists them"))
    if options.id and options.all:
        raise Refused(_("name one talk, or give --all for all of them; not both"))
    found = read_settings(settings_file())
    form = FORMATS[options.format or found.settings.note_form]
    given = {name: value for name in _OF_A_FORMAT if (value := getattr(options, name)) not in (None, False)}
    for name in given:
        if name not in form.parameters:
            raise Refused(_OF_A_FORMAT[name].format(name=name))
    if options.all and not form.of_all:
        raise Refused(_("--all makes data: add --format csv or --format json; the other formats are of one talk"))
    refuse_to_print(options.out, form.is_text)
    store = open_store(found.settings)
    if notice := clean_up(store, found, tell_set_aside=not options.all):
        complain(notice)
    if options.all:
        code, data = _export_all(form, store, given)
    else:
        code, data = OK, _export(form, found, store, options.id, options.card, given)
    return max(code, write_document(data, form.is_text, options.out, replace=options.force))


def _export_all(form: Format, store: TalkStore, parameters: dict[str, object]) -> tuple[int, bytes]:
    """Return the exit code and all stored talks in this format; print what is missing."""
    talks, sentences = read_talks(store)
    for sentence in sentences:
        refuse(sentence)
    if not talks and not sentences:
        complain(_("There are no saved talks."))
    return PROBLEMS if sentences else OK, form.render_all(talks, **parameters)


def _export(
    form: Format, found: SettingsFound, store: TalkStore, talk_id: str, card: str, parameters: dict[str, object]
) -> bytes:
    talk = read_talk(store, talk_id, open_deck(find(card)) if card else None)
    if "template" in form.parameters and "full" not in parameters:
        template = note_template(found.settings)
        parameters["template"] = template.text
        if remark := template.remark():
            refuse(remark)
    try:
        return form.render(talk.deck, talk.record, talk.day, talk_id=talk.id, warn=complain, **parameters)
    except NotPossible as wrong:
        raise Refused(str(wrong)) from wrong
