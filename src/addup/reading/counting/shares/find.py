"""What a share is of: a whole, a firm, a market, those asked, the votes cast."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.counting.clause import from_verb
from addup.reading.counting.shares.asked import is_rival, of_asked, of_voters, population
from addup.reading.counting.shares.before import (
    asked_for_before,
    changed_before,
    in_row_of_names,
    measure_again,
    moved_before,
    moved_from,
    next_answer,
    of_gapped,
    of_group,
    restated,
    set_off_change,
    share_before,
    spoken_of,
)
from addup.reading.counting.shares.beside import noun_beside
from addup.reading.counting.shares.paces import going_at_pace, is_raise
from addup.reading.counting.shares.wholes import (
    are_people,
    held_to_itself,
    is_bare,
    of_amount_before,
    of_opening_amount,
    part_measured,
    some_of_them,
    whole_before,
    whole_behind_next,
    whole_unnamed,
)
from addup.reading.counting.stakes import of_noun_or_stake, owned_stock, what_is_owned
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.counting.unsaid import VOTE
from addup.reading.events import is_side_of_result
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.actors import is_name
from addup.reading.nouns.amounts import is_change, names_measure
from addup.reading.nouns.behind import noun_behind
from addup.reading.nouns.counted import as_counted
from addup.reading.nouns.people import is_person
from addup.reading.nouns.said_of import noun_complement
from addup.reading.nouns.verbs import what_is_added_to
from addup.records import Amount

_WHO = re.compile(r" who\b")


def share(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a share is of: the whole that the text names, those asked in a poll, or a firm."""
    paced = going_at_pace(seen, amount, anchor)
    if paced is not None:
        return paced
    of_them = some_of_them(seen, amount, anchor) or restated(seen, amount, anchor)
    of_them = of_them or held_to_itself(seen, amount, anchor)
    of_them = of_them or of_group(seen, amount, anchor)
    of_them = (
        of_them
        or of_gapped(seen, amount, anchor)
        or set_off_change(seen, amount, anchor)
        or next_answer(seen, amount, anchor)
    )
    if of_them is not None:
        return of_them
    last = seen.span_of(amount)[-1]  # "50% to 60% of the staff"
    whole = noun_complement(seen.nouns, anchor, "of") or noun_complement(seen.nouns, last, "of")
    whole = whole or noun_behind(seen.nouns, amount, preposition="of")
    whole = whole or whole_behind_next(seen, amount)
    before = moved_from(seen, amount, anchor) if whole is None else None
    if before is not None:
        return before
    whole = whole or what_is_added_to(seen.nouns, anchor)
    if whole is None and polls.is_of_count(anchor):
        return Subject(VOTE, anchor, anchor)
    if whole is not None and amount.unit == "pp" and is_rival(whole) and polls.speaks_of(anchor, "nouns"):
        whole = None
    if whole is None:
        known = (
            of_opening_amount(seen, amount, anchor)
            or of_amount_before(seen, amount, anchor)
            or measure_again(seen, amount, anchor)
        )
        known = known or owned_stock(seen, anchor)
        known = known or part_measured(seen, anchor) or whole_unnamed(seen, amount, anchor)
        is_moved = polls.is_moved(anchor) and not is_side_of_result(amount, anchor)
        is_moved = is_moved or (polls.is_of_fact(anchor) and not polls.is_outcome(amount, anchor))
        known = known or (of_asked(seen, amount, anchor) if not is_moved else None)
    else:
        known = whole_before(seen, amount, anchor) if is_bare(whole) else None
        if polls.is_told_of(whole, anchor):
            seen.groups.add(as_counted(seen.nouns, whole).head.lower())
    if known is None and whole is None and polls.is_result_of(anchor):
        known = of_voters(seen, anchor)
    found = known or what_is_owned(seen, amount, anchor) or _by_noun(seen, amount, anchor, whole)
    return population(seen, anchor) if whole is None and _is_given_by_asked(found, anchor) else found


def _is_given_by_asked(found: Subject, anchor: Token) -> bool:
    """Whether a share of a poll is told of who runs, or of support or a lead, which those asked gave.

    "Support for Orr rose 4 points", "the other candidate came in at 30 percent", "her lead fell to 5 points".
    """
    noun = found.noun
    if noun is None or not polls.speaks_of(anchor, "nouns"):
        return False
    if noun.lemma_.lower() in words("poll", "support") | words("poll", "leads"):
        return True
    runs = noun.ent_type_ == "PERSON" or noun.lemma_.lower() in words("poll", "running")
    return runs and not any(token.lemma_.lower() in words("poll", "elections") for token in anchor.sent)


