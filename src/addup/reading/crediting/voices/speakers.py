"""Who speaks by a reporting verb: its subject, or who the parser lost, and who is nobody to credit."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_document, is_poll
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.names import is_behind_place
from addup.reading.nouns.people import is_person
from addup.reading.parsed import tokens_from
from addup.reading.polls import is_asked

# "That put turnout at 41 percent": what was just told puts nothing itself.
_WHAT_WAS_TOLD = frozenset({"that", "this"})
# The tags of the words that may stand between commas with who speaks at the end of a sentence.
_IN_NOUN_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "VBG", "VBN", "PRP", "PRP$", "POS", "CD", "CC", "HYPH", "IN"}
)


def subject_of(verb: Token) -> Token | None:
    """Give who speaks by a verb, whoever says so: of a document the one who gave it out."""
    subject = _quoted(verb) or _subject(_governing(verb))
    return subject if subject is None else _issuer(subject) or subject


def _quoted(verb: Token) -> Token | None:
    """Give whom somebody else has said something: "the agency quoted [Bell] as saying"."""
    as_saying = verb.tag_ == "VBG" and grammar.has_child(verb, {"as"}, "mark", "case")
    quotes = verb.head.lemma_.lower() in words("say", "quotes")
    return grammar.direct_object(verb.head) if as_saying and quotes else None


def _governing(verb: Token) -> Token:
    """Give the verb whose subject goes on behind what is asked: "will not [say] how 40 died, saying so"."""
    asked = verb.head
    is_aside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).text == ","
    if not is_aside or asked.dep_ != "ccomp":
        return verb
    asks = any(child.tag_ in {"WP", "WRB"} or child.lower_ == "whether" for child in asked.lefts)
    return asked.head if asks else verb


def _issuer(document: Token) -> Token | None:
    """Give who gave a document out where the same clause tells: "[Bell] released a statement saying"."""
    verb = document.head
    given = document.dep_ == "obj" and verb.lemma_.lower() in words("say", "issuing")
    issuer = grammar.subject(verb) if given and is_document(document) and not is_poll(document) else None
    return issuer if issuer is not None and not is_nobody(issuer) else None


def _subject(verb: Token) -> Token | None:
    """Give the subject of a verb; of several that the parser gives it the one that is a name, or the last."""
    behind = said_behind(verb)
    if behind is not None:
        return behind
    subjects = [noun for noun in grammar.children(verb, "nsubj") if noun.tag_ not in grammar.FINITE]
    own = [noun for noun in subjects if noun.i < verb.i] or subjects
    if len(own) > 1 and (_is_inserted(own[-1], verb) or is_behind_place(own[-1])):
        return own[-1]  # "Jo Bell, the ministry said, made $40 million"
    if len(own) < 2:
        said_by = _behind_place(own[0]) if own else _named_at_end(verb) or _shared(verb)
        return _antecedent(verb, said_by or _noun_in_front(verb))
    return next((noun for noun in reversed(own) if noun.ent_type_ == "PERSON"), own[-1])


def _behind_place(place: Token) -> Token:
    """Give the noun that a parser hangs on the place before it: "The [Selm], Ohio, maker of pumps"."""
    return next((child for child in place.rights if is_behind_place(child)), place)


def said_behind(verb: Token) -> Token | None:
    """Give who speaks at the end of a sentence, behind the verb: "40 had died, says a [study]"."""
    if verb.tag_ not in grammar.FINITE or verb.i == verb.sent.start:
        return None
    if not closes_speech(verb.nbor(-1)):
        return None
    noun = next(iter(grammar.children(verb, "obj")), None)
    if noun is None or noun.left_edge.i != verb.i + 1 or _is_of_person(verb):
        return None
    # Others have what they tell behind them: "Orel, a firm, reported a loss".
    others = words("say", "addressed") | (words("announce", "verbs") - {"say"})
    if verb.lemma_.lower() not in words("say", "verbs") - others:
        return None
    return noun if is_last(noun.right_edge) or _is_placed_behind(verb, noun) else None


def _is_placed_behind(verb: Token, noun: Token) -> bool:
    """Whether behind who speaks only stands when or in what: "40 died, wrote the [mayor] in a letter"."""
    behind = [child for child in verb.rights if child.i > noun.i and child.dep_ != "punct"]
    placed = all(child.dep_ in {"advmod", "obl", "obl:unmarked"} for child in behind)
    return placed and (grammar.is_proper(noun) or is_person(noun))


def _is_of_person(verb: Token) -> bool:
    """Whether a verb has somebody before it who does it: "Jo Bell, a clerk, tweeted a warning"."""
    before = (noun for noun in grammar.children(verb, "nsubj") if noun.i < verb.i)
    return any(grammar.is_proper(noun) or is_person(noun) for noun in before)


def closes_speech(mark: Token) -> bool:
    """Whether a token may part what is said from who says it: a comma, or a mark that ends a quotation."""
    return mark.text in {",", '"', "”"}


def is_last(token: Token) -> bool:
    """Whether no word or number stands behind a token in its sentence."""
    behind = tokens_from(token.doc, token.i + 1, token.sent.end)
    return not any(one.is_alpha or one.tag_ == "CD" for one in behind)


def before_phrase(sentence: Span, end: int) -> int:
    """Give the place before the noun phrase that ends at a place, or where its sentence begins."""
    while end > sentence.start and sentence.doc[end].tag_ in _IN_NOUN_PHRASE:
        end -= 1
    return end


def _shared(verb: Token) -> Token | None:
    """Give the subject that a verb shares with the one that it is joined to.

    Where that can say nothing, the parser has joined it over a clause: "shares fell after [Orel] reported a
    loss and said ...".
    """
    if _is_anybodys(verb):
        return None
    subject = grammar.subject(_finite(verb))
    if verb.dep_ != "conj" or subject is None or not is_nobody(subject):
        return subject
    between = (child for child in verb.head.rights if child.dep_ == "advcl" and child.i < verb.i)
    clauses = [clause for clause in between if clause.tag_ == verb.tag_]
    own = grammar.children(clauses[-1], "nsubj") if clauses else []
    return own[-1] if own else subject


def _is_anybodys(verb: Token) -> bool:
    """Whether it is told what anybody may say: "it is fair to say that 40 came"."""
    judged = verb.head
    return (
        verb.dep_ in {"csubj", "xcomp"}
        and judged.tag_ == "JJ"
        and grammar.has_child(judged, {"it"}, "expl", "nsubj")
    )


def _finite(verb: Token) -> Token:
    """Give the finite verb that a finite one is joined to, where a parser joins it to an infinitive.

    "The firm said it hired a bank to look for buyers and [reported] a loss."
    """
    if verb.tag_ not in grammar.FINITE or verb.dep_ != "conj" or verb.head.tag_ in grammar.FINITE:
        return verb
    return next((token for token in verb.ancestors if token.tag_ == verb.tag_), verb)


def _is_inserted(subject: Token, verb: Token) -> bool:
    """Whether a report of two words stands between commas: ", the ministry said,"."""
    before, behind = subject.left_edge.i - 1, verb.i + 1
    commas = before > verb.sent.start and behind < verb.sent.end and subject.i + 1 == verb.i
    return commas and verb.doc[before].text == "," and verb.doc[behind].text == ","


def _named_at_end(verb: Token) -> Token | None:
    """Give the name of who said what a sentence tells, at its end: "..., Jo Bell, chairman, said."."""
    doc, start, before = verb.doc, verb.sent.start, verb.i - 1
    if doc[before].text != "," or not is_last(verb):
        return None
    before = before_phrase(verb.sent, before - 1)
    named = doc[before].text == "," and doc[before - 1].tag_ == "NNP" and before > start + 2
    return doc[before - 1] if named else None


def _antecedent(verb: Token, subject: Token | None) -> Token | None:
    """Give a subject, or the noun before a relative clause for "who" and "which" that speak in it."""
    if subject is None or subject.tag_ not in {"WP", "WDT"}:
        return subject
    clause = next((token for token in (verb, *verb.ancestors) if token.dep_.startswith("acl")), None)
    if clause is None:
        return subject
    if is_document(clause.head):
        return clause.head  # "released [data] on Monday that showed", "[polls] by Ridge College that show"
    before = clause.left_edge.nbor(-1)
    before = before.nbor(-1) if before.text == "," else before
    within = clause.head.is_ancestor(before) and not is_person(clause.head)
    # "The chief of the [Harbour Board], who said ...": no body is "who".
    within = within and not (subject.tag_ == "WP" and before.ent_type_ == "ORGANIZATION")
    named = within and before.tag_ == "NNP"
    return before if named and clause.tag_ in grammar.FINITE else clause.head


def _noun_in_front(verb: Token) -> Token | None:
    """Give the noun that a sentence opens with, for a parser that lost the subject in what stands beside it.

    "Orel Co., a maker of pumps with plants in four states, said ...": the first noun, before the comma.
    """
    if not verb.i or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    if grammar.is_proper(verb.nbor(-1)) and not grammar.children(verb, "nsubj:pass", "expl", "cc"):
        return verb.nbor(-1)  # "Despite a loss in Kenya, Orel Co. said ..."
    if verb.nbor(-1).text != ",":
        return None
    opening = [token for token in verb.doc[verb.sent.start : verb.i] if not token.is_space]
    if len(opening) > 2 and opening[0].tag_ == "RB" and opening[1].text == ",":
        opening = opening[2:]  # "Meanwhile, ..."
    for token in opening:
        if token.text == "," and token.i:
            return token.nbor(-1) if grammar.is_noun(token.nbor(-1)) else None
        if not (grammar.is_noun(token) or token.tag_ in {"DT", "JJ", "HYPH", "POS", "VBN", "VBG", "PRP$"}):
            return None
    return None


def is_nobody(source: Token) -> bool:
    """Whether a subject is no speaker to credit: "I" and "you" outside all reports, "40 percent", "which".

    Nor are those whom a poll asked: what they say is its result.
    """
    if source.lower_ in words("noun", "asked") or source.lemma_.lower() in words("noun", "asked"):
        return True
    if any(child.tag_ == "WP$" for child in grammar.children(source, "nmod:poss")):
        return True  # "Bell, whose plan to announce 40 names ..."
    if source.tag_ == "PRP":
        return source.lower_ in words("first_or_second", "pronouns")
    if is_document(source) or is_one_of(source):
        return False
    lemma = source.lemma_.lower()
    if lemma in words("noun", "mute") | words("results", "nouns") or (
        source.tag_ == "NN" and lemma in words("noun", "times")
    ):
        return True
    amounts, incidents = words("noun", "amounts"), frame_words("incident", "words")
    numbered = source.tag_ == "CD" or lemma in amounts or lemma in incidents
    definite = grammar.has_child(source, {"the", "these", "those", "both"}, "det")
    few = words("noun", "few") if is_person(source) and not is_asked(source) else {"one"}
    several = [child for child in grammar.children(source, "nummod") if child.lower_ not in few]
    numbered = numbered or (bool(several) and not definite)  # "the two sides said", "one official said"
    # "Limited, a chain of shops, said"; "Small, who was there, said"
    explained = source.text[:1].isupper() and grammar.children(source, "appos", "acl:relcl")
    those = source.tag_ == "DT" and source.lower_ not in _WHAT_WAS_TOLD
    known = grammar.is_noun(source) or those or explained or _is_capital_amid(source)
    return numbered or not known


def is_one_of(one: Token) -> bool:
    """Whether a word stands for one of certain people: "[one] of the officials said", "[one] of them"."""
    if one.lower_ != "one":
        return False
    group = grammar.complement(one, "of")
    if group is None:
        return False
    return group.lower_ == "them" or (grammar.is_plural(group) and is_person(group))


def is_named(noun: Token) -> bool:
    """Whether a noun is a name or a pronoun; a capital amid a sentence makes a name of any word."""
    return _is_capital_amid(noun) or grammar.is_proper(noun) or noun.tag_ == "PRP"


def _is_capital_amid(noun: Token) -> bool:
    """Whether a word has a capital amid its sentence, which makes a name of any."""
    return noun.text[:1].isupper() and noun.i > noun.sent.start + 1
