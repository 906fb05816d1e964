"""What a figure counts: a noun of the text, or the noun that the text leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from addup.reading import grammar, polls
from addup.reading.events import event_verb
from addup.reading.frames import hyphen_noun, measuring_verbs, nominal, same_as, words
from addup.reading.nouns import (
    Nouns,
    is_body,
    is_change,
    is_name,
    names_measure,
    singular,
    supplied,
    through_container,
)
from addup.reading.people import is_person
from addup.reading.text import text_of
from addup.records import Amount, Counted, Time

# What stands between an amount and another amount of the same thing: "$9 million, or 30 cents a share, from
# $8 million", "51 percent to 47 percent", "90 pounds (41 kilograms)".
_FOLLOWS_ON = re.compile(
    r"^[\s,;()]*(?:or|from|to|and|but|compared (?:with|to)|versus|against|(?:up|down)(?: \S+)? from|up|down)?"
    r"[\s(]*$",
    re.IGNORECASE,
)
# What stands before an amount that says the same as one before it, or that one is compared with.
_COMPARED = re.compile(
    r"(?:\b(?:compared (?:with|to)|versus|against|(?:up|down) from)|,\s+(?:or|up|down|off))\s+$",
    re.IGNORECASE,
)
# "$1 million go to roads, $2 million to parks and $3 million to schools": what follows the amounts is alike,
# and the verb is said once. The parse hangs the second amount on the roads, or takes "to parks" for a verb.
_SHARED_OUT = re.compile(
    r"(?:\s\w+){0,3}?\s(?P<to>to|for|on)\s[^.;:,!?\n]{2,50}(?:,\s(?:and\s)?|\sand\s)", re.IGNORECASE
)
_NAME_LABEL = re.compile(r"(?:^|[\n.;,]\s?)(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w'’-]+:\s$")
_LABEL = re.compile(r"\b(?P<noun>[A-Za-z]+s):\s$")
_OWNED = re.compile(r"-(?:controlled|held|owned)\b", re.IGNORECASE)
_ENDED = re.compile(r"\s+end(?:ed|ing)\b")
_HYPHENED = re.compile(r"-(?P<noun>[A-Za-z]+)")
# "four-, five- and six-cylinder engines": the noun is said once, behind the last number.
_SUSPENDED = re.compile(r"(?:-,? (?:(?:and|or|to) )?[\w.]+)+-(?P<noun>[A-Za-z]+)")
# "another player or two", "a name or two"
_OR_SO_MANY = re.compile(r"\b(?:an?|another|one)\s(?P<noun>[a-z]+)\sor\s$", re.IGNORECASE)
_PARENT_OF = re.compile(r"\b(?:father|mother|parent|dad|mom|mum)s? of $", re.IGNORECASE)
_DIRECTION = re.compile(
    r"\s*(?:\([^()]{1,30}\)|\))?\s*"
    r"(?:(?:due )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?\b|away\b|"
    r"(?:off|from|inland) )",
    re.IGNORECASE,
)
_AT_A_RATE = re.compile(r"\bat an? (?:[\w-]+ )?(?:pace|rate) of\s$", re.IGNORECASE)
_SET_OFF = re.compile(r"(?:--|—|–)\s?$")
_OLDS = re.compile(r"(?:-years?-|-| years? )olds\b", re.IGNORECASE)
_AT_AGE = re.compile(r",\s(?:at\s|aged?\s)?$")
_SPOKEN_OF = 80  # tokens over which "they" reaches back
_KEPT_IN_MIND = 500  # tokens over which a reader remembers what money is
_FEW = 20  # the most that "the two", "the dozen" speaks of again
_STOCK = Counted("share of stock", "share")
_HELD = Counted("stock", "stock")
_VOTE = Counted("vote", "vote")
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


def find_subjects(doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> list[Subject]:
    """Give for each amount what it counts, in the order of the text.

    Amounts without a noun of their own borrow that of the amount before them, in their sentence or the one
    before ("15 killed and 60 wounded", "$9 million, or 30 cents a share").
    """
    finder = _Finder(doc, amounts, times)
    for amount in amounts:
        finder.add(amount)
    return finder.subjects


class _Finder:
    """Walks through the amounts of one document and remembers what the earlier ones counted."""

    def __init__(self, doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> None:
        self._doc = doc
        self._text = text_of(doc)
        self._nouns = Nouns(doc, amounts, times)
        self._amounts: list[Amount] = []
        self.subjects: list[Subject] = []

    def add(self, amount: Amount) -> None:
        """Find what the next amount counts."""
        anchor = grammar.anchor(grammar.span_of(self._doc, amount.span.start, amount.span.end))
        found: Subject = getattr(self, f"_{amount.kind}")(amount, anchor)
        self.subjects.append(found)
        self._amounts.append(amount)

    # --- one way for each kind --------------------------------------------------------------------------

    def _count(self, amount: Amount, anchor: Token) -> Subject:
        nouns = self._nouns
        hyphened = _HYPHENED.match(self._text, amount.number.end) or _SUSPENDED.match(
            self._text, amount.number.end
        )
        if hyphened:
            return _of_hyphened(hyphened["noun"], anchor)
        noun = (
            nouns.plural_behind(amount)
            or nouns.modified(anchor)
            or nouns.complement(anchor, "of")
            or nouns.behind(amount, preposition="of")
            or nouns.behind(amount)
            or self._or_so_many(amount)
        )
        noun = _shared_head(noun) if noun is not None else None
        named = noun if noun is not None and not _stands_for_others(noun) else None
        known = self._of_vote_or_guess(amount, anchor, noun)
        known = known or (self._spoken_of(amount, anchor) if named is None else None)
        if known is not None:
            return known
        if named is not None:
            counted = self._of(named, anchor, holder=anchor if named in anchor.subtree else named)
            return _one_of(counted) if amount.low != 1 and named.tag_ == "NNP" else counted
        if grammar.is_noun(anchor) and anchor.i not in nouns.inside:
            return self._of(anchor, anchor)
        group = nouns.above(anchor) if grammar.preposition(anchor) == "of" else None
        if group is not None and group.lemma_.lower() in words("container", "nouns"):
            group = None  # "the magic number of 2,383", "a total of 40" say nothing of what it is
        group = group or self._numbered(anchor)
        if group is not None:
            return self._of(group, anchor, holder=anchor if grammar.is_verb(anchor.head) else group)
        return self._people_or_borrowed(amount, anchor)

    def _of_vote_or_guess(self, amount: Amount, anchor: Token, noun: Token | None) -> Subject | None:
        """Give votes for a side of a tally, and for a guess what it is of: "above the 240,000 forecast".

        Those whom somebody is a parent of are children.
        """
        if polls.is_tally(amount, anchor):
            return Subject(_VOTE, anchor, anchor)
        if noun is None and self._is_of_parent(amount):
            return Subject(supplied("child"), anchor, anchor)
        if noun is None or noun.lemma_.lower() not in words("container", "guesses"):
            return None
        earlier = self._earlier_in_sentence(anchor, kind="count")
        return Subject(earlier.counted, anchor, anchor) if earlier is not None else None

    def _is_of_parent(self, amount: Amount) -> bool:
        """Whether a number is of the children of somebody: "a mother of three"."""
        return bool(_PARENT_OF.search(self._text, max(0, amount.span.start - 20), amount.span.start))

    def _or_so_many(self, amount: Amount) -> Token | None:
        """Give the noun of one that may be more: "another player or two"."""
        said = _OR_SO_MANY.search(self._text, max(0, amount.span.start - 40), amount.span.start)
        return grammar.span_of(self._doc, *said.span("noun"))[0] if said else None

    def _spoken_of(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give those spoken of before: "the victims, several of whom", "the two" after "two agents"."""
        behind = self._doc[anchor.i + 1 : anchor.i + 3].text.lower()
        if behind == "of whom":
            before = reversed(self._doc[anchor.sent.start : anchor.i])
            group = next((token for token in before if token.tag_ in {"NNS", "NNPS"}), None)
            return self._of(group, anchor, holder=anchor) if group is not None else None
        first = anchor.left_edge
        the = first if first.lower_ == "the" else first.nbor(-1) if first.i > 0 else first
        if the.lower_ not in {"the", "these", "those"} or (amount.low or 0) > _FEW:
            return None
        for earlier, subject in self._latest():
            if earlier.kind == "count" and earlier.low == amount.low and subject.noun is not None:
                return Subject(subject.counted, anchor, anchor)
        return None

    def _is_toll(self, anchor: Token) -> bool:
        """Whether a bare number is the size of a toll: "the death toll rose to 12", "put the toll at 40"."""
        measured = self._nouns.last_measure(anchor)
        if measured is None or measured.lemma_.lower() != "toll":
            return False
        verb = grammar.clause_head(anchor)
        if verb is None or verb not in (measured.head, *measured.ancestors):
            return False
        return grammar.preposition(anchor) in {"at", "to"} or verb.lemma_.lower() in measuring_verbs()

    def _numbered(self, anchor: Token) -> Token | None:
        """Give what a verb says the number of: "police put the number of marchers at 21,000"."""
        verb = grammar.clause_head(anchor)
        target = self._nouns.target(verb, anchor) if verb is not None else None
        if target is None or target.lemma_.lower() not in words("container", "nouns"):
            return None
        whole = through_container(target)
        return whole if whole != target else None

    def _money(self, amount: Amount, anchor: Token) -> Subject:
        nouns = self._nouns
        noun = (
            nouns.modified(anchor)
            or nouns.complement(anchor, "of")
            or nouns.behind(amount, preposition="of")
            or nouns.behind(amount, preposition="in")
            or (nouns.right_after(amount) if amount.per is None else None)
        )
        if noun is None and _is_worth(anchor):
            noun = nouns.subject(anchor)
        if noun is None and self._is_part(amount):  # "charges, including $11 million"
            noun = nouns.last_measure(anchor)
        joined = (self._shared_out(amount) or self._follows_on(amount)) if noun is None else None
        if joined is not None:
            return Subject(joined.counted, joined.holder, anchor)
        compared = self._compared(amount, anchor) if noun is None else None
        if compared is not None:
            return Subject(compared.counted, compared.holder, anchor)
        bought = nouns.priced(anchor) if noun is None else None
        if noun is None and bought is None:
            noun = nouns.above(anchor)
            of_body = noun is not None and (is_body(noun) or is_person(noun))
            noun = None if of_body and not _is_worth(anchor) else noun
        if noun is not None:
            return self._of(noun, anchor)
        bought = bought or nouns.bought(anchor)
        if bought is not None:
            return Subject(nouns.counted(bought), anchor, anchor)
        joined = self._together(amount, anchor)
        if joined is not None:
            return joined
        found = self._from_verb(amount, anchor, otherwise="money")
        return self._given_before(anchor, found) or found

    def _given_before(self, anchor: Token, found: Subject) -> Subject | None:
        """Give what money is that the text only says is given or taken: what it was called before.

        An article about loans goes on with "the firm will get $4 billion": a reader keeps in mind what it is.
        """
        verb = grammar.clause_head(anchor)
        if verb is None or found.noun is not None or verb.lemma_.lower() not in words("given", "verbs"):
            return None
        for token in reversed(self._doc[max(0, anchor.i - _KEPT_IN_MIND) : anchor.i]):
            if token.lemma_.lower() in words("given", "nouns") and grammar.is_noun(token):
                return self._of(token, anchor, holder=anchor)
        return None

    def _share(self, amount: Amount, anchor: Token) -> Subject:
        asked = self._of_asked(amount, anchor)
        if asked is not None:
            return asked
        if _OWNED.match(self._text, amount.span.end):  # "a firm that is 92%-owned by ..."
            owned = grammar.modified(anchor) or self._nouns.subject(anchor)
            if owned is not None:
                return self._of(owned, anchor, holder=anchor)
        noun = (
            polls.margin_of_error(self._doc, amount)
            or self._nouns.complement(anchor, "of")
            or self._nouns.behind(amount, preposition="of")
            or self._modified_by_share(anchor)
            or self._nouns.plural_behind(amount)
            or self._before_dash(amount)
            or (self._nouns.behind(amount) if amount.unit_text is None else None)  # "half the money"
            or self._nouns.above(anchor)
        )
        joined = self._in_row_of_names(noun, anchor)
        if noun is not None and joined is None:
            return self._held(noun, amount, anchor)
        joined = joined or self._together(amount, anchor)
        if joined is not None:
            return joined
        if anchor.dep_.startswith("nsubj") or polls.is_of_poll(anchor):
            return self._whole_before(amount, anchor) or self._population(anchor)
        found = self._from_verb(amount, anchor, otherwise="total")
        return self._of_voters(anchor) or found if found.counted.head == "total" else found

    def _whole_before(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give what a share is of where no poll is told of: "of the 12 seats, half are vacant"."""
        if polls.speaks_of(anchor, "nouns"):
            return None
        whole = self._earlier_in_sentence(anchor, kind="count") or self._earlier_nearby(amount)
        return Subject(whole.counted, anchor, anchor) if whole is not None else None

    def _in_row_of_names(self, noun: Token | None, anchor: Token) -> Subject | None:
        """Give what a row counts whose verb is said once: "sales are up at both: Orel by 3%, Moore by 4%"."""
        if noun is None or not is_name(noun) or grammar.preposition(anchor) != "by":
            return None
        earlier = self._earlier_in_sentence(anchor, kind="share")
        return Subject(earlier.counted, anchor, anchor) if earlier is not None else None

    def _of_asked(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give whom a share is of that somebody has in a poll, or that is said of one group asked."""
        if polls.margin_of_error(self._doc, amount) is not None:
            return None
        if polls.is_won_by(amount, anchor):
            return Subject(_VOTE, anchor, anchor)
        if polls.is_lead_or_support(amount, anchor):
            return self._of_voters(anchor)
        return self._population(anchor) if polls.is_of_group(anchor) else None

    def _of_voters(self, anchor: Token) -> Subject | None:
        """Give whom a share is of that nothing is said of in its sentence: those asked, or the votes cast."""
        if polls.speaks_of(anchor, "nouns"):
            return self._population(anchor)
        return Subject(_VOTE, anchor, anchor) if polls.speaks_of(anchor, "elections") else None

    def _measure(self, amount: Amount, anchor: Token) -> Subject:
        joined = self._follows_on(amount)
        if joined is not None:
            return Subject(joined.counted, joined.holder, anchor)
        nouns = self._nouns
        if self._is_of_direction(amount):
            return Subject(supplied("distance"), anchor, anchor)
        noun = nouns.complement(anchor, "of") or nouns.modified(anchor) or nouns.above(anchor)
        if noun is None and _is_of_body(self._doc, amount):
            noun = grammar.subject(grammar.clause_head(anchor) or anchor)
        if noun is not None:
            return self._of(noun, anchor)
        area = amount.unit in {"acre", "hectare"} or (amount.unit or "").startswith("square ")
        return self._from_verb(amount, anchor, otherwise="land" if area else "distance")

    def _is_of_direction(self, amount: Amount) -> bool:
        """Whether a length says how far one place lies from another ("50 miles (80 km) south of Belfast")."""
        return bool(_DIRECTION.match(self._text, amount.span.end))

    def _duration(self, amount: Amount, anchor: Token) -> Subject:
        nouns = self._nouns
        stands_for = self._stands_for(amount, anchor)
        if stands_for is not None:
            return Subject(supplied(stands_for), anchor, anchor)
        noun = (
            nouns.modified(anchor) or nouns.complement(anchor, "of") or nouns.behind(amount, preposition="of")
        )
        if noun is None and not (amount.unit_text or "s").endswith("s"):
            noun = nouns.behind(amount) or nouns.extreme_behind(amount)  # "a five-year plan", "low"
        noun = noun or nouns.gerund_behind(amount) or nouns.best_in(anchor)
        if noun is not None:
            return self._of(noun, anchor)
        numerous = self._numerous_subject(anchor) if _is_how_long(anchor) else None
        if numerous is not None:
            return Subject(numerous.counted, anchor, anchor)
        lasting = nouns.lasting(anchor) if _is_how_long(anchor) else None
        if lasting is not None:
            return Subject(nouns.counted(lasting), anchor, anchor)
        return Subject(supplied(_nominal_of_clause(anchor) or "time"), anchor, anchor)

    def _stands_for(self, amount: Amount, anchor: Token) -> str | None:
        """Give what a length of time is called by: a period that ended, or a bond ("the 30-year rose")."""
        if _ENDED.match(self._text, amount.span.end):  # "the six months ended June 30"
            return "period"
        hyphened = self._text[amount.number.end : amount.number.end + 1] == "-"
        return "bond" if hyphened and anchor.dep_.startswith("nsubj") else None

    def _numerous_subject(self, anchor: Token) -> Subject | None:
        """Give those of whom the subject is a number: "thousands will come over the next days"."""
        verb = grammar.clause_head(anchor)
        subject = grammar.subject(verb) if verb is not None else None
        index = self._nouns.inside.get(subject.i) if subject is not None else None
        if verb is None or index is None or index >= len(self.subjects):
            return None
        return self.subjects[index] if grammar.direct_object(verb) in {None, subject} else None

    def _age(self, amount: Amount, anchor: Token) -> Subject:
        if _OLDS.match(self._text, amount.number.end):
            return Subject(supplied("person"), anchor, anchor)
        noun = self._aged(amount) or grammar.modified(anchor)
        if noun is None and anchor.dep_ in {"appos", "nmod", "nummod", "amod", "nmod:unmarked", "acl", "dep"}:
            noun = anchor.head if grammar.is_noun(anchor.head) else None
        if noun is None or noun.lemma_.lower() == "age":
            verb = grammar.clause_head(anchor)
            noun = grammar.subject(verb) if verb is not None else None
            noun = noun if noun is not None and grammar.is_noun(noun) else None
        return self._of(noun, anchor) if noun is not None else Subject(supplied("person"), anchor, anchor)

    def _aged(self, amount: Amount) -> Token | None:
        """Give the one whose age stands set off behind: "Moore, 37 years old", "Moore, at 16 the first"."""
        comma = _AT_AGE.search(self._text, max(0, amount.span.start - 6), amount.span.start)
        if comma is None or comma.start() == 0:
            return None
        before = grammar.span_of(self._doc, comma.start() - 1, comma.start())[-1]
        return before if grammar.is_noun(before) and (is_name(before) or is_person(before)) else None

    # --- shares -------------------------------------------------------------------------------------------

    def _modified_by_share(self, anchor: Token) -> Token | None:
        """Give what a share before a noun is of: "a 50% stake in a firm", "an 18 percent drop in sales"."""
        noun = grammar.modified(anchor)
        if noun is None:
            return None
        if is_change(noun):
            return self._nouns.changing(noun, anchor) or noun
        return through_container(noun)

    def _held(self, noun: Token, amount: Amount, anchor: Token) -> Subject:
        """Give the noun, or for a stake what it is a share of: "a stake of 5% in the firm", else of stock."""
        if amount.kind != "share" or noun.lemma_.lower() not in words("container", "stakes"):
            return self._of(noun, anchor)
        held = grammar.complement(noun, "in") or self._nouns.right_behind(noun, "in")
        held = held or self._nouns.behind(amount, preposition="in", any_tag=True)
        return self._of(held, anchor) if held is not None else Subject(_HELD, noun, anchor, noun)

    def _population(self, anchor: Token) -> Subject:
        """Give those asked: named in the sentence ("among likely voters"), as before, or only later on.

        A poll on a race for office asks voters even where the text never says so.
        """
        if polls.names_those_asked(anchor.sent):
            return Subject(supplied("respondent"), anchor, anchor)
        asked = polls.asked_in_sentence(anchor)
        if asked is not None:
            return self._of(asked, anchor, holder=anchor)
        for earlier, subject in self._latest():
            head = subject.counted.head.lower()
            apart = head in words("poll", "parts") and earlier.span.start < anchor.sent.start_char
            if earlier.kind == "share" and head in words("poll", "people") and not apart:
                return Subject(subject.counted, anchor, anchor)
        later = polls.asked_later(anchor.sent)
        if later is not None:
            return self._of(later, anchor, holder=anchor)
        asked_of_race = "voter" if polls.is_race(self._doc) else "respondent"
        return Subject(supplied(asked_of_race), anchor, anchor)

    # --- through the verb ---------------------------------------------------------------------------------

    def _from_verb(self, amount: Amount, anchor: Token, *, otherwise: str) -> Subject:
        """Give what the verb of the clause says the amount of: its object, its subject, its own noun."""
        verb = anchor if grammar.children(anchor, "cop", "nsubj") else grammar.clause_head(anchor)
        if verb is None:
            return self._last_resort(amount, anchor, otherwise)
        noun = self._noun_of_verb(verb, anchor)
        if amount.kind == "share" and noun is not None and is_name(noun):
            noun = None  # "Moore beat Reyes by 8 percentage points"
        if amount.kind == "money":
            called = self._money_of_verb(verb, anchor, noun)
            if called is not None:
                return Subject(called, anchor, anchor)
            noun = self._of_money(noun, anchor) if noun is not None else None
        if noun is not None:
            return replace(self._held(noun, amount, anchor), holder=anchor)
        return self._last_resort(amount, anchor, otherwise)

    def _noun_of_verb(self, verb: Token, anchor: Token) -> Token | None:
        """Give the object beside the amount, or what a verb of measure is said of."""
        lemma = verb.lemma_.lower()
        noun = self._nouns.target(verb, anchor)
        noun = through_container(noun) if noun is not None else None
        if lemma in words("change", "transitive"):
            return noun or (self._nouns.subject(anchor) if grammar.is_passive(verb) else None)
        if verb == anchor or lemma in measuring_verbs():
            subject = self._nouns.measured_subject(verb)
            if subject is not None and self._nouns.is_thing(subject):
                return through_container(subject)
        return noun

    def _money_of_verb(self, verb: Token, anchor: Token, noun: Token | None) -> Counted | None:
        """Give what the verb calls money itself ("lost $3 million"), or the share of a firm that trades."""
        lemma = verb.lemma_.lower()
        if lemma in words("change", "transitive") and grammar.direct_object(verb) != anchor:
            return None
        if verb == anchor or lemma in measuring_verbs():
            subject = self._nouns.measured_subject(verb)
            if lemma in words("market", "verbs") and _is_traded(subject, noun):
                return _STOCK
            if noun is not None:
                return None
        name = nominal(lemma)
        return self._as_called_before(name, anchor) if name else None

    def _as_called_before(self, name: str, anchor: Token) -> Counted:
        """Give the name that the article had before for what the verb's money is, else the verb's noun."""
        names = same_as(name)
        for token in reversed(self._doc[max(0, anchor.i - _KEPT_IN_MIND) : anchor.i] if names else ()):
            if token.lower_ in names:
                return supplied(token.lower_)
        return supplied(name)

    def _of_money(self, noun: Token, anchor: Token) -> Token | None:
        """Give what money can be of: not who has it ("leaves the club $3 million short"), nor a change."""
        verb = grammar.clause_head(anchor)
        if is_body(noun) and (verb is None or verb.lemma_.lower() not in words("market", "values")):
            return None
        if is_change(noun) and grammar.preposition(anchor) in {"to", "from"}:
            return self._nouns.changing(noun, anchor) or noun
        return noun

    def _last_resort(self, amount: Amount, anchor: Token, otherwise: str) -> Subject:
        """Give the last measured thing that the sentence names, else what the amount before was of."""
        noun = self._nouns.last_measure(anchor)
        if noun is not None:
            return self._of(noun, anchor, holder=anchor)
        earlier = self._earlier_in_sentence(anchor, kind=amount.kind)
        if earlier is None and otherwise in {"total", "distance"}:  # "bonds priced at 101 to yield 9%"
            earlier = self._earlier_in_sentence(anchor, kind="money")
        if earlier is None and amount.per == "share":
            return Subject(_STOCK, anchor, anchor)
        return Subject(earlier.counted if earlier else supplied(otherwise), anchor, anchor)

    # --- from the amounts before --------------------------------------------------------------------------

    def _together(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give what this amount has in common with one before that it is joined to, explains or compares."""
        joined = self._follows_on(amount) or self._compared(amount, anchor) or self._joined(anchor)
        return Subject(joined.counted, joined.holder, anchor) if joined is not None else None

    def _follows_on(self, amount: Amount) -> Subject | None:
        """Give the amount directly before, where only a joining word stands between the two."""
        if not self._amounts:
            return None
        between = self._text[self._amounts[-1].span.end : amount.span.start]
        return self.subjects[-1] if _FOLLOWS_ON.match(between) else None

    def _shared_out(self, amount: Amount) -> Subject | None:
        """Give the amount before, of whose row this one is a further part."""
        if not self._amounts or self._amounts[-1].unit != amount.unit:
            return None
        row = _SHARED_OUT.fullmatch(self._text, self._amounts[-1].span.end, amount.span.start)
        alike = row is not None and self._text.startswith(f" {row['to']} ", amount.span.end)
        return self.subjects[-1] if alike else None

    def _compared(self, amount: Amount, anchor: Token) -> Subject | None:
        """Give the amount of its kind before in the sentence that this one is compared with."""
        if not _COMPARED.search(self._text, anchor.sent.start_char, amount.span.start):
            return None
        return self._earlier_in_sentence(anchor, kind=amount.kind)

    def _joined(self, anchor: Token) -> Subject | None:
        """Give the earlier amount that this one is joined to in the parse ("or 30 cents a share")."""
        for token in (grammar.first_conjunct(anchor), anchor.head):
            index = self._nouns.inside.get(token.i)
            if index is not None and index < len(self.subjects):
                return self.subjects[index]
        return None

    def _people_or_borrowed(self, amount: Amount, anchor: Token) -> Subject:
        """Give what a bare number counts: what was counted just before, or people."""
        if self._is_toll(anchor):
            return Subject(supplied("person"), anchor, anchor)
        verb = grammar.clause_head(anchor)
        sample = grammar.subject(anchor)
        if sample is not None and sample.lemma_ == "sample":  # "the voter sample is 834"
            return self._population(anchor)
        if verb is not None and verb.lemma_ == "vote":  # "delegates voted 89-52"
            voter = grammar.subject(verb)
            if voter is not None and grammar.is_noun(voter):
                return self._of(voter, anchor, holder=anchor)
        named = self._row_of_names(amount, anchor)
        named = (
            named or self._labelled(amount) or self._moved(amount, anchor) or self._changed(amount, anchor)
        )
        named = named or self._before_dash(amount) or self._meant(anchor)
        if named is not None:
            found = self._of(named, anchor, holder=anchor)
            return _one_of(found) if named.tag_ == "NNP" else found
        earlier = self._earlier_in_sentence(anchor, kind="count")
        if earlier is None and not self._is_about_people(anchor):
            earlier = self._earlier_nearby(amount)
        if earlier is not None and earlier.counted.head == "life":  # "claimed 17 lives and injured 40"
            earlier = None
        return Subject(earlier.counted if earlier else supplied("person"), anchor, anchor)

    def _labelled(self, amount: Amount) -> Token | None:
        """Give the plural that a list has before a colon: "Norwegians: 3, Danes: 0"."""
        label = _LABEL.search(self._text, max(0, amount.span.start - 40), amount.span.start)
        noun = grammar.span_of(self._doc, *label.span("noun"))[0] if label else None
        return noun if noun is not None and (noun.tag_ in {"NNS", "NNPS", "NNP"}) else None

    def _row_of_names(self, amount: Amount, anchor: Token) -> Token | None:
        """Give what a list of names counts, which the text above it speaks of: "Moore: 120, Reyes: 90"."""
        start = amount.span.start
        if not _NAME_LABEL.search(self._text, max(0, start - 60), start):
            return None
        label = self._doc[max(0, anchor.i - 2)]
        return self._plural_subject(label) if label.tag_ in {"NNP", ""} else None

    def _moved(self, amount: Amount, anchor: Token) -> Token | None:
        """Give what goes on at a rate: "creating jobs at a rate of 300,000 a month"."""
        verb = grammar.clause_head(anchor)
        rated = _AT_A_RATE.search(self._text, anchor.sent.start_char, amount.span.start)
        target = self._nouns.target(verb, anchor) if verb is not None and rated else None
        return target if target is not None and target.tag_ == "NNS" else None

    def _meant(self, anchor: Token) -> Token | None:
        """Give those whom "they" or "them" stands for: "They number about 200", "40 of them"."""
        verb = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
        subject = grammar.subject(verb) if verb is not None else None
        measured = verb is not None and (verb == anchor or verb.lemma_.lower() in measuring_verbs())
        they = subject is not None and subject.lower_ == "they" and measured
        them = self._doc[anchor.i + 1 : anchor.i + 3].text.lower() == "of them"
        return self._plural_subject(anchor) if they or them else None

    def _plural_subject(self, behind: Token) -> Token | None:
        """Give the last things before a word that something was said of."""
        before = reversed(self._doc[max(0, behind.i - _SPOKEN_OF) : behind.i])
        return next((token for token in before if _is_plural_subject(token)), None)

    def _before_dash(self, amount: Amount) -> Token | None:
        """Give the plural that a number is set off from: "newly registered voters -- 1.1 million --"."""
        if not _SET_OFF.search(self._text, max(0, amount.span.start - 4), amount.span.start):
            return None
        first = grammar.span_of(self._doc, amount.span.start, amount.span.end).start
        before = self._doc[max(0, first - 2) : first]
        return next((token for token in before if token.tag_ == "NNS"), None)

    def _changed(self, amount: Amount, anchor: Token) -> Token | None:
        """Give the things whose number goes up or down: "arrests rose to 45", "complaints were up 12"."""
        itself = grammar.children(anchor, "cop") or grammar.is_verb(anchor)  # "exceeded 1,000"
        verb = anchor if itself else grammar.clause_head(anchor)
        before = self._text[max(0, amount.span.start - 6) : amount.span.start].lower()
        moves = before.endswith(("up ", "down ")) or (
            verb is not None
            and verb.lemma_.lower()
            in words("change", "up") | words("change", "down") | words("measure", "of_numbers")
            and verb.lemma_.lower() not in words("change", "transitive")
        )
        things = grammar.subject(verb) if verb is not None and moves else None
        things = through_container(things) if things is not None else None
        plural = things is not None and things.tag_ == "NNS" and self._nouns.is_thing(things)
        return things if plural else None

    def _is_about_people(self, anchor: Token) -> bool:
        """Whether what happened happens to people ("144 were killed", "six others are missing")."""
        verb = event_verb(anchor)
        if verb is not None and verb.lemma_.lower() in words("people", "verbs"):
            return True
        behind = self._doc[anchor.i + 1 : min(anchor.i + 4, anchor.sent.end)]
        return any(token.lower_ in words("people", "adjectives") for token in behind)

    def _earlier_in_sentence(self, anchor: Token, *, kind: str) -> Subject | None:
        for earlier, subject in self._latest():
            if earlier.span.start < anchor.sent.start_char:
                return None
            if earlier.kind == kind and not self._is_part(earlier):
                return subject
        return None

    def _earlier_nearby(self, amount: Amount) -> Subject | None:
        """Give the count before, if it is near and in the same paragraph."""
        for earlier, subject in self._latest():
            between = self._text[earlier.span.end : amount.span.start]
            if "\n\n" in between or len(between) > _NEARBY:
                return None
            if earlier.kind == "count":
                return subject
        return None

    def _is_part(self, amount: Amount) -> bool:
        """Whether an amount is only a part of another ("including eight nurses"), not what goes on."""
        before = self._text[max(0, amount.span.start - 20) : amount.span.start].split()
        if before and before[-1].lower() in words("part", "before"):
            return True
        behind = self._text[amount.span.end : amount.span.end + 10].lower()
        return behind.startswith((" of them", " of whom", " of those"))

    def _latest(self) -> Iterator[tuple[Amount, Subject]]:
        yield from zip(reversed(self._amounts), reversed(self.subjects), strict=True)

    def _of(self, noun: Token, anchor: Token, *, holder: Token | None = None) -> Subject:
        return Subject(self._nouns.counted(noun), holder or noun, anchor, noun)


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


def _is_traded(subject: Token | None, noun: Token | None) -> bool:
    """Whether the clause is about a firm by name, so that its price is that of its share."""
    return subject is not None and is_name(subject) and (noun is None or not names_measure(noun))


def _is_worth(anchor: Token) -> bool:
    return any(token.lower_ == "worth" for token in anchor.doc[max(0, anchor.left_edge.i - 1) : anchor.i])


def _is_of_body(doc: Doc, amount: Amount) -> bool:
    """Whether a measure is of whom or what the clause is about: "weighs 70 kilograms", "is 2 metres tall"."""
    span = grammar.span_of(doc, amount.span.start, amount.span.end)
    beside = doc[max(0, span.start - 1) : span.start].text, doc[span.end : span.end + 1].text
    return any(word.lower() in words("measure", "of_bodies") for word in beside)


def _nominal_of_clause(anchor: Token) -> str | None:
    """Give what a clause without an object is about: profit in "in the nine months, the firm earned $3"."""
    verb = grammar.clause_head(anchor)
    told = verb is not None and _is_how_long(anchor)
    return nominal(verb.lemma_.lower()) if verb is not None and told else None


def _is_taken(verb: Token, anchor: Token) -> bool:
    """Whether a duration is what something takes ("the trial will take two weeks")."""
    return verb.lemma_ == "take" and grammar.direct_object(verb) == anchor


def _is_how_long(anchor: Token) -> bool:
    """Whether a duration says how long something lasts ("for three years"), not when or by when it was."""
    verb = grammar.clause_head(anchor)
    if verb is not None and (verb.lemma_ == "last" or _is_taken(verb, anchor)):
        return True
    preposition = grammar.preposition(anchor)
    spans = words("period", "spans")
    if (
        anchor.dep_ == "nsubj" or preposition == "of"
    ):  # "the next weeks will see", "results of the past years"
        spans -= {"the"}
    elif preposition not in {"in", "during"}:
        return preposition in {"for", "over", "through", "throughout"}
    # "in the past week" something went on, "in two years" says when
    return any(child.lower_ in spans for child in grammar.children(anchor, "amod", "det"))
