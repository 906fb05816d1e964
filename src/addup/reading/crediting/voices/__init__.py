"""Who speaks where in an article: the clauses and phrases that report, and the words that each covers.

"The ministry said that 40 had died", "40 had died, the ministry said", "according to the ministry, 40 had
died", "a poll shows 40 percent", "the firm announced a loss of $40 million", "as compiled by the exchange".

`find` gives all of a text: those by a verb (`verbs`), by a noun (`nouns`), by "according to" (`according`),
by any verb beside a quotation (`beside_quotations`).
Of a verb `speakers` tells who speaks, `conditions` what else it needs to report a number, and `contents` what
it covers. `voice` is what they hand on, `spans` puts what is covered together.
"""

from addup.reading.crediting.voices.conditions import awaits_amount, foresees, is_body, is_doer, is_negated
from addup.reading.crediting.voices.contents import is_when_told
from addup.reading.crediting.voices.find import find_voices
from addup.reading.crediting.voices.speakers import is_one_of
from addup.reading.crediting.voices.voice import (
    Voice,
    before,
    begins_right_behind,
    between,
    leads_to_speech,
    only_calls,
)

__all__ = [
    "Voice",
    "awaits_amount",
    "before",
    "begins_right_behind",
    "between",
    "find_voices",
    "foresees",
    "is_body",
    "is_doer",
    "is_negated",
    "is_one_of",
    "is_when_told",
    "leads_to_speech",
    "only_calls",
]
