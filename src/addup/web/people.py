"""Who may use the app of a team: names, roles and hashed passwords, in one file."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from addup.errors import AddupError
from addup.web.settings import ROLES, Role

LEAST_PASSWORD = 10
"""The fewest characters of a password. Length is what counts (NIST SP 800-63B, section 5.1.1)."""
LONGEST_NAME, LONGEST_PASSWORD = 60, 1000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the app. `password` is an argon2 hash; None signs in through the proxy only."""

    name: str
    role: Role
    password: str | None = None

    @property
    def proof(self) -> str:
        """What a session keeps of the password, so that a new password ends all sessions."""
        return hashlib.sha256((self.password or "").encode()).hexdigest()[:16]


class People:
    """The accounts in a file. Every change is written whole; what another process writes is seen."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hasher = PasswordHasher()
        self._lock = threading.Lock()
        self._read_at: tuple[int, int] | None = None
        self._known: dict[str, Person] = {}
        # Checked for names that nobody has: else the time of the answer would tell which names there are.
        self._decoy = self._hasher.hash(secrets.token_hex())

    def all(self) -> list[Person]:
        """Give everybody, by name.

        Raises:
            AddupError: the file cannot be read, or is no file of accounts.
        """
        with self._lock:
            self._refresh()
            return sorted(self._known.values(), key=lambda person: person.name.casefold())

    def get(self, name: str) -> Person | None:
        """Give the person of a name."""
        with self._lock:
            self._refresh()
            return self._known.get(name)

    def sign_in(self, name: str, password: str) -> Person | None:
        """Give the person of a name if the password is theirs."""
        person = self.get(name)
        hash = person.password if person and person.password else self._decoy
        try:
            self._hasher.verify(hash, password[:LONGEST_PASSWORD])
        except (VerificationError, InvalidHashError):
            return None
        return person if hash is not self._decoy else None

    def put(self, name: str, role: str, password: str | None = None) -> Person:
        """Add somebody, or give them another role or password; without `password` they keep theirs.

        Raises:
            AddupError: no such role, a name or a password that will not do, or the file cannot be written.
        """
        if password is not None and not LEAST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise AddupError(f"a password has {LEAST_PASSWORD} characters or more.")
        with self._lock:
            self._refresh()
            before = self._known.get(name.strip())
            hash = self._hasher.hash(password) if password else before.password if before else None
            person = _person(name, role, hash)
            self._keep({**self._known, person.name: person})
            return person

    def refuse(self, name: str, role: str) -> None:
        """Refuse at once what `put` would refuse, before anybody thinks of a password.

        Raises:
            AddupError: no such role, a name that will not do, or the file cannot be read or written.
        """
        with self._lock:
            self._refresh()
            person = _person(name, role)
            self._refuse_without_admin({**self._known, person.name: person})
        folder = next(one for one in self._path.absolute().parents if one.exists())
        if not os.access(folder, os.W_OK):
            raise AddupError(f"{self._path} cannot be written: {os.strerror(errno.EACCES)}.")

    def remove(self, name: str) -> None:
        """Take somebody's access away, at once.

        Raises:
            AddupError: there is nobody of that name, or nobody would be left to let people in.
        """
        with self._lock:
            self._refresh()
            if name not in self._known:
                raise AddupError(f"nobody is called {name!r}.")
            self._keep({other: person for other, person in self._known.items() if other != name})

    def _refresh(self) -> None:
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            self._known, self._read_at = {}, None
            return
        except OSError as problem:
            raise AddupError(f"{self._path} cannot be read: {problem.strerror}.") from None
        if (stat.st_mtime_ns, stat.st_size) == self._read_at:
            return
        try:
            kept: dict[str, dict[str, Any]] = json.loads(self._path.read_text(encoding="utf-8"))
            self._known = {
                name: _person(name, fields["role"], fields["password"]) for name, fields in kept.items()
            }
        except (AddupError, OSError, ValueError, KeyError, TypeError, AttributeError):
            raise AddupError(f"{self._path} is no file of accounts: addup people makes one.") from None
        self._read_at = (stat.st_mtime_ns, stat.st_size)

    def _refuse_without_admin(self, people: Mapping[str, Person]) -> None:
        if self._known and not any(person.role == "admin" for person in people.values()):
            raise AddupError("somebody has to be admin, or nobody could let people in.")

    def _keep(self, people: Mapping[str, Person]) -> None:
        self._refuse_without_admin(people)
        kept = {person.name: {"role": person.role, "password": person.password} for person in people.values()}
        part = self._path.with_name(f".{self._path.name}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
                json.dump(kept, stream, indent=2, ensure_ascii=False)
            part.replace(self._path)
        except OSError as problem:
            raise AddupError(f"{self._path} cannot be written: {problem.strerror}.") from None
        self._known, self._read_at = dict(people), None


def _person(name: str, role: str, password: str | None = None) -> Person:
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise AddupError(f"a name has 1 to {LONGEST_NAME} letters, not {name!r}.")
    if role not in ROLES:
        raise AddupError(f"a role is {', '.join(ROLES)}, not {role!r}.")
    return Person(name, role, password)
