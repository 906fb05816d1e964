"""Names, the nouns that they name, and dates, where one hangs on the other the wrong way round."""

from __future__ import annotations

from spacy.tokens import Token

from addup.calendar_names import MONTHS
from addup.reading.grammar import NAME_TAGS, NOUN_TAGS
from addup.reading.mending.hanging import take_place

# What parts of a name that a noun carries are tagged as, and what they carry of a phrase.
_IN_NAMES = frozenset({"NNP", "NNPS", "HYPH", "POS", "CC", ":"})
_OPENING = frozenset({"case", "det", "amod", "nmod:poss"})
_WITHIN_NAME = frozenset({"amod", "compound", "flat", "obl:unmarked"})
_MONTHS = frozenset(
    {"jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."} | {name.lower() for name in MONTHS}
)
_LONGEST_NAME = 12
# What may stand small in a name: "Stand Up for Selm".
TRACKING = "tracking"
"""The kind of poll that is taken again and again."""
_SMALL_WORDS = frozenset({"&", "-", "and", "for", "of", "the", "to"})


def mend_phrase(noun: Token) -> None:
    """Make a name part of the noun behind it: "a senior Movement of the Faith (MF) [leader]"."""
    if noun.i == 0 or not (noun.nbor(-1).text == ")" or noun.nbor(-1).tag_ in NAME_TAGS):
        return  # nearly always
    name = _name_before(noun)
    if name is not None and _is_named_before(noun, name):
        _put_noun_over_name(noun, name)


def _name_before(noun: Token) -> Token | None:
    """Give what a noun hangs on, or the object before it: a verb has one object of its kind."""
    if noun.dep_ not in {"obj", "obl"}:
        return noun.head
    before = [child for child in noun.head.rights if child.dep_ == "obj" and child.i < noun.i]
    return before[-1] if before else None


def _is_named_before(noun: Token, name: Token) -> bool:
    """Whether a common noun without a preposition stands right behind a name that has its article.

    Behind the short form of the name in brackets it cannot stand beside the name either.
    """
    if noun.tag_ not in {"NN", "NNS"} or name.tag_ not in NAME_TAGS or name.i >= noun.i:
        return False
    before = noun.nbor(-1)
    in_name = before.text == ")"  # "Front [of the] North (FN) leader"
    marks = [child for child in noun.lefts if child.text not in {"(", ")"}]
    own = {child.dep_ for child in marks if not (in_name and child.i > name.i)}
    if own & {"case", "det", "punct"}:
        return False
    closed = before.text == ")" or (before.tag_ in NAME_TAGS and noun.dep_ == "nmod")
    return closed and any(child.tag_ == "DT" for child in name.lefts)


def _put_noun_over_name(noun: Token, name: Token) -> None:
    take_place(noun, name)
    for child in list(name.children):
        if (child.i < name.i and child.dep_ in _OPENING) or child.i > noun.i:
            child.head = noun
    for child in list(noun.lefts):
        if child.i > name.i:
            child.head = name
    name.head, name.dep_ = noun, "compound"


def join_name(name: Token) -> None:
    """Join a name to the one before, not to its amount: "put the Reds at 25% and [Greens] at 35"."""
    amount = name.head
    verb = amount.head
    if amount.lower_ not in {"%", "percent"} or not verb.tag_.startswith("VB"):
        return
    before = next((child for child in verb.rights if child.dep_ == "obj" and child.i < amount.i), None)
    if before is not None and before.tag_ in NAME_TAGS:
        name.head = before


def join_amount(second: Token) -> None:
    """Join an amount to the one before, not to its month: "4 percent in May and [5 percent] in April"."""
    month = second.head
    case = month.left_edge
    first = case.nbor(-1) if case.lower_ == "in" and case.i > case.sent.start else month
    if (
        month.lower_ in _MONTHS
        and _is_amount(second)
        and _is_amount(first)
        and first.head not in second.subtree
    ):
        second.head = first


def _is_amount(noun: Token) -> bool:
    return noun.tag_ == "CD" or any(child.dep_ == "nummod" for child in noun.lefts)


