"""The ways from an amount to the noun that it counts or measures."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.names import name_words
from addup.reading.people import is_person
from addup.reading.text import kept, words_of
from addup.records import Amount, Counted, Time

# Tags of the words between a number and the head of its noun phrase, and of that head.
_INSIDE_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "DT", "PRP$", "POS", "RB"}
)
_BARE_PHRASE = frozenset({"NN", "NNS", "JJ", "JJR", "VBN", "VBG"})
_SAID_OF = frozenset({"nmod", "nmod:unmarked", "appos", "acl", "amod", "dep"})
_PARTICLES = frozenset({"away", "back", "down", "in", "off", "on", "out", "over", "up"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_INDEFINITE = frozenset(
    f"{some}{what}" for some in ("any", "every", "no", "some") for what in ("body", "one", "thing")
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


_NEAR_SUPERLATIVE = 7  # tokens from a superlative to how long it held


def _is_part_of_body(noun: Token) -> bool:
    """Whether a noun only says which body is meant: "[aid] agencies"."""
    return noun.dep_ == "compound" and is_body(noun.head)


_LONGEST_CONVERSION = 14  # tokens
_BETWEEN_CONVERSIONS = frozenset({";", ",", ":", "/", "or", "="})


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

    def is_time(self, token: Token) -> bool:
        """Whether a word is part of a time: "last year"."""
        return token.i in self._timed

    def behind(
        self, amount: Amount, *, preposition: str | None = None, any_tag: bool = False
    ) -> Token | None:
        """Give the head of the noun phrase right behind the amount, by tags alone.

        Parsers hang long phrases and names made of numbers ("six more 350s") apart more often than taggers
        mistake them. With a preposition, that one must stand between; behind "in" only common nouns say what
        the amount is, unless `any_tag` is true.
        """
        start = grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i + 1
        if preposition is not None:
            start = self._behind_conversion(start)
            if preposition == "of" and amount.kind == "share" and self.doc[start : start + 1].text == ",":
                start += 1  # "2.7 million shares, or about 18%, of its common stock"
            if start + 1 >= len(self.doc) or self.doc[start].lower_ != preposition:
                return None
            start += 1
            while preposition == "of" and start in self.inside and start + 1 < len(self.doc):
                start += 1  # "$100 million of 6% bonds"
            if preposition == "of" and self.doc[start].lower_ in {"them", "these", "those", "whom"}:
                start += 1  # "eight of them women"
                if _tells_apart(self.doc[start - 1]):
                    return None  # "of those surveyed"
            if preposition == "in" and not any_tag and not self._opens_what(start):
                return None  # "in the quarter", "in August" say when or where, "in aid" says what
        while preposition is None and amount.kind == "count" and self._is_of_next(start, amount):
            start += 1  # "nine $2,500 gifts"
        noun = self._head_of_phrase(start)
        unsaid = words("market", "scenes") | words("market", "sessions") | words("container", "bare")
        if noun is not None and preposition == "in" and noun.lemma_.lower() in unsaid:
            return None  # "$3 in early trading", "$3 in total"
        if noun is not None and preposition == "in" and _is_in_complex_preposition(noun):
            return None  # "$3 million in support of the bill"
        return noun

    def _is_of_next(self, place: int, amount: Amount) -> bool:
        """Whether a word right behind an amount belongs to the next one."""
        return place + 1 < len(self.doc) and place in self.inside and self.doc[place].idx >= amount.span.end

    def _opens_what(self, start: int) -> bool:
        """Whether what follows "in" may say what an amount is: "in aid", "in Orel stock"."""
        first = self.doc[start]
        named = first.tag_ == "NNP" and first.i not in self._timed and start + 1 < len(self.doc)
        return first.tag_ in _BARE_PHRASE or (named and first.nbor().tag_ in {"NN", "NNS"})

    def phrase_at(self, place: int) -> Token | None:
        """Give the head of the noun phrase that begins at a character."""
        first = grammar.span_of(self.doc, place, place + 1)[0]
        return self._head_of_phrase(first.i) or (first if names_measure(first) else None)

    def gerund_behind(self, amount: Amount) -> Token | None:
        """Give what went on that is named by its verb: "after three days of questioning"."""
        end = grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i
        if end + 2 >= len(self.doc) or self.doc[end + 1].lower_ != "of":
            return None
        return self.doc[end + 2] if self.doc[end + 2].tag_ == "VBG" else None

    def _behind_conversion(self, start: int) -> int:
        """Go behind an amount in brackets: "150 million kroner ($22 million) in preferred shares"."""
        if start >= len(self.doc) or self.doc[start].text != "(":
            return start
        for token in self.doc[start + 1 : start + _LONGEST_CONVERSION]:
            if token.text == ")":
                return token.i + 1
            if token.i not in self.inside and token.text not in _BETWEEN_CONVERSIONS:
                break
        return start

    def right_after(self, amount: Amount) -> Token | None:
        """Give the noun that an amount stands before without an article ("the $40 million offering")."""
        after = grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i + 1
        behind = self._behind_conversion(after)
        if behind != after and _has_article(self.doc, amount):
            noun = self._head_of_phrase(behind)  # "a one trillion won ($960m) bail-out"
            return through_container(noun) if noun is not None else None
        if after + 1 >= len(self.doc) or self.doc[after].tag_ not in _BARE_PHRASE:
            return None
        if self.doc[after].tag_ == "VBG" and _governs(self.doc[after]):
            return None  # "made $3 million selling access"
        noun = self.behind(amount)
        if noun is not None and noun.dep_ == "nsubj" and noun.head.i > noun.i:
            return None  # "the $22 million [ministers] hope to save"
        return through_container(noun) if noun is not None else None

    def behind_article(self, amount: Amount) -> Token | None:
        """Give the noun behind an amount and "the" or a possessive: "twice the rate", "double its sales"."""
        after = grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i + 1
        if after + 1 >= len(self.doc) or self.doc[after].tag_ not in {"DT", "PRP$"}:
            return None
        return self._head_of_phrase(after + 1)

    def right_behind_amount(self, anchor: Token) -> Token | None:
        """Give what is changed by an amount, right behind it: "a rise of 4% in sales"."""
        index = self.inside.get(anchor.i)
        end = anchor.i + 1
        while index is not None and self.inside.get(end) == index:
            end += 1
        if end + 1 >= len(self.doc) or self.doc[end].lower_ != "in":
            return None
        return self._head_of_phrase(end + 1)

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
        owned = False  # "the firm's $90 million refinery": what is owned follows behind its own amount
        for token in self.doc[start:]:
            if owned and token.lower_ == "in" and token.i - 1 in self.inside:
                return self._head_of_phrase(token.i + 1) or head  # "the firm's $90 million in assets"
            owned = token.tag_ == "POS" or (owned and token.i in self.inside)
            if token.i in self.inside and owned:
                continue
            if head is None and not owned and token.i in self._timed and token.i not in self.inside:
                continue  # "a gain in third-quarter net income"
            if token.i in self._timed or token.i in self.inside:
                break
            if _is_suspended(token) or _ends_adjective(token, head):
                head = None  # "coal- and gas-fired plants": coal and gas are only parts of an adjective
                continue
            if _goes_on(token, head):
                continue
            if token.tag_ not in _INSIDE_PHRASE and not _is_hyphened(token) and not _is_participle(token):
                break
            goes_on = grammar.is_noun(token) or token.tag_ in {"POS", "HYPH"}
            if head is not None and not goes_on and not _is_owned(token, head) and not _is_part(token):
                break  # but "the nation's total output"
            if grammar.is_noun(token):
                head = token
            compound = token.dep_ == "compound" or _is_hyphened_before_noun(token)
            if token.tag_ in {"NNS", "NNPS"} and not compound and not _is_before_own(token):
                break
        return head

    def plural_behind(self, amount: Amount) -> Token | None:
        """Give the noun right behind the amount if it is in the plural."""
        noun = self.behind(amount)
        return noun if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None

    def modified(self, anchor: Token) -> Token | None:
        """Give the noun that the amount stands before ("a $40 million offering"), unless it is a time."""
        noun = grammar.modified(anchor)
        if noun is None or noun.i in self._timed or noun.i in self.inside or _is_year_on_year(noun):
            return None
        return noun

    def complement(self, anchor: Token, preposition: str) -> Token | None:
        """Give the noun behind the amount ("hundreds of people"), unless it is a time."""
        noun = grammar.complement(anchor, preposition)
        if noun is None or noun.i in self._timed or noun.i in self.inside or not grammar.is_noun(noun):
            return None
        if _tells_apart(noun.left_edge) or (
            noun.left_edge.i + 1 < noun.i and _tells_apart(noun.left_edge.nbor())
        ):
            return None  # "of [those surveyed] view"
        if noun.i + 1 < len(self.doc) and noun.nbor().tag_ == "POS":  # "two of Orel's 12 million shares"
            return self._head_of_phrase(noun.i) or noun
        if noun.tag_ == "NNP" and noun.i + 1 < len(self.doc) and noun.nbor().tag_ in _BARE_PHRASE:
            return self._head_of_phrase(noun.i) or noun  # "10% of U.K. chemical maker Orel"
        return noun

    def best_in(self, anchor: Token) -> Token | None:
        """Give what is the best, least or most in so long: "the smallest profit in 17 years"."""
        if grammar.preposition(anchor) not in {"in", "since"}:
            return None
        first = anchor.left_edge.i
        for token in reversed(self.doc[max(anchor.sent.start, first - _NEAR_SUPERLATIVE) : first]):
            hedge = token.i > anchor.sent.start and token.nbor(-1).lower_ == "at"  # "at least"
            if token.tag_ in {"JJS", "RBS"} and not hedge:
                return self._head_of_phrase(token.i + 1)
            if token.tag_ in _FINITE:
                break
        return None

    def above(self, anchor: Token) -> Token | None:
        """Give the noun that the amount is said of: "a loss of $3 million", "a contract worth $3 million"."""
        head = anchor.head
        if head == anchor or anchor.dep_ not in _SAID_OF or not self.is_thing(head):
            return None
        if grammar.preposition(anchor) == "of" and (whole := self._whole_of_part(head)) is not None:
            return whole
        if head.lemma_.lower() in words("container", "guesses"):
            return self.last_measure(head) or head
        if is_change(head) and grammar.preposition(anchor) in {"to", "from"}:
            return self.changing(head, anchor) or head
        if is_change(head) and grammar.preposition(anchor) == "of" and head.lemma_ != "gain":
            of = self.right_behind_amount(anchor)  # "a decline of 40 cents in its stock"
            return of or self.changing(head, anchor) or head
        whole = through_container(head)
        return None if whole.i in self.inside else whole

    def _whole_of_part(self, part: Token) -> Token | None:
        """Give the noun of an amount that a part of it follows: "margin of error", "profit from operations".

        Parsers hang the part from the verb as often.
        """
        if names_measure(part) or part.left_edge.dep_ != "case" or part.left_edge.i == part.sent.start:
            return None
        whole = part.head if part.dep_ == "nmod" else part.left_edge.nbor(-1)
        return whole if names_measure(whole) and grammar.is_noun(whole) else None

    def extreme_behind(self, amount: Amount) -> Token | None:
        """Give the adjective that stands as a noun behind a period ("a five-year low")."""
        behind = grammar.span_of(self.doc, amount.span.start, amount.span.end)[-1].i + 1
        if behind < len(self.doc) and self.doc[behind].lower_ in words("period", "extremes"):
            return self.doc[behind]
        return None

    def lasting(self, anchor: Token) -> Token | None:
        """Give what lasts for a duration: the object of its clause, else the subject.

        In a relative clause the noun before it is the object or the subject ("jobs held over five years").
        """
        above = self.above(anchor)
        if above is not None:
            return above
        verb = grammar.clause_head(anchor)
        if verb is None:
            return None
        target = self.target(verb, anchor)
        if target is None and verb.dep_.startswith("acl") and self.is_thing(verb.head):
            target = verb.head
        thing = target or self.subject(anchor)
        if thing is not None and not is_name(thing):
            return through_container(thing)
        subject = grammar.subject(verb)  # "Moore has led the union for ten years"
        lasts = subject is not None and subject.i < anchor.i and grammar.preposition(anchor) == "for"
        return subject if subject is not None and lasts and grammar.is_noun(subject) else None

    def changing(self, change: Token, anchor: Token) -> Token | None:
        """Give what the noun of a change is a change of: "a drop in sales", "a profit gain"."""
        compounds = [child for child in grammar.children(change, "compound") if names_measure(child)]
        of = compounds[-1] if compounds else None
        of = of or self.complement(change, "in") or self.complement(change, "of")
        of = of or self.right_behind(change, "in", "of") or self._subject_that_changes(change)
        return of or (self.last_measure(anchor) if change.dep_ == "appos" else None)

    def _subject_that_changes(self, change: Token) -> Token | None:
        """Give the subject of a clause with a change, unless it is a guess or who has one.

        "An estimate of 2% growth" and "economists had expected a rise of 2%" do not tell what grows.
        """
        verb = grammar.clause_head(change)
        if (
            verb is not None
            and verb.lemma_.lower() in words("stance", "awaiting")
            and grammar.direct_object(verb) == change
        ):
            return None
        subject = self.subject(change)
        guessed = subject is not None and subject.lemma_.lower() in words("container", "guesses")
        return None if guessed else subject

    def priced(self, anchor: Token) -> Token | None:
        """Give what is traded for money: "bought the house for $3 million", "sold shares at $12"."""
        verb = grammar.clause_head(anchor)
        if verb is None or verb.lemma_.lower() not in words("market", "trades") | words("market", "values"):
            return None
        if grammar.preposition(anchor) not in {"at", "for"}:
            return None
        target = self.target(verb, anchor)
        if target is None and verb.dep_.startswith("acl") and self.is_thing(verb.head):
            target = verb.head
        alone = verb.tag_ == "VBN" or (verb.lemma_ == "sell" and not grammar.children(verb, "obj"))
        if target is None and alone:  # parsers take "the offer, valued at" for the clause; "tickets sell for"
            target = self.subject(anchor)
        return None if target is None else through_container(target)

    def bought(self, anchor: Token) -> Token | None:
        """Give what money is spent on: "paid $3 million for the house"."""
        verb = grammar.clause_head(anchor)
        if verb is None or verb.lemma_.lower() not in words("given", "spent") or anchor.head != verb:
            return None
        thing = grammar.complement(anchor, "for")  # parsers hang what is paid for from the sum as often
        thing = thing or grammar.complement(verb, "for")
        behind = thing is not None and thing.i > anchor.i and self.is_thing(thing)
        return thing if behind else None

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
        if subject is not None and subject.i in self.inside and verb.dep_ in {"acl", "conj"}:
            # "crude rose and was up 46 cents to settle at", the cents taken for subject
            above = verb.head if verb.dep_ == "conj" else grammar.clause_head(subject)
            return self.measured_subject(above) if above is not None else None
        if subject is None and (before := self._before_copula(verb)) is not None:
            return before
        found = subject
        own = {token.i for token in subject.subtree} if subject is not None else set()
        for token in reversed(self.doc[verb.sent.start : verb.i]):
            if token.head == verb and token.dep_ == "mark" and token.tag_ == "IN":
                break
            if token.tag_ in _FINITE and token.head != verb:
                break
            sized = grammar.complement(token, "of") if token.i not in own and names_measure(token) else token
            if sized != token and self.is_thing(token) and (sized is None or sized.i not in self.inside):
                found = token
        return found

    def _before_copula(self, predicate: Token) -> Token | None:
        """Give the noun right before a form of "be" that the parse gave no subject."""
        copulas = grammar.children(predicate, "cop")
        if not copulas or copulas[0].i == predicate.sent.start:
            return None
        before = copulas[0].nbor(-1)
        alone = grammar.is_noun(before) and grammar.preposition(before) is None
        return before if alone and self.is_thing(before) else None

    def last_measure(self, anchor: Token) -> Token | None:
        """Give the last noun before the amount in its sentence that names an amount ("sales")."""
        before = reversed(self.doc[anchor.sent.start : anchor.i])
        named = (token for token in before if names_measure(token) and self.is_thing(token))
        return next((noun for noun in named if not _is_part_of_body(noun)), None)

    def is_thing(self, noun: Token) -> bool:
        """Whether a token can be what an amount measures: a noun, and no time, actor or other amount."""
        return (
            (grammar.is_noun(noun) or _is_net(noun) or (noun.tag_ == "VBG" and names_measure(noun)))
            and noun.i not in self._timed
            and noun.i not in self.inside
            and (not is_actor(noun) or names_measure(noun))
            and noun.lower_ not in _INDEFINITE
            and not _is_bare_total(noun)
        )

    def counted(self, noun: Token) -> Counted:
        """Give a noun as what is counted: its words, and its head in the singular."""
        hyphened = noun.doc[noun.i - 2 : noun.i + 1] if noun.i > 1 and noun.nbor(-1).tag_ == "HYPH" else None
        if hyphened is not None and (singular(noun.lower_) in _PARTICLES or _is_prefix(hyphened[0])):
            plain = noun.text[:1].isdigit() or singular(noun.lower_) in _PARTICLES
            head = singular(noun.lower_) if plain else _singular_head(noun)
            whole = f"{hyphened[0].lower_}-{head}"
            return Counted(hyphened.text, whole)  # "write-offs", "co-sponsors", "e-mails", "sub-indices"
        head = _singular_head(noun)
        states = words("people", "casualty_nouns") | words("people", "adjectives")
        if head in states or head.lower() in states:
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
            # "pre-tax profits", "anti-tank mines": a word of its own keeps what is hyphened to it
            hyphened = first < noun.i and (token.tag_ == "HYPH" or self.doc[first].tag_ == "HYPH")
            if not (own or hyphened) or token.i in self.inside:
                break
            first -= 1
        first += self.doc[first].tag_ == "HYPH"
        return self.doc[first : noun.i + 1].text


def _is_net(word: Token) -> bool:
    """Whether "net" stands alone for net income: "boosted [net] 16 percent", not "net profit"."""
    behind = word.nbor() if word.lower_ == "net" and word.i + 1 < len(word.doc) else None
    return word.lower_ == "net" and (
        behind is None or behind.tag_ not in {"NN", "NNS"} or not behind.is_alpha
    )


def _has_article(doc: Doc, amount: Amount) -> bool:
    """Whether an article stands before an amount, so that a noun must follow."""
    first = grammar.span_of(doc, amount.span.start, amount.span.end)[0]
    return first.i > first.sent.start and first.nbor(-1).tag_ in {"DT", "PRP$", "POS"}


def _is_in_complex_preposition(noun: Token) -> bool:
    """Whether a noun behind "in" makes a preposition with the one behind it ("in support of")."""
    behind = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    return noun.lower_ in words("complex_prepositions", "nouns") and behind in words(
        "complex_prepositions", "closing"
    )


def _tells_apart(those: Token) -> bool:
    """Whether a participle behind "those" says who they are: "those surveyed"; no noun of theirs follows."""
    behind = those.nbor() if those.i + 1 < len(those.doc) else those
    participle = behind.tag_ in {"VBN", "VBD", "VBG"} or behind.lower_.endswith("ed")
    return those.lower_ == "those" and participle


def _governs(participle: Token) -> bool:
    """Whether a participle is a verb with an object, and no adjective of the noun behind it."""
    return participle.dep_ not in {"amod", "compound"} and bool(grammar.children(participle, "obj"))


def _joins_adjectives(token: Token) -> bool:
    """Whether a word joins two adjectives of one noun: "digital and physical sales"."""
    if token.lower_ not in {"and", "or"} or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(-1).tag_ in _ADJECTIVES and token.nbor(1).tag_ in _ADJECTIVES


def _goes_on(token: Token, head: Token | None) -> bool:
    """Whether a phrase goes on behind a word that else ends one, to a noun further on."""
    if head is None:
        return _joins_adjectives(token)
    if head.tag_ in {"NNP", "NNPS"} and _is_before_plural(token):
        return True
    return _joins_compounds(token, head) or _is_in_name(token, head)


def _is_in_name(token: Token, head: Token) -> bool:
    """Whether "of" stands in a name before the noun of a phrase: "House of Commons members"."""
    if token.lower_ != "of" or head.tag_ != "NNP" or head.i != token.i - 1:
        return False
    after = token.doc[token.i + 1 : token.i + 4]
    names = [word for word in after if word.tag_ in {"NNP", "NNPS"}]
    behind = after[len(names) : len(names) + 1]
    return bool(names) and names[0] == after[0] and bool(behind) and behind[0].tag_ in {"NN", "NNS"}


def _is_hyphened_before_noun(token: Token) -> bool:
    """Whether a plural ends a word with a hyphen before the noun of a phrase: "plain-clothes officers"."""
    doc, i = token.doc, token.i
    return 0 < i < len(doc) - 1 and doc[i - 1].tag_ == "HYPH" and doc[i + 1].tag_ in {"NN", "NNS", "NNP"}


def _joins_compounds(token: Token, head: Token) -> bool:
    """Whether a word joins parts of the noun of a phrase: "TV and radio spots", "state, local taxes"."""
    part = head.dep_ in {"amod", "compound"} and head.head.i > token.i + 1
    return part and token.lower_ in {"and", "or", ","}


def _is_suspended(token: Token) -> bool:
    """Whether "and" joins the first parts of words with hyphens: "coal- and gas-fired"."""
    doc, i = token.doc, token.i
    return token.lower_ in {"and", "or"} and i > 0 and i + 2 < len(doc) and doc[i - 1].text.endswith("-")


def _is_owned(adjective: Token, owner: Token) -> bool:
    """Whether only adjectives stand between a possessive and this one: "the nation's total net output"."""
    behind = owner.doc[owner.i + 1 : adjective.i]
    return (
        len(behind) > 0 and behind[0].tag_ == "POS" and all(token.tag_ in _ADJECTIVES for token in behind[1:])
    )


def _ends_adjective(token: Token, head: Token | None) -> bool:
    """Whether a participle makes an adjective of the noun before its hyphen: "gas-fired"."""
    return (
        head is not None and token.tag_ == "VBN" and head.i == token.i - 2 and token.nbor(-1).tag_ == "HYPH"
    )


def _is_participle(token: Token) -> bool:
    """Whether a past tense is none, before a noun: "convertible subordinated notes", "25 recommended men"."""
    doc, i = token.doc, token.i
    if token.tag_ != "VBD" or i == 0 or token.lower_ == "had":
        return False
    return doc[i - 1].tag_ == "JJ" or (
        doc[i - 1].tag_ == "CD" and i + 1 < len(doc) and doc[i + 1].tag_ == "NNS"
    )


def _is_before_plural(token: Token) -> bool:
    """Whether a participle or adjective stands right before a plural: "Ohio registered voters"."""
    adjective = token.tag_ in {"JJ", "VBN", "VBD"}
    return adjective and token.i + 1 < len(token.doc) and token.nbor().tag_ == "NNS"


def _is_before_own(name: Token) -> bool:
    """Whether a name in the plural stands before what is its own: "Orel Technologies common shares"."""
    behind = name.nbor() if name.tag_ == "NNPS" and name.i + 1 < len(name.doc) else None
    return behind is not None and (behind.tag_ in {"NN", "NNS"} or _is_before_plural(behind))


def _is_part(participle: Token) -> bool:
    """Whether a participle belongs to the noun behind it: "adult coloring books", not "a man making cars"."""
    doc, i = participle.doc, participle.i
    before_noun = participle.tag_ == "VBG" and i + 1 < len(doc) and doc[i + 1].tag_ in {"NN", "NNS"}
    return before_noun and participle.dep_ in {"amod", "compound", "nmod"} and participle.head.i > i


def _is_prefix(word: Token) -> bool:
    """Whether what is before a hyphen is no word of its own ("[sub]-indices"), or part of a model's name."""
    model = word.i + 2 < len(word.doc) and word.nbor(2).text[:1].isdigit() and not word.text.isdigit()
    return word.lower_ in words("prefix", "words") or (len(word) == 1 and word.is_alpha) or model


