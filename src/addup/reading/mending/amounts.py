"""Amounts whose words the parser hangs apart: "$2 a [share]", "was up 46 [cents]", "[compared] with"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from addup.reading.frames import words as frame_words
from addup.reading.grammar import SUBJECTS
from addup.reading.mending.hanging import put_on_top, take_place, top_of
from addup.reading.mending.labels import CLAUSES, NOMINAL
from addup.reading.mending.reports import is_finite
from addup.reading.mending.words import MONEY, SAID

_EACH = frozenset({"a", "an"})
_BEFORE = frozenset({"earlier", "initially", "originally", "previously"})
_WHICH = frozenset({"last", "next", "this"})
_SEASONS = frame_words("period", "seasons")
_TIMES = frozenset({"day", "hour", "month", "night", "week", "year"})
_UP_OR_DOWN = frozenset({"down", "off", "up"})
JOINING = _UP_OR_DOWN | {",", "by", "compared", "of", "year"}
"""The words that `is_doubted` looks at besides common nouns."""
_BEHIND_DIRECTION = frozenset({"IN", "RB", "TO"})
_BESIDE = frozenset({"obj", "obl", "obl:unmarked"})
_PARTS = frozenset({"compound", "nummod", "advmod"})
_SPEAKER_TAGS = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "NNS"})
_LONGEST = 6  # tokens of an amount


def put_adjective_before(participle: Token) -> None:
    """Make a participle with an article part of the amount behind it: "to a seasonally [adjusted] $4".

    What was said before is told: "compared to the previously [reported] $4".
    """
    amount = next((child for child in participle.rights if child.dep_ == "obj"), None)
    if participle.lower_ in SAID or amount is None or amount.left_edge.i != participle.i + 1:
        return
    if amount.tag_ not in {"$", "CD", "NNS"}:
        return
    take_place(amount, participle)
    for child in list(participle.children):
        if child.dep_ in {"case", "det"} or child.i > amount.i:
            child.head = amount
    participle.head, participle.dep_ = amount, "amod"


def _join_speakers(comma: Token) -> None:
    """Join the first of several who tell something to the others: "in Selm, [residents] and doctors said"."""
    first = comma.nbor()
    first = first.head if first.dep_ in {"compound", "amod", "det"} and first.head.i <= comma.i + 3 else first
    joint = first.nbor() if first.i + 2 < first.sent.end else first
    if first.dep_ != "conj" or first.head.i > comma.i or joint.lower_ != "and":
        return
    others = next(
        (token for token in first.doc[joint.i + 1 : first.sent.end] if token.dep_ in SUBJECTS), None
    )
    if others is None or others.left_edge.i != joint.i or others.head.i < others.i:
        return
    first.head, first.dep_ = others.head, others.dep_
    others.head, others.dep_ = first, "conj"
    joint.head = others


def tell_before(participle: Token) -> None:
    """Make a participle of what was told of an amount before: "not the previously [reported] 1 percent".

    Or behind it: "rather than the $81 billion [reported] last month".
    """
    behind = participle.nbor()
    amount = next((child for child in participle.rights if child.dep_ == "obj"), None)
    led = participle.i > 1 and participle.nbor(-1).lower_ in _BEFORE and participle.nbor(-2).tag_ == "DT"
    if led and amount is not None and behind.tag_ in {"CD", "$"} and amount.left_edge.i == behind.i:
        _hang_above(amount, participle, "obl")
        article = participle.nbor(-2)
        participle.head, participle.dep_, participle.tag_ = amount, "amod", "VBN"
        article.head, article.dep_ = amount, "det"
        return
    before = participle.nbor(-1) if participle.i > participle.sent.start else participle
    told = top_of(before, _PARTS, range(participle.i - _LONGEST, participle.i))
    full = any(child.dep_ in SUBJECTS or child.dep_ == "obj" for child in participle.children)
    if before.tag_ in {"CD", "NN"} and told.head == participle and not full and told.dep_ in {"obl", "obj"}:
        _hang_above(told, participle, told.dep_)
        participle.head, participle.dep_, participle.tag_ = told, "acl", "VBN"


def _hang_above(amount: Token, participle: Token, relation: str) -> None:
    """Hang an amount on what its participle hangs on; below the clause behind, where that is nothing.

    "Of $9 million [reported] lost, insurers gave back $2 million": the participle is on top of no sentence.
    """
    if participle.head != participle:
        amount.head, amount.dep_ = participle.head, relation
        return
    clause = next((child for child in participle.rights if child.dep_ in CLAUSES and is_finite(child)), None)
    if clause is None:
        take_place(amount, participle)
        return
    put_on_top(clause)
    amount.head, amount.dep_ = clause, "obl"
    for child in list(participle.children):
        if child.i > clause.left_edge.i or child.dep_ == "punct":
            child.head = clause


def size_extreme(extreme: Token) -> None:
    """Hang an amount set off behind a superlative's phrase on its noun: "the largest loss in history, [$4]".

    The parser hangs it on the last noun of the phrase, "history", which has no size.
    """
    thing = extreme.head
    if extreme.dep_ not in {"amod", "compound"} or thing.tag_ not in {"NN", "NNS"}:
        return
    behind = thing.doc[thing.i + 1 : thing.sent.end]
    comma = next((token for token in behind if token.text == "," or is_finite(token)), None)
    if comma is None or comma.text != "," or comma.i + 1 == thing.sent.end:
        return
    amount = top_of(comma.nbor(), _PARTS, range(comma.i + 1, comma.i + 1 + _LONGEST))
    sized = amount.tag_ == "$" or any(child.tag_ == "CD" for child in amount.lefts)
    if sized and amount.dep_ in {"appos", "conj"} and thing.i < amount.head.i < comma.i:
        amount.head, amount.dep_ = thing, "appos"


def mend_amount(doc: Doc, place: int, words: Sequence[str], tags: Sequence[str]) -> None:
    """Mend what hangs apart at a word of an amount, or at one that holds it against another."""
    word = words[place]
    if word == "by":
        _part_from_level(doc[place])
    elif word == "," and place and tags[place - 1] == "CD":
        _part_from_speaker(doc[place])
    elif word == ",":
        _join_speakers(doc[place])
    elif word == "of" and tags[place - 1] == "CD":
        _hang_on_number_before(doc[place])
    elif word == "of":
        _hang_on_noun_before(doc[place])
    elif word in _UP_OR_DOWN:
        _mend_direction(doc[place], tags)
    elif word == "compared":
        if place + 1 < len(doc) and words[place + 1] in {"to", "with"}:
            _make_preposition(doc[place])
    elif word in _SEASONS and words[place - 1] in _WHICH:
        _part_from_season(doc[place])
    elif words[place - 1] in _WHICH:
        _hang_on_month(doc[place])
    elif words[place - 1] in _EACH and (tags[place - 2] == "CD" or words[place - 2] in MONEY):
        _hang_on_amount(doc[place])


def is_doubted(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Tell the words that `mend_amount` looks at, by lists alone."""
    if words[place] == "by" and place + 3 < len(words) and words[place + 2] == "to":
        return tags[place + 1] == tags[place + 3] == "CD"
    if words[place] == "," and place + 2 < len(words) and tags[place + 1] in _SPEAKER_TAGS:
        return tags[place - 1] == "CD" or "and" in words[place + 2 : place + 5]
    if words[place] == "of" and place > 1 and tags[place - 1] in {"CD", "NN", "NNS"}:
        sized = place + 1 < len(words) and tags[place + 1] in {"$", "CD"}
        return sized or tags[place - 1] == "CD"
    if words[place] in _UP_OR_DOWN or words[place] == "compared":
        return True
    if words[place] == "year" and place > 1 and words[place - 1] in _WHICH:
        return tags[place - 2] == "NNP"
    season = words[place] in _SEASONS and words[place - 1] in _WHICH and tags[place - 2] == "CD"
    return place > 1 and tags[place] == "NN" and (season or words[place - 1] in _EACH)


