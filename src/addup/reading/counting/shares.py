"""What a share is of: a whole, a firm, a market, those asked, the votes cast."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.counting.clause import from_verb, held, moved_to_extreme
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns import is_change, is_name, names_measure, supplied, through_container
from addup.reading.people import is_person
from addup.records import Amount, Counted

_OWNED = re.compile(r"-(?:controlled|held|owned)\b", re.IGNORECASE)
_IT_IS = re.compile(
    r"\b(?:(?:it|the (?:figure|percentage|proportion|share)) (?:is|was|had been|has been|stood at|stands at)"
    r"|puts? it at|estimated it at)"
    r"(?: (?:about|above|around|below|some|still|nearly|almost|only|just|more than|at least|at))* $",
    re.IGNORECASE,
)
# "48 deaths (case fatality rate 7.3%)"
_IN_BRACKETS = re.compile(r"\((?:the |a )?(?P<noun>[A-Za-z][a-z]*(?:[ -][a-z]+){0,3})(?::| of|,)? $")
_NEAR = 200  # characters over which "it" stands for what the share before was said of
_TOP = re.compile(r"\b(?:top|bottom|richest|poorest|wealthiest) $")
_OF_THOSE = re.compile(
    r" (?:of )?(?:all )?those (?:(?:still|now|already|newly) )?"
    r"(?:who|whom|with|in|under|over|aged|held|hurt|born|left|\w+(?:ed|en|ing))\b"
)
_OF_THOSE_OPENING = re.compile(
    r"Of (?:all )?those (?:(?:who|whom|with|in|under|over|aged)|\w+(?:ed|en|ing))\b"
)
# "a third of that could spoil"; "$46 million, of which 38 percent has been pledged"
_OF_THAT = re.compile(
    r" of (?:this|that|these|those|them|it)(?=[.,;:)]"
    r"| (?:was|were|is|are|has|have|had|will|would|could|can|may|might|must|should|went|came|goes?|comes?)\b)"
    r"| of them (?:at|boys|children|civilians|from|girls|in|men|near|on|under|women)\b"
)
_THEM = re.compile(r" of (?:them|these|those)\b")
_OF_WHICH = re.compile(r"\bof (?:which|whom)(?: (?:some|about|nearly|almost|only|more than|at least))? $")
# "wants a 14 percent raise": without a noun that is one of pay
_RAISE = re.compile(r" (?:annual |yearly )?raises?\b(?! (?:in|of|to)\b)")
_RAISE_OF = re.compile(
    r"\b(?:raises?|(?:pay|salary|wages?) (?:hike|increase|rise)s?) of (?:about |at least |just |some )?\Z"
)
_WHO = re.compile(r" who\b")
_MORE_THAN = re.compile(
    r" (?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|cheaper|faster) than\b"
)
_SET_OFF = re.compile(r"(?:,|\(|--|—|–)\s?(?:or |some |about |almost |nearly |more than |at least )?$")
# "140,000 ballots, or 2.8 percent, were invalid": the share is of all such things.
_RESTATED = re.compile(r"[^.;:,\n]{2,40}, or (?:about |some |almost |nearly |roughly )?")
_WHOLES = frozenset({"count", "money", "measure"})
# "three-quarters of the $5 million spent"
_OF_MONEY = re.compile(
    r" of (?:the |its |their |this |that )?[$£€][\d.,]+(?: [mbtr]+illion)? (?:[a-z]+ed|it|spent|they|we)\b"
)
_STATES = frozenset({"JJ", "VBD", "VBN"})
_THINGS_OUT_OF = re.compile(
    r"[\w.,]+ (?P<noun>[a-z]+s(?= out of )|[a-z]+(?= in ))"
)  # "four houses out of five"
_PACE = re.compile(
    r"\b(?:at an? (?:[a-z]+ )?|(?:annual|annuali[sz]ed|monthly|yearly) )(?:rate|pace) of"
    r" (?:about |around |just )?$"
)
_AT_PACE = re.compile(
    r"\b(?:at|from|to|instead of|rather than) (?:only |just |about )?(?:an?|the|its)"
    r" (?:[a-z][a-z'’-]* ){0,4}$",
)
_PACE_BEHIND = re.compile(
    r"[ -](?:(?:annual|annuali[sz]ed|monthly|yearly) (?:clip|pace|rate)|clip|pace)\b(?! of)"
)
_UNIT = re.compile(r"\s?(?:%|per ?cent)")
_RATE_BEHIND = re.compile(r"[ -]rate\b(?! of)")
_AT_RATE = re.compile(r"\b(?:at|instead of|rather than) (?:only |just |about )?(?:an?|the) (?:[a-z]+ ){0,2}$")
_VOTE = Counted("vote", "vote")
_STOCK = Counted("stock", "stock")


def share(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a share is of: the whole that the text names, those asked in a poll, or a firm."""
    paced = _going_at_pace(seen, amount, anchor)
    if paced is not None:
        return paced
    last = grammar.span_of(seen.doc, amount.span.start, amount.span.end)[-1]  # "50% to 60% of the staff"
    whole = seen.nouns.complement(anchor, "of") or seen.nouns.complement(last, "of")
    whole = whole or seen.nouns.behind(amount, preposition="of")
    whole = whole or _whole_behind_next(seen, amount)
    if whole is not None and amount.unit == "pp" and _is_rival(whole) and polls.speaks_of(anchor, "nouns"):
        whole = None
    if whole is None:
        known = _of_amount_before(seen, amount, anchor) or _measure_again(seen, amount, anchor)
        known = known or _held(seen, anchor)
        known = known or _part_measured(seen, anchor) or _whole_unnamed(seen, amount, anchor)
        known = known or (_of_asked(seen, amount, anchor) if not polls.is_moved(anchor) else None)
    else:
        known = _whole_before(seen, amount, anchor) if _is_bare(whole) else None
        if polls.is_told_of(whole, anchor):
            seen.groups.add(seen.nouns.counted(whole).head.lower())
    return known or _owned(seen, amount, anchor) or _by_noun(seen, amount, anchor, whole)


