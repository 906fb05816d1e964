"""A PostgreSQL server in a folder of its own, reached over a socket in that folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Server:
    """The server: its programs, its folder."""

    programs: Path
    folder: Path

    def make(self) -> None:
        """Make the cluster of databases. PostgreSQL refuses to be root, and then runs as its own user."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run(
            "initdb", "-D", self.folder / "data", "-A", "trust", "-U", "addup", "--no-sync", "-E", "UTF8"
        )

    def start(self) -> None:
        """Start the server, without waiting for the disk: what is tested here is addup."""
        options = (
            f"-k {self.folder} -c listen_addresses='' -c fsync=off -c autovacuum=off -c max_connections=50"
        )
        self._run(
            "pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o", options, "start"
        )

    def stop(self, *, how: str = "fast") -> None:
        """Stop the server; how is "fast" or, as in a crash, "immediate"."""
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-m", how, "stop")

    def new_database(self, name: str) -> str:
        """Make a database and give its address."""
        self._run("createdb", "-h", self.folder, "-U", "addup", name)
        return f"postgresql://addup@/{name}?host={self.folder}"

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self.programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
