"""The noun that stands beside a count."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.amounts.tables import table
from addup.reading.counting.counts.before import FAR
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.frames import hyphen_noun, words
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.behind import noun_behind, plural_behind
from addup.reading.nouns.counted import supplied
from addup.reading.nouns.people import is_person
from addup.reading.nouns.phrases import head_of_phrase_at
from addup.reading.nouns.plurals import singular
from addup.reading.nouns.said_of import noun_complement, noun_modified
from addup.records import Amount, Counted

# "another player or two", "a name or two"
_OR_SO_MANY = re.compile(r"\b(?:an?|another|one|the)\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\sor\s$", re.IGNORECASE)
_MORE_OF = re.compile(r" (?:more|others?) of (?:(?:the|its|their|his|her|our) )?(?:[\w.]+['’]s? )?")
_OUTNUMBER = re.compile(
    r"\b(?P<more>[A-Za-z]+)(?: (?:at|in|on) (?:the )?(?:[A-Z][a-z]+ ?){1,3}(?<! ))?"
    r" (?:outnumber|outpace|outstrip)\w* (?P<fewer>[a-z]+),? (?:by )?"
    r"(?P<first>[\d,]*\d) to (?P<second>[\d,]*\d)"
)
_BAND_OF = re.compile(r"\b([A-Za-z]+) of (?:about |at least |some )?$")
_AND_MORE = re.compile(r" and (?:about |some )?\d[\d,]* [a-z]")
_BAND_REACH = 30
_NEAR = 6  # tokens from "two-way" to the head of its phrase
_SIDES = re.compile(r"(?<!\S)[\d,]*\d to [\d,]*\d (?:in|among) (?=[a-z])")


def noun_beside(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that stands beside a count, before any other."""
    nouns = seen.nouns
    own = _of_band(seen, amount)
    if own is not None:
        return own
    noun = (
        plural_behind(nouns, amount)
        or noun_modified(nouns, anchor)
        or noun_complement(nouns, anchor, "of")
        or noun_behind(nouns, amount, preposition="of")
        or _more_of(seen, amount)
        or _of_somebodys(seen, anchor)
        or noun_behind(nouns, amount)
        or seen.nouns_behind_next(amount)
        or _of_sides(seen, amount)
        or _or_so_many(seen, amount)
    )
    if noun is None:
        return None
    noun = _before_those_who(seen, amount, noun) or _shared_plural(amount, noun) or _herd(noun) or noun
    return _member_of(seen, amount, noun) or _shared_head(noun)


def _of_band(seen: Seen, amount: Amount) -> Token | None:
    """Give those who are so many, before others are counted: "a [crew] of six and 156 passengers"."""
    if not _AND_MORE.match(seen.text, amount.number.end):
        return None
    before = seen.text[max(0, amount.span.start - _BAND_REACH) : amount.span.start]
    found = _BAND_OF.search(before)
    if found is None or found[1].lower() not in _bands():
        return None
    start = amount.span.start - len(before) + found.start(1)
    return grammar.span_of(seen.doc, start, start + len(found[1]))[0]


def _bands() -> frozenset[str]:
    return words("people", "bands") | {"staff"}


def _herd(noun: Token) -> Token | None:
    """Give the animals of which "head" counts so many: "45,000 head of [cattle]", but "12 heads of state"."""
    counts = noun.lower_ == "head" and noun.i > 0 and noun.nbor(-1).tag_ == "CD"
    return grammar.complement(noun, "of") if counts else None


def _before_those_who(seen: Seen, amount: Amount, noun: Token) -> Token | None:
    """Give the noun before those whom a clause without a pronoun is about: "the one [state] Greens won"."""
    before = noun.head.head if noun.dep_ == "nsubj" and noun.head.dep_ == "acl:relcl" else noun
    behind = seen.span_of(amount).end <= before.i < noun.i
    return before if behind and before.tag_ in {"NN", "NNS"} else None


def _shared_plural(amount: Amount, noun: Token) -> Token | None:
    """Give the plural that a noun shares with another word: "80 fighter and transport [planes]"."""
    doc, i = noun.doc, noun.i
    if noun.tag_ != "NN" or amount.low is None or amount.low <= 1 or i + 3 >= noun.sent.end:
        return None
    if doc[i - 1].i not in {token.i for token in grammar.span_of(doc, amount.span.start, amount.span.end)}:
        return None
    joined = doc[i + 1].lower_ in {"and", "or"} and doc[i + 2].tag_ in {"JJ", "NN", "VBN"}
    return doc[i + 3] if joined and doc[i + 3].tag_ == "NNS" else None


def _of_somebodys(seen: Seen, anchor: Token) -> Token | None:
    """Give those of somebody of whom a number are a part: "lost two of her four [children]"."""
    doc, place = anchor.doc, anchor.i + 1
    if place >= anchor.sent.end or doc[place].lower_ != "of":
        return None
    while place + 1 < anchor.sent.end and doc[place + 1].tag_ in {"CD", "DT", "JJ", "PRP$"}:
        place += 1
    noun = doc[place + 1] if place + 1 < anchor.sent.end else anchor
    return noun if noun.tag_ == "NNS" and noun.i not in seen.nouns.inside else None  # not of its own words


