"""What a count is of: its own noun, one that was counted before, or people."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.counting.clause import moved_to_extreme
from addup.reading.counting.shares import population
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.events import event_verb, number_done
from addup.reading.frames import hyphen_noun, measuring_verbs, words
from addup.reading.nouns import is_body, is_change, singular, supplied, through_container
from addup.reading.people import is_person
from addup.reading.toll_words import follows_toll
from addup.records import Amount, Counted

_NAME_LABEL = re.compile(r"(?:^|[\n.;,]\s?)(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w'’-]+:\s$")
# What leads from how much something moved to what it came to.
_LEVEL = re.compile(r"[^.;:\d]{0,40}?,? (?:to|at) (?:about |around |some |a record )?")
_LABEL = re.compile(r"\b(?P<noun>[A-Za-z]+s):\s$")
_HYPHENED = re.compile(r"-(?!(?:odd|plus)\b)(?P<noun>[A-Za-z]+)")
# "four-, five- and six-cylinder engines": the noun is said once, behind the last number.
_SUSPENDED = re.compile(r"(?:-,? (?:(?:and|or|to) )?[\w.]+)+-(?P<noun>[A-Za-z]+)")
# "another player or two", "a name or two"
_OR_SO_MANY = re.compile(r"\b(?:an?|another|one)\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\sor\s$", re.IGNORECASE)
_PARENT_OF = re.compile(r"\b(?:father|mother|parent|dad|mom|mum)s? of $", re.IGNORECASE)
_OUTNUMBER = re.compile(
    r"\b(?P<more>[A-Za-z]+) (?:outnumber|outpace|outstrip)\w* (?P<fewer>[a-z]+),? (?:by )?"
    r"(?P<first>[\d,]*\d) to (?P<second>[\d,]*\d)"
)
_SIDES = re.compile(r"(?<!\S)[\d,]*\d to [\d,]*\d (?:in|among) (?=[a-z])")
_OPENING = re.compile(
    r"Of (?:the|those|its|their|these) (?:[^,;:]|(?<=\d),(?=\d)){2,60}, (?:only |just |about |some )?"
)
_TALLY = re.compile(
    r"\b(?P<what>delegate|medal|seat|vote)s? (?:(?:count|standings|tally|total)s? )?"
    r"(?:is|are|was|were|stands? at|stood at) [A-Z][^;:]*[A-Z][\w'’-]+ $"
)
_MAJORITY_OF = re.compile(r"\bmajority of \Z", re.IGNORECASE)
_MOVING = frozenset({"above", "at", "below", "by", "from", "to"})
_WHERE = frozenset({"at", "in", "inside", "near", "on", "outside"})
_SPOKEN_OF = 80  # tokens over which "they" reaches back
_FAR = 600  # and over which what somebody has stays known
_FEW = 20  # the most that "the two", "the dozen" speaks of again
_VOTE, _STOCK = Counted("vote", "vote"), Counted("share of stock", "share")


def count(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a count is of: the noun beside it, what the text says before, or people."""
    ballot = _of_ballot(seen, amount, anchor)
    if ballot is not None:
        return ballot
    end = amount.number.end
    hyphened = _HYPHENED.match(seen.text, end) or _SUSPENDED.match(seen.text, end)
    if hyphened:
        return _of_hyphened(hyphened["noun"], anchor)
    noun = _noun_beside(seen, amount, anchor)
    named = noun if noun is not None and not _stands_for_others(noun) else None
    if named is not None and is_change(named):
        named = _changed(seen, amount, named) or named
    known = _dead(seen, amount, anchor, noun) or _brought_to(seen, amount, anchor)
    known = known or _occasion(amount, anchor) or _inhabitants(seen, anchor, noun) or _of_hurt(anchor)
    known = known or _of_opening(seen, amount, anchor)
    known = known or _of_guess_or_parent(seen, amount, anchor, noun)
    known = known or (_spoken_of(seen, amount, anchor) if named is None else None)
    if known is not None:
        return known
    if named is not None:
        counted = seen.of(named, anchor, holder=anchor if named in anchor.subtree else named)
        return _one_of(counted) if amount.low != 1 and named.tag_ == "NNP" else counted
    if grammar.is_noun(anchor) and anchor.i not in seen.nouns.inside:
        return seen.of(anchor, anchor)
    known = _of_group(seen, anchor) or _level_behind_share(seen, amount, anchor)
    known = known or _won_in_election(seen, anchor)
    return known or _people_or_borrowed(seen, amount, anchor)


