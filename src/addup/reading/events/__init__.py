"""What happened to the thing counted, and whether a figure is the size of a change.

`together` gives the events of all figures of a text, `find` that of one: what its own words state (`stated`,
with `leads` and `moves`), else the verb of its clause (`verbs`, with `states`, `actions`, `told` and
`causing`) if that is told of it (`beyond`), or what a toll (`casualties`) or a number of
people tells (`numbers`) or those asked answer (`answers`). `naming` names an event, `changes`
tells changes up and down, `gapped` the clauses whose verb is said once.
"""

from addup.reading.events.actions import before_hedges
from addup.reading.events.changes import change_of, changes_of
from addup.reading.events.find import event_of
from addup.reading.events.gapped import gapped_noun
from addup.reading.events.leads import is_side_of_result, lead_of
from addup.reading.events.naming import bare_verb, verb_name
from addup.reading.events.numbers import number_done, number_told, state_of_number
from addup.reading.events.together import events_of
from addup.reading.events.verbs import event_verb

__all__ = [
    "bare_verb",
    "before_hedges",
    "change_of",
    "changes_of",
    "event_of",
    "event_verb",
    "events_of",
    "gapped_noun",
    "is_side_of_result",
    "lead_of",
    "number_done",
    "number_told",
    "state_of_number",
    "verb_name",
]
