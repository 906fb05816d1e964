"""Who speaks where in an article: the clauses that report, and the words that each covers.

"The ministry said that 40 had died", "40 had died, the ministry said", "according to the ministry, 40 had
died", "a poll shows 40 percent", "the firm announced a loss of $40 million", "as compiled by the exchange".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs
from addup.reading.frames import words as frame_words
from addup.reading.names import name_words, pronoun_kind
from addup.reading.people import is_person
from addup.reading.text import strings_of

# Words that neither report nor stand for a report.
_SILENT = frozenset(
    {",", ".", ":", "``", "''", "-LRB-", "-RRB-", "CC", "DT", "HYPH", "IN", "MD", "POS", "PRP$", "TO"}
)
# The tags of words that may stand before a number.
_HEDGING = frozenset({"DT", "IN", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_CLAUSES = ("ccomp", "xcomp", "parataxis", "csubj", "dep")


@dataclass(frozen=True, slots=True)
class Voice:
    """One report: the head noun of who speaks, the word that says so, and the tokens that it covers."""

    source: Token
    cue: Token
    content: frozenset[int]


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("addup.reading").joinpath("attribution.toml").read_text(encoding="utf-8"))


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give one row of `attribution.toml`."""
    return frozenset(_table()[part][row])


def find_voices(doc: Doc) -> tuple[Voice, ...]:
    """Find the reporting clauses and phrases of a parsed article, in the order of their cues."""
    forms, lemmas = words("preposition", "words") | words("noun", "reports"), _telling()
    written = zip(strings_of(doc, LOWER), strings_of(doc, LEMMA), strict=True)
    telling = [
        place for place, (form, lemma) in enumerate(written) if form in forms or lemma.lower() in lemmas
    ]
    return tuple(voice for place in telling if doc[place].tag_ for voice in _voices_of(doc[place]))


def is_document(noun: Token) -> bool:
    """Whether a noun names something written or counted that speaks for somebody ("the survey")."""
    return noun.lemma_.lower() in words("document", "nouns")


def published_by(document: Token) -> Token | None:
    """Give who stands behind a count or numbers: "data released by the state", "polls from Ridge College".

    The words of how it came out may stand between: "the data available from the state".
    """
    if document.lemma_.lower() not in words("document", "makers") | words("document", "counts"):
        return None
    made = [document, *_made(document)]
    return owner_of(document) or agent_of(document) or next(filter(None, map(_name_from, made)), None)


def owner_of(poll: Token) -> Token | None:
    """Give the body whose a poll is: "in [Orel's] December poll"; "May's poll" is of a time."""
    if poll.lemma_.lower() not in words("document", "polls"):
        return None
    owners = (noun for noun in grammar.children(poll, "nmod:poss") if noun.tag_ == "NNP")
    return next(filter(_is_named_body, owners), None)


def _is_named_body(noun: Token) -> bool:
    """Whether a name is of a body, here or elsewhere in the text, or of a known pollster."""
    if noun.ent_type_ == "ORGANIZATION" or noun.lower_ in words("document", "pollsters"):
        return True
    named = (other for other in noun.doc if other.orth == noun.orth)
    return any(other.ent_type_ == "ORGANIZATION" for other in named)


def agent_of(document: Token) -> Token | None:
    """Give who made a document, behind "by"."""
    verbs = (document, *_made(document))
    return next((child for verb in verbs for child in verb.rights if _is_agent(child)), None)


def _made(document: Token) -> list[Token]:
    """Give the words behind a document that may tell how it came out."""
    return [child for child in document.rights if child.dep_ in {"acl", "amod"}]


def _name_from(word: Token) -> Token | None:
    """Give the name behind a word with "from", also where a parser takes what follows for its noun."""
    found = grammar.complement(word, "from")
    if found is None or found.tag_ in {"NNP", "NNPS"}:
        return found
    names = [token for token in found.lefts if token.tag_ in {"NNP", "NNPS"} and token.dep_ == "compound"]
    return names[-1] if names else None


