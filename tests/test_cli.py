"""The command line: what it prints, what it says when something is wrong, and its exit codes."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from herniatui import __version__
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, deck_of, herniatui, run, run_anew

ID = "hernia-in-de-rug"
BROKEN = "format: 1\nid: kapot\ntitel: Kapot\noptions: []\n"

WRONG_USE = {
    "an unknown card": (["nergens"], 'er is geen kaart "nergens"'),
    "an unknown card to show": (["show", "nergens"], 'er is geen kaart "nergens"'),
    "an option that does not exist": (["--paars"], "onbekend: --paars"),
    "a theme that does not exist": (["--theme", "paars"], "--theme: 'paars' kan niet"),
    "a theme left out": (["--theme"], "--theme: hier hoort iets achter"),
    "one word too many": ([ID, "nog een"], "onbekend: nog een"),
    "one word too many for list": (["list", "alles"], "onbekend: alles"),
    "nothing to check": (["check"], "hier ontbreekt: PAD"),
    "an abbreviated option": (["check", "--link"], "onbekend: --link"),
    "an abbreviated option with its value": (["--them", "dark"], "onbekend: --them"),
    "an abbreviated option to wipe all": (["wipe", "--al", "--yes"], "onbekend: --al"),
    "one word too many for config": (["config", "alles"], "onbekend: alles"),
    "a folder without a card": (["show", "."], 'in de map "." staat geen card.yaml'),
    "a name that no file can have": (["show", "a" * 5000], "er is geen kaart"),
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The file of a card with several things wrong."""
    path = tmp_path / "kapot" / "card.yaml"
    path.parent.mkdir()
    path.write_text(BROKEN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        *(["show"], ["check", ID, "weg"], ["annotate", ID], ["schema", "card"], ["config"], ["report", "K7QM"]),
        *(["wipe", "--all", "--yes"], ["--help"], [], ["--linear"]),
    ],
    ids=" ".join,
)
def test_a_forked_program_does_what_a_new_one_does(arguments: list[str]) -> None:
    forked, new = run(*arguments), run_anew(*arguments)
    assert (forked.returncode, forked.stdout, forked.stderr) == (new.returncode, new.stdout, new.stderr)


def test_list_names_the_cards_that_ship() -> None:
    done = run("list")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"{ID}  {deck_of(HERNIA).card.title}"]


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS, HOSTILE], ids=lambda path: path.parent.name)
def test_show_prints_every_text_of_a_card_in_its_order(path: Path) -> None:
    done = run("show", path)
    assert (done.returncode, done.stderr) == (0, "")
    at = 0
    for text in deck_of(path).card.texts():
        assert text in done.stdout[at:]
        at = done.stdout.index(text, at) + len(text)


def test_show_gives_the_hernia_card_when_no_card_is_named() -> None:
    assert run("show").stdout == run("show", HERNIA).stdout == run("show", ID).stdout


def test_show_takes_a_folder_as_well_as_a_file() -> None:
    assert run("show", THREE_OPTIONS.parent).stdout == run("show", THREE_OPTIONS).stdout


def test_show_finds_its_card_from_any_folder(tmp_path: Path) -> None:
    assert run("show", cwd=tmp_path).stdout.startswith(deck_of(HERNIA).card.title)