def _hang_on_amount(noun: Token) -> None:
    """Hang what an amount is for one of on the amount: "$2 a [share]"."""
    top = top_of(noun.nbor(-2), _PARTS, range(noun.i - _LONGEST + 1, noun.i))
    if noun.lower_ in _TIMES and top.tag_ == "CD":
        _hang_on_verb(noun)  # "3,000 a [month]" go at that pace
    elif top.head == noun:
        _put_over(top, noun)
    elif not top.i <= noun.head.i < noun.i and not noun.is_ancestor(top):
        noun.head, noun.dep_ = top, "nmod:unmarked"


def _part_from_season(season: Token) -> None:
    """Part an amount from the season behind it: "revenue topped [$9 billion] last season"."""
    number, verb = season.nbor(-2), season.head
    if number.head != season or not verb.tag_.startswith("VB") or verb.i > number.i:
        return
    sign = next((child for child in verb.rights if child.tag_ == "$" and child.i < number.i), None)
    if sign is not None:
        number.head, number.dep_ = sign, "nummod"
    else:
        number.head, number.dep_ = verb, "obj"
    season.dep_ = "obl:unmarked"


def _part_from_level(by: Token) -> None:
    """Part by how much something moved from what it came to: "rose [by 4] to 12", "by 20 to 1.7 million"."""
    move, to, level = by.nbor(1), by.nbor(2), by.nbor(3)
    if level.dep_ in _PARTS and level.head.i == level.i + 1:
        level = level.head
    if by.head != level or not level.head.tag_.startswith("VB"):
        return
    move.head, move.dep_ = level.head, "obl"
    by.head, by.dep_ = move, "case"
    to.head, to.dep_ = level, "case"


