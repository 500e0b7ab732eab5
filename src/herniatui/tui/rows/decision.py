"""Rows of Decide: what was said, per option; the choices; and what is agreed for later."""

from collections.abc import Iterator, Sequence

from herniatui.card.model import Card, letter
from herniatui.commands.choosing import CERTAIN, EXPLAIN, NEED, NOT_YET, OPTION, UNSEEN, WHEN, key_of_answers
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Kind, Mark, Need
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.by_option import UNDER, of_option, others, to_explain, weighed
from herniatui.report.recap import Marked, QuestionAccount, account, earlier_decision
from herniatui.tui.rows.boxes import box, circle, keep_row
from herniatui.tui.rows.layout import GUTTER, Pieces, Row
from herniatui.tui.rows.pictures import COLUMN_GAP, join_columns, paragraph
from herniatui.tui.rows.said import stars

RECAP, CHOICES, LATER = "recap", "choices", "later"
"""Keys of no row: the part that the calm layout shows, with the cursor on none of its rows."""

MIN_COLUMN = 30
"""Minimum cells of a column of the recap; narrower, the options stand below each other."""


def recap_rows(card: Card, talk: Talk, take_off: str, short: bool) -> Iterator[Row]:
    """Yield what was said: the patient's goal, the questions, and per option what appeals, worries, is to be explained.

    Args:
        card: The card.
        talk: The talk to show.
        take_off: Display name of the key that removes an answer to earlier words.
        short: Whether to name the questions that were not viewed by their numbers, on one line.
    """
    accounts = account(card, talk.consult, talk.walk)
    yield Row(_("What you have said"), look="ours")
    if not talk.consult.note and all(told.is_empty for told in accounts):
        yield Row(_("Nothing was written down yet."), look="quiet", gap=True)
    if talk.consult.note:
        yield Row(phrases.quoted(talk.consult.note), lead=_("In your own words: "), gap=True)
    current = [told for told in accounts if not told.since]
    by_weight = weighed(accounts)
    for number, told in enumerate(told for told in by_weight if _on_a_line(told)):
        yield Row(_on_a_line(told), lead=f"{told.number}  ", gap=number == 0)
    yield from _by_option(card, by_weight)
    yield from _to_explain(by_weight)
    if unseen := [told for told in current if told.unseen]:
        yield from _unseen_rows(unseen, short)
    if talk.consult.words:
        yield from _earlier_rows(card, talk.consult, accounts, take_off)


def choice_rows(card: Card, consult: Consult, short: bool) -> Iterator[Row]:
    """Yield the choices, all alike: every option, and not deciding yet.

    Args:
        card: The card.
        consult: What was said.
        short: Whether to name the options by their short names, so that each takes one line.
    """
    decision = current_answers(consult).decision
    yield Row(_("What do you decide?"), look="ours")
    for index, option in enumerate(card.options):
        lead = f"{circle(decision.option == option.id)}{letter(index)}  "
        yield Row(option.short if short else option.name, key=OPTION + option.id, lead=lead)
    yield Row(_("Not decide yet"), key=NOT_YET, lead=f"{circle(decision.not_yet)}0  ")


def later_rows(consult: Consult, can_be_kept: bool, is_kept: bool) -> Iterator[Row]:
    """Yield what can be agreed for later, once there is an outcome; all of it is optional."""
    decision = consult.decision
    if not decision.made:
        return
    yield Row(_("What is needed, or agreed?"), look="quiet")
    for need in Need:
        words = phrases.NEEDS[need]
        if need is Need.OTHER and decision.other:
            words = f"{words}: {phrases.quoted(decision.other)}"
        yield Row(_sentence(words), key=NEED + need, lead=box(need in decision.needs))
    when = phrases.quoted(decision.when) if decision.when else "…"
    yield Row(when, key=WHEN, lead=_("Talk about it again: "))
    certain = _sentence(phrases.CERTAINTY[decision.certainty]) if decision.certainty else "…"
    yield Row(certain, key=CERTAIN, lead=_("How certain are you? "))
    if can_be_kept:
        yield keep_row(is_kept)


def _on_a_line(told: QuestionAccount) -> str:
    """Return preference, importance and own words at a question on one line; empty if nothing of it was said."""
    parts = []
    if told.said.importance:
        parts.append(f"{stars(told.said.importance)} {phrases.IMPORTANCE[told.said.importance]}")
    if told.preference:
        parts.append(_("preference: {preference}").format(preference=told.preference))
    if told.said.note:
        parts.append(phrases.quoted_in_a_line(told.said.note))
    return f"{told.text} {' · '.join(parts)}" if parts else ""


