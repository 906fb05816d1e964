"""What a reporting verb covers: the clause or quotation before it, what hangs on it behind, or all around."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_document
from addup.reading.crediting.voices.conditions import (
    awaits_amount,
    claims_number,
    finds_change,
    foresees,
    gives_chance,
    gives_count,
    identifies,
    is_doer,
    is_revised,
    keeps_count,
    names_behind_of,
    puts_at,
    sees_amount,
)
from addup.reading.crediting.voices.spans import around, below
from addup.reading.crediting.voices.speakers import before_phrase, closes_speech, is_last, said_behind
from addup.reading.crediting.words import words
from addup.reading.nouns.people import is_person
from addup.reading.parsed import tokens_from

_OPENING = frozenset({'"', "``", "“", "'", "‘", "that", "who", "which"})
_CLAUSES = ("ccomp", "xcomp", "parataxis", "csubj", "dep")
_FRAMES = frozenset({"obl", "obl:unmarked", "advcl"})


def content_of(verb: Token, lemma: str, source: Token) -> frozenset[int]:
    """Give the tokens that a reporting verb covers.

    A verb that stands beside what is said ("..., he added"; "as the agency reports, ...") covers the sentence
    around it, any other the clause or quotation before it and all behind it that hangs on it, but for clauses
    that report or only go on with what its subject did.
    """
    closed = verb.i - 1 if source == said_behind(verb) else _closed_by(verb, source)
    if closed is not None:
        return frozenset(range(verb.sent.start, closed))
    before = [child for child in verb.lefts if _is_told(child, source)]
    if _is_put_between(verb, source):
        return around(source) - {verb.i}
    if _stands_beside(verb, lemma, source):
        beside = (child for child in verb.rights if _is_held_beside(child))
        return around(verb).union(*map(below, (*before, *beside)))
    listened = _told_listener(verb, lemma)
    behind = [*_told_behind(verb, lemma, source), *listened]
    clauses = [child for child in grammar.children(verb, *_CLAUSES) if child != source] or listened
    if not before and _writes_thing(verb, lemma):
        return frozenset()
    tells = bool(clauses or before) or _names_it(verb, lemma, source) or any(map(_has_that, behind))
    if not tells or _lacks_amount(verb, lemma, source):
        return frozenset()
    framing = _framing(verb, source, goes_before=not clauses or lemma in words("announce", "verbs"))
    content = frozenset().union(_noun_told_of(verb), *map(below, (*before, *framing, *behind)))
    return content if source in verb.ancestors else content - below(source)


def _stands_beside(verb: Token, lemma: str, source: Token) -> bool:
    """Whether a verb stands beside what is said: "..., he added"; "as the agency reports, ..."."""
    beside = verb.dep_ == "parataxis" and not _is_behind_semicolon(source)
    if not (beside or grammar.has_child(verb, {"as"}, "mark", "advmod") or _is_put_behind(verb, source)):
        return False
    taken = {"ccomp"} if lemma in words("say", "addressed") else {"ccomp", "obj"}
    return not any(child.dep_ in taken and not _is_parted(child) for child in verb.rights)


def _is_held_beside(clause: Token) -> bool:
    """Whether a clause holds something against what is told: "40 died, police said, while 20 were hurt"."""
    whiles = grammar.has_child(clause, {"while", "whereas"}, "mark")
    return clause.dep_ == "advcl" and whiles and bool(grammar.children(clause, *grammar.SUBJECTS))


def _is_put_between(verb: Token, source: Token) -> bool:
    """Whether a report of its own stands between commas amid what is said: "In May, the mayor said, 40 died".

    Before a quotation, or a clause with "that", stands only when somebody spoke: "Asked about it, he said".
    """
    first, behind = source.left_edge.i - 1, tokens_from(verb.doc, verb.i + 1, verb.i + 3)
    if not verb.sent.start < first < source.i < verb.i or verb.tag_ not in grammar.FINITE or len(behind) < 2:
        return False
    between = tokens_from(verb.doc, source.right_edge.i + 1, verb.i)
    if verb.doc[first].text != "," or behind[0].text != "," or not all(word.tag_ == "RB" for word in between):
        return False
    return behind[1].text not in _OPENING and not any(map(_has_that, grammar.children(verb, "ccomp")))


def _told_behind(verb: Token, lemma: str, source: Token) -> list[Token]:
    """Give what hangs on a verb behind it, and is told by it."""
    behind = [
        child
        for child in verb.rights
        if child != source and not (_goes_on(child) or _is_told_to(child) or _is_where_told(child))
    ]
    behind = [child for child in behind if not _is_time_after(child)]
    that = next((child for child in behind if grammar.has_child(child, {"that"}, "mark")), None)
    if that is not None and that.dep_ == "ccomp":  # "said after two hours of talks that 40 had died"
        behind = [child for child in behind if child.i > that.i or child.dep_ not in _FRAMES]
    if lemma not in words("say", "addressed"):
        return behind
    # Whom somebody told is no part of it, but for what a parser hangs on them.
    return [child for child in behind if child.dep_ not in {"obj", "iobj"} or _has_that(child)]


def _told_listener(verb: Token, lemma: str) -> list[Token]:
    """Give what somebody is told, where a parser hangs it on them: "told the court [he had paid 40]".

    It opens right behind them with a subject of its own, and the verb has no other clause.
    """
    if lemma not in words("say", "addressed") or grammar.children(verb, *_CLAUSES):
        return []
    listeners = (child for child in verb.rights if child.dep_ in {"obj", "iobj"})
    hanging = (clause for noun in listeners for clause in grammar.children(noun, "acl:relcl"))
    return [
        clause
        for clause in hanging
        if clause.left_edge.i == clause.head.i + 1
        and clause.left_edge.dep_ in {"nsubj", "nsubj:pass", "det", "nmod:poss", "compound", "expl", "nummod"}
        and clause.left_edge.tag_ not in {"WDT", "WP", "WRB", "IN"}
    ]


def _writes_thing(verb: Token, lemma: str) -> bool:
    """Whether somebody only makes a thing by writing: "wrote a $40 check", "tweeted a photo of 40 boats"."""
    thing = grammar.direct_object(verb)
    if lemma not in words("say", "writing") or thing is None or thing.i < verb.i or _is_parted(thing):
        return False
    said = grammar.has_child(thing, {"that"}, "mark") or thing.lemma_.lower() in words("noun", "words")
    opening = verb.doc[thing.left_edge.i]
    return not (said or opening.tag_ in {"``", "''"} or any(child.tag_ == "``" for child in thing.lefts))


def _noun_told_of(verb: Token) -> frozenset[int]:
    """Give the noun that a relative clause tells more of, by what somebody says of it.

    "The [40 men] that Orel said would go": the noun is the subject of what is said.
    """
    said = grammar.children(verb, "ccomp")
    if verb.dep_ != "acl:relcl" or not said:
        return frozenset()
    if grammar.children(said[0], *grammar.SUBJECTS) and not _follows_noun(verb):
        return frozenset()
    return frozenset(place for place in below(verb.head) if place < verb.left_edge.i)


def _follows_noun(verb: Token) -> bool:
    """Whether a clause follows its noun without a pronoun or a comma: "the $40 [experts say it will cost]".

    What is said of then has its place in what they say.
    """
    first = verb.left_edge
    opens = first.tag_ not in {"WDT", "WP", "WRB", "IN"} and first.text != "," and first.i > verb.head.i
    return opens and not grammar.children(grammar.children(verb, "ccomp")[0], "obj")


def _is_told_to(noun: Token) -> bool:
    """Whether somebody speaks to people: "wrote to his 20,000 followers"."""
    people = is_person(noun) or is_doer(noun)
    return people and noun.dep_ == "obl" and grammar.is_noun(noun) and grammar.preposition(noun) == "to"


def _names_it(verb: Token, lemma: str, source: Token) -> bool:
    """Whether a verb tells of a thing by naming it, without a clause: "announced a recall of 300 trucks"."""
    return (
        lemma in words("announce", "verbs")
        or is_document(source)
        or is_revised(verb, lemma)
        or gives_count(verb, lemma)
        or names_behind_of(verb, lemma)
        or awaits_amount(verb)
        or (lemma == "find" and finds_change(verb))
        or claims_number(verb, lemma)
        or foresees(verb, lemma, source)
        or sees_amount(verb, lemma, source)
        or gives_chance(verb, lemma)
        or keeps_count(verb, lemma)
        or identifies(verb, lemma)
        or (lemma == "point" and _points_to_amount(verb))
    )


def _points_to_amount(verb: Token) -> bool:
    """Whether somebody points to so many of something: "pointed to a rise of 40 percent", "to 40 deaths"."""
    noun = grammar.complement(verb, "to")
    amounts = () if noun is None else (noun, grammar.complement(noun, "of"))
    return any(amount is not None and any(map(grammar.is_number, amount.lefts)) for amount in amounts)


def _lacks_amount(verb: Token, lemma: str, source: Token) -> bool:
    """Whether a verb needs an amount behind "at" and has none; "the poll puts Bell on 4%" needs none."""
    return lemma in words("announce", "at") and not is_document(source) and not puts_at(verb)


def _framing(verb: Token, source: Token, *, goes_before: bool) -> list[Token]:
    """Give what stands before a verb and holds for what it tells: "In Kisumu, the mayor said 40 had died".

    Before a clause that is told only a name or what stands behind the speaker does, unless it `goes_before`.
    """
    framing = [child for child in verb.lefts if child.dep_ in {"obl", "obl:unmarked"}]
    if not goes_before:
        framing = [child for child in framing if child.ent_type_ or child.i > source.i]
    framing = [child for child in framing if not _tells_when(child)]
    return [child for child in framing if not (is_document(child) or _is_where_told(child))]


def _tells_when(noun: Token) -> bool:
    """Whether a noun tells when somebody spoke: "after two days, Bell said", "two days after the fire"."""
    when = words("say", "when")
    return grammar.preposition(noun) in when or grammar.complement(noun, *when) is not None


def _is_time_after(noun: Token) -> bool:
    """Whether a noun tells after how long somebody did so: "announced a strike after 12 days"."""
    is_time = noun.dep_ == "obl" and noun.lemma_.lower() in words("noun", "times")
    return is_time and grammar.preposition(noun) in words("say", "when")


def is_when_told(cue: Token, noun: Token) -> bool:
    """Whether a length of time tells when somebody spoke: "announced two [days] earlier that 40 would go".

    It hangs on the verb, on what says from when it counts, or on the clause or noun that it counts from.
    """
    counted = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if counted.lower_ not in words("say", "counted_from"):
        return False
    above = noun.head
    if above != cue and (above == counted or (above == counted.head and above.i > noun.i)):
        above = above.head
    return above == cue and noun.dep_ in _FRAMES | {"nmod:unmarked"}


def _is_where_told(noun: Token) -> bool:
    """Whether a noun tells in what or where somebody speaks: "in two letters, Bell said", "at a rally"."""
    lemma, where = noun.lemma_.lower(), grammar.preposition(noun)
    in_piece = where == "in" and lemma in words("say", "vehicles")
    return in_piece or (where in {"at", "during", "in"} and lemma in words("say", "occasions"))


def _is_parted(noun: Token) -> bool:
    """Whether a comma parts a noun from the verb that the parser has it for an object of."""
    first = noun.left_edge
    return noun.dep_ == "obj" and "," in {first.text, first.nbor(-1).text}


def _closed_by(verb: Token, source: Token) -> int | None:
    """Give the comma behind which a sentence ends in its source: "40 had died, the reports show."."""
    sentence = verb.sent
    if verb.tag_ == "VBG" or source.i > verb.i or not is_last(verb):
        return None
    last = verb.i - 1
    while verb.doc[last].tag_ == "RB" and last > source.i:  # "some experts now think"
        last -= 1
    before = before_phrase(sentence, source.i if verb.doc[last].text == "," else last)
    is_comma = verb.doc[before].text == "," and before < source.i
    return before if is_comma and before > sentence.start else None


def _is_put_behind(verb: Token, source: Token) -> bool:
    """Whether a report stands behind a comma like one more clause: "a bridge fell, police said"."""
    first = source.left_edge.i
    joined = verb.dep_ == "conj" and not grammar.children(verb, "cc")
    return joined and first > verb.sent.start and closes_speech(verb.doc[first - 1])


def _has_that(child: Token) -> bool:
    """Whether a "that" clause hangs below, as in "noted at the time that ..."."""
    return any(token.lower_ == "that" and token.dep_ == "mark" for token in child.subtree)


def _is_told(child: Token, source: Token) -> bool:
    """Whether what stands before a reporting verb is what it reports, and not who does, or is told of them.

    A parser may hang who speaks on that: "Orel, [rumored] a target for six months, said it had 40 plants".
    """
    if child in (source, source.head, source.head.head) or child.dep_ not in {*_CLAUSES, "nsubj"}:
        return False
    return child.dep_ != "nsubj" or grammar.is_clause(child) or bool(grammar.children(child, "cop"))


def _goes_on(clause: Token) -> bool:
    """Whether a joined clause is a report of its own, or goes on with what the subject did."""
    if clause.dep_ == "advcl" and clause.head.lemma_.lower() in words("stance", "expected"):
        # "Analysts expect a loss, while Orel bases its plans on growth of 5%"
        contrasts = grammar.has_child(clause, {"while", "whereas"}, "mark")
        return contrasts and bool(grammar.children(clause, *grammar.SUBJECTS))
    if clause.dep_ == "parataxis" and clause.lemma_.lower() in words("say", "verbs"):
        return any(map(_is_behind_semicolon, grammar.children(clause, "nsubj")))
    if clause.dep_ != "conj" or not (grammar.is_verb(clause) or grammar.children(clause, "cop")):
        return False
    if _is_past(clause) and grammar.has_child(clause, {"but"}, "cc"):
        return True  # "said it would take two months, but it was done in one"
    if clause.head.lemma_.lower() in words("stance", "expected"):
        return True  # "analysts had expected a loss, and the stock was down 25 cents"
    return clause.lemma_.lower() in words("say", "verbs") or not grammar.children(clause, *grammar.SUBJECTS)


def _is_past(clause: Token) -> bool:
    """Whether a clause is in the simple past; what was said before that has "had" or "would"."""
    return clause.tag_ == "VBD" or grammar.has_child(clause, {"was", "were"}, "aux", "aux:pass", "cop")


def _is_behind_semicolon(noun: Token) -> bool:
    """Whether a noun phrase opens what is set beside a clause as another sentence would be."""
    first = noun.left_edge
    return first.i > noun.sent.start and first.nbor(-1).text == ";"