def _by_noun(seen: Seen, amount: Amount, anchor: Token, whole: Token | None) -> Subject:
    """Give what a share is of by a noun: its whole, one beside it, or those of the amounts before."""
    if whole is None and is_raise(seen, amount):
        return unsaid("pay", anchor)
    offered = asked_for_before(seen, amount, anchor) if whole is None else None
    if offered is not None:
        return offered
    noun = polls.margin_of_error(seen.doc, amount) or whole or noun_beside(seen, amount, anchor)
    who = _WHO.match(seen.text, amount.span.end) is not None and polls.speaks_of(anchor, "nouns")
    if whole is None and (who or polls.is_from_those_asked(amount, anchor)):
        return population(seen, anchor)
    marked = noun is not None and whole is None and noun.lemma_.lower() in words("container", "marks")
    if marked and (voters := of_voters(seen, anchor)) is not None:
        return voters  # "under the 5 percent threshold"
    joined = in_row_of_names(seen, noun, anchor) if whole is None else None
    if whole is None and noun is not None and is_name(noun) and grammar.preposition(anchor) == "with":
        joined = joined or of_voters(seen, anchor)  # "the Greens, with 6.1 percent, would"
    if noun is not None and joined is None:
        moved = (
            moved_before(seen, anchor) or changed_before(seen, amount, noun, anchor)
            if is_change(noun) and noun is not whole
            else None
        )
        return moved or of_noun_or_stake(seen, noun, amount, anchor)
    apart = amount.unit == "%" and bool(seen.amounts) and seen.amounts[-1].unit == "pp"
    joined = joined or (seen.together(amount, anchor) if not apart else None)  # "by 3 points, 45% to 42%"
    return joined or _of_somebody(seen, amount, anchor)


def _of_somebody(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a share is of that somebody has, or that the verb says something of."""
    if anchor.dep_.startswith("nsubj"):
        again = share_before(seen, amount, anchor)
        if again is not None:
            return again
    fact = polls.is_moved(anchor) or polls.is_of_fact(anchor)
    if anchor.dep_.startswith("nsubj") or (polls.is_of_poll(anchor) and not fact):
        found = whole_before(seen, amount, anchor) or population(seen, anchor)
        is_asked = found.counted.head != "respondent" or polls.is_polled(seen.doc)
        if is_asked:
            return unsaid("person", anchor) if _speaks_as(found, anchor) else found
        if _act(anchor):
            return unsaid("person", anchor)
    if _is_interest(amount, anchor):
        return unsaid("interest", anchor)
    sum_before = _of_sum_before(seen, anchor)
    if sum_before is not None:
        return sum_before
    found = spoken_of(seen, amount, anchor) or from_verb(seen, amount, anchor, otherwise="total")
    untold = found.counted.head == "total" or _is_no_measure(found)
    return (of_voters(seen, anchor) or found) if untold and not (fact and found.noun is not None) else found


def _is_interest(amount: Amount, anchor: Token) -> bool:
    """Whether a share is interest that somebody asks or pays: "lends at 6%", "pays 4 percent on bonds"."""
    verb = grammar.clause_head(anchor)
    if verb is None or amount.unit != "%" or amount.unit_text is None or anchor.head != verb:
        return False
    if verb.lemma_ in words("lending", "at"):
        return grammar.preposition(anchor) == "at"
    paper = grammar.complement(verb, "on", "for") or grammar.complement(anchor, "on", "for")
    on_paper = paper is not None and paper.lemma_.lower() in words("lending", "papers")
    return grammar.direct_object(verb) == anchor and verb.lemma_ in words("lending", "verbs") and on_paper


def _of_sum_before(seen: Seen, anchor: Token) -> Subject | None:
    """Give the sum before of which somebody gets a share: "awarded $70 million. Lawyers [keep] a third"."""
    verb, last = grammar.clause_head(anchor), seen.amounts[-1] if seen.amounts else None
    if (
        verb is None
        or last is None
        or last.kind != "money"
        or last.change
        or grammar.direct_object(verb) != anchor
    ):
        return None
    who = grammar.subject(verb)
    gets = verb.lemma_ in words("given", "sharing") and who is not None and is_person(who)
    before = seen.doc[anchor.sent.start - 1].sent if anchor.sent.start else anchor.sent
    return as_before(seen.subjects[-1], anchor) if gets and last.span.start >= before.start_char else None


def _act(anchor: Token) -> bool:
    """Whether a share is of people who do something to a thing: "40 percent own a car", no share of cars.

    So are those of whom a clause tells what they think or say, or who have opinions: "22 percent think it is
    getting better", "59 percent disapprove".
    """
    verb = anchor.head
    lemma, clause = verb.lemma_.lower(), grammar.children(verb, "ccomp")
    told = lemma in words("poll", "answering") and clause
    opines = verb.tag_ in {"VBP", "VBZ"} and lemma in words("poll", "preferring") | {"worry"}
    if anchor.dep_ == "nsubj" and (told or opines):
        return True
    things = [child for child in grammar.children(verb, "obj") if child.i > verb.i]
    return (
        anchor.dep_ == "nsubj" and verb.tag_ == "VBP" and bool(things) and verb.lemma_ not in {"be", "have"}
    )


def _speaks_as(found: Subject, anchor: Token) -> bool:
    """Whether a share says something, outside of polls, and what was counted before it cannot speak."""
    speaks = anchor.head.lemma_.lower() in words("report", "verbs")
    return speaks and not (are_people(found) or polls.speaks_of(anchor, "nouns"))


def _is_no_measure(found: Subject) -> bool:
    """Whether a noun is neither an amount nor what one has changed, so that a poll's share is not of it."""
    noun = found.noun
    if noun is None or names_measure(noun) or is_change(noun):
        return False
    verb = grammar.clause_head(found.anchor)
    return verb is None or grammar.subject(verb) != noun or verb.lemma_.lower() not in measuring_verbs()
