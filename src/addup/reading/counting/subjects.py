"""What was counted so far in a document, and how a later amount has it in common."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.amounts.brackets import has_own_time, own_bracket, stands_behind
from addup.reading.counting.unsaid import OF_THOSE
from addup.reading.frames import words
from addup.reading.nouns.amounts import is_named_change
from addup.reading.nouns.behind import noun_behind
from addup.reading.nouns.counted import as_counted, supplied
from addup.reading.nouns.document import Nouns
from addup.reading.nouns.phrases import head_of_phrase_at
from addup.reading.nouns.said_of import noun_modified
from addup.reading.text import text_of
from addup.records import Amount, Counted, Time

# What stands between an amount and another amount of the same thing: "$9 million, or 30 cents a share, from
# $8 million", "51 percent to 47 percent", "90 pounds (41 kilograms)".
_FOLLOWS_ON = re.compile(
    r"^[\s,;()]*(?:or|from|to|and|but|compared (?:with|to)|versus|against|(?:up|down)(?: \S+)? from|up|down"
    r"|off)?[\s(]*$",
    re.IGNORECASE,
)
# What stands before an amount that says the same as one before it, or that one is compared with.
_COMPARED = re.compile(
    r"(?:\b(?:compared (?:with|to)|versus|against|instead of|rather than|(?:up|down) from)"
    r"|,\s+(?:or|up|down|off))\s+$",
    re.IGNORECASE,
)
# "$1 million go to roads, $2 million to parks and $3 million to schools": what follows the amounts is alike,
# and the verb is said once. The parse hangs the second amount on the roads, or takes "to parks" for a verb.
_SHARED_OUT = re.compile(
    r"(?:\s\w+){0,3}?\s(?P<to>to|for|on)\s[^.;:,!?\n]{2,50}(?:,\s(?:and\s)?|\sand\s)", re.IGNORECASE
)
# "62%-32%"; "rose to $9 million, an increase of $2 million"
_SPLIT = frozenset({"-", "–", "—", " - "})
_SET_OFF_CHANGE = re.compile(
    r"(?:,|--|—|–)\s?an? (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+) of (?:[a-z]+ ){0,2}[$£€]?$"
)
_AMONG = (["among", "them"], ["among", "whom"])
_ROW = frozenset({" and ", " or ", " to ", "-", ", ", ", and ", " if not ", ", if not "})
_OF = re.compile(r"[a-z]+,? of (?=[a-z])")  # "hundreds if not thousands of letters"
_SET_OFF = re.compile(r"(?:--|—|–)\s?$")
# Kinds of which one never says the other again: "in five years, and $2 billion".
_UNLIKE = [{kind, other} for kind in ("duration", "age") for other in ("count", "money", "share", "measure")]
LEVELS = frozenset({"count", "money", "measure"})  # kinds that a share may be of
_TIMES = frozenset({"duration", "age"})
_ANOTHER_SIZE, _SAME_SIZE = 100, 10  # so many times one amount is the other
_OPENING = re.compile(r"\n\n[\"'“‘]?$")
_JOINING = frozenset({",", "and", "or"})
_SMALL = 20
_NEARBY = 250  # characters over which a reader carries a noun


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted, and the tokens that carry it.

    `anchor` is the head of the amount, `noun` the counted noun where the figure has one of its own, `holder`
    the one of the two to which things happen in the sentence.
    """

    counted: Counted
    holder: Token
    anchor: Token
    noun: Token | None = None


def unsaid(noun: str, anchor: Token) -> Subject:
    """Give what an amount counts whose noun the text leaves out."""
    return Subject(supplied(noun), anchor, anchor)


def as_before(found: Subject, anchor: Token) -> Subject:
    """Give for an amount without a noun what another counts."""
    return Subject(found.counted, anchor, anchor)


def _apart(one: Amount, other: Amount) -> float:
    """Give how many times one amount is the other, the larger by the smaller; 1 where a size is open."""
    sizes = [amount.low or amount.high or 0 for amount in (one, other)]
    return max(sizes) / min(sizes) if min(sizes) > 0 else 1


