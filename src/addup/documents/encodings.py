"""Which encoding of one byte a letter a text is in: the one in which its names are words."""

from __future__ import annotations

import codecs
import re
from functools import cache
from itertools import pairwise
from unicodedata import category
from unicodedata import name as name_of

from addup.tables import table

LOST = "\ufffd"
"""What stands for a letter that some program could not read."""
_BETTER = 2
"""How many languages fewer another encoding must need: a text may well name people of two countries."""
_FOREIGN = re.compile(rb"[\x21-\xff]*[\x80-\xff][\x21-\xff]*")
_WORDS = re.compile(r"[^\W\d_]+")
_QUOTES_AND_DASHES = "“”‘’„‚«»‹›–—…•·\u00a0\u00ad"
_NEARLY_ALL = 0.8
_DOT = "\u0307"  # what is left of "İ" in small letters
_LONE = "ÀÁÉÓÖÅ"
_OPENING = "„‚"
# Signs that stand beside numbers; after a letter in "km²" and "A€", before one in "£m" and "©Reuters".
_SIGN_IN_PLACE = re.compile(
    r"(?<![^\W\d_])[€£¥¢](?![^\W\d_])|[€£¥¢](?=(?:m|bn|k|tn)\b)|(?:(?<![^\W\d_])|\b[A-Z]{1,3})[€£¥¢](?=[\d.,])"
    r"|(?<=\d)[°ºª½¼¾²³¹]|(?<![^\W_])[½¼¾]|\b(?:[ckm]?m|ft|mi|in|CO)[²³]|[±×÷§¶†‡¿¡](?![^\W\d_])|[¿¡]"
    r"|[®™]|(?<![^\W\d_])©(?=[A-Z][a-z]|\W|$)|µ|‰"
)


def told_by_words(data: bytes, further: str | None = None) -> tuple[str, int]:
    """Give the encoding in which most words of a text can be words, and in how many none can.

    A word is of one script, its capitals stand where capitals may, and its letters are those of one language:
    "Dvořák" and "Lefèvre" are, "Dvoøák" and "Lefčvre" with an "ï" further on are not. `further` names one
    more encoding to be tried last.
    """
    told = sorted(set(_FOREIGN.findall(data)))
    encodings = [*table(__package__, "encodings")["encodings"]["tried"], *([further] if further else [])]
    first = best = encodings[0]
    least = _oddities(told, best)
    for encoding in encodings[1:]:
        odd, languages = _oddities(told, encoding)
        fewer = languages <= least[1] - _BETTER if best == first else languages < least[1]
        if odd < least[0] or (odd == least[0] and fewer):
            best, least = encoding, (odd, languages)
    return best, least[0]


@cache
def taken_for(declared: str) -> str:
    """Give the encoding that is meant where one is declared: "iso-8859-1" nearly always is Windows's.

    Raises:
        LookupError: there is none of that name.
    """
    meant: str = table(__package__, "encodings")["taken_for"].get(codecs.lookup(declared).name, declared)
    return meant


def _oddities(told: list[bytes], encoding: str) -> tuple[int, int]:
    """Count the pieces of a text that are no words in an encoding, and the languages that the others need."""
    odd = 0
    spoken: list[frozenset[str]] = []
    for piece in told:
        text = _SIGN_IN_PLACE.sub("", piece.decode(encoding, "replace"))
        words = [word for word in _WORDS.findall(text) if not word.isascii()]
        languages = [_languages(word, encoding) for word in words]
        if _has_odd_sign(text) or not all(languages) or not all(map(_is_written, words)):
            odd += 1
        else:
            spoken += languages
    return odd, _fewest(spoken)


def _has_odd_sign(text: str) -> bool:
    """Whether a piece still holds what stands in no text, or not there: "Micha³", "£ódŸ"."""
    if any(one in _OPENING and before.isalpha() for before, one in pairwise(text)):
        return True
    return any(
        one > "\x7f" and one not in _QUOTES_AND_DASHES and (one in "ªº" or not one.isalpha()) for one in text
    )


def _is_written(word: str) -> bool:
    """Whether capitals stand at the beginning alone, or all along; alone stand the words "À", "É", "Ó"."""
    if len(word) == 1 and word.isupper():
        return word in _LONE
    return word.isupper() or word.islower() or word.istitle() or not any(map(_is_cased, word))


def _is_cased(letter: str) -> bool:
    return category(letter) in {"Lu", "Ll"}


def _languages(word: str, encoding: str) -> frozenset[str]:
    """Give the languages, or the script, in which a word can be; none where it can be in none."""
    scripts = {name_of(letter, "").partition(" ")[0] for letter in word}
    if scripts != {"LATIN"}:
        return frozenset(scripts) if len(scripts) == 1 else frozenset()
    foreign = {letter for letter in word.lower() if letter > "\x7f"} - {_DOT}
    return frozenset(language for language, letters in _alphabets(encoding).items() if foreign <= letters)


@cache
def _alphabets(encoding: str) -> dict[str, frozenset[str]]:
    """Give the letters of the languages that an encoding was made for: nearly all of theirs are in it."""
    rows = {name: row for name, row in table(__package__, "encodings")["letters"].items() if name != "origin"}
    return {
        language: frozenset(letters)
        for language, letters in rows.items()
        if len(letters.encode(encoding, "ignore").decode(encoding)) >= _NEARLY_ALL * len(letters)
    }


def _fewest(spoken: list[frozenset[str]]) -> int:
    """Count languages that words need together, taking the one of most words first."""
    needed = 0
    while spoken:
        most = max(sorted(frozenset().union(*spoken)), key=lambda one: sum(one in each for each in spoken))
        spoken = [each for each in spoken if most not in each]
        needed += 1
    return needed
