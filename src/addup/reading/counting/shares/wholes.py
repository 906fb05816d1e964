"""The whole that a share is of, by the words around it or as it was counted before."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.counting.shares.asked import population
from addup.reading.counting.subjects import LEVELS, Seen, Subject, as_before, unsaid
from addup.reading.counting.unsaid import OF_THOSE
from addup.reading.frames import words
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.behind import noun_behind
from addup.reading.nouns.people import is_person
from addup.records import Amount

_TOP = re.compile(r"\b(?:top|bottom|richest|poorest|wealthiest) $")
# "works only for the 1 percent", those who own most, and the rest of the people
_THE_FEW = frozenset({0.1, 1, 99, 99.9})
_NO_MORE = re.compile(
    r"[.,;:!?)\"”’]|$|\s(?:and|are|at the|can|do|get|gets|has|have|how|in|like|might|must|or|pay|should"
    r"|that|to|versus|while|will)\b"
)
_OF_THOSE_OPENING = re.compile(
    r"Of (?:all )?those (?:(?:who|whom|with|in|under|over|aged)|\w+(?:ed|en|ing))\b"
)
# "a third of that could spoil"; "$46 million, of which 38 percent has been pledged"
_OF_THAT = re.compile(
    r" of (?:this|that|these|those|them|it)(?=[.,;:)]"
    r"| (?:was|were|is|are|has|have|had|will|would|could|can|may|might|must|should|went|came|goes?|comes?)\b)"
    r"| of which\b"
    r"| of them (?:at|boys|children|civilians|from|girls|in|men|near|on|under|women)\b"
)
_THEM = re.compile(r" of (?:them|these|those)\b")
_OF_THEM_ARE = re.compile(r" of (?:them|whom) (?:aged|boys|children|civilians|girls|men|[a-z]+men|[a-z]+s)\b")
_OF_WHICH = re.compile(r"\bof (?:which|whom)(?: (?:some|about|nearly|almost|only|more than|at least))? $")
_MORE_THAN = re.compile(
    r" (?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|cheaper|faster) than\b"
)
_SET_OFF = re.compile(r"(?:,|\(|--|—|–)\s?(?:or |some |about |almost |nearly |more than |at least )?$")
# "140,000 ballots, or 2.8 percent, were invalid": the share is of all such things.
_RESTATED = re.compile(r"[^.;:,\n]{2,40}, or (?:about |some |almost |nearly |roughly )?")
# "three-quarters of the $5 million spent"
_OF_MONEY = re.compile(
    r" of (?:the |its |their |this |that )?[$£€][\d.,]+(?: [mbtr]+illion)? (?:[a-z]+ed|it|spent|they|we)\b"
)
_THINGS_OUT_OF = re.compile(
    r"[\w.,]+ (?P<noun>[a-z]+s(?= out of )|[a-z]+(?= in ))"
)  # "four houses out of five"


def some_of_them(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those counted before, of whom a share is something: "900 fell ill, 62 percent of them women"."""
    said = _OF_THEM_ARE.match(seen.text, amount.span.end)
    before = seen.earlier_in_sentence(anchor, kind="count") if said is not None else None
    return as_before(before, anchor) if before is not None else None


_OPENED_BY = re.compile(r"Of (?:all |the |its |their |these |those )*(?:about |some |nearly |at least )?\Z")
_SHARE_OF_IT = re.compile(
    r"[^.;:!?\n]{1,100}, (?:(?:about|almost|at least|fully|just|more than|nearly|only|some) )*"
)