class Seen:
    """One document with its amounts, and what the earlier of them count.

    `subjects` are those of `amounts`, the amounts read so far among `all`; `stake` is what the last stake was
    in, `groups` the heads of those whose answers a poll gave, `gaps` the places of the amounts whose clauses
    leave their verb out.
    """

    def __init__(self, doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.times = times
        self.nouns = Nouns(doc, amounts, times)
        self.all = amounts
        self.amounts: list[Amount] = []
        self.subjects: list[Subject] = []
        self.stake: Counted | None = None
        self.groups: set[str] = set()
        self.gaps: set[int] = set()

    def add(self, amount: Amount, subject: Subject) -> None:
        """Remember what the next amount counts."""
        self.subjects.append(subject)
        self.amounts.append(amount)

    def of(self, noun: Token, anchor: Token, *, holder: Token | None = None) -> Subject:
        """Give what an amount counts that is of a noun of the text."""
        return Subject(as_counted(self.nouns, noun), holder or noun, anchor, noun)

    def span_of(self, amount: Amount) -> Span:
        """Give the tokens of an amount."""
        return grammar.span_of(self.doc, amount.span.start, amount.span.end)

    def at(self, token: Token) -> Subject | None:
        """Give what an amount counts that a token is part of, if it was read already."""
        index = self.nouns.inside.get(token.i)
        return self.subjects[index] if index is not None and index < len(self.subjects) else None

    def noun_behind(
        self, words: re.Pattern[str], amount: Amount, *, before: int, behind: int
    ) -> Token | None:
        """Give the noun behind words that a pattern finds around an amount, in so many characters."""
        for found in words.finditer(self.text, max(0, amount.span.start - before), amount.span.end + behind):
            if found.start() <= amount.number.start < found.end():
                return head_of_phrase_at(self.nouns, found.end())
        return None

    def noun_before(self, words: re.Pattern[str], amount: Amount, *, before: int) -> Token | None:
        """Give the noun that a pattern names ("noun") in so many characters before an amount."""
        found = words.search(self.text, max(0, amount.span.start - before), amount.number.start)
        noun = grammar.span_of(self.doc, *found.span("noun"))[0] if found is not None else None
        return noun if noun is not None and grammar.is_noun(noun) else None

    def again(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give what the amount before counts, for the other side of a split or the size of its change."""
        last = self.amounts[-1] if self.amounts else None
        if last is None or last.span.start < anchor.sent.start_char:
            return None
        is_other_time = last.kind == amount.kind and stands_behind(self.text, last, amount)
        if is_other_time and has_own_time(self.text, amount, self.times):
            return as_before(self.subjects[-1], anchor)
        if (
            amount.change is not None
            and own_bracket(self.text, amount) is not None
            and stands_behind(self.text, last, amount)
        ):
            return as_before(self.subjects[-1], anchor)  # "exports $31m (-2.5%)"
        between = self.text[last.span.end : amount.span.start]
        split = between in _SPLIT and last.kind == amount.kind == "share"
        change = None if split else _SET_OFF_CHANGE.search(self.text, last.span.end, amount.span.start)
        if not split and (change is None or not is_named_change(change["noun"])):
            return None
        return Subject(self.subjects[-1].counted, anchor, anchor, self.subjects[-1].noun if split else None)

    def nouns_behind_next(self, amount: Amount) -> Token | None:
        """Give the noun that is said once behind the last of some counts: "2, 3 and 4 votes"."""
        last = amount
        for following in self.all[len(self.amounts) + 1 :]:
            gap = self.text[last.span.end : following.span.start]
            if following.kind != amount.kind or gap not in _ROW:
                return None
            if gap not in {", ", ", and "}:
                behind = noun_behind(self.nouns, following)
                return behind or self.noun_behind(_OF, following, before=0, behind=8)
            last = following
        return None

    def noun_of_kinds(self, amount: Amount) -> Token | None:
        """Give the noun said once behind the last of some kinds: "12 domestic and 30 foreign [offices]"."""
        last = amount
        for following in self.all[len(self.amounts) + 1 :]:
            if following.kind != amount.kind:
                return None
            between = grammar.span_of(self.doc, last.span.end, following.span.start)
            if not _tells_kind(between):
                return None
            if between[-1].lower_ != ",":
                noun = noun_behind(self.nouns, following)
                return noun if noun is not None and noun.tag_ == "NNS" else None
            last = following
        return None

    def noun_of_joined(self, amount: Amount, anchor: Token) -> Token | None:
        """Give the noun that two amounts with a hyphen stand before: "20-inch and 32-inch screens"."""
        index = len(self.amounts)
        pair = [*self.amounts[-1:], *self.all[index : index + 2]]
        for first, second in pairwise(pair):
            gap = self.text[first.span.end : second.span.start]
            hyphened = "-" in first.span.text and "-" in second.span.text
            if hyphened and gap in {" and ", " or "} and first.unit == second.unit is not None:
                behind = noun_behind(self.nouns, second)
                return noun_modified(self.nouns, anchor) or behind if amount is second else behind
        return None

    def latest(self) -> Iterator[tuple[Amount, Subject]]:
        """Give the amounts read so far with what they count, the last first."""
        yield from zip(reversed(self.amounts), reversed(self.subjects), strict=True)

    def earlier_in_sentence(self, anchor: Token, *, kind: str) -> Subject | None:
        """Give what the last whole amount of one kind before in the sentence counts."""
        return next((subject for _, subject in self._wholes_in_sentence(anchor, kind=kind)), None)

    def _wholes_in_sentence(self, anchor: Token, *, kind: str) -> Iterator[tuple[Amount, Subject]]:
        """Give the whole amounts of one kind before in the sentence with what they count, the last first."""
        for earlier, subject in self.latest():
            if earlier.span.start < anchor.sent.start_char:
                return
            if earlier.kind == kind and self._is_whole(earlier):
                yield earlier, subject

    def _is_whole(self, amount: Amount) -> bool:
        """Whether an amount is no part of another, nor only describes a noun: "the 250-member assembly"."""
        return not (self.is_part(amount) or self.text[amount.number.end : amount.number.end + 1] == "-")

    def earlier_nearby(self, amount: Amount) -> Subject | None:
        """Give the count before, if it is near and in the same paragraph.

        Of two in one sentence the one of about the same size is meant: "180,000 took part in 34 marches.
        Unions spoke of 500,000".
        """
        last: tuple[Amount, Subject] | None = None
        for earlier, subject in self.latest():
            between = self.text[earlier.span.end : amount.span.start]
            if ("\n\n" in between and not _opens_paragraph(amount, earlier, between)) or len(
                between
            ) > _NEARBY:
                break
            if earlier.kind != "count" or not self._is_whole(earlier):
                continue
            if last is None:
                last = earlier, subject
                if _apart(amount, earlier) < _ANOTHER_SIZE:
                    break
            elif subject.anchor.sent != last[1].anchor.sent:
                break
            elif _apart(amount, earlier) < _SAME_SIZE:
                return subject
        return last[1] if last else None

    def of_unit(self, amount: Amount) -> Subject | None:
        """Give what the last amount of the same unit that named it was of: "six tonnes of rice ... four"."""
        for earlier, subject in self.latest():
            if earlier.unit == amount.unit and subject.noun is not None:
                return subject
        return None

    def last(self, amount: Amount, *, kinds: Container[str]) -> Subject | None:
        """Give what the last amount of some kinds was of, if it is near: what "that" may stand for."""
        for earlier, subject in self.latest():
            if amount.span.start - earlier.span.end > _NEARBY:
                return None
            if earlier.kind in kinds and not earlier.worded:
                return subject
        return None

    def nearest_in_size(self, amount: Amount) -> Subject | None:
        """Give what the amount nearby of the same kind, unit and rate that is likest in size is of."""
        near: list[tuple[float, Subject]] = []
        for earlier, subject in self.latest():
            if amount.span.start - earlier.span.end > _NEARBY:
                break
            if (earlier.kind, earlier.unit, earlier.per) == (amount.kind, amount.unit, amount.per):
                near.append((_apart(amount, earlier), subject))
        apart, found = min(near, key=lambda one: one[0], default=(0.0, None))
        return found if apart < _SAME_SIZE else None

    def is_part(self, amount: Amount) -> bool:
        """Whether an amount is only a part of another ("including eight nurses"), not what goes on."""
        before = self.text[max(0, amount.span.start - 20) : amount.span.start].split()
        if before and (before[-1].lower() in words("part", "before") or before[-2:] in _AMONG):
            return True
        behind = self.text[amount.span.end : amount.span.end + 10].lower()
        if OF_THOSE.match(self.text, amount.span.end):
            return False  # "28 of those taken to hospital" are some of nobody counted before
        return behind.startswith((" of them", " of whom", " of those"))

    def together(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give what this amount has in common with one before that it is joined to, explains or compares."""
        joined = self.follows_on(amount) or self.compared(amount, anchor) or self.joined(anchor)
        return Subject(joined.counted, joined.holder, anchor) if joined is not None else None

    def follows_on(self, amount: Amount) -> Subject | None:
        """Give the amount directly before, where only a joining word stands between the two."""
        if not self.amounts or {self.amounts[-1].kind, amount.kind} in _UNLIKE:
            return None
        between = self.text[self.amounts[-1].span.end : amount.span.start]
        return self.subjects[-1] if _FOLLOWS_ON.match(between) else None

    def shared_out(self, amount: Amount) -> Subject | None:
        """Give the amount before, of whose row this one is a further part."""
        if not self.amounts or self.amounts[-1].unit != amount.unit:
            return None
        row = _SHARED_OUT.fullmatch(self.text, self.amounts[-1].span.end, amount.span.start)
        alike = row is not None and self.text.startswith(f" {row['to']} ", amount.span.end)
        return self.subjects[-1] if alike else None

    def compared(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give the amount of its kind before in the sentence that this one is compared with."""
        lead = _COMPARED.search(self.text, anchor.sent.start_char, amount.span.start)
        if lead is None:
            return None
        level = self._level_before(anchor) if amount.kind == "share" and _moved(lead[0]) else None
        return level or self.like(amount, anchor) or self.earlier_in_sentence(anchor, kind=amount.kind)

    def like(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give the last count of a sentence of about the size of a number that is held against one.

        "26,000 people were in 140 shelters, down from 41,000" is of the people.
        """
        if amount.kind != "count":
            return None
        counts = self._wholes_in_sentence(anchor, kind="count")
        return next((subject for earlier, subject in counts if _apart(amount, earlier) < _SAME_SIZE), None)

    def _level_before(self, anchor: Token) -> Subject | None:
        """Give what the last amount of a sentence is of that moved: "6 million flew, up 8 percent"."""
        for earlier, subject in self.latest():
            if earlier.span.start < anchor.sent.start_char:
                return None
            if earlier.kind not in _TIMES:
                return subject if earlier.kind in LEVELS else None
        return None

    def joined(self, anchor: Token) -> Subject | None:
        """Give the earlier amount that this one is joined to in the parse ("or 30 cents a share")."""
        if grammar.children(anchor, "cop") and grammar.children(anchor, "nsubj"):
            return None  # "the ratio was 4%, and equity was $9 million"
        for token in (grammar.first_conjunct(anchor), anchor.head):
            joined = self.at(token)
            if joined is not None:
                return joined
        return None

    def before_dash(self, amount: Amount) -> Token | None:
        """Give the plural that a number is set off from: "newly registered voters -- 1.1 million --"."""
        if not _SET_OFF.search(self.text, max(0, amount.span.start - 4), amount.span.start):
            return None
        first = self.span_of(amount).start
        before = self.doc[max(0, first - 2) : first]
        return next((token for token in before if token.tag_ == "NNS"), None)


def _opens_paragraph(amount: Amount, earlier: Amount, between: str) -> bool:
    """Whether a small number opens the paragraph behind one with more, of which so many are a part."""
    part = amount.low is not None and earlier.low is not None and amount.low < min(earlier.low, _SMALL)
    return part and between.count("\n\n") == 1 and _OPENING.search(between) is not None


def _moved(lead: str) -> bool:
    """Whether the words before an amount say which way something went by it."""
    return lead.rstrip().lower().endswith(("up", "down", "off"))


def _tells_kind(between: Span) -> bool:
    """Whether words between two numbers only say of which kind the first are: "domestic and"."""
    if not len(between) or between[-1].lower_ not in _JOINING:
        return False
    kind = [token for token in between if token.lower_ not in _JOINING]
    if not kind or not kind[0].is_alpha or [*between[: len(kind)]] != kind:
        return False
    if any(token.lower_ in words("people", "adjectives") for token in kind):
        return False  # "12 dead and 30 injured passengers"
    return all(_is_adjective(token) for token in kind)


def _is_adjective(token: Token) -> bool:
    hyphened = "-" in {token.text, token.nbor(-1).text, token.nbor().text}
    return hyphened or token.tag_ in {"JJ", "VBN"} or token.ent_type_ == "MISC"
