"""Who asks, what they may do, and that they mean it: roles, sessions, CSRF tokens and headers."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Header, HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from addup.documents.source import MAX_BYTES
from addup.web.settings import ROLES, Role
from addup.web.state import State, state_of

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing inline and nothing from elsewhere runs, whatever stands in a report."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
MOST_SENT = 5 * MAX_BYTES
"""Bytes of the largest request: a few of the largest reports at once."""


class SignInNeededError(Exception):
    """Nobody is signed in, and the app is not one person's own."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who asks: their name, and what they may do."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


def who_asks(request: Request) -> Who | None:
    """Give who asks: whoever runs the app, whom the proxy let in, or who is signed in."""
    state = state_of(request)
    settings = state.settings
    if settings.own:
        return Who(settings.name, "admin")
    if settings.header and request.client and request.client.host in settings.proxies:
        name = request.headers.get(settings.header, "").strip()
        if name:
            person = state.people.get(name) if state.people else None
            return Who(name, person.role if person else settings.header_role)
    return _signed_in(request, state)


def _signed_in(request: Request, state: State) -> Who | None:
    name = request.session.get("name")
    person = state.people.get(name) if state.people and isinstance(name, str) else None
    if person is None or request.session.get("proof") != person.proof:
        return None
    return Who(person.name, person.role)


def sign_in(request: Request, name: str, proof: str) -> None:
    """Begin a session; nothing of one before it stays."""
    request.session.clear()
    request.session.update(name=name, proof=proof, csrf=secrets.token_urlsafe(24))


def csrf_token(request: Request) -> str:
    """Give the token that every change must carry, which other sites do not know."""
    token = request.session.get("csrf")
    if not isinstance(token, str):
        token = secrets.token_urlsafe(24)
        request.session["csrf"] = token
    return token


def _reader(request: Request) -> Who:
    who = who_asks(request)
    if who is None:
        raise SignInNeededError
    return who


Reader = Annotated[Who, Depends(_reader)]
"""Somebody who may look."""


def _require(who: Who, role: Role) -> Who:
    if not who.may(role):
        raise HTTPException(403, f"{who.name} is {who.role} here: ask an admin.")
    return who


def _same(request: Request, given: str | None) -> None:
    expected = request.session.get("csrf")
    if not isinstance(expected, str) or not secrets.compare_digest(expected, given or ""):
        raise HTTPException(403, "this page is too old to change anything: load it again.")


def _meant(
    request: Request,
    who: Reader,
    token: Annotated[
        str | None,
        Header(alias="X-CSRF-Token", description="The token that /api/session gives, with its cookie."),
    ] = None,
) -> Who:
    _same(request, token.encode("ascii", "ignore").decode() if token else None)
    return who


def _meant_form(request: Request, who: Reader, csrf: Annotated[str | None, Form()] = None) -> Who:
    _same(request, csrf.encode("ascii", "ignore").decode() if csrf else None)
    return who


def checked_form(request: Request, csrf: Annotated[str | None, Form()] = None) -> None:
    """Make sure that a form of nobody who is signed in comes from our own page."""
    _same(request, csrf.encode("ascii", "ignore").decode() if csrf else None)


def _editor(who: Annotated[Who, Depends(_meant)]) -> Who:
    return _require(who, "editor")


def _form_editor(who: Annotated[Who, Depends(_meant_form)]) -> Who:
    return _require(who, "editor")


def _form_admin(who: Annotated[Who, Depends(_meant_form)]) -> Who:
    return _require(who, "admin")


def _admin(who: Reader) -> Who:
    return _require(who, "admin")


Meant = Annotated[Who, Depends(_meant)]
"""Somebody who may look, and whose request carries its token."""
Editor = Annotated[Who, Depends(_editor)]
"""Somebody who may change things, through the API."""
FormEditor = Annotated[Who, Depends(_form_editor)]
"""Somebody who may change things, through a form."""
FormAdmin = Annotated[Who, Depends(_form_admin)]
"""Somebody who may say who may do what."""
Admin = Annotated[Who, Depends(_admin)]
"""Somebody who may see who may do what."""


class Guard:
    """Puts the headers on every answer, and refuses what is too large."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        left = MOST_SENT

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, f"more than {MOST_SENT // 1_000_000} MB at once.")
            return message

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        await self._app(scope, counted, with_headers)
