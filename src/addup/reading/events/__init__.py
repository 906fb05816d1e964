"""What happened to the thing counted, and whether a figure is the size of a change."""

from addup.reading.events.changes import change_of, changes_of
from addup.reading.events.find import event_of, events_of, number_done
from addup.reading.events.leads import lead_of
from addup.reading.events.naming import bare_verb, verb_name
from addup.reading.events.verbs import before_hedges, event_verb

__all__ = [
    "bare_verb",
    "before_hedges",
    "change_of",
    "changes_of",
    "event_of",
    "event_verb",
    "events_of",
    "lead_of",
    "number_done",
    "verb_name",
]
