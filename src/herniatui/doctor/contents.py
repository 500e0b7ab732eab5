"""The settings, the cards that ship, and how many talks are stored."""

from collections.abc import Sequence

from herniatui.card.library import check, shipped
from herniatui.doctor.finding import Finding
from herniatui.i18n import _, ngettext
from herniatui.storage.store import TalkStore, state_folder
from herniatui.system_errors import reason


def check_settings(lines: Sequence[str], problems: Sequence[str]) -> Finding:
    """Return the settings with their origins.

    Args:
        lines: a line for each setting.
        problems: a line for each problem.
    """
    advice = _("Correct this in config.toml; until then the default is used: {problem}")
    data = {"settings": list(lines), "problems": list(problems)}
    return Finding(
        "settings", _("Settings"), tuple(lines), data, tuple(advice.format(problem=text) for text in problems)
    )


def check_cards() -> Finding:
    """Return the cards that ship, with their problems."""
    found = {path.parent.name: check(path) for path in shipped()}
    lines = tuple(
        ngettext("{card}: {count} problem", "{card}: {count} problems", len(problems)).format(
            card=card, count=len(problems)
        )
        if problems
        else _("{card}: in order").format(card=card)
        for card, problems in found.items()
    )
    advice = [problem for problems in found.values() for problem in problems]
    if not found:
        lines, advice = (_("there are none"),), [_("Install herniatui again: its cards are gone.")]
    return Finding("cards", _("Cards"), lines, {"problems": found}, tuple(advice))


def check_talks() -> Finding:
    """Return how many talks are stored, and nothing else of them."""
    title = _("Talks")
    store = TalkStore(state_folder())
    try:
        talks = store.talks()
        aside = len(store.retention.files_set_aside())
    except OSError as error:
        wrong = _("cannot be read: {reason}").format(reason=reason(error))
        return Finding("talks", title, (wrong,), {}, (_("Ask for the right to read the folder of talks."),))
    unreadable = sum(talk.record is None for talk in talks)
    kept = sum(talk.record is not None and talk.record.kept for talk in talks)
    counts = {"stored": len(talks), "kept": kept, "unreadable": unreadable, "set_aside": aside}
    line = _("{stored} stored, of which {kept} kept for the next visit; {unreadable} unreadable, {set_aside} set aside")
    advice = _("A talk cannot be read: see herniatui resume. Nothing of it was wiped.")
    return Finding("talks", title, (line.format(**counts),), counts, (advice,) if unreadable + aside else ())
