"""The ways from an amount to the noun that it counts or measures."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.records import Amount, Counted, Time

# Tags of the words between a number and the head of its noun phrase, and of that head.
_INSIDE_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "DT", "PRP$", "POS", "RB"}
)
_BARE_PHRASE = frozenset({"NN", "NNS", "JJ", "JJR", "VBN", "VBG"})
_SAID_OF = frozenset({"nmod", "nmod:unmarked", "appos", "acl", "amod", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Nouns:
    """The nouns of one document, with what its amounts and times take up.

    `inside` gives for each token of an amount the index of that amount.
    """

    def __init__(self, doc: Doc, amounts: Sequence[Amount], times: Sequence[Time]) -> None:
        self.doc = doc
        self.inside = {
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

    def behind(self, amount: Amount, *, preposition: str | None = None) -> Token | None:
        """Give the head of the noun phrase right behind the amount, by tags alone.

        Parsers hang long phrases and names made of numbers ("six more 350s") apart more often than taggers
        mistake them. With a preposition, that one must stand between.
        """
        start = grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i + 1
        if preposition is not None:
            if start + 1 >= len(self.doc) or self.doc[start].lower_ != preposition:
                return None
            start += 1
            if preposition == "of" and self.doc[start].lower_ in {"them", "these", "those", "whom"}:
                start += 1  # "eight of them women"
            if preposition == "in" and self.doc[start].tag_ not in _BARE_PHRASE:
                return None  # "in the quarter", "in August" say when or where, "in aid" says what
        return self._head_of_phrase(start)

    def right_behind(self, noun: Token, *prepositions: str) -> Token | None:
        """Give what a noun is of by the preposition right behind it ("stake in the airline").

        For nouns that ask for that preposition: parsers hang such a phrase from the verb as often.
        """
        after = noun.i + 1
        if after >= len(self.doc) or self.doc[after].lower_ not in prepositions:
            return None
        return self._head_of_phrase(after + 1)

    def _head_of_phrase(self, start: int) -> Token | None:
        head: Token | None = None
        for token in self.doc[start:]:
            if token.tag_ not in _INSIDE_PHRASE or token.i in self._timed or token.i in self.inside:
                break
            if head is not None and not (grammar.is_noun(token) or token.tag_ in {"POS", "HYPH"}):
                break
            if grammar.is_noun(token):
                head = token
            if token.tag_ in {"NNS", "NNPS"} and token.dep_ != "compound":
                break
        return head

    def plural_behind(self, amount: Amount) -> Token | None:
        """Give the noun right behind the amount if it is in the plural."""
        noun = self.behind(amount)
        return noun if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None

    def modified(self, anchor: Token) -> Token | None:
        """Give the noun that the amount stands before ("a $40 million offering"), unless it is a time."""
        noun = grammar.modified(anchor)
        return None if noun is None or noun.i in self._timed else noun

    def complement(self, anchor: Token, preposition: str) -> Token | None:
        """Give the noun behind the amount ("hundreds of people"), unless it is a time."""
        noun = grammar.complement(anchor, preposition)
        if noun is None or noun.i in self._timed or noun.i in self.inside or not grammar.is_noun(noun):
            return None
        return noun

    def above(self, anchor: Token) -> Token | None:
        """Give the noun that the amount is said of: "a loss of $3 million", "a contract worth $3 million"."""
        head = anchor.head
        if head != anchor and anchor.dep_ in _SAID_OF and self.is_thing(head):
            return through_container(head)
        return None

    def subject(self, token: Token) -> Token | None:
        """Give the subject of the clause, if it is a thing that can be measured."""
        verb = grammar.clause_head(token)
        subject = grammar.subject(verb) if verb is not None else None
        return subject if subject is not None and self.is_thing(subject) else None

    def target(self, verb: Token, anchor: Token) -> Token | None:
        """Give the object of a verb beside the amount, if it is a thing that can be measured."""
        target = grammar.direct_object(verb)
        return target if target is not None and target != anchor and self.is_thing(target) else None

    def measured_subject(self, verb: Token) -> Token | None:
        """Give the subject, or a measure before the verb where the parse has none for its subject."""
        subject = grammar.subject(verb)
        if subject is not None and names_measure(subject):
            return subject
        found = subject
        for token in reversed(self.doc[verb.sent.start : verb.i]):
            if token.tag_ in _FINITE:
                break
            if names_measure(token) and self.is_thing(token):
                found = token
        return found

    def last_measure(self, anchor: Token) -> Token | None:
        """Give the last noun before the amount in its sentence that names an amount ("sales")."""
        before = reversed(self.doc[anchor.sent.start : anchor.i])
        return next((token for token in before if names_measure(token) and self.is_thing(token)), None)

    def is_thing(self, noun: Token) -> bool:
        """Whether a token can be what an amount measures: a noun, and no time, actor or other amount."""
        return (
            (grammar.is_noun(noun) or noun.lower_ == "net" or (noun.tag_ == "VBG" and names_measure(noun)))
            and noun.i not in self._timed
            and noun.i not in self.inside
            and (not is_actor(noun) or names_measure(noun))
        )

    def counted(self, noun: Token) -> Counted:
        """Give a noun as what is counted: its words, and its head in the singular."""
        head = _singular_head(noun)
        if head in words("people", "casualty_nouns"):
            return supplied("person")
        if noun.lower_ == "net":  # in accounts, "net" alone is net income
            return Counted("net income", "income")
        return Counted(self._phrase(noun), head)

    def _phrase(self, noun: Token) -> str:
        """Give the noun with its own words directly before it ("common stock"), or a whole name."""
        if noun.ent_type_ == "PERSON":
            return grammar.name_around(noun).text
        first = noun.i
        while first > noun.sent.start:
            token = self.doc[first - 1]
            own = token.head == noun and token.dep_ in {"compound", "amod"} and not token.like_num
            if not own or token.i in self.inside:
                break
            first -= 1
        return self.doc[first : noun.i + 1].text


def supplied(noun: str) -> Counted:
    """Give what is counted where the text leaves its noun out."""
    return Counted(noun, noun)


def through_container(noun: Token) -> Token:
    """Go from a noun that only holds an amount to what it is of ("the number of strikers")."""
    if noun.lemma_.lower() in words("container", "nouns"):
        return grammar.complement(noun, "of") or noun
    return noun


def is_change(noun: Token) -> bool:
    """Whether a noun names a change of an amount ("drop")."""
    lemma = noun.lemma_.lower()
    return lemma in words("change", "up_nouns") or lemma in words("change", "down_nouns")


def is_actor(noun: Token) -> bool:
    """Whether a noun names somebody who acts rather than something measured."""
    return noun.ent_type_ in {"PERSON", "ORGANIZATION"} or noun.tag_.startswith("PRP")


def names_measure(noun: Token) -> bool:
    """Whether a common noun names an amount ("sales"); the first word of a sentence may look like a name."""
    if {noun.lemma_.lower(), noun.lower_}.isdisjoint(words("measured", "nouns")):
        return False
    return not noun.tag_.startswith("NNP") or noun.i == noun.sent.start


def singular(word: str) -> str:
    """Give a plural noun in the singular, by its ending; for words that the tagger takes for names."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _singular_head(noun: Token) -> str:
    """Give the head noun in the singular; a name as it stands, of a person the last one."""
    if noun.ent_type_ == "PERSON":
        return grammar.name_around(noun)[-1].text
    if noun.tag_ in {"NNP", "NNPS"}:
        word = noun.lower_ if names_measure(noun) else noun.text
        return singular(word) if noun.tag_ == "NNPS" else word
    if noun.lower_ == "people":
        return "person"
    return noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()
