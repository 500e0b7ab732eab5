"""The documents: every link, path, module and name in them exists, and their example cards are valid."""

import re
from functools import cache
from pathlib import Path

import pytest

from herniatui.card.reader import read_card

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "herniatui"
RECORDS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.md")]
ABOUT_CODE = [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *RECORDS]
"""Documents that name current modules, classes and functions; a changelog also names removed ones."""

MAX_LINES = 150
"""Maximum lines of ARCHITECTURE.md, so that it can be read in one sitting."""

_LINK = re.compile(r'\]\(([^)#:]+)\)|src="([^":]+)"')
_CODE = re.compile(r"`([^`]+)`")
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*(?:\.(?:py|md|toml|txt|css|typ)|/)|[\w-]+(?:/[\w-]+)+")
_MODULE = re.compile(
    r"(?:card|cli|consult|report|settings|storage|keys|flows|rows|screens)\.(?!yaml\b)([a-z_]+)(?:\.\w+)?"
)
_NAME = re.compile(r"[A-Z]\w*(?:\.\w+)*|\w+_\w+(?:\(\))?")
_EXTERNAL = {"CommandPalette", "Footer", "ScrollView", "Tabs", "VerticalScroll", "SIGKILL", "TYPE_CHECKING"}
"""Names of other projects, which our code need not contain."""
_NOT_IN_A_CLONE = {"config.toml"}
"""Files of the user."""


def named_by(document: Path) -> list[str]:
    """Return every inline code span of this document."""
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [" ".join(code.split()) for code in _CODE.findall(text)]


@cache
def sources() -> str:
    """Return all source code of the program and its tests."""
    files = [path for folder in (PACKAGE, ROOT / "tests", ROOT / "screenshots") for path in folder.rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def unknown_in(names: list[str], code: str) -> list[str]:
    """Return the paths, modules and names among these that do not exist."""
    folders = [ROOT, PACKAGE, PACKAGE / "report"]
    unknown = []
    for name in names:
        if _PATH.fullmatch(name) and name not in _NOT_IN_A_CLONE:
            known = any((folder / name).exists() for folder in folders) or bool(list(ROOT.glob(f"content/*/{name}")))
        elif module := _MODULE.fullmatch(name):
            known = bool(list(PACKAGE.rglob(f"{module[1]}.py"))) or (PACKAGE / "report" / module[1]).is_dir()
        elif _NAME.fullmatch(name):
            parts = re.findall(r"\w+", name)
            known = all(re.search(rf"\b{part}\b", code) for part in parts) or name in _EXTERNAL
        else:
            known = True
        if not known:
            unknown.append(name)
    return unknown


@pytest.mark.parametrize("document", ABOUT_CODE, ids=lambda path: path.name)
def test_paths_modules_and_names_in_a_document_exist(document: Path) -> None:
    assert unknown_in(named_by(document), sources()) == []


def test_a_path_module_or_name_that_does_not_exist_is_found() -> None:
    gone = [
        "tests/consult/test_folder.py",
        "card.tree",
        "TalkShelf",
        "TalkStore.take_up",
        "go_on_as_before",
        "tui/front.py",
    ]
    there = [
        "tests/storage/test_folder.py",
        "card.reader",
        "TalkStore",
        "TalkStore.open",
        "go_on",
        "tui/run.py",
        "make",
    ]
    assert unknown_in([*gone, *there], "class TalkStore: def open def go_on") == gone


def test_the_architecture_can_be_read_in_one_sitting() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_every_decision_record_is_in_the_index_under_its_title() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    titles = [path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for path in RECORDS]
    rows = [f"| [{title[:4]}]({path.name}) | {title[5:]} |" for path, title in zip(RECORDS, titles, strict=True)]
    assert re.findall(r"^\| \[.*$", index, re.MULTILINE) == rows


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_a_decision_record_has_context_decision_and_consequence(record: Path) -> None:
    headings = re.findall(r"^## (.*)$", record.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings in (["Context", "Decision", "Consequence"], ["Context", "Decision", "Consequence", "Measurement"])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_targets_of_links_in_a_document_exist(document: Path) -> None:
    targets = ["".join(found) for found in _LINK.findall(document.read_text(encoding="utf-8"))]
    assert [path for path in targets if not (document.parent / path).exists()] == []


@pytest.mark.parametrize("name", ["kaart-schrijven.md", "writing-a-card.md"])
def test_the_card_in_a_document_is_valid(name: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    path = tmp_path / "card.yaml"
    path.write_text(text.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert read_card(path).options[0].short == "Tomatensoep"