def _is_hyphened(token: Token) -> bool:
    """Whether a word is part of one with hyphens, whatever its tag ("would-be buyers")."""
    doc, i = token.doc, token.i
    behind = i + 1 < len(doc) and doc[i + 1].tag_ == "HYPH"
    return behind or (i > 0 and doc[i - 1].tag_ == "HYPH")


def supplied(noun: str) -> Counted:
    """Give what is counted where the text leaves its noun out."""
    return Counted(noun, noun)


def through_container(noun: Token) -> Token:
    """Go from a noun that only holds an amount to what it is of ("the number of strikers")."""
    if noun.lemma_.lower() in words("container", "nouns"):
        whole = grammar.complement(noun, "of")
        return whole if whole is not None and grammar.is_noun(whole) else noun
    if noun.lemma_.lower() in words("container", "guesses"):
        measured = [part for part in grammar.children(noun, "compound") if names_measure(part)]
        return measured[-1] if measured else _guessed(noun) or noun
    return noun


def _guessed(noun: Token) -> Token | None:
    """Give what a guess is for that is made right behind it: "cut its forecast for [exports] to"."""
    behind = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    measured = behind.lower_ == "for" and behind.dep_ == "case" and grammar.is_noun(behind.head)
    return behind.head if measured and names_measure(behind.head) else None


