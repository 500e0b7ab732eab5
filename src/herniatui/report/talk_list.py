"""Descriptions of stored talks: date, progress and the clinician's label. Never their content."""

from datetime import date, datetime

from herniatui.card.model import Card
from herniatui.i18n import _, ngettext
from herniatui.storage.record import Record
from herniatui.storage.store import StoredTalk, TalkStore

_DAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def _moment(moment: datetime, today: date) -> str:
    """Return the local day and time: `vandaag 10:42`, `ma 23-11-2026 10:42`."""
    local = moment.astimezone()
    days = (today - local.date()).days
    name = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}.get(days, _day(moment))
    return f"{name} {local:%H:%M}"


def _day(moment: datetime) -> str:
    """Return the local day with its weekday: `ma 23-11-2026`."""
    local = moment.astimezone()
    return f"{_DAYS[local.weekday()]} {local:%d-%m-%Y}"


def kept_until(store: TalkStore, record: Record, today: date) -> str:
    """Return the end of a talk's retention: a day, and for an unfinished talk the time as well."""
    moment = store.retention.expiry(record)
    return _day(moment) if record.kept else _moment(moment, today)


def _progress(record: Record, card: Card | None) -> str:
    """Return the number of questions viewed, in part at least, and the outcome once there is a decision."""
    visited = {question for question, _option in (*record.walk.seen, *record.walk.options)}
    if card is None:
        count = len(visited)
        return ngettext("{count} question looked at", "{count} questions looked at", count).format(count=count)
    looked_at = sum(question.id in visited for question in card.questions)
    total = len(card.questions)
    seen = ngettext(
        "{count} of the {total} question looked at", "{count} of the {total} questions looked at", total
    ).format(count=looked_at, total=total)
    decision = record.consult.decision
    if not decision.made:
        return seen
    outcome = _("not decided yet") if decision.not_yet else _("decided")
    return f"{seen}, {outcome}"


def talk_line(talk: StoredTalk, card: Card | None, today: date) -> str:
    """Return a stored talk as one line of text, without its id."""
    if talk.record is None:
        return _("cannot be opened: {problem}").format(problem=talk.problem)
    parts = [_moment(talk.record.changed, today), _progress(talk.record, card)]
    if talk.record.label:
        parts.append(f"“{talk.record.label}”")
    if talk.is_open:
        parts.append(_("open in another window"))
    return " · ".join(parts)
