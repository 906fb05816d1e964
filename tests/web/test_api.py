"""The JSON API: what its own description promises, whatever is sent to it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

import addup
from addup.web.routes import routers
from web.running_app import App

load_all_checks()
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def client(fuzzed: App) -> Iterator[httpx.Client]:
    """A client with a session, as a script would have one."""
    with httpx.Client(base_url=fuzzed.url, timeout=60) as opened:
        token = opened.get("/api/session").json()["csrf"]
        opened.headers["X-CSRF-Token"] = token
        yield opened


@pytest.fixture(scope="module")
def real(fuzzed: App) -> dict[str, list[Any]]:
    """What really is in the ledger, by the names that the API has for it."""
    documents = fuzzed.ledger.documents()
    figures = fuzzed.ledger.stored(documents[0].id).reading.figures
    return {
        "document": [documents[0].id],
        "figure": [figure.id for figure in figures],
        "key": [kept.key for kept in fuzzed.ledger.findings()],
        "dossier": [one.id for one in fuzzed.ledger.dossiers()],
    }


def described() -> dict[str, Any]:
    """Give the description of the API without an app that runs."""
    app = FastAPI(title="addup", version=addup.__version__)
    for router in routers:
        app.include_router(router)
    return app.openapi()


schema = schemathesis.openapi.from_dict(described())


@schema.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_the_answer_is_one_that_is_described(
    case: Any, client: httpx.Client, real: dict[str, list[Any]]
) -> None:
    case.path_parameters.update(_mostly_real(case, real))
    case.call_and_validate(
        base_url=str(client.base_url),
        checks=CHECKS,
        headers={"X-CSRF-Token": client.headers["X-CSRF-Token"]},
        cookies=dict(client.cookies),
    )


def _mostly_real(case: Any, real: dict[str, list[Any]]) -> dict[str, Any]:
    """Name what is there three times out of four, so that more than “not found” is tested."""
    told: dict[str, Any] = {}
    for name, value in (case.path_parameters or {}).items():
        chance = len(json.dumps(value, default=str)) + len(json.dumps(case.query or {}, default=str))
        kind = "document" if name == "id" and "/documents/" in case.path else name
        kind = "dossier" if name == "id" and "/dossiers/" in case.path else kind
        if kind in real and chance % 4:
            told[name] = real[kind][chance % len(real[kind])]
    return told


def test_the_description_tells_of_every_page_and_every_change(client: httpx.Client) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["paths"] == described()["paths"]
    methods = {(path, method) for path, item in told["paths"].items() for method in item}
    for path in ("/index.json", "/documents/{id}.json", "/findings.json", "/series/{document}/{figure}.json"):
        assert (path, "get") in methods
    assert ("/api/documents/{id}/figures/{figure}", "patch") in methods
    assert all(
        "422" in item[method]["responses"]
        for item in told["paths"].values()
        for method in item
        if ("parameters" in item[method] or "requestBody" in item[method])
    )


def test_a_document_is_the_record_that_read_gives(client: httpx.Client, fuzzed: App) -> None:
    documents = client.get("/documents.json").json()["documents"]
    assert documents
    for listed in documents:
        told = client.get(f"/documents/{listed['id']}.json").json()
        stored = fuzzed.ledger.stored(listed["id"]).reading.to_dict()
        assert {name: told[name] for name in stored} == json.loads(json.dumps(stored))


def test_a_change_without_its_token_is_refused(fuzzed: App, real: dict[str, list[Any]]) -> None:
    before = fuzzed.ledger.log()
    with httpx.Client(base_url=fuzzed.url) as stranger:
        address = f"/api/documents/{real['document'][0]}/figures/{real['figure'][0]}/confirm"
        assert stranger.post(address, json={}).status_code == 403
        token = stranger.get("/api/session").json()["csrf"]
        assert stranger.post(address, json={}, headers={"X-CSRF-Token": token[:-1] + "x"}).status_code == 403
        assert stranger.post("/add", data={"text": "12 people died."}).status_code == 403
    assert fuzzed.ledger.log() == before


def test_what_cannot_be_done_is_told_in_one_line(client: httpx.Client, real: dict[str, list[Any]]) -> None:
    document = real["document"][0]
    figure = client.get(f"/documents/{document}.json").json()["figures"][0]["id"]
    address = f"/api/documents/{document}/figures/{figure}"
    for fields in ({"low": "many"}, {"colour": "red"}, {"low": 9, "high": 3}, {"kind": "soup"}):
        answer = client.patch(address, json={"fields": fields})
        assert answer.status_code == 422
        assert "\n" not in answer.json()["detail"]
    assert client.patch(f"{address}0000", json={"fields": {"low": 1}}).status_code == 404


@pytest.mark.parametrize("nest", ["[" * 900_000, "series: " + "{a: " * 200_000, "[]{" * 300_000])
def test_a_deep_nest_is_refused_at_once(nest: str, client: httpx.Client) -> None:
    begun = time.process_time()  # the app runs in this process
    answer = client.post("/api/check", json={"text": nest})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "account:1: more than 100 brackets are open at once"
    assert time.process_time() - begun < 2


def test_an_edit_of_what_somebody_else_changed_is_refused(
    client: httpx.Client, real: dict[str, list[Any]]
) -> None:
    document = real["document"][0]
    now = client.get(f"/documents/{document}.json").json()
    seen, figure = now["version"], now["figures"][1]["id"]
    address = f"/api/documents/{document}/figures/{figure}"
    assert client.patch(address, json={"fields": {"low": 1, "high": 1}, "seen": seen}).status_code == 200
    answer = client.patch(address, json={"fields": {"low": 2, "high": 2}, "seen": seen})
    assert answer.status_code == 409
    assert "ana was quicker" in answer.json()["detail"]


def test_a_page_of_another_name_is_not_answered(fuzzed: App) -> None:
    answer = httpx.get(fuzzed.url, headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400


def test_every_answer_forbids_scripts_from_elsewhere(fuzzed: App) -> None:
    for path in ("/", "/documents/none", "/findings.json", "/static/none/app.js"):
        policy = httpx.get(fuzzed.url + path).headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