def leads_to_speech(sentence: Span) -> bool:
    """Whether a sentence ends in a colon, before words that follow: "He said:"."""
    last = next((token for token in reversed(list(sentence)) if not token.is_space), None)
    return last is not None and last.text == ":"


@cache
def _reporting() -> frozenset[str]:
    """Give the verbs that can report, each with some subject or agent."""
    announcing = words("announce", "verbs") | words("announce", "revising") | _awaiting().keys()
    return announcing.union(*(words("say", row) for row in ("compiled", "documents", "heard", "verbs")))


@cache
def _awaiting() -> dict[str, str]:
    """Give what stands behind each verb that only so tells what somebody expects."""
    return dict(phrase.split() for phrase in words("say", "awaiting"))


@cache
def _telling() -> frozenset[str]:
    """Give the lemmas of all words that a report can hang on; most words of a text are none of them."""
    return _reporting() | words("document", "counts") | words("noun", "words") | words("noun", "counts")


def _voices_of(token: Token) -> Iterator[Voice]:
    if token.lower_ in words("preposition", "words"):
        noun = _governed(token)
        if grammar.is_noun(noun) or (noun.tag_ == "PRP" and pronoun_kind(noun) is not None):
            yield Voice(noun, token, _before_or_around(token, noun))
    elif token.tag_ in _SILENT:
        return
    elif grammar.is_verb(token) or grammar.children(token, "nsubj"):
        yield from _of_verb(token)
    elif (counted := _of_count(token)) is not None:
        yield counted
    elif token.lower_ in words("noun", "reports") and token.dep_ in {"obl", "nmod"}:
        for clause in grammar.children(token, "acl", "acl:relcl", "ccomp"):
            if _has_mark(clause, "that"):  # "amid reports that 40 had died"
                yield Voice(token, token, _below(clause))
    elif token.lemma_.lower() in words("noun", "words"):
        for owner in _owners(token):
            content = frozenset().union(*map(_below, token.rights))
            if content and owner.lemma_.lower() not in words("noun", "times"):  # "last week's claims"
                yield Voice(owner, token, content)
        by = token.nbor() if token.i + 1 < len(token.doc) else token
        if by.lower_ == "by" and by.dep_ == "case" and grammar.is_noun(by.head):
            agent = by.head  # "the 235,000 forecast by economists"
            yield Voice(agent, token, _below(token) - _below(agent))


def _of_count(noun: Token) -> Voice | None:
    """Give what a count says, or the body whose count says it: "the [ministry]'s toll stands at 40"."""
    lemma, clause = noun.lemma_.lower(), noun.head
    if lemma in words("document", "counts") and _is_named_beside(noun):
        guess = guess_above(noun)
        return Voice(noun, noun, _around(noun) if guess is None else _below(guess) - _below(noun))
    if lemma not in words("noun", "counts") or noun.dep_ != "nsubj" or _is_negated(clause, ""):
        return None
    if clause.lemma_.lower() not in measuring_verbs() and not grammar.children(clause, "cop"):
        return None
    owner = next(filter(_is_body, grammar.children(noun, "nmod:poss")), None)
    return Voice(owner, noun, _below(clause) - _below(noun)) if owner is not None else None


def guess_above(poll: Token) -> Token | None:
    """Give the guess that those asked made, which is all they tell: "a [forecast] of $3 in a Reuters poll".

    Or what they expected: "above the [$3] expected in a Reuters poll".
    """
    above = poll.head
    if above.lemma_.lower() in frame_words("container", "guesses"):
        return above
    awaited = above.dep_ == "acl" and above.lemma_.lower() in frame_words("stance", "awaiting")
    return above.head if awaited else None


def _owners(noun: Token) -> list[Token]:
    """Give whose a noun of saying is: "[analysts]' forecasts", "[market] expectations"."""
    before = (child for child in grammar.children(noun, "compound") if child.i == noun.i - 1)
    named = [child for child in before if child.lemma_.lower() in words("noun", "owners")]
    return grammar.children(noun, "nmod:poss") or named


