"""Days, amounts and counts in words for people. Every view of a report takes its words from here."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, timedelta
from fractions import Fraction

from addup.account import Answer
from addup.records import Document, Figure, Period, Reading
from addup.words import Convention, Interval, figure_meaning

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LONG = 60
"""Days from which a period that lasts until today is best told by its beginning."""
ISO_DAY = r"\d{4}-\d{2}-\d{2}"
ITSELF = "the report itself"
KINDS = {
    "count": "a count of things or people",
    "money": "an amount of money",
    "share": "a share of a whole",
    "measure": "a measure",
    "duration": "a length of time",
    "age": "an age",
}
STANCES = {
    "stated": "stated",
    "expected": "expected, not yet so",
    "denied": "denied",
    "supposed": "supposed, not stated as a fact",
}
ADVERBS = {
    "day": ("daily",),
    "week": ("weekly",),
    "month": ("monthly",),
    "year": ("yearly", "annual", "annually"),
}
UNREAD = "not understood"
PLURALS = {"phone": "phone numbers", "address": "addresses"}
TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")


def plain(text: str) -> str:
    """Bring words onto one line and drop what could steer a terminal or turn the reading direction."""
    kept = (" " if char.isspace() else char for char in text if char.isspace() or not _steers(char))
    return " ".join("".join(kept).split())


def _steers(char: str) -> bool:
    """Whether a character is a control code, half a surrogate pair, or turns the direction of writing."""
    return (
        unicodedata.category(char) in {"Cc", "Cs"}
        or char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        or ("\u2066" <= char <= "\u2069")
    )


def day(when: date, *, year: bool = True, full: bool = False) -> str:
    """Write a day: "22 Mar 2024", without the year "22 Mar", in full "22 March 2024"."""
    month = MONTHS[when.month - 1]
    return f"{when.day} {month if full else month[:3]}{f' {when.year}' if year else ''}"


def period(span: Period, *, published: date | None = None, words: str = "") -> str:
    """Write the days covered: "since 1 Jan 2024", "25 Mar to 3 Apr", "Sep to Nov 2022"; "" if unknown.

    Days up to the day of publication are told as "since" if `words`, those of the text, say so, or if there
    are many of them. The year is left out of a range within the year of publication.
    """
    first, last = span.first, span.last
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else ""
    if first == last:
        return day(first)
    since = re.match(r"(ever )?since\b", words.strip(), re.IGNORECASE) or (last - first).days >= LONG
    if last == published and since:
        return f"since {day(first)}"
    return _whole_months(first, last) or _range(first, last, published)


def _whole_months(first: date, last: date) -> str:
    """Write whole years and months by their names, "" if a month is cut."""
    if first.day != 1 or (last + timedelta(days=1) if last < date.max else date.min).day != 1:
        return ""
    begin, end = MONTHS[first.month - 1][:3], MONTHS[last.month - 1][:3]
    if (begin, end) == ("Jan", "Dec"):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.year != last.year:
        return f"{begin} {first.year} to {end} {last.year}"
    return f"{begin} {last.year}" if begin == end else f"{begin} to {end} {last.year}"


def _range(first: date, last: date, published: date | None) -> str:
    same_year = first.year == last.year
    now = published is not None and published.year == last.year
    if same_year and first.month == last.month:
        return f"{first.day} to {day(last, year=not now)}"
    return f"{day(first, year=not same_year)} to {day(last, year=not (now and same_year))}"


def figure_days(figure: Figure, published: date | None) -> str:
    """Write when a figure holds; "on any day" and the like for a bound on every unit of a rate.

    Where the days are not known, the words of the text stand in quotes.
    """
    days = period(figure.period, published=published, words=figure.time.text if figure.time else "")
    if not days and figure.time:
        return f"“{plain(figure.time.text)}”"
    if not days and figure.amount.per and figure.amount.bound in ("min", "max"):
        return f"on any {figure.amount.per}" if figure.amount.per == "day" else f"in any {figure.amount.per}"
    return days


def said(figure: Figure) -> str:
    """Give the amount as it was said, with its rate where the words of the rate stand elsewhere."""
    return _with_rate(figure, figure.amount.span.text)


def said_in_full(figure: Figure) -> str:
    """Give the figure as it was said, with what is counted."""
    return _with_rate(figure, figure.span.text)


def said_alone(figure: Figure) -> str:
    """Give the figure as it was said, and its series where its own words do not tell what it is about."""
    text = said_in_full(figure)
    name = re.sub(r" \(\d+\)$", "", plain(figure.series or "")).split(",")[0]
    told = all(word in text.casefold() for word in name.casefold().split())
    return text if told else f"{text} ({name})"


def _with_rate(figure: Figure, text: str) -> str:
    per = figure.amount.per
    names = (per, *ADVERBS.get(per, ())) if per else ()
    if per is None or any(re.search(rf"\b{re.escape(name)}", text, re.IGNORECASE) for name in names):
        return plain(text)
    return plain(f"{text} {'an' if per[0] in 'aeiou' else 'a'} {per}")


def number(value: float | Fraction) -> str:
    """Write a number as people do: "15,000", "2.5 million", "1,012.05"; never more than needed."""
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(exact) >= size and (exact * 100 / size).denominator == 1:
            return f"{_digits(exact / size)} {name}"
    return _digits(exact)


def _digits(value: Fraction) -> str:
    if value.denominator == 1:
        text = f"{int(value):,}"
    elif abs(value) < Fraction(1, 100):
        text = f"{float(value):.2g}"
    else:
        text = f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−", 1) if text.startswith("-") else text


def quantity(value: float | Fraction, unit: str | None) -> str:
    """Write a number with its unit: "1.5 million USD", "22 years", "40 %"."""
    if unit in TIMES and value != 1:
        unit = "centuries" if unit == "century" else f"{unit}s"
    return f"{number(value)} {plain(unit)}" if unit else number(value)


def interval(ends: Interval, unit: str | None = None) -> str:
    """Write what an interval allows: "exactly 144", "144 or more", "at most 1,700", "2 to 20"."""
    if ends.low is None and ends.high is None:
        return "any amount"
    if ends.high is None:
        return f"{quantity(ends.low or 0, unit)} or more"
    if not ends.low:
        return f"at most {quantity(ends.high, unit)}"
    if ends.low == ends.high:
        return f"exactly {quantity(ends.low, unit)}"
    return f"{number(ends.low)} to {quantity(ends.high, unit)}"


def drawn_interval(figure: Figure, *, convention: Convention = "plain") -> Interval:
    """Give the interval to draw: the widest that the words allow, of vague words what most readers take.

    At its widest "dozens" is 12 to 240, and would press everything else in a chart to the floor.
    """
    widest, sharp = _meaning(figure, convention)
    return sharp if figure.amount.bound == "vague" else widest


def commits(figure: Figure, *, convention: Convention = "plain") -> str:
    """Say what a figure's words commit to, at their widest and as an ordinary reader takes them."""
    widest, sharp = _meaning(figure, convention)
    unit = figure.amount.unit
    text = (
        interval(widest, unit)
        if widest == sharp
        else (f"{interval(widest, unit)} at the widest, {interval(sharp, unit)} as most readers take it")
    )
    return f"{text}, for each {figure.amount.per}" if figure.amount.per else text


