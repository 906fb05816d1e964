"""Time expressions: their words, their TIMEX3 type and value, and the days that they cover."""

from addup.reading.times.covering import begins_after, days_covered, opens_stretch
from addup.reading.times.dateline import reference_day
from addup.reading.times.find import find_times
from addup.reading.times.stretches import stretches

__all__ = ["begins_after", "days_covered", "find_times", "opens_stretch", "reference_day", "stretches"]