def _of_verb(verb: Token) -> Iterator[Voice]:
    lemma = verb.lemma_.lower()
    if lemma not in _reporting() or (lemma == "point" and not _points_out(verb)):
        return
    if lemma == "count" and verb.tag_ == "VBG" and not grammar.children(verb, "nsubj", "aux"):
        return  # "counting the four that closed, ..."
    agent = next((child for child in verb.children if _is_agent(child)), None)
    if agent is not None and (verb.tag_ == "VBN" or verb.dep_ == "acl"):
        if lemma in words("say", "compiled") and _has_mark(verb, "as") and not _is_of_subject(verb):
            yield Voice(agent, verb, _with_list(verb, _around(verb)))
        elif lemma in words("announce", "verbs"):
            # "A reward of $500,000 announced by the ministry": the noun is what was announced.
            told = verb.head if verb.dep_ == "acl" else verb
            yield Voice(agent, verb, _below(told) - _below(agent))
        return
    source = _hearing(verb, lemma) or _speaker(verb, lemma)
    if source is None or _is_negated(verb, lemma):
        return
    awaited = _awaited(verb, source)
    if awaited is not None:
        yield Voice(source, verb, _below(awaited) - _below(source))
        return
    content = _content(verb, lemma, source)
    if content or leads_to_speech(verb.sent):
        yield Voice(source, verb, content)


def _hearing(verb: Token, lemma: str) -> Token | None:
    """Give the court before which something is said: "the [court] heard that ...", "the [jury] was told"."""
    if lemma not in words("say", "heard"):
        return None
    heard = grammar.children(verb, "nsubj:pass" if lemma == "tell" else "nsubj")
    return next((noun for noun in heard if noun.lemma_.lower() in words("say", "hearing")), None)


def _points_out(verb: Token) -> bool:
    """Whether "point" is no unit: "points out", "points to", not "two percentage points"."""
    return verb.doc[verb.i + 1 : verb.i + 2].text.lower() in {"out", "to"}


def _speaker(verb: Token, lemma: str) -> Token | None:
    """Give who speaks by a reporting verb, None if it reports nothing with this subject."""
    source = _subject(verb)
    if source is None or grammar.is_passive(verb) or _goes_on_passive(verb) or _is_nobody(source):
        return None
    if is_document(source):
        return source if lemma in words("say", "documents") else None
    if _is_revised(verb, lemma) or awaits_amount(verb):
        return source if awaits_amount(verb) or _can_revise(source) else None
    if lemma not in words("say", "verbs") | words("announce", "verbs"):
        return None
    if lemma in words("announce", "own"):
        own = _is_body(source) if _counts_people(verb) else _is_proper(source) and _gives_result(verb)
        return source if own else None
    return source if lemma not in words("say", "named") or _is_proper(source) else None


def _goes_on_passive(verb: Token) -> bool:
    """Whether a verb goes on from a passive and has nothing to say: "was moved and attributed to"."""
    own = grammar.children(verb, "nsubj", "obj", "ccomp", "xcomp", "parataxis")
    return verb.dep_ == "conj" and grammar.is_passive(verb.head) and not own


def _gives_result(verb: Token) -> bool:
    """Whether a verb has a firm's result as object, or a change in one: "posted a 20% gain in income"."""
    result = grammar.direct_object(verb)
    results = words("results", "nouns") | words("results", "changes")
    return result is not None and result.lemma_.lower() in results


def _is_body(noun: Token) -> bool:
    """Whether a noun or name is of a body that may count something; a place or a year is none."""
    if noun.tag_ in {"NNP", "NNPS"}:
        return noun.ent_type_ != "LOCATION"
    word, lemma = noun.lower_, noun.lemma_.lower()
    offices = name_words("kind", "official") | name_words("kind", "organisation")
    return word in offices or lemma in offices | name_words("organisation", "forms")


def _counts_people(verb: Token) -> bool:
    """Whether a verb has so many dead or sick as object: "the hospital recorded 40 deaths"."""
    counted = grammar.direct_object(verb)
    return counted is not None and counted.lemma_.lower() in words("announce", "recorded")


