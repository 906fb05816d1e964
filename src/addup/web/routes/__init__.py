"""The addresses of the app, by subject."""

from addup.web.routes import (
    accounts,
    across,
    adding,
    documents,
    dossiers,
    findings,
    people,
    series,
    static,
)

routers = (
    static.router,
    people.router,
    adding.router,
    documents.router,
    series.router,
    findings.router,
    dossiers.router,
    accounts.router,
    across.router,
)
