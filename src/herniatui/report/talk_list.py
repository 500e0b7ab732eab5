"""Consults that are kept, in words: when, how far, and what the clinician calls them. Never what was said."""

from datetime import date, datetime

from herniatui.card.model import Card
from herniatui.consult.walk import options_seen
from herniatui.i18n import _
from herniatui.storage.record import Record
from herniatui.storage.store import StoredTalk, TalkStore

_DAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def when(moment: datetime, today: date) -> str:
    """Return a moment as people here say it, in local time: `vandaag 10:42`, `ma 23-11-2026 10:42`."""
    local = moment.astimezone()
    days = (today - local.date()).days
    name = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}.get(days, day(moment))
    return f"{name} {local:%H:%M}"


def day(moment: datetime) -> str:
    """Return a day as people here say it, in local time: `ma 23-11-2026`."""
    local = moment.astimezone()
    return f"{_DAYS[local.weekday()]} {local:%d-%m-%Y}"


def until(store: TalkStore, record: Record, today: date) -> str:
    """Return until when a consult stays: a day, or for one that was not finished also the time."""
    moment = store.until(record)
    return day(moment) if record.kept else when(moment, today)


def how_far(record: Record, card: Card | None) -> str:
    """Return how much of the card was looked at, and whether it came to a decision."""
    if card is None:
        return _("{count} questions looked at").format(count=len({question for question, _option in record.walk.seen}))
    looked_at = sum(options_seen(card, record.walk, question) > 0 for question in card.questions)
    seen = _("{count} of the {total} questions looked at").format(count=looked_at, total=len(card.questions))
    decision = record.consult.decision
    if not decision.made:
        return seen
    outcome = _("not decided yet") if decision.not_yet else _("decided")
    return f"{seen}, {outcome}"


def kept_line(one: StoredTalk, card: Card | None, today: date) -> str:
    """Return one kept consult in a line, without its id."""
    if one.record is None:
        return _("cannot be opened: {problem}").format(problem=one.problem)
    parts = [when(one.record.changed, today), how_far(one.record, card)]
    if one.record.label:
        parts.append(f"“{one.record.label}”")
    if one.is_open:
        parts.append(_("open in another window"))
    return " · ".join(parts)
