"""What a measure, a length of time or an age is of."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.counting.clause import from_verb
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.frames import nominal, words
from addup.reading.nouns import is_name, names_measure, supplied, through_container
from addup.reading.people import is_person
from addup.records import Amount, Counted

_ENDED = re.compile(r"\s+end(?:ed|ing)\b")
_DIRECTION = re.compile(
    r"\s*(?:\([^()]{1,30}\)|\))?\s*"
    r"(?:(?:due |to the )?"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern|wards?)?\b"
    r"|away\b|(?:off|from|inland) )",
    re.IGNORECASE,
)
_OF_MAGNITUDE = re.compile(r"\b(?P<noun>[a-z]+) (?:of|with) (?:an? )?(?:\w+ )?magnitude (?:of )?\Z")
_WHEN = re.compile(r" (?:after|ago|before|later)\b")
_SENTENCE_END = re.compile(r"[.;:!?,]")
_SAME_PHRASE = 9  # tokens over which a noun goes on with what is said of it
_OLDS = re.compile(r"(?:-years?-|-| years? )olds\b", re.IGNORECASE)
_NAME_BEHIND = re.compile(r"-year-old (?P<name>[A-Z][a-z]\w+(?: [A-Z][\w.'’-]*)+)(?=[,.;:]| [a-z])")
_AGES = frozenset({"age", "aged", "ages", "between", "from", "of", "the"})
_THOSE_AGED = re.compile(
    r"\b(?:anybody|anyone|everyone|those|people) (?:ages?|aged|over|under|between)[^.,;]{0,12}$"
)
_CONVERTED = re.compile(
    r" \(~?[\d,.]+[- ][^()]{1,24}\) (?=[a-z])"
)  # "a 44-square-mile (114-square-km) blaze"
_ALONE = re.compile(r"-year-old (?:had|has|is|said|was|who|will)\b")  # "an 18-year-old who"
_THE_OLD = re.compile(r"-years?-old\b")
_SPOKEN_OF = 120  # tokens over which "she" reaches back
_IS_AGED = re.compile(r"\baged \d|\bat age \d")
_SIZED = re.compile(r" (?:across|deep|high|long|tall|thick|wide)\b")
_AT_AGE = re.compile(r",\s(?:at\s|aged?\s)?$")


def measure(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what is so long, heavy, high or so many times another thing."""
    if amount.unit in words("measure", "lengths") and _is_of_direction(seen, amount):
        return Subject(supplied("distance"), anchor, anchor)
    joined = seen.follows_on(amount) or seen.compared(amount, anchor)
    if joined is not None:
        return Subject(joined.counted, joined.holder, anchor)
    nouns = seen.nouns
    compared = _multiplied(seen, amount, anchor) if amount.unit == "time" else _on_board(seen, amount)
    if compared is not None:
        return seen.of(compared, anchor)
    noun = nouns.complement(anchor, "of") or nouns.modified(anchor)
    noun = noun or nouns.behind(amount, preposition="of")  # "tons a year of carbon"
    noun = noun or _behind_conversion(seen, amount) or _before_as(seen, amount) or _so_large(seen, amount)
    noun = noun or nouns.above(anchor)
    if noun is None:
        noun = _lost(amount, anchor)
    if noun is None and _is_of_body(seen.doc, amount):
        noun = grammar.subject(grammar.clause_head(anchor) or anchor)
    if noun is not None:
        return seen.of(noun, anchor)
    area = amount.unit in {"acre", "hectare"} or (amount.unit or "").startswith("square ")
    length = amount.unit in words("measure", "lengths")
    if length and amount.per == "hour":
        return _of_speed(seen, anchor)
    return from_verb(seen, amount, anchor, otherwise="land" if area else "distance" if length else "total")