def _by_noun(seen: Seen, amount: Amount, anchor: Token, whole: Token | None) -> Subject:
    """Give what a share is of by a noun: its whole, one beside it, or those of the amounts before."""
    if whole is None and _is_raise(seen, amount):
        return Subject(supplied("pay"), anchor, anchor)
    offered = _offered(seen, amount, anchor) if whole is None else None
    if offered is not None:
        return offered
    noun = polls.margin_of_error(seen.doc, amount) or whole or _noun_beside(seen, amount, anchor)
    who = _WHO.match(seen.text, amount.span.end) is not None and polls.speaks_of(anchor, "nouns")
    if whole is None and (who or polls.is_from_those_asked(amount, anchor)):
        return population(seen, anchor)
    joined = _in_row_of_names(seen, noun, anchor)
    if noun is not None and joined is None:
        moved = (
            _moved_before(seen, anchor) or _changed_before(seen, amount, noun, anchor)
            if is_change(noun)
            else None
        )
        return moved or held(seen, noun, amount, anchor)
    apart = amount.unit == "%" and bool(seen.amounts) and seen.amounts[-1].unit == "pp"
    joined = joined or (seen.together(amount, anchor) if not apart else None)  # "by 3 points, 45% to 42%"
    return joined or _of_somebody(seen, amount, anchor)


def _is_raise(seen: Seen, amount: Amount) -> bool:
    """Whether a share is that of a raise, which is one of pay where no noun says of what."""
    if _RAISE.match(seen.text, amount.span.end):
        return True
    return bool(_RAISE_OF.search(seen.text, max(0, amount.span.start - 40), amount.span.start))


