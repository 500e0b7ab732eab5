"""What YAML offers beyond plain text, lists and fields is a problem and never a value."""

from pathlib import Path

import pytest
import yaml

from tests.card.cards import TEA, changed, problems

TITLE = "title: Keuzekaart Thee"


@pytest.fixture(params=["with libyaml", "without libyaml"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the parser in C, and with the one in Python that PyYAML has where C could not be built."""
    if request.param == "without libyaml":
        monkeypatch.setattr("herniatui.card.yaml_nodes.Loader", yaml.SafeLoader)


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("Keuzekaart Thee", "&naam Keuzekaart Thee", "4:8", "een anker (&naam); schrijf de tekst uit"),
        ("options:\n", "options: &keuzes\n", "6:10", "een anker (&keuzes)"),
        ("Keuzekaart Thee", "*naam", "4:8", "een verwijzing (*naam); schrijf de tekst uit"),
        ("Keuzekaart Thee", "!!str Keuzekaart Thee", "4:8", "een tag (tag:yaml.org,2002:str); laat die weg"),
        ("Keuzekaart Thee", "! Keuzekaart Thee", "4:8", "een tag (!)"),
        ("Keuzekaart Thee", "!!python/name:os.system x", "4:8", "een tag (tag:yaml.org,2002:python/"),
        (TITLE, f"{TITLE}\n<<: x", "5:1", 'onbekend veld "<<"'),
        (TITLE, f"{TITLE}\n? [a, b]\n: c", "5:3", "een veldnaam is een woord, geen lijst of groep velden"),
        (TITLE, f"{TITLE}\n? {{a: b}}\n: c", "5:3", "een veldnaam is een woord"),
        # What YAML 1.1 takes for something else than text.
        ("Keuzekaart Thee", "no", "4:8", 'YAML leest no niet als tekst; zet er aanhalingstekens om: "no"'),
        ("Keuzekaart Thee", "Yes", "4:8", '"Yes"'),
        ("Keuzekaart Thee", "on", "4:8", '"on"'),
        ("Keuzekaart Thee", "12", "4:8", '"12"'),
        ("Keuzekaart Thee", "1_000", "4:8", '"1_000"'),
        ("Keuzekaart Thee", "0x1F", "4:8", '"0x1F"'),
        ("Keuzekaart Thee", "1:30", "4:8", '"1:30"'),
        ("Keuzekaart Thee", "1.5", "4:8", '"1.5"'),
        ("Keuzekaart Thee", ".inf", "4:8", '".inf"'),
        ("Keuzekaart Thee", "2031-01-01", "4:8", '"2031-01-01"'),
        ("Keuzekaart Thee", "=", "4:8", '"="'),
        ("Keuzekaart Thee", "~", "4:8", "hier ontbreekt een tekst"),
        ("Keuzekaart Thee", "null", "4:8", "hier ontbreekt een tekst"),
        ("Keuzekaart Thee", "''", "4:8", "hier ontbreekt een tekst"),
        ("Keuzekaart Thee", "'  '", "4:8", "hier ontbreekt een tekst"),
        # More than one paragraph.
        ("Keuzekaart Thee", "|\n  een\n  twee", "4:8", "een tekst is één alinea; schrijf die met >- en zonder lege"),
        ("Keuzekaart Thee", ">-\n  een\n\n  twee", "4:8", "een tekst is één alinea"),
        ("Keuzekaart Thee", '"een\\ntwee"', "4:8", "een tekst is één alinea"),
        ("Keuzekaart Thee", "'een\n\n  twee'", "4:8", "een tekst is één alinea"),
        # Characters that cannot be printed, as they are: the place is theirs.
        ("Keuzekaart Thee", "Keuze\x07kaart", "4:13", "een teken dat niet getoond kan worden (U+0007); haal het weg"),
        ("Keuzekaart Thee", "Keuze\x1b[31mkaart", "4:13", "(U+001B)"),
        ("Keuzekaart Thee", "Keuze\x00kaart", "4:13", "(U+0000)"),
        ("Keuzekaart Thee", "Keuze\x7fkaart", "4:13", "(U+007F)"),
        ("Keuzekaart Thee", "Keuze\x85kaart", "4:13", "(U+0085)"),
        ("Keuzekaart Thee", "Keuze\x9bkaart", "4:13", "(U+009B)"),
        ("Keuzekaart Thee", "Keuze\u2028kaart", "4:13", "(U+2028)"),
        ("Keuzekaart Thee", "Keuze\u202ekaart", "4:13", "(U+202E)"),
        ("Keuzekaart Thee", "Keuze\u2066kaart", "4:13", "(U+2066)"),
        ("Keuzekaart Thee", "Keuze\u200fkaart", "4:13", "(U+200F)"),
        ("Keuzekaart Thee", "Keuze\ufeffkaart", "4:13", "(U+FEFF)"),
        ("Keuzekaart Thee", "Keuze\uffffkaart", "4:13", "(U+FFFF)"),
        (TITLE, f"# \x0c\n{TITLE}", "4:3", "(U+000C)"),
        # The same, as escapes: the place is that of the text.
        ("Keuzekaart Thee", '"Keuze\\ekaart"', "4:8", "(U+001B)"),
        ("Keuzekaart Thee", '"Keuze\\0kaart"', "4:8", "(U+0000)"),
        ("Keuzekaart Thee", '"Keuze\\tkaart"', "4:8", "(U+0009)"),
        ("Keuzekaart Thee", '"Keuze\\rkaart"', "4:8", "(U+000D)"),
        ("Keuzekaart Thee", '"Keuze\\Nkaart"', "4:8", "(U+0085)"),
        ("Keuzekaart Thee", '"Keuze\\u202ekaart"', "4:8", "(U+202E)"),
        ("Keuzekaart Thee", '"Keuze\\x9bkaart"', "4:8", "(U+009B)"),
        # What is no YAML.
        (
            "Keuzekaart Thee",
            "Thee: groen",
            "4:12",
            "hoort tussen aanhalingstekens",
        ),
        ("Keuzekaart Thee", "'Thee", "4:8", "dit aanhalingsteken wordt nergens gesloten"),
        ("Keuzekaart Thee", "@thee", "4:8", "dit is geen geldige YAML"),
        ("language: nl", "\tlanguage: nl", "3:1", "hier staat een tab; spring in met spaties"),
        # A second document.
        ("origin:", "---\norigin:", "28:1", "een tweede document (---); in één bestand hoort er één"),
    ],
)
def test_one_fault_gives_one_problem_at_its_place(tmp_path: Path, old: str, new: str, place: str, words: str) -> None:
    found = [line for line in problems(tmp_path, changed((old, new))) if '"origin" ontbreekt' not in line]
    assert len(found) == 1, found
    assert found[0].startswith(f"{place}: ")
    assert words in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "'no'",
        '"1:30"',
        "'12'",
        "Noord",
        "1e3",
        "12 koppen",
        "'een # in de tekst' # en een opmerking",
        "een#teken",
        '"\\u00e9\\u00e9n"',
        ">-\n  een\n  alinea",
        "|-\n  een regel",
        "'[b]rood[/b]'",
        '"een \\\n  twee"',
        "漢字",
        "e\u0301",
        "\U0001f469\u200d\U0001f373",
        "harde\u00a0spatie",
        "# geen tekst\n  wel tekst",
    ],
)
def test_a_text_may_be_written_in_any_way_that_yaml_has(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, changed(("Keuzekaart Thee", text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: !%ED%A0%80 b",  # a tag of bytes that are no character
        "a: !%FF b",
        'a: "\\ud800"',  # half a character
        'a: "\\U00110000"',  # beyond the last character
        'a: "\\UFFFFFFFF"',
        "%YAML 1." + "9" * 6000 + "\n---\na: b",
        "%YAML 3.0\n---\na: b",
        "%TAG ! %ED%A0%80\n---\na: !x b",
        "a: 'open",
        "a: [open",
        "a: {open",
        "a: b\n c: d",
        "- a\nb: c",
        "]",
        "? ? ?",
        ": : :",
        "a: *",
        "a: &",
        "--- ---",
        "...",
    ],
)
def test_what_is_hardly_yaml_is_a_problem_and_nothing_worse(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text)


@pytest.mark.parametrize("depth", [21, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_file_nested_too_deep_is_one_problem_where_it_becomes_so(tmp_path: Path, depth: int, opening: str) -> None:
    (found,) = problems(tmp_path, opening * depth)
    place, _space, problem = found.partition(" ")
    read_ahead = ["1:1001:"] if opening == "[" and depth > 1000 else []  # where libyaml of PyYAML 6.0.4 stops
    assert place in [f"1:{20 * len(opening) + 1}:", *read_ahead]
    assert problem.startswith("dieper genest dan 20 lagen")


def test_statements_may_stand_seven_deep_under_another_and_no_deeper(tmp_path: Path) -> None:
    assert problems(tmp_path, with_children(7)) == []
    (found,) = problems(tmp_path, with_children(8))
    assert "dieper genest dan 20 lagen" in found


def with_children(depth: int) -> str:
    lines = TEA.split("\n")
    after = lines.index("          text: Het water kookt.") + 1
    children: list[str] = []
    for level in range(depth):
        indent = " " * (10 + 4 * level)
        children += [f"{indent}children:", f"{indent}  - id: onder-{level}", f"{indent}    text: Dieper."]
    return "\n".join(lines[:after] + children + lines[after:])