def _member_of(seen: Seen, amount: Amount, noun: Token) -> Token | None:
    """Give what one thing has so many of: "a 300 [member] club", "the 40 [seat] plane"."""
    words_of_amount = seen.span_of(amount)
    first, end = words_of_amount[0], words_of_amount.end
    part = seen.doc[end] if end < len(seen.doc) else None
    if part is None or {noun.tag_, part.tag_} != {"NN"} or noun.i != end + 1 or amount.low in {None, 0, 1}:
        return None
    of_one = first.i > first.sent.start and first.nbor(-1).tag_ in {"DT", "PRP$", "POS"}
    mass = {part.lower_, noun.lower_} & set(table("names")["same_in_plural"]["words"])
    return part if of_one and part.dep_ == "compound" and not mass else None


def _more_of(seen: Seen, amount: Amount) -> Token | None:
    """Give those of whom so many more are some: "bought two more of the country's [mills]"."""
    more = _MORE_OF.match(seen.text, amount.number.end)
    noun = head_of_phrase_at(seen.nouns, more.end()) if more is not None else None
    return noun if noun is not None and grammar.is_plural(noun) else None


def _of_sides(seen: Seen, amount: Amount) -> Token | None:
    """Give what two sides have: "leads 1,428 to 1,153 in delegates", "boys outnumber girls 9 to 4"."""
    start = max(0, amount.span.start - 40)
    for sides in _OUTNUMBER.finditer(seen.text, start, amount.span.end):
        for side, number in (("more", "first"), ("fewer", "second")):
            if sides.start(number) <= amount.number.start < sides.end(number):
                return grammar.span_of(seen.doc, *sides.span(side))[-1]
    return seen.noun_behind(_SIDES, amount, before=12, behind=24)


def _or_so_many(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun of one that may be more: "another player or two"."""
    said = _OR_SO_MANY.search(seen.text, max(0, amount.span.start - 40), amount.span.start)
    return grammar.span_of(seen.doc, *said.span("noun"))[0] if said else None


def _shared_head(noun: Token) -> Token:
    """Give the noun that several names stand before: "thousands of Army, Navy and Air Force troops"."""
    doc, last = noun.doc, noun.i + 1
    if noun.tag_ != "NNP" or last >= len(doc) or doc[last].lower_ not in {",", "and"}:
        return noun
    while last < noun.sent.end and (doc[last].tag_ == "NNP" or doc[last].lower_ in {",", "and"}):
        last += 1
    joined = last < noun.sent.end and doc[last].tag_ == "NNS" and doc[last - 1].tag_ == "NNP"
    return doc[last] if joined else noun


def what_changed(seen: Seen, amount: Amount, change: Token) -> Token | None:
    """Give what there are so many more of: "a 215,000 rise in [jobs]", or what was counted before."""
    of = grammar.complement(change, "in", "of")
    of = through_container(of) if of is not None else None  # "a fall in the number of people"
    if of is not None and of.tag_ == "NNS":
        return of
    before = [
        subject.noun for subject, one in zip(seen.subjects, seen.amounts, strict=True) if one.kind == "count"
    ]
    last = before[-1] if before and amount.span.start - seen.amounts[-1].span.end < FAR else None
    return last if last is not None and last.tag_ == "NNS" and not is_person(last) else None


def stands_for_others(noun: Token) -> bool:
    """Whether a word only stands for others counted before: "six others"."""
    return noun.lemma_.lower().rstrip("s") in words("people", "pronouns")


def is_done_by(seen: Seen, amount: Amount, noun: Token) -> bool:
    """Whether what is tagged as a noun in the singular is what several did: "the two write"."""
    words_of_amount = seen.span_of(amount)
    first = words_of_amount[0]
    several = amount.low is not None and amount.low > 1 and first.i > first.sent.start
    if not several or noun.tag_ != "NN" or noun.i != words_of_amount[-1].i + 1 or noun.i + 1 >= len(seen.doc):
        return False
    same = noun.lower_ in table("names")["same_in_plural"]["words"]
    if same or first.nbor(-1).lower_ not in {"all", "the"}:
        return False
    return amount.number.text.isalpha() and noun.nbor().tag_ in {".", ",", "''", ":", "DT", "PRP$", "IN"}


def one_of(several: Subject) -> Subject:
    """Give a name that a number makes a plural in the singular ("200 Hutus")."""
    counted = several.counted
    return replace(several, counted=replace(counted, head=singular(counted.head)))


def of_hyphened(word: str, anchor: Token) -> Subject:
    """Give what a number joined to a word counts: "a 16-nation bloc" nations, "a 12-strong jury" people."""
    holder = grammar.modified(anchor) or anchor
    if word.lower() in {"by", "for", "on"} and holder != anchor:
        return Subject(Counted(holder.text, holder.lemma_.lower()), holder, anchor, holder)
    stands_for = hyphen_noun(word.lower())
    if stands_for == "candidate" and not _is_of_contest(anchor):
        stands_for = None  # "a two-way street"
    counted = supplied(stands_for) if stands_for else Counted(word, singular(word))
    return Subject(counted, holder, anchor, holder)


def _is_of_contest(anchor: Token) -> bool:
    """Whether candidates hold against each other what a number of them is told of: "an eight-way vote"."""
    behind = anchor.doc[anchor.i + 1 : min(anchor.i + _NEAR, anchor.sent.end)]
    return any(token.lemma_.lower() in words("poll", "contests") for token in behind)
