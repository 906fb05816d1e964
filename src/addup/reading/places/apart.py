"""Places in clauses and phrases that tell of something else than a figure."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.events import before_hedges
from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.reading.places.tokens import has_name, is_one_of, is_predicate, is_proper, upward

_THOSE = frozenset({"them", "those", "these", "which", "whom"})
_PART_TAGS = frozenset({"CD", "DT", "JJ", "JJS", "NN", "NNS", "PDT", "RBS"})
_CONTRASTS = frozenset({"although", "though", "whereas"})
_BEFORE_THOSE = 2  # words: "seven of"
_BEHIND_NUMBER = _THOSE | {"at", "from", "in", "near", "of", "the"}


def part_at(place: Span) -> Token | None:
    """Give the number of those who alone are at a place: "40 fell ill, [seven] of them in Selm".

    "Of which four were in Selm" is so, too, and "[five] in Orrin" where "seven of them in Selm and" stands
    before. Neither the whole before nor what follows is there.
    """
    start = min(place.root.left_edge.i, place.start)
    of_those = _those_before(place.doc, start)
    if of_those is None:
        return _next_part(place.doc, start) or _part_in_clause(place)
    part = of_those.nbor(-_BEFORE_THOSE)
    return part if part.tag_ in _PART_TAGS else None


def _next_part(doc: Doc, start: int) -> Token | None:
    """Give a bare number that goes on from another part: "seven of them in Selm and [five] in Orrin"."""
    index = start - (doc[start].tag_ != "IN") - 1 if start > _BEFORE_THOSE else 0
    if index <= 1 or doc[index].tag_ != "CD" or doc[index - 1].lower_ not in {"and", ","}:
        return None
    before = doc[doc[index].sent.start : index - 1]
    is_behind_part = any(
        token.lower_ in _THOSE and token.nbor(-1).lower_ == "of" for token in before if token.i > before.start
    )
    return doc[index] if is_behind_part else None


def _part_in_clause(place: Span) -> Token | None:
    """Give the number that a clause with "of which" tells a place of: "[four] of which were in Selm"."""
    clause = next((token for token in upward(place.root) if is_predicate(token)), place.root)
    parts = [token for token in clause.lefts if token.dep_ in grammar.SUBJECTS and token.lower_ not in _THOSE]
    if clause.dep_ == "acl:relcl" and clause.head.tag_ == "CD":
        parts.append(clause.head)
    return next((part for part in parts if part.i < place.start and _is_part_of_which(part)), None)


def _those_before(doc: Doc, index: int) -> Token | None:
    """Give the "them" of "so many of them" that stands right before a place and its preposition."""
    index -= doc[index - 1].tag_ == "IN" and doc[index - 1].lower_ != "of"
    those = doc[index - 1]
    is_part = index > _BEFORE_THOSE and those.lower_ in _THOSE and doc[index - 2].lower_ == "of"
    return those if is_part else None


def _is_part_of_which(part: Token) -> bool:
    """Whether a subject is so many of those before its clause: "[four] of which", "of whom [four]"."""
    around = part.doc[max(part.i - 2, 0) : part.i + 3].text.lower()
    return "of which" in around or "of whom" in around


def stands_apart(place: Token, subject: Subject) -> bool:
    """Whether a place is in a clause that tells of something else than the figure.

    Such clauses are those on other nouns ("the firm, which has plants in Selm, cut 40 jobs"), what somebody
    says beside, those joined with a subject of their own, and where somebody said it.
    """
    anchor = subject.anchor
    if _is_of_number_behind(place, anchor) or _gets_other(place, anchor) or _is_in_contrast(place, anchor):
        return True
    above = {token.i for token in upward(anchor)}
    below, is_aside = place, False
    for token in upward(place):
        if token.i in above:
            is_teller = below.dep_ == "nsubj" and not is_aside  # "police in Selm said that 40 ..."
            return _is_report_of(token, anchor) and not is_teller
        if _is_on_other_noun(token, subject) or (_is_own_clause(token) and not _is_verbless(anchor)):
            return True
        if token.dep_ == "advcl" and grammar.children(token, "nsubj") and not has_name((place, *place.lefts)):
            return True  # "killed 22 rebels as bombs hit two towns"
        if (
            _is_of_later_move(token, place)
            or _is_in_description(token, place, above)
            or _is_kept_from(token, place)
            or _is_among(token, place)
        ):
            return True
        below, is_aside = token, is_aside or token.dep_ == "appos"
    return False


def is_where_told(place: Token, anchor: Token) -> bool:
    """Whether somebody only spoke at a place: "at a rally in [Peru], she promised 40"."""
    for token in upward(place):
        if token.is_ancestor(anchor):
            return False
        occasion = token.dep_ in {"obl", "obl:unmarked"} and is_one_of(token, "occasions")
        speaks = token.dep_ == "advcl" and token.tag_ == "VBG" and is_one_of(token, "speaking")
        if speaks or (occasion and is_one_of(token.head, "telling")):
            return token.head.is_ancestor(anchor)
    return False


def is_seat_of_other(place: Token, subject: Subject) -> bool:
    """Whether a place is the seat of a firm, hung on its name by a parser: "Orel, based in [Peru], has"."""
    seated = any(child.lower_ in words("place", "seated") for child in place.lefts if child.i < place.i)
    return seated and place.head not in {subject.noun, subject.holder}


def _is_of_later_move(clause: Token, place: Token) -> bool:
    """Whether a clause only tells when somebody moved to a place: "before she [moved] to Peru"."""
    timed = clause.dep_ == "advcl" and grammar.has_child(clause, {"after", "before", "until"}, "mark", "case")
    to = grammar.preposition(place) in {"back", "for", "from", "to"} and place.head == clause
    return timed and to and is_one_of(clause, "leaving")


def _is_in_contrast(place: Token, anchor: Token) -> bool:
    """Whether "although" parts the clauses of a place and a figure: "though 40 left, its mayor stayed"."""
    for one, other in ((anchor, place), (place, anchor)):
        opens = one.i < other.i  # "40 left Malta, though 12 stayed" is so there all the same
        clauses = (
            token for token in upward(one) if opens and token != other and not token.is_ancestor(other)
        )
        if any(grammar.has_child(token, _CONTRASTS, "mark", "advmod") for token in clauses):
            return True
    return False


def _is_kept_from(token: Token, place: Token) -> bool:
    """Whether somebody is kept from going to a place: "banned 40 men from [entering] Malta"."""
    kept = token.tag_ == "VBG" and grammar.has_child(token, {"from"}, "mark", "case")
    return kept and place.head == token and is_one_of(token, "verbs")


def _is_among(token: Token, place: Token) -> bool:
    """Whether a place is within one of those that something includes: "40 claims, including one on Malta"."""
    return token != place and token.left_edge.i < place.i and grammar.preposition(token) == "including"


def _is_in_description(token: Token, place: Token, above: Set[int]) -> bool:
    """Whether a place is within what only says more of a subject: "Orel, a maker in Selm, cut 40 jobs"."""
    if token.dep_ != "appos" or token == place or token.head.i in above:
        return False
    of = token.head
    return grammar.is_noun(of) and of.dep_ in grammar.SUBJECTS and grammar.is_set_off(token)


def _is_of_number_behind(place: Token, anchor: Token) -> bool:
    """Whether a place stands right behind another number, which alone is there: "7,000 of them in [Selm]".

    "With about 7,000 in Selm" is so, too, and "13 at the port and three in Selm".
    """
    doc, index = place.doc, place.i - 1
    while index > anchor.i and (doc[index].lower_ in _BEHIND_NUMBER or is_proper(doc[index])):
        index -= 1
    number = doc[index]
    if index <= anchor.i or number.tag_ != "CD":
        return False
    if number.dep_ == "conj" and number.head in upward(anchor):
        return True
    if any(token.lower_ in _THOSE for token in tokens_from(doc, index + 1, place.i)):
        return True
    first = before_hedges(number)
    return first.i > anchor.i + 1 and first.nbor(-1).lower_ == "with"


def _gets_other(place: Token, anchor: Token) -> bool:
    """Whether a place only gets what another figure counts: "raise pay by 4 percent, give $3 to [Peru]"."""
    given = place.head
    gives = grammar.preposition(place) == "to" and is_one_of(given, "giving")
    return gives and grammar.clause_head(anchor) != given


def _is_report_of(verb: Token, anchor: Token) -> bool:
    """Whether a verb only says who told what a figure is in: "40 are ill, she told reporters in Selm"."""
    if not grammar.is_verb(verb) or verb.lemma_.lower() not in words("report", "verbs"):
        return False
    return any(token.head == verb and token.dep_ in {"ccomp", "parataxis"} for token in upward(anchor))


def _is_on_other_noun(clause: Token, subject: Subject) -> bool:
    """Whether a clause only says more of another noun than the figure's, or where a firm has its seat."""
    noun = clause.head
    if clause.dep_ not in {"acl", "acl:relcl"} or noun == subject.holder:
        return False
    if clause.lower_ in words("place", "seated"):
        return True  # "a bid by Orel, a firm based in Selm"
    return grammar.is_set_off(clause) and subject.anchor not in noun.subtree


def _is_own_clause(token: Token) -> bool:
    """Whether a token heads a clause that somebody says or adds, or that is joined with its own subject."""
    if token.dep_ == "ccomp":
        return grammar.is_verb(token.head)
    if token.dep_ not in {"conj", "parataxis"} or not is_predicate(token):
        return False
    return bool(grammar.children(token, "nsubj", "nsubj:pass"))


def _is_verbless(anchor: Token) -> bool:
    """Whether a figure is in an aside without a verb, which is of the clause beside: ", 26 of them women"."""
    for token in upward(anchor):
        if is_predicate(token):
            return False
        if token.dep_ == "parataxis":
            return True
    return False
