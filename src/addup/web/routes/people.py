"""Signing in and out, and who may do what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response

from addup.errors import AddupError
from addup.web.answers import Session
from addup.web.people import LEAST_PASSWORD, LONGEST_NAME, LONGEST_PASSWORD, People
from addup.web.records import Problem
from addup.web.rendering import page
from addup.web.security import Admin, FormAdmin, Reader, checked_form, csrf_token, sign_in
from addup.web.settings import ROLES
from addup.web.state import State, state_of

router = APIRouter(include_in_schema=False)
WRONG = "The name or the password is another."


@router.get("/sign-in")
def ask(request: Request, back: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Ask for name and password."""
    return _form(request, back)


def _form(request: Request, back: str, *, name: str = "", problem: str = "", status: int = 200) -> Response:
    if state_of(request).people is None:
        raise HTTPException(404, "nobody signs in here.")
    return page(request, "sign_in.html", code=status, back=_own_path(back), name=name, problem=problem)


def _own_path(back: str) -> str:
    """Give a path of this app, whatever somebody put into the address."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


@router.post("/sign-in", dependencies=[Depends(checked_form)])
def enter(
    request: Request,
    name: Annotated[str, Form(max_length=LONGEST_NAME)] = "",
    password: Annotated[str, Form(max_length=LONGEST_PASSWORD)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Begin a session, if the password is right and was not tried too often."""
    state = state_of(request)
    people = _people(state)
    address = request.client.host if request.client else ""
    wait = state.failures.wait(name, address)
    if wait:
        told = f"Too many tries: wait {-(-wait // 60)} minutes, then try again."
        answer = _form(request, back, name=name, problem=told, status=429)
        answer.headers["Retry-After"] = str(wait)
        return answer
    person = people.sign_in(name, password)
    if person is None:
        state.failures.note(name, address)
        return _form(request, back, name=name, problem=WRONG, status=401)
    state.failures.forget(name)
    sign_in(request, person.name, person.proof)
    return RedirectResponse(_own_path(back), 303)


@router.post("/sign-out", dependencies=[Depends(checked_form)])
def leave(request: Request) -> Response:
    """End the session."""
    request.session.clear()
    return RedirectResponse("/sign-in" if state_of(request).people else "/", 303)


@router.get("/people")
def list_people(request: Request, who: Admin, problem: str = "") -> Response:
    """Show who may do what."""
    people = _people(state_of(request))
    return page(
        request,
        "people.html",
        people=people.all(),
        roles=ROLES,
        problem=problem,
        least=LEAST_PASSWORD,
    )


@router.post("/people")
def change(
    request: Request,
    who: FormAdmin,
    name: Annotated[str, Form(max_length=LONGEST_NAME)],
    role: Annotated[str, Form(max_length=20)] = "reader",
    password: Annotated[str, Form(max_length=LONGEST_PASSWORD)] = "",
    remove: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Let somebody in, change what they may do, or take their access away."""
    people = _people(state_of(request))
    try:
        if remove:
            people.remove(name)
        else:
            people.put(name, role, password or None)
    except AddupError as problem:
        return page(
            request,
            "people.html",
            code=422,
            people=people.all(),
            roles=ROLES,
            problem=str(problem),
            least=LEAST_PASSWORD,
        )
    return RedirectResponse("/people", 303)


@router.get(
    "/api/session",
    include_in_schema=True,
    response_model=Session,
    responses={401: {"model": Problem, "description": "Nobody is signed in."}},
)
def session(request: Request, who: Reader) -> dict[str, str]:
    """Give who asks, and the token that changes must carry; the cookie that comes with it goes with it."""
    return {"name": who.name, "role": who.role, "csrf": csrf_token(request)}


def _people(state: State) -> People:
    if state.people is None:
        raise HTTPException(404, "this app keeps no accounts.")
    return state.people