def _awaited(verb: Token, source: Token) -> Token | None:
    """Give the amount before a clause that tells who expected it: "above the $2 that analysts expected"."""
    if verb.dep_ != "acl:relcl" or verb.lemma_.lower() not in frame_words("stance", "awaiting"):
        return None
    if source.head != verb or source.i < verb.head.i:
        return None
    above = (verb.head, verb.head.head)
    return next(
        (noun for noun in above if any(part.tag_ in {"CD", "$"} for part in (noun, *noun.lefts))), None
    )


def _is_revised(verb: Token, lemma: str) -> bool:
    """Whether a verb changes what was made known before: "raised the toll to 40", "cut its forecast"."""
    if lemma not in words("announce", "revising"):
        return False
    known = grammar.direct_object(verb)
    return known is not None and known.lemma_.lower() in words("announce", "revised")


def _can_revise(noun: Token) -> bool:
    """Whether a noun is of somebody who can tell another number: deaths that raised the toll cannot."""
    return noun.tag_ == "PRP" or _is_body(noun) or is_person(noun)


def awaits_amount(verb: Token) -> bool:
    """Whether a verb tells of an amount that somebody expects: "analysts were looking for a profit of $2"."""
    behind = _awaiting().get(verb.lemma_.lower())
    if behind is None or verb.i + 1 >= verb.sent.end or verb.nbor().lower_ != behind:
        return False
    return any(token.tag_ in {"CD", "$"} for token in verb.doc[verb.i + 2 : verb.right_edge.i + 1])


def _speaks_of(verb: Token, lemma: str) -> bool:
    """Whether a verb names what it tells of behind its "of": "spoke of 60 deaths"."""
    return lemma in words("say", "of") and grammar.complement(verb, "of") is not None


def _subject(verb: Token) -> Token | None:
    """Give the subject of a verb; of several that the parser gives it the one that is a name, or the last."""
    behind = _said_behind(verb)
    if behind is not None:
        return behind
    subjects = [noun for noun in grammar.children(verb, "nsubj") if noun.tag_ not in _FINITE]
    own = [noun for noun in subjects if noun.i < verb.i] or subjects
    if len(own) > 1 and (_is_inserted(own[-1], verb) or is_behind_place(own[-1])):
        return own[-1]  # "Jo Bell, the ministry said, made $40 million"
    if len(own) < 2:
        said_by = own[0] if own else _named_at_end(verb) or _shared(verb)
        return _antecedent(verb, said_by or _noun_in_front(verb))
    return next((noun for noun in reversed(own) if noun.ent_type_ == "PERSON"), own[-1])


def _said_behind(verb: Token) -> Token | None:
    """Give who speaks at the end of a sentence, behind the verb: "40 had died, says a [study]"."""
    if verb.tag_ not in _FINITE or verb.i == verb.sent.start or verb.nbor(-1).text not in {",", '"', "”"}:
        return None
    noun = next(iter(grammar.children(verb, "obj")), None)
    if noun is None or noun.left_edge.i != verb.i + 1:
        return None
    # Others have what they tell behind them: "Orel, a firm, reported a loss".
    others = words("say", "addressed") | (words("announce", "verbs") - {"say"})
    if verb.lemma_.lower() not in words("say", "verbs") - others:
        return None
    behind = verb.doc[noun.right_edge.i + 1 : verb.sent.end]
    return None if any(token.is_alpha for token in behind) else noun


def _shared(verb: Token) -> Token | None:
    """Give the subject that a verb shares with the one that it is joined to.

    Where that can say nothing, the parser has joined it over a clause: "shares fell after [Orel] reported a
    loss and said ...".
    """
    subject = grammar.subject(_finite(verb))
    if verb.dep_ != "conj" or subject is None or not _is_nobody(subject):
        return subject
    between = (child for child in verb.head.rights if child.dep_ == "advcl" and child.i < verb.i)
    clauses = [clause for clause in between if clause.tag_ == verb.tag_]
    own = grammar.children(clauses[-1], "nsubj") if clauses else []
    return own[-1] if own else subject


