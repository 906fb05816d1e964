"""What casualties died of, where a report on one happening tells of another's as well."""

from __future__ import annotations

import re

from addup.grouping.nouns import happenings_in
from addup.grouping.patterns import phrase
from addup.grouping.subjects.families import Family
from addup.grouping.tables import table
from addup.records import Figure

DISEASE = "of disease"
"""The qualifier of those who died of a disease, in a report on something else."""

WAR = "of the war"
"""The qualifier of those whom a whole war killed, beside whom reports tell of one strike."""

_TOLL_OF_WAR = re.compile(
    r"\b(?:toll|number of (?:dead|deaths)) (?:of|from|in) (?:the|this|its) (?:[\w-]+ )?"
    r"(?:conflict|insurgency|offensive|uprising|war)\b[^.;]{0,40}$"
)
_LEAD = 250  # characters in which a report says what it is about
_OF = re.compile(r"[^.;:]{0,60}?\b(?:died|dead|dying|deaths?) (?:of|from) ([a-z ]{1,30})")
_STORM = re.compile(r"\b(?:[Cc]yclone|[Hh]urricane|[Ss]torm|[Tt]yphoon) ([A-Z][a-z]+)")
# Deaths that are told with the cases of a disease: "312 cases and 7 deaths".
_BESIDE_CASES = re.compile(
    r"\b(?:cases|infections)(?: \([^()]*\))?(?:,|,? and|,? with|,? including)\s+$", re.IGNORECASE
)


def causes_of(figure: Figure, text: str) -> frozenset[str]:
    """Name what the words before a number, or "of" behind it, say was the cause: "29 died of hunger"."""
    return frozenset(happenings_in(_words_for_cause(figure, text)))


def storms_of(figure: Figure, text: str) -> frozenset[str]:
    """Give the names of the storms that the words before a number name: "Typhoon Ina has killed 12"."""
    return frozenset(_STORM.findall(text, figure.sentence[0], figure.span.start))


def _words_for_cause(figure: Figure, text: str) -> str:
    of = _OF.match(text, figure.span.start, figure.sentence[1])
    return f"{text[figure.sentence[0] : figure.span.start]} {of[1] if of else ''}"


def of_war(figure: Figure, text: str, family: Family | None) -> str:
    """Say whether a toll is that of a whole war: "put the toll of the war at 39,820"; "" if not."""
    toll = family is not None and family.kind == "toll"
    told = toll and _TOLL_OF_WAR.search(text, figure.sentence[0], figure.span.start)
    return WAR if told else ""


def died_of_disease(figure: Figure, text: str, family: Family | None) -> str:
    """Say whether a death is of a disease while its report begins with another happening; "" if not.

    A bulletin on a flood gives the dead of the cholera in its camps beside those of the flood.
    """
    if family is None or family.name != "killed":
        return ""
    lead, disease = text[:_LEAD], phrase(*table("cues")["disease"]["words"])
    if disease.search(lead) or not set(happenings_in(lead)) - {"epidemic"}:
        return ""
    before = text[figure.sentence[0] : figure.span.start]
    told = _BESIDE_CASES.search(before) or disease.search(_words_for_cause(figure, text))
    return DISEASE if told else ""
