"""Who and what was spoken of before a bare number, which it counts."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.counts.people import is_about_people
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.events import event_verb
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.counted import supplied
from addup.reading.nouns.people import is_person
from addup.reading.text import DASHES
from addup.records import Amount

# "Including 31 [over Selm and] 12 over Orrin"
_WHERE = re.compile(r" (?:above|at|from|in|near|off|on|outside|over) ")
_NEXT_PART = re.compile(r" (?:above|at|from|in|near|off|on|outside|over) [^.;:\d]{2,40}?(?:,|,? and) ")
_NAME_LABEL = re.compile(r"(?:^|[\n.;,]\s?)(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w'’-]+:\s$")
_LABEL = re.compile(r"\b(?P<noun>[A-Za-z]+s):\s$")
_OPENING = re.compile(
    r"[Oo]f (?:(?:all|its|some|the|their|these|those) |(?=\d))(?:[^,;:]|(?<=\d),(?=\d)){2,60}, "
    r"(?:only |just |about |some )?"
)
_OUT_OF = re.compile(r", (?:out )?of (?:about |an estimated |more than |nearly |over |some |the )?$")
_ACTING = frozenset({*grammar.SUBJECTS, "obj"})
_SPOKEN_OF = 80  # tokens over which "they" reaches back
FAR = 600  # and over which what somebody has stays known
_DEFINITE = frozenset({"all", "the", "these", "those"})
_FEW = 20  # the most that "the two", "the dozen" speaks of again


def spoken_of(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those spoken of before: "the victims, several of whom", "the two" after "two agents"."""
    first = anchor.left_edge
    before, behind = (
        seen.doc[max(0, place) : place + 2].text.lower() for place in (first.i - 2, anchor.i + 1)
    )
    if "of whom" in {before, behind}:
        group = _persons_before(seen, first)
        return seen.of(group, anchor, holder=anchor) if group is not None else None
    if not _is_definite(first) or (amount.low or 0) > _FEW:
        return None
    for earlier, subject in seen.latest():
        alike = earlier.kind == "count" and earlier.low == amount.low and subject.noun is not None
        if alike and seen.text[earlier.number.end : earlier.number.end + 1] != "-":  # "a two-way race"
            return as_before(subject, anchor)
    return None


def _is_definite(first: Token) -> bool:
    """Whether a word for those already told of stands before a number, or is its first: "the two"."""
    before = first if first.lower_ in _DEFINITE or first.i == 0 else first.nbor(-1)
    return before.lower_ in _DEFINITE


def _are_named(seen: Seen, amount: Amount) -> bool:
    """Whether so many persons were named before: "Bell met Moore on Friday. The two argued"."""
    first = seen.span_of(amount)[0]
    if amount.low is None or not 1 < amount.low <= _FEW or not _is_definite(first):
        return False
    before = seen.doc[max(0, first.i - _SPOKEN_OF) : first.i]
    named = (word for word in before if word.ent_type_ == "PERSON")
    last_names = {word.text for word in named if word.nbor().ent_iob_ != "I"}
    return len(last_names) >= amount.low


def _persons_before(seen: Seen, first: Token) -> Token | None:
    """Give the last people before in the sentence, or the last plural: whom "whom" stands for."""
    plurals = [token for token in seen.doc[first.sent.start : first.i] if token.tag_ in {"NNS", "NNPS"}]
    persons = list(filter(is_person, plurals)) or plurals
    return persons[-1] if persons else None


