"""Which addresses people can be sent to: of public websites, and short enough for a code that a telephone reads."""

import re

from herniatui.i18n import _

MOST = 300
"""Characters of an address."""

_ADDRESS = re.compile(r"https://([\w-]+(?:\.[\w-]+)*)\.?(?:/[\w./%-]*)?", re.ASCII)
_WHOM_AND_WHERE = re.compile(r"[^:]*://([^/?#\\]*)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""What the name of no website ends in, and every way to write an IP address does (WHATWG URL, 3.5)."""
_NOT_PUBLIC = re.compile(r"[^.]*|.*\.(?:localhost|local|internal|home\.arpa)")
"""Names that mean something else in every network, or nothing; `localhost` is one of those without a dot."""


def wrong_with(address: str) -> str:
    """Return what is wrong with this address and what to do, in a sentence; empty if it is of a public website."""
    if len(address) > MOST:
        wrong = _("this address is {length} characters long; shorten it to {most} at most")
        return wrong.format(length=len(address), most=MOST)
    start = _WHOM_AND_WHERE.match(address)
    if start and "@" in start[1]:
        return _("a user name or password stands in this address; take out what stands before the @, and the @")
    whole = _ADDRESS.fullmatch(address)
    host = whole[1].lower() if whole else ""
    if _NUMBER.fullmatch(host.rpartition(".")[2]) or (start and start[1].startswith("[")):
        wrong = _('"{address}" has an IP address for a name; write the name of the website, as in {example}')
    elif not whole:
        wrong = _('"{address}" is no address; write https:// and only letters, digits and - . / %')
    elif _NOT_PUBLIC.fullmatch(host):
        wrong = _('"{address}" is not there for everyone; write the address of a public website, such as {example}')
    else:
        return ""
    return wrong.format(address=address, example="https://www.thuisarts.nl")
