"""Decide and Close in lines."""

from collections.abc import Iterator, Sequence

from herniatui.card.model import Card, letter
from herniatui.commands.choosing import (
    CERTAIN,
    DISCUSSED,
    EXPLAIN,
    HANDED_OUT,
    KEEP,
    NEED,
    NOT_YET,
    OPTION,
    TAUGHT_BACK,
    UNSEEN,
    WHEN,
    is_decided,
    key_of_answers,
)
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Kind, Need
from herniatui.i18n import _
from herniatui.linear.card_lines import importance, marks_in_words
from herniatui.linear.listing import Listing, capital, sentence
from herniatui.report import phrases
from herniatui.report.by_option import UNDER, of_option, others, to_explain, weighed
from herniatui.report.note import TITLES
from herniatui.report.recap import QuestionAccount, account, earlier_decision


def decision(card: Card, talk: Talk) -> Listing:
    """List what was said, per question and option, and the choices."""
    listing, consult = Listing(), talk.consult
    accounts = account(card, consult, talk.walk)
    listing.add(sentence(_("Decide")), sentence(_("What you have said")))
    if not consult.note and all(found.is_empty for found in accounts):
        listing.add(_("Nothing was written down yet."))
    if consult.note:
        listing.add(_("In your own words: ") + phrases.quoted(consult.note))
    by_weight = weighed(accounts)
    listing.add(*(line for found in by_weight for line in _of_question(found)))
    listing.add(*(line for index in range(len(card.options)) for line in _of_option(card, by_weight, index)))
    _add_open(listing, by_weight)
    if consult.words:
        _add_earlier(listing, card, consult, accounts)
    listing.add(_("What do you decide?"))
    for index, option in enumerate(card.options):
        listing.add(choice(card, consult, OPTION + option.id, letter(index)))
    listing.add(choice(card, consult, NOT_YET, "0"))
    return listing


def choice(card: Card, consult: Consult, key: str, lead: str) -> str:
    """Return a choice with the letter (or 0) that names it, and whether it was chosen."""
    words = _("Not decide yet")
    if key != NOT_YET:
        words = card.options[card.option_index(key.removeprefix(OPTION))].name
    line = f"{lead}. {words}"
    return _("{words} (this was decided)").format(words=line) if is_decided(consult, key) else line


def add_later(listing: Listing, consult: Consult, can_be_kept: bool, is_kept: bool) -> None:
    """Add what can be agreed for later, once there is an outcome; all of it is optional."""
    if not consult.decision.made:
        return
    listing.add(_("What is needed, or agreed?"))
    for need in Need:
        key = NEED + need
        listing.add_numbered(key, _later_row(consult, key), need in consult.decision.needs)
    listing.add_numbered(WHEN, sentence(_later_row(consult, WHEN)))
    listing.add_numbered(CERTAIN, sentence(_later_row(consult, CERTAIN)))
    if can_be_kept:
        listing.add_numbered(KEEP, _("Keep this talk for the next visit"), is_kept)


def _later_row(consult: Consult, key: str) -> str:
    """Return the words of a row that can be agreed for later."""
    decided = consult.decision
    if key == WHEN:
        return _("Talk about it again: ") + (
            phrases.quoted(decided.when) if decided.when else capital(_("not said yet"))
        )
    if key == CERTAIN:
        certainty = phrases.CERTAINTY[decided.certainty] if decided.certainty else _("not said yet")
        return _("How certain are you? ") + capital(certainty)
    words = capital(phrases.NEEDS[Need(key.removeprefix(NEED))])
    return f"{words}: {phrases.quoted(decided.other)}" if key == NEED + Need.OTHER and decided.other else words


