"""How many figures of real articles change when only the form of the text does, and not its sense.

    python benchmarks/forms.py [FORM...]     each form, or those named; --list names them

Breaks lines at 70 columns, takes the commas out of numbers, puts "US$" for "$" and so on, reads the articles
as they are and so, and counts the figures that are lost or have another field. Nothing is annotated for it.
Takes the articles beside the project (`../shared`) whose times are annotated, and 100 of those whose
attributions are.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import alarms
from rich.progress import track

import addup

_FIELDS = ("low", "high", "bound", "kind", "unit", "counted", "event", "change")
_PLACED = ("from", "to", "place", "source", "stance")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = 100


@dataclass(frozen=True)
class Form:
    """A way to set a text otherwise: what to replace, and by what."""

    pattern: str
    instead: str | Callable[[re.Match[str]], str]

    def of(self, text: str) -> tuple[str, Callable[[int], int]]:
        """Give the text so, and where a character of the first stands in it."""
        pieces, starts, shifts, last, length = [], [0], [0], 0, 0
        for found in re.finditer(self.pattern, text):
            new = found.expand(self.instead) if isinstance(self.instead, str) else self.instead(found)
            pieces += [text[last : found.start()], new]
            length += found.start() - last + len(new)
            last = found.end()
            starts.append(last)
            shifts.append(length - last)
        return "".join([*pieces, text[last:]]), lambda place: place + shifts[bisect_right(starts, place) - 1]


FORMS: Mapping[str, Form] = {
    "lines broken at 70 columns": Form(r"(?=[^\n]{71})([^\n]{1,70}) (?=\S)", "\\1\n"),
    "no empty lines": Form(r"\n{2,}", "\n"),
    "paragraphs set in": Form(r"\n+(?=\S)", "\n    "),
    "no-break blanks": Form(r"(?<=\d) (?=[a-z])", "\u00a0"),
    "no commas in numbers": Form(r"(?<![\d,.$£€])(\d\d?),(\d{3})\b(?![,.]?\d)", r"\1\2"),
    "number words in digits": Form(
        rf"\b({'|'.join(_NUMBERS)})\b(?= [a-z]{{4,}}s\b)", lambda found: str(_NUMBERS.index(found[1]) + 2)
    ),
    "US$": Form(r"(?<![A-Z])\$(?=\d)", "US$"),
    "per cent": Form(r"\bpercent\b", "per cent"),
    "%": Form(r"(?<=\d) percent\b", "%"),
    "dashes": Form(r" ?--+ ?", "—"),
    "not": Form(r"\b(did|do|does|has|have|had|was|were|would|could|is|are)n[’']t\b", r"\1 not"),
}


def main() -> None:
    """Read, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("forms", nargs="*", metavar="FORM", choices=[[], *FORMS])
    parser.add_argument("--list", action="store_true", help="only name the forms")
    given = parser.parse_args()
    if given.list:
        print(*FORMS, sep="\n")
        return
    read = [(text, day, figures(text, day)) for text, day in track(list(texts()), "reading", transient=True)]
    for name in given.forms or FORMS:
        changed: Counter[str] = Counter()
        for text, day, before in track(read, name, transient=True):
            other, place = FORMS[name].of(text)
            if other != text:
                changed["figures"] += len(before)
                changed.update(differences(before, figures(other, day), place))
        told = ", ".join(f"{what} {count}" for what, count in changed.most_common() if what != "figures")
        print(f"{name}: {changed['figures']:,} figures; {told or 'none changed'}", flush=True)


def texts() -> Iterator[tuple[str, str]]:
    """Give the articles and their days of publication."""
    articles = list(alarms.articles())
    dated = [article for article in articles if "times" in article]
    others = [article for article in articles if "times" not in article]
    for article in [*dated, *Random(5).sample(others, _COUNT)]:
        yield article["text"], article["published"]


def figures(text: str, day: str) -> list[dict[str, Any]]:
    """Read the figures of a text."""
    return list(addup.read(text, published=day).to_dict()["figures"])


def differences(
    before: list[dict[str, Any]], after: list[dict[str, Any]], place: Callable[[int], int]
) -> Iterator[str]:
    """Give what differs: each field of a figure that is there still, "lost", and "new"."""
    left = {figure["number"]["start"]: figure for figure in after}
    for figure in before:
        start = place(figure["number"]["start"])
        found = next(
            (at for at in left if at <= start < left[at]["number"]["end"]), None
        )  # a sign of money may be part of either
        if found is None:
            yield "lost"
            continue
        same = left.pop(found)
        yield from (field for field in (*_FIELDS, *_PLACED) if _plain(figure[field]) != _plain(same[field]))
    yield from ("new" for _ in left)


def _plain(value: Any) -> Any:
    """Give a field without what forms may change in its words: blanks, quotation marks, dashes."""
    words = value["text"] if isinstance(value, dict) else value
    return re.sub(r"\W+", "", words.lower()) if isinstance(words, str) and not words[:1].isdigit() else words


if __name__ == "__main__":
    main()