def _is_inserted(subject: Token, verb: Token) -> bool:
    """Whether a report of two words stands between commas: ", the ministry said,"."""
    before, behind = subject.left_edge.i - 1, verb.i + 1
    commas = before > verb.sent.start and behind < verb.sent.end and subject.i + 1 == verb.i
    return commas and verb.doc[before].text == "," and verb.doc[behind].text == ","


def is_behind_place(noun: Token) -> bool:
    """Whether a place parts a noun from its article: "The Menlo Park, Calif., company"."""
    start = noun.left_edge.i
    doc = noun.doc
    return (
        start > noun.sent.start + 3
        and grammar.is_noun(noun)
        and doc[start - 1].text == ","
        and doc[start - 2].tag_ == "NNP"
        and doc[start - 3].text == ","
        and article_before_place(noun) is not None
    )


def article_before_place(noun: Token) -> Token | None:
    """Give the "The" of a noun that a place parts from it, before the names of the place."""
    doc, index = noun.doc, noun.left_edge.i - 4
    while index > noun.sent.start and doc[index].tag_ in {"NNP", "NNPS", "POS", "HYPH"}:
        index -= 1
    return doc[index] if index >= noun.sent.start and doc[index].lower_ == "the" else None


def _finite(verb: Token) -> Token:
    """Give the finite verb that a finite one is joined to, where a parser joins it to an infinitive.

    "The firm said it hired a bank to look for buyers and [reported] a loss."
    """
    if verb.tag_ not in _FINITE or verb.dep_ != "conj" or verb.head.tag_ in _FINITE:
        return verb
    return next((token for token in verb.ancestors if token.tag_ == verb.tag_), verb)


def _named_at_end(verb: Token) -> Token | None:
    """Give the name of who said what a sentence tells, at its end: "..., Jo Bell, chairman, said."."""
    doc, start, before = verb.doc, verb.sent.start, verb.i - 1
    if doc[before].text != "," or any(token.is_alpha for token in doc[verb.i + 1 : verb.sent.end]):
        return None
    before -= 1
    while before > start and doc[before].tag_ in _IN_NOUN_PHRASE:
        before -= 1
    named = doc[before].text == "," and doc[before - 1].tag_ == "NNP" and before > start + 2
    return doc[before - 1] if named else None


def _antecedent(verb: Token, subject: Token | None) -> Token | None:
    """Give a subject, or the noun before a relative clause for "who" and "which" that speak in it."""
    if subject is None or subject.tag_ not in {"WP", "WDT"}:
        return subject
    clause = next((token for token in (verb, *verb.ancestors) if token.dep_.startswith("acl")), None)
    return subject if clause is None else clause.head


def _noun_in_front(verb: Token) -> Token | None:
    """Give the noun that a sentence opens with, for a parser that lost the subject in what stands beside it.

    "Orel Co., a maker of pumps with plants in four states, said ...": the first noun, before the comma.
    """
    if not verb.i or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    if verb.nbor(-1).tag_ in {"NNP", "NNPS"} and not grammar.children(verb, "nsubj:pass", "expl", "cc"):
        return verb.nbor(-1)  # "Despite a loss in Kenya, Orel Co. said ..."
    if verb.nbor(-1).text != ",":
        return None
    opening = [token for token in verb.doc[verb.sent.start : verb.i] if not token.is_space]
    if len(opening) > 2 and opening[0].tag_ == "RB" and opening[1].text == ",":
        opening = opening[2:]  # "Meanwhile, ..."
    for token in opening:
        if token.text == ",":
            return token.nbor(-1) if grammar.is_noun(token.nbor(-1)) else None
        if not (grammar.is_noun(token) or token.tag_ in {"DT", "JJ", "HYPH", "POS", "VBN", "VBG", "PRP$"}):
            return None
    return None


