"""The content of a Bundle: the card verbatim, its references, and what it never contains."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import CLOSING, Walk
from herniatui.report.fhir import About, Soep, bundle, to_bytes
from herniatui.report.fhir.file import fhir_file
from herniatui.report.formats import COLLECTION, TRANSACTION, NotPossible
from herniatui.report.phrases import EMPTY_CELL
from herniatui.storage.record import CardStamp, Record
from tests.card.any_card import cards
from tests.consult.strategies import CARD as SOUP
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen, soep_lines
from tests.support.program import HERNIA, WORDS, deck_of
from tests.support.soak import soaking

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=timezone(timedelta(hours=1)))
CONFIRMED = {
    ("http://snomed.info/sct", "255362007"),
    ("http://snomed.info/sct", "260224007"),
    ("http://snomed.info/sct", "129265001"),
    ("http://snomed.info/sct", "129271007"),
    ("http://hl7.org/fhir/sid/icpc-1-nl", "L86"),
}


MARK_OF_HEADING = "Wat vindt u hiervan?"
"""What stands beside a statement that is itself the heading of others."""


def resources(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in made["entry"] if entry["resource"]["resourceType"] == kind]


def asked(card: Card) -> dict[str, Any]:
    """Return the card as a Questionnaire."""
    (questionnaire,) = resources(bundle(card, EMPTY, WHEN), "Questionnaire")
    return questionnaire


def answered(card: Card, consult: Consult, closed: bool = False) -> dict[str, Any]:
    """Return the consult as a QuestionnaireResponse."""
    (response,) = resources(bundle(card, consult, WHEN, closed=closed), "QuestionnaireResponse")
    return response


def words(card: Card) -> Iterator[str]:
    """Yield every text of the Questionnaire that is from the card, in order."""
    questionnaire = asked(card)
    yield questionnaire["title"]
    yield from _words(questionnaire["item"])


def _words(items: list[dict[str, Any]]) -> Iterator[str]:
    for item in items:
        if item["linkId"] != "decision" and (item["type"] in ("group", "display") or is_statement(item)):
            if item["linkId"] != "card/glossary":  # its heading is of the program
                yield item["text"]
            yield from _words(item.get("item", []))


def is_statement(item: dict[str, Any]) -> bool:
    """Return whether an item asks what the patient thinks of a statement, in the statement's words."""
    return str(item["linkId"]).endswith("/marks") and item["text"] != MARK_OF_HEADING


def of_card(card: Card) -> Iterator[str]:
    """Yield every text of the card, with the name of each option before its statements."""
    yield from (card.title, card.question)
    yield from (statement.text for top in card.introduction for statement, _depth in top.walk())
    yield from [card.table_heading] if card.table_heading else []
    for question in card.questions:
        yield from filter(None, (question.group, question.text, question.hint))
        for index, option in enumerate(card.options):
            yield option.name
            yield from (statement.text for statement, _depth in question.statements(index))
            yield from [] if question.answers[index] else [EMPTY_CELL]
    yield from (entry.text for entry in card.glossary)
    yield from [card.closing] if card.closing else []


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD, deck_of(WORDS).card], ids=lambda card: card.id)
def test_the_card_stands_in_it_word_for_word_in_its_order(card: Card) -> None:
    assert list(words(card)) == list(of_card(card))
    assert set(card.texts()) == set(words(card))


@given(cards())
@settings(deadline=None, max_examples=soaking(short=8, long=60))
def test_any_card_stands_in_it_word_for_word(card: Card) -> None:
    assert list(words(card)) == list(of_card(card))


def test_a_statement_stands_under_the_heading_that_it_stands_under_on_the_card() -> None:
    heading = item("statement/bewegen-na-1-jaar", asked(CARD)["item"])
    assert (heading["type"], heading["text"]) == ("group", "Na 1 jaar:")
    inside = [child["linkId"] for child in heading["item"]]
    assert inside == [f"statement/{name}/marks" for name in ("bewegen-na-1-jaar", *IN_A_YEAR)]
    assert item("card/table-heading", asked(CARD)["item"])["type"] == "group"


