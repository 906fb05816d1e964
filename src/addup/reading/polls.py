"""Polls and votes: which shares and numbers are of those asked, or of the votes cast, and who they are."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.events import lead_of
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns import is_actor, singular
from addup.reading.people import is_person
from addup.reading.text import kept, strings_of, text_of
from addup.records import Amount

_MARGIN_OF_ERROR = re.compile(r"\b(?P<noun>margin) of (?:sampling )?error\b[^.;:()\n]{0,120}$", re.IGNORECASE)
_AGAINST = re.compile(r"(?:-| to |-to-)\d+\b")
_VOTED = re.compile(r" (?:in favou?r|opposed)\b")
_FOR = re.compile(r"\b\d+(?:-| to |-to-)$")
_OF_VOTE = re.compile(r"(?:(?:-| to |-to-)\d+)? (?:decision|ruling|verdict|vote)\b")
_THOSE_ASKED = re.compile(
    r"\bthose (?:who (?:were )?)?(?:asked|polled|questioned|respond(?:ed|ing)|surveyed)\b", re.IGNORECASE
)
_GIVEN_BY = re.compile(r"\b(?:approval|backing|support) (?:from|among) $", re.IGNORECASE)
_WON = re.compile(r"\bwon, $")
_PLURAL = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PHRASE = 7  # tokens of a noun phrase that names a group
_QUESTIONED = frozenset({"interviewed", "polled", "questioned", "surveyed"})
_IN_GROUP = frozenset({"", "CD", "JJ", "NN", "NNP", "VBN", "VBG", "RB", "HYPH"})
_LEADING_ON = frozenset({".", ",", "about", "after", "before", "by", "for", "from", "in", "on", "over"})
_WINDOW = 500  # tokens before a sentence in which a poll may be named


def is_tally(amount: Amount, anchor: Token) -> bool:
    """Whether a number is one side of a vote: "confirmed 92 to 3", "by a 6-3 vote"."""
    text, start, end = text_of(anchor.doc), amount.number.start, amount.number.end
    if _VOTED.match(text, end):
        return speaks_of(anchor, "elections")
    if not (_AGAINST.match(text, end) or _FOR.search(text, max(0, start - 16), start)):
        return False
    verb = grammar.clause_head(anchor)
    passed = verb is not None and verb.lemma_.lower() in words("poll", "passing")
    return passed or bool(_OF_VOTE.match(text, end))


def margin_of_error(doc: Doc, amount: Amount) -> Token | None:
    """Give the "margin" of error that a share is the size of."""
    said = _MARGIN_OF_ERROR.search(text_of(doc), max(0, amount.span.start - 150), amount.span.start)
    return grammar.span_of(doc, *said.span("noun"))[0] if said else None


def is_won_by(amount: Amount, anchor: Token) -> bool:
    """Whether a share is how far an election was won by: "won the state by 8 points"."""
    if _WON.search(text_of(anchor.doc), max(0, amount.span.start - 6), amount.span.start):
        return speaks_of(anchor, "elections")
    verb = grammar.clause_head(anchor)
    past = verb is not None and verb.tag_ in {"VBD", "VBN"}
    won = past and verb is not None and verb.lemma_ in words("poll", "winning")
    beaten = past and verb is not None and verb.lemma_ in words("poll", "beating") and amount.unit == "pp"
    return (won or beaten) and text_of(anchor.doc)[max(0, amount.span.start - 3) : amount.span.start] == "by "


def is_of_votes_cast(anchor: Token) -> bool:
    """Whether somebody got a share of the votes: "in the caucus Moore received 49.8 percent"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.tag_ not in {"VBD", "VBN"} or anchor.head != verb:
        return False
    if verb.lemma_ not in words("poll", "getting") | words("poll", "winning") or asked_in_sentence(anchor):
        return False
    said = {_bare(token) for token in anchor.sent}
    return not said.isdisjoint(words("poll", "elections")) and said.isdisjoint(words("poll", "nouns"))


def is_lead_or_support(amount: Amount, anchor: Token) -> bool:
    """Whether a share is a lead, or support, in a poll: "a 7-point lead", "ahead by 3", "38% support"."""
    if lead_of(anchor) is not None or _is_apart(amount, anchor):
        return True
    doc = anchor.doc
    behind = grammar.span_of(doc, amount.span.start, amount.span.end)[-1].i + 1
    return behind < anchor.sent.end and doc[behind].lower_ in words("poll", "support")


def _is_apart(amount: Amount, anchor: Token) -> bool:
    """Whether points say how far apart two candidates are: "by a 35-point margin", "a three-point loss"."""
    noun = grammar.modified(anchor) if amount.unit == "pp" else None
    return noun is not None and noun.lemma_.lower() in words("poll", "apart")


def is_from_those_asked(amount: Amount, anchor: Token) -> bool:
    """Whether a share is of those who give support: "has backing from 33 percent"."""
    given = _GIVEN_BY.search(text_of(anchor.doc), max(0, amount.span.start - 16), amount.span.start)
    return given is not None and speaks_of(anchor, "nouns")


