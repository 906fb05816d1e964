"""What clashes by the words around figures that are told in two units: kilograms a head, and tonnes in all.

Whatever compares figures by their words asks for one unit. So reports that tell of one dimension in two units
are gone through once more, with all amounts of it in the unit that most of them have, and only what rests on
amounts of two units is kept: anything else was found, or was not, in the reports as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from addup.account.language.wording import conversion
from addup.grouping.subjects.repeats import conversions
from addup.records import Figure, Finding, Grouping, Reading, Series
from addup.words.conversions import Scale, in_unit, scale_of

Find = Callable[[Grouping], Iterable[Finding]]


def of_two_units(grouping: Grouping, finders: Iterable[Find]) -> Iterator[Finding]:
    """Give what some finders find of figures in two units that turn into each other."""
    turned = _in_one_unit(grouping)
    if not turned.readings:
        return
    figures = {
        (reading.document.id, figure.span.start): figure
        for reading in turned.readings
        for figure in reading.figures
    }
    for find in finders:
        for finding in find(turned):
            places = ((piece.document, piece.start) for piece in finding.evidence)
            told = list(_of_two(list(dict.fromkeys(figures[place] for place in places if place in figures))))
            if told:
                yield _with(finding, told)


def _in_one_unit(grouping: Grouping) -> Grouping:
    """Keep the reports that tell of a dimension of which there are two units, with one of them for all.

    What only repeats an amount in another unit would be two amounts then, and is left out.
    """
    repeats = conversions(grouping.readings)
    told = [
        [figure for place, figure in enumerate(reading.figures) if (index, place) not in repeats]
        for index, reading in enumerate(grouping.readings)
    ]
    scales = [scale for figures in told for figure in figures if (scale := scale_of(figure))]
    units = _units(scales)
    readings = tuple(
        _turned(reading, figures, units)
        for reading, figures in zip(grouping.readings, told, strict=True)
        if any((scale := scale_of(figure)) and scale.dimension in units for figure in figures)
    )
    return replace(grouping, readings=readings, series=tuple(_within(readings, grouping.series)))


def _within(readings: Iterable[Reading], every: Iterable[Series]) -> Iterator[Series]:
    """Give series with the members that some reports have."""
    kept = {reading.document.id for reading in readings}
    for series in every:
        if members := tuple(member for member in series.members if member.document in kept):
            yield replace(series, members=members)


def _units(scales: Sequence[Scale]) -> Mapping[str, Scale]:
    """Give for each dimension told in several units the one that most amounts have; of as many the first."""
    counts = Counter(scales)
    several = {scale.dimension for scale in counts if any(_are_two(scale, other) for other in counts)}
    often = sorted(counts, key=lambda scale: -counts[scale])
    return {
        dimension: next(scale for scale in often if scale.dimension == dimension) for dimension in several
    }


def _are_two(one: Scale, other: Scale) -> bool:
    return one.dimension == other.dimension and one.unit != other.unit


def _turned(reading: Reading, figures: Iterable[Figure], units: Mapping[str, Scale]) -> Reading:
    return replace(
        reading,
        figures=tuple(
            in_unit(figure, units.get(scale.dimension)) if (scale := scale_of(figure)) else figure
            for figure in figures
        ),
    )


def _of_two(figures: Sequence[Figure]) -> Iterator[str]:
    """Write the conversions of figures that came from two units; nothing where all came from one."""
    for figure in figures:
        amount = figure.amount
        said = {
            (one.amount.turned.said if one.amount.turned else one.amount).unit
            for one in figures
            if one.amount.unit == amount.unit
        }
        written = conversion(amount)
        if written and len(said) > 1:
            yield written


def _with(finding: Finding, told: Sequence[str]) -> Finding:
    """Show in a finding what its amounts were turned into."""
    told = list(dict.fromkeys(told))
    return replace(
        finding,
        text=f"{'; '.join((finding.text.removesuffix('.'), *told))}.",
        rows=(*finding.rows, *told),
    )
