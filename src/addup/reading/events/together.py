"""The events of all figures of a text: those that say one thing twice, or go on with another, share one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.amounts.ages import is_set_off
from addup.reading.events.answers import answer_of, shown_with
from addup.reading.events.find import event_of
from addup.reading.frames import verb_of, words
from addup.reading.tolls.told import follows_toll
from addup.records import Amount

_SPLIT = re.compile(r"\s?[-–—]\s?|\sto\s")
_COMPARED = re.compile(
    r"\b(?:(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?:up|down) from"
    r"|compared (?:with|to)|against|instead of|rather than|versus)\s"
    r"(?:an? |the |just |only )*"
    r"(?:(?:earlier|initially|originally|previously) (?:announced|estimated|published|reported) )?$"
)
_DID = re.compile(r"(?: of (?:them|those))? (?:did|do|does|have|has|were|are)(?: so)?[.;,]")
_HOW_BADLY = re.compile(r" of (?:them|whom)(?: [a-z]+)? [a-z]+ly\b(?=[,.;)]| (?:and|but|in)\b)")
# "Among the injured, six were ill"; "Most of the dead were foreigners, among them 33 Australians"
_OPENING_STATE = re.compile(
    r"(?:Among|Of) the (?P<state>[a-z]+), "
    r"|\w+ of the (?P<whole>[a-z]+) (?:are|were) [^.;:!?]*?\b(?:among them|including) "
)
# "Deaths: 310", "Total confirmed deaths: 12"
_LABEL_OF_DEAD = re.compile(r"\W*(?:[a-z]+ ){0,3}(?:dead|deaths|fatalities): ?", re.IGNORECASE)
_NEAR_LEAD = 30
_JOINS = re.compile(r"(?:Also|And|Or|Plus) ")
# "... 31 percent, followed by Orr at 17 percent, Bell at 13 percent and Hart with 8"
_FOLLOWED = re.compile(
    r"[^.;:!?]{0,50}\b(?:followed|trailed) by [^.;:!?]{1,80} (?:at|on|with) (?:just |only )?"
)
_AND_NEXT = re.compile(r"(?:,|,? and) [^,.;:!?]{1,80} (?:at|on|with) (?:just |only )?")
# "34 seats[, the Liberals] 22[, New Dawn] 11 [and Free Selm] four"
_GAPPED = re.compile(
    r"(?: [a-z]+)?(?:,|,? and|,? while) (?:the (?:[a-z-]+ ){1,3}|(?:the )?(?:[A-Z][\w'’-]+ ){1,3})"
)
# "Three more died, taking the total to 21": of whom the total is was just told.
_BRINGS_TOTAL = re.compile(
    r",? (?:and )?(?:br(?:inging|ings|ought)|lift(?:ing|s|ed)|push(?:ing|es|ed)|rais(?:ing|es|ed)"
    r"|tak(?:ing|es)|took)"
    r" (?:the|its|their) (?:(?!number)[a-z-]+ ){0,2}?(?:count|figure|number|tally|total)"
    r"(?: (?:for|since|so|in|on|this) [^.;,\d]{1,30}?)? to"
    r" (?:about |almost |at least |more than |nearly |over |some )?$"
)
# What stands between an amount and the same said otherwise: "one million [of its shares, or] 10.4%".
_OTHERWISE = re.compile(r"[^.;:()]{0,60}, or (?:a total of )?")


class _Figures(NamedTuple):
    """All figures of a text: their amounts, what carries each number, and the tokens of the amounts."""

    text: str
    amounts: Sequence[Amount]
    holders: Sequence[Token]
    anchors: Sequence[Token]


def events_of(
    text: str, amounts: Sequence[Amount], holders: Sequence[Token], anchors: Sequence[Token]
) -> list[str | None]:
    """Give the event of each figure of a text: that of the figure with which it is told, else its own."""
    figures = _Figures(text, amounts, holders, anchors)
    trailing = _trailing(figures)
    found: list[str | None] = []
    for index in range(len(amounts)):
        own = _own_event(figures, index)
        like = index - 1 if trailing[index] else _told_with(figures, index, own)
        shared = found[like] if like is not None else None
        shared = shared or (found[-1] if own == "do" and index and _stands_for_last(figures, index) else None)
        event = shared or own or _unsaid(figures, index, found)
        if _between_shares(figures, index) == ", " and event is not None:
            found[-1] = event  # "nearly a quarter, 24 percent, [say]"
        found.append(None if _only_says_age(figures, index, event) else event)
    return found


def _stands_for_last(figures: _Figures, index: int) -> bool:
    """Whether "did" ends a clause, and stands for the verb before: "half passed. In Selm a third did"."""
    alike = figures.amounts[index].kind == figures.amounts[index - 1].kind
    return alike and _DID.match(figures.text, figures.amounts[index].span.end) is not None


def _own_event(figures: _Figures, index: int) -> str | None:
    """Give what is told of a figure by itself: a death in a toll, an answer in a poll, else its verb."""
    amount, anchor = figures.amounts[index], figures.anchors[index]
    if amount.kind == "count" and follows_toll(figures.text, amount.number.start):
        return "die"
    event = event_of(figures.holders[index], anchor)
    if amount.kind != "share":
        return event
    shown = shown_with(anchor) if event in words("poll", "showing") else None
    return answer_of(amount, anchor) or shown or event


def _told_with(figures: _Figures, index: int, own: str | None) -> int | None:
    """Give the figure before with which one is told: it is the same, a part of it, or its contrast."""
    if index == 0:
        return None
    text, amount = figures.text, figures.amounts[index]
    if _is_compared(figures, index):
        like = _alike_before(figures, index)
        same_kind = amount.kind == figures.amounts[like].kind and not _is_wanted(figures.holders[index])
        return like if same_kind or own in words("report", "verbs") else None
    before = figures.amounts[index - 1].span.end
    if _OTHERWISE.fullmatch(text, before, amount.span.start) or _HOW_BADLY.match(text, amount.span.end):
        return index - 1
    between = _between_shares(figures, index)
    if _is_total_of_last(figures, index):
        return index - 1
    split = between is not None and _SPLIT.fullmatch(between) is not None
    return index - 1 if split and answer_of(amount, figures.anchors[index]) is None else None


def _is_total_of_last(figures: _Figures, index: int) -> bool:
    """Whether a count is what the one before brings a total to, in its sentence."""
    before, amount = figures.amounts[index - 1 : index + 1]
    start, sentence = amount.span.start, figures.anchors[index].sent
    same = before.kind == amount.kind == "count" and before.span.start >= sentence.start_char
    return same and _BRINGS_TOTAL.search(figures.text, before.span.end, start) is not None


def _unsaid(figures: _Figures, index: int, found: Sequence[str | None]) -> str | None:
    """Give the event of a figure that no verb is said of: what its sentence opens with, or goes on with."""
    if index and found[-1] == "die" and _is_of_dead(figures, index):
        return "die"
    if index and _is_gapped(figures, index):
        return found[-1]
    opening = _opening_state(figures.text, figures.amounts[index], figures.anchors[index])
    return found[-1] if opening is None and index and _goes_on(figures, index) else opening


def _is_gapped(figures: _Figures, index: int) -> bool:
    """Whether a bare count behind a name goes on with the verb before: "won 34 seats, the Liberals 22"."""
    before, amount = figures.amounts[index - 1 : index + 1]
    bare = amount.kind == before.kind == "count" and amount.span == amount.number
    return bare and _GAPPED.fullmatch(figures.text, before.span.end, amount.span.start) is not None


def _only_says_age(figures: _Figures, index: int, event: str | None) -> bool:
    """Whether an age beside a name has no part in what somebody does: "Bell, 44, was charged"."""
    return is_set_off(figures.amounts[index], figures.text) and event not in words("event", "of_ages")


def _trailing(figures: _Figures) -> list[bool]:
    """Tell which shares are of somebody who follows those before, of whom the same is told as of them."""
    trailing: list[bool] = []
    for index in range(len(figures.amounts)):
        between = _between_shares(figures, index) or ""
        goes_on = bool(trailing) and trailing[-1] and _AND_NEXT.fullmatch(between) is not None
        trailing.append(goes_on or _FOLLOWED.fullmatch(between) is not None)
    return trailing


def _goes_on(figures: _Figures, index: int) -> bool:
    """Whether a sentence without a verb goes on with the one before: "We lost 40 mills. And 5,000 jobs."."""
    sentence, before = figures.anchors[index].sent, figures.anchors[index - 1].sent
    if before.end != sentence.start or any(map(grammar.is_verb, sentence)):
        return False
    if "\n\n" in figures.text[before.start_char : sentence.start_char]:
        return False
    said = sentence.text.strip()
    return _JOINS.match(said) is not None or said.rstrip(".!") == figures.amounts[index].span.text


def _opening_state(text: str, count: Amount, anchor: Token) -> str | None:
    """Give what happened to those whom a sentence opens with: "Among the [injured], six were ill"."""
    if _LABEL_OF_DEAD.fullmatch(text, anchor.sent.start_char, count.span.start):
        return "die"
    opening = _OPENING_STATE.match(text, anchor.sent.start_char) if count.kind == "count" else None
    reached = opening is not None and opening.end() <= count.span.start
    state = (opening["state"] or opening["whole"]).lower() if opening is not None and reached else ""
    return verb_of(state) if state in words("people", "adjectives") else None


def _is_of_dead(figures: _Figures, index: int) -> bool:
    """Whether a bare count may go on with the dead before it: "eight deaths, and there was one in Selm"."""
    anchor, amounts = figures.anchors[index], figures.amounts[index - 1 : index + 1]
    bare = all(amount.kind == "count" for amount in amounts) and figures.holders[index] == anchor
    return bare and anchor.sent.start == figures.anchors[index - 1].sent.start


def _is_compared(figures: _Figures, index: int) -> bool:
    """Whether an amount behind a report is held against the one before: "..., it said, up from 40".

    What has a verb of its own is not: "41 agree, compared with 30 who [deny] it".
    """
    start, sentence = figures.amounts[index].span.start, figures.anchors[index - 1].sent
    if start >= sentence.end_char or grammar.children(figures.anchors[index], "acl:relcl"):
        return False
    return _COMPARED.search(figures.text, max(sentence.start_char, start - _NEAR_LEAD), start) is not None


def _alike_before(figures: _Figures, index: int) -> int:
    """Give the last figure of a sentence that is of the same noun, else the one before.

    "312 cases and 7 deaths, compared to [190] cases and 4 deaths".
    """
    sentence, noun = figures.anchors[index].sent, figures.holders[index].lemma_
    alike = (
        place
        for place in reversed(range(index))
        if figures.anchors[place].sent == sentence and figures.holders[place].lemma_ == noun
    )
    return next(alike, index - 1)


def _is_wanted(holder: Token) -> bool:
    """Whether what another is held against is only what was wanted: "40 were sent, against 90 [needed]"."""
    behind = holder.doc[holder.i + 1 : min(holder.i + 2, holder.sent.end)]
    return any(token.tag_ == "VBN" and token.lemma_.lower() in words("event", "wanting") for token in behind)


def _between_shares(figures: _Figures, index: int) -> str | None:
    """Give what stands between a share and one before it."""
    if index == 0 or any(amount.kind != "share" for amount in figures.amounts[index - 1 : index + 1]):
        return None
    before, share = figures.amounts[index - 1 : index + 1]
    return figures.text[before.span.end : share.span.start]