def _offered(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what was asked for before, for a bare share on offer: "want 12 percent; were offered 5"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_.lower() not in words("given", "offered"):
        return None
    first = grammar.first_conjunct(anchor)
    change = first.head if grammar.preposition(first) == "of" and is_change(first.head) else first
    if grammar.direct_object(verb) != change or grammar.children(change, "compound"):
        return None
    last = seen.last(amount, kinds={"share"})
    return Subject(last.counted, anchor, anchor) if last is not None else None


def _going_at_pace(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what moves at a pace that an amount is of: "prices rose at an annual rate of 2.9 percent"."""
    if amount.unit != "%" or not _is_at_pace(seen.text, amount):
        return None
    verb = grammar.clause_head(anchor)
    below = verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBG"
    mover = verb.head if verb is not None and below else grammar.subject(verb) if verb is not None else None
    again = seen.earlier_in_sentence(anchor, kind="share")
    # "grew 0.1%, an annual rate of 0.3%"
    if again is not None and grammar.clause_head(again.anchor) in {verb, None}:
        return Subject(again.counted, anchor, anchor)
    moves = verb is not None and verb.lemma_.lower() in measuring_verbs()
    if not moves or mover is None or not grammar.is_noun(mover):
        return None
    return seen.of(through_container(mover), anchor, holder=anchor)


def _is_rival(whole: Token) -> bool:
    """Whether what points are "of" is who they are counted from: "within five points of Bell"."""
    return whole.tag_ in {"NNP", "NN"} and (is_name(whole) or is_person(whole))


def _is_at_pace(text: str, amount: Amount) -> bool:
    """Whether an amount is how fast something goes: "at an annual rate of 2%", "from a weak 1% pace"."""
    start, end = amount.span.start, amount.number.end
    unit = _UNIT.match(text, end)
    end = unit.end() if unit is not None else end
    if _RATE_BEHIND.match(text, end) and _AT_RATE.search(text, max(0, start - 60), start):
        return True
    if _PACE.search(text, max(0, start - 40), start):
        return True
    return bool(_PACE_BEHIND.match(text, end) and _AT_PACE.search(text, max(0, start - 60), start))


def _is_bare(whole: Token) -> bool:
    """Whether a whole says nothing of what it is: "65% of the total"."""
    return whole.lemma_.lower() in words("container", "bare")


def _of_amount_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
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
    found = seen.last(amount, kinds=_WHOLES) if spoken_of or exceeds or again else None
    return Subject(found.counted, anchor, anchor) if found is not None else None


def _whole_unnamed(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the whole that words beside a share stand for: "half those who", "half of the $5 spent"."""
    if _TOP.search(seen.text, max(0, amount.span.start - 12), amount.span.start):
        return Subject(supplied("person"), anchor, anchor)  # "the top 1 percent"
    inside = _THINGS_OUT_OF.match(seen.text, amount.number.start, amount.span.end)
    if inside is not None:
        return seen.of(grammar.span_of(seen.doc, *inside.span("noun"))[0], anchor, holder=anchor)
    if _is_of_aged(seen, amount) or _is_of_those_in_state(anchor):
        return Subject(supplied("person"), anchor, anchor)
    if _are_those(seen, amount, anchor):
        before = _whole_before(seen, amount, anchor)
        return before if before is not None and _are_people(before) else _of_those(seen, anchor)
    if _OF_MONEY.match(seen.text, amount.span.end):
        return Subject(supplied("money"), anchor, anchor)
    opening = _opening_whole(seen, anchor)
    return seen.of(opening, anchor, holder=anchor) if opening is not None else None


def _are_those(seen: Seen, amount: Amount, anchor: Token) -> bool:
    """Whether a share is of "those who" did something: "half of those who", "of those asked, 58 percent"."""
    if _OF_THOSE.match(seen.text, amount.span.end):
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
    if group is None or group.tag_ not in _STATES:
        return False
    return any(child.lower_ == "the" for child in grammar.children(group, "det"))


def _noun_beside(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that stands beside a share."""
    nouns = seen.nouns
    return (
        _in_brackets(seen, amount)
        or _modified_by_share(seen, anchor)
        or nouns.plural_behind(amount)
        or seen.before_dash(amount)
        or (_behind_fraction(seen, amount) if amount.unit_text is None else None)
        or _above(seen, anchor)
    )


def _in_brackets(seen: Seen, amount: Amount) -> Token | None:
    """Give the measure that names a share in brackets: "(case fatality rate 7.3%)"."""
    found = _IN_BRACKETS.search(seen.text, max(0, amount.span.start - 60), amount.span.start)
    noun = grammar.span_of(seen.doc, *found.span("noun"))[-1] if found is not None else None
    return noun if noun is not None and names_measure(noun) else None


def _behind_fraction(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun behind a fraction: "half the money"; not what looks like one ("a third approve")."""
    noun = seen.nouns.behind(amount)
    end = grammar.span_of(seen.doc, amount.span.start, amount.span.end).end
    return None if noun is not None and noun.i == end and noun.tag_ == "NN" else noun


def _above(seen: Seen, anchor: Token) -> Token | None:
    """Give the noun that a share is said of; beside a poll only what has an amount ("a rating of 40%")."""
    moved = moved_to_extreme(anchor)
    if moved is not None:
        return through_container(moved)
    noun = seen.nouns.above(anchor)
    if noun is None or not polls.speaks_of(anchor, "nouns"):
        return noun
    if noun.lemma_.lower() == "margin" and grammar.preposition(anchor) != "of":
        return None  # "led by a wide margin, 45 percent to 42"
    sized = grammar.preposition(anchor) == "of" or noun.lemma_.lower() in words("container", "stakes")
    return noun if sized or names_measure(noun) or is_change(noun) else None


def _of_somebody(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a share is of that somebody has, or that the verb says something of."""
    if anchor.dep_.startswith("nsubj"):
        again = _share_before(seen, amount, anchor)
        if again is not None:
            return again
    if anchor.dep_.startswith("nsubj") or (polls.is_of_poll(anchor) and not polls.is_moved(anchor)):
        found = _whole_before(seen, amount, anchor) or population(seen, anchor)
        is_asked = found.counted.head != "respondent" or polls.is_polled(seen.doc)
        if is_asked:
            return Subject(supplied("person"), anchor, anchor) if _speaks_as(found, anchor) else found
    found = _spoken_of(seen, amount, anchor) or from_verb(seen, amount, anchor, otherwise="total")
    unsaid = found.counted.head == "total" or _is_no_measure(found)
    return (_of_voters(seen, anchor) or found) if unsaid else found


def _speaks_as(found: Subject, anchor: Token) -> bool:
    """Whether a share says something, outside of polls, and what was counted before it cannot speak."""
    speaks = anchor.head.lemma_.lower() in words("report", "verbs")
    return speaks and not (_are_people(found) or polls.speaks_of(anchor, "nouns"))


def _part_measured(seen: Seen, anchor: Token) -> Subject | None:
    """Give what the subject is a share of: "the share of readers under 30 was 39 percent"."""
    verb = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
    part = grammar.subject(verb) if verb is not None else None
    if part is None or part.lemma_.lower() not in {"percentage", "proportion", "share"}:
        return None
    whole = grammar.complement(part, "of")
    index = seen.nouns.inside.get(whole.i) if whole is not None else None
    if index is not None and index < len(seen.subjects):  # "the share of 15-year-olds who smoke"
        return Subject(seen.subjects[index].counted, anchor, anchor)
    thing = whole is not None and grammar.is_noun(whole) and seen.nouns.is_thing(whole)
    return seen.of(whole, anchor, holder=anchor) if whole is not None and thing else None


def _is_no_measure(found: Subject) -> bool:
    """Whether a noun is neither an amount nor what one has changed, so that a poll's share is not of it."""
    noun = found.noun
    if noun is None or names_measure(noun) or is_change(noun):
        return False
    verb = grammar.clause_head(found.anchor)
    return verb is None or grammar.subject(verb) != noun or verb.lemma_.lower() not in measuring_verbs()


def _spoken_of(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what the share before was of, where this one is only "its": "It is to rise to 2.9 percent"."""
    verb = grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.lower_ not in {"it", "they"} or not seen.amounts:
        return None
    last = seen.amounts[-1]
    near = last.kind == "share" and amount.span.start - last.span.end <= _NEAR
    return (
        Subject(seen.subjects[-1].counted, anchor, anchor)
        if near and verb.lemma_ in measuring_verbs()
        else None
    )


def _measure_again(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the measure of the share before that "it" stands for: "the ministry said it was 3 percent"."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.kind != "share" or amount.span.start - last.span.end > _NEAR:
        return None
    noun = seen.subjects[-1].noun
    measured = noun is not None and names_measure(noun) and not polls.speaks_of(anchor, "nouns")
    again = _IT_IS.search(seen.text, anchor.sent.start_char, amount.span.start)
    named = again is not None and again[0].lower().startswith("the ")  # "the figure was above 90 percent"
    return Subject(seen.subjects[-1].counted, anchor, anchor, noun) if again and (measured or named) else None


def _whole_behind_next(seen: Seen, amount: Amount) -> Token | None:
    """Give what is said once behind the second of two shares: "40% and 36% of the market"."""
    index = len(seen.amounts) + 1
    following = seen.all[index] if index < len(seen.all) else None
    if following is None or following.kind != "share":
        return None
    if seen.text[amount.span.end : following.span.start] not in {" and ", " from ", " or ", " to "}:
        return None
    return seen.nouns.behind(following, preposition="of")


def _owned(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what somebody has a share of: "a firm that is 92%-owned", "the mill is owned 51% by"."""
    verb = _owning_beside(anchor) or grammar.clause_head(anchor)
    if _OWNED.match(seen.text, amount.span.end):
        owned = grammar.modified(anchor) or seen.nouns.subject(anchor)
    elif verb is None or verb.lemma_.lower() not in words("given", "owned") or verb.tag_ != "VBN":
        return None
    else:
        active = grammar.auxiliaries(verb) & {"had", "has", "have", "having"}
        owned = anchor.head if verb.head == anchor else grammar.subject(verb) if not active else None
    return seen.of(owned, anchor, holder=anchor) if owned is not None and grammar.is_noun(owned) else None


def _owning_beside(anchor: Token) -> Token | None:
    """Give what is said of a share set beside a firm: "Orel Air, 34 percent [owned] by the state"."""
    said = grammar.children(anchor, "acl") if anchor.dep_ == "appos" and is_name(anchor.head) else []
    return next((verb for verb in said if verb.lemma_.lower() in words("given", "owned")), None)


def _are_people(found: Subject) -> bool:
    """Whether those counted before can be told apart by what they do, as "those who" are."""
    return found.counted.head == "person" or (found.noun is not None and is_person(found.noun))


def _of_those(seen: Seen, anchor: Token) -> Subject:
    """Give people who are told apart only by what they do: "half those who came"."""
    if polls.speaks_of(anchor, "nouns"):
        return population(seen, anchor)
    return Subject(supplied("person"), anchor, anchor)


def _opening_whole(seen: Seen, anchor: Token) -> Token | None:
    """Give the whole that a sentence opens with: "Of the 300 letters, more than 90 percent came late"."""
    sentence = anchor.sent
    if sentence[0].lower_ != "of" or not anchor.dep_.startswith("nsubj"):
        return None
    wholes = [token for token in grammar.clause_opening(sentence) if token.tag_ in {"NNS", "NNPS"}]
    return wholes[0] if wholes and wholes[0].i not in seen.nouns.inside else None


def _share_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the whole of the share before that did something too: "80% of nurses ..., while 14% did"."""
    for earlier, subject in seen.latest():
        inside = earlier.span.start >= anchor.sent.start_char
        far = earlier.kind == "count" or amount.span.start - earlier.span.end > _NEAR
        if not inside and (far or polls.speaks_of(anchor, "nouns")):
            return None
        if earlier.kind == "share":
            named = subject.noun is not None and (not inside or subject.anchor.dep_.startswith("nsubj"))
            return Subject(subject.counted, anchor, anchor) if named else None
    return None


def _whole_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what a share is of where no poll is told of: "of the 12 seats, half are vacant"."""
    if polls.speaks_of(anchor, "nouns"):
        return None
    whole = seen.earlier_in_sentence(anchor, kind="count") or seen.earlier_nearby(amount)
    return Subject(whole.counted, anchor, anchor) if whole is not None else None


def _moved_before(seen: Seen, anchor: Token) -> Subject | None:
    """Give what moved by the amount before, where a share is said of the move: "down $2, a 26% drop"."""
    for kind in ("money", "measure"):
        earlier = seen.earlier_in_sentence(anchor, kind=kind)
        if earlier is not None:
            return Subject(earlier.counted, anchor, anchor)
    return None


def _changed_before(seen: Seen, amount: Amount, change: Token, anchor: Token) -> Subject | None:
    """Give what the share before was of, where this one only says a change: "had expected a 3% rise"."""
    last = seen.last(amount, kinds={"share"})
    if last is None or "\n\n" in seen.text[seen.amounts[-1].span.end : amount.span.start]:
        return None
    return Subject(last.counted, change, anchor) if last.noun is not None else None


def _in_row_of_names(seen: Seen, noun: Token | None, anchor: Token) -> Subject | None:
    """Give what a row counts whose verb is said once: "sales are up at both: Orel by 3%, Moore by 4%"."""
    if noun is None or not is_name(noun) or grammar.preposition(anchor) != "by":
        return None
    earlier = seen.earlier_in_sentence(anchor, kind="share")
    return Subject(earlier.counted, anchor, anchor) if earlier is not None else None


def _of_asked(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give whom a share is of that somebody has in a poll, or that is said of one group asked."""
    if polls.margin_of_error(seen.doc, amount) is not None:
        return None
    group = polls.group_beside(amount, anchor)
    if group is not None:
        return seen.of(group, anchor, holder=anchor)
    if polls.is_won_by(amount, anchor):
        return Subject(_VOTE, anchor, anchor)
    if polls.is_lead_or_support(amount, anchor):
        return _of_voters(seen, anchor)
    if polls.is_of_votes_cast(anchor):
        return Subject(_VOTE, anchor, anchor)
    return population(seen, anchor) if polls.is_of_group(anchor) else None


def _held(seen: Seen, anchor: Token) -> Subject | None:
    """Give stock, or what the last stake was in, for a share that somebody owns: "who own 31 percent"."""
    verb = grammar.clause_head(anchor)
    owns = verb is not None and verb.lemma_ in {"hold", "own"} and grammar.direct_object(verb) == anchor
    if not owns or polls.speaks_of(anchor, "nouns"):
        return None
    return Subject(seen.stake or _STOCK, anchor, anchor)


def _of_voters(seen: Seen, anchor: Token) -> Subject | None:
    """Give whom a share is of that nothing is said of in its sentence: those asked, or the votes cast."""
    if polls.speaks_of(anchor, "nouns"):
        return population(seen, anchor)
    return Subject(_VOTE, anchor, anchor) if polls.speaks_of(anchor, "elections") else None


def _modified_by_share(seen: Seen, anchor: Token) -> Token | None:
    """Give what a share before a noun is of: "a 50% stake in a firm", "an 18 percent drop in sales"."""
    noun = seen.nouns.modified(anchor)
    if noun is None:
        return None
    if is_change(noun):
        return seen.nouns.changing(noun, anchor) or noun
    lemma, parts = noun.lemma_.lower(), grammar.children(noun, "compound")
    if lemma in words("container", "marks") or any(map(is_change, parts)):  # "a 12% growth forecast"
        measured = [part for part in parts if names_measure(part)]
        return measured[-1] if measured else seen.nouns.last_measure(anchor) or noun
    return through_container(noun)


def population(seen: Seen, anchor: Token) -> Subject:
    """Give those asked: named in the sentence ("among likely voters"), as before, or elsewhere."""
    if polls.names_those_asked(anchor.sent):
        return Subject(supplied("respondent"), anchor, anchor)
    asked = polls.asked_in_sentence(anchor)
    if asked is not None:
        return seen.of(asked, anchor, holder=anchor)
    return _asked_before(seen, anchor) or _asked_at_all(seen, anchor)


def _asked_before(seen: Seen, anchor: Token) -> Subject | None:
    """Give those of whom the share before was, or whom somebody was said to have asked since."""
    questioned = polls.questioned_before(anchor)
    for earlier, subject in seen.latest():
        if questioned is not None and earlier.span.start < questioned.idx:
            return seen.of(questioned, anchor, holder=anchor)
        head = subject.counted.head.lower()
        apart = head in words("poll", "parts") and earlier.span.start < anchor.sent.start_char
        if earlier.kind == "share" and head in words("poll", "people") | seen.groups and not apart:
            return Subject(subject.counted, anchor, anchor)
    return seen.of(questioned, anchor, holder=anchor) if questioned is not None else None


def _asked_at_all(seen: Seen, anchor: Token) -> Subject:
    """Give those asked as a text names them only elsewhere, else those who gave the answers."""
    asked = polls.asked_elsewhere(anchor.sent)
    if asked is not None:
        return seen.of(asked, anchor, holder=anchor)
    return Subject(supplied("respondent"), anchor, anchor)