def join_object(noun: Token) -> None:
    """Join what the parser knows no place for to the object before "and": "killed a leader and a [rebel]"."""
    if not noun.head.tag_.startswith("VB") or noun.i < noun.head.i:
        return
    objects = [child for child in noun.head.rights if child.dep_ == "obj" and child.i < noun.i]
    opens = noun.left_edge
    joint = opens if opens.lower_ == "and" or opens.i == noun.sent.start else opens.nbor(-1)
    if objects and joint.lower_ == "and" and objects[-1].right_edge.i >= joint.i - 1:
        noun.head, noun.dep_ = objects[-1], "conj"


def name_with_particle(particle: Token) -> None:
    """Make a particle hyphened to a plural the head of a noun: "left 12 passers-[by] hurt"."""
    plural = particle.nbor(-2)
    if particle.head == plural:
        take_place(particle, plural)
        plural.head = particle
    if plural.head == particle:
        particle.tag_, plural.dep_ = "NNS", "compound"


def explain_object(noun: Token) -> None:
    """Make a second object behind a comma tell what the first is: "sued two mayors, [Ann Bell] and Jo Orr".

    A verb has one object.
    """
    first = noun.left_edge
    comma = first if first.text == "," or first.i == noun.sent.start else first.nbor(-1)
    if comma.text != ",":
        return
    objects = [child for child in noun.head.rights if child.dep_ == "obj" and child.i < noun.i]
    if objects and objects[-1].right_edge.i == comma.i - 1:
        first = objects[-1]
        if first.tag_ in NOUN_TAGS:
            noun.head, noun.dep_ = first, "appos"


def join_guess(noun: Token) -> None:
    """Join a guess to the noun that the parser takes for the object: "cut its profit [forecast] to $4"."""
    if noun.is_sent_start:
        return
    thing = noun.nbor(-1)
    if thing.dep_ != "obj" or thing.head != noun.head:
        return
    noun.dep_ = "obj"
    for child in list(thing.lefts):
        child.head = noun
    thing.head, thing.dep_ = noun, "compound"


def join_time(noun: Token) -> None:
    """Put a time before the comma of a report below what is reported: "250 [a day] earlier, Bell said"."""
    verb, before = noun.head, noun.left_edge.i - 1
    if verb.i < noun.i or noun.is_sent_start or before < noun.sent.start or noun.doc[before].tag_ != "CD":
        return
    if any(child.text == "," and child.i < verb.i for child in verb.lefts if child.i > noun.i):
        noun.head, noun.dep_ = noun.doc[before], "nmod:unmarked"
        behind = noun.nbor()
        if behind.tag_ == "RBR" and behind.head.i < noun.i:
            behind.head = noun


def mend_name(token: Token) -> None:
    """Mend a name that hangs like a phrase on its noun, and a noun that hangs on a date."""
    if token.tag_ != "NN" and not token.n_lefts:
        return  # mostly nothing hangs on a name before it
    if token.dep_ == "compound" and token.head.i > token.i:
        for child in list(token.lefts):
            if child.dep_ in {"case", "det"}:
                child.head = token.head  # "[by the] lender Norbank"
    if token.head.i > token.i and _is_only_named(token):
        _put_into_name(token)
    elif token.dep_ == "compound" and token.tag_ == "NN" and token.head.lower_ in _MONTHS:
        _put_date_below(token)


def _is_only_named(first: Token) -> bool:
    """Whether a name hangs like a phrase on the common noun behind it, with nothing but names in between.

    Long names with slashes part so: "in [an online University] of Kent/Kent Tribune poll".
    """
    noun = first.head
    if first.tag_ not in {"NNP", "NNPS"} or noun.tag_ not in {"NN", "NNS"}:
        return False
    if noun.i - first.i > _LONGEST_NAME or not any(child.dep_ in _OPENING for child in first.lefts):
        return False
    between = first.doc[first.i + 1 : noun.i]
    return all(token.tag_ in _IN_NAMES or token.text in {"/", "of"} for token in between)


