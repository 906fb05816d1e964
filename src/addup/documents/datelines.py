"""Lines that say where, when and for whom a report was written: "GENEVA, August 7 (Reuters) --"."""

from __future__ import annotations

import re
from functools import lru_cache

from addup.documents.dates import DATE, WEEKDAY

_HEAD = 800

# A place in capitals, what it is part of, and a bracket or a dash: "KABUL, Afghanistan (Nov. 22, 2010)",
# "NEWARK, N.J. _". Some pages print it in the middle of a line, behind the writer's name.
_WITH_MARK = re.compile(
    r"""(?:^|(?<=\s))[A-Z][A-Z'’.-]{2,}(?:[ ][A-Z][A-Z'’.-]+)*(?:,[ ]?[A-Z][\w'’.]*(?:[ ][\w'’.]+){0,2}){0,2}
    (?:[ ]?\([A-Z][^()\n]{1,30}\)[ ]?(?:[-–—_]{1,2}\s)?|[ ](?:--?|[–—_])[ ])\s*(?=[A-Z"“‘'])""",
    re.MULTILINE | re.VERBOSE,
)
# Such a line without any mark behind it, as pages print it: a word in capitals and then one that begins a
# sentence, which no name goes on with ("COLOMBO More than 150 people").
_WITHOUT_MARK = re.compile(
    r"""^[A-Z][A-Z'’.-]{2,}(?:[ ][A-Z][A-Z'’.-]+)*(?:,[ ]?[A-Z][\w'’.]*(?:[ ][\w'’.]+)?)?[ ]
    (?=(?:A|After|All|Almost|An|As|At|Dozens|During|Four|Five|For|From|Hundreds|In|Less|More|Nearly|On|One|Over
    |Scores|Seven|Several|Six|Some|Ten|The|These|This|Thousands|Three|Two|Up|When|While|With)[ ])""",
    re.MULTILINE | re.VERBOSE,
)
# As agencies of relief and rights have it, with the whole day and the place in any letters: "(Geneva, May 7,
# 2024) –", "Beirut, Lebanon, 7 May 2024:", "7 May 2024, Juba/Nairobi –", "May 7, 2024 – GENEVA –".
_PLACE = (
    r"(?-i:(?!(?:After|At|Before|By|Despite|During|For|From|In|On|Since|The|Until)\b)"
    r"[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]*){0,3})"
)
_PLACES = rf"{_PLACE}(?:,\s+{_PLACE}){{0,2}}"
_MARK = r"\s*(?:[–—:]|--?\s|_\s)\s*"
DATED = (
    re.compile(rf"[ \t]*\(?{_PLACES}\s*[,(–—-]\s*{WEEKDAY}{DATE}\)?{_MARK}", re.IGNORECASE),
    re.compile(rf"[ \t]*{WEEKDAY}{DATE}\s*[,|(–—-]\s*{_PLACES}\)?{_MARK}", re.IGNORECASE),
)
# With the agency in brackets and a dash, wherever in the text: several reports may stand in one.
_CREDITED = re.compile(
    r"^[^\S\n]*[A-Z][A-Z'’. -]+(?:,[^()\n]{1,40})?\s*\([^()\n]{2,40}\)\s*[-–—_]{1,2}", re.MULTILINE
)


@lru_cache(maxsize=2)  # asked again by several parts of reading
def dateline(text: str) -> tuple[int, int] | None:
    """Where the line begins and ends that says where and when a report was written; None without one."""
    head = text[:_HEAD]
    found = _WITH_MARK.search(head) or _WITHOUT_MARK.search(head) or _dated(head)
    return found.span() if found else None


def credited_lines(text: str) -> list[tuple[int, int]]:
    """Where the lines begin and end that say for which agency a report was written, in order."""
    return [found.span() for found in _CREDITED.finditer(text)]


def _dated(head: str) -> re.Match[str] | None:
    starts = [0, *(line.end() for line in re.finditer(r"\n\s*", head))]
    found = (pattern.match(head, start) for start in starts for pattern in DATED)
    return next((match for match in found if match), None)
