"""Account files: YAML and JSON, with the place of every part for messages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from addup.errors import AccountError

Path_ = tuple[str | int, ...]
Locate = Callable[[Path_], str]
PARTS = "an account has series, reports, relations and ask"
"""What is said to somebody whose file has none of them."""
DEEPEST = 100
"""Brackets open at once in an account; it needs five. The reader of YAML takes long over thousands."""


@dataclass(frozen=True, slots=True)
class AccountText:
    """An account in YAML that is not in a file; `name` is how messages call it."""

    text: str
    name: str = "account"


def load(source: Mapping[str, Any] | AccountText | str | Path) -> tuple[Mapping[str, Any], Locate]:
    """Load an account, and give a function that says where a part of it stands.

    Raises AccountError if the file cannot be read, or is neither YAML nor JSON.
    """
    if isinstance(source, Mapping):
        return source, _spell
    if isinstance(source, AccountText):
        path = Path(source.name)
        data = _yaml(source.text, path)
        return _mapping(data, path), lambda where: _place(data, where, path)
    path = Path(source)
    text = read_text(path)
    if path.suffix.lower() == ".json":
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            raise AccountError(
                [f"{path}:{error.lineno}:{error.colno}: this is not JSON: {error.msg}"]
            ) from None
        # Places are only needed for messages, and YAML can read JSON: no second parser for the good case.
        return _mapping(data, path), lambda where: _place(_yaml(text, path), where, path)
    data = _yaml(text, path)
    return _mapping(data, path), lambda where: _place(data, where, path)


def read_text(path: Path) -> str:
    """Read the file of an account.

    Raises AccountError if it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise AccountError([f"{path}: there is no such file"]) from None
    except IsADirectoryError:
        raise AccountError([f"{path}: this is a folder; name a file"]) from None
    except UnicodeDecodeError as error:
        raise AccountError([f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8"]) from None
    except OSError as error:
        raise AccountError([f"{path}: {error.strerror}"]) from None


def _mapping(data: Any, path: Path) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise AccountError([f"{path}:1:1: {PARTS}; this has none"])
    return data


def _yaml(text: str, path: Path) -> Any:
    """Load YAML 1.2 (in which `on` is a word) with the places of its parts."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    _refuse_nests(text, path)
    yaml = YAML(typ="rt")
    yaml.Constructor = _constructor()
    try:
        return yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        problem = str(error.problem or error.context).splitlines()[0]
        raise AccountError([f"{place}: this is not YAML: {problem}"]) from None
    except (
        YAMLError,
        ValueError,
        RecursionError,
    ) as error:  # control characters, endless numbers, a deep nest
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AccountError([f"{path}: this is not YAML: {problem}"]) from None


def _refuse_nests(text: str, path: Path) -> None:
    depth = 0
    for bracket in re.finditer(r"[\[{\]}]", text):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > DEEPEST:
            line = text.count("\n", 0, bracket.start()) + 1
            raise AccountError([f"{path}:{line}: more than {DEEPEST} brackets are open at once"])


@cache
def _constructor() -> Any:
    """Leave dates as they are written, so that 2023-02-30 is one mistake among others and not the end."""
    from ruamel.yaml.constructor import RoundTripConstructor

    class WithoutDates(RoundTripConstructor):
        """Builds everything as usual, but dates as text."""

    def text_of(constructor: Any, node: Any) -> str:
        return str(constructor.construct_scalar(node))

    WithoutDates.add_constructor("tag:yaml.org,2002:timestamp", text_of)
    return WithoutDates


def _place(data: Any, where: Path_, path: Path) -> str:
    """Say on which line and in which column a part stands, or the nearest part around it."""
    line, column = 0, 0
    for step in where:
        try:
            marks = data.lc.data[step]
            data = data[step]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
        # Marks of a mapping's entry are (line, column) of the key, then of the value.
        line, column = marks[-2], marks[-1]
    return f"{path}:{line + 1}:{column + 1}"


def _spell(where: Sequence[str | int]) -> str:
    """Spell a place within a dict, such as reports[3].from."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return text.lstrip(".") or "account"