def is_moved(share: Token) -> bool:
    """Whether a share is how far a price or the like moved, which nobody answers: "shares fell 4%"."""
    verb = grammar.clause_head(share)
    if verb is None or grammar.preposition(share) not in {None, "by"} or share.lemma_.lower() == "point":
        return False
    beside = {verb.lemma_.lower(), *(child.lower_ for child in grammar.children(verb, "advmod"))}
    if beside.isdisjoint(words("market", "verbs") | words("market", "ways")):
        return False
    subject = grammar.subject(verb)
    if subject is None or subject.ent_type_ == "PERSON":
        return False
    answered = words("poll", "measured") | words("poll", "support") | words("poll", "people")
    return subject.lower_ == "shares" or subject.lemma_.lower() not in answered


def speaks_of(anchor: Token, row: Literal["elections", "nouns"]) -> bool:
    """Whether the sentence or those before it speak of a poll, or of votes that were cast."""
    sentence = anchor.sent
    return any(sentence.start - _WINDOW <= place < sentence.end for place in _places_of(anchor.doc, row))


def is_polled(doc: Doc) -> bool:
    """Whether a text speaks of a poll or a vote at all."""
    return bool(_places_of(doc, "nouns") or _places_of(doc, "elections"))


def _asks_forecasters(bare: list[str], place: int) -> bool:
    """Whether a poll asked what will come of firms and prices, not for opinions: "analysts polled by"."""
    before, behind = bare[max(0, place - 2) : place], bare[place + 1 : place + 5]
    asked = before + (behind if behind[:1] == ["of"] else [])
    return not words("poll", "forecasters").isdisjoint(asked)


def _places_of(doc: Doc, row: Literal["elections", "nouns"]) -> list[int]:
    """Give where words of one row stand, looked for once in a text."""
    known: dict[str, list[int]] = kept(doc, "words of polls")
    if row not in known:
        written = zip(strings_of(doc, LEMMA), strings_of(doc, LOWER), strict=True)
        bare = [lemma.lower() or singular(word) for lemma, word in written]
        places = (place for place, word in enumerate(bare) if word in words("poll", row))
        known[row] = [place for place in places if not _asks_forecasters(bare, place)]
    return known[row]


def is_of_poll(anchor: Token) -> bool:
    """Whether a share is of those asked: somebody has it, and the text speaks of a poll."""
    subject = _has_it(anchor)
    if subject is None:
        return False
    somebody = is_person(subject) or is_actor(subject) or subject.lemma_.lower() in words("poll", "nouns")
    return somebody and speaks_of(anchor, "nouns")


def is_of_group(anchor: Token) -> bool:
    """Whether a share is of a group that opens the sentence, or of those asked: "is third with 24%"."""
    if not speaks_of(anchor, "nouns"):
        return False
    if _opening_group(anchor.sent) is not None:
        return True
    return grammar.preposition(anchor) in {"with", "at"} and is_of_poll(anchor)


def is_told_of(whole: Token, anchor: Token) -> bool:
    """Whether a share of those asked says or does something: "54 percent of the crew said"."""
    acts = (
        anchor.dep_ == "nsubj" and grammar.is_verb(anchor.head) and anchor.head.lemma_ not in {"be", "have"}
    )
    return acts and whole.tag_ in _PLURAL and speaks_of(anchor, "nouns")


def group_beside(amount: Amount, anchor: Token) -> Token | None:
    """Give the group beside a share of a poll: "nurses (40%)", "nurses favored Orr, 40% to 30%"."""
    if not speaks_of(anchor, "nouns"):
        return None
    text, start = text_of(anchor.doc), amount.span.start
    if text[max(0, start - 2) : start] == " (":
        return _group_before(anchor.doc, start - 2)
    verb = grammar.clause_head(anchor)
    among = _among(anchor, verb)
    if among is not None:
        return among
    if verb is None or verb.i > anchor.i or verb.lemma_.lower() in _of_rivals() or grammar.is_passive(verb):
        return None
    group = next(iter(grammar.children(verb, "nsubj")), None)
    if group is None or group.tag_ not in _PLURAL:
        return None
    prefers = verb.lemma_.lower() in words("poll", "preferring")
    return group if prefers or _is_group(group) else None


def _among(anchor: Token, verb: Token | None) -> Token | None:
    """Give those among whom somebody has a share: "32 percent among nurses", "led among nurses by 4"."""
    above = {anchor, anchor.head, verb}
    groups = [
        token.head
        for token in anchor.sent
        if token.lower_ == "among" and token.head.tag_ in _PLURAL and token.head.head in above
    ]
    groups = [group.nbor(-1) if group.lemma_ == "age" else group for group in groups]
    groups = [group for group in groups if group.lemma_.lower() not in words("poll", "running")]
    behind = [group for group in groups if group.i > anchor.i and group.head == anchor]
    return next(iter(behind), None) or (groups[-1] if groups else None)


