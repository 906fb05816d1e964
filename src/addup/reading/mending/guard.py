"""No step of the mending leaves words that hang on each other in a circle: what walks up would never end.

A step sees the few words it knows of; where the parse is stranger than it thinks, what it hangs below a word
may be what that word hangs on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from spacy.attrs import DEP, HEAD, TAG
from spacy.tokens import Doc

Take: TypeAlias = Callable[..., Any]
"""What takes a step of the mending, called with it and what it needs; gives what the step gives."""

_MENDED = [HEAD, DEP, TAG]


def mend_without_circles(doc: Doc, mend: Callable[[Doc, Take], None]) -> None:
    """Mend a document; only where that made a circle, again, without each step that makes one.

    Hardly any text needs it, and to look at each step takes long.
    """
    before: Any = doc.to_array(_MENDED)
    mend(doc, _take)
    if has_circle(doc):
        doc.from_array(_MENDED, before)
        mend(doc, lambda step, *given: _take_unless_circle(doc, step, *given))
    for place in np.flatnonzero(_steps(doc) == 0).tolist():
        if doc[place].dep:  # else it is not parsed
            doc[place].dep_ = "ROOT"  # what walks up while a word is joined or the like ends here


def has_circle(doc: Doc) -> bool:
    """Whether words of a document hang on each other in a circle, under no root."""
    steps = _steps(doc)
    above = np.arange(len(doc)) + steps
    for _ in range(len(doc).bit_length()):  # each time twice as far up, so in the end past every root
        above = above[above]
    return bool((steps[above] != 0).any())


def _steps(doc: Doc) -> Any:
    """Give how far behind each word that is on which it hangs, 0 for a root."""
    return doc.to_array([HEAD]).astype(np.int64).reshape(-1)


def _take(step: Callable[..., Any], *given: Any) -> Any:
    return step(*given)


def _take_unless_circle(doc: Doc, step: Callable[..., Any], *given: Any) -> Any:
    before: Any = doc.to_array(_MENDED)
    result = step(*given)
    if has_circle(doc):
        doc.from_array(_MENDED, before)
        return None
    return result