def of_opening(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those that a sentence opens with: "Of the 46 people infected, 12 needed treatment"."""
    colon = seen.text.rfind(": of ", anchor.sent.start_char, amount.span.start)
    begin = colon + 2 if colon >= 0 else anchor.sent.start_char
    if not _OPENING.fullmatch(seen.text, begin, amount.span.start):
        return None
    opening = grammar.span_of(seen.doc, begin, amount.span.start)
    whole = next((token for token in opening if token.tag_ in {"NNS", "NNPS"}), None)
    return seen.of(whole, anchor, holder=anchor) if whole is not None else None


def of_part(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what a whole set off behind its part counts: "5,300 nurses struck in 41 towns, out of 21,000"."""
    if _OUT_OF.search(seen.text, anchor.sent.start_char, amount.span.start) is None:
        return None
    acting = (
        subject
        for earlier, subject in seen.latest()
        if earlier.kind == "count"
        and earlier.span.start >= anchor.sent.start_char
        and (earlier.low or 0) <= (amount.high or amount.low or 0)
        and any(token.dep_ in _ACTING for token in (subject.anchor, subject.noun) if token is not None)
    )
    part = next(acting, None)
    return as_before(part, anchor) if part is not None else None


def counted_before(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what was counted before for a number that nothing else names, or people."""
    about_people = is_about_people(seen, anchor)
    earlier = _of_parts(seen, amount, anchor)
    earlier = earlier or seen.earlier_in_sentence(anchor, kind="count") or _part_before(seen, anchor)
    earlier = earlier or _same_number(seen, amount) or _more_of_those(seen, amount)
    if earlier is not None and _is_where(earlier, anchor):
        return unsaid("person", anchor)
    if earlier is not None and about_people:
        # "made 143 arrests as thousands marched"; "received 31 bodies and treated 200 wounded"
        done = earlier.counted.head in words("event", "counted") | {"body"}
        doer = earlier.noun is not None and _brings_about(earlier.noun, anchor)
        # "bombs at two churches"
        where = earlier.noun is not None and grammar.preposition(earlier.noun) in {
            "by",
            *words("place", "at"),
        }
        earlier = None if done or doer or where or _is_lifeless(earlier.noun) else earlier
    if not about_people:
        earlier = earlier or seen.earlier_nearby(amount) or _somebodys(seen, amount)
        people = earlier is not None and earlier.noun is not None and is_person(earlier.noun)
        if not people and _are_named(seen, amount):
            return unsaid("person", anchor)
        many = anchor.lower_ in words("event", "many")  # "let thousands in" is of people
        spoken = _plural_before(seen, anchor) if earlier is None and not many else None
        if spoken is not None:
            return seen.of(spoken, anchor, holder=anchor)
    if earlier is not None and earlier.counted.head == "life":  # "claimed 17 lives and injured 40"
        earlier = None
    return Subject(earlier.counted if earlier else supplied("person"), anchor, anchor)


def _more_of_those(seen: Seen, amount: Amount) -> Subject | None:
    """Give the people before of whom "another" opens with more: "40 nurses were held. Another [16] fled"."""
    first = seen.span_of(amount)[0]
    opens = first.lower_ == "another" or (first.i > 0 and first.nbor(-1).lower_ == "another")
    earlier = seen.earlier_nearby(amount) if opens else None
    return earlier if earlier is not None and earlier.noun is not None and is_person(earlier.noun) else None


def _of_parts(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what a bare part is of, which is no fewer: "68 [drones] over five towns, including 31 over Selm".

    The next part goes on with it: "and 12 over Orrin".
    """
    if seen.amounts and _NEXT_PART.fullmatch(seen.text, seen.amounts[-1].span.end, amount.span.start):
        return seen.subjects[-1] if _leads_parts(seen, seen.amounts[-1], anchor) else None
    if not _leads_parts(seen, amount, anchor):
        return None
    for earlier, subject in seen.latest():
        if earlier.span.start < anchor.sent.start_char:
            return None
        large = earlier.high is None or amount.low is None or earlier.high >= amount.low
        if earlier.kind == "count" and large and not seen.is_part(earlier):
            return subject
    return None


def _leads_parts(seen: Seen, amount: Amount, anchor: Token) -> bool:
    """Whether "including" stands before an amount, and where or in what it is behind."""
    start = amount.span.start
    led = seen.text.endswith(" including ", anchor.sent.start_char, start)
    return led and _WHERE.match(seen.text, amount.span.end) is not None


def _is_where(earlier: Subject, anchor: Token) -> bool:
    """Whether what was counted before is only where so many are: "two [wards], where six were ill"."""
    clause = grammar.predicate(anchor)
    where = next((word for word in clause.lefts if word.lower_ == "where"), None) if clause else None
    if where is None or earlier.noun is None or where.i == where.sent.start:
        return False
    before = where.nbor(-1)
    return earlier.noun == (before.nbor(-1) if before.is_punct and before.i > where.sent.start else before)


def _part_before(seen: Seen, anchor: Token) -> Subject | None:
    """Give some of those counted before, of whom a number tells on: "62 of them have died, 19 in combat"."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.kind != "count" or last.span.start < anchor.sent.start_char:
        return None
    return seen.subjects[-1] if seen.is_part(last) and seen.subjects[-1].noun is not None else None


def _same_number(seen: Seen, amount: Amount) -> Subject | None:
    """Give what the same large number counted before: "the 1,237 delegates ... as he gets to 1,237"."""
    if amount.low is None or amount.low <= _FEW:
        return None
    same = (
        subject for earlier, subject in seen.latest() if (earlier.kind, earlier.low) == ("count", amount.low)
    )
    return next((subject for subject in same if subject.noun is not None), None)


def _somebodys(seen: Seen, amount: Amount) -> Subject | None:
    """Give the count before of what somebody has so many: "Her 2,203 (to Moore's 1,828)"."""
    first = seen.span_of(amount).start
    whose = seen.doc[first - 1] if first > 0 else None
    if whose is None or not (whose.tag_ in {"PRP$", "POS"} or whose.text in {*DASHES, ":"}):
        return None
    for earlier, subject in seen.latest():
        if earlier.kind == "count" and subject.noun is not None:
            if amount.span.start - earlier.span.end < FAR:
                return subject
            break
    things = reversed(seen.doc[max(0, whose.i - _SPOKEN_OF) : whose.i])
    noun = next((token for token in things if token.tag_ == "NNS" and token.i not in seen.nouns.inside), None)
    return seen.of(noun, whose, holder=whose) if noun is not None and whose.tag_ in {"PRP$", "POS"} else None


def _plural_before(seen: Seen, anchor: Token) -> Token | None:
    """Give those in the plural that a clause is about, else the last before a bare number in its sentence.

    "Complaints at the docks rose to 45" is of complaints, "the shooters, as many as three" of shooters.
    """
    verb = anchor if grammar.children(anchor, "nsubj") else grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    about = (through_container(subject),) if subject is not None else ()
    before = reversed(seen.doc[anchor.sent.start : anchor.i])
    plural = (token for token in (*about, *before) if token.tag_ == "NNS" and seen.nouns.is_thing(token))
    apart = (_tells_of, _does, _is_credit)
    return next((token for token in plural if not any(test(token, anchor) for test in apart)), None)


def _is_credit(noun: Token, anchor: Token) -> bool:
    """Whether a noun is who says what a headline has behind its colon: "[Officials]: 14 killed in blast"."""
    return noun.dep_ == "dep" and noun.head == anchor and noun.nbor().text == ":"


def _does(people: Token, anchor: Token) -> bool:
    """Whether those who do something to so many are people, and not those: "[guards] let thousands in"."""
    verb = grammar.first_conjunct(anchor.head)
    done_to = anchor.dep_ == "obj" and people.dep_ == "nsubj" and people.head == verb
    return done_to and (is_person(people) or is_body(people)) and verb.lemma_.lower() not in measuring_verbs()


def _brings_about(doer: Token, anchor: Token) -> bool:
    """Whether those counted are what befell so many: "bombers killed [scores]", "fell, killing [18]"."""
    for above in anchor.ancestors:
        subjects = [child for child in above.lefts if child.dep_ in grammar.SUBJECTS]
        if doer in subjects:
            return doer.dep_ == "nsubj" and above.i < anchor.i
        if any(child != anchor for child in subjects) or (anchor in subjects and grammar.is_clause(above)):
            return False
    return False


def _is_lifeless(thing: Token | None) -> bool:
    """Whether what was counted is no people nor treated so: "two [houses] fell and seven were killed"."""
    if thing is None or thing.tag_ not in {"NN", "NNS"} or is_person(thing):
        return False
    done = event_verb(thing)  # not "killed 4,000 cattle and injured 900"
    return done is None or done.lemma_.lower() not in words("people", "verbs")


def _tells_of(speaker: Token, anchor: Token) -> bool:
    """Whether somebody only says that of which there are so many: "[organizers] said 20,000 took part"."""
    if speaker.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    verbs = [speaker.head, *grammar.children(speaker.head, "conj")]
    return any(anchor in told.subtree for verb in verbs for told in grammar.children(verb, "ccomp"))


def those_meant(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give those whom "they" or "them" stands for: "They number about 200", "40 of them"."""
    verb = grammar.predicate(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    measured = verb is not None and (verb == anchor or verb.lemma_.lower() in measuring_verbs())
    they = subject is not None and subject.lower_ == "they" and measured
    them = seen.doc[anchor.i + 1 : anchor.i + 3].text.lower() == "of them"
    if not them:
        return _plural_subject(seen, anchor) if they else None
    whole = _whole_before(seen, amount, anchor)
    if whole is None or whole.i < anchor.sent.start:
        whole = _plural_object(anchor) or whole
    return whole or _plural_subject(seen, anchor) or _plural_in_last(seen, anchor)


def some_of_number(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those whom a bare number counts: "some [900] came to the two halls, 300 of them by bus"."""
    if seen.doc[anchor.i + 1 : anchor.i + 3].text.lower() != "of them":
        return None
    for earlier, subject in seen.latest():
        if earlier.span.start < anchor.sent.start_char:
            return None
        large = earlier.high is None or amount.low is None or earlier.high >= amount.low
        if earlier.kind == "count" and large:
            unnamed = subject.noun is None and not seen.is_part(earlier)
            return as_before(subject, anchor) if unnamed else None
    return None


def _plural_in_last(seen: Seen, anchor: Token) -> Token | None:
    """Give the first things or people in the plural that the sentence before tells of."""
    start = anchor.sent.start
    last = seen.doc[start - 1].sent if start else anchor.sent
    things = (
        token for token in last if token.i < start and token.tag_ == "NNS" and seen.nouns.is_thing(token)
    )
    return next((token for token in things if token.dep_ != "compound"), None)


def _whole_before(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what was counted before of which so many can be a part, in the sentence or the one before.

    "111 men reached the surface, 26 of them with burns"; "fired 188 rockets. Gunners hit 76 of them".
    """
    nearest = anchor.sent.start
    for earlier, subject in seen.latest():
        if earlier.span.end < anchor.sent.start_char:
            if nearest == anchor.sent.start:
                nearest = subject.anchor.sent.start
            if subject.anchor.sent.start != nearest or nearest < anchor.sent.start - _SPOKEN_OF:
                return None
        named = subject.noun is not None and subject.noun.tag_ != "NN"
        large = earlier.high is None or amount.low is None or earlier.high >= amount.low
        if earlier.kind == "count" and named and large and not seen.is_part(earlier):
            return subject.noun
    return None


def _plural_object(anchor: Token) -> Token | None:
    """Give those done to in the clause before: "troops pursued the attackers and killed 17 of them"."""
    before = reversed(anchor.doc[anchor.sent.start : anchor.left_edge.i])
    return next(
        (token for token in before if token.tag_ == "NNS" and token.dep_ in {"obj", "nsubj:pass"}), None
    )


def _plural_subject(seen: Seen, behind: Token) -> Token | None:
    """Give the last things before a word that something was said of."""
    verb = grammar.clause_head(behind)
    own = grammar.subject(verb) if verb is not None else None  # who hits "40 of them" is not one of them
    before = reversed(seen.doc[max(0, behind.i - _SPOKEN_OF) : behind.i])
    return next((token for token in before if token != own and _is_plural_subject(token)), None)


def _is_plural_subject(token: Token) -> bool:
    """Whether something is said of these things; in a sentence without a parse the verb behind tells."""
    if grammar.is_parsed(token):
        return token.tag_ == "NNS" and token.dep_.startswith("nsubj")
    doc, i = token.doc, token.i
    if not (token.is_lower and token.lower_.endswith("s") and 0 < i < len(doc) - 1):
        return False
    return doc[i - 1].lower_ in {"these", "those"} or doc[i + 1].lower_ in {"are", "have", "were"}


def label_before(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the plural that a list has before a colon: "Norwegians: 3, Danes: 0"."""
    label = _LABEL.search(seen.text, max(0, amount.span.start - 40), amount.span.start)
    noun = grammar.span_of(seen.doc, *label.span("noun"))[0] if label else None
    if noun is None or (_is_credit(noun, anchor) and grammar.children(anchor, "acl")):
        return None
    return noun if noun.tag_ in {"NNS", "NNPS", "NNP"} else None


def what_names_count(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what a list of names counts, which the text above it speaks of: "Moore: 120, Reyes: 90"."""
    start = amount.span.start
    if not _NAME_LABEL.search(seen.text, max(0, start - 60), start):
        return None
    label = seen.doc[max(0, anchor.i - 2)]
    return _plural_subject(seen, label) if label.tag_ in {"NNP", ""} else None