@pytest.mark.parametrize(
    "locale",
    [{"PYTHONIOENCODING": name} for name in ("cp1252", "utf-16")]
    + [{"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"LC_ALL": "POSIX"}],
    ids=lambda locale: "-".join(locale.values()),
)
@pytest.mark.parametrize("arguments", [["show"], ["--help"]], ids=" ".join)
def test_all_that_is_printed_is_utf8_with_lf_whatever_the_locale(arguments: list[str], locale: dict[str, str]) -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"} | locale
    done = subprocess.run(herniatui(*arguments), capture_output=True, env=env, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == run(*arguments).stdout
    assert b"\r" not in done.stdout


def test_what_is_refused_is_utf8_with_lf_too() -> None:
    env = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(herniatui("zoë’s kaart"), capture_output=True, env=env, timeout=60, check=False)
    assert 'er is geen kaart "zoë’s kaart"' in done.stderr.decode("utf-8")
    assert done.stderr.endswith(b"\n")
    assert b"\r" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that nobody reads is told of in another way")
@pytest.mark.parametrize("arguments", [["show"], ["list"], ["--help"], ["--version"], ["check", ID]], ids=" ".join)
def test_a_reader_that_has_left_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        herniatui(*arguments), stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_check_says_that_a_card_is_in_order_by_id_file_and_folder() -> None:
    for name in (ID, HERNIA, HERNIA.parent, THREE_OPTIONS, HOSTILE.parent):
        done = run("check", name)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.rstrip().endswith("card.yaml: in orde")


def test_check_names_every_problem_with_its_file_line_and_column(broken: Path) -> None:
    done = run("check", broken.parent)
    assert done.returncode == 1
    places = [line.removeprefix(f"{broken}:").split(": ")[0] for line in done.stdout.splitlines()]
    assert "3:1" in places
    assert all(part.isdigit() for place in places for part in place.split(":"))
    assert f'{broken}:3:1: onbekend veld "titel"; bedoelde u "title"?' in done.stdout


def test_check_goes_through_all_that_it_is_given(broken: Path) -> None:
    done = run("check", HERNIA, broken, "nergens", THREE_OPTIONS)
    assert done.returncode == 1
    assert done.stdout.count("in orde") == 2
    assert f"{broken}:3:1:" in done.stdout
    assert 'er is geen kaart "nergens"' in done.stderr


def test_check_compares_a_card_with_the_source_beside_it(tmp_path: Path) -> None:
    copy = tmp_path / ID
    shutil.copytree(HERNIA.parent, copy)
    text = HERNIA.read_text(encoding="utf-8")
    (copy / "card.yaml").write_text(text.replace("een snee in uw rug", "een sneetje in uw rug"), encoding="utf-8")
    done = run("check", copy)
    assert done.returncode == 1
    assert "sneetje" in done.stdout
    assert "source.nl.txt" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["show"]], ids=["the screens", "show"])
def test_a_broken_card_is_not_opened_and_every_problem_is_told(broken: Path, arguments: list[str]) -> None:
    done = run(*arguments, broken)
    assert (done.returncode, done.stdout) == (1, "")
    *problems, last = done.stderr.splitlines()
    assert last.startswith("herniatui: deze kaart kan niet worden geopend")
    assert all(line.startswith(f"{broken}:") for line in problems)
    assert len(problems) > 1


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["show", "-h"], ["list", "-h"], ["check", "-h"], ["config", "-h"]], ids=" ".join
)
def test_help_is_dutch(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("gebruik: herniatui")
    english = {"usage", "options", "positional", "arguments", "show", "error", "default", "help"}
    assert english & set(done.stdout.replace(":", " ").split()) <= {"show"}


def test_version_names_program_and_card() -> None:
    done = run("--version", THREE_OPTIONS)
    assert (done.returncode, done.stderr) == (0, "")
    card = deck_of(THREE_OPTIONS).card
    assert done.stdout.splitlines() == [
        f"herniatui {__version__}",
        f"kaart {card.id}: versie {card.origin.version} van {card.origin.date}, controlecode {code_of(THREE_OPTIONS)}",
    ]


def test_the_version_of_a_card_without_one_is_unknown() -> None:
    assert run("--version").stdout.splitlines()[1] == f"kaart {ID}: versie onbekend, controlecode {code_of(HERNIA)}"


def code_of(card: Path) -> str:
    """Return the first eight digits of the checksum of a card's file, as `sha256sum` gives it."""
    return sha256(card.read_bytes()).hexdigest()[:8]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_told_in_one_sentence(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"herniatui: {sentence}")
    assert done.stderr.count("\n") == 1


def test_without_a_terminal_the_way_to_read_the_card_is_told() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("herniatui: de schermen werken alleen in een terminal")
    assert "herniatui show" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("arguments", [["show"], ["list"]], ids=" ".join)
def test_output_that_cannot_be_written_is_told_in_one_sentence(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            herniatui(*arguments), stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("herniatui: ")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings are to be for this test; the folder is not there yet."""
    if sys.platform in ("win32", "darwin"):
        pytest.skip("the folder of settings cannot be chosen here")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "herniatui" / "config.toml"


def test_config_without_a_file_says_where_it_would_be_and_what_is_in_force(config: Path) -> None:
    done = run("config")
    assert (done.returncode, done.stderr) == (0, "")
    first, *settings = done.stdout.splitlines()
    assert first.startswith(f"{config} (nog niet gemaakt")
    assert [line.split() for line in settings] == [
        ["theme", "=", '"light"', "standaard"],
        ["glyphs", "=", '"unicode"', "standaard"],
        ["prompts", "=", "false", "standaard"],
        ["linear", "=", "false", "standaard"],
        ["calm", "=", "false", "standaard"],
        ["save", "=", "true", "standaard"],
        ["summary_folder", "=", '""', "standaard"],
        ["note_form", "=", '"note"', "standaard"],
        ["note_template", "=", '""', "standaard"],
        ["retention.unfinished_hours", "=", "12", "standaard"],
        ["retention.kept_days", "=", "30", "standaard"],
    ]
    assert not config.parent.exists()


def test_config_says_what_comes_from_the_file_and_what_is_wrong_with_it(config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text('thema = 1\n[retention]\nkept_days = 7\n[keys]\nnote = "w"\nundo = ["y", "f10"]\n')
    done = run("config")
    assert done.returncode == 1
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0] == str(config)
    assert "retention.kept_days = 7 config.toml regel 3" in lines
    assert 'keys.undo = ["y", "f10"] config.toml regel 6' in lines
    assert not any("keys.note" in line for line in lines)
    assert done.stderr.splitlines() == [
        'config.toml:1:1: onbekende instelling "thema"; bedoelde u "theme"?',
        'config.toml:5:1: "w" is al de toets van "weigh"; kies een andere toets',
    ]


def test_config_init_writes_a_file_that_is_in_order_and_says_where(config: Path) -> None:
    done = run("config", "--init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{config} is gemaakt")
    after = run("config")
    assert (after.returncode, after.stderr) == (0, "")
    assert after.stdout.splitlines()[0] == str(config)
    assert after.stdout.count("standaard") == 11


def test_config_init_never_overwrites(config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text("# van mij\n")
    done = run("config", "--init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"herniatui: er zijn al instellingen, en die blijven zoals ze zijn: {config}\n"
    assert config.read_text() == "# van mij\n"


def test_config_init_where_no_folder_can_be_is_told_in_one_sentence(config: Path) -> None:
    config.parent.parent.write_text("een bestand")
    done = run("config", "--init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("herniatui: ")
    assert "kan niet worden gemaakt" in done.stderr
    assert done.stderr.count("\n") == 1
    assert run("config").returncode == 0


def test_wrong_settings_do_not_touch_what_needs_none(config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text("theme = dark\n")
    for arguments in (["list"], ["show"], ["check", ID], ["--version"]):
        done = run(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