def _dead(seen: Seen, amount: Amount, anchor: Token, noun: Token | None) -> Subject | None:
    """Give people for what a toll came to: "a death toll of 31", "the toll on Monday was at least 40"."""
    bare = noun is None or noun.lemma_.lower() == "toll"
    told = bare and follows_toll(seen.text, amount.number.start)
    return Subject(supplied("person"), anchor, anchor) if told else None


def _of_ballot(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give votes for a tally ("a 4-4 ruling"), seats for a majority ("a majority of 161").

    "The delegate count is Bell 384, Orr 300": what is counted stands before the names.
    """
    if polls.is_tally(amount, anchor):
        return Subject(_VOTE, anchor, anchor)
    tally = _TALLY.search(seen.text, anchor.sent.start_char, amount.span.start)
    if tally is not None:
        return Subject(supplied(tally["what"]), anchor, anchor)
    majority = _MAJORITY_OF.search(seen.text, max(0, amount.span.start - 14), amount.span.start)
    return Subject(supplied("seat"), anchor, anchor) if majority is not None else None


def _noun_beside(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that stands beside a count, before any other."""
    nouns = seen.nouns
    noun = (
        nouns.plural_behind(amount)
        or nouns.modified(anchor)
        or nouns.complement(anchor, "of")
        or nouns.behind(amount, preposition="of")
        or _of_somebodys(seen, anchor)
        or nouns.behind(amount)
        or seen.nouns_behind_next(amount)
        or _of_sides(seen, amount)
        or _or_so_many(seen, amount)
    )
    return _shared_head(noun) if noun is not None else None


def _changed(seen: Seen, amount: Amount, change: Token) -> Token | None:
    """Give what there are so many more of: "a 215,000 rise in [jobs]", or what was counted before."""
    of = grammar.complement(change, "in", "of")
    of = through_container(of) if of is not None else None  # "a fall in the number of people"
    if of is not None and of.tag_ == "NNS":
        return of
    before = [
        subject.noun for subject, one in zip(seen.subjects, seen.amounts, strict=True) if one.kind == "count"
    ]
    last = before[-1] if before and amount.span.start - seen.amounts[-1].span.end < _FAR else None
    return last if last is not None and last.tag_ == "NNS" and not is_person(last) else None


def _of_somebodys(seen: Seen, anchor: Token) -> Token | None:
    """Give those of somebody of whom a number are a part: "lost two of her four [children]"."""
    doc, place = anchor.doc, anchor.i + 1
    if place >= anchor.sent.end or doc[place].lower_ != "of":
        return None
    while place + 1 < anchor.sent.end and doc[place + 1].tag_ in {"CD", "DT", "JJ", "PRP$"}:
        place += 1
    noun = doc[place + 1] if place + 1 < anchor.sent.end else anchor
    return noun if noun.tag_ == "NNS" and noun.i not in seen.nouns.inside else None  # not of its own words


def _of_group(seen: Seen, anchor: Token) -> Subject | None:
    """Give those of whom a group has so many: "a crowd of 700" people, "a fleet of nine" the fleet."""
    group = seen.nouns.above(anchor) if grammar.preposition(anchor) == "of" else None
    if group is not None and group.lemma_.lower() in words("container", "guesses"):
        meant = seen.earlier_in_sentence(anchor, kind="count")  # "9,400 homes, below the target of 14,500"
        return Subject(meant.counted, anchor, anchor) if meant is not None else None
    if group is not None and group.lemma_.lower() in words("people", "groups"):
        return Subject(supplied("person"), anchor, anchor)
    moved = moved_to_extreme(anchor) or _most_of(anchor)
    if moved is not None:
        return seen.of(moved, anchor, holder=anchor)
    if group is not None and (group.tag_ != "NN" or group.lemma_.lower() in _says_nothing()):
        group = None  # "the names of all 49", "the magic number of 2,383", "a total of 40" say not of what
    group = group or _numbered(seen, anchor)
    if group is None:
        return None
    return seen.of(group, anchor, holder=anchor if grammar.is_verb(anchor.head) else group)


def _most_of(anchor: Token) -> Token | None:
    """Give what is the most of so many of its kind: "the fire is the largest of 26"."""
    of = anchor.sent.doc[max(anchor.sent.start, anchor.left_edge.i - 2) : anchor.left_edge.i + 1]
    best = next((token for token in of if token.tag_ == "JJS" and grammar.children(token, "cop")), None)
    kind = grammar.subject(best) if best is not None else None
    of_it = best is not None and best.i + 1 < len(best.doc) and best.nbor().lower_ == "of"
    return kind if of_it and kind is not None and grammar.is_noun(kind) and not is_person(kind) else None


def _says_nothing() -> frozenset[str]:
    """Nouns that hold a number and do not say what of."""
    return words("container", "nouns") | words("container", "marks")


def _of_sides(seen: Seen, amount: Amount) -> Token | None:
    """Give what two sides have: "leads 1,428 to 1,153 in delegates", "boys outnumber girls 9 to 4"."""
    start = max(0, amount.span.start - 40)
    for sides in _OUTNUMBER.finditer(seen.text, start, amount.span.end):
        for side, number in (("more", "first"), ("fewer", "second")):
            if sides.start(number) <= amount.number.start < sides.end(number):
                return grammar.span_of(seen.doc, *sides.span(side))[-1]
    return seen.noun_behind(_SIDES, amount, before=12, behind=24)


def _brought_to(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those whose number stands behind what it came to: "brings to 300 the number of [jobs] cut"."""
    number = seen.nouns.behind_article(amount)
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end)[0]
    if number is None or first.is_sent_start or first.nbor(-1).lower_ != "to":
        return None
    if number.lemma_.lower() == "toll":
        return Subject(supplied("person"), anchor, anchor)
    whole = through_container(number)
    return seen.of(whole, anchor, holder=whole) if whole != number else None


def _occasion(amount: Amount, anchor: Token) -> Subject | None:
    """Give times for how often something was done: "was warned twice"."""
    often = amount.number.text.lower() in words("multiple", "occasions")
    return Subject(supplied("time"), anchor, anchor) if often else None


def _inhabitants(seen: Seen, anchor: Token, noun: Token | None) -> Subject | None:
    """Give people for the size of a population: "a population of 44 million", "its 12 million population"."""
    first = anchor.left_edge
    before = first.nbor(-1) if first.lower_ == "of" and first.i > anchor.sent.start else None
    parts = grammar.children(noun, "compound") if noun is not None and noun.lower_ == "population" else []
    if parts and is_person(parts[-1]):
        return seen.of(parts[-1], anchor, holder=noun)  # "a 1.9 million refugee population"
    sized = {word.lower_ for word in (before, noun) if word is not None}
    return Subject(supplied("person"), anchor, anchor) if "population" in sized else None


def _of_hurt(anchor: Token) -> Subject | None:
    """Give people for some of those called by what happened to them: "18 of the wounded"."""
    group = grammar.complement(anchor, "of")
    hurt = group is not None and group.lower_ in words("people", "adjectives") and not grammar.is_noun(group)
    return Subject(supplied("person"), anchor, anchor) if hurt else None


def _of_opening(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those that a sentence opens with: "Of the 46 people infected, 12 needed treatment"."""
    if not _OPENING.fullmatch(seen.text, anchor.sent.start_char, amount.span.start):
        return None
    opening = seen.doc[
        anchor.sent.start : grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    ]
    whole = next((token for token in opening if token.tag_ in {"NNS", "NNPS"}), None)
    return seen.of(whole, anchor, holder=anchor) if whole is not None else None


def _of_guess_or_parent(seen: Seen, amount: Amount, anchor: Token, noun: Token | None) -> Subject | None:
    """Give for a guess what it is of ("above the 240,000 forecast"), for a parent's number children."""
    if noun is None and _is_of_parent(seen, amount):
        return Subject(supplied("child"), anchor, anchor)
    if noun is None or noun.lemma_.lower() not in words("container", "guesses"):
        return None
    earlier = seen.earlier_in_sentence(anchor, kind="count")
    return Subject(earlier.counted, anchor, anchor) if earlier is not None else None


def _is_of_parent(seen: Seen, amount: Amount) -> bool:
    """Whether a number is of the children of somebody: "a mother of three"."""
    return bool(_PARENT_OF.search(seen.text, max(0, amount.span.start - 20), amount.span.start))


def _or_so_many(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun of one that may be more: "another player or two"."""
    said = _OR_SO_MANY.search(seen.text, max(0, amount.span.start - 40), amount.span.start)
    return grammar.span_of(seen.doc, *said.span("noun"))[0] if said else None


def _spoken_of(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those spoken of before: "the victims, several of whom", "the two" after "two agents"."""
    first = anchor.left_edge
    before, behind = (
        seen.doc[max(0, place) : place + 2].text.lower() for place in (first.i - 2, anchor.i + 1)
    )
    if "of whom" in {before, behind}:
        group = _persons_before(seen, first)
        return seen.of(group, anchor, holder=anchor) if group is not None else None
    the = first if first.lower_ == "the" else first.nbor(-1) if first.i > 0 else first
    if the.lower_ not in {"the", "these", "those"} or (amount.low or 0) > _FEW:
        return None
    for earlier, subject in seen.latest():
        if earlier.kind == "count" and earlier.low == amount.low and subject.noun is not None:
            return Subject(subject.counted, anchor, anchor)
    return None


def _persons_before(seen: Seen, first: Token) -> Token | None:
    """Give the last people before in the sentence, or the last plural: whom "whom" stands for."""
    plurals = [token for token in seen.doc[first.sent.start : first.i] if token.tag_ in {"NNS", "NNPS"}]
    persons = list(filter(is_person, plurals)) or plurals
    return persons[-1] if persons else None


def _is_toll(seen: Seen, anchor: Token) -> bool:
    """Whether a bare number is the size of a toll: "the death toll rose to 12", "put the toll at 40"."""
    if follows_toll(seen.text, anchor.idx):
        return True
    measured = seen.nouns.last_measure(anchor)
    if measured is None or measured.lemma_.lower() != "toll":
        return False
    verb = grammar.clause_head(anchor)
    if verb is None or verb not in (measured.head, *measured.ancestors):
        return False
    if grammar.subject(verb) not in {None, measured} and measured.head != verb:
        return False  # "the toll rose to nine and the number of cases to 108"
    return grammar.preposition(anchor) in {"at", "to"} or verb.lemma_.lower() in measuring_verbs()


def _numbered(seen: Seen, anchor: Token) -> Token | None:
    """Give what a verb says the number of: "police put the number of marchers at 21,000"."""
    verb = grammar.clause_head(anchor)
    target = seen.nouns.target(verb, anchor) if verb is not None else None
    if target is None or target.lemma_.lower() not in words("container", "nouns"):
        return None
    whole = through_container(target)
    return whole if whole != target else None


def _people_or_borrowed(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a bare number counts: what was counted just before, or people."""
    level = _other_level(seen, anchor)
    if level is not None:
        return seen.of(level, anchor, holder=anchor)
    if _is_toll(seen, anchor) or _is_size_of_group(anchor) or number_done(anchor) is not None:
        return Subject(supplied("person"), anchor, anchor)
    verb = grammar.clause_head(anchor)
    sample = grammar.subject(anchor)
    if sample is not None and sample.lemma_ == "sample":  # "the voter sample is 834"
        return population(seen, anchor)
    known = _of_stock_or_voters(seen, verb, anchor) if verb is not None else None
    if known is not None:
        return known
    named = _row_of_names(seen, amount, anchor)
    named = named or _labelled(seen, amount)
    named = (
        named or _measured(anchor) or seen.before_dash(amount) or _meant(seen, anchor) or _moved(seen, anchor)
    )
    if named is not None:
        found = seen.of(named, anchor, holder=anchor)
        return _one_of(found) if named.tag_ == "NNP" else found
    return _borrowed(seen, amount, anchor)


def _borrowed(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what was counted before for a number that nothing else names, or people."""
    about_people = _is_about_people(seen, anchor)
    earlier = seen.earlier_in_sentence(anchor, kind="count") or _same_number(seen, amount)
    if earlier is not None and about_people:
        # "made 143 arrests as thousands marched"; "received 31 bodies and treated 200 wounded"
        done = earlier.counted.head in words("event", "counted") | {"body"}
        doer = earlier.noun is not None and _does(earlier.noun, anchor)  # "two bombers killed scores"
        # "bombs at two churches"
        where = earlier.noun is not None and grammar.preposition(earlier.noun) in _WHERE
        earlier = None if done or doer or where else earlier
    if earlier is None and not about_people:
        earlier = seen.earlier_nearby(amount) or _somebodys(seen, amount)
        many = anchor.lower_ in words("event", "many")  # "let thousands in" is of people
        spoken = _plural_before(seen, anchor) if earlier is None and not many else None
        if spoken is not None:
            return seen.of(spoken, anchor, holder=anchor)
    if earlier is not None and earlier.counted.head == "life":  # "claimed 17 lives and injured 40"
        earlier = None
    return Subject(earlier.counted if earlier else supplied("person"), anchor, anchor)


def _other_level(seen: Seen, anchor: Token) -> Token | None:
    """Give what a verb said that there were so many of, for what came before: "fell to 12 seats from 15"."""
    before = seen.earlier_in_sentence(anchor, kind="count") if grammar.preposition(anchor) == "from" else None
    same = before is not None and grammar.clause_head(before.anchor) == grammar.clause_head(anchor)
    return before.noun if before is not None and same else None


def _of_stock_or_voters(seen: Seen, verb: Token, anchor: Token) -> Subject | None:
    """Give what a verb tells a bare number of: "delegates voted 89-52", "Orel Mills fell 5 to 286"."""
    subject = grammar.subject(verb)
    if subject is None:
        return None
    if verb.lemma_ == "vote":
        return seen.of(subject, anchor, holder=anchor) if grammar.is_noun(subject) else None
    moves = verb.lemma_.lower() in words("market", "verbs") and anchor.i > verb.i
    return Subject(_STOCK, anchor, anchor) if moves and subject.ent_type_ == "ORGANIZATION" else None


def _measured(anchor: Token) -> Token | None:
    """Give what a bare number is the measure of: "circulation was 4,393,237"."""
    subject = grammar.subject(anchor) if grammar.children(anchor, "cop") else None
    return subject if subject is not None and subject.lemma_.lower() in words("measured", "bare") else None


def _is_size_of_group(anchor: Token) -> bool:
    """Whether a bare number is how many a group grew or shrank to: "the crowd swelled to 2,000"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) in {"at", "from", "to"} else None
    if verb is None:
        return False
    if verb.lemma_.lower() in words("aspect", "estimating"):  # "put the crowd at 2,000"
        group = grammar.direct_object(verb)
    else:
        group = grammar.subject(verb) if verb.lemma_.lower() in measuring_verbs() else None
    return group is not None and group.tag_ == "NN" and _is_of_people(group)


def _is_of_people(group: Token) -> bool:
    """Whether what grows or shrinks is many people: "the crowd", "the capital"."""
    return group.lemma_.lower() in words("people", "groups") | words("people", "places")


def _moved(seen: Seen, anchor: Token) -> Token | None:
    """Give what moved from, to or by a bare number, and stands before its verb: "new cases fell to 45"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) in _MOVING else None
    if verb is not None and verb.lemma_.lower() in words("market", "verbs"):
        quoted = grammar.subject(verb)
        if quoted is not None and quoted.lemma_.lower() in words("market", "traded"):
            return quoted  # "the index closed at 2,340"
    if verb is None or verb.lemma_.lower() not in measuring_verbs() | words("event", "multiplying"):
        return None
    done_to = grammar.direct_object(verb) if verb.lemma_.lower() in words("event", "multiplying") else None
    subject = done_to or grammar.subject(verb)  # "doubled its seats to 14"
    again = grammar.complement(subject, "of") if subject is not None and subject.lower_ == "that" else None
    if again is not None and again.tag_ == "NNS":
        return again  # "the number of women rose to 50, while that of men fell to 40"
    if subject is None or not seen.nouns.is_thing(subject):
        return None
    whole = through_container(subject)  # "the number of smokers fell to 40"
    numbered = whole != subject and whole.tag_ == "NNPS"  # "the number of Americans rose to 40"
    several = whole.tag_ == "NNS" and (whole != subject or not is_person(whole))
    return whole if numbered or several else None


def _won_in_election(seen: Seen, anchor: Token) -> Subject | None:
    """Give what is won in an election where only the number is said: "the Greens got 20", of seats before."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_ not in words("poll", "getting") | words("poll", "winning"):
        return None
    if grammar.direct_object(verb) != anchor or not polls.speaks_of(anchor, "elections"):
        return None
    for earlier, subject in seen.latest():
        named = earlier.kind == "count" and subject.noun is not None
        if named and subject.counted.head in words("poll", "gotten"):
            return Subject(subject.counted, anchor, anchor)
    return None


def _level_behind_share(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what moved by the share before the level it came to: "the index fell 2 percent, to 2,340"."""
    if not seen.amounts or seen.amounts[-1].kind != "share":
        return None
    moved, between = seen.subjects[-1], seen.text[seen.amounts[-1].span.end : amount.span.start]
    if moved.noun is None or moved.noun.tag_ != "NN" or _LEVEL.fullmatch(between) is None:
        return None
    return None if _is_of_people(moved.noun) else Subject(moved.counted, anchor, anchor)


def _plural_before(seen: Seen, anchor: Token) -> Token | None:
    """Give those in the plural that a clause is about, else the last before a bare number in its sentence.

    "Complaints at the docks rose to 45" is of complaints, "the shooters, as many as three" of shooters.
    """
    verb = anchor if grammar.children(anchor, "nsubj") else grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    about = (through_container(subject),) if subject is not None else ()
    before = reversed(seen.doc[anchor.sent.start : anchor.i])
    plural = (token for token in (*about, *before) if token.tag_ == "NNS" and seen.nouns.is_thing(token))
    return next((token for token in plural if not (_tells_of(token, anchor) or _does(token, anchor))), None)


def _does(people: Token, anchor: Token) -> bool:
    """Whether those who do something to so many are people, and not those: "[guards] let thousands in"."""
    verb = grammar.first_conjunct(anchor.head)
    done_to = anchor.dep_ == "obj" and people.dep_ == "nsubj" and people.head == verb
    return done_to and (is_person(people) or is_body(people)) and verb.lemma_.lower() not in measuring_verbs()


def _tells_of(speaker: Token, anchor: Token) -> bool:
    """Whether somebody only says that of which there are so many: "[organizers] said 20,000 took part"."""
    if speaker.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    verbs = [speaker.head, *grammar.children(speaker.head, "conj")]
    return any(anchor in told.subtree for verb in verbs for told in grammar.children(verb, "ccomp"))


def _same_number(seen: Seen, amount: Amount) -> Subject | None:
    """Give what the same large number counted before: "the 1,237 delegates ... as he gets to 1,237"."""
    if amount.low is None or amount.low <= _FEW:
        return None
    same = (
        subject for earlier, subject in seen.latest() if (earlier.kind, earlier.low) == ("count", amount.low)
    )
    return next((subject for subject in same if subject.noun is not None), None)


def _labelled(seen: Seen, amount: Amount) -> Token | None:
    """Give the plural that a list has before a colon: "Norwegians: 3, Danes: 0"."""
    label = _LABEL.search(seen.text, max(0, amount.span.start - 40), amount.span.start)
    noun = grammar.span_of(seen.doc, *label.span("noun"))[0] if label else None
    return noun if noun is not None and (noun.tag_ in {"NNS", "NNPS", "NNP"}) else None


def _row_of_names(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what a list of names counts, which the text above it speaks of: "Moore: 120, Reyes: 90"."""
    start = amount.span.start
    if not _NAME_LABEL.search(seen.text, max(0, start - 60), start):
        return None
    label = seen.doc[max(0, anchor.i - 2)]
    return _plural_subject(seen, label) if label.tag_ in {"NNP", ""} else None


def _meant(seen: Seen, anchor: Token) -> Token | None:
    """Give those whom "they" or "them" stands for: "They number about 200", "40 of them"."""
    verb = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    measured = verb is not None and (verb == anchor or verb.lemma_.lower() in measuring_verbs())
    they = subject is not None and subject.lower_ == "they" and measured
    them = seen.doc[anchor.i + 1 : anchor.i + 3].text.lower() == "of them"
    if them and (counted := seen.earlier_in_sentence(anchor, kind="count")) is not None and counted.noun:
        return counted.noun  # "111 men reached the surface, 26 of them with burns"
    if them and (nearest := _plural_object(anchor)) is not None:
        return nearest
    return _plural_subject(seen, anchor) if they or them else None


def _plural_object(anchor: Token) -> Token | None:
    """Give those done to in the clause before: "troops pursued the attackers and killed 17 of them"."""
    before = reversed(anchor.doc[anchor.sent.start : anchor.left_edge.i])
    return next(
        (token for token in before if token.tag_ == "NNS" and token.dep_ in {"obj", "nsubj:pass"}), None
    )


def _plural_subject(seen: Seen, behind: Token) -> Token | None:
    """Give the last things before a word that something was said of."""
    before = reversed(seen.doc[max(0, behind.i - _SPOKEN_OF) : behind.i])
    return next((token for token in before if _is_plural_subject(token)), None)


def _is_about_people(seen: Seen, anchor: Token) -> bool:
    """Whether what happened happens to people ("144 were killed", "six others are missing")."""
    verb = event_verb(anchor)
    if verb is not None and verb.lemma_.lower() in words("people", "verbs"):
        return True
    behind = seen.doc[anchor.i + 1 : min(anchor.i + 4, anchor.sent.end)]
    return any(token.lower_ in words("people", "adjectives") for token in behind)


def _somebodys(seen: Seen, amount: Amount) -> Subject | None:
    """Give the count before of what somebody has so many: "Her 2,203 (to Moore's 1,828)"."""
    first = grammar.span_of(seen.doc, amount.span.start, amount.span.end).start
    whose = seen.doc[first - 1] if first > 0 else None
    if whose is None or not (whose.tag_ in {"PRP$", "POS"} or whose.text in {"--", "—", "–", ":"}):
        return None
    for earlier, subject in seen.latest():
        if earlier.kind == "count" and subject.noun is not None:
            if amount.span.start - earlier.span.end < _FAR:
                return subject
            break
    things = reversed(seen.doc[max(0, whose.i - _SPOKEN_OF) : whose.i])
    noun = next((token for token in things if token.tag_ == "NNS" and token.i not in seen.nouns.inside), None)
    return seen.of(noun, whose, holder=whose) if noun is not None and whose.tag_ in {"PRP$", "POS"} else None


def _is_plural_subject(token: Token) -> bool:
    """Whether something is said of these things; in a sentence without a parse the verb behind tells."""
    if grammar.is_parsed(token):
        return token.tag_ == "NNS" and token.dep_.startswith("nsubj")
    doc, i = token.doc, token.i
    if not (token.is_lower and token.lower_.endswith("s") and 0 < i < len(doc) - 1):
        return False
    return doc[i - 1].lower_ in {"these", "those"} or doc[i + 1].lower_ in {"are", "have", "were"}


def _stands_for_others(noun: Token) -> bool:
    """Whether a word only stands for others counted before: "six others"."""
    return noun.lemma_.lower().rstrip("s") in words("people", "pronouns")


def _shared_head(noun: Token) -> Token:
    """Give the noun that several names stand before: "thousands of Army, Navy and Air Force troops"."""
    doc, last = noun.doc, noun.i + 1
    if noun.tag_ != "NNP" or last >= len(doc) or doc[last].lower_ not in {",", "and"}:
        return noun
    while last < noun.sent.end and (doc[last].tag_ == "NNP" or doc[last].lower_ in {",", "and"}):
        last += 1
    joined = last < noun.sent.end and doc[last].tag_ == "NNS" and doc[last - 1].tag_ == "NNP"
    return doc[last] if joined else noun


def _one_of(several: Subject) -> Subject:
    """Give a name that a number makes a plural in the singular ("200 Hutus")."""
    counted = several.counted
    return replace(several, counted=replace(counted, head=singular(counted.head)))


def _of_hyphened(word: str, anchor: Token) -> Subject:
    """Give what a number joined to a word counts: "a 16-nation bloc" nations, "a 12-strong jury" people."""
    holder = grammar.modified(anchor) or anchor
    stands_for = hyphen_noun(word.lower())
    counted = supplied(stands_for) if stands_for else Counted(word, singular(word))
    return Subject(counted, holder, anchor, holder)