def _meaning(figure: Figure, convention: Convention) -> tuple[Interval, Interval]:
    """Give both readings of a figure. A count of whole things is shown in whole things."""
    amount = figure.amount
    meaning = figure_meaning(
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit,
        hedge=amount.hedge,
        number=amount.number.text,
        convention=convention,
    )
    if amount.kind != "count" or amount.per:
        return meaning.charitable, meaning.sharp
    return _whole(meaning.charitable), _whole(meaning.sharp)


def _whole(ends: Interval) -> Interval:
    low = None if ends.low is None else Fraction(math.ceil(ends.low))
    high = None if ends.high is None else Fraction(math.floor(ends.high))
    return ends if low is not None and high is not None and low > high else Interval(low, high)


def source(figure: Figure) -> str:
    """Name who gives a figure: the name, else the words of the text, else the report itself."""
    if figure.source is None:
        return ITSELF
    # "The police" begins one sentence and "the police" stands in another
    name = plain(figure.source.name or figure.source.text)
    return re.sub(r"^(The|A|An) ", lambda article: article[0].lower(), name) or ITSELF


def sources(reading: Reading) -> tuple[str, ...]:
    """Name the sources of a reading's figures, in the order in which they appear."""
    return tuple(dict.fromkeys(source(figure) for figure in reading.figures))


