"""Who is of an age."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.nouns.actors import is_name
from addup.reading.nouns.amounts import names_measure
from addup.reading.nouns.people import is_person
from addup.records import Amount, Counted

_OLDS = re.compile(r"(?:-years?-|-| years? )olds\b", re.IGNORECASE)
_NAME_BEHIND = re.compile(r"-year-old (?P<name>[A-Z][a-z]\w+(?: [A-Z][\w.'’-]*)+)(?=[,.;:]| [a-z])")
_AGES = frozenset({"age", "aged", "ages", "between", "from", "of", "the"})
_THOSE_AGED = re.compile(
    r"\b(?:anybody|anyone|everyone|those|people) (?:ages?|aged|over|under|between)[^.,;]{0,12}$|\bthose $"
)
_ALONE = re.compile(r"-year-old (?:had|has|is|said|was|who|will)\b")  # "an 18-year-old who"
_THE_OLD = re.compile(r"-years?-old\b")
_SAID_BY = re.compile(r"[\"”]\s(?:added|asked|recalled|replied|said|says|wrote) the $")
_SPOKEN_OF = 120  # tokens over which "she" reaches back
_IS_AGED = re.compile(r"\baged \d|\bat age \d")
# "mothers younger than 20", "workers as young as 14", "the median age of the patients was 47"
_YOUNGER_THAN = re.compile(r"\b(?P<noun>[A-Za-z]+) (?:aged )?(?:(?:old|young)er than|as (?:old|young) as) $")
_AGE_OF = re.compile(
    r"\b(?:average|mean|median|typical) age (?:of|for|among) (?:the |its |their )?(?P<noun>[a-z]+)"
    r"(?: (?:at|in|on) [^,.;]{1,30})? (?:is|was|rose to|fell to) (?:about |around |just |only )?$"
)
_AT_AGE = re.compile(r",\s(?:at\s|aged?\s)?$")


def age(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give who is so old."""
    if _OLDS.match(seen.text, amount.number.end) or _ALONE.match(seen.text, amount.number.end):
        return unsaid("person", anchor)
    name = _name_behind(seen, amount)
    if name is None and _THE_OLD.match(seen.text, amount.number.end):
        name = _named_before(seen, amount)
    if name is not None:
        return Subject(name, anchor, anchor)
    if _THOSE_AGED.search(seen.text, max(0, amount.span.start - 24), amount.span.start):
        return unsaid("person", anchor)
    noun = _of_such_age(seen, amount) or _whose_age(seen, amount, anchor)
    if noun is not None and _is_verb_behind(noun, anchor):
        return unsaid("person", anchor)
    if noun is None or noun.lemma_.lower() == "age":
        return _of_clause(seen, amount, anchor)
    return _of_noun(seen, noun, anchor)


def _is_verb_behind(noun: Token, anchor: Token) -> bool:
    """Whether what is tagged as a plural behind an age is a verb: "the 29-year-old tackles the debate"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    hyphened = noun.i > anchor.left_edge.i and noun.nbor(-1).lower_ == "old"
    return hyphened and noun.tag_ == "NNS" and behind.tag_ in {"DT", "PRP$"}


def _whose_age(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that an age stands beside."""
    noun = _before_ages(seen, amount) or _aged(seen, amount) or _old_behind(seen, amount)
    noun = noun or grammar.modified(anchor)
    if noun is None and anchor.dep_ in {"appos", "nmod", "nummod", "amod", "nmod:unmarked", "acl", "dep"}:
        return anchor.head if grammar.is_noun(anchor.head) else None
    return noun


def _of_such_age(seen: Seen, amount: Amount) -> Token | None:
    """Give the people whose age is held against another, or is one on the average."""
    start = amount.span.start
    for said in (_YOUNGER_THAN, _AGE_OF):
        found = said.search(seen.text, max(0, start - 90), start)
        noun = grammar.span_of(seen.doc, *found.span("noun"))[0] if found is not None else None
        if noun is not None and (noun.tag_ in {"NNS", "NNPS"} or is_person(noun)):
            return noun
    return None


