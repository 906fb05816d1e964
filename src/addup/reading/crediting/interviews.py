"""Who speaks in a printed interview: questions "Q:" are the outlet's, answers "A:" of whom it asks.

That is the person whom the text before the first question names most.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc, Span

from addup.reading.names import Names, Naming
from addup.reading.text import kept, text_of

_TURN = re.compile(r"^[ \t]*(?P<whose>[QA])[:.][ \t]+(?=\S)", re.MULTILINE)
_FEWEST = 2  # questions, and answers, that make an interview


def is_question(doc: Doc, index: int) -> bool:
    """Whether a token stands in a question of an interview."""
    turn = _turn_of(doc, index)
    return turn is not None and turn["whose"] == "Q"


def interviewed(doc: Doc, index: int, names: Names) -> Span | None:
    """Give the name of who gives the answer that a token stands in; None outside all, and of nobody named."""
    turn = _turn_of(doc, index)
    if turn is None or turn["whose"] == "Q":
        return None
    first = _turns(doc)[0].start()
    before = [
        naming for naming in names.namings if doc[naming.start].idx < first and naming.name.kind == "person"
    ]
    often = Counter(naming.name.full for naming in before)
    most = max(before, key=lambda naming: (often[naming.name.full], _is_full(doc, naming)), default=None)
    return doc[most.start : most.end] if most is not None else None


def _turn_of(doc: Doc, index: int) -> re.Match[str] | None:
    """Give the turn that a token stands in; the last one ends with its paragraph."""
    turns, place = _turns(doc), doc[index].idx
    turn = next((turn for turn in reversed(turns) if turn.end() <= place), None)
    if turn is None or (turn == turns[-1] and "\n" in text_of(doc)[turn.end() : place].strip()):
        return None
    return turn


def _turns(doc: Doc) -> list[re.Match[str]]:
    """Give the turns of the interview that a text is, looked for once; none where it is no interview."""
    known: dict[str, list[re.Match[str]]] = kept(doc, "turns")
    if "found" not in known:
        found = list(_TURN.finditer(text_of(doc)))
        often = Counter(turn["whose"] for turn in found)
        known["found"] = found if min(often["Q"], often["A"]) >= _FEWEST else []
    return known["found"]


def _is_full(doc: Doc, naming: Naming) -> bool:
    return doc[naming.start : naming.end].text == naming.name.full
