"""What a figure counts: a noun of the text, or the noun that the text leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.events import event_verb
from addup.reading.frames import measuring_verbs, nominal, words
from addup.records import Amount, Counted, Time

# What stands between an amount and another amount of the same thing: "$20 million, or 98 cents a share, from
# $22 million", "43 percent to 38 percent", "500 pounds (225 kilograms)".
_FOLLOWS_ON = re.compile(
    r"^[\s,;(]*(?:or|from|to|and|but|compared (?:with|to)|versus|against|(?:up|down)(?: \S+)? from|up|down|\()?[\s(]*$",
    re.IGNORECASE,
)
# Tags of the words between a number and the head of its noun phrase, and of that head.
_INSIDE_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "DT", "PRP$", "POS", "RB"}
)
_BARE_PHRASE = frozenset({"NN", "NNS", "JJ", "JJR", "VBN", "VBG"})
_POLL_WINDOW = 200
_HYPHENED = re.compile(r"-(?P<noun>[A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted, and the tokens that carry it.

    `anchor` is the head of the amount, `noun` the counted noun where the figure has one of its own, `holder`
    the one of the two to which things happen in the sentence.
    """

    counted: Counted | None
    holder: Token
    anchor: Token
    noun: Token | None = None


def find_subjects(doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> list[Subject]:
    """Give for each amount what it counts, in the order of the text.

    Amounts without a noun of their own borrow that of the amount before them, in their sentence or the one
    before ("75 killed and 1,643 wounded", "$18 million, or 94 cents a share").
    """
    finder = _Finder(doc, amounts, times)
    for amount in amounts:
        finder.add(amount)
    return finder.subjects


class _Finder:
    """Walks through the amounts of one document and remembers what the earlier ones counted."""

    def __init__(self, doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> None:
        self.doc = doc
        self.subjects: list[Subject] = []
        self._amounts: list[Amount] = []
        self._inside = {
            token.i: index
            for index, amount in enumerate(amounts)
            for token in grammar.span_of(doc, amount.span.start, amount.span.end)
        }
        self._timed = {
            token.i
            for time in times
            if time.type in {"DATE", "TIME"}
            for token in grammar.span_of(doc, time.span.start, time.span.end)
        }

    def add(self, amount: Amount) -> None:
        """Find what the next amount counts."""
        anchor = grammar.anchor(grammar.span_of(self.doc, amount.span.start, amount.span.end))
        found = getattr(self, f"_{amount.kind}")(amount, anchor)
        self.subjects.append(found)
        self._amounts.append(amount)

    # --- the kinds ------------------------------------------------------------------------------------

    def _count(self, amount: Amount, anchor: Token) -> Subject:
        hyphened = _HYPHENED.match(self.doc.text, amount.number.end)
        if hyphened:
            noun = grammar.modified(anchor) or anchor
            return Subject(Counted(hyphened["noun"], _singular(hyphened["noun"])), noun, anchor, noun)
        noun = self._unless_pronoun(
            self._plural_after(amount)
            or grammar.modified(anchor)
            or self._of(anchor, "of")
            or self._noun_after(amount)
        )
        if noun is not None:
            return self._from_noun(noun, anchor, holder=anchor if noun in anchor.subtree else noun)
        if grammar.is_noun(anchor) and anchor.i not in self._inside:
            return self._from_noun(anchor, anchor)
        group = self._head_noun(anchor)
        if group is not None and grammar.preposition(anchor) == "of":
            return self._from_noun(group, anchor)
        return self._people_or_borrowed(amount, anchor)

    def _money(self, amount: Amount, anchor: Token) -> Subject:
        noun = (
            self._plain_modified(anchor)
            or self._of(anchor, "of")
            or self._noun_after(amount, preposition="of")
            or self._noun_after(amount, preposition="in")
            or self._head_noun(anchor)
        )
        if noun is not None:
            return self._from_noun(noun, anchor)
        joined = self._follows_on(amount) or self._joined(anchor)
        if joined is not None:
            return Subject(joined.counted, joined.holder, anchor)
        return self._from_verb(amount, anchor, otherwise="money")

    def _share(self, amount: Amount, anchor: Token) -> Subject:
        noun = (
            self._of(anchor, "of")
            or self._noun_after(amount, preposition="of")
            or self._modified_share(anchor)
        )
        noun = noun or self._head_noun(anchor)
        if noun is not None:
            return self._from_noun(noun, anchor)
        joined = self._follows_on(amount) or self._joined(anchor)
        if joined is not None:
            return Subject(joined.counted, joined.holder, anchor)
        verb = grammar.clause_head(anchor)
        subject = grammar.subject(verb) if verb is not None else None
        if anchor.dep_.startswith("nsubj") or (
            subject is not None and _is_actor(subject) and self._in_poll(anchor)
        ):
            return self._population(amount, anchor)
        return self._from_verb(amount, anchor, otherwise="respondent")

    def _modified_share(self, anchor: Token) -> Token | None:
        """Give what a share before a noun is of: "a 50% stake in the firm", "an 18 percent drop in profits"."""
        noun = grammar.modified(anchor)
        if noun is None:
            return None
        if noun.lemma_.lower() in words("container", "stakes"):
            return grammar.complement(noun, "in") or noun
        if _is_change_noun(noun):
            return grammar.complement(noun, "in", "of") or self._subject_noun(noun) or noun
        return noun

    def _in_poll(self, anchor: Token) -> bool:
        """Whether the sentence, or the text before it, speaks of a poll."""
        before = self.doc[max(0, anchor.sent.start - _POLL_WINDOW) : anchor.sent.end]
        return any(token.lemma_.lower() in words("poll", "nouns") for token in before)

    def _measure(self, amount: Amount, anchor: Token) -> Subject:
        noun = self._of(anchor, "of") or self._plain_modified(anchor) or self._head_noun(anchor)
        if noun is not None and not self._follows_on(amount):
            return self._from_noun(noun, anchor)
        joined = self._follows_on(amount)
        if joined is not None:
            return Subject(joined.counted, joined.holder, anchor)
        return self._from_verb(amount, anchor, otherwise="distance")

    def _duration(self, amount: Amount, anchor: Token) -> Subject:
        noun = (
            self._plain_modified(anchor)
            or self._of(anchor, "of")
            or self._noun_after(amount, preposition="of")
        )
        if noun is None and not (amount.unit_text or "s").endswith("s"):
            noun = self._noun_after(amount)
        if noun is not None:
            return self._from_noun(noun, anchor)
        subject = self._subject_noun(anchor)
        if subject is not None and self._is_how_long(anchor):
            return self._from_noun(subject, anchor, holder=anchor)
        return Subject(_supplied("time"), anchor, anchor)

    def _is_how_long(self, anchor: Token) -> bool:
        """Whether a duration says how long something lasts ("for three years"), not when it was."""
        verb = grammar.clause_head(anchor)
        return grammar.preposition(anchor) in {"for", "over", "during"} or (
            verb is not None and verb.lemma_ == "last"
        )

    def _age(self, amount: Amount, anchor: Token) -> Subject:
        noun = grammar.modified(anchor)
        if noun is None and anchor.dep_ in {"appos", "nmod", "nummod", "amod", "nmod:unmarked", "acl", "dep"}:
            noun = anchor.head if grammar.is_noun(anchor.head) else None
        if noun is None:
            verb = grammar.clause_head(anchor)
            noun = grammar.subject(verb) if verb is not None else None
        if noun is None:
            return Subject(_supplied("person"), anchor, anchor)
        return self._from_noun(noun, anchor)

    # --- ways to a noun -------------------------------------------------------------------------------

    def _plain_modified(self, anchor: Token) -> Token | None:
        noun = grammar.modified(anchor)
        return None if noun is None or noun.i in self._timed else noun

    def _noun_after(self, amount: Amount, *, preposition: str | None = None) -> Token | None:
        """Give the head of the noun phrase right behind the amount, by tags alone.

        Parsers hang long phrases and names made of numbers ("18 more 777s") apart more often than taggers
        mistake them. With a preposition, that one must stand between.
        """
        tokens = iter(self.doc[grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i + 1 :])
        first = next(tokens, None)
        if preposition is not None:
            if first is None or first.lower_ != preposition:
                return None
            first = next(tokens, None)
            if preposition == "in" and first is not None and first.tag_ not in _BARE_PHRASE:
                return None  # "in the quarter", "in August" say when or where, "in aid" says what
        head = None
        while first is not None and first.tag_ in _INSIDE_PHRASE and first.i not in self._timed:
            if first.i in self._inside:
                break
            if head is not None and not (grammar.is_noun(first) or first.tag_ in {"POS", "HYPH"}):
                break
            head = first if grammar.is_noun(first) else head
            if first.tag_ in {"NNS", "NNPS"}:
                break
            first = next(tokens, None)
        return head

    def _plural_after(self, amount: Amount) -> Token | None:
        noun = self._noun_after(amount)
        return noun if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None

    def _of(self, anchor: Token, *prepositions: str) -> Token | None:
        """Give the noun behind the amount ("hundreds of people", "$3 million in aid"), unless it is a time."""
        noun = grammar.complement(anchor, *prepositions)
        if noun is None or noun.i in self._timed or noun.i in self._inside or not grammar.is_noun(noun):
            return None
        return noun

    def _head_noun(self, anchor: Token) -> Token | None:
        """Give the noun that the amount is said of: "a loss of $3 million", "a contract worth $3 million"."""
        head = anchor.head
        if head == anchor:
            return None
        if anchor.dep_ in {"nmod", "nmod:unmarked", "appos", "acl", "amod", "dep"} and self._is_thing(head):
            return self._through_container(head)
        return None

    def _is_thing(self, noun: Token) -> bool:
        """Whether a token can be what an amount measures: a noun that is no time, no actor, no other amount."""
        return (
            (grammar.is_noun(noun) or noun.lower_ == "net")
            and noun.i not in self._timed
            and noun.i not in self._inside
            and (not _is_actor(noun) or _names_measure(noun))
        )

    def _through_container(self, noun: Token) -> Token:
        if noun.lemma_.lower() in words("container", "nouns"):
            return grammar.complement(noun, "of") or noun
        return noun

    def _subject_noun(self, token: Token) -> Token | None:
        verb = grammar.clause_head(token)
        subject = grammar.subject(verb) if verb is not None else None
        return subject if subject is not None and self._is_thing(subject) else None

    def _unless_pronoun(self, noun: Token | None) -> Token | None:
        if noun is None or noun.lemma_.lower().rstrip("s") in words("people", "pronouns"):
            return None
        return noun

    def _is_above(self, anchor: Token, noun: Token) -> bool:
        return noun in anchor.subtree and noun != anchor

    # --- without a noun of its own ----------------------------------------------------------------------

    def _joined(self, anchor: Token) -> Subject | None:
        """Give the earlier amount that this one is joined to or explains ("or 94 cents a share", "from $3m")."""
        for token in (grammar.first_conjunct(anchor), anchor.head):
            index = self._inside.get(token.i)
            if index is not None and index < len(self.subjects):
                return self.subjects[index]
        return None

    def _follows_on(self, amount: Amount) -> Subject | None:
        """Give the amount directly before, where only a joining word stands between the two."""
        if not self._amounts or self.subjects[-1].counted is None:
            return None
        between = self.doc.text[self._amounts[-1].span.end : amount.span.start]
        return self.subjects[-1] if _FOLLOWS_ON.match(between) else None

    def _from_verb(self, amount: Amount, anchor: Token, *, otherwise: str) -> Subject:
        """Give what the verb of the clause says the amount of: its object, its subject, its own noun."""
        verb = anchor if grammar.children(anchor, "cop", "nsubj") else grammar.clause_head(anchor)
        if verb is None:
            return self._fallback(amount, anchor, otherwise)
        lemma = verb.lemma_.lower()
        target = grammar.direct_object(verb)
        if target is not None and (target == anchor or not self._is_thing(target)):
            target = None
        if lemma in words("change", "transitive"):
            noun = target or (self._subject_noun(anchor) if grammar.is_passive(verb) else None)
            return (
                self._from_noun(noun, anchor, holder=anchor)
                if noun
                else self._by_name(amount, anchor, lemma, otherwise)
            )
        if verb == anchor or lemma in measuring_verbs():
            subject = self._measured_subject(verb)
            if subject is not None and self._is_thing(subject):
                return self._from_noun(self._through_container(subject), anchor, holder=anchor)
            if subject is not None and amount.kind == "money" and lemma in words("market", "verbs"):
                return Subject(_supplied("share"), anchor, anchor)
        if target is not None and not (amount.kind == "money" and nominal(lemma)):
            return self._from_noun(target, anchor, holder=anchor)
        return self._by_name(amount, anchor, lemma, otherwise)

    def _by_name(self, amount: Amount, anchor: Token, lemma: str, otherwise: str) -> Subject:
        if nominal(lemma) and amount.kind == "money":
            return Subject(_supplied(nominal(lemma) or otherwise), anchor, anchor)
        return self._fallback(amount, anchor, otherwise)

    def _measured_subject(self, verb: Token) -> Token | None:
        """Give the subject; where the parse gives a noun that is not a measure, the first measure before the verb."""
        subject = grammar.subject(verb)
        if subject is not None and _names_measure(subject):
            return subject
        found = subject
        for token in reversed(self.doc[verb.sent.start : verb.i]):
            if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
                break
            if self._is_measure(token):
                found = token
        return found

    def _is_measure(self, token: Token) -> bool:
        """Whether a token names an amount ("sales") and can be what is measured."""
        return _names_measure(token) and self._is_thing(token)

    def _population(self, amount: Amount, anchor: Token) -> Subject:
        """Of whom a share is, that is itself the subject: those named with "among", or as before."""
        for token in reversed(self.doc[anchor.sent.start : anchor.i]):
            if token.lemma_.lower() in words("poll", "people"):
                return self._from_noun(token, anchor, holder=anchor)
        for earlier, subject in self._latest():
            if (
                earlier.kind == "share"
                and subject.counted
                and subject.counted.head in words("poll", "people")
            ):
                return self._borrow(subject, anchor)
        return Subject(_supplied("respondent"), anchor, anchor)

    def _people_or_borrowed(self, amount: Amount, anchor: Token) -> Subject:
        """Give what a bare number counts: what was counted just before, or people."""
        previous = self._previous_in_sentence(amount, kinds={"count"})
        if previous is None and not self._is_about_people(anchor):
            previous = self._previous_nearby(amount)
        if previous is not None:
            return self._borrow(previous, anchor)
        return Subject(_supplied("person"), anchor, anchor)

    def _is_about_people(self, anchor: Token) -> bool:
        """Whether what happened happens to people ("144 were killed", "six others are missing")."""
        verb = event_verb(anchor)
        if verb is not None and verb.lemma_.lower() in words("people", "verbs"):
            return True
        return any(
            token.lower_ in words("people", "adjectives")
            for token in self.doc[anchor.i + 1 : anchor.i + 4]
            if token.sent == anchor.sent
        )

    def _fallback(self, amount: Amount, anchor: Token, otherwise: str) -> Subject:
        """Give the last measured thing that the sentence names, else what the amount before was of."""
        for token in reversed(self.doc[anchor.sent.start : anchor.i]):
            if self._is_measure(token):
                return self._from_noun(token, anchor, holder=anchor)
        previous = self._previous_in_sentence(amount, kinds={amount.kind})
        if previous is not None:
            return self._borrow(previous, anchor)
        return Subject(_supplied(otherwise), anchor, anchor)

    def _latest(self) -> list[tuple[Amount, Subject]]:
        return list(zip(reversed(self._amounts), reversed(self.subjects), strict=True))

    def _previous_in_sentence(self, amount: Amount, *, kinds: set[str]) -> Subject | None:
        sentence = grammar.span_of(self.doc, amount.span.start, amount.span.end)[0].sent
        for earlier, subject in self._latest():
            if earlier.span.start < sentence.start_char:
                return None
            if earlier.kind in kinds and subject.counted is not None and not self._is_part(earlier):
                return subject
        return None

    def _is_part(self, amount: Amount) -> bool:
        """Whether an amount is only a part of another ("including eight nurses"), not what goes on."""
        before = self.doc.text[: amount.span.start].rsplit(maxsplit=2)
        return bool(before) and before[-1].lower() in words("part", "before")

    def _previous_nearby(self, amount: Amount) -> Subject | None:
        """Give the count of the sentence before, if it is in the same paragraph."""
        for earlier, subject in self._latest():
            between = self.doc.text[earlier.span.end : amount.span.start]
            if "\n\n" in between or len(between) > 250:
                return None
            if earlier.kind == "count":
                return subject
        return None

    # --- results ----------------------------------------------------------------------------------------

    def _borrow(self, subject: Subject, anchor: Token) -> Subject:
        return Subject(subject.counted, anchor, anchor)

    def _from_noun(self, noun: Token, anchor: Token, *, holder: Token | None = None) -> Subject:
        head = _head(noun)
        if head in words("people", "casualty_nouns"):
            return Subject(_supplied("person"), holder or noun, anchor, noun)
        if noun.lower_ == "net":  # in accounts, "net" alone is net income
            return Subject(Counted("net income", "income"), holder or noun, anchor, noun)
        return Subject(Counted(self._phrase(noun), head), holder or noun, anchor, noun)

    def _phrase(self, noun: Token) -> str:
        """Give the noun with the words of its own that stand directly before it ("common stock"); a whole name."""
        if noun.ent_type_ == "PERSON":
            return grammar.name_around(noun).text
        first = noun.i
        while first > noun.sent.start:
            token = self.doc[first - 1]
            own = token.head == noun and token.dep_ in {"compound", "amod"} and not token.like_num
            if not own or token.i in self._inside:
                break
            first -= 1
        return self.doc[first : noun.i + 1].text


def _supplied(noun: str) -> Counted:
    """Give what is counted where the text leaves its noun out."""
    return Counted(noun, noun)


def _head(noun: Token) -> str:
    """Give the head noun in the singular; a name as it stands, of a person the last one."""
    if noun.ent_type_ == "PERSON":
        return grammar.name_around(noun)[-1].text
    if noun.tag_ in {"NNP", "NNPS"}:
        return _singular(noun.text) if noun.tag_ == "NNPS" else noun.text
    if noun.lower_ == "people":
        return "person"
    return noun.lemma_.lower()


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_change_noun(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words("change", "up_nouns") or lemma in words("change", "down_nouns")


def _names_measure(noun: Token) -> bool:
    """Whether a common noun names an amount ("sales"); the first word of a sentence may look like a name."""
    known = {noun.lemma_.lower(), noun.lower_} & words("measured", "nouns")
    return bool(known) and (not noun.tag_.startswith("NNP") or noun.i == noun.sent.start)


def _is_actor(noun: Token) -> bool:
    """Whether a noun names somebody who acts rather than something measured."""
    return noun.ent_type_ in {"PERSON", "ORGANIZATION"} or noun.tag_.startswith("PRP")
