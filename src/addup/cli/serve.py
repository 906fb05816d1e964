"""`addup serve`: the review app on this machine. `addup people`: who may use that of a team."""

from __future__ import annotations

import errno
import ipaddress
import os
import re
import secrets
import socket
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from addup.cli.shared import ByOption, LedgerOption, name_of
from addup.errors import AddupError

SERVE_HELP = """Open the review app over the ledger, in the browser.

It listens on this machine alone and asks nobody to sign in, unless you say otherwise. For a team, give
--host and either --people (accounts with passwords; addup people makes them) or --proxy-header (a proxy in
front lets people in and names them).

\b
Examples:
  addup serve
  addup serve --port 8000 --no-browser
  addup serve --host 0.0.0.0 --port 8000 --people people.json --name addup.news.example
"""
PEOPLE_HELP = """Let somebody use the app of a team, or change what they may do.

A reader looks, an editor adds and corrects, an admin also lets people in. The password is asked for.

\b
Examples:
  addup people people.json ana --role admin
  addup people people.json bo --role editor
  addup people people.json bo --remove
"""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
RoleName = Literal["reader", "editor", "admin"]


def serve(  # noqa: PLR0913, PLR0917 - a command has as many arguments as it has options
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="PORT", help="The port; 0 takes a free one.")
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    people: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Who may sign in; see addup people.")
    ] = None,
    proxy_header: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The header in which a proxy names whom it let in."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="The address of that proxy.  [default: this machine]"),
    ] = None,
    proxy_role: Annotated[
        RoleName, typer.Option(help="What those may do who are not in --people.")
    ] = "editor",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name under which the app is reached."),
    ] = None,
    https: Annotated[bool, typer.Option("--https", help="It is reached by HTTPS only.")] = False,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Run the app until it is interrupted."""
    if people is not None and not people.exists():
        raise AddupError(
            f"{people}: there is no such file: addup people {people} NAME --role admin makes it."
        )
    team = people is not None or proxy_header is not None
    if host not in LOOPBACK and not team:
        raise AddupError(
            f"on {host} anybody could change everything: give --people FILE or --proxy-header NAME."
        )
    _refuse_misspelt(proxy_header, proxy or [], name or [])
    try:
        from addup.web import Settings, create_app
        from addup.web.people import People
    except ModuleNotFoundError:
        raise AddupError("for the app, addup needs its extra: pip install 'addup[web]'") from None
    if people is not None:
        People(people).all()  # refuses what is no file of accounts before anybody stands at the door
    own = Path(typer.get_app_dir("addup"))
    settings = Settings(
        ledger=ledger or str(own / "ledger.sqlite"),
        name=name_of(by),
        secret=_secret(own / "session-secret"),
        people=people,
        header=proxy_header,
        header_role=proxy_role,
        proxies=tuple(proxy or LOOPBACK),
        hosts=_hosts(host, name or [], team=team),
        https=https,
        cache=own / "cache",
    )
    listening = _listen(host, port)
    app = create_app(settings)
    shown = "localhost" if host in {"0.0.0.0", "::", "::1"} else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    typer.echo(f"addup is at {address} (Ctrl+C ends it)")
    _run(app, listening, address if browser else None)
    return 0


def _refuse_misspelt(header: str | None, proxies: list[str], names: list[str]) -> None:
    """Refuse what would let nobody in, or not those who were meant, and would say nothing of it."""
    if header is None and proxies:
        raise AddupError("--proxy says whom to believe a --proxy-header: give that, too.")
    if header is not None and not re.fullmatch(r"[A-Za-z0-9-]+", header):
        raise AddupError(f"--proxy-header {header}: a header's name has letters, digits and hyphens.")
    for one in proxies:
        try:
            ipaddress.ip_address(one)
        except ValueError:
            raise AddupError(f"--proxy {one}: give the proxy's IP address, such as 192.0.2.7.") from None
    for one in names:
        if not re.fullmatch(r"(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*", one):
            raise AddupError(f"--name {one}: give the name alone, such as addup.news.example.")


def _hosts(host: str, names: list[str], *, team: bool) -> tuple[str, ...]:
    """Give the names to answer under: a page elsewhere must not reach the app under a name of its own."""
    if team and not names and host not in LOOPBACK:
        return ("*",)
    return (*names, *(LOOPBACK[:2] if not names or host in LOOPBACK else ()), *((host,) if team else ()))


def _secret(path: Path) -> str:
    """Give what signs the sessions, so that they outlive the app; made once, for this user's eyes only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as stream:
                stream.write(secrets.token_urlsafe(48))
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise AddupError(f"{path} cannot be kept: {problem.strerror}.") from None


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as problem:
        listening.close()
        other = "--port" if problem.errno in {errno.EADDRINUSE, errno.EACCES} else "--host"
        raise AddupError(f"{host}, port {port}: {problem.strerror}: give another {other}.") from None
    return listening


def _run(app: Any, listening: socket.socket, address: str | None) -> None:
    import threading
    import webbrowser

    import uvicorn

    # A browser may rest between two pages; when it asks again, its connection should still be there.
    config = uvicorn.Config(
        app, log_level="warning", proxy_headers=False, server_header=False, timeout_keep_alive=75
    )
    server = uvicorn.Server(config)
    if address is not None:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    server.run(sockets=[listening])


def people(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file of accounts; it is made where there is none.")
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who.")],
    role: Annotated[RoleName, typer.Option(help="What they may do.")] = "reader",
    remove: Annotated[bool, typer.Option("--remove", help="Take their access away.")] = False,
    keep: Annotated[bool, typer.Option("--keep-password", help="Change the role alone.")] = False,
) -> int:
    """Change a file of accounts."""
    try:
        from addup.web.people import People
    except ModuleNotFoundError:
        raise AddupError("for the app, addup needs its extra: pip install 'addup[web]'") from None
    known = People(file)
    if remove:
        known.remove(name)
        typer.echo(f"{name} has no access any more.")
        return 0
    known.refuse(name, role)  # before the password, which would be thought of and typed twice in vain
    password = None
    if not keep:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    person = known.put(name, role, password)
    typer.echo(f"{person.name} is {person.role}.")
    return 0
