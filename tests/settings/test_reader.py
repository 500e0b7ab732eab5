"""Each setting is read on its own: a valid one is used, an invalid one is reported and keeps its default."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.settings.config_file import FILE, MAX_BYTES, settings_file
from herniatui.settings.model import SETTINGS, Settings
from herniatui.settings.reader import SettingsFound, read_settings

EVERYTHING = """
theme = "dark"
glyphs = 'ascii'
prompts = true
save = false
summary_folder = '{folder}'
note_template = '{folder}/sjabloon.txt'

[retention]
unfinished_hours = 0
kept_days = 3650

[keys]
note = "x"
next = ["enter", "j"]
"""

WRONG = {
    "an unknown theme": ('theme = "drak"', '1:1: "drak" kan hier niet; bedoelde u "dark"?'),
    "a theme that is a number": ("theme = 1", '1:1: "theme" is een tekst, tussen aanhalingstekens'),
    "unknown glyphs": ('glyphs = "emoji"', '1:1: "emoji" kan hier niet; hier kan: unicode, ascii'),
    "a number for a boolean": ("prompts = 1", '1:1: "prompts" is true of false'),
    "a text for a boolean": ('save = "true"', '1:1: "save" is true of false'),
    "a boolean for a number": (
        "[retention]\nkept_days = true",
        '2:1: "kept_days" is een heel getal van 0 tot en met 3650',
    ),
    "a negative number": (
        "[retention]\nunfinished_hours = -1",
        '2:1: "unfinished_hours" is een heel getal van 0 tot en met 8760',
    ),
    "a number above the maximum": (
        "retention.kept_days = 3651",
        '1:1: "kept_days" is een heel getal van 0 tot en met 3650',
    ),
    "a float": (
        "retention = {kept_days = 3.0}",
        '1:1: "kept_days" is een heel getal van 0 tot en met 3650',
    ),
    "an unknown setting": (
        "# thema\n\n  them = 1",
        '3:3: onbekende instelling "them"; bedoelde u "theme"?',
    ),
    "an unknown setting in a table": (
        "[retention]\nkeptdays = 1",
        '2:1: onbekende instelling "keptdays"; bedoelde u "kept_days"?',
    ),
    "an unknown table": ("[retentoin]\n", '1:2: onbekende instelling "retentoin"; bedoelde u "retention"?'),
    "a setting above its table": ("kept_days = 1", '1:1: "kept_days" hoort onder de regel [retention]'),
    "a top-level setting in a table": (
        '[retention]\ntheme = "dark"',
        '2:1: "theme" hoort boven de eerste regel die tussen [ ] staat',
    ),
    "a value instead of a table": (
        "retention = 3",
        '1:1: "retention" is een kopje: een regel [retention], met eronder',
    ),
    "an array of tables": ('[[keys]]\nnote = "x"', '1:3: "keys" is een kopje: een regel [keys], met eronder'),
    "a key that is a number": ("[keys]\nnote = 1", "2:1: een toets staat tussen aanhalingstekens"),
    "an empty list of keys": ("[keys]\nnote = []", "2:1: een toets staat tussen aanhalingstekens"),
    "an empty key": ('[keys]\nnote = ["x", ""]', "2:1: een toets staat tussen aanhalingstekens"),
    "a missing folder": ("summary_folder = '/nergens'", '1:1: er is geen map "/nergens"; geef het hele pad'),
    "a relative folder": ("summary_folder = 'documenten'", '1:1: er is geen map "documenten"'),
    "a folder in the home of an unknown user": (
        "summary_folder = '~van niemand/x'",
        '1:1: er is geen map "~van niemand/x"',
    ),
    "a relative template": (
        "note_template = 'mijn.txt'",
        '1:1: "mijn.txt" is geen volledig pad; geef het hele',
    ),
    "a template in the home of an unknown user": (
        "note_template = '~van niemand/x'",
        '1:1: "~van niemand/x" is geen volledig pad',
    ),
    "a template that is a number": ("note_template = 1", '1:1: "note_template" is een tekst, tussen'),
    "a folder with an impossible name": ('summary_folder = "/\\u0000"', "1:1: er is geen map"),
}

UNREADABLE = {
    "no quotes": (b"theme = dark", "1: hier hoort een waarde; een tekst staat tussen aanhalingstekens"),
    "a key twice": (b'theme = "dark"\ntheme = "light"\n', "2: dit staat hier twee keer; laat er"),
    "a table twice": (b"[keys]\n[keys]\n", "2: dit staat hier twee keer"),
    "a Windows path in double quotes": (
        b'summary_folder = "C:\\Users"',
        "1: tussen dubbele aanhalingstekens heeft \\ een eigen",
    ),
    "no value": (b"\ntheme\n", "2: schrijf op elke regel een naam, het =-teken en een waarde"),
    "an unclosed bracket": (b"[keys", "1: deze regel is niet te lezen"),
    "not UTF-8": (b'# a\ntheme = "\xff"', "2: deze regel is geen UTF-8"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0", "1: deze regel is geen UTF-8"),
    "a file that is too large": (b"#\n" * MAX_BYTES, "1: het bestand is groter dan 100 kB"),
    "a line that is too long": (b"\n" + b"a." * 40_000 + b"a = 1", "2: deze regel is te lang"),
    "nesting that is too deep": (b"a = " + b"\n".join([b"[" * 1500] * 60), "1: er staan te veel haakjes in elkaar"),
    "a number of thousands of digits": (
        b"[retention]\nkept_days = " + b"9" * 1900 + b"\n",
        '2: "kept_days" is een heel getal',
    ),
}


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def messages(found: SettingsFound) -> list[str]:
    return [problem.at("")[1:] for problem in found.problems]


def test_every_setting_is_read_with_its_line(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, EVERYTHING.format(folder=tmp_path)))
    assert messages(found) == []
    assert found.settings == Settings(
        theme="dark",
        glyphs="ascii",
        prompts=True,
        save=False,
        summary_folder=str(tmp_path),
        note_template=f"{tmp_path}/sjabloon.txt",
        unfinished_hours=0,
        kept_days=3650,
        keys=(("note", ("x",)), ("next", ("enter", "j"))),
    )
    lines = {name: line for name, (line, _column) in found.places.items()}
    assert lines == {
        "theme": 2,
        "glyphs": 3,
        "prompts": 4,
        "save": 5,
        "summary_folder": 6,
        "note_template": 7,
        "retention.unfinished_hours": 10,
        "retention.kept_days": 11,
        "keys.note": 14,
        "keys.next": 15,
    }


def test_every_declared_setting_is_a_field_of_settings() -> None:
    assert {setting.key for setting in SETTINGS} | {"keys"} == set(Settings.__struct_fields__)


def test_without_a_file_the_defaults_apply(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "config.toml") == SettingsFound()
    assert read_settings(written(tmp_path, "niets") / "config.toml") == SettingsFound()


@pytest.mark.parametrize("text", ["", "\n", "# niets", "[keys]\n[retention]\n"])
def test_an_empty_file_sets_nothing(tmp_path: Path, text: str) -> None:
    assert read_settings(written(tmp_path, text)) == SettingsFound()


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG)
def test_an_invalid_value_is_reported_and_keeps_the_default(tmp_path: Path, text: str, problem: str) -> None:
    found = read_settings(written(tmp_path, text))
    assert len(found.problems) == 1
    assert messages(found)[0].startswith(problem)
    assert found.settings == Settings()
    assert found.places == {}


def test_valid_settings_apply_beside_invalid_ones(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, 'thema = 1\ntheme = "dark"\n[retention]\nkept_days = "7"\nsave = 1\n'))
    assert found.settings == Settings(theme="dark")
    assert [problem.line for problem in found.problems] == [1, 4, 5]


@pytest.mark.parametrize(("data", "problem"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_is_one_problem_with_its_line(tmp_path: Path, data: bytes, problem: str) -> None:
    found = read_settings(written(tmp_path, data))
    assert len(found.problems) == 1
    assert f"{found.problems[0].line}: {found.problems[0].text}".startswith(problem)  # its column depends on Python
    assert found.settings == Settings()


def test_a_file_as_notepad_saves_it_can_be_read(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, b'\xef\xbb\xbftheme = "dark"\r\nprompts = true\r\n'))
    assert found.settings == Settings(theme="dark", prompts=True)
    assert found.places["prompts"] == (2, 1)


def test_a_folder_in_place_of_the_file_is_a_problem(tmp_path: Path) -> None:
    assert messages(read_settings(tmp_path))[0].startswith("1:1: kan niet gelezen worden") or sys.platform == "win32"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this platform")
def test_reading_does_not_wait_for_a_named_pipe(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "config.toml")
    assert len(read_settings(tmp_path / "config.toml").problems) == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero on this platform")
def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "config.toml").symlink_to("/dev/zero")
    assert messages(read_settings(tmp_path / "config.toml"))[0].startswith("1:1: kan niet gelezen worden")


def test_the_folder_may_start_at_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "samenvattingen").mkdir()
    found = read_settings(written(tmp_path, "summary_folder = '~/samenvattingen'"))
    assert (found.settings.summary_folder, found.problems) == ("~/samenvattingen", ())


def test_the_folder_does_not_depend_on_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path)
    found = read_settings(written(tmp_path, "summary_folder = 'hier'"))
    assert messages(found)[0].startswith('1:1: er is geen map "hier"')


def test_unprintable_characters_are_reported_at_their_place_and_the_other_settings_apply(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, "theme = 'dark'\r\nsave = false\rsummary_folder = '\u202aC:\\x'\n# \0\n"))
    unprintable = [message for message in messages(found) if "een teken dat niet getoond kan worden" in message]
    assert [message.partition(" ")[0] for message in unprintable] == ["3:19:", "4:3:"]
    assert (found.settings.theme, found.settings.save, found.retention_is_sure) == ("dark", False, False)


def test_text_from_the_file_cannot_control_the_terminal(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, r'theme = "\u001b[2J\u202e"' + "\n" + r'"\u001b]0;x\u0007" = 1'))
    assert len(found.problems) == 2
    assert all(text.isprintable() for text in messages(found))


def test_the_file_is_in_a_folder_of_its_own() -> None:
    assert settings_file().parts[-2:] == ("herniatui", "config.toml")


PIECES = st.sampled_from(
    (
        *("theme", "retention", "keys", ".", " = ", "\n", "[", "]", "[[", "]]", "{", "}", '"', "'", '"""', "'''", "\\"),
        *(
            "#",
            "true",
            "3",
            "1.5",
            "1979-05-27",
            '"dark"',
            ", ",
            "kept_days = 1",
            'note = "x"',
            "\r\n",
            "é",
            "\0",
            "nan",
        ),
    )
)


@given(st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode())))
def test_no_file_content_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    found = read_settings(written(tmp_path_factory.getbasetemp(), data))
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= line <= lines and column >= 1 for line, column in found.places.values())
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in found.problems)
    for setting in SETTINGS:
        default, value = setting.value_in(Settings()), setting.value_in(found.settings)
        assert type(value) is type(default)
        assert value == default or setting.name in found.places


@pytest.mark.parametrize(
    "text",
    [
        *("[retention]\nkept_days = 'x'", "[retentoin]\nkept_days = 9", "= =", "retention = 3", "kept_days = 9"),
        *("[retention]\nkept_days = 'x'\n[keys]\nnote = 1", "kept_days = 9\ntheme = 'x'"),  # the last is no retention
    ],
)
def test_a_problem_near_the_retention_settings_makes_them_unsure(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert not read_settings(tmp_path / FILE).retention_is_sure


@pytest.mark.parametrize("text", ["", "theme = 'x'", "[keys]\nnonsense = 'x'", "[retention]\nkept_days = 9"])
def test_other_problems_leave_the_retention_settings_sure(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert read_settings(tmp_path / FILE).retention_is_sure
