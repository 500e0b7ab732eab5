"""Rows of Afsluiten: what the clinician confirms, and the note word for word."""

from collections.abc import Iterator

from herniatui.card.model import Card
from herniatui.commands.choosing import DISCUSSED, HANDED_OUT, TAUGHT_BACK
from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.note import TITLES
from herniatui.report.recap import account
from herniatui.tui.rows.boxes import box
from herniatui.tui.rows.layout import Row


def confirm_rows(card: Card, talk: Talk) -> Iterator[Row]:
    """Yield a box for each question, for teach-back and for the page to take home, empty until ticked."""
    yield Row(_("For the clinician: what was discussed?"), look="ours")
    accounts = [told for told in account(card, talk.consult, talk.walk) if not told.since]
    for told in sorted(accounts, key=lambda told: told.number):
        text = phrases.with_remark(told.text, told.looked_at)
        yield Row(text, key=DISCUSSED + told.id, lead=f"{box(told.id in talk.consult.discussed)}{told.number}  ")
    yield Row(_("Told back what was explained (teach-back)"), key=TAUGHT_BACK, lead=box(talk.consult.taught_back))
    yield Row(_("Gave the page to take home"), key=HANDED_OUT, lead=box(talk.consult.handed_out))


def note_rows(form: str, full: bool, note: str, remark: str, is_export_older: bool) -> Iterator[Row]:
    """Yield the note under a heading.

    Args:
        form: Its form.
        full: Whether it is the full note.
        note: Its text.
        remark: What is wrong with the clinic's template; empty if nothing is.
        is_export_older: Whether something was said since it was copied, saved or put on paper.
    """
    yield Row(TITLES[form, full], look="ours", gap=True)
    if is_export_older:
        yield Row(_("What you copied, saved or printed before is older than this."), look="quiet")
    if remark:
        yield Row(remark, look="quiet")
    yield Row("")
    yield from (Row(line) for line in note.split("\n"))
