"""Accounts that people wrote down: checked as they are typed, and saved under a name."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Request
from fastapi import Path as PathPart
from fastapi.responses import Response

from addup.account import check
from addup.account.language.files import AccountText
from addup.account.language.parsing import read_account
from addup.account.result import Result
from addup.errors import AccountError
from addup.ledger import Act, Edit
from addup.web.answers import SavedAccount, SavedAccounts
from addup.web.given import AccountGiven
from addup.web.records import PROBLEMS, ActRecord, ResultRecord
from addup.web.rendering import page
from addup.web.security import Editor, Meant, Reader
from addup.web.state import state_of

router = APIRouter(responses=PROBLEMS)
Name = Annotated[str, PathPart(min_length=1, max_length=100, pattern=r"^[\w][\w .,()-]*$")]


@router.get("/accounts.json", response_model=SavedAccounts)
def list_record(request: Request, who: Reader) -> dict[str, Any]:
    """List the saved accounts."""
    saved = state_of(request).ledger.accounts()
    return {"accounts": [_record(name, act) for name, act in saved.items()]}


@router.get("/accounts", include_in_schema=False)
def list_page(request: Request, who: Reader) -> Response:
    """List the saved accounts."""
    return page(request, "accounts.html", accounts=state_of(request).ledger.accounts())


def _record(name: str, act: Act) -> dict[str, Any]:
    return {"name": name, "text": act.content["text"], "by": act.by, "made": act.made, "why": act.why}


@router.get("/accounts/{name}.json", response_model=SavedAccount)
def record(request: Request, who: Reader, name: Name) -> dict[str, Any]:
    """Give a saved account."""
    return _record(name, _saved(request, name))


def _saved(request: Request, name: str) -> Act:
    saved = state_of(request).ledger.accounts().get(name)
    if saved is None:
        raise HTTPException(404, f"no account is called {name!r}.")
    return saved


@router.get("/accounts/{name}", include_in_schema=False)
def show(request: Request, who: Reader, name: Name) -> Response:
    """Show a saved account with what it comes to."""
    act = _saved(request, name)
    result, mistakes = _checked(act.content["text"])
    return page(request, "saved_account.html", name=name, act=act, result=result, mistakes=mistakes)


def _checked(text: str) -> tuple[Result | None, list[str]]:
    try:
        return check(AccountText(text)), []
    except AccountError as problem:
        return None, problem.mistakes


@router.post("/api/check", response_model=ResultRecord)
def check_text(request: Request, who: Meant, given: AccountGiven) -> dict[str, Any]:
    """Check an account that is not kept."""
    return check(AccountText(given.text)).to_dict()


@router.put("/api/accounts/{name}", response_model=ActRecord)
def save(request: Request, who: Editor, name: Name, given: AccountGiven) -> dict[str, Any]:
    """Save an account under a name; earlier ones of that name stay in the log."""
    read_account(AccountText(given.text))
    return state_of(request).ledger.save_account(name, given.text, Edit(who.name, given.why)).to_dict()