def _is_bare_total(noun: Token) -> bool:
    """Whether a noun stands for nothing but the amount behind it ("a total of $3 million")."""
    return noun.lemma_.lower() in words("container", "bare") and through_container(noun) == noun


def is_change(noun: Token) -> bool:
    """Whether a noun names a change of an amount ("drop")."""
    return is_named_change(noun.lemma_.lower())


def is_named_change(lemma: str) -> bool:
    """Whether a lemma is that of a change of an amount."""
    return lemma in words("change", "up_nouns") or lemma in words("change", "down_nouns")


def is_actor(noun: Token) -> bool:
    """Whether a noun names somebody who acts rather than something measured."""
    personal = noun.tag_.startswith("PRP") and noun.lower_ != "it"
    return personal or noun.ent_type_ in {"PERSON", "ORGANIZATION"}


def is_body(noun: Token) -> bool:
    """Whether a common noun names people or bodies, who have money and are none ("club", "mayor")."""
    kinds = name_words("kind", "organisation") | name_words("kind", "official") | words("people", "bodies")
    return noun.tag_ in {"NN", "NNS"} and (noun.lemma_.lower() in kinds or is_person(noun))


def is_firm(noun: Token) -> bool:
    """Whether a common noun names a body, of business or of state."""
    return noun.lemma_.lower() in name_words("kind", "organisation") | words("people", "bodies")


