"""The app: routes, middleware, and how errors are told."""

from __future__ import annotations

import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from urllib.parse import quote

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from addup.errors import AddupError
from addup.ledger import CollisionError
from addup.web.rendering import page
from addup.web.routes import routers
from addup.web.security import Guard, SignInNeededError
from addup.web.settings import Settings
from addup.web.state import State

THREADS = 12
"""Requests that are answered at once: no more than the ledger has connections."""
WARM_AFTER = 1.0
"""Seconds after which to load what is slow to load: the first page comes first."""
SESSION_SECONDS = 14 * 86400


def create_app(settings: Settings) -> FastAPI:
    """Make the app over a ledger.

    Raises:
        LedgerError: the ledger cannot be opened.
    """
    state = State(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        warming = threading.Timer(WARM_AFTER, _warm, [state])
        warming.daemon = True
        warming.start()
        yield
        warming.cancel()
        state.close()

    app = FastAPI(
        title="addup",
        version=version("addup"),
        summary="The account of the numbers in news reports: who said how many, of what, when.",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,  # their pages load scripts from another host
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.addup = state
    for router in routers:
        app.include_router(router)
    _add_middleware(app, settings)
    _explain_errors(app)
    return app


def _warm(state: State) -> None:
    """Load what the first user would wait for: the language pipeline, and the script for charts."""
    from addup.reading.model import pipeline
    from addup.web.vega import made

    state.settle()
    pipeline()
    importlib.import_module("altair")
    made(state.chart_script)


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """Put the layers around the app; the one added last is the outermost."""
    app.add_middleware(
        SessionMiddleware,
        secret_key=settings.secret,
        session_cookie="addup",
        max_age=SESSION_SECONDS,
        same_site="lax",
        https_only=settings.https,
    )
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)


def _explain_errors(app: FastAPI) -> None:
    @app.exception_handler(SignInNeededError)
    def sign_in_needed(request: Request, _: Exception) -> Response:
        if _wants_json(request):
            return JSONResponse({"detail": "sign in first."}, 401)
        back = request.url.path if request.method == "GET" else "/"
        return RedirectResponse(f"/sign-in?back={quote(back)}", 303)

    @app.exception_handler(CollisionError)
    def collided(request: Request, problem: Exception) -> Response:
        return _told(request, 409, str(problem))

    @app.exception_handler(AddupError)
    def not_done(request: Request, problem: Exception) -> Response:
        return _told(request, 422, str(problem))

    @app.exception_handler(StarletteHTTPException)
    def refused(request: Request, problem: StarletteHTTPException) -> Response:
        told = "there is nothing at this address." if problem.detail == "Not Found" else problem.detail
        answer = _told(request, problem.status_code, told)
        answer.headers.update(problem.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, problem: RequestValidationError) -> Response:
        where = "; ".join(
            f"{'.'.join(str(part) for part in error['loc'][1:]) or 'the request'}: {error['msg']}"
            for error in problem.errors()
        )
        return _told(request, 422, where)


def _told(request: Request, status: int, message: str) -> Response:
    if _wants_json(request):
        return JSONResponse({"detail": message}, status)
    return page(request, "problem.html", code=status, message=message)


def _wants_json(request: Request) -> bool:
    path = request.url.path
    return path.endswith(".json") or path.startswith("/api/")
