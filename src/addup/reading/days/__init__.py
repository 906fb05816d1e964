"""Which days a figure covers.

`walk` goes through the amounts in the order of the text and has the order of the decisions. Each amount comes
to it as `told`: what it counts, its own days, and how it is told. `article` has the document with its times,
`dated` what every module here speaks of: days, with the words that say so.

A time of its own sentence: `own` chooses the nearest of those that bear on the figure; `bearing` tells which
do. It asks `clauses` (the clause of the time is joined to the figure's, or above it), `below` (it is below),
`against` (the time is that of a comparison or a maturity) and `tense`; `distance` tells how near a time is,
`after` what was so long before it.

Days that the article sets once: `incident` and `casualties`, `poll`, `vote`, `trading`, `results` of a firm,
`fiscal` years and budgets, the month of `data`, the day of the `lead`.

Days of other figures: `carried` from those before, `comparison` for amounts that others are held against
(`held` tells which they are), `headline` from the body. `timeless` figures are of no day, a `penalty` of the
day on which it was set. `rates` finds the unit of time of a rate.

The lists of words that only this step asks for are in `words.toml`.
"""

from addup.reading.days.dated import Dated
from addup.reading.days.rates import rate_of
from addup.reading.days.walk import date_figures

__all__ = ["Dated", "date_figures", "rate_of"]
