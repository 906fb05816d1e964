"""The events of all figures of a text: those that say one thing twice, or go on with another, share one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
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
# What stands between an amount and the same said otherwise: "one million [of its shares, or] 10.4%".
_OTHERWISE = re.compile(r"[^.;:()]{0,60}, or (?:a total of )?")


def events_of(
    text: str, amounts: Sequence[Amount], holders: Sequence[Token], anchors: Sequence[Token]
) -> list[str | None]:
    """Give the event of each figure of a text; the two shares of a split have one: "62%-32%".

    An age beside a name has no part in what somebody does: "Bell, 44, was charged".
    """
    found: list[str | None] = []
    trailing = False  # whether a share is that of somebody who follows
    for index, (holder, anchor) in enumerate(zip(holders, anchors, strict=True)):
        between = _between_shares(text, amounts, index)
        event = found[-1] if between is not None and _SPLIT.fullmatch(between) else event_of(holder, anchor)
        trailing = between is not None and _is_trailing(between, trailing)
        if trailing:
            event = found[-1]
        if amounts[index].kind == "count" and follows_toll(text, amounts[index].number.start):
            event = "die"
        elif amounts[index].kind == "share" and not trailing:
            event = answer_of(amounts[index], anchor) or event
            event = (shown_with(anchor) if event in words("poll", "showing") else None) or event
        if index and _HOW_BADLY.match(text, amounts[index].span.end):
            event = found[-1]  # "15 were wounded, two of them seriously"
        if event is None and found and found[-1] == "die" and _is_of_dead(amounts, holders, anchors, index):
            event = "die"
        if between == ", " and event is not None:
            found[-1] = event  # "nearly a quarter, 24 percent, [say]"
        if index and found[-1] is not None and _is_said_otherwise(text, amounts[index - 1], amounts[index]):
            event = found[-1]
        apart = bool(grammar.children(anchor, "acl:relcl"))  # "41 agree, compared with 30 who [deny] it"
        if index and not apart and _is_compared(text, amounts[index], anchors[index - 1]):
            like = _alike_before(holders, anchors, index)
            same_kind = amounts[index].kind == amounts[like].kind and not _is_wanted(holder)
            event = found[like] if same_kind or event in words("report", "verbs") else event
        event = event or event_of(holder, anchor) or _opening_state(text, amounts[index], anchor)
        if event is None and index and _goes_on(text, amounts, anchors, index):
            event = found[-1]
        beside = amounts[index].kind == "age" and _is_set_off(text, amounts[index])
        found.append(None if beside and event not in words("event", "of_ages") else event)
    return found


def _is_trailing(between: str, trailing: bool) -> bool:
    """Whether a share is of somebody who follows those before, of whom the same is told as of them."""
    return _FOLLOWED.fullmatch(between) is not None or (trailing and _AND_NEXT.fullmatch(between) is not None)


def _goes_on(text: str, amounts: Sequence[Amount], anchors: Sequence[Token], index: int) -> bool:
    """Whether a sentence without a verb goes on with the one before: "We lost 40 mills. And 5,000 jobs."."""
    sentence, before = anchors[index].sent, anchors[index - 1].sent
    if before.end != sentence.start or any(map(grammar.is_verb, sentence)):
        return False
    if "\n\n" in text[before.start_char : sentence.start_char]:
        return False
    said = sentence.text.strip()
    return _JOINS.match(said) is not None or said.rstrip(".!") == amounts[index].span.text


def _opening_state(text: str, count: Amount, anchor: Token) -> str | None:
    """Give what happened to those whom a sentence opens with: "Among the [injured], six were ill"."""
    if _LABEL_OF_DEAD.fullmatch(text, anchor.sent.start_char, count.span.start):
        return "die"
    opening = _OPENING_STATE.match(text, anchor.sent.start_char) if count.kind == "count" else None
    reached = opening is not None and opening.end() <= count.span.start
    state = (opening["state"] or opening["whole"]).lower() if opening is not None and reached else ""
    return verb_of(state) if state in words("people", "adjectives") else None


def _is_of_dead(
    amounts: Sequence[Amount], holders: Sequence[Token], anchors: Sequence[Token], index: int
) -> bool:
    """Whether a bare count may go on with the dead before it: "eight deaths, and there was one in Selm"."""
    bare = amounts[index].kind == amounts[index - 1].kind == "count" and holders[index] == anchors[index]
    return bare and anchors[index].sent.start == anchors[index - 1].sent.start


def _is_set_off(text: str, age: Amount) -> bool:
    """Whether an age stands beside whose it is: "Bell, 44, was charged"."""
    return text[: age.span.start].rstrip()[-1:] in {",", "("}


def _is_said_otherwise(text: str, before: Amount, amount: Amount) -> bool:
    """Whether an amount is the one before it in other words: "one million shares, or 10.4%"."""
    return _OTHERWISE.fullmatch(text, before.span.end, amount.span.start) is not None


def _is_compared(text: str, amount: Amount, before: Token) -> bool:
    """Whether an amount behind a report is held against the one before: "..., it said, up from 40"."""
    sentence = before.sent
    lead = _COMPARED.search(text, max(sentence.start_char, amount.span.start - _NEAR_LEAD), amount.span.start)
    return lead is not None and amount.span.start < sentence.end_char


def _alike_before(holders: Sequence[Token], anchors: Sequence[Token], index: int) -> int:
    """Give the last figure of a sentence that is of the same noun, else the one before.

    "312 cases and 7 deaths, compared to [190] cases and 4 deaths".
    """
    alike = (
        place
        for place in reversed(range(index))
        if anchors[place].sent == anchors[index].sent and holders[place].lemma_ == holders[index].lemma_
    )
    return next(alike, index - 1)


def _is_wanted(holder: Token) -> bool:
    """Whether what another is held against is only what was wanted: "40 were sent, against 90 [needed]"."""
    behind = holder.doc[holder.i + 1 : min(holder.i + 2, holder.sent.end)]
    return any(token.tag_ == "VBN" and token.lemma_.lower() in words("event", "wanting") for token in behind)


def _between_shares(text: str, amounts: Sequence[Amount], index: int) -> str | None:
    """Give what stands between a share and one before it."""
    shares = amounts[index - 1 : index + 1] if index else ()
    alike = len(shares) == 2 and all(amount.kind == "share" for amount in shares)
    return text[shares[0].span.end : shares[1].span.start] if alike else None