def _is_nobody(source: Token) -> bool:
    """Whether a subject is no speaker to credit: "I" and "you" outside all reports, "40 percent", "which".

    Nor are those whom a poll asked: what they say is its result.
    """
    if source.lower_ in words("noun", "asked") or source.lemma_.lower() in words("noun", "asked"):
        return True
    if source.tag_ == "PRP":
        return source.lower_ in words("first_or_second", "pronouns")
    if is_document(source):
        return False
    lemma = source.lemma_.lower()
    if lemma in words("noun", "mute") or (source.tag_ == "NN" and lemma in words("noun", "times")):
        return True
    numbered = source.tag_ == "CD" or lemma in words("noun", "amounts") | frame_words("incident", "words")
    definite = any(
        child.lower_ in {"the", "these", "those", "both"} for child in grammar.children(source, "det")
    )
    several = [child for child in grammar.children(source, "nummod") if child.lower_ != "one"]
    numbered = numbered or (bool(several) and not definite)  # "the two sides said", "one official said"
    return numbered or not (grammar.is_noun(source) or source.tag_ == "DT")


def _is_proper(noun: Token) -> bool:
    """Whether a noun is a name or a pronoun; a capital amid a sentence makes a name of any word."""
    named = noun.text[:1].isupper() and noun.i > noun.sent.start + 1
    return named or noun.tag_ in {"NNP", "NNPS", "PRP"}


def _is_agent(child: Token) -> bool:
    by = child.dep_ in {"obl", "obl:agent", "nmod"} and grammar.preposition(child) == "by"
    return (
        by
        and grammar.is_noun(child)
        and child.text[0].isalpha()
        and child.lemma_.lower() not in words("noun", "times")
    )


def _is_negated(verb: Token, lemma: str) -> bool:
    """Whether somebody did not say it; who denies, says so all the same."""
    negative = any(child.lower_ in {"not", "n't", "n’t", "never"} for child in verb.children)
    return negative and lemma not in words("stance", "denied")


def _content(verb: Token, lemma: str, source: Token) -> frozenset[int]:
    """Give the tokens that a reporting verb covers.

    A verb that stands beside what is said ("..., he added"; "as the agency reports, ...") covers the sentence
    around it, any other the clause or quotation before it and all behind it that hangs on it, but for clauses
    that report or only go on with what its subject did.
    """
    closed = verb.i - 1 if source == _said_behind(verb) else _closed_by(verb, source)
    if closed is not None:
        return frozenset(range(verb.sent.start, closed))
    clauses = [child for child in grammar.children(verb, *_CLAUSES) if child != source]
    beside = verb.dep_ == "parataxis" and not _is_behind_semicolon(source)
    inserted = beside or _has_mark(verb, "as") or _is_put_behind(verb, source)
    addressed = lemma in words("say", "addressed")
    taken = {"ccomp"} if addressed else {"ccomp", "obj"}
    if inserted and not any(child.dep_ in taken and not _is_parted(child) for child in verb.rights):
        told = (child for child in verb.lefts if _is_told(child, source))
        return _around(verb).union(*(_below(child) for child in told))
    before = [child for child in verb.lefts if _is_told(child, source)]
    behind = [child for child in verb.rights if child != source and not _goes_on(child)]
    if addressed:  # whom somebody told is no part of it, but for what a parser hangs on them
        behind = [child for child in behind if child.dep_ not in {"obj", "iobj"} or _has_that(child)]
    names_it = (
        lemma in words("announce", "verbs")
        or is_document(source)
        or _is_revised(verb, lemma)
        or _speaks_of(verb, lemma)
        or awaits_amount(verb)
    )
    needs_at = lemma in words("announce", "at") and not is_document(source)  # "the poll puts Bell on 4%"
    if needs_at and not _puts_at(verb):
        return frozenset()
    if not (clauses or before or names_it or any(map(_has_that, behind))):
        return frozenset()
    framing = [child for child in verb.lefts if child.dep_ in {"obl", "obl:unmarked"}]
    if clauses and lemma not in words("announce", "verbs"):
        framing = [child for child in framing if child.ent_type_ or child.i > source.i]
    framing = [child for child in framing if not is_document(child)]  # "in her 40-page report, Bell said"
    content = frozenset().union(*map(_below, (*before, *framing, *behind)))
    return content if source in verb.ancestors else content - _below(source)


