"""The noun behind an amount, by tags alone: right behind it, behind "of" or "in", behind an article."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.document import Nouns
from addup.reading.nouns.phrases import BARE_PHRASE, head_of_phrase, tells_apart
from addup.reading.parsed import tokens_from
from addup.records import Amount

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_LONGEST_CONVERSION = 14  # tokens
_LEAD = 2  # words before a number behind "of": "out of the last 12 races"
_SEASONS = words("period", "seasons")
_BETWEEN_CONVERSIONS = frozenset({";", ",", ":", "/", "or", "="})


def noun_behind(
    nouns: Nouns, amount: Amount, *, preposition: str | None = None, any_tag: bool = False
) -> Token | None:
    """Give the head of the noun phrase right behind the amount, by tags alone.

    Parsers hang long phrases and names made of numbers ("six more 350s") apart more often than taggers
    mistake them. With a preposition, that one must stand between; behind "in" only common nouns say what
    the amount is, unless `any_tag` is true.
    """
    start = _start_behind(nouns, amount, preposition, any_tag=any_tag)
    if start is not None and preposition is None and _opens_season(nouns, start):
        return None
    noun = head_of_phrase(nouns, start) if start is not None else None
    if noun is None or preposition is None:
        done = noun is not None and (_tells_of(noun, nouns, amount) or _is_done_by(noun, nouns, amount))
        return None if done else noun
    if preposition != "in":
        return noun
    unsaid = (
        words("market", "scenes")
        | words("market", "sessions")
        | words("market", "currencies")
        | words("container", "bare")
    )
    if noun.lemma_.lower() in unsaid:
        return None  # "$3 in early trading", "$3 in total", "$3 in today's dollars"
    return None if _is_in_complex_preposition(noun) else noun  # "$3 million in support of the bill"


def _opens_season(nouns: Nouns, start: int) -> bool:
    """Whether what stands behind an amount is when it was: "exceeded $120 million [last season]"."""
    opening = tokens_from(nouns.doc, start, start + 2)
    return (
        len(opening) > 1 and opening[0].lower_ in {"last", "next", "this"} and opening[1].lower_ in _SEASONS
    )


def _tells_of(noun: Token, nouns: Nouns, amount: Amount) -> bool:
    """Whether a noun behind an amount is who does something with it: "the 41 percent [analysts] expected"."""
    if noun.dep_ != "nsubj" or noun.head.dep_ != "acl:relcl":
        return False
    told = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)
    return told.start <= noun.head.head.i < told.end


def _is_done_by(noun: Token, nouns: Nouns, amount: Amount) -> bool:
    """Whether a bare number did something to the noun behind its verb: "Two admitted taking [bribes]"."""
    told = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)
    verb = nouns.doc[told.end] if amount.kind == "count" and told.end < noun.i else None
    if verb is None or verb.tag_ not in {"VBD", "VBN"} or verb.dep_ not in _CLAUSES:
        return False
    by_number = any(child.dep_ == "nsubj" and child in told for child in verb.lefts)
    behind = verb.nbor()  # "60 pledged delegates" did nothing
    done = behind.lower_.endswith("ing") or (behind == noun and noun.tag_ == "NN")
    return by_number and done and verb.is_ancestor(noun)


def _start_behind(nouns: Nouns, amount: Amount, preposition: str | None, *, any_tag: bool) -> int | None:
    """Give where the phrase behind an amount, or behind the preposition behind it, begins."""
    start = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)[-1].i + 1
    if preposition is None:
        while amount.kind == "count" and _is_of_next(nouns, start, amount):
            start += 1  # "nine $2,500 gifts"
        return start
    start = _behind_conversion(nouns, start)
    if preposition == "of" and nouns.doc[start : start + 2].text.lower() == "out of":
        start += 1  # "49 out of 54 seats"
    if preposition == "of" and amount.kind == "share" and nouns.doc[start : start + 1].text == ",":
        start += 1  # "2.7 million shares, or about 18%, of its common stock"
    if start + 1 >= len(nouns.doc) or nouns.doc[start].lower_ != preposition:
        return None
    if preposition == "of":
        return _start_behind_of(nouns, start + 1)
    if preposition == "in" and nouns.doc[start + 1].tag_ == "RB" and start + 2 < len(nouns.doc):
        start += nouns.doc[start + 2].tag_ in {"JJ", "VBN"}  # "in previously undisclosed payments"
    if preposition == "in" and not any_tag and not _opens_what(nouns, start + 1):
        return None  # "in the quarter", "in August" say when or where, "in aid" says what
    return start + 1


def _start_behind_of(nouns: Nouns, start: int) -> int | None:
    """Give where the noun behind "of" begins: behind another amount, or behind those it is said of."""
    first = start
    while start + 1 < len(nouns.doc) and nouns.doc[start].tag_ in {"DT", "JJ"} and start - first < _LEAD:
        start += 1
    if start not in nouns.inside:
        start = first
    while start in nouns.inside and start + 1 < len(nouns.doc):
        start += 1  # "$100 million of 6% bonds", "49 out of a possible 54 seats"
    if nouns.doc[start].lower_ in {"them", "these", "those", "whom"}:
        start += 1  # "eight of them women"
        if tells_apart(nouns.doc[start - 1]):
            return None  # "of those surveyed"
        if start == len(nouns.doc) or nouns.doc[start].tag_ == "VBG":
            return None  # "two of them carrying guns"
    return start


def _is_of_next(nouns: Nouns, place: int, amount: Amount) -> bool:
    """Whether a word right behind an amount belongs to the next one."""
    return place + 1 < len(nouns.doc) and place in nouns.inside and nouns.doc[place].idx >= amount.span.end


def _opens_what(nouns: Nouns, start: int) -> bool:
    """Whether what follows "in" may say what an amount is: "in aid", "in Orel stock"."""
    first = nouns.doc[start]
    named = first.tag_ == "NNP" and first.i not in nouns.timed and start + 1 < len(nouns.doc)
    return first.tag_ in BARE_PHRASE or (named and first.nbor().tag_ in {"NN", "NNS"})


def _is_in_complex_preposition(noun: Token) -> bool:
    """Whether a noun behind "in" makes a preposition with the one behind it ("in support of")."""
    behind = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    return noun.lower_ in words("complex_prepositions", "nouns") and behind in words(
        "complex_prepositions", "closing"
    )


def plural_behind(nouns: Nouns, amount: Amount) -> Token | None:
    """Give the noun right behind the amount if it is in the plural."""
    noun = noun_behind(nouns, amount)
    return noun if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None


def gerund_behind(nouns: Nouns, amount: Amount) -> Token | None:
    """Give what went on that is named by its verb: "after three days of questioning"."""
    end = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)[-1].i
    if end + 2 >= len(nouns.doc) or nouns.doc[end + 1].lower_ != "of":
        return None
    return nouns.doc[end + 2] if nouns.doc[end + 2].tag_ == "VBG" else None


def noun_right_after(nouns: Nouns, amount: Amount) -> Token | None:
    """Give the noun that an amount stands before without an article ("the $40 million offering")."""
    after = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)[-1].i + 1
    behind = _behind_conversion(nouns, after)
    if behind != after and _has_article(nouns.doc, amount):
        noun = head_of_phrase(nouns, behind)  # "a one trillion won ($960m) bail-out"
        return through_container(noun) if noun is not None else None
    if after + 1 >= len(nouns.doc) or nouns.doc[after].tag_ not in BARE_PHRASE:
        return None
    if nouns.doc[after].tag_ == "VBG" and _governs(nouns.doc[after]):
        return None  # "made $3 million selling access"
    noun = noun_behind(nouns, amount)
    if noun is not None and noun.dep_ == "nsubj" and noun.head.i > noun.i:
        return None  # "the $22 million [ministers] hope to save"
    return through_container(noun) if noun is not None else None


def _has_article(doc: Doc, amount: Amount) -> bool:
    """Whether an article stands before an amount, so that a noun must follow."""
    first = grammar.span_of(doc, amount.span.start, amount.span.end)[0]
    return first.i > first.sent.start and first.nbor(-1).tag_ in {"DT", "PRP$", "POS"}


def _governs(participle: Token) -> bool:
    """Whether a participle is a verb with an object, and no adjective of the noun behind it."""
    return participle.dep_ not in {"amod", "compound"} and bool(grammar.children(participle, "obj"))


def noun_behind_article(nouns: Nouns, amount: Amount) -> Token | None:
    """Give the noun behind an amount and "the" or a possessive: "twice the rate", "double its sales"."""
    after = grammar.span_of(nouns.doc, amount.span.start, amount.span.end)[-1].i + 1
    if after + 1 >= len(nouns.doc) or nouns.doc[after].tag_ not in {"DT", "PRP$"}:
        return None
    return head_of_phrase(nouns, after + 1)


def what_changed_by(nouns: Nouns, anchor: Token) -> Token | None:
    """Give what is changed by an amount, right behind it: "a rise of 4% in sales"."""
    index = nouns.inside.get(anchor.i)
    end = anchor.i + 1
    while index is not None and nouns.inside.get(end) == index:
        end += 1
    if end + 1 >= len(nouns.doc) or nouns.doc[end].lower_ != "in":
        return None
    return head_of_phrase(nouns, end + 1)


def complement_right_behind(nouns: Nouns, noun: Token, *prepositions: str) -> Token | None:
    """Give what a noun is of by the preposition right behind it ("stake in the airline").

    For nouns that ask for that preposition: parsers hang such a phrase from the verb as often.
    """
    after = noun.i + 1
    if after >= len(nouns.doc) or nouns.doc[after].lower_ not in prepositions:
        return None
    return head_of_phrase(nouns, after + 1)


def _behind_conversion(nouns: Nouns, start: int) -> int:
    """Go behind an amount in brackets: "150 million kroner ($22 million) in preferred shares"."""
    if start >= len(nouns.doc) or nouns.doc[start].text != "(":
        return start
    for token in nouns.doc[start + 1 : start + _LONGEST_CONVERSION]:
        if token.text == ")":
            return token.i + 1
        if token.i not in nouns.inside and token.text not in _BETWEEN_CONVERSIONS:
            break
    return start
