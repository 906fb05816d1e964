"""The summary of a report: the least number of people killed, captured and injured, the day and the place.

`casualties` finds where a text says so of `people`, if it says that it is `happening`; `scenes` leaves out
what happened elsewhere; `summary` puts these together, with `days` and `places`. `told` knows where a text
tells how high a toll is.
"""

from addup.reading.tolls.summary import tolls

__all__ = ["tolls"]
