"""What those do or are who gave an answer in a poll, where no verb stands beside their share.

"A 40 percent approval rating", "with 17 percent still undecided", "more likely to say so, 73 percent to 63".
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.events.naming import verb_name
from addup.reading.frames import changing_verbs, verb_of, words
from addup.reading.text import has_any, kept, text_of
from addup.records import Amount

# "Has an approval rating of about 40 percent"
_RATING_OF = re.compile(
    r"\b(?P<what>approval|disapproval|support) ratings? (?:of|is|was|stands at|stood at)"
    r"(?: (?:about|around|at|below|just|least|less|more|nearly|only|over|than))* $"
)
# "Has a 40 percent job approval rating", "a 42%-49% approval rating"
_RATING_BEHIND = re.compile(
    r"(?P<other>[-–/]\d+(?:%| percent))? (?:job[ -])?(?P<what>approval|disapproval) (?:mark|rating)\b"
)
_SECOND = re.compile(r"\d(?:%| percent)?[-–/]\Z")
_NEAR_RATING = 60
_POLL = re.compile(r"\b(?:poll|survey)", re.IGNORECASE)
# What opens a share whose adjective alone says what they are: "15% enthusiastic and 24% satisfied".
_OPENS = re.compile(r"(?:[:;,(—–-]|\b(?:and|but|with|while|to))\s*(?:\w+ly |about |another |only |just )?\Z")
# These say how much a share is, or of what kind an opinion is.
_OF_SHARE = frozenset(
    {
        "due",
        "favorable",
        "likely",
        "negative",
        "overall",
        "positive",
        "short",
        "total",
        "unfavorable",
        "worth",
    }
)
_SPLIT_BEFORE = re.compile(r", (?:\d+(?:\.\d+)?(?:%| percent)?(?: to |[-–]))?\Z")
_SPLIT_BEHIND = re.compile(r"(?:(?: to |[-–])\d+(?:\.\d+)?(?:%| percent)?)?(?=\.?\s*$|\.\s)")
# "46 percent in favor", "39 percent of women are strongly against it"
_SIDE = re.compile(
    r" (?:of (?:[a-z]+ ){0,3}[A-Za-z]+s |of (?:wo)?men )?(?P<be>(?:are|is|was|were) )?(?:[a-z]+ly |still )?"
    r"(?:(?P<favor>in favou?r\b|for it\b)|(?P<oppose>against\b|opposed\b))"
)
_BELOW = frozenset({"acl:relcl", "advcl", "ccomp", "xcomp"})


def answer_of(amount: Amount, anchor: Token) -> str | None:
    """Give what so many of those asked in a poll do or are, where the words around their share say it."""
    if amount.kind != "share":
        return None
    rated = _rated(text_of(anchor.doc), amount) or _side_taken(amount, anchor)
    if rated is not None or not _is_polled(anchor.doc):
        return rated
    return _being(amount, anchor) or _split_at_end(amount, anchor)


def _is_polled(doc: Doc) -> bool:
    known: dict[str, bool] = kept(doc, "answers of polls")
    if "" not in known:
        text = text_of(doc)
        known[""] = has_any(text, ("poll", "survey")) and _POLL.search(text) is not None
    return known[""]


def _verb_of(noun: str) -> str:
    return verb_of(noun) or noun


def _rated(text: str, share: Amount) -> str | None:
    """Give what those asked do who give somebody a rating: they approve, or disapprove."""
    start, end = share.number.start, share.span.end
    rated = _RATING_OF.search(text, max(0, start - _NEAR_RATING), start)
    if rated is not None:
        return _verb_of(rated["what"])
    rated = _RATING_BEHIND.match(text, end)
    if rated is None:
        return None
    second = rated["other"] is None and _SECOND.search(text, max(0, start - 12), start) is not None
    return "disapprove" if second else _verb_of(rated["what"])


def _side_taken(share: Amount, anchor: Token) -> str | None:
    """Give what those do who are for or against something: "46 percent in favor" favor it."""
    side = _SIDE.match(text_of(anchor.doc), share.span.end)
    if side is None or (side["be"] is None and not _is_polled(anchor.doc)):
        return None
    verb = grammar.clause_head(anchor) if side["be"] is None else None
    moved = verb is not None and verb.lemma_.lower() in changing_verbs()  # "fell 4 percent against the yen"
    return None if moved else side.lastgroup


def _being(share: Amount, anchor: Token) -> str | None:
    """Give the adjective right behind a share that alone says what they are: "17 percent still undecided"."""
    doc, text = anchor.doc, text_of(anchor.doc)
    whole = grammar.complement(anchor, "of")
    index = (whole or grammar.span_of(doc, share.span.start, share.span.end)[-1]).i + 1
    end = anchor.sent.end
    opens = anchor.sent.start_char == share.span.start
    if not opens and _OPENS.search(text, max(0, share.span.start - 20), share.span.start) is None:
        return None
    while index < end and doc[index].tag_ == "RB":
        index += 1
    if index >= end or not _is_state(doc[index]):
        return None
    behind = doc[index + 1] if index + 1 < end else None
    closed = behind is None or behind.is_punct or behind.is_space or behind.lower_ in {"and", "or", "to"}
    return _name_of_state(doc[index]) if closed else None


def _is_state(word: Token) -> bool:
    return word.lower_ == "undecided" or (word.tag_ == "JJ" and word.lower_ not in _OF_SHARE)


def _name_of_state(word: Token) -> str:
    return "undecided" if word.lower_ == "undecided" else verb_name(word)


def _split_at_end(share: Amount, anchor: Token) -> str | None:
    """Give the verb of a sentence that two shares close: "Orr fans say they use it, 76%-21%".

    The verb is that of those asked, and what they are "more likely to" do.
    """
    text, start, end = text_of(anchor.doc), share.span.start, share.span.end
    before = _SPLIT_BEFORE.search(text, max(0, start - 16), start)
    behind = _SPLIT_BEHIND.match(text, end)
    if before is None or behind is None or bool(before[0].strip(", ")) == bool(behind[0]):
        return None  # one of two, and no more
    clause = grammar.clause_head(anchor)
    while clause is not None and clause.dep_ in _BELOW and not _contrasts(clause):
        clause = grammar.clause_head(clause)
    if clause is None:
        return None
    if clause.lower_ == "likely":
        done = grammar.children(clause, "xcomp")
        return verb_name(done[0]) if done else None
    subject = grammar.subject(clause)
    asked = subject is not None and grammar.is_plural(subject) and grammar.is_noun(subject)
    return verb_name(clause) if asked and grammar.is_verb(clause) and clause.tag_ != "VBN" else None


def shown_with(anchor: Token) -> str | None:
    """Give "have" for what a poll shows somebody with: "shows Orr with 47 percent"."""
    verb = grammar.clause_head(anchor)
    if verb is None or grammar.preposition(anchor) not in {"at", "with"}:
        return None
    poll, shown = grammar.subject(verb), grammar.direct_object(verb)
    if poll is None or shown is None or verb.lemma_.lower() not in words("poll", "showing"):
        return None
    beside = anchor.head in {verb, shown} and grammar.is_proper(shown)
    return "have" if beside and poll.lemma_.lower() in words("poll", "nouns") else None


def _contrasts(clause: Token) -> bool:
    """Whether a clause below another tells of others: "although most oppose it, 59%-28%"."""
    return clause.dep_ == "advcl" and not grammar.has_child(clause, {"as", "than"}, "mark")
