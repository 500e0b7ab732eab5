"""Wording of answers, the same on screen and in exports."""

from collections.abc import Sequence

from herniatui.card.languages import DEFAULT_MARKS, Marks
from herniatui.card.model import Card, Frequency, Number, Relation, letter
from herniatui.consult.model import Certainty, Decision, Mark, Need, Preference
from herniatui.i18n import _, with_points
from herniatui.report.icons import PictureForm, form

MARKS = {
    Mark.APPEALS: _("appeals to me"),
    Mark.WORRIES: _("worries me"),
    Mark.EXPLAIN: _("needs more explanation"),
    Mark.EXPLAINED: _("explained"),
}

SIGNS = {Mark.APPEALS: "+", Mark.WORRIES: "−", Mark.EXPLAIN: "?", Mark.EXPLAINED: "✓"}

BESIDE = {
    Mark.APPEALS: _("+ fine"),
    Mark.WORRIES: _("− worries"),
    Mark.EXPLAIN: _("? explain"),
    Mark.EXPLAINED: _("✓ explained"),
}
"""Signs with a word, to stand beside a statement."""

UNDER = {Mark.APPEALS: _("Fine:"), Mark.WORRIES: _("Worries:"), Mark.EXPLAINED: _("Explained:")}
"""Words above marked statements."""

IMPORTANCE = ("", _("a little"), _("quite"), _("very much"))
"""Wording of the importance of a question, by level 0 to 3."""

NEEDS = {
    Need.APPOINTMENT: _("an appointment"),
    Need.TIME: _("time to think"),
    Need.FAMILY: _("talk it over with those close to me"),
    Need.INFORMATION: _("more information"),
    Need.DOCTOR: _("the opinion of another doctor"),
    Need.OTHER: _("something else"),
}


CERTAINTY = {
    Certainty.CERTAIN: _("certain"),
    Certainty.IN_DOUBT: _("in doubt"),
    Certainty.UNKNOWN: _("I do not know"),
}
"""How certain the patient is, in the patient's words."""

_OTHERS = {
    Relation.EXACTLY: _("the others: {count} of the {of}"),
    Relation.FEWER_THAN: _("the others: fewer than {count} of the {of}"),
    Relation.MORE_THAN: _("the others: more than {count} of the {of}"),
    Relation.AT_MOST: _("the others: at most {count} of the {of}"),
    Relation.AT_LEAST: _("the others: at least {count} of the {of}"),
    Relation.ABOUT: _("the others: about {count} of the {of}"),
}
_OTHER_PARTS = {
    Relation.EXACTLY: _("rest of the strip: {count} of the {of}"),
    Relation.FEWER_THAN: _("rest of the strip: fewer than {count} of the {of}"),
    Relation.MORE_THAN: _("rest of the strip: more than {count} of the {of}"),
    Relation.AT_MOST: _("rest of the strip: at most {count} of the {of}"),
    Relation.AT_LEAST: _("rest of the strip: at least {count} of the {of}"),
    Relation.ABOUT: _("rest of the strip: about {count} of the {of}"),
}
"""The same of a strip, which need not be of people counted: `meer dan de helft`."""
_WITH_POINTS = 10_000
NOT_LOOKED_AT = _("not looked at")
NOT_WHOLLY_LOOKED_AT = _("not wholly looked at")


def not_looked_at(letters: tuple[str, ...]) -> str:
    """Return which options of a question were not viewed: `B niet bekeken`; the other options were."""
    return _("{options} not looked at").format(options=", ".join(letters))


def listed(names: Sequence[str]) -> str:
    """Return these names as a list in words: `A, B en C`."""
    *first, last = names
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def either(names: Sequence[str]) -> str:
    """Return these names as alternatives: `A, B of C`."""
    *first, last = names
    return _("{first} or {last}").format(first=", ".join(first), last=last) if first else last


def others(frequency: Frequency) -> str:
    """Return the complement of a frequency in words, so that both frames are always shown (IPDAS 5)."""
    found = frequency.others
    count = number(found.count, found.of)
    if found.to is not None:
        count = _("{count} to {to}").format(count=count, to=number(found.to, found.of))
    words = _OTHER_PARTS if form(frequency) is PictureForm.STRIP else _OTHERS
    return words[found.relation].format(count=count, of=number(found.of, found.of))


def number(value: Number, of: int) -> str:
    """Return a number as Dutch writes it: a comma in a fraction, points in numbers out of ten thousand or more."""
    whole, _point, fraction = str(value).partition(".")
    return (with_points(int(whole)) if of >= _WITH_POINTS else whole) + (f",{fraction}" if fraction else "")


def option_name(card: Card, option_id: str) -> str:
    """Return letter and short name of an option: `A Bewegen en medicijnen`."""
    index = card.option_index(option_id)
    return f"{letter(index)} {card.options[index].short}"


NO_PREFERENCE = _("none")
EMPTY_CELL = _("The card says nothing here.")
"""Stands in place of statements that the card does not have. The program's words, so never among those of the card."""


def preference(card: Card, said: Preference) -> str:
    """Return a preference in words."""
    if said.option is None:
        return NO_PREFERENCE
    name = option_name(card, said.option)
    return strong(name) if said.strong else name


def strong(option: str) -> str:
    """Return a strong preference for an option, given by name, in words."""
    return _("{option} (strong)").format(option=option)


def with_remark(words: str, remark: str) -> str:
    """Return the words with a remark in brackets, if there is one."""
    return f"{words} ({remark})" if remark else words


def signs(marks: tuple[Mark, ...]) -> str:
    """Return the signs of marks: `− ?`."""
    return " ".join(SIGNS[mark] for mark in marks)


def outstanding(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks without the need for an explanation that was given."""
    return tuple(mark for mark in marks if mark is not Mark.EXPLAIN or Mark.EXPLAINED not in marks)


def signs_in_words(marks: tuple[Mark, ...]) -> str:
    """Return the signs of marks with a word each: `− zorgen`."""
    return " ".join(BESIDE[mark] for mark in marks)


def needs(decision: Decision) -> list[str]:
    """Return what is needed or agreed, in words; free text is in quotation marks."""
    said = [NEEDS[need] for need in Need if need in decision.needs and need is not Need.OTHER]
    if Need.OTHER in decision.needs:
        said.append(quoted_in_a_line(decision.other) if decision.other else NEEDS[Need.OTHER])
    return said


def quoted(words: str, marks: Marks = DEFAULT_MARKS) -> str:
    """Return words in quotation marks: ours around free text, those of their language around words of the card."""
    return f"{marks.opening}{words}{marks.closing}"


def quoted_in_a_line(words: str) -> str:
    """Return free text in quotation marks on one line; an empty string if it is empty.

    A slash replaces each line break, so that no line of free text can pass for a line of the note.
    """
    lines = (line.strip() for line in words.split("\n"))
    return quoted(" / ".join(line for line in lines if line)) if words else ""
