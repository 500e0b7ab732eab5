"""Validation of link addresses: only public websites, and short enough for a QR code that a phone can read."""

import re

from herniatui.i18n import _

MAX_LENGTH = 300
"""Maximum length of an address, in characters."""

_ADDRESS = re.compile(r"https://([\w-]+(?:\.[\w-]+)*)\.?(?:/[\w./%-]*)?", re.ASCII)
_AUTHORITY = re.compile(r"[^:]*://([^/?#\\]*)")
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""Last label of every notation of an IPv4 address, and of no domain name (WHATWG URL, 3.5)."""
_NOT_PUBLIC = re.compile(r"[^.]*|.*\.(?:localhost|local|internal|home\.arpa)")
"""Hosts that resolve differently in each network, or not at all; the first branch covers `localhost`."""


def address_problem(address: str) -> str:
    """Return why the address is refused and how to correct it, in a sentence; empty if it is accepted."""
    if len(address) > MAX_LENGTH:
        problem = _("this address is {length} characters long; shorten it to {most} at most")
        return problem.format(length=len(address), most=MAX_LENGTH)
    authority = _AUTHORITY.match(address)
    if authority and "@" in authority[1]:
        return _("a user name or password stands in this address; take out what stands before the @, and the @")
    match = _ADDRESS.fullmatch(address)
    host = match[1].lower() if match else ""
    if _NUMERIC_LABEL.fullmatch(host.rpartition(".")[2]) or (authority and authority[1].startswith("[")):
        problem = _('"{address}" has an IP address for a name; write the name of the website, as in {example}')
    elif not match:
        problem = _('"{address}" is no address; write https:// and only letters, digits and - . / %')
    elif _NOT_PUBLIC.fullmatch(host):
        problem = _('"{address}" is not there for everyone; write the address of a public website, such as {example}')
    else:
        return ""
    return problem.format(address=address, example="https://www.thuisarts.nl")
