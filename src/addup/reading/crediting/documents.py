"""Documents that speak for somebody: polls, counts, data, reports; and who stands behind them.

"A survey found" credits the survey, "data released by the agency" the agency, "in Orel's December poll" Orel.
"""

from __future__ import annotations

from spacy.attrs import ORTH
from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.names import body_nouns
from addup.reading.nouns.people import is_person
from addup.reading.places.names import is_known_place
from addup.reading.text import spots

# What makes a certain one of a singular noun.
_MARKING = frozenset({"amod", "compound", "det", "nmod:poss", "nummod"})


def is_document(noun: Token) -> bool:
    """Whether a noun names something written or counted that speaks for somebody ("the survey")."""
    return noun.lemma_.lower() in words("document", "nouns")


def shows_itself(noun: Token) -> bool:
    """Whether a noun is of something that shows what is on it: "the slide", "satellite images"."""
    return noun.lemma_.lower() in words("document", "showing")


def is_count(noun: Token) -> bool:
    """Whether a source is a poll, a survey or another count, or a document that tells what was found."""
    counts = words("document", "counts") | words("document", "makers") | words("document", "findings")
    return noun.lemma_.lower() in counts


def is_poll(noun: Token) -> bool:
    """Whether a noun stands for asking people: a poll, a survey."""
    polls = words("document", "polls")
    if noun.lemma_.lower() in polls:
        return True
    named = is_document(noun) and grammar.children(noun, "compound")  # "exit poll data"
    return any(child.lemma_.lower() in polls for child in named or ())


def is_somebodys(document: Token) -> bool:
    """Whether a document is said to be of somebody: "data from [the port]", "the [Orel] report"."""
    if published_by(document) is not None or grammar.children(document, "nmod:poss"):
        return True
    return any(map(grammar.is_proper, document.subtree))


def published_by(document: Token) -> Token | None:
    """Give who stands behind a count or numbers: "data released by the state", "polls from Ridge College".

    The words of how it came out may stand between: "the data available from the state".
    """
    lemma = document.lemma_.lower()
    if lemma in words("document", "findings") | words("document", "inquiries"):
        return _named_in(document)
    if lemma not in words("document", "makers") | words("document", "counts"):
        return None
    made = [document, *_made(document)]
    return owner_of(document) or agent_of(document) or next(filter(None, map(_name_from, made)), None)


def _named_in(report: Token) -> Token | None:
    """Give the body whose a report is said to be: "a report by [Orel Aid]", "in the [Kisumu Herald]"."""
    body = grammar.complement(report, "by", "from", "in")
    if body is None or not grammar.is_proper(body) or body.ent_type_ == "LOCATION" or is_known_place(body):
        return None
    return body if body.lemma_.lower() not in words("noun", "times") else None


def owner_of(poll: Token) -> Token | None:
    """Give the body whose a poll is: "in [Orel's] December poll"; "May's poll" is of a time."""
    if poll.lemma_.lower() not in words("document", "polls"):
        return None
    owners = (noun for noun in grammar.children(poll, "nmod:poss") if noun.tag_ == "NNP")
    return next(filter(_is_named_body, owners), None)


def _is_named_body(noun: Token) -> bool:
    """Whether a name is of a body, here or elsewhere in the text, or of a known pollster."""
    if noun.ent_type_ == "ORGANIZATION" or noun.lower_ in frame_words("poll", "pollsters"):
        return True
    named = spots(noun.doc, ORTH, {noun.text})
    return any(noun.doc[place].ent_type_ == "ORGANIZATION" for place in named)


def agent_of(document: Token) -> Token | None:
    """Give who made a document, behind "by"."""
    verbs = (document, *_made(document))
    return next((child for verb in verbs for child in verb.rights if is_agent(child)), None)


def is_agent(child: Token) -> bool:
    """Whether a noun is who did something, behind "by", and not when: "by the agency", not "by Monday"."""
    by = child.dep_ in {"obl", "obl:agent", "nmod"} and grammar.preposition(child) == "by"
    return (
        by
        and grammar.is_noun(child)
        and child.text[0].isalpha()
        and child.lemma_.lower() not in words("noun", "times")
        and not _tells_how(child)
    )


def _tells_how(noun: Token) -> bool:
    """Whether a noun behind "by" tells how, or in what parts: "by hand", "figures by region"."""
    bare = noun.tag_ == "NN" and not any(child.dep_ in _MARKING for child in noun.lefts)
    return bare and not (noun.lemma_.lower() in body_nouns() or is_person(noun))


def _made(document: Token) -> list[Token]:
    """Give the words behind a document that may tell how it came out."""
    return [child for child in document.rights if child.dep_ in {"acl", "amod"}]


def _name_from(word: Token) -> Token | None:
    """Give the name behind a word with "from", also where a parser takes what follows for its noun."""
    found = grammar.complement(word, "from")
    if found is None or grammar.is_proper(found) or found.lemma_.lower() in body_nouns():
        return found
    names = [token for token in found.lefts if grammar.is_proper(token) and token.dep_ == "compound"]
    place = bool(names) and (names[-1].ent_type_ == "LOCATION" or is_known_place(names[-1]))
    return names[-1] if names and not place else None  # "exit polls from the Ohio primary"


def guess_above(poll: Token) -> Token | None:
    """Give the guess that those asked made, which is all they tell: "a [forecast] of $3 in a Reuters poll".

    Or what they expected: "above the [$3] expected in a Reuters poll".
    """
    above = poll.head
    if above.dep_ == "nmod" and above.lemma_.lower() in words("document", "foretelling"):
        above = above.head  # "the forecasts of 31 economists in a survey"
    if above.lemma_.lower() in frame_words("container", "guesses"):
        return above
    awaited = above.dep_ == "acl" and above.lemma_.lower() in frame_words("stance", "awaiting")
    return above.head if awaited else None
