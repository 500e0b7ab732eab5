"""A card and a talk as FHIR, shown by a renderer of others: headings are headings, and no answer is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.report.fhir import bundle
from tests.consult.strategies import CARD as SOUP
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen_all
from tests.report.handout.handouts import large
from tests.report.talks import EXAMPLES
from tests.support.lforms import lforms

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)

SHOW = """async ([asked, given]) => {
    const form = LForms.Util.convertFHIRQuestionnaireToLForms(asked, "R4");
    await LForms.Util.addFormToPage(
        LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", given, form, "R4"), "form");
}"""
HEADINGS = """() => [...document.querySelectorAll("#form .lhc-item-group-title")].map(bar => bar.innerText)"""
STATEMENTS = """() => [...document.querySelectorAll("#form .lhc-datatype-CODING .lhc-de-label .question")].map(
    label => label.innerText)"""
ANSWERS = """() => LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4").item"""

Item = dict[str, Any]


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """An empty page with LHC-Forms, which may ask nothing of a network."""
    scripts = ("webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js")
    tags = "".join(f'<script src="{(lforms() / script).as_uri()}"></script>' for script in scripts)
    (tmp_path / "form.html").write_text(
        f'<!doctype html><meta charset="utf-8"><div id="form"></div>{tags}', encoding="utf-8"
    )
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((tmp_path / "form.html").as_uri())
    yield opened
    assert [url for url in asked if not url.startswith("file:")] == []
    opened.close()


def made(card: Card, consult: Consult) -> tuple[Item, Item]:
    """Return a card as Questionnaire, and a talk about it as QuestionnaireResponse."""
    entries = bundle(card, consult, WHEN, walk=seen_all(card))["entry"]
    return entries[0]["resource"], entries[1]["resource"]


def flat(items: list[Item]) -> Iterator[Item]:
    """Yield the items at any depth."""
    for item in items:
        yield item
        yield from flat(item.get("item", []))


def answers(items: list[Item]) -> dict[str, list[Any]]:
    """Return the values that were answered, by link id."""
    given = (item for item in flat(items) if "answer" in item)
    return {item["linkId"]: [next(iter(answer.values())) for answer in item["answer"]] for item in given}


def plain(texts: list[str]) -> list[str]:
    """Return texts with their white space as a browser shows it."""
    return [" ".join(text.split()) for text in texts]


SIX_OPTIONS = replace(large(), questions=large().questions[:3])

TALKS = [
    pytest.param(CARD, confirmed(full(), "risicos"), id="two options"),
    pytest.param(SOUP, EMPTY, id="three options"),
    pytest.param(SIX_OPTIONS, edits.decide(EMPTY, "keuze-6"), id="six options"),
    pytest.param(HOSTILE_CARD, EMPTY, id="hostile"),
]


@pytest.mark.parametrize(("card", "consult"), TALKS)
def test_the_headings_of_the_card_are_the_bars_and_none_is_empty(page: Page, card: Card, consult: Consult) -> None:
    asked, given = made(card, consult)
    page.evaluate(SHOW, [asked, given])
    bars = plain(page.evaluate(HEADINGS))
    assert bars == plain([item["text"] for item in flat(asked["item"]) if item["type"] == "group"])
    assert "" not in bars
    statements = [found for question in card.questions for top in question.answers[0] for found, _depth in top.walk()]
    headings = plain([*(question.text for question in card.questions), *(option.name for option in card.options)])
    assert set(bars) >= {*headings, *plain([found.text for found in statements if found.children])}
    assert set(plain(page.evaluate(STATEMENTS))) >= set(plain([top.text for top in statements if not top.children]))


EIGHT = [pytest.param(talk.card, talk.consult, id=name) for name, talk in EXAMPLES.items()]


@pytest.mark.parametrize(("card", "consult"), [*TALKS, *EIGHT])
def test_it_gives_every_answer_back(page: Page, card: Card, consult: Consult) -> None:
    asked, given = made(card, consult)
    page.evaluate(SHOW, [asked, given])
    found = answers(given["item"])
    assert len(found) >= len(card.questions)
    assert answers(page.evaluate(ANSWERS)) == found


def test_an_empty_bar_would_be_seen(page: Page) -> None:
    asked, given = made(CARD, EMPTY)
    del asked["item"][0]["text"]
    page.evaluate(SHOW, [asked, given])
    assert plain(page.evaluate(HEADINGS))[0] == ""
