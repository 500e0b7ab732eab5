"""How what was said is put into words, the same on screen and on paper."""

from herniatui.card.model import Card, letter
from herniatui.consult.model import Decision, Mark, Need, Preference
from herniatui.i18n import _

MARKS = {Mark.APPEALS: _("appeals to me"), Mark.WORRIES: _("worries me"), Mark.EXPLAIN: _("needs more explanation")}

SIGNS = {Mark.APPEALS: "+", Mark.WORRIES: "−", Mark.EXPLAIN: "?"}

IMPORTANCE = ("", _("a little"), _("quite"), _("very much"))
"""By how much a question weighs, 0 to 3."""

NEEDS = {
    Need.TIME: _("time to think"),
    Need.FAMILY: _("talk it over with those close to me"),
    Need.INFORMATION: _("more information"),
    Need.DOCTOR: _("the opinion of another doctor"),
    Need.OTHER: _("something else"),
}


NOT_LOOKED_AT = _("not looked at")


def not_looked_at(letters: tuple[str, ...]) -> str:
    """Return which options of a question were not looked at, `B niet bekeken`; others were."""
    return _("{options} not looked at").format(options=", ".join(letters))


def option_name(card: Card, option_id: str) -> str:
    """Return letter and short name, `A Bewegen en medicijnen`."""
    index = card.option_index(option_id)
    return f"{letter(index)} {card.options[index].short}"


NO_PREFERENCE = _("none")


def preference(card: Card, said: Preference) -> str:
    """Return a preference for an option of this card in words."""
    if said.option is None:
        return NO_PREFERENCE
    name = option_name(card, said.option)
    return strong(name) if said.strong else name


def strong(option: str) -> str:
    """Return a strong preference for the option of this name in words."""
    return _("{option} (strong)").format(option=option)


def with_remark(words: str, since: str) -> str:
    """Return the words with what is to be said of them since the card changed, if anything."""
    return f"{words} ({since})" if since else words


def signs(marks: tuple[Mark, ...]) -> str:
    """Return the signs of these marks, `− ?`."""
    return " ".join(SIGNS[mark] for mark in marks)


def needs(decision: Decision) -> list[str]:
    """Return what is needed before deciding, each on a line; what was said in own words stands in quotation marks."""
    said = [NEEDS[need] for need in Need if need in decision.needs and need is not Need.OTHER]
    if Need.OTHER in decision.needs:
        said.append(quoted_in_a_line(decision.other) if decision.other else NEEDS[Need.OTHER])
    return said


def quoted(words: str) -> str:
    """Return somebody's own words in quotation marks."""
    return f"“{words}”"


def quoted_in_a_line(words: str) -> str:
    """Return somebody's own words in quotation marks on one line, or an empty string if there are none.

    No line of theirs can then be taken for one of ours; a stroke stands where they began a new line.
    """
    lines = (line.strip() for line in words.split("\n"))
    return quoted(" / ".join(line for line in lines if line)) if words else ""
