"""The forms of English verbs: "flee" is "flees", "fled" and "fleeing"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from addup.grouping.tables import table


@cache
def forms_of(verb: str) -> frozenset[str]:
    """Give all forms of a verb, itself among them."""
    return frozenset((*past_of(verb), *_other_forms(verb)))


@cache
def past_of(verb: str) -> tuple[str, ...]:
    """Give the past and the past participle of a verb, which mostly are one."""
    irregular = table("forms")["verb"].get(verb)
    if irregular:
        return tuple(form for form in irregular if not form.endswith("ing"))
    if verb.endswith("e"):
        return (f"{verb}d",)
    return (f"{verb[:-1]}ied",) if _ends_in_y(verb) else (f"{verb}ed",)


def _other_forms(verb: str) -> Iterator[str]:
    yield verb
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        yield f"{verb}es"
    else:
        yield f"{verb[:-1]}ies" if _ends_in_y(verb) else f"{verb}s"
    irregular = table("forms")["verb"].get(verb, ())
    doing = [form for form in irregular if form.endswith("ing")]
    silent = verb.endswith("e") and not verb.endswith("ee")
    yield from doing or [f"{verb[:-1]}ing" if silent else f"{verb}ing"]


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