def of_opening_amount(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what the amount that opens a sentence is of: "Of the 3.1 tons of tea seized, 40 percent was"."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.kind not in LEVELS or last.span.start < anchor.sent.start_char:
        return None
    opened = _OPENED_BY.fullmatch(seen.text, anchor.sent.start_char, last.span.start)
    goes_on = _SHARE_OF_IT.fullmatch(seen.text, last.span.end, amount.span.start)
    return as_before(seen.subjects[-1], anchor) if opened and goes_on else None


_OF_ITSELF = re.compile(
    r"(?: ?%| per ?cent)?(?: of)? (?:its|their) (?:[\w-]+ ){0,3}?"
    r"(?:height|highs?|levels?|low|peak|record|size|strength)\b"
)


def held_to_itself(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what is held against its own past: "[unemployment] is less than half its 2009 peak"."""
    verb = grammar.predicate(anchor) if _OF_ITSELF.match(seen.text, amount.number.end) else None
    thing = grammar.subject(verb) if verb is not None else None
    if thing is None or not (grammar.is_noun(thing) and seen.nouns.is_thing(thing)):
        return None
    return seen.of(through_container(thing), anchor, holder=anchor)


def is_bare(whole: Token) -> bool:
    """Whether a whole says nothing of what it is: "65% of the total"."""
    return whole.lemma_.lower() in words("container", "bare")


def of_amount_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what the amount is of that a share is said of: "a third of that", "400 tonnes, 18% more than"."""
    start = max(0, amount.span.start - 30)
    end = amount.span.end - 3 * amount.span.text.endswith(" of")  # "[most of] them"
    spoken_of = _OF_THAT.match(seen.text, end) or _OF_WHICH.search(seen.text, start, amount.span.start)
    if end < amount.span.end:
        spoken_of = spoken_of or _THEM.match(seen.text, end)
    exceeds = _MORE_THAN.match(seen.text, amount.span.end) and _SET_OFF.search(
        seen.text, start, amount.span.start
    )
    last = seen.amounts[-1] if seen.amounts else None
    restated = last is not None and last.kind == "count" and seen.subjects[-1].noun is not None
    again = restated and _RESTATED.fullmatch(seen.text, seen.amounts[-1].span.end, amount.span.start)
    found = seen.last(amount, kinds=LEVELS) if spoken_of or exceeds or again else None
    which = spoken_of is not None and spoken_of[0] == " of which"
    if which and found is not None and found.anchor.sent != anchor.sent:
        return None
    return as_before(found, anchor) if found is not None else None


def whole_unnamed(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the whole that words beside a share stand for: "half those who", "half of the $5 spent"."""
    top = _TOP.search(seen.text, max(0, amount.span.start - 12), amount.span.start)
    if top is not None or _is_the_rich(seen, amount):
        return unsaid("person", anchor)  # "the top 1 percent"
    inside = _THINGS_OUT_OF.match(seen.text, amount.number.start, amount.span.end)
    if inside is not None:
        return seen.of(grammar.span_of(seen.doc, *inside.span("noun"))[0], anchor, holder=anchor)
    if _is_of_aged(seen, amount) or _is_of_those_in_state(anchor):
        return unsaid("person", anchor)
    if _are_those(seen, amount, anchor):
        return _people_before(seen, amount, anchor) or _of_those(seen, anchor)
    if _OF_MONEY.match(seen.text, amount.span.end):
        return unsaid("money", anchor)
    opening = _opening_whole(seen, anchor) or (
        _opening_thing(seen, anchor) if amount.change is None and amount.unit == "%" else None
    )
    return seen.of(opening, anchor, holder=anchor) if opening is not None else None


def _is_the_rich(seen: Seen, amount: Amount) -> bool:
    """Whether "the 1 percent" are people, of whom no more is said."""
    said = amount.unit == "%" and amount.bound == "exact" and amount.low in _THE_FEW
    alone = said and seen.text.endswith("the ", 0, amount.span.start)
    again = any(
        (one.unit, one.low, one.bound) == ("%", amount.low, "exact") and not _are_many(subject)
        for one, subject in seen.latest()
    )  # "a rise of 1 percent ... the 1 percent"
    return alone and not again and _NO_MORE.match(seen.text, amount.span.end) is not None


def _are_those(seen: Seen, amount: Amount, anchor: Token) -> bool:
    """Whether a share is of "those who" did something: "half of those who", "of those asked, 58 percent"."""
    if OF_THOSE.match(seen.text, amount.span.end):
        return True
    opening = _OF_THOSE_OPENING.match(seen.text, anchor.sent.start_char)
    return opening is not None and anchor.dep_.startswith("nsubj")


def _is_of_aged(seen: Seen, amount: Amount) -> bool:
    """Whether a share is of people of one age: "76 percent of five-year-olds"."""
    following = seen.all[len(seen.amounts) + 1 : len(seen.amounts) + 2]
    between = seen.text[amount.span.end : following[0].span.start] if following else ""
    return between in {" of ", " of all ", " of the "} and following[0].kind == "age"


def _is_of_those_in_state(anchor: Token) -> bool:
    """Whether a share is of people called by their state: "half of the injured"."""
    group = grammar.complement(anchor, "of")
    if group is None:
        group = next((grammar.complement(ten, "of") for ten in grammar.children(anchor, "nmod")), None)
    if group is None or group.tag_ not in grammar.STATES:
        return False
    return any(child.lower_ == "the" for child in grammar.children(group, "det"))


def whole_behind_next(seen: Seen, amount: Amount) -> Token | None:
    """Give what is said once behind the second of two shares: "40% and 36% of the market"."""
    index = len(seen.amounts) + 1
    following = seen.all[index] if index < len(seen.all) else None
    if following is None or following.kind != "share":
        return None
    if seen.text[amount.span.end : following.span.start] not in {" and ", " from ", " or ", " to "}:
        return None
    return noun_behind(seen.nouns, following, preposition="of")


def _opening_whole(seen: Seen, anchor: Token) -> Token | None:
    """Give the whole that a sentence opens with: "Of the 300 letters, more than 90 percent came late"."""
    sentence = anchor.sent
    if sentence[0].lower_ != "of" or not anchor.dep_.startswith("nsubj"):
        return None
    wholes = [token for token in grammar.clause_opening(sentence) if token.tag_ in {"NNS", "NNPS"}]
    return wholes[0] if wholes and wholes[0].i not in seen.nouns.inside else None


def _opening_thing(seen: Seen, anchor: Token) -> Token | None:
    """Give the one thing that a sentence opens with: "Of the [crop], maize made up 37 percent".

    A comma parts it from what tells of its parts, whoever these are.
    """
    sentence = anchor.sent
    if sentence[0].lower_ != "of" or sentence[1].tag_ not in {"DT", "PRP$"}:
        return None
    comma = next((token for token in sentence if token.text == ","), None)
    noun = comma.nbor(-1) if comma is not None and comma.i < anchor.i else None
    if noun is None or noun.tag_ not in {"NN", "NNS"} or noun.i in seen.nouns.inside:
        return None
    return noun if seen.nouns.is_thing(noun) else None


def part_measured(seen: Seen, anchor: Token) -> Subject | None:
    """Give what the subject is a share of: "the share of readers under 30 was 39 percent"."""
    verb = grammar.predicate(anchor)
    part = grammar.subject(verb) if verb is not None else None
    if part is None or part.lemma_.lower() not in {"percentage", "proportion", "share"}:
        return None
    if part.lower_ == "shares":
        return None  # "shares of Orel Power fell 7 percent"
    whole = grammar.complement(part, "of")
    numbered = seen.at(whole) if whole is not None else None
    if numbered is not None:
        return as_before(numbered, anchor)  # "the share of 15-year-olds who smoke"
    thing = whole is not None and grammar.is_noun(whole) and seen.nouns.is_thing(whole)
    return seen.of(whole, anchor, holder=anchor) if whole is not None and thing else None


def _of_those(seen: Seen, anchor: Token) -> Subject:
    """Give people who are told apart only by what they do: "half those who came"."""
    if polls.speaks_of(anchor, "nouns"):
        return population(seen, anchor)
    return unsaid("person", anchor)


def _are_many(found: Subject) -> bool:
    return found.counted.head == "person" or (found.noun is not None and grammar.is_plural(found.noun))


def are_people(found: Subject) -> bool:
    """Whether those counted before can be told apart by what they do, as "those who" are."""
    return found.counted.head == "person" or (found.noun is not None and is_person(found.noun))


def whole_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what a share is of where no poll is told of: "of the 12 seats, half are vacant"."""
    whole = _counted_before(seen, amount, anchor)
    return as_before(whole, anchor) if whole is not None else None


def _people_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the people counted before of whom "those who" are some: "900 pupils, half of those enrolled"."""
    whole = _counted_before(seen, amount, anchor)
    return as_before(whole, anchor) if whole is not None and are_people(whole) else None


def _counted_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    if polls.speaks_of(anchor, "nouns"):
        return None
    return seen.earlier_in_sentence(anchor, kind="count") or seen.earlier_nearby(amount)