def count(amount: int, noun: str) -> str:
    """Write a count with its noun: "1 rank", "4 dates", "no figures"."""
    many = noun if amount == 1 else PLURALS.get(noun, f"{noun}s")
    return f"{amount or 'no'} {many}"


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def formula(text: str) -> str:
    """Write a relation or a question of the account language with the signs and days that people use."""
    text = plain(text).replace("<=", "≤").replace(">=", "≥").replace(" - ", " − ")
    text = re.sub(
        rf" ({ISO_DAY})\.\.({ISO_DAY})", lambda days: f" ({_iso(days[1])} to {_iso(days[2])})", text
    )
    return re.sub(rf"@({ISO_DAY})", lambda days: f" ({_iso(days[1])})", text)


def days(text: str) -> str:
    """Write the ISO days of a text as people do."""
    return re.sub(rf"(?<![\w-]){ISO_DAY}(?![\w-])", lambda on: _iso(on[0]), text)


def _iso(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def answer(given: Answer) -> str:
    """Write the bounds of something asked."""
    ends = (None if end is None else Fraction(str(end)) for end in (given.low, given.high))
    return f"{formula(given.ask)}: {interval(Interval(*ends))}"


def join(parts: list[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def coverage(reading: Reading) -> str:
    """Say in one line how many numbers became figures, and what became of the rest."""
    reasons: dict[str, int] = {}
    for skipped in reading.coverage.skipped:
        reasons[skipped.why] = reasons.get(skipped.why, 0) + 1
    unread = reasons.pop(UNREAD, 0)
    figures = count(len(reading.figures), "figure")
    if reading.figures:
        figures += f" from {count(len(sources(reading)), 'source')}"
    left_out = join([count(amount, plain(why)) for why, amount in reasons.items()])
    parts = (
        figures,
        f"{left_out} left out" if left_out else "nothing left out",
        f"{count(unread, 'number')} not understood" if unread else "nothing unread",
    )
    return " · ".join(parts)


def published(reading: Reading) -> str:
    """Say when the document was published and how that was found, or what its figures tell about it."""
    document = reading.document
    if document.published is not None:
        how = how_found(document, "published")
        return f"published {day(document.published, full=True)}" + (f" ({how})" if how else "")
    latest = latest_day(reading)
    if latest is None:
        return "day of publication not known"
    return f"day of publication not known; not before {day(latest, full=True)}, the latest day that it names"


def how_found(document: Document, what: str) -> str:
    """Say how a field of the document was found ("given", "html meta"), "" if nobody noted it."""
    return plain(document.found.get(what, ""))


def latest_day(reading: Reading) -> date | None:
    """Give the latest day on which something stated had begun: the report cannot be older."""
    begun = [figure.period.first for figure in reading.figures if figure.stance == "stated"]
    return max((first for first in (*begun, reading.tolls.day) if first is not None), default=None)


def title(document: Document) -> str:
    """Give the title of a document, or else its address, or else its id."""
    return plain(document.title or "") or plain(document.address or "") or plain(document.id) or "untitled"