def _by_option(card: Card, told: Sequence[QuestionAccount]) -> Iterator[Row]:
    """Yield columns headed by the options: what appeals and what worries; the questions that matter most come first."""
    columns = [of_option(card, told, index) for index in range(len(card.options))]
    if not any(any(parts.values()) for parts in columns):
        return

    def draw(width: int) -> list[Pieces]:
        across = max(1, min(len(columns), (width + COLUMN_GAP) // (MIN_COLUMN + COLUMN_GAP)))
        room = (width + COLUMN_GAP) // across - COLUMN_GAP
        lines: list[Pieces] = []
        for first in range(0, len(columns), across):
            here = range(first, min(first + across, len(columns)))
            blocks = [
                [paragraph("", f"{letter(index)}  {card.options[index].short}", "heading", room)] for index in here
            ]
            for mark in UNDER:
                parts = [_column(mark, columns[index][mark], room) for index in here]
                if any(parts):
                    for block, part in zip(blocks, parts, strict=True):
                        block.append(part)
            lines += [()] if lines else []
            for row in zip(*blocks, strict=True):
                lines += join_columns(row, [room] * len(row))
        return lines

    yield Row("", drawing=draw, gap=True)


def _column(mark: Mark, marked: Sequence[Marked], width: int) -> list[Pieces]:
    """Return the lines of the statements of an option that stand under this mark."""
    if not marked:
        return []
    lines = paragraph("", phrases.UNDER[mark], "quiet", width)
    for found in marked:
        text = f"{found.text} {phrases.signs(others(found, mark))}".rstrip()
        first, *rest = paragraph("", text, "text", width - GUTTER)
        lines += [(("• ", "text"), *first), *((("  ", "text"), *line) for line in rest)]
    return lines


def _to_explain(told: Sequence[QuestionAccount]) -> Iterator[Row]:
    open_ones = to_explain(told)
    if not open_ones:
        return
    yield Row(_("Still to explain:"), look="quiet", gap=True)
    for found in open_ones:
        lead = f"{phrases.signs(found.marks)}  {found.option.partition(' ')[0]}  "
        yield Row(found.text, key=EXPLAIN + found.statement, lead=lead)


def _unseen_rows(unseen: Sequence[QuestionAccount], short: bool) -> Iterator[Row]:
    """Yield the questions that were not viewed, with the options if some were: on a line each, or by number."""
    options = [", ".join(told.unseen) if told.is_half_seen else "" for told in unseen]
    if short:
        numbers = [phrases.with_remark(str(told.number), of) for told, of in zip(unseen, options, strict=True)]
        yield Row(", ".join(numbers), key=UNSEEN + unseen[0].id, lead=_("Not looked at yet: "), gap=True)
        return
    yield Row(_("Not looked at yet: ").rstrip(), look="quiet", gap=True)
    for told, of in zip(unseen, options, strict=True):
        yield Row(phrases.with_remark(told.text, of), key=UNSEEN + told.id, lead=f"{told.number}  ")


def _earlier_rows(card: Card, consult: Consult, accounts: Sequence[QuestionAccount], take_off: str) -> Iterator[Row]:
    """Yield the answers to words that the card no longer has, with those words; each can be removed."""
    changed = _("The card has changed. What was said of other words stands here with those words; {key} takes it off.")
    yield Row(changed.format(key=take_off), look="quiet", gap=True)
    if earlier := earlier_decision(card, consult):
        yield Row(earlier, key=key_of_answers((Kind.DECISION, "")), lead=_("Decided earlier: "))
    for told in accounts:
        yield from _earlier_account(told)


def _earlier_account(whole: QuestionAccount) -> Iterator[Row]:
    told = whole.earlier_part
    if told.is_empty and not told.is_chosen:
        return
    lead = f"{told.number}  " if told.number else ""
    yield Row(phrases.with_remark(told.text, told.since), look="heading", lead=lead, gap=True)
    if told.is_chosen:
        yield Row(_("you wanted to talk about this first"), key=key_of_answers((Kind.CHOSEN, told.id)), indent=3)
    if told.preference:
        yield Row(told.preference, key=key_of_answers((Kind.PREFERENCE, told.id)), lead=_("Preference: "), indent=3)
    if told.said.importance:
        words = f"{stars(told.said.importance)} {phrases.IMPORTANCE[told.said.importance]}"
        yield Row(words, key=key_of_answers((Kind.IMPORTANCE, told.id)), indent=3)
    for marked in told.marked:
        said = ", ".join(phrases.MARKS[mark] for mark in marked.marks)
        lead = f"{phrases.signs(marked.marks)} "
        yield Row(f"{said}: {marked.words}", key=key_of_answers(*marked.earlier), lead=lead, indent=3)
    if told.said.note:
        words = phrases.quoted(told.said.note)
        yield Row(words, key=key_of_answers((Kind.NOTE, told.id)), lead=_("In your own words: "), indent=3)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
