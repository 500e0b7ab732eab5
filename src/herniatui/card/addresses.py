"""Validation of link addresses: only public websites, and short enough for a QR code that a phone can read."""

import re

from herniatui.i18n import _

MAX_LENGTH = 300
"""Maximum length of an address, in characters, as it stands in a QR code."""

_ADDRESS = re.compile(
    r"https://([\w-]+(?:\.[\w-]+)*)\.?(?:/[\w./%~=&+,:;!*()-]*)?(?:\?[\w./%~=&+,:;!*()?-]*)?(?:#[\w./%~=&+,:;!*()?-]*)?",
    re.ASCII,
)
_PARTS = re.compile(r"(https://)([^/?#\\@:\[\]]*)(.*)", re.DOTALL)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_AUTHORITY = re.compile(r"[^:]*://([^/?#\\]*)")
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""Last label of every notation of an IPv4 address, and of no domain name (WHATWG URL, 3.5)."""
_NOT_PUBLIC = re.compile(r"[^.]*|.*\.(?:localhost|local|internal|home\.arpa)")
"""Hosts that resolve differently in each network, or not at all; the first branch covers `localhost`."""


def in_ascii(address: str) -> str:
    """Return an international address (RFC 3987) in ASCII, as browsers and phones ask for it.

    The name of the website becomes Punycode: so it cannot look like that of another. It stays as it is where standards
    disagree on its form (IDNA 2003 and 2008), or where another name is meant by it, as with full-width digits.
    """
    parts = _PARTS.fullmatch(address)
    if address.isascii() or not parts or not address.isprintable():
        return address
    scheme, host, rest = parts.groups()
    try:
        encoded = host.encode("idna").decode("ascii")
        if encoded.encode("ascii").decode("idna") != host.lower():
            return address
    except UnicodeError:  # no name in any notation
        return address
    return scheme + encoded + _NOT_ASCII.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), rest)


def address_problem(address: str) -> str:
    """Return why the address is refused and how to correct it, in a sentence; empty if it is accepted."""
    full = in_ascii(address)
    if len(full) > MAX_LENGTH:
        problem = _("this address is {length} characters long; shorten it to {most} at most")
        return problem.format(length=len(full), most=MAX_LENGTH)
    authority = _AUTHORITY.match(address)
    if authority and "@" in authority[1]:
        return _("a user name or password stands in this address; take out what stands before the @, and the @")
    match = _ADDRESS.fullmatch(full)
    host = match[1].lower() if match else ""
    if _NUMERIC_LABEL.fullmatch(host.rpartition(".")[2]) or (authority and authority[1].startswith("[")):
        problem = _('"{address}" has an IP address for a name; write the name of the website, as in {example}')
    elif not match:
        problem = _('"{address}" is no address; write https://, the name of a website, and no spaces, quotes or @')
    elif _NOT_PUBLIC.fullmatch(host):
        problem = _('"{address}" is not there for everyone; write the address of a public website, such as {example}')
    else:
        return ""
    return problem.format(address=address, example="https://www.thuisarts.nl")