def _behind_conversion(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun that a length and the same in other units stand before."""
    converted = _CONVERTED.match(seen.text, amount.span.end)
    return seen.nouns.phrase_at(converted.end()) if converted is not None else None


def _so_large(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun right before how high or wide it is: "left a [crater] three metres wide"."""
    if not _SIZED.match(seen.text, amount.span.end):
        return None
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    before = seen.doc[first - 1] if first > 0 else None
    if before is None or before.tag_ not in {"NN", "NNS"}:
        return None
    whole = before.head if before.dep_ == "nmod" and grammar.preposition(before) == "of" else before
    return whole if seen.nouns.is_thing(whole) else None  # "a [plume] of smoke 20 metres high"


def _before_as(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun right before "as high as 20 feet"."""
    if not amount.span.text.lower().startswith("as ") or amount.span.start == 0:
        return None
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    before = seen.doc[max(0, first - 1)]
    return before if grammar.is_noun(before) and seen.nouns.is_thing(before) else None


def _of_speed(seen: Seen, anchor: Token) -> Subject:
    """Give what goes so fast: the subject, else speed."""
    verb = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    moving = subject is not None and grammar.is_noun(subject) and seen.nouns.is_thing(subject)
    return (
        seen.of(subject, anchor)
        if subject is not None and moving
        else Subject(supplied("speed"), anchor, anchor)
    )


def _multiplied(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what is so many times something: the object of "doubled", the subject, or what is compared.

    "The fine is twice the donation" is of the fine, "at three times the rate" of the rate, "four times as
    many as" of what was counted before.
    """
    if grammar.is_verb(anchor):
        target = seen.nouns.target(anchor, anchor) or seen.nouns.behind_article(amount)
        return through_container(target) if target is not None else None
    last = grammar.span_of(seen.doc, amount.span.start, amount.span.end)[-1].i
    if seen.doc[last + 1 : last + 3].text.lower() in {"as many", "as much"}:
        earlier = seen.earlier_in_sentence(anchor, kind="count")
        compared = seen.nouns.phrase_at(seen.doc[last + 3].idx) if last + 3 < len(seen.doc) else None
        return compared or (earlier.noun if earlier is not None else None)
    predicate = anchor if grammar.children(anchor, "cop") else anchor.head
    subject = grammar.subject(predicate) if grammar.children(predicate, "cop") else None
    if subject is not None and seen.nouns.is_thing(subject):
        return through_container(subject)
    times = seen.nouns.behind_article(amount)
    return through_container(times) if times is not None else None


def _on_board(seen: Seen, amount: Amount) -> Token | None:
    """Give what a board of prices has right before bare points: "industrials 2,596.72, off 17.01"."""
    if amount.unit == "magnitude":
        return seen.noun_before(_OF_MAGNITUDE, amount, before=40)  # "a quake of magnitude 7.1"
    if amount.unit != "point" or amount.unit_text is not None:
        return None
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    before = seen.doc[first - 1] if first > 0 else None
    return before if before is not None and grammar.is_noun(before) else None


def _lost(amount: Amount, anchor: Token) -> Token | None:
    """Give what lost so many points: "the index lost 85 points"."""
    verb = grammar.clause_head(anchor) if amount.unit == "point" else None
    if verb is None or grammar.direct_object(verb) != anchor:
        return None
    return grammar.subject(verb) if verb.lemma_.lower() in words("change", "down_measured") else None


def _is_of_direction(seen: Seen, amount: Amount) -> bool:
    """Whether a length says how far one place lies from another ("50 miles (80 km) south of Belfast")."""
    return bool(_DIRECTION.match(seen.text, amount.span.end))


def duration(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what lasts so long, time where the text names nothing."""
    nouns = seen.nouns
    counted = _counted_within(seen, amount)
    if counted is not None:
        return Subject(counted.counted, anchor, anchor)
    stands_for = _stands_for(seen, amount, anchor)
    if stands_for is not None:
        return Subject(supplied(stands_for), anchor, anchor)
    noun = nouns.modified(anchor) or nouns.complement(anchor, "of") or nouns.behind(amount, preposition="of")
    if noun is None and not (amount.unit_text or "s").endswith("s"):
        noun = nouns.behind(amount) or nouns.extreme_behind(amount)  # "a five-year plan", "low"
    noun = noun or nouns.gerund_behind(amount) or nouns.best_in(anchor)
    if noun is None and grammar.preposition(anchor) == "of":
        noun = nouns.above(anchor)  # "a wait of three days"
    if noun is not None:
        return seen.of(noun, anchor)
    numerous = _numerous_subject(seen, anchor) if _is_how_long(anchor) else None
    if numerous is not None:
        return Subject(numerous.counted, anchor, anchor)
    lasting = _estimated(seen, anchor) or (nouns.lasting(anchor) if _is_how_long(anchor) else None)
    lasting = lasting or _becoming(seen, amount, anchor)
    if lasting is not None:
        return Subject(nouns.counted(lasting), anchor, anchor)
    nominal_noun = _nominal_of_clause(anchor)
    somebody = _pronoun_named(anchor) if nominal_noun is None else None
    return Subject(somebody or supplied(nominal_noun or "time"), anchor, anchor)


def _estimated(seen: Seen, anchor: Token) -> Token | None:
    """Give what is estimated to last so long: "the wait is put at five to six days"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) == "at" else None
    verb = anchor if grammar.is_verb(anchor) else verb  # the hedge "estimated at" holds the verb
    if verb is None or verb.lemma_.lower() not in words("aspect", "estimating"):
        return None
    subject = grammar.subject(verb) if grammar.is_passive(verb) else None
    return subject if subject is not None and seen.nouns.is_thing(subject) else None


def _becoming(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give to what something happens in so long, where nobody does it to anything: "ends in three years".

    What somebody does within a time is told of the time alone: "save lives in three years".
    """
    if grammar.preposition(anchor) not in {"in", "over", "within"} or _WHEN.match(seen.text, amount.span.end):
        return None
    verb = grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None or grammar.children(verb, "obj"):
        return None
    common = subject.tag_ in {"NN", "NNS"} and seen.nouns.is_thing(subject)
    return through_container(subject) if common else None


def _pronoun_named(anchor: Token) -> Counted | None:
    """Give the person that "he" or "she" stands for, who did something for so long."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) == "for" else None
    subject = grammar.subject(verb) if verb is not None else None
    return _person_before(subject) if subject is not None and subject.lower_ in {"he", "she"} else None


def _counted_within(seen: Seen, amount: Amount) -> Subject | None:
    """Give what was counted in so long: "6.7 million posts in 10 hours"."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.kind != "count":
        return None
    between = grammar.span_of(seen.doc, last.span.end - 1, amount.span.start)
    within = between[-1].lower_ in {"in", "within"} and len(between) <= _SAME_PHRASE
    goes_on = not any(map(grammar.is_verb, between)) and not _SENTENCE_END.search(between.text)
    return seen.subjects[-1] if within and goes_on else None


def _stands_for(seen: Seen, amount: Amount, anchor: Token) -> str | None:
    """Give what a length of time is called by: a period that ended, or a bond ("the 30-year rose")."""
    if _ENDED.match(seen.text, amount.span.end):  # "the six months ended June 30"
        return "period"
    hyphened = amount.unit == "year" and seen.text[amount.number.end : amount.number.end + 1] == "-"
    return "bond" if hyphened and anchor.dep_.startswith("nsubj") else None


def _numerous_subject(seen: Seen, anchor: Token) -> Subject | None:
    """Give those of whom the subject is a number: "thousands will come over the next days"."""
    verb = grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    index = seen.nouns.inside.get(subject.i) if subject is not None else None
    if verb is None or index is None or index >= len(seen.subjects):
        return None
    return seen.subjects[index] if grammar.direct_object(verb) in {None, subject} else None


def age(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give who is so old."""
    if _OLDS.match(seen.text, amount.number.end) or _ALONE.match(seen.text, amount.number.end):
        return Subject(supplied("person"), anchor, anchor)
    name = _name_behind(seen, amount)
    if name is None and _THE_OLD.match(seen.text, amount.number.end):
        name = _named_before(seen, amount)
    if name is not None:
        return Subject(name, anchor, anchor)
    if _THOSE_AGED.search(seen.text, max(0, amount.span.start - 24), amount.span.start):
        return Subject(supplied("person"), anchor, anchor)
    noun = _before_ages(seen, amount) or _aged(seen, amount) or _old_behind(seen, amount)
    noun = noun or grammar.modified(anchor)
    if noun is None and anchor.dep_ in {"appos", "nmod", "nummod", "amod", "nmod:unmarked", "acl", "dep"}:
        noun = anchor.head if grammar.is_noun(anchor.head) else None
    if noun is None or noun.lemma_.lower() == "age":
        verb = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
        noun = grammar.subject(verb) if verb is not None else None
        if noun is not None and noun.lower_ in {"he", "she"} and (name := _person_before(noun)) is not None:
            return Subject(name, anchor, anchor)
        index = seen.nouns.inside.get(noun.i) if noun is not None else None
        if index is not None and index < len(seen.subjects) and not seen.amounts[index].worded:
            return Subject(seen.subjects[index].counted, anchor, anchor)  # "54 percent were 45 or older"
        noun = noun if noun is not None and grammar.is_noun(noun) else None
        is_aged = _IS_AGED.search(seen.text, max(0, amount.span.start - 8), amount.span.end) is not None
        may_be = is_aged or (noun is not None and (is_name(noun) or is_person(noun)))
        if noun is not None and amount.unit_text is None and not may_be:
            noun = None  # "the retirement age is 67"
    aged = noun is not None and not names_measure(noun)
    return seen.of(noun, anchor) if noun and aged else Subject(supplied("person"), anchor, anchor)


def _name_behind(seen: Seen, amount: Amount) -> Counted | None:
    """Give who is named right behind an age: "61-year-old Jo Bell", not "61-year-old New York woman"."""
    found = _NAME_BEHIND.match(seen.text, amount.number.end)
    if found is None:
        return None
    last = grammar.span_of(seen.doc, found.end() - 1, found.end())[-1]
    goes_on = last.i + 1 < len(seen.doc) and last.nbor().tag_.startswith(("NN", "JJ"))
    return None if goes_on else Counted(found["name"], last.text)


def _named_before(seen: Seen, amount: Amount) -> Counted | None:
    """Give of whom "the 46-year-old" is said: the person named last."""
    words_of_age = grammar.span_of(seen.doc, amount.span.start, amount.span.end)
    first, behind = words_of_age[0], seen.doc[words_of_age.end : words_of_age.end + 1]
    if behind and behind[0].tag_.startswith(("NN", "JJ")):
        return None  # "the 46-year-old senator"
    definite = any(token.lower_ == "the" for token in seen.doc[max(0, first.i - 3) : first.i])
    return _person_before(first) if definite else None


def _person_before(token: Token) -> Counted | None:
    """Give the person named last before a word, by the fullest name near it."""
    before = reversed(token.doc[max(0, token.i - _SPOKEN_OF) : token.i])
    named = next((word for word in before if word.ent_type_ == "PERSON"), None)
    if named is None:
        return None
    name = grammar.name_around(named)
    return Counted(name.text, name[-1].text)


def _before_ages(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun whose ages follow: "voters ages 18 to 39", "men between the ages of 18 and 54"."""
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    index, named = first - 1, False
    while index > 0 and seen.doc[index].lower_ in _AGES:
        named = named or seen.doc[index].lower_.startswith("age")
        index -= 1
    noun = seen.doc[index] if named and index >= 0 else None
    return noun if noun is not None and noun.tag_ == "NNS" and noun.i not in seen.nouns.inside else None


def _old_behind(seen: Seen, amount: Amount) -> Token | None:
    """Give the people whose age follows without a comma: "open to employees 55 years old or older"."""
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    before = seen.doc[max(0, first - 1)]
    return before if before.tag_ == "NNS" and is_person(before) and before.i < first else None


def _aged(seen: Seen, amount: Amount) -> Token | None:
    """Give the one whose age stands set off behind: "Moore, 37 years old", "Moore, at 16 the first"."""
    comma = _AT_AGE.search(seen.text, max(0, amount.span.start - 6), amount.span.start)
    if comma is None or comma.start() == 0:
        return None
    before = grammar.span_of(seen.doc, comma.start() - 1, comma.start())[-1]
    return before if grammar.is_noun(before) and (is_name(before) or is_person(before)) else None


def _is_of_body(doc: Doc, amount: Amount) -> bool:
    """Whether a measure is of whom or what the clause is about: "weighs 70 kilograms", "is 2 metres tall"."""
    span = grammar.span_of(doc, amount.span.start, amount.span.end)
    beside = doc[max(0, span.start - 1) : span.start].text, doc[span.end : span.end + 1].text
    return any(word.lower() in words("measure", "of_bodies") for word in beside)


def _nominal_of_clause(anchor: Token) -> str | None:
    """Give what a clause without an object is about: profit in "in the nine months, the firm earned $3"."""
    verb = grammar.clause_head(anchor)
    told = verb is not None and _is_how_long(anchor)
    return nominal(verb.lemma_.lower()) if verb is not None and told else None


def _is_taken(verb: Token, anchor: Token) -> bool:
    """Whether a duration is what something takes ("the trial will take two weeks")."""
    return verb.lemma_ == "take" and grammar.direct_object(verb) == anchor


def _is_how_long(anchor: Token) -> bool:
    """Whether a duration says how long something lasts ("for three years"), not when or by when it was."""
    verb = grammar.clause_head(anchor)
    if verb is not None and (verb.lemma_ == "last" or _is_taken(verb, anchor)):
        return True
    preposition = grammar.preposition(anchor)
    spans = words("period", "spans")
    if (
        anchor.dep_ == "nsubj" or preposition == "of"
    ):  # "the next weeks will see", "results of the past years"
        spans -= {"the"}
    elif preposition not in {"in", "during"}:
        return preposition in {"for", "over", "through", "throughout"}
    # "in the past week" something went on, "in two years" says when
    return any(child.lower_ in spans for child in grammar.children(anchor, "amod", "det"))
