"""What an amount is of whose clause leaves its verb out: "food rose 9 percent and energy 21 percent".

English says a verb once for clauses that are alike (gapping; Quirk et al., A Comprehensive Grammar of the
English Language, 13.92). The parser mostly makes the second noun part of the first clause.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.amounts.brackets import bracket_around
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.frames import measuring_verbs
from addup.records import Amount

_JOINTS = frozenset({"and", "but", "while", ",", ";"})
_MOVED_TO = frozenset({"at", "by", "to"})
_IN_PHRASE = frozenset({"CD", "DT", "HYPH", "JJ", "NN", "NNP", "NNS", "PRP$", "VBG"})


def gapped(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the noun that stands where the subject before stood, right before an amount like the last one."""
    if amount.kind == "count":
        return None
    place = len(seen.amounts) - 1
    while place >= 0 and _is_aside(seen, seen.amounts[place], amount):
        place -= 1
    last = seen.amounts[place] if place >= 0 else None
    if last is None or (last.kind, last.unit) != (amount.kind, amount.unit):
        return None
    if last.span.end <= anchor.sent.start_char or not _is_moved(seen, place):
        return None
    behind, before = (grammar.span_of(seen.doc, one.span.start, one.span.end) for one in (last, amount))
    noun = _second_subject(seen.doc[behind.end : before.start])
    if noun is None or seen.nouns.is_time(noun):
        return None
    seen.gaps.add(len(seen.subjects))
    return seen.of(noun, anchor, holder=anchor)


def _is_aside(seen: Seen, before: Amount, amount: Amount) -> bool:
    """Whether brackets set the amount before apart: "profit rose to £4m (up 3%) and [sales] to £40m"."""
    bracket = bracket_around(seen.text, before.number.start)
    return bracket is not None and amount.span.start > bracket[1]


def _is_moved(seen: Seen, place: int) -> bool:
    """Whether an amount is how much its subject rose or fell, be it in a clause without the verb."""
    if place in seen.gaps:
        return True
    before = seen.subjects[place]
    verb = grammar.clause_head(before.anchor)
    if verb is None or verb.lemma_.lower() not in measuring_verbs():
        return False
    return before.noun is not None and before.noun == grammar.subject(verb)


def _second_subject(between: Span) -> Token | None:
    """Give the common noun that ends the words between two amounts, if it alone is a clause's subject."""
    joint = max((place for place, token in enumerate(between) if token.lower_ in _JOINTS), default=None)
    if joint is None or any(grammar.is_verb(token) and token.tag_ != "VBG" for token in between):
        return None
    phrase = between[joint + 1 :]
    if phrase and phrase[-1].lower_ in _MOVED_TO:
        phrase = phrase[:-1]
    if not phrase or phrase[-1].tag_ not in {"NN", "NNS"}:
        return None
    return phrase[-1] if all(token.tag_ in _IN_PHRASE for token in phrase) else None