def is_name(noun: Token) -> bool:
    """Whether a noun is a name, of whatever it be: taggers know one where they miss whose it is ("GM")."""
    if names_measure(noun) or _is_capital_by_place(noun):
        return False
    return is_actor(noun) or noun.tag_ in {"NNP", "NNPS"} or (noun.is_upper and noun.is_alpha)


def _is_capital_by_place(noun: Token) -> bool:
    """Whether a word that begins a sentence is written small elsewhere: "Trade fell", "jobs ... Jobs pay"."""
    if noun.tag_ not in {"NNP", "NNPS"} or noun.i != noun.sent.start or noun.ent_type_:
        return False
    known: dict[str, frozenset[str]] = kept(noun.doc, "words")
    if "" not in known:
        known[""] = frozenset(words_of(noun.doc))
    return noun.lower_ in known[""] or singular(noun.lower_) in known[""]


def _is_year_on_year(noun: Token) -> bool:
    """Whether a noun only says what is compared with what: "rose 4 percent [year] on year"."""
    again = noun.nbor(2).lower_ if noun.i + 2 < len(noun.doc) else ""
    return again == noun.lower_ and noun.nbor().lower_ in {"on", "over", "to"}


def names_measure(noun: Token) -> bool:
    """Whether a common noun names an amount ("sales"); the first word of a sentence may look like a name."""
    if {noun.lemma_.lower(), noun.lower_}.isdisjoint(words("measured", "nouns")):
        return False
    if noun.lower_ == "share" and noun.i and noun.nbor(-1).lower_ == "per":
        return False  # "earnings per share"
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
    if noun.tag_ == "VBG":
        return noun.lower_
    lemma = noun.lemma_.lower() or singular(noun.lower_)
    return f"{lemma[:-2]}is" if lemma in words("plural", "of_is") else lemma