def _is_of_subject(verb: Token) -> bool:
    """Whether a passive behind "as" tells what was done to somebody: "as [many] were counted by kin"."""
    return bool(grammar.children(verb, "nsubj:pass"))


def _is_parted(noun: Token) -> bool:
    """Whether a comma parts a noun from the verb that the parser has it for an object of."""
    first = noun.left_edge
    return noun.dep_ == "obj" and "," in {first.text, first.nbor(-1).text}


def _puts_at(verb: Token) -> bool:
    """Whether a verb has an amount behind its object and "at": "put the toll at 467 dead".

    The parser may hang "at" on what the object is of: "put the number of injured at 40".
    """
    put = grammar.direct_object(verb)
    if put is not None and any(child.tag_ in {"CD", "$"} for child in put.lefts):
        return False  # "put 40 jobs at risk"
    first = verb.i if put is None else put.i
    behind = verb.doc[first + 1 : verb.right_edge.i + 1]
    return any(token.lower_ == "at" and _leads_to_amount(token) for token in behind)


def _leads_to_amount(preposition: Token) -> bool:
    """Whether a number stands behind a preposition, with nothing before it but what hedges it."""
    behind = preposition.doc[preposition.i + 1 : preposition.sent.end]
    first = next((token for token in behind if token.tag_ not in _HEDGING), None)
    return first is not None and first.tag_ in {"CD", "$"}


def _closed_by(verb: Token, source: Token) -> int | None:
    """Give the comma behind which a sentence ends in its source: "40 had died, the reports show."."""
    sentence = verb.sent
    if (
        verb.tag_ == "VBG"
        or source.i > verb.i
        or any(token.is_alpha for token in verb.doc[verb.i + 1 : sentence.end])
    ):
        return None
    before = source.i if verb.doc[verb.i - 1].text == "," else verb.i - 1
    while before > sentence.start and verb.doc[before].tag_ in _IN_NOUN_PHRASE:
        before -= 1
    is_comma = verb.doc[before].text == "," and before < source.i
    return before if is_comma and before > sentence.start else None


_IN_NOUN_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "VBG", "VBN", "PRP", "PRP$", "POS", "CD", "CC", "HYPH", "IN"}
)


def _is_put_behind(verb: Token, source: Token) -> bool:
    """Whether a report stands behind a comma like one more clause: "a bridge fell, police said"."""
    first = source.left_edge.i
    joined = verb.dep_ == "conj" and not grammar.children(verb, "cc")
    return joined and first > verb.sent.start and verb.doc[first - 1].text in {",", "”", '"'}


def _has_that(child: Token) -> bool:
    """Whether a "that" clause hangs below, as in "noted at the time that ..."."""
    return any(token.lower_ == "that" and token.dep_ == "mark" for token in child.subtree)


def _is_told(child: Token, source: Token) -> bool:
    """Whether what stands before a reporting verb is what it reports."""
    if child == source or child.dep_ not in {*_CLAUSES, "nsubj"}:
        return False
    return child.dep_ != "nsubj" or grammar.is_clause(child) or bool(grammar.children(child, "cop"))


def _goes_on(clause: Token) -> bool:
    """Whether a joined clause is a report of its own, or goes on with what the subject did."""
    if clause.dep_ == "parataxis" and clause.lemma_.lower() in words("say", "verbs"):
        return any(map(_is_behind_semicolon, grammar.children(clause, "nsubj")))
    if clause.dep_ != "conj" or not (grammar.is_verb(clause) or grammar.children(clause, "cop")):
        return False
    if clause.head.lemma_.lower() in words("stance", "expected"):
        return True  # "analysts had expected a loss, and the stock was down 25 cents"
    return clause.lemma_.lower() in words("say", "verbs") or not grammar.children(
        clause, "nsubj", "nsubj:pass"
    )


