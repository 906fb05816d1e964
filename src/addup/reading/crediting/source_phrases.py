"""The words that name a source: a person's name, else a noun with what is before it and joined to it."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_document
from addup.reading.crediting.source_kind import kind_of
from addup.reading.crediting.voices import is_one_of
from addup.reading.crediting.words import words
from addup.reading.names import (
    Names,
    Naming,
    article_before_place,
    calls_body,
    is_behind_place,
    is_somebody,
    name_words,
    pronoun_kind,
)
from addup.reading.text import written
from addup.records import Source

_BEFORE = frozenset({"det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat"})


def source_phrase(noun: Token, names: Names) -> Source:
    """Give the shortest words that name a source, by the head of its phrase.

    That is the person's name where the phrase has one ("the head of the inquiry, Jo Bell" is Jo Bell), else
    the noun with the words before it and the nouns joined to it. For a pronoun it is the name or noun that it
    stands for, where that was said last; "they" may be any people.
    """
    if noun.lower_ in name_words("pronoun", "several"):
        return Source(noun.text, noun.idx, noun.idx + len(noun), None, None)
    pronoun = pronoun_kind(noun) is not None
    naming = names.naming(noun) or (names.antecedent(noun) if pronoun else None)
    beside = naming is not None and not naming.start <= noun.i < naming.end
    if beside and naming is not None and _tells_what(noun.doc, naming):
        naming, beside = None, False
    if naming is not None and (beside or naming.name.kind == "person"):
        span = Span(noun.doc, naming.start, naming.end)
    else:
        span = _noun_phrase(noun)
        if naming is not None:  # "the Bureau of Labor Statistics" goes on behind its noun
            first = naming.start if _is_what_it_is(noun.doc, naming) else min(span.start, naming.start)
            span = noun.doc[first : max(span.end, naming.end)]
    return Source(written(span), span.start_char, span.end_char, names.name_of(noun), kind_of(noun, names))


def _tells_what(doc: Doc, naming: Naming) -> bool:
    """Whether a name beside a noun only says what that is one of: "the senator, a [Democrat], said"."""
    before = naming.start > 0 and doc[naming.start - 1].lower_ in {"a", "an"}
    return before or grammar.has_child(doc[naming.end - 1], {"a", "an"}, "det")


def named_source(span: Span, names: Names) -> Source:
    """Give the source that a credit in brackets names."""
    noun = grammar.anchor(span)
    return Source(span.text, span.start_char, span.end_char, names.name_of(noun), kind_of(noun, names))


def _is_what_it_is(doc: Doc, naming: Naming) -> bool:
    """Whether the word before a body's name only says what it is: "the charity [Orel Aid]"."""
    if not naming.start:
        return False
    noun = doc[naming.start - 1]
    return noun.lower_ in name_words("organisation", "generic") or calls_body(
        noun, doc[naming.start : naming.end]
    )


def _noun_phrase(noun: Token) -> Span:
    """Give a noun with the words before it and the nouns joined to it, without what follows them.

    A document with a name is what it is called: "the latest Ridge College poll" is "Ridge College poll".
    """
    before = [
        child
        for child in noun.lefts
        if child.dep_ in _BEFORE
        and not (_says_when(child) or _says_where(child, noun) or _is_of_clause_before(child))
    ]
    first = min([noun.i, *(child.left_edge.i for child in before)])
    article = article_before_place(noun) if is_behind_place(noun) else None
    if article is not None:
        first = article.i
    if is_document(noun) and grammar.children(noun, "compound"):
        first = next((i for i in range(first, noun.i) if _is_of_name(noun.doc[i])), first)
    last = _end_of_name(noun)
    group = grammar.complement(noun, "of") if is_one_of(noun) else None
    if group is not None:  # "one of the officials"
        return noun.doc[first : group.i + 1]
    knowing = grammar.children(noun, "acl", "amod")
    known = next((child for child in knowing if child.lower_ in words("noun", "knowing")), None)
    unnamed = noun.lemma_.lower() in words("noun", "unnamed")
    if unnamed and known is not None and known.i == noun.i + 1:  # "people familiar with the talks"
        return noun.doc[first : known.right_edge.i + 1]
    for child in grammar.children(noun, "flat", "conj"):
        if _is_behind_clause(child, noun):
            break
        if child.dep_ == "flat" or grammar.is_noun(child):
            last = max(last, child.i, *(flat.i for flat in grammar.children(child, "flat")))
    return Span(noun.doc, first, last + 1)


def _end_of_name(noun: Token) -> int:
    """Give the last word of a name that goes on behind its noun: "First of [America]"; an office is none."""
    whose = grammar.complement(noun, "of")
    goes_on = (
        grammar.is_proper(noun) and whose is not None and grammar.is_proper(whose) and not is_somebody(noun)
    )
    return whose.i if goes_on and whose is not None and whose.i == noun.i + 2 else noun.i


def _is_of_name(word: Token) -> bool:
    """Whether a word before a document is of its name: "the new [Morning] Consult poll"."""
    opens = word.dep_ == "compound" and word.is_title and not word.is_sent_start
    return grammar.is_proper(word) or (opens and grammar.is_proper(word.nbor()))


def _is_behind_clause(joined: Token, noun: Token) -> bool:
    """Whether a clause stands before a noun that may be of it: "Orel, hit by flood and a [fire], said"."""
    between = noun.doc[noun.i + 1 : joined.left_edge.i]
    if any(map(grammar.is_number, between)):
        return True  # "according to one report, $40 million but not without a [fight]"
    clauses = grammar.children(noun, "acl")
    return any(clause in between and clause.nbor(-1).text == "," for clause in clauses)


def _says_when(word: Token) -> bool:
    """Whether a word before a name is a time that the parser has in it: "[last week] Orel Data said"."""
    return word.lemma_.lower() in words("noun", "times") and any(
        child.lower_ in words("noun", "before_times") for child in word.lefts
    )


def _says_where(word: Token, noun: Token) -> bool:
    """Whether a word before a name says where that has its seat: "[Selm, Ohio-based] First of America"."""
    return grammar.is_proper(noun) and word.lower_.endswith("based")


def _is_of_clause_before(word: Token) -> bool:
    """Whether a parser takes a verb with its object for an adjective: "[wounding seven], the radio said"."""
    return bool(grammar.children(word, "obj")) and any(token.text == "," for token in word.subtree)
