"""Whose answers or votes a share is of: those asked in a poll, or the votes cast."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.counting.unsaid import VOTE
from addup.reading.frames import words
from addup.reading.nouns.actors import is_name
from addup.reading.nouns.people import is_person
from addup.records import Amount


def of_asked(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give whom a share is of that somebody has in a poll, or that is said of one group asked."""
    if polls.margin_of_error(seen.doc, amount) is not None:
        return None
    group = polls.group_beside(amount, anchor)
    if group is not None:
        return seen.of(group, anchor, holder=anchor)
    return _by_margin(seen, amount, anchor) or _of_votes_or_asked(seen, amount, anchor)


def _of_votes_or_asked(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give votes for what was won or cast, else those asked."""
    if polls.is_won_by(amount, anchor):
        won = _voters_won(anchor)
        return seen.of(won, anchor, holder=anchor) if won is not None else Subject(VOTE, anchor, anchor)
    if polls.is_outcome(amount, anchor):
        return Subject(VOTE, anchor, anchor)
    if polls.is_lead_or_support(amount, anchor):
        return of_voters(seen, anchor)
    if polls.is_of_votes_cast(anchor):
        return Subject(VOTE, anchor, anchor)
    split = _is_split(seen, amount) and polls.speaks_of(anchor, "nouns")
    return population(seen, anchor) if split or polls.is_of_group(anchor) else None


def _voters_won(anchor: Token) -> Token | None:
    """Give those whose votes somebody won: "won older [voters] by 8 points", "won among [women] by 8"."""
    verb = grammar.clause_head(anchor)
    if verb is None or grammar.is_passive(verb):
        return None
    among = grammar.complement(verb, "among") or grammar.complement(anchor, "among")
    won = among or grammar.direct_object(verb)
    people = won is not None and grammar.is_plural(won) and (polls.is_asked(won) or is_person(won))
    return won if people else None


# "By a margin of 54 percent to 46 percent, nurses approved it"
_MARGIN_OF = re.compile(r"\bmargin of (?:\d+(?:\.\d+)?(?: ?%| percent)? to )?\Z")


def _by_margin(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those who decide by so many percent to so many, else the votes."""
    if not (
        amount.unit == "%" and _MARGIN_OF.search(seen.text, max(0, amount.span.start - 30), amount.span.start)
    ):
        return None
    verb = grammar.clause_head(anchor)
    group = grammar.subject(verb) if verb is not None else None
    if group is not None and grammar.is_plural(group) and seen.nouns.is_thing(group):
        return seen.of(group, anchor, holder=anchor)
    return of_voters(seen, anchor) or Subject(VOTE, anchor, anchor)


_SPLIT_BEFORE = re.compile(r"(?:, |\bby )\Z")
_SPLIT_BEHIND = re.compile(r"[-–]\d\d?(?:\.\d)?(?:%| percent)(?=[.,;)]|$| (?:among|in|that|to)\b)")


def _is_split(seen: Seen, amount: Amount) -> bool:
    """Whether those for and those against stand at the end of a clause: "most oppose it, 59%-28%"."""
    before = _SPLIT_BEFORE.search(seen.text, max(0, amount.span.start - 4), amount.span.start)
    return before is not None and _SPLIT_BEHIND.match(seen.text, amount.span.end) is not None


def of_voters(seen: Seen, anchor: Token) -> Subject | None:
    """Give whom a share is of that nothing is said of in its sentence: those asked, or the votes cast."""
    if polls.speaks_of(anchor, "nouns"):
        return population(seen, anchor)
    return Subject(VOTE, anchor, anchor) if polls.speaks_of(anchor, "elections") else None


def population(seen: Seen, anchor: Token) -> Subject:
    """Give those asked: named in the sentence ("among likely voters"), as before, or elsewhere."""
    if polls.names_those_asked(anchor.sent):
        return unsaid("respondent", anchor)
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
            moved_on = _has_moved_on(seen, subject, earlier, anchor)
            return unsaid(subject.counted.head, anchor) if moved_on else as_before(subject, anchor)
    return seen.of(questioned, anchor, holder=anchor) if questioned is not None else None


def _has_moved_on(seen: Seen, subject: Subject, earlier: Amount, anchor: Token) -> bool:
    """Whether a text has gone on to another place than that of those asked: "In Selm" behind "Orr voters"."""
    named = {word for word in subject.counted.text.split() if word[0].isupper()}
    since = seen.doc.char_span(earlier.span.end, anchor.idx, alignment_mode="contract") if named else None
    ins = [token for token in since or () if token.text == "In"]
    if not ins:
        return False
    # Sentences without figures are not parsed, and know no names.
    places = {token.text for token in seen.doc if token.ent_type_ == "LOCATION"}
    opened = [token.nbor().text for token in ins if token.nbor().text in places]
    return bool(opened) and opened[-1] not in named and not named.isdisjoint(places)


def _asked_at_all(seen: Seen, anchor: Token) -> Subject:
    """Give those asked as a text names them only elsewhere, else voters in a race, else who answered."""
    asked = polls.asked_elsewhere(anchor.sent)
    if asked is not None:
        return seen.of(asked, anchor, holder=anchor)
    return unsaid("voter" if polls.is_of_race(seen.doc) else "respondent", anchor)


def is_rival(whole: Token) -> bool:
    """Whether what points are "of" is who they are counted from: "within five points of Bell"."""
    running = whole.lower_ in {"front-runner", "frontrunner", "leader"} or is_person(whole)
    return whole.tag_ in {"NNP", "NN"} and (is_name(whole) or running)