IN_A_YEAR = ("bewegen-geen-klachten", "bewegen-wel-klachten")


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
def test_nothing_is_without_a_text_and_of_a_type_that_every_reader_knows(card: Card) -> None:
    """The types that Nictiz asks every reader to support: FHIR Implementation Guide OBC, "Client renders"."""
    items = list(flat(asked(card)["item"]))
    assert [found["linkId"] for found in items if not found["text"].strip()] == []
    assert {found["type"] for found in items} == {"group", "display", "choice", "text", "boolean"}


def flat(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the items at any depth."""
    for found in items:
        yield found
        yield from flat(found.get("item", []))


def test_every_answer_stands_beside_the_words_that_it_answers() -> None:
    texts = {found["linkId"]: found["text"] for found in flat(asked(CARD)["item"])}
    given = list(flat(answered(CARD, full())["item"]))
    assert len(given) > 20
    assert {found["linkId"]: found["text"] for found in given}.items() <= texts.items()


def item(link: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the item with this link id, at any depth."""
    for candidate in items:
        found = candidate if candidate["linkId"] == link else item(link, candidate.get("item", []))
        if found:
            return found
    return {}


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
def test_the_response_names_the_card_and_its_version(card: Card) -> None:
    assert answered(card, EMPTY)["questionnaire"] == f"{asked(card)['url']}|{asked(card)['version']}"


def test_a_version_is_that_of_the_makers_and_of_the_words() -> None:
    card = replace(CARD, origin=replace(CARD.origin, version="2e druk | 2026"))
    assert re.fullmatch(r"2e-druk-2026-[0-9a-f]{8}", asked(card)["version"])
    assert re.fullmatch(r"[0-9a-f]{8}", asked(CARD)["version"])
    other = replace(CARD, closing="Nieuw.")
    assert (asked(other)["url"], asked(other)["version"]) != (asked(CARD)["url"], asked(CARD)["version"])
    assert asked(other)["url"] == asked(CARD)["url"] != asked(SOUP)["url"]
    assert asked(other)["id"] != asked(CARD)["id"]


def test_another_file_of_the_same_card_is_another_version() -> None:
    versions = {resources(bundle(CARD, EMPTY, WHEN, sha256=code * 64), "Questionnaire")[0]["version"] for code in "ab"}
    assert len(versions) == 2


@pytest.mark.parametrize(
    ("consult", "closed", "status"),
    [
        (edits.decide(EMPTY, "operatie"), True, "completed"),
        (edits.decide_not_yet(EMPTY), True, "completed"),
        (edits.decide(EMPTY, "operatie"), False, "in-progress"),
        (EMPTY, True, "in-progress"),
    ],
)
def test_it_is_completed_when_the_consult_is_closed_with_an_outcome(
    consult: Consult, closed: bool, status: str
) -> None:
    assert answered(CARD, consult, closed)["status"] == status
    made = bundle(CARD, consult, WHEN, closed=closed, soep=soep_lines(CARD, consult, Walk()))
    of_note = {found["status"] for kind in ("Composition", "Observation") for found in resources(made, kind)}
    assert of_note == {"final" if status == "completed" else "preliminary"}


def test_the_moment_is_the_one_given_with_its_time_zone() -> None:
    assert answered(CARD, EMPTY)["authored"] == "2026-03-05T10:30:00+01:00"
    with pytest.raises(ValueError, match="time zone"):
        bundle(CARD, EMPTY, datetime(2026, 3, 5))


def test_the_same_consult_gives_the_same_bytes() -> None:
    assert to_bytes(bundle(CARD, full(), WHEN)) == to_bytes(bundle(CARD, full(), WHEN))


def names(made: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return type, id and identifier or version of a Bundle and of each of its resources."""
    found = [made, *(entry["resource"] for entry in made["entry"])]
    return [(each["resourceType"], each["id"], str(each.get("identifier", each.get("version")))) for each in found]


def test_whatever_was_said_since_a_talk_has_the_same_names() -> None:
    first = bundle(CARD, EMPTY, WHEN, soep=Soep(s="a", p="b"))
    later = WHEN.astimezone(UTC) + timedelta(days=8)
    about = About("Patient/1", "Encounter/1", "Practitioner/1")
    again = bundle(
        CARD,
        edits.decide(full(), "operatie"),
        later,
        began=WHEN.astimezone(UTC),
        closed=True,
        soep=Soep(s="c", p="d"),
        about=about,
    )
    assert names(again) == names(first)


def test_another_talk_has_other_names_but_for_what_is_of_the_card() -> None:
    first, second = (bundle(CARD, full(), WHEN, began=WHEN + timedelta(seconds=n), soep=Soep(s="a")) for n in (0, 1))
    both = set(names(first)) & set(names(second))
    assert [kind for kind, _id, _name in names(first)].count("CodeSystem") == 3
    assert sorted(kind for kind, _id, _name in both) == ["CodeSystem"] * 3 + ["Questionnaire"]
    ids = [id_ for _kind, id_, _name in names(first)]
    assert len(set(ids)) == len(ids)


def test_no_name_is_taken_for_another() -> None:
    """A server replaces every full URL that it finds in a transaction, so no identifier or address may be one."""
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), Walk()), kind=TRANSACTION)
    data = to_bytes(made).decode()
    referred = [section["entry"][0]["reference"] for section in resources(made, "Composition")[0]["section"]]
    for entry in made["entry"]:
        assert data.count(entry["fullUrl"]) == 1 + referred.count(entry["fullUrl"])


def test_a_transaction_asks_for_what_replaces_an_earlier_export() -> None:
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), Walk()), kind=TRANSACTION)
    for entry in made["entry"]:
        resource, request = entry["resource"], entry["request"]
        kind = resource["resourceType"]
        assert "id" not in resource
        if kind in ("Questionnaire", "CodeSystem"):
            search = f"url={resource['url']}&version={resource['version']}"
            assert request == {"method": "POST", "url": kind, "ifNoneExist": search}
        else:
            (identifier,) = resource["identifier"] if kind == "Observation" else [resource["identifier"]]
            search = f"identifier={identifier['system']}%7C{identifier['value']}"
            assert request == {"method": "PUT", "url": f"{kind}?{search}"}


def test_a_collection_asks_for_nothing() -> None:
    made = bundle(CARD, full(), WHEN, kind=COLLECTION)
    assert {tuple(entry) for entry in made["entry"]} == {("fullUrl", "resource")}


def test_what_was_looked_at_confirmed_and_explained_is_in_it() -> None:
    walk, consult = seen(("risicos", "bewegen")), edits.mark(full(), "heel-ernstig", Mark.EXPLAINED)
    made = bundle(CARD, confirmed(consult, "risicos"), WHEN, walk=walk)
    items = resources(made, "QuestionnaireResponse")[0]["item"]
    assert codes(item("question/risicos/viewed", items)) == ["bewegen"]
    assert codes(item("discussed", items)) == ["risicos"]
    assert item("taught-back", items)["answer"] == [{"valueBoolean": True}]
    assert codes(item("statement/heel-ernstig/marks", items)) == ["worries", "explain", "explained"]
    assert item("question/behandeling/viewed", items) == {}


def codes(found: dict[str, Any]) -> list[str]:
    return [answer["valueCoding"]["code"] for answer in found["answer"]]


def status(kept: bool, consult: Consult) -> set[str]:
    """Return the statuses in the file of a talk whose last stop was reached."""
    record = Record(CardStamp(CARD.id), WHEN, WHEN, 1, consult, Walk(CLOSING), kept=kept)
    made = json.loads(fhir_file(deck_of(HERNIA), record, WHEN.date(), soep=True))
    kinds = ("QuestionnaireResponse", "Composition", "Observation")
    return {found["status"] for kind in kinds for found in resources(made, kind)}


def test_a_talk_that_is_kept_to_be_decided_later_is_in_progress() -> None:
    later = edits.decide_not_yet(EMPTY)
    assert status(True, later) == {"in-progress", "preliminary"}
    assert status(False, later) == status(True, edits.decide(EMPTY, "operatie")) == {"completed", "final"}


def test_the_patient_is_named_by_that_word_only() -> None:
    assert list(answered(CARD, full())["subject"]) == ["display"]
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), Walk()))
    assert resources(made, "Patient") == []
    assert {tuple(found["subject"]) for kind in ("Composition", "Observation") for found in resources(made, kind)} == {
        ("display",)
    }


REFERENCES = {
    "subject": ("Patient/123", "https://epd.voorbeeld.nl/fhir/Patient/a-1"),
    "encounter": ("Encounter/123", "https://epd.voorbeeld.nl/fhir/Encounter/a-1"),
    "author": ("Practitioner/1", "PractitionerRole/1", "Organization/1", "http://epd/PractitionerRole/1"),
}


def referring(name: str, text: str, kind: str = COLLECTION) -> dict[str, Any]:
    return bundle(CARD, full(), WHEN, about=About(**{name: text}), soep=Soep(s="a"), kind=kind)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in REFERENCES.items() for text in texts])
def test_a_reference_stands_in_everything_of_the_talk_as_given(name: str, text: str) -> None:
    for kind in (COLLECTION, TRANSACTION):
        made = referring(name, text, kind)
        (answers,), (note,), (line,) = (
            resources(made, kind) for kind in ("QuestionnaireResponse", "Composition", "Observation")
        )
        wanted: Any = {"reference": text}
        assert answers[name] == wanted
        assert note[name] == ([wanted] if name == "author" else wanted)
        assert line["performer" if name == "author" else name] == ([wanted] if name == "author" else wanted)


@pytest.mark.parametrize("name", REFERENCES)
@pytest.mark.parametrize(
    "text", ["", "J. Jansen", "{}/", "{}/1 2", "Device/1", "123", "{}/1\n", "x{}/1", "x {}/1", "/{}/1", "#{}/1"]
)
def test_what_is_no_reference_is_refused_in_a_sentence_that_names_the_option(name: str, text: str) -> None:
    with pytest.raises(NotPossible, match=f"--{name}"):
        referring(name, text.format(REFERENCES[name][0].partition("/")[0]))


@pytest.mark.parametrize("junk", ["Jansen\n", "ftp://epd.voorbeeld.nl/", "https://epd|x/", "https://epd/?q=/"])
def test_nothing_stands_before_a_reference(junk: str) -> None:
    with pytest.raises(NotPossible):
        referring("subject", f"{junk}Patient/1")


def test_a_urn_is_a_reference_but_not_one_that_a_server_can_find() -> None:
    for name in REFERENCES:
        assert referring(name, "urn:uuid:0b0d")
        with pytest.raises(NotPossible, match="transaction"):
            referring(name, "urn:uuid:0b0d", TRANSACTION)


def test_everything_is_said_to_be_dutch() -> None:
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), Walk()))
    assert {made["language"], *(entry["resource"]["language"] for entry in made["entry"])} == {"nl"}


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
def test_every_code_is_confirmed_or_of_a_code_system_in_it(card: Card) -> None:
    consult = full() if card is CARD else edits.decide_not_yet(EMPTY)
    made = bundle(card, consult, WHEN, soep=Soep(s="a", o="b", e="c", p="d"))
    own = {
        (system["url"], concept["code"]): concept["display"]
        for system in resources(made, "CodeSystem")
        for concept in system["concept"]
    }
    defined = {concept["code"] for system in resources(made, "CodeSystem") for concept in system["concept"]}
    found = [coding for kind in KINDS for resource in resources(made, kind) for coding in codings(resource)]
    assert len(found) > 20
    for coding in found:
        if "display" in coding:
            assert own[coding["system"], coding["code"]] == coding["display"]
        else:
            assert (coding["system"], coding["code"]) in CONFIRMED
    assert {coding["code"] for coding in found if "display" in coding} == defined


KINDS = ("Questionnaire", "QuestionnaireResponse", "Composition", "Observation")


def codings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping that has a code."""
    if isinstance(value, dict):
        yield from [value] if "code" in value and isinstance(value["code"], str) else []
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from codings(inner)


def test_every_entry_is_named_by_its_id_and_every_reference_is_in_it() -> None:
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), seen(("risicos", "bewegen"))))
    urls = [entry["fullUrl"] for entry in made["entry"]]
    assert urls == [f"urn:uuid:{entry['resource']['id']}" for entry in made["entry"]]
    (note,) = resources(made, "Composition")
    assert [section["entry"][0]["reference"] for section in note["section"]] == urls[3:6]
