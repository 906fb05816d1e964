"""What each amount counts or measures: a noun of the text, or the noun that the text leaves out.

`find` asks for each amount the module of its kind: `counts`, `shares`, `money`, `measures`, `durations`,
`ages`. These share `subjects`, what was counted so far; `prices` and `pay`, what has a price and what people
get; `gaps`, clauses that leave their verb out; `clause`, what the verb says; `stakes`, what somebody has a
share of; `unsaid`, what goes without a noun.
"""

from addup.reading.counting.find import find_subjects
from addup.reading.counting.subjects import Subject

__all__ = ["Subject", "find_subjects"]
