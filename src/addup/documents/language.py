"""Which language a text is in; addup reads English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from addup.errors import DocumentError

READ = "en"

# Short texts tell little of their language: "Two dozen dead" could be German for all that its letters
# show. A text is refused only if it has at least so many letters, and the best guess is so many times
# likelier than English.
LETTERS = 10
CLEARLY = 50
# Words of grammar that English shares with no other written language. Every tenth word of a report is one
# of them; where every twentieth is, and not always the same one (as in the name of a band), the identifier,
# which takes half a second to load, need not be asked.
_ENGLISH = frozenset({"the", "and", "that", "with", "from", "were", "said", "been"})
_WORD = re.compile(r"[^\W\d_]+")
_DIFFERENT, _SHARE = 3, 0.05
# The beginning tells the language of a report, mostly its first lines; reading on would only cost time.
_MOSTLY, _ENOUGH = 1000, 5000


def require_english(text: str, *, name: str) -> tuple[str, str]:
    """Give the language of a text and how it was found, or refuse the text.

    Raises:
        DocumentError: the text is clearly in another language.
    """
    beginning = text[:_ENOUGH]
    if _is_plainly_english(text[:_MOSTLY]) or _is_plainly_english(beginning):
        return READ, "text"
    ranked: list[tuple[str, float]] = _identifier().rank(beginning)
    best, likelihood = ranked[0]
    if best == READ:
        return READ, "text"
    if likelihood > CLEARLY * dict(ranked)[READ] and sum(map(str.isalpha, text)) >= LETTERS:
        raise DocumentError(f"{name} is in {_language_name(best)}: addup reads English only.")
    return READ, "supposed (its words do not tell)"


def _is_plainly_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    grammar = [word for word in words if word in _ENGLISH]
    return len(set(grammar)) >= _DIFFERENT and len(grammar) >= _SHARE * len(words)


def _language_name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, f"another language ({code})"))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