def _put_into_name(first: Token) -> None:
    """Make a name part of the noun that it names, which takes the words before the name."""
    noun = first.head
    for child in list(first.lefts):
        if child.dep_ in _OPENING:
            child.head = noun
    first.dep_ = "compound"


def join_poll_name(poll: Token) -> None:
    """Make one name of who took a poll, with slashes and small words: "a Herald/Stand Up for Selm [poll]".

    The parser takes "tracking" before it for what somebody does: "the Herald tracking [poll] showed".
    """
    first = _first_of_name(poll)
    name = poll.doc[first : poll.i]
    if not any(token.text == "/" or token.lower_ == TRACKING for token in name) or all(
        _is_below(token, poll) for token in name
    ):
        return
    for token in name:
        above = token.head.i < first or token.head.i > poll.i or token.head == token
        if above and first <= poll.head.i < poll.i:
            take_place(poll, token)
        for child in list(token.children):
            if not first <= child.i <= poll.i:
                child.head = poll  # "[a new] Herald/Stand Up for Selm poll [of those aged 18]"
    for token in name:
        token.head, token.dep_ = poll, "compound" if token.text[0].isalpha() else "punct"


def _first_of_name(poll: Token) -> int:
    """Give where the capitals before a poll begin, with the small words between them and a slash."""
    first = index = poll.i
    while index > poll.sent.start and poll.i - index < 2 * _LONGEST_NAME:
        index -= 1
        word = poll.doc[index]
        if word.text[0].isupper() and word.lower_ not in {"a", "an", "in", "the"}:
            first = index
        elif word.text != "/" and word.lower_ not in _SMALL_WORDS and word.lower_ != TRACKING:
            break
    return first


def _is_below(token: Token, noun: Token) -> bool:
    return noun in token.ancestors


def _put_date_below(noun: Token) -> None:
    """Make a date part of the noun before it, not the noun part of the date: "in a poll Jan. 17-23"."""
    month = noun.head
    own = [child for child in month.lefts if child != noun and child.i < noun.i]
    take_place(noun, month)
    for child in own:
        child.head = noun
    month.head, month.dep_ = noun, "nmod:unmarked"


def put_seat_below(based: Token) -> None:
    """Make where a firm is based part of its name: "Selm-based [Orel]", "Kalm, Ohio-based [Orel] said".

    What stands before a noun and ends in "-based" is nothing but an adjective, with all that belongs to it.
    """
    firm, seat = _named_behind(based), _seat_before(based)
    if firm is None or seat is None or firm == seat or seat.dep_ in _WITHIN_NAME:
        return
    above = list(firm.ancestors)
    beside = firm.head == seat.head and firm.dep_ == seat.dep_ and firm.head != firm
    below = seat in above and all(
        token in {based, seat} or token.i < based.i for token in above[: above.index(seat)]
    )
    if not (beside or below):
        return
    take_place(firm, seat)
    based.head, based.dep_ = firm, "amod"
    for child in list(seat.children):
        if child not in {firm, based} and (child.i > firm.i or child.dep_ in _OPENING):
            child.head = firm
    seat.head, seat.dep_ = based, "compound"


def _named_behind(based: Token) -> Token | None:
    """Give the noun that "-based" stands before."""
    if based.i + 1 >= len(based.doc) or not based.nbor().tag_.startswith("NN"):
        return None
    noun = based.nbor()
    while noun.dep_ in _WITHIN_NAME and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _seat_before(based: Token) -> Token | None:
    """Give the town before "-based", also where its state stands between: "[Kalm], Ohio-based"."""
    doc, index = based.doc, based.i
    if based.lower_ == "based":
        index -= 2  # the hyphen, and what it joins
    if index < 0:
        return None
    for comma in (index - 1, index - 2):  # "Kalm, N.Y.-based", "Kalm, New Jersey-based"
        if comma > 0 and doc[comma].text == "," and doc[comma - 1].tag_ in NAME_TAGS:
            return doc[comma - 1]
    return doc[index] if based.i > index and doc[index].tag_ in NAME_TAGS else None
