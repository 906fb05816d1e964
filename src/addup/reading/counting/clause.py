"""What an amount is of by the verb of its clause: its object, its subject, its own noun."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.amounts.index_levels import is_index
from addup.reading.counting.stakes import is_stake, of_noun_or_stake
from addup.reading.counting.subjects import Seen, Subject
from addup.reading.counting.unsaid import SHARE_OF_STOCK
from addup.reading.frames import changing_verbs, measuring_verbs, nominal, same_as, words
from addup.reading.nouns.actors import is_body, is_firm, is_name
from addup.reading.nouns.amounts import is_change, names_measure, through_container
from addup.reading.nouns.counted import as_counted, supplied
from addup.reading.nouns.people import is_person
from addup.reading.nouns.said_of import what_changes
from addup.reading.nouns.verbs import (
    is_priced,
    last_measure,
    measured_subject,
    thing_as_object,
    thing_as_subject,
)
from addup.reading.polls import speaks_of
from addup.records import Amount, Counted

_KEPT_IN_MIND = 500  # tokens over which a reader remembers what money is
_DEAREST_SHARE = 1000
# Tags of what these pronouns stand for.
_NUMBERS = {"it": frozenset({"NN", "NNP"}), "they": frozenset({"NNS", "NNPS"})}


def from_verb(seen: Seen, amount: Amount, anchor: Token, *, otherwise: str) -> Subject:
    """Give what the verb of the clause says the amount of: its object, its subject, its own noun."""
    guessed = anchor.lemma_.lower() in words(
        "measure", "estimating"
    )  # its words are the hedge: "estimated at"
    on_top = guessed or grammar.children(anchor, "cop", "nsubj")
    verb = anchor if on_top else grammar.clause_head(anchor)
    if verb is None:
        return _last_resort(seen, amount, anchor, otherwise)
    noun = _noun_of_verb(seen, verb, anchor)
    if amount.kind == "share" and noun is None and _lost(verb, anchor):
        noun = thing_as_subject(seen.nouns, anchor)
    if amount.kind == "share" and noun is not None and is_name(noun) and not is_index(noun):
        noun = None  # "Moore beat Reyes by 8 percentage points"
    if amount.kind == "money" and noun is None and _is_move_of_share(seen, amount, verb, anchor):
        return Subject(SHARE_OF_STOCK, anchor, anchor)
    traded = _what_is_traded(verb) if amount.kind == "money" and noun is None else None
    if traded is not None:
        return seen.of(traded, anchor, holder=anchor)
    if amount.kind == "money":
        called = _money_of_verb(seen, verb, anchor, noun)
        if called is not None:
            return Subject(called, anchor, anchor)
        noun = _of_money(seen, noun, anchor) if noun is not None else None
    if noun is not None:
        return replace(of_noun_or_stake(seen, noun, amount, anchor), holder=anchor)
    return _last_resort(seen, amount, anchor, otherwise)


def _lost(verb: Token, anchor: Token) -> bool:
    """Whether a share is what something lost, which thereby fell: "the index lost 0.8 percent"."""
    return verb.lemma_.lower() in words("change", "down_measured") and grammar.direct_object(verb) == anchor


def as_called_before(seen: Seen, name: str, anchor: Token) -> Counted:
    """Give the name that the article had before for what the verb's money is, else the verb's noun."""
    names = same_as(name)
    for token in reversed(seen.doc[max(0, anchor.i - _KEPT_IN_MIND) : anchor.i] if names else ()):
        if token.lower_ in names:
            return supplied(token.lower_)
    return supplied(name)


def _noun_of_verb(seen: Seen, verb: Token, anchor: Token) -> Token | None:
    """Give the object beside the amount, or what a verb of measure is said of."""
    lemma = _moving_name(verb)
    compared = grammar.subject(verb) if verb.tag_ == "JJR" else None
    if compared is not None and seen.nouns.is_thing(compared):
        return through_container(compared)  # "fuel was 7 percent cheaper"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and lemma in words("market", "values"):
        return through_container(verb.head)  # "parcels valued under $800"
    noun = thing_as_object(seen.nouns, verb, anchor)
    noun = through_container(noun) if noun is not None else None
    if noun is not None and (noun.i in seen.nouns.inside or _gets(noun, verb, anchor)):
        noun = None  # "a total of 24 pesos is set aside"
    if lemma in words("change", "transitive"):
        return noun or (thing_as_subject(seen.nouns, anchor) if grammar.is_passive(verb) else None)
    measured = noun is not None and (names_measure(noun) or is_stake(noun)) and lemma in changing_verbs()
    if noun is not None and (measured or _is_changed_by(verb, noun)):
        return noun  # "increased its stake to 40%", "increasing general reserves to $9 million"
    if verb == anchor or lemma in measuring_verbs() or _sizes_subject(verb, anchor):
        subject = measured_subject(seen.nouns, verb)
        whole = through_container(subject) if subject is not None and seen.nouns.is_thing(subject) else None
        if whole is not None and whole.i not in seen.nouns.inside:
            return whole
    return noun


def _gets(noun: Token, verb: Token, anchor: Token) -> bool:
    """Whether what stands right before money as one more object gets it: "netted the [town] $6 million"."""
    beside = noun.head == verb == anchor.head and anchor.dep_ == "obj" and anchor.left_edge.i == noun.i + 1
    changes = verb.lemma_.lower() in words("change", "transitive") | changing_verbs()
    return beside and anchor.tag_ == "$" and not changes


def _sizes_subject(verb: Token, anchor: Token) -> bool:
    """Whether a verb says how much its subject is, or takes: "was put at 40 tonnes", "took $3 million"."""
    lemma, preposition = verb.lemma_.lower(), grammar.preposition(anchor)
    if lemma in words("measure", "estimating"):
        return grammar.is_passive(verb) and preposition == "at"
    if lemma in words("measure", "using_up"):
        subject = grammar.subject(verb)
        done = subject is not None and not (is_body(subject) or is_person(subject) or is_name(subject))
        return done and grammar.direct_object(verb) == anchor
    return lemma == "go" and preposition in {"from", "to"}


def _is_changed_by(verb: Token, noun: Token) -> bool:
    """Whether somebody increases or decreases what stands right behind the verb as its object."""
    transitive = verb.lemma_.lower() in {"decrease", "expand", "improve", "increase"}
    return transitive and noun.left_edge.i == verb.i + 1 and grammar.is_noun(noun)


def _moving_name(verb: Token) -> str:
    """Give the lemma of a verb, with its particle where the two say that something moves ("go down")."""
    lemma = verb.lemma_.lower()
    for particle in grammar.children(verb, "compound:prt", "advmod"):
        if f"{lemma} {particle.lower_}" in measuring_verbs():
            return f"{lemma} {particle.lower_}"
    return lemma


def _money_of_verb(seen: Seen, verb: Token, anchor: Token, noun: Token | None) -> Counted | None:
    """Give what the verb calls money itself ("lost $3 million"), or the share of a firm that trades."""
    lemma = verb.lemma_.lower()
    if lemma in words("change", "transitive") and grammar.direct_object(verb) != anchor:
        return None
    if verb == anchor or lemma in measuring_verbs():
        subject = measured_subject(seen.nouns, verb)
        if subject is not None and subject.lower_ in {"it", "they", "them"}:
            spoken_of = seen.last(seen.all[len(seen.amounts)], kinds={"money"})
            if spoken_of is not None:
                return spoken_of.counted
        if lemma in words("market", "verbs") and _is_traded(subject, noun):
            goods = _priced_goods(seen, verb, subject)
            return as_counted(seen.nouns, goods) if goods is not None else SHARE_OF_STOCK
        if noun is not None:
            return None
    name = nominal(lemma)
    if name == "earnings" and (earner := grammar.subject(verb)) is not None and _is_somebody(earner):
        return supplied("money")  # firms make a profit by what they earn
    return as_called_before(seen, name, anchor) if name else None


def _what_is_traded(verb: Token) -> Token | None:
    """Give goods or papers whose price is what they lose or add: "[gold] lost $4"."""
    traded, lemma = grammar.subject(verb), verb.lemma_.lower()
    if traded is not None and lemma in words("market", "exchanging"):
        return traded if traded.lemma_.lower() in words("market", "currencies") else None
    if verb.tag_ == "VB" or lemma not in words("market", "verbs") | {"add"}:
        return None  # "rose 40 cents a share to close at"
    return traded if traded is not None and is_priced(traded) else None


def _is_move_of_share(seen: Seen, amount: Amount, verb: Token, anchor: Token) -> bool:
    """Whether money is by what, or to what, a named firm's price moved: "Orel [added] 87 cents to $14.20".

    Only prices are so small beside what they came to or that share of it; nobody adds cents to anything else.
    """
    subject, lemma = grammar.subject(verb), verb.lemma_.lower()
    if subject is None or not is_name(subject) or lemma not in words("market", "verbs") | {"add"}:
        return False
    if grammar.preposition(anchor) == "to":
        moved = seen.amounts and seen.amounts[-1].span.start > verb.idx
        return bool(moved) and seen.subjects[-1].counted == SHARE_OF_STOCK
    following = seen.all[len(seen.amounts) + 1 : len(seen.amounts) + 2]
    between = seen.text[amount.span.end : following[0].span.start] if following else ""
    again = between == " to " and following[0].kind == "money" and following[0].per is None
    again = again or (between in {", or ", " or "} and following[0].kind == "share")
    in_cents = amount.unit_text in words("market", "hundredths")
    small = amount.low is not None and amount.low < _DEAREST_SHARE
    return grammar.direct_object(verb) == anchor and amount.per is None and small and (again or in_cents)


def _priced_goods(seen: Seen, verb: Token, subject: Token | None) -> Token | None:
    """Give the goods that are traded and are no stock: "light, sweet [crude] settled at $60 a barrel"."""
    if subject is not None and subject.lower_ in words("market", "goods"):
        return subject
    if seen.all[len(seen.amounts)].per in {None, "share"}:
        return None
    if subject is not None and subject.is_sent_start and subject.i + 1 == verb.i:
        return subject  # "[Milk] fell to 23 pence per litre" has its capital from where it stands
    phrase = seen.doc[subject.left_edge.i : verb.i] if subject is not None else ()
    return next((noun for noun in phrase if noun.tag_ in {"NN", "NNS"} and noun.dep_ != "compound"), None)


def _is_somebody(noun: Token) -> bool:
    """Whether a pronoun or a common noun stands for a person."""
    return noun.lower_ in {"he", "she", "who", "i"} or (is_body(noun) and not is_firm(noun))


def _of_money(seen: Seen, noun: Token, anchor: Token) -> Token | None:
    """Give what money can be of: not who has it ("leaves the club $3 million short"), nor a change."""
    verb = grammar.clause_head(anchor)
    if is_body(noun) and (verb is None or verb.lemma_.lower() not in words("market", "values")):
        return None
    if is_change(noun) and grammar.preposition(anchor) in {"to", "from"}:
        return what_changes(seen.nouns, noun, anchor) or noun
    return noun


def _last_resort(seen: Seen, amount: Amount, anchor: Token, otherwise: str) -> Subject:
    """Give the last measured thing that the sentence names, else what the amount before was of."""
    noun = last_measure(seen.nouns, anchor)
    if noun is not None:
        return seen.of(noun, anchor, holder=anchor)
    earlier = seen.earlier_in_sentence(anchor, kind=amount.kind)
    if earlier is None and otherwise in {"total", "distance"}:  # "bonds priced at 101 to yield 9%"
        earlier = seen.earlier_in_sentence(anchor, kind="money")
    named = _named_subject(seen, anchor) if otherwise == "total" else None
    if named is not None and is_name(named) and earlier is not None and earlier.anchor.i < named.i:
        earlier = None  # "Orel shed 2 percent and Holm added 3 percent"
    if earlier is None and amount.per == "share":
        return Subject(SHARE_OF_STOCK, anchor, anchor)
    if earlier is None and otherwise == "total" and amount.unit in words("measure", "stuff"):
        earlier = seen.of_unit(amount)
    if named is not None and earlier is None:
        return seen.of(named, anchor, holder=anchor)
    if earlier is None and otherwise == "total" and _is_of_those(anchor):
        return Subject(supplied("person"), anchor, anchor)
    return Subject(earlier.counted if earlier else supplied(otherwise), anchor, anchor)


def _is_of_those(anchor: Token) -> bool:
    """Whether an amount is said of people named by what they do: "those who smoked were 20% likelier to"."""
    verb = grammar.predicate(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    return subject is not None and subject.lower_ == "those" and subject.nbor().lower_ == "who"


def _named_subject(seen: Seen, anchor: Token) -> Token | None:
    """Give the subject that the share is true of, a name only where it moves: "Orel rose 4 percent"."""
    verb = grammar.predicate(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None:
        return None
    moving = changing_verbs() | words("market", "verbs")
    moves = _moving_name(verb) in moving or _is_up_or_down(verb)
    if moves and subject.lower_ in _NUMBERS:
        subject = _stood_for(subject)
    if subject is None or subject.i in seen.nouns.inside or not grammar.is_noun(subject):
        return None
    if is_name(subject) and subject.ent_type_ != "ORGANIZATION" and speaks_of(anchor, "nouns"):
        return None  # "in the poll Bell rose from 40 percent to 42"
    return subject if moves or (seen.nouns.is_thing(subject) and not is_name(subject)) else None


def _is_up_or_down(predicate: Token) -> bool:
    """Whether something is said to be higher or lower than before: "the DAX was [up] 2 percent"."""
    ways = [predicate, *grammar.children(predicate, "advmod", "case", "xcomp")]
    told = any(word.lower_ in words("market", "ways") | {"back"} for word in ways)
    return told and (predicate.lemma_ == "be" or bool(grammar.children(predicate, "cop")))


def _stood_for(pronoun: Token) -> Token | None:
    """Give the subject that a pronoun goes back to: of a clause before, or of the sentence before."""
    sentence = pronoun.sent
    roots = [sentence.root]
    if sentence.start:
        roots.append(pronoun.doc[sentence.start - 1].sent.root)
    clauses = [*pronoun.head.ancestors, *roots]
    subjects = (child for verb in clauses for child in grammar.children(verb, "nsubj", "nsubj:pass"))
    above = (token for token in reversed(sentence.doc[sentence.start : pronoun.i]) if token.dep_ == "obj")
    fitting = (
        noun for noun in (*subjects, *above) if noun.i < pronoun.i and noun.tag_ in _NUMBERS[pronoun.lower_]
    )
    return next(fitting, None)


def _is_traded(subject: Token | None, noun: Token | None) -> bool:
    """Whether the clause is about a firm by name, so that its price is that of its share."""
    return subject is not None and is_name(subject) and (noun is None or not names_measure(noun))