def _of_clause(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give who is so old by the clause: "she was 44", "54 percent were 45 or older"."""
    verb = grammar.predicate(anchor)
    noun = grammar.subject(verb) if verb is not None else None
    if noun is not None and noun.lower_ in {"he", "she"} and (name := person_before(noun)) is not None:
        return Subject(name, anchor, anchor)
    numbered = seen.at(noun) if noun is not None else None
    if noun is not None and numbered is not None and not seen.amounts[seen.nouns.inside[noun.i]].worded:
        return as_before(numbered, anchor)
    if noun is not None and noun.lemma_.lower() == "age":  # "the patients' ages ranged from 4 to 89"
        noun = next(iter(grammar.children(noun, "nmod:poss")), None) or grammar.complement(noun, "of")
    if noun is not None and not grammar.is_noun(noun):
        noun = grammar.complement(noun, "of") or noun  # "most of the patients were in their 60s"
    who = next(iter(grammar.children(verb, "nsubj", "nsubj:pass")), None) if verb is not None else None
    if who is not None and who.lower_ == "who":
        noun = _before_relative(who) or noun
    noun = noun if noun is not None and grammar.is_noun(noun) else None
    is_aged = _IS_AGED.search(seen.text, max(0, amount.span.start - 8), amount.span.end) is not None
    may_be = is_aged or (noun is not None and (is_name(noun) or is_person(noun)))
    if amount.unit_text is None and not may_be:
        noun = None  # "the retirement age is 67"
    return _of_noun(seen, noun, anchor)


def _before_relative(who: Token) -> Token | None:
    """Give the noun that a relative clause is of, the one before its pronoun: "[Bell], who died at 74"."""
    place = who.i - 1
    while place > who.sent.start and who.doc[place].is_punct:
        place -= 1
    before = who.doc[place]
    return before if grammar.is_noun(before) and (is_name(before) or is_person(before)) else None


def _of_noun(seen: Seen, noun: Token | None, anchor: Token) -> Subject:
    """Give who is so old by a noun, people where it is none of theirs."""
    return seen.of(noun, anchor) if noun is not None and not names_measure(noun) else unsaid("person", anchor)


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
    words_of_age = seen.span_of(amount)
    first, behind = words_of_age[0], seen.doc[words_of_age.end : words_of_age.end + 1]
    if behind and behind[0].tag_.startswith(("NN", "JJ")):
        return None  # "the 46-year-old senator"
    definite = any(token.lower_ == "the" for token in seen.doc[max(0, first.i - 3) : first.i])
    said = _SAID_BY.search(seen.text, max(0, amount.span.start - 24), amount.span.start)
    if said is not None:  # the speaker is nobody named in what is quoted
        opening = max(seen.text.rfind(quote, 0, said.start()) for quote in '"“')
        if opening >= 0:
            first = grammar.span_of(seen.doc, opening, opening + 1)[0]
    return person_before(first) if definite else None


def person_before(token: Token) -> Counted | None:
    """Give the person named last before a word, by the fullest name near it."""
    before = reversed(token.doc[max(0, token.i - _SPOKEN_OF) : token.i])
    named = next((word for word in before if word.ent_type_ == "PERSON"), None)
    if named is None:
        return None
    name = grammar.name_around(named)
    return Counted(name.text, name[-1].text)


def _before_ages(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun whose ages follow: "voters ages 18 to 39", "men between the ages of 18 and 54"."""
    first = seen.span_of(amount).start
    index, named = first - 1, False
    while index > 0 and seen.doc[index].lower_ in _AGES:
        named = named or seen.doc[index].lower_.startswith("age")
        index -= 1
    noun = seen.doc[index] if named and index >= 0 else None
    return noun if noun is not None and noun.tag_ == "NNS" and noun.i not in seen.nouns.inside else None


def _old_behind(seen: Seen, amount: Amount) -> Token | None:
    """Give the people whose age follows without a comma: "open to employees 55 years old or older"."""
    first = seen.span_of(amount).start
    before = seen.doc[max(0, first - 1)]
    return before if before.tag_ == "NNS" and is_person(before) and before.i < first else None


def _aged(seen: Seen, amount: Amount) -> Token | None:
    """Give the one whose age stands set off behind: "Moore, 37 years old", "Moore, at 16 the first"."""
    comma = _AT_AGE.search(seen.text, max(0, amount.span.start - 6), amount.span.start)
    if comma is None or comma.start() == 0:
        return None
    before = grammar.span_of(seen.doc, comma.start() - 1, comma.start())[-1]
    return before if grammar.is_noun(before) and (is_name(before) or is_person(before)) else None
