"""How many people a noun phrase speaks of, at the least.

The minimum counting of the Afghanistan Analysts Network (see `tolls.toml` and the convention `aan` of
`addup.words`): a bare plural is two, several are three, "more than 30" is 31, a group is three.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.nouns.people import (
    PRONOUNS,
    RELATIVE,
    counted_noun,
    is_person,
    is_persons_name,
    lemma_of_people,
)
from addup.reading.parsed import tokens_from
from addup.reading.tolls.words import least
from addup.reading.tolls.words import words as toll_words
from addup.words import AmountError, Meaning, phrases, read_amount

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "all"})
_HIS = frozenset({"his", "her"})
_ARTICLES = frozenset({"a", "an"})
_NEGATIVE = frozenset({"no", "neither", "none", "nobody", "nothing"})
_CLAUSES = frozenset({"ROOT", "root", "conj", "parataxis"})
_COMPANY = frozenset({"along", "together"})
_INCLUDING = frozenset({"including", "among"})
_NUMBER_TAGS = frozenset({"CD", "JJ", "DT", "PRP"})
# What stands in front of a noun phrase without belonging to it.
_OUTSIDE = frozenset({"cc", "punct", "case", "mark"})
_LONGEST_AMOUNT = 7
# The longest phrase of a plural without a number: "suspected rebels".
_BARE = 2
# More than these are the people in general, whatever they are called.
_FEW = 2


@dataclass(frozen=True, slots=True)
class People:
    """People named together: "two suspected insurgents", "a Taliban leader".

    `least` is the least number of them, None where the words set no lower end ("up to 20"), 0 for nobody.
    `part` says that they are one or two named by a part that they play (leader, driver), not as just anyone,
    nor as another's ("his driver"). `known` marks those who were spoken of before ("the suspects", "him"),
    `inside` those within a number before them. `noun` is the token that they hang on.
    """

    noun: Token
    least: int | None
    part: bool = False
    known: bool = False
    inside: bool = False


def people_in(noun: Token, word: Token) -> tuple[People, ...]:
    """Count the people of a noun phrase, one entry for each of the nouns joined in it.

    Those behind "including" stand inside the number before them and are marked so. `word` is the verb or
    noun that says what happened to them.
    """
    if _opening(noun)[:1] and _opening(noun)[0].lower_ in _NEGATIVE:
        return ()
    others = (*_joined(noun, word), *_behind_verb(noun, word), *_company(noun, word))
    beside = any(map(is_person, others))  # "the trainer was detained along with two rebels"
    first = (noun,) if _may_be_people(noun) or (beside and grammar.is_noun(noun)) else ()
    found = [count(head) for head in (*first, *filter(_may_be_people, others))]
    return (*found, *_inside(noun))


def count(noun: Token) -> People:
    """Count the people of one noun, without those joined to it."""
    if noun.lower_ in PRONOUNS or noun.tag_ in RELATIVE:
        referred = PRONOUNS.get(noun.lower_, 1)
        return People(noun, referred, part=referred == 1, known=True)
    kind = counted_noun(noun)
    opening = [token.lower_ for token in _opening(noun)]
    named = is_persons_name(kind)
    known = not named and not is_rest(noun) and (_is_definite(noun) or _shares_article(noun))
    further = not toll_words("least", "further").isdisjoint(opening)
    of_him = _is_his(kind)
    number = _number(noun, opening[1:] if _is_definite(noun) else opening)
    few = number is not None and number <= _FEW  # 40 passengers are the 40 people of the next sentence
    part = few and not further and not of_him and (named or _plays_a_part(kind))
    return People(noun, number, part=part, known=known and not of_him)


def _opening(noun: Token) -> list[Token]:
    """Give the words of a noun phrase up to its noun, without the preposition or "and" in front."""
    tokens = list(noun.doc[_name_before(noun).left_edge.i : noun.i + 1])
    numbers = grammar.children(noun, "nummod")
    while len(tokens) > 1 and _is_outside(tokens, (noun, *numbers)):
        tokens.pop(0)
    if numbers and tokens[0].dep_ == "amod":
        return [token for token in tokens if token.i >= numbers[0].left_edge.i]  # "shot dead four officers"
    return tokens


def _is_outside(tokens: Sequence[Token], own: Sequence[Token]) -> bool:
    """Whether the first word of a noun phrase only leads to it, and is no hedge ("up to eight")."""
    first = tokens[0]
    if first.dep_ in {"cc", "punct"}:
        return True
    leads = first.head.dep_ == "case" or (first.dep_ in _OUTSIDE and first.head in own)
    return leads and _amount([token.lower_ for token in tokens]) is None


def behind_name(noun: Token) -> Iterator[Token]:
    """Give the words behind a noun phrase that may go on with it: names, up to the first common noun."""
    for token in tokens_from(noun.doc, noun.right_edge.i + 1, noun.sent.end):
        yield token
        if token.tag_ != "NNP":
            return


def _name_before(noun: Token) -> Token:
    """Give the noun of a name that a parser parted from the noun behind it, else the noun itself.

    "An Army of the Faith (AF) leader" falls apart behind the bracket, a foreign name at any of its words.
    """
    start = noun.left_edge.i
    if start == noun.sent.start or noun.tag_.startswith("NNP"):
        return noun
    before = noun.doc[start - 1]
    if before.text == ")" and not before.whitespace_:
        return noun
    current = before
    while current.head != current and current.head.i < start and not grammar.is_verb(current.head):
        current = current.head
    parted = before.text == ")" or before.tag_ == "NNP"
    return current if parted and grammar.is_noun(current) and current.right_edge.i < noun.i else noun


def _number(noun: Token, opening: Sequence[str]) -> int | None:
    """Give the least number of people that a noun with these words before it commits to."""
    if noun.lemma_.lower() in words("people", "bands"):
        below = grammar.complement(noun, "of")
        members = count(below).least if below is not None else None
        return max(least("group"), members or 0)
    if noun.lower_ in toll_words("least", "ordinals"):
        return 1
    kind = counted_noun(noun)
    if kind != noun and grammar.is_noun(noun) and is_numbered(kind):
        return count(kind).least  # "a total of eight insurgents"
    amount = _amount(_behind_article(noun, opening)) or _amount(opening)
    if amount is not None:
        return _least_of(*amount)
    plural = kind.tag_ in {"NNS", "NNPS"} or kind.lower_ in {"people", "police", f"{lemma_of_people(kind)}s"}
    return least("plural") if plural else 1


def _behind_article(noun: Token, opening: Sequence[str]) -> Sequence[str]:
    """Give the words of a noun phrase from its number on, behind an article ("a further 15")."""
    numbers = [noun] if noun.tag_ == "CD" else grammar.children(noun, "nummod")
    if not _ARTICLES.intersection(opening[:1]):
        return ()
    first = numbers[0].left_edge.i if numbers and numbers[0] != noun else noun.i
    start = len(opening) - 1 - (noun.i - first) if numbers else 0
    return opening[start:] if start > 0 else ()


def _plays_a_part(noun: Token) -> bool:
    """Whether a noun names a part ("facilitator"), not one of the people in general ("insurgent")."""
    kind = lemma_of_people(noun)
    nobody_else = ("plain", "bands", "pronouns")
    if any(kind in words("people", row) for row in nobody_else):
        return False
    return grammar.is_noun(noun) or kind in words("people", "nouns")


def _may_be_people(noun: Token) -> bool:
    """Whether a noun may stand for people: one that surely does, or any that is new and not a proper noun.

    One spoken of before may, too, if it has a number: "all six occupants".
    """
    if is_somebody(noun):
        return True
    return counted_noun(noun).tag_ in {"NN", "NNS"} and (is_numbered(noun) or not _is_definite(noun))


def is_somebody(noun: Token) -> bool:
    """Whether a noun stands for people, also where others have it for things ("maker"), or for their rest."""
    return is_person(noun) or is_rest(noun) or noun.lemma_.lower() in toll_words("people", "nouns")


def is_numbered(noun: Token) -> bool:
    """Whether a number says how many a noun stands for: "all [six] occupants"."""
    return bool(grammar.children(noun, "nummod"))


def is_rest(noun: Token) -> bool:
    """Whether a word stands for others of the kind of those before: "five more", "another", "a fourth"."""
    if noun.lower_ in toll_words("least", "ordinals"):
        return True
    if noun.lemma_.lower() not in words("people", "pronouns"):
        return False
    return noun.lower_ in {"another", "others"} or is_numbered(noun)


def _is_definite(noun: Token) -> bool:
    return _opening(noun)[0].lower_ in _DEFINITE or bool(grammar.children(noun, "nmod:poss"))


def _shares_article(noun: Token) -> bool:
    """Whether a plural joined to a definite one has no article of its own: "the leaders and rebels"."""
    both = grammar.is_plural(noun) and grammar.is_plural(noun.head) and noun.dep_ == "conj"
    return both and noun.head.i < noun.i and len(_opening(noun)) <= _BARE and _is_definite(noun.head)


def _joined(noun: Token, word: Token) -> Iterator[Token]:
    """Give the people joined to a noun by "and", also where the parser makes them a second subject.

    Behind a participle those with one of their own suffered that: "14 men killed and one wounded".
    """
    siblings = [other for other in noun.head.children if other.i > noun.i and other.dep_ == noun.dep_]
    paired = [other for other in siblings if grammar.children(other, "cc", "nummod") or _has_article(other)]
    if counted_noun(noun) != noun:  # "one of the commanders and three others"
        behind = grammar.children(counted_noun(noun), "conj")
        paired += [other for other in behind if is_numbered(other) or _has_article(other)]
    for child in (*grammar.children(noun, "conj"), *paired, *_listed(noun)):
        for token in (child, *grammar.children(child, "conj")):
            suffered = word.dep_ == "acl" and _has_participle(token)
            if not suffered and (is_somebody(token) or token.tag_ in _NUMBER_TAGS):
                yield token


def _listed(noun: Token) -> Iterator[Token]:
    """Give those in a list that the parser took for a description: "a leader, his brother and four men"."""
    for described in grammar.children(noun, "appos") if _number(noun, ()) == 1 else ():
        behind = grammar.children(described, "conj")
        if behind and _is_his(described):
            yield described
        elif behind:
            yield from (other for other in behind if other.tag_ == "CD" or is_numbered(other))


def _is_his(noun: Token) -> bool:
    return bool(_HIS & {child.lower_ for child in grammar.children(noun, "nmod:poss")})


def _behind_verb(noun: Token, word: Token) -> Iterator[Token]:
    """Give the people that "and" joins to a noun where the parser joins them to its verb, or that to them.

    "Killed a commander and at least four others", "a commander and several others were captured".
    """
    if word.dep_ == "conj" and grammar.is_noun(word.head) and word.head.i < noun.i and is_person(word.head):
        yield word.head
    for token in grammar.children(word, "conj"):
        behind = noun.right_edge.i + 1
        joined = token.left_edge.i == behind and grammar.children(token, "cc")
        if joined and grammar.is_noun(token) and is_somebody(token) and not _has_participle(token):
            yield token


def _has_participle(noun: Token) -> bool:
    """Whether a participle behind a noun tells what was done to it: "one wounded"."""
    behind = (child for child in grammar.children(noun, "acl", "amod") if child.i > noun.i)
    return any(child.tag_ == "VBN" for child in behind)


def _has_article(noun: Token) -> bool:
    return any(child.lower_ in _ARTICLES for child in grammar.children(noun, "det"))


def _company(noun: Token, word: Token) -> Iterator[Token]:
    """Give those who are named as being with them: "along with two others".

    The words stand far behind at times, and parsers hang them anywhere; so the sentence is searched.
    """
    beside = grammar.complement(word, "with") if grammar.is_passive(word) else None
    if beside is not None and is_person(beside) and beside.lower_ not in PRONOUNS:
        yield from (beside, *_joined(beside, beside))  # "was detained with two others"
    for token in tokens_from(noun.doc, noun.i + 1, noun.sent.end - 1):
        if token.lower_ in _COMPANY and token.nbor().lower_ == "with" and token.nbor().head != beside:
            yield from _governed(token.nbor())
        if grammar.is_verb(token) and token != word and token.dep_ in _CLAUSES:
            return  # another clause


def _inside(noun: Token) -> Iterator[People]:
    """Give those behind "including", who are part of the number before."""
    for token in tokens_from(noun.doc, noun.i, noun.sent.end):
        if token.lower_ in _INCLUDING:
            for head in _governed(token):
                people = count(head)
                yield People(head, people.least, part=people.part, known=people.known, inside=True)


def _governed(preposition: Token) -> Iterator[Token]:
    """Give the people behind a preposition, with those joined to them."""
    head = preposition.head
    while head.dep_ == "nummod" and head.head.i > head.i:
        head = head.head
    if head.i > preposition.i and is_person(head):
        yield head
        yield from _joined(head, head)


def _amount(opening: Sequence[str]) -> tuple[Meaning, str] | None:
    """Read the longest amount at the front of a noun phrase; None if there is none."""
    for end in range(min(len(opening), _LONGEST_AMOUNT), 0, -1):
        text = " ".join(opening[:end]).replace(" - ", "-")
        try:
            return read_amount(text, convention="aan"), text
        except AmountError:
            continue
    return None


def _least_of(meaning: Meaning, text: str) -> int | None:
    """Give the least number that an amount allows; None if it has no lower end."""
    if meaning.bound == "max" or meaning.sharp.low is None:
        return None
    if meaning.bound == "about" and meaning.sharp.high is not None:
        return int((meaning.sharp.low + meaning.sharp.high) / 2)
    return int(meaning.sharp.low) + _is_above(text)


def _is_above(text: str) -> bool:
    """Whether a hedge excludes the number itself: "more than 30" people are at least 31."""
    hedges = phrases("before").items()
    return any(hedge == "more than" and text.startswith(f"{phrase} ") for phrase, hedge in hedges)
