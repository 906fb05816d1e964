"""Folders in which nothing can be written, for root neither."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def only_read(folder: Path, *, of: Path | None = None) -> Iterator[None]:
    """Let nothing be written in a folder and to the files in it; to root, show another one there."""
    if os.geteuid() == 0:
        mounted = _run("mount", "--bind", of or folder, folder) and _run(
            "mount", "-o", "remount,bind,ro", folder
        )
        if not mounted:
            _run("umount", "-l", folder)
            pytest.skip("needs the right to mount a folder for reading alone, or a user who is not root")
        try:
            yield
        finally:
            _run("umount", "-l", folder)
        return
    inside = list(folder.iterdir())
    for file in inside:
        file.chmod(0o444)
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)
        for file in inside:
            file.chmod(0o644)


def _run(*arguments: object) -> bool:
    return not subprocess.run([str(one) for one in arguments], check=False, capture_output=True).returncode