def _part_from_speaker(comma: Token) -> None:
    """Part a number from who tells it behind a comma: "wounding [67], police and hospital officials said"."""
    number = comma.nbor(-1)
    done = _verb_before(number)
    behind = [child for child in number.rights if child.i > comma.i]
    speaker = _speaker_behind(number, behind)
    if done is None or speaker is None:
        return
    if speaker in behind:
        behind.remove(speaker)
        speaker.head, speaker.dep_ = number.head, number.dep_
    _give_object(done, number)
    for child in behind:
        child.head = speaker
        child.dep_ = "compound" if child.dep_ == "conj" and child.i < speaker.i else child.dep_
    comma.head = speaker.head


def _speaker_behind(number: Token, behind: Sequence[Token]) -> Token | None:
    """Give who tells a number that the parser joins to them: as number, subject or one of them."""
    joined = behind[0] if behind and behind[0].dep_ == "conj" else None
    if number.dep_ in SUBJECTS and number.head.i > number.i:
        return joined  # "wounded 30, [officials] and doctors said"
    if number.dep_ == "nummod" and number.head.i > number.i + 1:
        return number.head if number.head.dep_ in SUBJECTS else None
    if number.dep_ != "obj" or joined is None:
        return None
    following = (token for token in joined.doc[joined.right_edge.i + 1 : joined.sent.end])
    subject = next((token for token in following if token.dep_ in SUBJECTS), None)
    goes_on = subject is not None and subject.left_edge.i == joined.right_edge.i + 1
    return subject if subject is not None and goes_on and subject.left_edge.dep_ == "cc" else None


def _give_object(done: Token, number: Token) -> None:
    """Make a number the object of the verb before it, which "and" may join to one further before."""
    joint = done.nbor(-1) if done.i > done.sent.start else done
    if done.head == number and joint.dep_ == "cc":
        above = _verb_before_joint(joint)
        if above is not None:
            done.tag_, done.head, done.dep_ = "VBD", above, "conj"
            joint.head = done
    number.head, number.dep_ = done, "obj"


def _verb_before_joint(joint: Token) -> Token | None:
    """Give the last verb of the sentence before an "and"."""
    return _last_verb(joint.doc[joint.sent.start : joint.i])


