"""Link addresses: which are accepted, and why others are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.addresses import MAX_LENGTH, address_problem, in_ascii
from herniatui.report.handout.svg import code
from herniatui.tui.rows import qr
from tests.support.program import HERNIA, deck_of

LONGEST = "https://voorbeeld.nl/" + "a" * (MAX_LENGTH - 21)


@pytest.mark.parametrize(
    "address",
    [
        *(link.address for link in deck_of(HERNIA).additions.links),
        *("https://voorbeeld.nl", "https://voorbeeld.nl/", "https://VOORBEELD.nl./a_b-c/50%20g"),
        *("https://localhost.nl", "https://local.internal.nl", "https://mylocal.nl", "https://notlocal.locals"),
        *("https://xn--bcher-kva.nl", "https://1.2.3.nl", "https://0x7f.nl", "https://arpa.home.nl"),
        *("https://voorbeeld.nl?a=b", "https://voorbeeld.nl/~a/b?q=50%25&taal=nl#na-de-operatie", "https://a.nl#b?c"),
        *("https://bücher.nl/thé", "https://例え.jp/お茶?種=緑", "https://münchen.de", "https://موقع.eg"),
        LONGEST,
    ],
)
def test_an_address_of_a_public_website_is_fine(address: str) -> None:
    assert address_problem(address) == ""


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LocalHost", "localhost.", "intranet", "server-1", "a.localhost", "a.b.LOCALHOST."),
        *("printer.local", "printer.local.", "db.internal", "x.y.Internal", "nas.home.arpa", "nas.home.arpa."),
    ],
)
def test_an_address_within_a_network_is_refused(host: str) -> None:
    address = f"https://{host}/thee"
    assert address_problem(address) == (
        f'"{address}" is er niet voor iedereen; schrijf het adres van een openbare website, '
        "zoals https://www.thuisarts.nl"
    )


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.0.0.1", "192.168.1.1", "8.8.8.8", "127.0.0.1.", "127.1", "1.2.3", "999.999.999.999"),
        *("2130706433", "0x7f000001", "0X7F.1", "0x7f.0.0.0x1", "017700000001", "0177.0.0.1", "0", "0x", "1.2.3.0x"),
        *("[::1]", "[::1]:443", "[fe80::1%25eth0]", "[::ffff:127.0.0.1]"),
    ],
)
def test_an_ip_address_is_refused_however_it_is_written(host: str) -> None:
    address = f"https://{host}/thee"
    assert address_problem(address) == (
        f'"{address}" heeft een IP-adres als naam; schrijf de naam van de website, zoals in https://www.thuisarts.nl'
    )


@pytest.mark.parametrize(
    "address",
    ["https://ik@voorbeeld.nl", "https://ik:geheim@voorbeeld.nl/a", "https://@voorbeeld.nl", "https://a@[::1]"],
)
def test_a_user_name_is_refused_and_not_repeated(address: str) -> None:
    assert address_problem(address) == (
        "in dit adres staat een gebruikersnaam of wachtwoord; haal weg wat voor de @ staat, en de @ zelf"
    )


@pytest.mark.parametrize(
    "address",
    [
        *("http://voorbeeld.nl", "ftp://voorbeeld.nl", "HTTPS://voorbeeld.nl", "file:///etc/passwd", "tel:112"),
        *("javascript:alert(1)", "mailto:ik@voorbeeld.nl", "voorbeeld.nl", "//voorbeeld.nl", "https://", "https:///a"),
        *("https://voorbeeld..nl", "https://.nl", "https://voorbeeld.nl..", "https://voorbeeld.nl:8443"),
        *("https://voorbeeld.nl?a=@", "https://１.nl", "https://straße.de", "https://a。nl", "https://é.nl:8443"),
        *("https://a.nl/<b>", "https://a.nl/'", 'https://a.nl/"', "https://a.nl/?a=$(b)`", "https://é.nl\\@b.nl"),
        *("https://a.nl/é\u202eb", "https://" + "é" * 70 + ".nl"),
        *("https://a.nl\\@b.nl", "https://a.nl/@b", "https://a.nl /", "https://a.nl\n", "x https://a.nl"),
    ],
)
def test_anything_but_an_https_address_is_refused(address: str) -> None:
    refused = (
        f'"{address}" is geen adres; schrijf https:// en de naam van een website, zonder spaties, aanhalingstekens of @'
    )
    assert address_problem(address) == refused


@pytest.mark.parametrize(
    ("written", "asked_for"),
    [
        ("https://Bücher.nl/thé?één=1#ü", "https://xn--bcher-kva.nl/th%C3%A9?%C3%A9%C3%A9n=1#%C3%BC"),
        ("https://例え.jp/茶", "https://xn--r8jz45g.jp/%E8%8C%B6"),
        ("https://voorbeeld.nl/~a?b=%C3%A9#d", "https://voorbeeld.nl/~a?b=%C3%A9#d"),
    ],
)
def test_an_international_address_is_asked_for_in_ascii(written: str, asked_for: str) -> None:
    assert in_ascii(written) == asked_for
    assert address_problem(asked_for) == ""
    assert code(asked_for, "").width > 0


@pytest.mark.parametrize("host", ["１２７.0.0.1", "１２７。0。0。1", "ｌｏｃａｌｈｏｓｔ", "é.local", "é"])
def test_what_is_not_public_is_refused_in_any_script(host: str) -> None:
    assert address_problem(f"https://{host}/thee")


def test_the_length_counts_as_in_the_code() -> None:
    assert address_problem("https://voorbeeld.nl/" + "é" * 46) == ""
    assert "tekens lang" in address_problem("https://voorbeeld.nl/" + "é" * 47)


def test_an_address_that_is_too_long_is_refused_and_not_repeated() -> None:
    assert address_problem(LONGEST + "a") == "dit adres is 301 tekens lang; kort het in tot hoogstens 300"
    assert len(address_problem("https://voorbeeld.nl/" + "a" * 3000)) < 100


@given(
    st.text()
    | st.text(st.characters(codec="ascii"))
    | st.lists(st.sampled_from([*"aé1_.@:[]-/%", "xn--", "127.0.0.1"]), min_size=1)
    .map("".join)
    .map("https://{}".format)
)
def test_any_text_gets_an_answer(address: str) -> None:
    assert isinstance(address_problem(address), str)


def test_the_longest_address_fits_in_every_qr_code() -> None:
    assert code(LONGEST, "").width > 0
    assert qr.modules(LONGEST)
