"""The days that the figures of a series bound, or why they bound nothing.

No day is invented. A toll is bound on the day on which it was known, never on the day of its event. A flow
whose beginning nobody tells counts from the earliest day named for what it is related to, if none of its
figures has a beginning; among dated figures it would speak of days that nobody named, and is left out. So
is a figure of an undated report among reports with days, and a rate beside which there are no days. Counts
of several reports that nobody tells the beginning of may have begun on different days: each of them is only
the least that the longest came to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from addup.account.arithmetic.clashing import falls_little
from addup.account.reported.as_of import KnownDays
from addup.grouping.subjects.families import family_of
from addup.grouping.subjects.kinds import is_result
from addup.grouping.subjects.repeats import conversions
from addup.grouping.subjects.things import sets_the_scene
from addup.grouping.subjects.timing import is_find
from addup.grouping.tables import table
from addup.records import Figure, Grouping, Member, Reading, Series
from addup.words import Interval, amount_meaning
from addup.words.conversions import in_unit, scale_of
from addup.words.hedges import last_unit

UNITS = ("day", "week", "month", "year")
BEFORE = "it is what the number was before"
AGAIN = "it says again what was counted before"
ROUNDED = "it says again in round figures what its report counts"
OF_CHANGE = "it is the pace of a change, not of all"
SHORTENED = "a headline, which leaves out the hedge that the report has"
STAYS_OPEN = "its days stay open"
NO_DAY_AT_ALL = "its report has no day"
NO_DAY = "nobody tells its day, and others of its series have theirs"
NO_BEGINNING = "nobody tells from when it counts, and others of its series have their days"
TAKEN_BACK = "it counts other days than the one before, and what was gained may have been lost"
REPEATS = "it repeats an amount in another unit"
OTHER_UNIT = "it is in another unit, which is not converted"
NO_UNIT = "it may be of a month or a week, as another of its series is"
_RATED = ("count", "money")
_BESIDE = timedelta(days=62)
"""So long before its report end days that a rate in it may be of."""


Key = tuple[str, str]
"""A figure, by its document and its own id."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure of a series with the days that it bounds; `why` says why it bounds nothing instead.

    Its amount is in the unit of the series, if that of the figure turns into it. `loose` says that another of
    the series was turned: whoever converted may have rounded either, so that neither is meant to its last
    digit.

    `least` says that only its lower end binds, `average` that a rate was so much on average: "nearly 230 a
    day on average" bounds no single day. `open` are the words of its time, where nobody can tell
    what days they mean.
    """

    member: Member
    first: date | None = None
    last: date | None = None
    why: str | None = None
    least: bool = False
    average: bool = False
    open: str | None = None
    loose: bool = False

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.member.figure

    @property
    def rate(self) -> bool:
        """Whether it is an amount per stretch of calendar time."""
        return self.figure.amount.per in UNITS and self.figure.amount.kind in _RATED

    @property
    def binds(self) -> bool:
        """Whether it has a place in the account."""
        return self.why is None

    @property
    def is_total(self) -> bool:
        """Whether it has a place in the account and is no rate."""
        return self.binds and not self.rate

    @property
    def is_endless(self) -> bool:
        """Whether it is a total that counts from a day that nobody tells."""
        return self.is_total and self.first is None


def place_all(grouping: Grouping) -> dict[str, list[Placed]]:
    """Place the figures of all series, by the names of the series."""
    known = {reading.document.id: KnownDays(reading) for reading in grouping.readings}
    many = len(grouping.readings) > 1
    repeats = _repeats_of(grouping.readings)
    return {
        series.name: _place_series(series, known, _repeated(series, repeats), many=many)
        for series in grouping.series
    }


def _repeats_of(readings: Sequence[Reading]) -> Mapping[Key, Key]:
    """Give the figures that repeat another one in another unit, each with that one."""

    def key(index: int, place: int) -> Key:
        return readings[index].document.id, readings[index].figures[place].id

    return {key(*at): key(at[0], before) for at, before in conversions(readings).items()}


def _repeated(series: Series, repeats: Mapping[Key, Key]) -> Set[Key]:
    """Give the figures of a series that repeat another one of it."""
    here = {(member.document, member.figure.id) for member in series.members}
    return {key for key in here & repeats.keys() if repeats[key] in here}


def _place_series(
    series: Series, known: Mapping[str, KnownDays], repeated: Set[Key], *, many: bool
) -> list[Placed]:
    first = series.members[0]
    if series.kind == "level" and known[first.document].is_constant(first.figure):
        return [Placed(member, why=_unfit(series, member.figure)) for member in series.members]
    placed = [
        Placed(member, why=REPEATS)
        if (member.document, member.figure.id) in repeated
        else _place(series, member, known[member.document])
        for member in series.members
    ]
    if any(one.binds and one.figure.amount.turned for one in placed):
        placed = [replace(one, loose=one.figure.amount.bound == "exact") for one in placed]
    placed = [
        replace(one, average=one.rate and known[one.member.document].is_average(one.figure)) for one in placed
    ]
    falls = _may_fall(series)
    placed = [
        replace(one, why=AGAIN)
        if one.binds and _says_again(one.member, placed[:index], known, falls=falls)
        else one
        for index, one in enumerate(placed)
    ]
    placed = _without_roundings(placed)
    placed = _left_out(placed, OF_CHANGE, lambda one: known[one.member.document].is_of_change(one.figure))
    beside = Counter(map(_sentence, series.members))
    placed = _left_out(
        placed, BEFORE, lambda one: _was_before(one.member, known[one.member.document], beside)
    )
    if many:
        placed = _left_out(placed, NO_DAY_AT_ALL, _is_undated)
    placed = _without_open(placed, series)
    if series.kind == "toll":
        placed = [replace(one, least=True) if is_find(one.figure) else one for one in placed]
        return _without_taken_back(placed, known, falls=falls)
    if series.kind == "flow":
        placed = _without_overlaps(placed) if is_result(series.counted) else placed
        placed = _begun_together(placed, known) if _counts_casualties(series) else placed
        if series.counted in table("nouns")["of_money"]["by_time"] and any(one.rate for one in placed):
            placed = _left_out(placed, NO_UNIT, lambda one: not one.rate)
        return _with_rates(_at_least(_without_endless(placed)), known)
    return placed


def _left_out(placed: Sequence[Placed], why: str, which: Callable[[Placed], bool]) -> list[Placed]:
    """Leave out some of those that bind, all for the same reason."""
    return [replace(one, why=why) if one.binds and which(one) else one for one in placed]


def _says_again(
    member: Member, before: Sequence[Placed], known: Mapping[str, KnownDays], *, falls: bool
) -> bool:
    """Tell whether a figure only speaks again of those that its report counted before, in as many.

    Of those who may be fewer by now, it may be another report: "one of the three survivors died".
    """
    ends = member.figure.amount.low, member.figure.amount.high
    return known[member.document].is_definite(member.figure) and any(
        one.binds
        and (falls or one.member.document == member.document)
        and ends == (one.figure.amount.low, one.figure.amount.high)
        for one in before
    )


def _without_roundings(placed: Sequence[Placed]) -> list[Placed]:
    """Leave out what is another figure of its own report in fewer digits."""
    reports: dict[str, dict[Fraction, Fraction]] = defaultdict(dict)
    for one in placed:
        if one.binds and (value := _exact(one)) is not None:
            reports[one.member.document][value] = last_unit(value)
    return _left_out(placed, ROUNDED, lambda one: _is_rounding(one, reports[one.member.document]))


def _is_rounding(one: Placed, units: Mapping[Fraction, Fraction]) -> bool:
    """Tell whether a figure is another one in fewer digits: 6.07 million of 6,074,100.

    `units` are those of the last digit of all numbers that its report tells.
    """
    value = _exact(one)
    if value is None:
        return False
    unit, meant = units[value], amount_meaning(one.figure.amount).charitable
    return any(finer < unit and meant.meets(Interval(other, other)) for other, finer in units.items())


def _exact(one: Placed) -> Fraction | None:
    """Give the number that a figure tells, None where it is no exact one."""
    amount = one.figure.amount
    return Fraction(str(amount.low)) if amount.bound == "exact" and amount.low is not None else None


def _was_before(member: Member, known: KnownDays, beside: Mapping[tuple[str, tuple[int, int]], int]) -> bool:
    """Tell whether a figure is what a number was before, said beside it or in a sentence of its own."""
    if beside[_sentence(member)] > 1:
        return known.is_former(member.figure)
    return len(beside) > 1 and known.is_told_earlier(member.figure)


def _sentence(member: Member) -> tuple[str, tuple[int, int]]:
    """Say in which sentence of which document a figure stands."""
    return member.document, member.figure.sentence


def _place(series: Series, member: Member, known: KnownDays) -> Placed:
    """Place one figure by itself."""
    figure = member.figure
    turned = replace(member, figure=in_unit(figure, scale_of(figure, series.unit)))
    why = _unfit(series, turned.figure)
    if why:
        return Placed(member, why=why)
    days = replace(_days(series, member, known), member=turned)
    period = figure.period
    unknown = days.last is None if period.first or series.kind == "toll" else not period.last
    if known.is_shortened(figure):
        return replace(days, why=SHORTENED)
    if figure.time is None or not unknown or known.is_until(figure):
        return days
    return replace(days, open=figure.time.text)


def _days(series: Series, member: Member, known: KnownDays) -> Placed:
    """Find the days that a figure bounds, as far as its text and its publication tell."""
    figure = member.figure
    period = known.days_of(figure)
    if series.kind == "flow":
        if figure.amount.per and not period.known:
            return Placed(member)
        last = period.last or known.of(figure)
        # A beginning after the day of the report ("since March", told in February) was not the one meant.
        if period.first and not known.is_until(figure) and (last is None or period.first <= last):
            return Placed(member, period.first, last)
        return Placed(member, None, known.of(figure))
    # A part of a level may be counted by what happened to it earlier: called up in autumn, present now.
    happened = family_of(series.event, series.counted)
    holds = series.kind == "level" and period.known and not (happened and happened.kind != "level")
    holds = holds and not known.is_of_telling(figure)
    day = period.last if holds else known.of(figure)
    return Placed(member, day, day)


def _unfit(series: Series, figure: Figure) -> str | None:
    """Say why no constraint can be made of a figure, whatever its days."""
    amount = figure.amount
    if sets_the_scene(figure):
        return "it sets the scene"
    if figure.change or (amount.low or 0) < 0:
        return "it is the size of a change, and the level is not told"
    if series.kind != "flow" and amount.per in UNITS and amount.kind in _RATED:
        return "it is a rate, and its series is none that adds up"
    if amount.unit != series.unit:
        return OTHER_UNIT
    vague = amount.worded and amount.kind == "count" and amount.low != amount.high
    if vague or (amount.low is None and amount.high is None):
        return "its words give no number"
    return None


def _is_undated(placed: Placed) -> bool:
    """Tell whether not even the day on which a total was known is known."""
    return placed.is_total and placed.last is None


def _may_fall(series: Series) -> bool:
    """Tell whether a toll may come down without a word: of the injured some die."""
    family = family_of(series.event, series.counted)
    return family is not None and family.name in table("verbs")["falling"]


def _without_taken_back(
    placed: Sequence[Placed], known: Mapping[str, KnownDays], *, falls: bool
) -> list[Placed]:
    """Leave out tolls that a later report of the same source, or of nobody in particular, takes back.

    Of those that may fall, a somewhat lower one needs no word for it. A lower toll beside the one before it
    takes that back whoever told it: "it had earlier put it at 412".
    """
    standing = [one for one in placed if one.binds]
    lowered = [one for one in standing if known[one.member.document].takes_back(one.figure)]
    former = [one for one in placed if one.why == BEFORE and any(_is_lower(other, one) for other in placed)]

    def is_taken_back(one: Placed) -> bool:
        fell = falls and any(_above(one, later) and _is_near(one, later) for later in standing)
        return (
            fell
            or any(_above(one, later) for later in lowered)
            or any(_repeats(late, one) for late in former)
        )

    return _left_out(placed, BEFORE, is_taken_back)


def _is_lower(one: Placed, former: Placed) -> bool:
    """Tell whether a toll that binds lies wholly below what its report says that it was before."""
    most, least = one.figure.amount.high, former.figure.amount.low
    known = most is not None and least is not None and most < least
    return known and one.binds and one.member.document == former.member.document


def _repeats(late: Placed, early: Placed) -> bool:
    """Tell whether a later report says again the toll that an earlier one gave, as "at least" or not."""
    said, once = ({one.figure.amount.low, one.figure.amount.high} - {None} for one in (late, early))
    later = late.last is not None and early.last is not None and early.last < late.last
    return later and bool(once) and once <= said


def _above(earlier: Placed, later: Placed) -> bool:
    """Tell whether an earlier toll lies wholly above a later one, and may be of its source."""
    least, most = earlier.figure.amount.low, later.figure.amount.high
    sources = {said.casefold() for one in (earlier, later) if (said := one.figure.said_by)}
    before = earlier.last is not None and later.last is not None and earlier.last < later.last
    return before and least is not None and most is not None and least > most and len(sources) < 2


def _is_near(earlier: Placed, later: Placed) -> bool:
    """Tell whether a toll fell by no more than a few, or by a small part."""
    least, most = earlier.figure.amount.low, later.figure.amount.high
    if least is None or most is None:
        return False
    return falls_little(Fraction(str(least)), Fraction(str(most)))


def _without_open(placed: Sequence[Placed], series: Series) -> list[Placed]:
    """Leave out what is of days that nobody can tell, beside figures that may be of other days.

    Figures of one series that are all undated in the same way, by the same words or by none, are of the same
    days. The words beside a toll mostly tell the day of its event, so that one without any goes with them.
    """
    placed = [_held_open(one) if one.binds and one.rate else one for one in placed]
    told = [one for one in placed if one.is_total]
    ways = {one.open.casefold() for one in told if one.open}
    dated, bare = (any(not one.open and bool(one.last) is known for one in told) for known in (True, False))
    if len(ways) + dated + (bare and series.kind != "toll") < 2 and not (dated and bare):
        return placed
    placed = [_held_open(one) if one.is_total else one for one in placed]
    return _left_out(placed, NO_DAY, _is_undated) if dated else placed


def _held_open(placed: Placed) -> Placed:
    """Leave out what has a time of which nobody can tell what days it means."""
    return replace(placed, why=f"{STAYS_OPEN}: “{placed.open}”") if placed.open else placed


def _counts_casualties(series: Series) -> bool:
    family = family_of(series.event, series.counted)
    return family is not None and family.kind == "toll"


def _begun_together(placed: Sequence[Placed], known: Mapping[str, KnownDays]) -> list[Placed]:
    """Let casualties that a report counts without any time begin when all others that it counts up to now do.

    "The outbreak has killed 59 since September. The minister said 41 had died": both speak of the outbreak.
    Those of one day, of last week or of this year are no beginning of what is told without a time.
    """
    begun: dict[str, set[date | None]] = {}
    for one in placed:
        if one.is_total and one.first:
            now = known[one.member.document].of(one.figure)
            begun.setdefault(one.member.document, set()).add(one.first if _runs_on(one, now) else None)
    return [
        replace(one, first=first)
        if one.is_endless
        and one.figure.time is None
        and (first := _only(begun.get(one.member.document, set()))) is not None
        else one
        for one in placed
    ]


def _runs_on(placed: Placed, now: date | None) -> bool:
    """Tell whether a count runs from a day up to that of the report, and no calendar began with it."""
    if placed.first is None or placed.last is None or now is None:
        return False
    calendar = (placed.first.month, placed.first.day) == (1, 1)
    return placed.first < placed.last and placed.last >= now and not calendar


def _only(days: set[date | None]) -> date | None:
    """Give the one day of a set, None where there are more."""
    return next(iter(days)) if len(days) == 1 else None


def _without_endless(placed: Sequence[Placed]) -> list[Placed]:
    """Leave out totals without a beginning beside totals with one."""
    begun = any(one.is_total and one.first for one in placed)
    return _left_out(placed, NO_BEGINNING, lambda one: one.is_endless) if begun else list(placed)


def _without_overlaps(placed: Sequence[Placed]) -> list[Placed]:
    """Leave out results of days that overlap those told before: a loss may have taken some back."""
    kept: list[Placed] = []
    result = []
    for one in placed:
        apart = all(
            (one.first, one.last) == (other.first, other.last) or not _overlap(one, other) for other in kept
        )
        if one.binds and apart:
            kept.append(one)
        result.append(one if apart or not one.binds else replace(one, why=TAKEN_BACK))
    return result


def _overlap(one: Placed, other: Placed) -> bool:
    """Tell whether two stretches of days have a day in common; those without an end or a beginning may."""
    return (not one.first or not other.last or one.first <= other.last) and (
        not other.first or not one.last or other.first <= one.last
    )


def _at_least(placed: Sequence[Placed]) -> list[Placed]:
    """Let totals of several reports that nobody tells the beginning of bind with their lower ends alone."""
    several = len({one.member.document for one in placed if one.is_endless}) > 1
    return [replace(one, least=True) if several and one.is_endless else one for one in placed]


def _with_rates(placed: Sequence[Placed], known: Mapping[str, KnownDays]) -> list[Placed]:
    """Let a rate without days hold for the days of the totals that its report gives beside it.

    Days long before the report are not those that it speaks of: "it costs 2 million a day; the last strike,
    in 2019, cost 9 million".
    """
    result = []
    for one in placed:
        if not (one.binds and one.rate and one.last is None):
            result.append(one)
            continue
        document = one.member.document
        first, last = hull(other for other in placed if other.member.document == document)
        told = known[document].of(one.figure)
        if first is None or last is None or (told is not None and told - last > _BESIDE):
            result.append(replace(one, why="a rate without days"))
        else:
            result.append(replace(one, first=first, last=last))
    return result


def hull(placed: Iterable[Placed]) -> tuple[date | None, date | None]:
    """Give the first and the last day of the figures that bind; None where none is known."""
    bound = [one for one in placed if one.binds]
    return (
        min((one.first for one in bound if one.first), default=None),
        max((one.last for one in bound if one.last), default=None),
    )


def begin(placed: Iterable[Placed], first: date) -> list[Placed]:
    """Let totals that count from an unknown day begin on a day."""
    return [
        replace(one, first=min(first, one.last)) if one.binds and one.first is None and one.last else one
        for one in placed
    ]
