"""Pages: templates filled, with what every page needs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from addup.documents.days import is_to_come
from addup.ledger import Act
from addup.records import Document, Finding
from addup.report import words
from addup.report.html import MEANING, MOST_OPEN, about, exact, loud, run_title
from addup.report.kept import told
from addup.web.security import csrf_token, who_asks
from addup.web.state import state_of

MOST_FOLDED = 50
"""Findings of a page, the folded ones too, where the others have a list with pages."""
LONGEST_OPENING = 70
"""Characters of a text that name it where it has no title."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("addup.web"), PackageLoader("addup.report", "page")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["to_come"] = is_to_come
    environment.filters.update(
        exact=exact, loud=loud, plus_one=lambda place: place + 1, part=path_part, ago=ago
    )
    environment.globals.update(
        words=words,
        MEANING=MEANING,
        MOST_OPEN=MOST_OPEN,
        MOST_FOLDED=MOST_FOLDED,
        asset=asset,
        deed=deed,
        version=version("addup"),
        title_of=run_title,
        name=name,
        without_ids=without_ids,
        about=about,
    )
    return environment


def page(request: Request, template: str, *, code: int = 200, **context: Any) -> HTMLResponse:
    """Fill a template."""
    who, state = who_asks(request), state_of(request)
    filled = (
        _environment()
        .get_template(template)
        .render(
            request=request,
            path=request.url.path,
            who=who,
            may_edit=who is not None and who.may("editor") and not state.ledger.only_read,
            only_read=state.ledger.only_read,
            own=state.settings.own,
            csrf=csrf_token(request),
            **context,
        )
    )
    return HTMLResponse(filled, status_code=code)


ASSETS = (
    *("app.css", "report.css", "icon.svg", "app.js"),
    *("adding.js", "document.js", "findings.js", "series.js", "account.js", "event.js"),
)
"""The files of the app that pages name."""


def asset(name: str) -> str:
    """Give the address of a file of the app."""
    return f"/static/{assets_digest()}/{name}"


@cache
def assets_digest() -> str:
    """Name all files of the app as they are, so that browsers may keep them for ever.

    They share one name, for scripts find each other beside themselves.
    """
    return hashlib.sha256(b"".join(map(asset_bytes, ASSETS))).hexdigest()[:12]


@cache
def asset_bytes(name: str) -> bytes:
    """Give a file of the app. The style of the report on one page is the app's too."""
    if name == "report.css":
        return files("addup.report").joinpath("page", name).read_bytes()
    return files("addup.web").joinpath("static", name).read_bytes()


def path_part(text: object) -> str:
    """Write words as one part of an address."""
    return quote(str(text), safe="")


def name(document: Document) -> str:
    """Name a document by its title, or else by how its text begins."""
    return words.plain(document.title or "") or words.short(words.plain(document.text), LONGEST_OPENING)


def without_ids(finding: Finding | Mapping[str, Any]) -> str:
    """Give the sentence of a finding without the ids of reports, which tell nothing where no text is near."""
    told = finding if isinstance(finding, Mapping) else finding.to_dict()
    text = words.days(words.plain(told["text"]))
    for id in told["reports"]:
        text = text.replace(f" ({id})", "")
    return text


def deed(act: Act, titles: Mapping[str, str]) -> Markup:
    """Say what somebody did, with a link to what they did it to in the place of its id."""
    text = words.plain(told(act))
    event = act.content.get("event", {})
    for id in (*event.get("reports", ()), *event.get("others", ())):
        text = text.replace(id, f"“{words.short(words.plain(titles.get(id, id)), 50)}”")
    id, shown, address = {
        "mark": (f"finding {act.subject}", "finding", f"/findings/{act.subject}"),
        "account": (act.subject, act.subject, f"/accounts/{path_part(act.subject)}"),
        "undo": (str(act.undoes), "what was done before", f"/log#act-{act.undoes}"),
    }.get(act.kind, (act.document, titles.get(act.document or ""), f"/documents/{path_part(act.document)}"))
    before, found, after = text.partition(id or "\0")
    if not found:
        return Markup.escape(text)
    link = Markup('<a href="{}">{}</a>').format(address, words.short(words.plain(shown or "its report"), 60))
    return Markup.escape(before) + link + Markup.escape(after)


def ago(moment: datetime | date) -> str:
    """Say how long ago something was, roughly."""
    if not isinstance(moment, datetime):
        return words.day(moment)
    seconds = (datetime.now(UTC) - moment).total_seconds()
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            many = int(seconds // size)
            return f"{words.count(many, name)} ago" if name != "day" or many < 8 else words.day(moment.date())
    return "just now"
