"""The talks that are kept: tidying at every start, `herniatui resume`, `herniatui wipe`."""

import sys
from collections.abc import Sequence
from datetime import date

from herniatui.card.library import find, open_deck
from herniatui.card.model import Card
from herniatui.card.problems import ProblemsFound
from herniatui.cli.output import complain, refuse, say
from herniatui.cli.parser import OK, PROBLEMS, Parser, Refused, refuse_without_terminal, store
from herniatui.i18n import _
from herniatui.report.talk_list import kept_line, until
from herniatui.settings.config_file import settings_file
from herniatui.settings.reader import Found, read_settings
from herniatui.storage.record import Record
from herniatui.storage.resume import deck_for, resume_talk
from herniatui.storage.store import StoredTalk, TalkNotFound, TalkStore
from herniatui.system_errors import reason


def tidied(kept: TalkStore, found: Found) -> str:
    """Remove what has been there too long and set aside what is damaged; return what was done, in sentences.

    Where the settings do not say clearly how long that is, nothing is removed.
    """
    try:
        done = kept.retention.clean_up(remove=found.retention_is_sure)
    except OSError:
        return ""  # the screen will say why nothing can be saved
    said = []
    if done.removed == 1:
        said.append(_("An old talk has been wiped: it was not to be kept longer."))
    elif done.removed:
        said.append(_("{count} old talks have been wiped: they were not to be kept longer.").format(count=done.removed))
    if done.aside:
        said.append(_("An earlier talk could not be read. Nothing of it was wiped; see: herniatui resume"))
    return " ".join(said)


def resume(words: Sequence[str]) -> int:
    """List the talks that are kept, or go on with one."""
    parser = Parser("herniatui resume", _("The talks that are kept; with an id: go on with that one."))
    parser.add_argument("id", nargs="?", metavar="ID", help=_("of the talk to go on with, as listed"))
    parser.add_card(_("the card of the talk, if it is no longer where it was"), default="")
    options = parser.parse_args(words)
    found = read_settings(settings_file())
    kept = store(found.settings)
    notice = tidied(kept, found)
    if options.id is None:
        _list(kept, notice)
        return OK
    return _go_on(kept, options.id, options.card, notice)


def _go_on(kept: TalkStore, consult_id: str, card: str, notice: str) -> int:
    record = next((one.record for one in kept.talks() if one.id == consult_id), None)
    if record is None:
        if notice:
            complain(notice)  # perhaps it has just been set aside
        kept.open(consult_id)  # says why it cannot be had
    deck = deck_for(record) if record and not card else open_deck(find(card))
    refuse_without_terminal()
    resumed = resume_talk(kept, consult_id, deck.card)
    from herniatui.tui.run import run

    found = read_settings(settings_file())
    ascii_only = found.settings.glyphs == "ascii"
    theme = found.settings.theme
    return run(deck, theme, ascii_only, found=found, complain=complain, store=kept, resumed=resumed, message=notice)


def _list(kept: TalkStore, notice: str) -> None:
    if notice:
        say(notice)
    found = kept.talks()
    if not found:
        say(_("There are no saved talks."))
    for one in found:
        say(f"{one.id}  {_title(one.record)}{kept_line(one, _card(one.record), date.today())}")
        if one.record:
            say("      " + _("stays until {moment}").format(moment=until(kept, one.record, date.today())))
    for path in kept.retention.files_set_aside():
        say(_("Set aside, as it could not be read: {path}").format(path=path))
    if any(one.record for one in found):
        say(_("Go on with one: herniatui resume ID. Wipe one: herniatui wipe ID."))


def _card(record: Record | None) -> Card | None:
    try:
        return deck_for(record).card if record else None
    except (TalkNotFound, ProblemsFound):
        return None


def _title(record: Record | None) -> str:
    if record is None:
        return ""
    card = _card(record)
    return f"{card.title if card else record.card.id} · "


def wipe(words: Sequence[str]) -> int:
    """Wipe one talk, or all; asks first."""
    parser = Parser("herniatui wipe", _("Wipe a saved talk, or all of them, for good."))
    parser.add_argument("id", nargs="?", metavar="ID", help=_("of the talk to wipe, as herniatui resume lists them"))
    parser.add_argument("--all", action="store_true", help=_("wipe all of them, and what was set aside"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask first"))
    options = parser.parse_args(words)
    if bool(options.id) == options.all:
        raise Refused(_("say which talk to wipe: herniatui wipe ID, or herniatui wipe --all"))
    kept = store(read_settings(settings_file()).settings)
    found = [one for one in kept.talks() if options.all or one.id == options.id]
    if options.id and not found:
        kept.wipe(options.id)  # says that there is none
    if not options.yes:
        _ask(found)
    if options.id:
        kept.wipe(options.id)
        say(_("wiped: {id}").format(id=options.id))
        return OK
    left = [wrong for one in found if (wrong := _wipe(kept, one.id))]
    left += [str(path) for path in kept.retention.wipe_set_aside()]
    for wrong in left:
        refuse(wrong)
    if not left:
        say(_("Nothing of a talk is left."))
    return PROBLEMS if left else OK


def _wipe(kept: TalkStore, consult_id: str) -> str:
    """Wipe this talk, and say so; return what went wrong, in a sentence."""
    try:
        kept.wipe(consult_id)
    except TalkNotFound as refused:
        return str(refused)
    except OSError as error:
        wrong = _('the talk "{id}" could not be wiped: {reason}')
        return wrong.format(id=consult_id, reason=reason(error))
    say(_("wiped: {id}").format(id=consult_id))
    return ""


def _ask(found: Sequence[StoredTalk]) -> None:
    """Ask whether these may be wiped. Raises `Refused` unless the answer is yes."""
    if not (sys.stdin and sys.stdin.isatty()):
        raise Refused(_("nothing was wiped, as nobody can be asked here; add --yes"))
    for one in found:
        say(f"{one.id}  {_title(one.record)}{kept_line(one, _card(one.record), date.today())}")
    say(_("Wipe for good? j/n "), end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("j", "ja", "y"):
        raise Refused(_("nothing was wiped"))
