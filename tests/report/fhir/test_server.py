"""A FHIR R4 server of others takes the transaction: a second export of a talk replaces the first."""

import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
import uvicorn
from sekmet.config import Settings, SimulatorSettings
from sekmet.fhir.search_params import PARAMS, SearchParam
from sekmet.main import create_app

from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.report.fhir import About, bundle
from herniatui.report.formats import COLLECTION, TRANSACTION
from tests.report.consults import CARD, confirmed, full, seen, seen_all, soep_lines
from tests.support.fhir_reader import talk_of

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
ABOUT = About("Patient/123", "Encounter/123", "Practitioner/123")
PATIENT = {"resourceType": "Patient", "id": "123"}
VISIT = {
    "resourceType": "Encounter",
    "id": "123",
    "status": "finished",
    "class": {"code": "AMB"},
    "subject": {"reference": "Patient/123"},
}
CLINICIAN = {"resourceType": "Practitioner", "id": "123"}
OF_CARD = {"Questionnaire": 1, "CodeSystem": 3}
OF_TALK = {"QuestionnaireResponse": 1, "Composition": 1, "Observation": 3}

Resource = dict[str, Any]


class Refusal(Exception):
    """The server refuses; the message has its status and reason."""


class Server:
    """A FHIR server with a patient, a contact and a clinician."""

    def __init__(self, address: str) -> None:
        self._address = address
        for resource in (PATIENT, VISIT, CLINICIAN):
            self.send("PUT", f"/{resource['resourceType']}/{resource['id']}", resource)

    def send(self, method: str, path: str = "", body: Resource | None = None) -> Resource:
        """Return what the server answers to a request; raise `Refusal` if it refuses."""
        data = json.dumps(body).encode() if body else None
        request = Request(f"{self._address}{path}", data, {"Content-Type": "application/fhir+json"}, method=method)
        try:
            with urlopen(request, timeout=60) as answer:
                received: Resource = json.load(answer)
                return received
        except HTTPError as refusal:
            raise Refusal(f"{refusal.code}: {refusal.read().decode()[:1000]}") from refusal

    def found(self, kind: str, search: str = "") -> list[Resource]:
        """Return the resources of a type."""
        entries = self.send("GET", f"/{kind}?_count=100{search}").get("entry", [])
        return [entry["resource"] for entry in entries if entry["resource"]["resourceType"] == kind]

    def stored(self) -> dict[str, int]:
        """Return how many resources there are, by type."""
        return {kind: len(self.found(kind)) for kind in (*OF_CARD, *OF_TALK)}


STANDARD = {
    "url": SearchParam("url", "uri", ("url",)),
    "version": SearchParam("version", "token", ("version",)),
    "identifier": SearchParam("identifier", "token", ("identifier",)),
    "subject": SearchParam("subject", "reference", ("subject",)),
    "encounter": SearchParam("encounter", "reference", ("encounter",)),
    "author": SearchParam("author", "reference", ("author",)),
}
"""Search parameters of these resource types in FHIR R4, which the server knows for some types only."""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server at an address of this machine. It listens before it has started, so that nothing has to wait for it."""
    for kind in ("Questionnaire", "CodeSystem", "QuestionnaireResponse", "Composition"):
        monkeypatch.setitem(PARAMS, kind, STANDARD)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/fhir"
        settings = Settings(base_url=address, data_dir=str(tmp_path), simulator=SimulatorSettings(enabled=False))
        started = uvicorn.Server(uvicorn.Config(create_app(settings), log_config=None))
        thread = threading.Thread(target=started.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield Server(address)
        started.should_exit = True
        thread.join(timeout=60)


def exported(consult: Consult, days: int = 0, began: datetime = WHEN) -> Resource:
    """Return a transaction of a talk that was changed after so many days."""
    walk = seen_all(CARD) if days else seen(("risicos", "bewegen"))
    note, when = soep_lines(CARD, consult, walk), WHEN + timedelta(days=days)
    return bundle(CARD, consult, when, walk=walk, began=began, soep=note, about=ABOUT, kind=TRANSACTION, closed=True)


def read_back(server: Server) -> tuple[Consult, frozenset[tuple[str, str]]]:
    """Return the only talk on the server, by what it stores."""
    stored = [*server.found("Questionnaire"), *server.found("QuestionnaireResponse")]
    return talk_of(CARD, {"entry": [{"resource": resource} for resource in stored]})


def test_a_second_export_replaces_the_first_and_what_was_said_comes_back(server: Server) -> None:
    first = server.send("POST", body=exported(full()))
    assert [entry["response"]["status"] for entry in first["entry"]] == ["201 Created"] * 9
    assert server.stored() == OF_CARD | OF_TALK
    assert read_back(server) == (full(), seen(("risicos", "bewegen")).seen)
    before = {kind: {found["id"] for found in server.found(kind)} for kind in server.stored()}

    later = confirmed(edits.note(edits.decide(full(), "operatie"), None, "Ik weet het nu."), "risicos")
    again = server.send("POST", body=exported(later, days=8))
    assert [entry["response"]["status"] for entry in again["entry"]] == ["200 OK"] * 9
    assert {kind: {found["id"] for found in server.found(kind)} for kind in server.stored()} == before
    assert read_back(server) == (later, seen_all(CARD).seen)
    versions = {kind: {found["meta"]["versionId"] for found in server.found(kind)} for kind in before}
    assert versions == {kind: {"1"} for kind in OF_CARD} | {kind: {"2"} for kind in OF_TALK}
    (note,) = server.found("Composition")
    assert "Ik weet het nu." in str(note["section"])


def test_the_note_leads_to_its_parts_and_is_found_at_patient_and_contact(server: Server) -> None:
    server.send("POST", body=exported(full()))
    (note,) = server.found("Composition", "&subject=Patient/123&encounter=Encounter/123&author=Practitioner/123")
    for section in note["section"]:
        (entry,) = section["entry"]
        part = server.send("GET", f"/{entry['reference']}")
        assert (part["code"], part["subject"]) == (section["code"], {"reference": "Patient/123"})
    (answers,) = server.found("QuestionnaireResponse", "&subject=Patient/123&encounter=Encounter/123")
    url, _bar, version = answers["questionnaire"].partition("|")
    assert len(server.found("Questionnaire", f"&url={quote(url)}&version={version}")) == 1


def test_another_talk_about_the_card_stands_beside_it(server: Server) -> None:
    server.send("POST", body=exported(full()))
    server.send("POST", body=exported(EMPTY, began=WHEN + timedelta(seconds=1)))  # of which no S has text
    assert server.stored() == OF_CARD | {kind: 2 * count for kind, count in OF_TALK.items()} | {"Observation": 5}


@pytest.mark.parametrize("kind", [COLLECTION, TRANSACTION])
def test_the_server_refuses_what_is_wrong_and_stores_nothing_of_it(server: Server, kind: str) -> None:
    made = exported(full()) | {"type": kind}
    if kind == TRANSACTION:
        made["entry"][1]["resource"]["authored"] = "gisteren"
    with pytest.raises(Refusal, match=r"^400"):
        server.send("POST", body=made)
    assert server.stored() == dict.fromkeys(OF_CARD | OF_TALK, 0)
