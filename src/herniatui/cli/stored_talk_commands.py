"""The commands for stored talks, `herniatui resume` and `herniatui wipe`, and the cleanup at every start."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from herniatui.card.library import find, open_deck
from herniatui.card.model import Card
from herniatui.card.problems import ProblemsFound
from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.cli.output import complain, confirm, refuse, say
from herniatui.cli.parser import Parser
from herniatui.cli.start_walk import Start, add_linear, check_terminal, walk, why_linear
from herniatui.i18n import _, ngettext
from herniatui.report.talk_list import kept_until, talk_line
from herniatui.settings.config_file import settings_file
from herniatui.settings.model import Settings
from herniatui.settings.reader import SettingsFound, read_settings
from herniatui.storage.record import Record
from herniatui.storage.resume import deck_for, resume_talk
from herniatui.storage.store import StoredTalk, TalkNotFound, TalkStore, state_folder
from herniatui.system_errors import reason


def open_store(settings: Settings) -> TalkStore:
    """Return the store of talks, with the retention of these settings."""
    unfinished, kept = timedelta(hours=settings.unfinished_hours), timedelta(days=settings.kept_days)
    return TalkStore(state_folder(), unfinished=unfinished, kept=kept)


def clean_up(store: TalkStore, found: SettingsFound, *, tell_set_aside: bool = True) -> str:
    """Remove talks past their retention, set damaged ones aside, and return what was done, in sentences.

    Nothing is removed while it is not sure what retention the settings mean.

    Args:
        store: The store.
        found: The settings, with whether the retention is sure.
        tell_set_aside: False for a command that itself names what was set aside.
    """
    try:
        done = store.retention.clean_up(remove=found.retention_is_sure)
    except OSError:
        return ""  # the walk reports why nothing can be saved
    sentences = []
    if done.removed:
        wiped = ngettext(
            "An old talk has been wiped: it was not to be kept longer.",
            "{count} old talks have been wiped: they were not to be kept longer.",
            done.removed,
        )
        sentences.append(wiped.format(count=done.removed))
    if done.aside and tell_set_aside:
        sentences.append(_("An earlier talk could not be read. Nothing of it was wiped; see: herniatui resume"))
    return " ".join(sentences)


def resume(words: Sequence[str]) -> int:
    """List the stored talks, or resume one."""
    parser = Parser("herniatui resume", _("The talks that are kept; with an id: go on with that one."))
    parser.add_argument("id", nargs="?", metavar="ID", help=_("of the talk to go on with, as listed"))
    parser.add_card(_("the card of the talk, if it is no longer where it was"), default="")
    add_linear(parser)
    options = parser.parse_args(words)
    found = read_settings(settings_file())
    store = open_store(found.settings)
    notice = clean_up(store, found)
    if options.id is None:
        _list(store, notice)
        return OK
    return _resume(store, found, options.id, options.card, notice, why_linear(options.linear, found))


def _resume(store: TalkStore, found: SettingsFound, talk_id: str, card: str, notice: str, why: str) -> int:
    try:
        record = store.read(talk_id)
    except TalkNotFound:
        if notice:
            complain(notice)  # the cleanup may just have set this talk aside
        raise
    deck = open_deck(find(card)) if card else deck_for(record)
    check_terminal(why)
    start = Start(
        deck=deck,
        found=found,
        theme=found.settings.theme,
        ascii_only=found.settings.glyphs == "ascii",
        store=store,
        clean_up=partial(clean_up, store, found),
        message=notice,
        resumed=resume_talk(store, talk_id, deck.card),
    )
    return walk(start, why)


def _list(store: TalkStore, notice: str) -> None:
    if notice:
        say(notice)
    talks = store.talks()
    if not talks:
        say(_("There are no saved talks."))
    for talk in talks:
        say(_line(talk))
        if talk.record:
            say("      " + _("stays until {moment}").format(moment=kept_until(store, talk.record, date.today())))
    for path in store.retention.files_set_aside():
        say(_("Set aside, as it could not be read: {path}").format(path=path))
    if any(talk.record for talk in talks):
        say(_("Go on with one: herniatui resume ID. Wipe one: herniatui wipe ID."))


def _line(talk: StoredTalk) -> str:
    """Return the id of the talk, its card, date and progress."""
    card = _card(talk.record)
    title = f"{card.title if card else talk.record.card.id} · " if talk.record else ""
    return f"{talk.id}  {title}{talk_line(talk, card, date.today())}"


def _card(record: Record | None) -> Card | None:
    try:
        return deck_for(record).card if record else None
    except (TalkNotFound, ProblemsFound):
        return None


def wipe(words: Sequence[str]) -> int:
    """Wipe a stored talk, or all of them, after asking for confirmation."""
    parser = Parser("herniatui wipe", _("Wipe a saved talk, or all of them, for good."))
    parser.add_argument("id", nargs="?", metavar="ID", help=_("of the talk to wipe, as herniatui resume lists them"))
    parser.add_argument("--all", action="store_true", help=_("wipe all of them, and what was set aside"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask first"))
    options = parser.parse_args(words)
    if bool(options.id) == options.all:
        raise Refused(_("say which talk to wipe: herniatui wipe ID, or herniatui wipe --all"))
    store = open_store(read_settings(settings_file()).settings)
    talks = [talk for talk in store.talks() if options.all or talk.id == options.id]
    if options.id and not talks:
        raise Refused(_('there is no saved talk "{id}"; herniatui resume lists them').format(id=options.id))
    if not options.yes:
        nobody = _("nothing was wiped, as nobody can be asked here; add --yes")
        confirm(_("Wipe for good? j/n "), nobody, _("nothing was wiped"), [_line(talk) for talk in talks])
    if options.id:
        store.wipe(options.id)
        say(_("wiped: {id}").format(id=options.id))
        return OK
    remaining = [wrong for talk in talks if (wrong := _wipe(store, talk.id))]
    remaining += [str(path) for path in store.retention.wipe_set_aside()]
    for wrong in remaining:
        refuse(wrong)
    if not remaining:
        say(_("Nothing of a talk is left."))
    return PROBLEMS if remaining else OK


def _wipe(store: TalkStore, talk_id: str) -> str:
    """Wipe this talk and print that; return the problem in a sentence, or an empty string."""
    try:
        store.wipe(talk_id)
    except TalkNotFound as refused:
        return str(refused)
    except OSError as error:
        wrong = _('the talk "{id}" could not be wiped: {reason}')
        return wrong.format(id=talk_id, reason=reason(error))
    say(_("wiped: {id}").format(id=talk_id))
    return ""