def _is_behind_semicolon(noun: Token) -> bool:
    """Whether a noun phrase opens what is set beside a clause as another sentence would be."""
    first = noun.left_edge
    return first.i > noun.sent.start and first.nbor(-1).text == ";"


def _has_mark(verb: Token, word: str) -> bool:
    return any(child.lower_ == word for child in grammar.children(verb, "mark", "advmod"))


def _governed(preposition: Token) -> Token:
    """Give the noun of "according to", whichever of its words it hangs on; of results, whose they are."""
    below = grammar.children(preposition, "obl", "nmod", "obj", "pobj")
    noun = preposition.head if preposition.dep_ == "case" else next(iter(below), preposition)
    if not grammar.is_noun(noun):
        noun = _noun_behind(preposition) or noun
    found = grammar.complement(noun, "of", "from")
    is_result = noun.lemma_.lower() in words("document", "results")
    return found if is_result and found is not None and is_document(found) else noun


def _noun_behind(preposition: Token) -> Token | None:
    """Give the last of the words up to the next comma, if a noun: "according to [exit polls], ..."."""
    sentence = preposition.doc[preposition.i : preposition.sent.end]
    comma = next((token for token in sentence if token.text == ","), None)
    return comma.nbor(-1) if comma is not None and grammar.is_noun(comma.nbor(-1)) else None


def _is_named_beside(noun: Token) -> bool:
    """Whether a poll stands beside its result: "in this poll", "when the poll asked about both"."""
    if noun.dep_ in {"obl", "nmod"} and grammar.preposition(noun) == "in":
        return True
    return noun.dep_ == "nsubj" and noun.head.lemma_ == "ask" and noun.head.dep_ == "advcl"


def _below(token: Token) -> frozenset[int]:
    return frozenset(below.i for below in token.subtree)


# What holds an amount of a sentence against another.
_COMPARING = frozenset({("up", "from"), ("down", "from"), ("compared", "to"), ("compared", "with")})


def _before_or_around(preposition: Token, noun: Token) -> frozenset[int]:
    """Give what "according to" speaks of: its sentence, or the one before for "That's according to ...".

    What a parser hangs on the noun is no part of its phrase before "according", nor behind a comma where the
    noun is its root or a comparison follows ("according to the ministry, up from 290 in May").
    """
    sentence = noun.sent
    first = next((token for token in sentence if not token.is_space), noun)
    if first.lower_ in {"that", "this"} and sentence.start > 0:
        of_noun = _below(noun)
        rest = [token for token in sentence if token.is_alpha and token.i not in of_noun]
        if len(rest) <= 3:
            before = noun.doc[sentence.start - 1].sent
            return frozenset(range(before.start, before.end))
    end = sentence.end
    commas = (token for token in noun.doc[noun.i + 1 : sentence.end - 2] if token.text == ",")
    for comma in commas:
        if noun.head == noun or (comma.nbor().lower_, comma.nbor(2).lower_) in _COMPARING:
            end = comma.i
            break
    phrase = {place for place in _phrase(noun) if preposition.i <= place < end}
    return frozenset(range(sentence.start, sentence.end)) - phrase - {preposition.i}


def _around(token: Token) -> frozenset[int]:
    """Give the sentence around a reporting clause or phrase, without it."""
    return frozenset(range(token.sent.start, token.sent.end)) - _phrase(token)


def _phrase(token: Token) -> frozenset[int]:
    """Give what hangs on a token, but for what a parser hangs on a mark of punctuation in it."""
    found, left = [token.i], [token]
    while left:
        below = [child for child in left.pop().children if child.dep_ != "punct" or not child.n_rights]
        found += [child.i for child in below]
        left += below
    return frozenset(found)


def _with_list(verb: Token, content: frozenset[int]) -> frozenset[int]:
    """Add the rest of the paragraph, where a colon opens a list behind the words that name its source."""
    doc, end = verb.doc, verb.sent.end
    if not any(token.text == ":" for token in doc[verb.i : end]):
        return content
    while end < len(doc) and not (doc[end].is_space and doc[end].text.count("\n") > 1):
        end += 1
    return content | set(range(verb.i + 1, end))
