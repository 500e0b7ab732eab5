"""References to what a record system knows: the patient, the contact, and who recorded it."""

import re
from datetime import datetime

from msgspec import Struct

from herniatui.i18n import _
from herniatui.report.formats import NotPossible

Reference = dict[str, str]

_NAMED = r"({base}/)?({kinds})/[A-Za-z0-9.-]{{1,64}}"
_BASE = r"https?://[^\s|#?]+"
_URN = r"urn:(uuid|oid):[A-Za-z0-9.-]+"

_KINDS = {
    "subject": "Patient",
    "encounter": "Encounter",
    "author": "Practitioner|PractitionerRole|Organization",
}
_NONE = {
    "subject": _("in --subject is no reference to a patient; write Patient/123, for example"),
    "encounter": _("in --encounter is no reference to a contact; write Encounter/123, for example"),
    "author": _(
        "in --author is no reference to a clinician; write Practitioner/123, PractitionerRole/123 or Organization/123, "
        "for example"
    ),
}
_UNRESOLVED = _("a server cannot find what is in --{name}; with --bundle transaction, write {kind}/123, for example")


class Context(Struct, frozen=True):
    """What all resources of one export of a talk share."""

    talk: str
    """URN of the talk (`ids.talk`)."""
    when: datetime
    """The moment of the talk, with its time zone."""
    done: bool
    """Whether the talk is closed with an outcome, so that its resources are final."""
    subject: Reference
    encounter: Reference = {}
    """Empty if unknown."""
    author: Reference = {}
    """Empty if unknown."""

    @property
    def moment(self) -> str:
        """The moment as a FHIR dateTime."""
        return self.when.isoformat(timespec="seconds")

    @property
    def links(self) -> dict[str, Reference]:
        """The fields that refer to patient and contact."""
        return {"subject": self.subject} | ({"encounter": self.encounter} if self.encounter else {})


def reference(name: str, text: str | None, resolvable: bool = False) -> Reference:
    """Return a FHIR Reference; empty if there is no text.

    Args:
        name: What it refers to: `subject`, `encounter` or `author`.
        text: `Type/id`, an absolute URL of that form, or a URN.
        resolvable: Whether a server must be able to resolve it, which it cannot with a URN.

    Raises:
        NotPossible: It is no reference to that.
    """
    if text is None:
        return {}
    kinds = _KINDS[name]
    if re.fullmatch(_URN, text):
        if resolvable:
            raise NotPossible(_UNRESOLVED.format(name=name, kind=kinds.split("|")[0]))
    elif not re.fullmatch(_NAMED.format(base=_BASE, kinds=kinds), text):
        raise NotPossible(_NONE[name])
    return {"reference": text}