def _verb_before(number: Token) -> Token | None:
    """Give the verb right before a number and its hedge."""
    first = max(number.sent.start, number.left_edge.i - 1)
    return _last_verb(number.doc[first : number.i])  # a participle may be taken for a part of the amount


def _last_verb(span: Span) -> Token | None:
    return next((token for token in reversed(span) if token.tag_.startswith("VB")), None)


def _hang_on_noun_before(of: Token) -> None:
    """Hang a second amount on the noun before "of": "a profit of 58 cents and [revenue of $12 million]"."""
    noun, amount = of.nbor(-1), of.head
    first = noun.head
    if noun.dep_ != "conj" or amount.head != first or amount.dep_ != "nmod" or not noun.i < amount.i:
        return
    if first.dep_ == "nmod" and first.head.i < first.i and first.nbor(-1).tag_ in {"CD", "$", "IN"}:
        noun.head = first.head
        amount.head = noun


def _hang_on_number_before(of: Token) -> None:
    """Hang what is parted on the number right before "of": "27 percent and [17 of the 60 seats]"."""
    number, whole = of.nbor(-1), of.head
    if number.dep_ == "conj" and whole.dep_ == "nmod" and whole.head == number.head and whole.i > of.i:
        whole.head = number


def _hang_on_verb(noun: Token) -> None:
    above = _verb_above(noun)
    if above.tag_.startswith("VB"):
        noun.head, noun.dep_ = above, "obl:unmarked"


def _put_over(amount: Token, noun: Token) -> None:
    """Put an amount in the place of what it is for one of; behind "or" it is the amount before once more."""
    above, relation = noun.head, noun.dep_
    told = [child for child in above.lefts if child.dep_ in _BESIDE]
    told += [child for child in above.rights if child.dep_ in _BESIDE and child.i < amount.i]
    again = any(child.dep_ == "cc" for child in amount.lefts)
    amount.head, amount.dep_ = (told[-1], "conj") if again and told else (above, relation)
    if above == noun:
        put_on_top(amount)
    noun.head, noun.dep_ = amount, "nmod:unmarked"


def _hang_on_month(year: Token) -> None:
    """Hang the year on the month before it: "began in March last [year]"."""
    month = year.nbor(-2)
    if month.dep_ in NOMINAL and not year.is_ancestor(month):
        year.head, year.dep_ = month, "nmod:unmarked"


def _verb_above(token: Token) -> Token:
    """Give the nearest verb that a token hangs below, else the root."""
    above = token
    for above in token.ancestors:
        if above.tag_.startswith("VB"):
            break
    return above


def _make_preposition(compared: Token) -> None:
    """Make "compared with" a preposition, as "against" is, whatever the parser has for it."""
    other = next((child for child in compared.rights if child.dep_ == "obl"), None)
    if other is None or compared.dep_ not in {"acl", "advcl", "case"}:
        return
    other.head, other.dep_ = _verb_above(compared), "obl"
    compared.head, compared.dep_ = other, "case"


def _mend_direction(way: Token, tags: Sequence[str]) -> None:
    """Take "up" before an amount for how far, not for a part of the verb, and give it the amount."""
    if way.i + 1 >= way.sent.end:
        return
    if way.dep_ == "compound:prt" and tags[way.i + 1] in _BEHIND_DIRECTION:
        way.dep_ = "advmod"  # "edged [down] to", not "called [up] 300"
    elif way.dep_ == "case" and any(child.dep_ == "cop" for child in way.head.lefts):
        way.dep_ = "advmod"  # "was [down] 25 cents to $61"
    elif tags[way.i + 1] in {"$", "CD"} and any(child.dep_ == "cop" for child in way.lefts):
        amount = top_of(way.nbor(), _PARTS, range(way.i + 1, way.i + 1 + _LONGEST))
        if amount.head.i < way.i and amount.dep_ in _BESIDE and not amount.is_ancestor(way):
            amount.head, amount.dep_ = way, "obl:unmarked"