def closing(card: Card, talk: Talk, can_be_kept: bool, is_kept: bool) -> Listing:
    """List what the clinician can confirm."""
    listing = Listing()
    listing.add(sentence(_("Close")), _("For the clinician: what was discussed?"))
    accounts = [found for found in account(card, talk.consult, talk.walk) if not found.since]
    for found in sorted(accounts, key=lambda found: found.number):
        words = phrases.with_remark(found.text, found.looked_at)
        listing.add_numbered(DISCUSSED + found.id, words, found.id in talk.consult.discussed)
    listing.add_numbered(TAUGHT_BACK, _("Told back what was explained (teach-back)"), talk.consult.taught_back)
    listing.add_numbered(HANDED_OUT, _("Gave the page to take home"), talk.consult.handed_out)
    if can_be_kept and talk.consult.decision.made:
        listing.add_numbered(KEEP, _("Keep this talk for the next visit"), is_kept)
    return listing


def note(form: str, full: bool, text: str, remark: str, is_export_older: bool) -> Iterator[str]:
    """Yield the note under its title, line by line, and where it ends; see `tui.rows.closing.note_rows`."""
    yield sentence(TITLES[form, full])
    if is_export_older:
        yield _("What you copied, saved or printed before is older than this.")
    if remark:
        yield remark
    yield from text.split("\n")
    yield _("End of the summary.")


def _of_question(found: QuestionAccount) -> Iterator[str]:
    parts = []
    if found.said.importance:
        parts.append(importance(found.said.importance))
    if found.preference:
        parts.append(sentence(_("Preference: {preference}").format(preference=found.preference)))
    if found.said.note:
        parts.append(_("Note: {words}").format(words=phrases.quoted_in_a_line(found.said.note)))
    if parts:
        yield " ".join((_question(found), *parts))


def _question(found: QuestionAccount) -> str:
    return _("Question {number}: {question}").format(number=found.number, question=found.text)


def _of_option(card: Card, by_weight: Sequence[QuestionAccount], index: int) -> Iterator[str]:
    """Yield the marked statements of an option under its name; nothing if it has none."""
    parts = of_option(card, by_weight, index)
    if not any(parts.values()):
        return
    yield sentence(_("Option {letter}: {option}").format(letter=letter(index), option=card.options[index].short))
    for mark in UNDER:
        if parts[mark]:
            yield phrases.UNDER[mark]
        for found in parts[mark]:
            rest = others(found, mark)
            yield phrases.with_remark(found.text, _("also: {marks}").format(marks=marks_in_words(rest)) if rest else "")


def _add_open(listing: Listing, by_weight: Sequence[QuestionAccount]) -> None:
    if still := to_explain(by_weight):
        listing.add(_("Still to explain:"))
        for found in still:
            listing.add_numbered(EXPLAIN + found.statement, f"{found.option}: {found.text}")
    if unseen := [found for found in by_weight if found.unseen]:
        listing.add(_("Not looked at yet: ").rstrip())
        for asked in sorted(unseen, key=lambda asked: asked.number):
            remark = asked.looked_at if asked.is_half_seen else ""
            listing.add_numbered(UNSEEN + asked.id, phrases.with_remark(_question(asked), remark))


def _add_earlier(listing: Listing, card: Card, consult: Consult, accounts: Sequence[QuestionAccount]) -> None:
    listing.add(
        _("The card has changed. Answers to earlier words are listed with those words; type a number to remove one.")
    )
    if earlier := earlier_decision(card, consult):
        listing.add_numbered(key_of_answers((Kind.DECISION, "")), _("Decided earlier: ") + earlier)
    for whole in accounts:
        found = whole.earlier_part
        if found.is_empty and not found.is_chosen:
            continue
        listing.add(found.heading)
        if found.is_chosen:
            listing.add_numbered(key_of_answers((Kind.CHOSEN, found.id)), _("you wanted to talk about this first"))
        if found.preference:
            listing.add_numbered(key_of_answers((Kind.PREFERENCE, found.id)), _("Preference: ") + found.preference)
        if found.said.importance:
            listing.add_numbered(key_of_answers((Kind.IMPORTANCE, found.id)), importance(found.said.importance))
        for marked in found.marked:
            listing.add_numbered(key_of_answers(*marked.earlier), f"{marks_in_words(marked.marks)}: {marked.words}")
        if found.said.note:
            words = phrases.quoted(found.said.note)
            listing.add_numbered(key_of_answers((Kind.NOTE, found.id)), _("In your own words: ") + words)