@cache
def _of_rivals() -> frozenset[str]:
    """Verbs whose subject runs for something, or is measured, and gives no answer."""
    rows = ("getting", "winning", "beating", "leads", "trails", "showing")
    return measuring_verbs().union(*(words("poll", row) for row in rows))


def _group_before(doc: Doc, end: int) -> Token | None:
    """Give the group whose phrase ends at a character: "women", "the sailors surveyed"."""
    last = grammar.span_of(doc, end - 1, end)[-1]
    for token in reversed(doc[max(last.sent.start, last.i - _PHRASE) : last.i + 1]):
        if _is_group(token):
            return token
        if token.tag_ in _FINITE or token.is_punct:
            return None
    return None


def _is_group(noun: Token) -> bool:
    """Whether a plural stands for people who may be asked."""
    if noun.tag_ not in _PLURAL or noun.lemma_.lower() in words("poll", "nouns"):
        return False
    return noun.tag_ == "NNPS" or is_asked(noun) or is_person(noun)


def questioned_before(anchor: Token) -> Token | None:
    """Give whom the text says that somebody asked, last before an amount: "the union surveyed nurses"."""
    known: dict[str, list[int]] = kept(anchor.doc, "questioned")
    if "" not in known:
        known[""] = [token.i for token in anchor.doc if _is_questioned(token)]
    before = [place for place in known[""] if place < anchor.i]
    return anchor.doc[before[-1]] if before else None


def _is_questioned(noun: Token) -> bool:
    """Whether a plural is the first noun behind "surveyed"; few of these sentences are parsed."""
    if not noun.lower_.endswith("s") or noun.tag_ not in {"", "NNS", "NNPS"}:
        return False
    for token in reversed(noun.doc[max(0, noun.i - _PHRASE) : noun.i]):
        if token.lower_ in _QUESTIONED:
            return True
        if token.tag_ not in _IN_GROUP or token.lower_.endswith("s") or token.lower_ in _LEADING_ON:
            return False
    return False


def names_those_asked(sentence: Span) -> bool:
    """Whether a sentence only calls them "those surveyed"."""
    return _THOSE_ASKED.search(sentence.text) is not None


def asked_in_sentence(anchor: Token) -> Token | None:
    """Give the group that opens the sentence ("Among Moore supporters, 61 percent"), else the nearest."""
    opening = _opening_group(anchor.sent)
    if opening is not None:
        return opening
    before = reversed(anchor.doc[anchor.sent.start : anchor.i])
    asked = next((token for token in before if is_asked(token)), None)
    if asked is not None:
        return asked
    behind = (token for token in anchor.doc[anchor.i : anchor.sent.end] if is_asked(token))
    return next((token for token in behind if _bare(token) not in words("poll", "parts")), None)


def asked_elsewhere(sentence: Span) -> Token | None:
    """Give those asked as a text names them behind a sentence, where polls are described, or before it."""
    doc = sentence.doc
    for part in (doc[sentence.end :], reversed(doc[: sentence.start])):
        for token in part:
            if not (token.lower_.endswith("s") and _bare(token) in words("poll", "asked")):
                continue
            if not token.i or token.nbor(-1).lower_ not in words("poll", "part_kinds"):
                return token
    return None


def _has_it(anchor: Token) -> Token | None:
    """Give who has a share: "both get 16 percent", "everyone else is at 2 percent"."""
    verb = anchor if grammar.children(anchor, "nsubj") else grammar.clause_head(anchor)
    return grammar.subject(verb) if verb is not None else None


def is_asked(token: Token) -> bool:
    """Whether a word names those whom polls ask; parties and the like do only in the plural."""
    if singular(token.lemma_.lower()) not in words("poll", "people"):
        return False
    if token.tag_ == "JJ" and token.i + 1 < len(token.doc) and token.nbor().tag_ in {"NN", "NNS"}:
        return token.nbor().lower_ in words(
            "poll", "support"
        )  # public opinion is the public's, a bathroom not
    before = (*token.lefts, token.nbor(-1) if token.i > token.sent.start else token)
    if token.tag_ == "NNPS" and any(word.lower_ == "the" for word in before):
        return False  # a party: "the Liberals at 27 percent", "the Social Democrats"
    return token.tag_ in {"NNS", "NNPS"} or (token.is_lower and token.lemma_ not in words("poll", "parts"))


def _opening_group(sentence: Span) -> Token | None:
    """Give the group that a sentence of a poll opens with: "Among Moore supporters, ..."."""
    if sentence[0].lower_ not in {"among", "for", "with"}:
        return None
    asked = [token for token in grammar.clause_opening(sentence) if is_asked(token)]
    return asked[-1] if asked else None


def _bare(token: Token) -> str:
    """Give the lemma; sentences that have nothing to read are not parsed and know none."""
    return token.lemma_.lower() or singular(token.lower_)
