"""Where tags and parse contradict each other, or the parse contradicts grammar: which of them to believe.

The tagger and the parser decide word by word and know little of each other. What is mended here cannot be
right as it stands, whatever the sentence says.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import DEP, LOWER, ORTH, TAG
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.text import strings_now, strings_of
from addup.reading.toll_words import words as toll_words

_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})
_NOUN_PARTS = frozenset({"nummod", "det", "amod", "nmod:poss"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
# Tags and relations that a word may have wrongly, as the rest of the parse shows.
_DOUBTED_TAGS = frozenset({"JJ", "NN", "NNP", "NNPS", "RB", "VBZ"})
_DOUBTED_RELATIONS = frozenset({"acl", "amod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What opens a clause, and may look like a preposition of its subject, which can have none.
_SUBORDINATORS = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "until", "while"}
)
_INSIDE = frozenset({"at", "in", "near", "on"})
_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "xcomp", "advcl"})
# What parts of a name that a noun carries are tagged as, and what they carry of a phrase.
_IN_NAMES = frozenset({"NNP", "NNPS", "HYPH", "POS", "CC", ":"})
_OPENING = frozenset({"case", "det", "amod", "nmod:poss"})
_NAMING = _NOMINAL | {"compound"}
_MONTHS = frozenset(
    {"jan.", "feb.", "march", "april", "may", "june", "july", "aug.", "sept.", "oct.", "nov.", "dec."}
    | {"january", "february", "august", "september", "october", "november", "december"}
)
_LONGEST_NAME = 12
_NEAR_MODAL = 5  # tokens from a modal to its verb, with adverbs between
# What taggers take a bare verb for, and what an object begins with.
_LIKE_VERBS = frozenset({"JJ", "NN", "NNP", "RB"})
_VERBS_LIKE_ADVERBS = frozenset({"back", "better", "further", "forward"})
_OPENS_OBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "CD", "$", "JJ"})
_WRITTEN_SIGNS = frozenset({"dlrs", "pct"})
# What a business earns or spends by what it does, in accounts (US GAAP).
_OF_BUSINESS = frozenset(
    {"cash", "cost", "earning", "expense", "income", "loss", "margin", "profit", "result", "revenue"}
)
_PERIODS = frozenset(
    {"half", "month", "months", "period", "quarter", "quarters", "week", "weeks", "year", "years"}
)


def mend(doc: Doc) -> None:
    """Mend tags and parse in place.

    Most words cannot need any of it by their tag or relation, which lists tell faster than tokens do. No step
    gives a word behind the tag or relation for which the same step would look at it.
    """
    words, tags, relations = strings_of(doc, LOWER), strings_now(doc, TAG), strings_now(doc, DEP)
    for place, (tag, relation) in enumerate(zip(tags, relations, strict=True)):
        if tag in _DOUBTED_TAGS or relation in _DOUBTED_RELATIONS or words[place] in _WRITTEN_SIGNS:
            _mend_tag(doc[place])
    for place, tag in enumerate(tags[:-1]):
        if tag == "MD" or words[place] == "operating":
            _mend_verb(doc[place])
    for place, relation in enumerate(strings_now(doc, DEP)):
        if relation in _SUBJECTS or relation == "nmod" or (relation == "obj" and words[place] == "that"):
            _mend_relation(doc[place])
    for place, relation in enumerate(strings_now(doc, DEP)):
        if relation in _NAMING:
            _mend_name(doc[place])
    for place in range(1, len(doc)):
        if words[place] in {"ended", "ending"} and words[place - 1] in _PERIODS:
            _put_below_period(doc[place])
    tags = strings_now(doc, TAG)
    for sentence in doc.sents:
        _find_verb(doc, tags, sentence)
        _tell_verb(sentence)
        _put_report_on_top(sentence)


def _mend_tag(token: Token) -> None:
    """Mend the tag of a word that cannot be what it is tagged as, where it stands in the parse."""
    tag, relation = token.tag_, token.dep_
    if tag == "VBZ" and _is_noun_in_parse(token):
        _make_noun(token)
    elif token.lower_ in _WRITTEN_SIGNS and token.i + 1 < len(token.doc) and token.nbor().tag_ == "CD":
        _make_sign(token)
    elif relation == "acl" and _stands_as_noun(token):
        token.tag_, token.dep_ = "NNS", "nmod"
    elif relation == "amod" and _is_verb_before_number(token):
        _make_joined_verb(token)
    elif tag in {"JJ", "RB"}:
        _make_verb(token)
    elif tag in _NAME_TAGS and token.is_sent_start and _names_people(token):
        token.tag_ = "NNS"
    elif tag == "NN" and _is_joined_participle(token):
        _make_participle(token)


def _mend_verb(token: Token) -> None:
    """Give a modal the verb that it needs, and take "operating" for no verb before "profit"."""
    if token.tag_ == "MD":
        _give_verb(token)
    elif token.lower_ == "operating" and _is_of_business(token):
        _put_before_noun(token)


def _mend_subject(subject: Token) -> None:
    """Mend a subject that its clause cannot have beside another, or with a preposition."""
    joint = _and_before(subject)
    if joint is not None:
        _join(subject, joint)
    elif grammar.preposition(subject) in _SUBORDINATORS:
        _open_clause(subject)
    else:
        _leave_one_subject(subject)


def _mend_relation(token: Token) -> None:
    """Mend a subject, a noun that stands behind the name it carries, and a "that" in an object's place."""
    relation = token.dep_
    if relation in _SUBJECTS:
        _mend_subject(token)
    elif relation == "nmod" and _is_named_before(token):
        _put_noun_over_name(token)
    elif relation == "obj" and token.lower_ == "that":
        _make_clause(token)


def _mend_name(token: Token) -> None:
    """Mend a name that hangs like a phrase on its noun, and a noun that hangs on a date."""
    relation = token.dep_
    if relation in _NAMING and token.head.i > token.i and _is_only_named(token):
        _put_into_name(token)
    elif relation == "compound" and token.tag_ == "NN" and token.head.lower_ in _MONTHS:
        _put_date_below(token)


def _is_noun_in_parse(token: Token) -> bool:
    """Whether the parse has a plural noun where the tagger has a verb ("took two [suspects] into")."""
    return token.dep_ in _NOMINAL and any(child.dep_ in _NOUN_PARTS for child in token.lefts)


def _make_noun(token: Token) -> None:
    """Tag a noun as one, and give what only a verb can have to the verb above it ("into custody")."""
    token.tag_ = "NNS"
    for child in list(token.rights):
        if child.dep_ == "obl":
            child.head = token.head


def _make_verb(token: Token) -> None:
    """Tag as a verb what has an auxiliary or an object in the parse ("44 percent would [back] him")."""
    helping = {child.dep_: child.tag_ for child in token.lefts if child.dep_ in {"aux", "aux:pass"}}
    if "aux:pass" in helping:
        token.tag_ = "VBN"
    elif helping.get("aux") in {"MD", "TO"}:
        token.tag_ = "VB"
    elif token.lower_.endswith("ed") and _acts(token):
        token.tag_ = "VBD"


def _acts(token: Token) -> bool:
    """Whether a word has an object, or a subject without a form of "be" ("net [advanced] to $2 million")."""
    if any(child.dep_ == "obj" for child in token.rights):
        return True
    own = {child.dep_ for child in token.children}
    is_main = token.tag_ == "JJ" and token.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    return is_main and "nsubj" in own and not own & {"cop", "aux", "aux:pass"}


def _and_before(noun: Token) -> Token | None:
    """Give the "and" right before a noun phrase, which the parser may hang on the noun or on its verb."""
    if noun.left_edge.dep_ == "cc":
        return noun.left_edge
    before = noun.doc[max(noun.left_edge.i - 1, 0)]
    return before if before.dep_ == "cc" and before.head == noun.head else None


def _stands_as_noun(token: Token) -> bool:
    """Whether a participle behind "of" stands for those whom it happened to: "the number of [wounded]"."""
    states = token.tag_ in {"JJ", "VBN"} and token.lower_ in frame_words("people", "adjectives")
    return states and any(child.dep_ == "case" and child.lower_ == "of" for child in token.lefts)


def _names_people(first: Token) -> bool:
    """Whether the capital at the start of a sentence hides a common noun: "[Members] voted for it"."""
    singular = first.lower_.removesuffix("s")
    return singular != first.lower_ and singular in toll_words("people", "nouns")


def _is_joined_participle(token: Token) -> bool:
    """Whether a noun in "-ing" is joined to a participle: "killing 22 people and [wounding] 53"."""
    return token.lower_.endswith("ing") and token.dep_ == "conj" and token.head.tag_ == "VBG"


def _make_participle(token: Token) -> None:
    token.tag_ = "VBG"
    for child in token.rights:
        if child.dep_ in {"nummod", "nmod"} and child.tag_ in {"CD", "NN", "NNS"}:
            child.dep_ = "obj"


def _is_verb_before_number(token: Token) -> bool:
    """Whether "and" joins a verb whose object is a bare number: "killed 12 people, and [infected] 36".

    A number that is joined to a noun without naming what it counts takes no participle before it.
    """
    number = token.head
    return (
        token.tag_ in {"VBN", "VBD", "JJ"}
        and token.lower_.endswith("ed")
        and number.tag_ == "CD"
        and number.dep_ == "conj"
        and number.i == token.i + 1
        and token.i > 0
        and token.nbor(-1).dep_ == "cc"
        and grammar.clause_head(number.head) is not None
    )


def _make_joined_verb(token: Token) -> None:
    number, joint = token.head, token.nbor(-1)
    above = grammar.clause_head(number.head)
    assert above is not None
    token.head, token.dep_, token.tag_ = above, "conj", "VBD"
    number.head, number.dep_ = token, "obj"
    joint.head = token


def _join(second: Token, joint: Token) -> None:
    """Join a subject behind "and" to the subject before it: a clause has one subject.

    So are those between them, which the parser takes to explain the first ("a doctor, [a nurse] and ...").
    """
    before = [child for child in second.head.lefts if child.dep_ in _SUBJECTS and child.i < second.i]
    if not before:
        return
    first = before[-1]
    for between in first.rights:
        if between.dep_ == "appos":
            between.dep_ = "conj"
    joint.head = second
    second.head = first
    second.dep_ = "conj"


def _tell_verb(sentence: Span) -> None:
    """Make the finite verb the root where the parser has a phrase: "In Tarnova 41 people died"."""
    place = sentence.root
    if place.tag_.startswith("VB") or not any(child.dep_ == "case" for child in place.lefts):
        return
    verb = next(
        (
            token
            for token in place.subtree
            if token.tag_ in _FINITE
            and token.dep_ == "acl"
            and not any(child.dep_ in {"mark", "nsubj", "nsubj:pass"} for child in token.children)
        ),
        None,
    )
    if verb is None:
        return
    subject = verb.head
    verb.head, verb.dep_ = verb, "ROOT"
    if subject != place:
        subject.head, subject.dep_ = verb, "nsubj"
    place.head, place.dep_ = verb, "obl"
    for child in list(place.children):
        if child.dep_ == "punct" and child.i > verb.i:
            child.head = verb


def _put_report_on_top(sentence: Span) -> None:
    """Hang what was said below who says so at the end: "75 died, the paper [reported]"."""
    told = sentence.root
    for verb in told.rights:
        speaker = _speaker_behind(verb) if verb.tag_ in _FINITE else None
        if verb.tag_ not in _FINITE or not (_is_told_behind(verb) or speaker is not None):
            continue
        if speaker is not None:
            speaker.dep_ = "nsubj"
        verb.head, verb.dep_ = verb, "ROOT"
        told.head, told.dep_ = verb, "ccomp"
        for child in list(told.rights):
            if child.dep_ == "punct" and child.i > verb.left_edge.i:
                child.head = verb
        return


def _is_told_behind(verb: Token) -> bool:
    """Whether a clause behind a comma has its own subject first and nothing that it tells."""
    own = {child.dep_ for child in verb.children}
    full = bool(own & _SUBJECTS) and not own & {"mark", "obj", "ccomp", "cop", "cc"}
    return verb.dep_ == "ccomp" and full and _is_set_off(verb)


def _speaker_behind(verb: Token) -> Token | None:
    """Give whom a verb of report behind a comma has for its object, though they speak: "..., [said] Jo"."""
    own = [child for child in verb.children if child.dep_ != "punct"]
    if not own or verb.dep_ not in {"ccomp", "conj", "parataxis"} or own[0].dep_ != "obj":
        return None
    speaker = own[0]
    right_behind = speaker.left_edge.i == verb.i + 1 and _reports(verb)
    if not right_behind or not _is_set_off(verb) or speaker.tag_ not in _NAME_TAGS | {"NN", "NNS"}:
        return None
    return speaker


def _reports(verb: Token) -> bool:
    """Whether a finite verb is one of report, by its form: it has no lemma yet."""
    if verb.lower_ in {"said", "told", "wrote"}:
        return True
    stems = {verb.lower_.removesuffix(ending) for ending in ("s", "es", "d", "ed")}
    return not stems.isdisjoint(frame_words("report", "verbs"))


def _is_set_off(verb: Token) -> bool:
    """Whether a comma or a quotation mark stands before a clause."""
    first = next((child.left_edge for child in verb.lefts if child.dep_ != "punct"), verb)
    return first.i > verb.sent.start and first.nbor(-1).text in {",", "”", '"'}


def _make_sign(unit: Token) -> None:
    """Make a currency before its number a noun ("fell to [dlrs] 14 billion"); taggers know it behind only."""
    if not unit.tag_.startswith("VB"):
        return
    unit.tag_ = "NNS"
    if unit.dep_ in _CLAUSES | {"acl"}:
        unit.dep_ = "obl"
    for child in unit.lefts:
        if child.dep_ == "mark":
            child.tag_, child.dep_ = "IN", "case"


def _give_verb(modal: Token) -> None:
    """Make the word behind a modal its verb: "46 percent would choose Selm and 44 percent would [back] Orr".

    A modal has a bare verb behind it, whatever else the word may be.
    """
    behind = [token for token in modal.doc[modal.i + 1 : modal.i + _NEAR_MODAL] if not _is_adverb(token)]
    verb = next(iter(behind), None)
    if verb is None or verb.tag_ not in _LIKE_VERBS or verb.i + 1 >= modal.sent.end:
        return
    noun = modal.head
    if any(token.tag_ == "VB" for token in behind) or verb.head != noun or noun.i < verb.i:
        return
    if verb.nbor().tag_ not in _OPENS_OBJECT and verb.nbor() != noun:
        return
    verb.tag_ = "VB"
    above = noun.head
    verb.head, verb.dep_ = (verb, "ROOT") if above == noun else (above, noun.dep_)
    if above != noun and verb.dep_ in _NOMINAL:
        verb.dep_ = "conj"
    for child in list(noun.lefts):
        if child.i < verb.i:
            child.head = verb
    noun.head, noun.dep_ = verb, "obj"
    subject = modal.nbor(-1) if modal.i > modal.sent.start else modal
    if subject.dep_ == "conj" and subject.head.head == verb and subject.tag_ in {"NN", "NNS", "NNP", "PRP"}:
        if above != noun:
            subject.head.head, subject.head.dep_ = above, "obj"
        subject.head, subject.dep_ = verb, "nsubj"


def _is_adverb(token: Token) -> bool:
    return token.tag_ == "RB" and token.lower_ not in _VERBS_LIKE_ADVERBS


def _is_of_business(word: Token) -> bool:
    """Whether "operating" stands before what a business earns or spends: "had [operating] profit of"."""
    return word.nbor().tag_ in {"NN", "NNS"} and word.nbor().lower_.removesuffix("s") in _OF_BUSINESS


def _put_before_noun(word: Token) -> None:
    """Make a word that the parser takes for the verb part of the noun behind it."""
    noun = word.nbor()
    if noun.head != word:
        return
    have = next((child for child in word.lefts if child.dep_ == "aux"), None)
    above = word.head
    if have is not None:
        have.head, have.dep_ = (have, "ROOT") if above == word else (above, word.dep_)
        noun.head, noun.dep_ = have, "obj"
    elif above != word and above.tag_.startswith("VB"):
        noun.head, noun.dep_ = above, "obj"
    else:
        return
    for child in list(word.children):
        if child not in {noun, have}:
            child.head = have or above
    word.head, word.dep_, word.tag_ = noun, "amod", "NN"


def _find_verb(doc: Doc, tags: Sequence[str], sentence: Span) -> None:
    """Make a verb of the noun before an amount where a clause has none: "Selm [imports] about half"."""
    first = sentence.start
    words = strings_of(doc, ORTH)
    for place in range(sentence.start, sentence.end):
        if words[place] in {";", ".", "?", "!"}:
            if not any(tag in _FINITE or tag == "MD" for tag in tags[first:place]):
                _find_verb_between(doc[first:place])
            first = place + 1


def _find_verb_between(clause: Span) -> None:
    for token in clause[1:-1]:
        if token.tag_ in {"NN", "NNS"} and _is_before_object(token):
            subject = next(
                (
                    child
                    for child in (*token.lefts, token.head)
                    if child.i < token.i and child.tag_ in {"NNP", "NNPS", "NN", "NNS"}
                ),
                None,
            )
            if subject is not None:
                _make_finite(token, subject)
            return


def _is_before_object(noun: Token) -> bool:
    """Whether a noun right behind another or an adverb has an amount behind it, which no noun has so."""
    before = noun.nbor(-1)
    plural = {"NNS": {"NNP", "NN"}, "NN": {"NNS", "NNPS", "RB"}}[noun.tag_]
    if before.tag_ not in plural or noun.dep_ not in {"ROOT", "dep", "nmod", "parataxis", "conj"}:
        return False
    behind = noun.nbor()
    hedged = behind.lower_ in {"about", "over", "some"} and noun.nbor(2).tag_ in {"CD", "$"}
    return hedged or behind.tag_ == "$"


def _make_finite(verb: Token, subject: Token) -> None:
    """Make a noun the finite verb of its clause, with its subject, and what is behind it its object."""
    verb.tag_ = "VBZ" if verb.tag_ == "NNS" else "VBP"
    if subject == verb.head:
        above = subject.head
        verb.head, verb.dep_ = (verb, "ROOT") if above == subject else (above, subject.dep_)
        for child in list(subject.children):
            if child.i > verb.i:
                child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"
    behind = [child for child in verb.rights if child.dep_ in {"nmod", "nmod:unmarked", "obl"}]
    if behind and grammar.preposition(behind[0]) in {None, "about", "over", "some"}:
        behind[0].dep_ = "obj"


def _leave_one_subject(second: Token) -> None:
    """Hang a place that seems a first subject on that before it: "in Orel, [Selm province], a man was"."""
    before = [child for child in second.head.lefts if child.dep_ == second.dep_ and child.i < second.i]
    for first in before:
        within = next((child for child in first.lefts if grammar.preposition(child) in _INSIDE), None)
        if within is not None:
            within.head, within.dep_ = first.head, "obl"
            first.head, first.dep_ = within, "appos"


def _is_named_before(noun: Token) -> bool:
    """Whether a common noun without a preposition stands right behind a name that has its article."""
    name = noun.head
    behind_name = noun.tag_ in {"NN", "NNS"} and name.tag_ in _NAME_TAGS and name.i < noun.i
    if not behind_name or any(child.dep_ in {"case", "det", "punct"} for child in noun.lefts):
        return False
    before = noun.nbor(-1)
    closed = before.text == ")" or before.tag_ in _NAME_TAGS
    return closed and any(child.tag_ == "DT" for child in name.lefts)


def _put_noun_over_name(noun: Token) -> None:
    """Make a name part of the noun behind it: "a senior Movement of the Faith (MF) [leader]"."""
    name = noun.head
    above, label = name.head, name.dep_
    noun.head, noun.dep_ = (noun, "ROOT") if above == name else (above, label)
    for child in list(name.children):
        if (child.i < name.i and child.dep_ in _OPENING) or child.i > noun.i:
            child.head = noun
    name.head, name.dep_ = noun, "compound"


def _open_clause(subject: Token) -> None:
    """Make a clause of one whose subject seems to have a preposition: "plans none, [as] 300 have signed"."""
    verb = subject.head
    mark = next(child for child in subject.lefts if child.dep_ == "case")
    mark.head, mark.dep_ = verb, "mark"
    if verb.dep_ in {"ccomp", "xcomp"}:
        verb.dep_ = "advcl"


def _make_clause(that: Token) -> None:
    """Make what was told of a clause that is hung below those who heard it ("told reporters [that ...]").

    "That" cannot be the object of a passive, nor of a verb that has one: it opens the clause.
    """
    told = that.head
    listener = told.head
    full = any(child.dep_ in {"nsubj:pass", "obj"} and child != that for child in told.children)
    if told.dep_ == "acl:relcl" and full and listener.dep_ == "obj" and listener.i < that.i:
        that.tag_, that.dep_ = "IN", "mark"
        told.head, told.dep_ = listener.head, "ccomp"


def _is_only_named(first: Token) -> bool:
    """Whether a name hangs like a phrase on the common noun behind it, with nothing but names in between.

    Long names with slashes part so: "in [an online University] of Kent/Kent Tribune poll".
    """
    noun = first.head
    if first.tag_ not in {"NNP", "NNPS"} or noun.tag_ not in {"NN", "NNS"}:
        return False
    if noun.i - first.i > _LONGEST_NAME or not any(child.dep_ in _OPENING for child in first.lefts):
        return False
    between = first.doc[first.i + 1 : noun.i]
    return all(token.tag_ in _IN_NAMES or token.text in {"/", "of"} for token in between)


def _put_into_name(first: Token) -> None:
    """Make a name part of the noun that it names, which takes the words before the name."""
    noun = first.head
    for child in list(first.lefts):
        if child.dep_ in _OPENING:
            child.head = noun
    first.dep_ = "compound"


def _put_date_below(noun: Token) -> None:
    """Make a date part of the noun before it, not the noun part of the date: "in a poll Jan. 17-23"."""
    month = noun.head
    own = [child for child in month.lefts if child != noun and child.i < noun.i]
    noun.head, noun.dep_ = (noun, "ROOT") if month.head == month else (month.head, month.dep_)
    for child in own:
        child.head = noun
    month.head, month.dep_ = noun, "nmod:unmarked"


def _put_below_period(verb: Token) -> None:
    """Make "ended" and its date part of the period before it ("the quarter [ended June 30]").

    It cannot be what the sentence tells: the clause that the parser hangs below it takes its place.
    """
    period = verb.nbor(-1)
    if verb.head == period:
        return
    date = _date_behind(verb)
    for word in date:
        word.head, word.dep_ = verb, "obl:unmarked"
    told = next(
        (child for child in verb.rights if child.dep_ in _CLAUSES and child.tag_.startswith("VB")), None
    )
    if told is not None:
        above = verb.head if verb.head != verb else told
        told.head, told.dep_ = above, verb.dep_
    elif verb.head == verb or period.is_ancestor(verb):
        return
    else:
        told = verb.head
    for child in list(verb.children):
        if child not in date and child != told:
            child.head = told
    verb.head, verb.dep_ = period, "acl"


def _date_behind(verb: Token) -> list[Token]:
    """Give the words of the date right behind a verb."""
    words = []
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.tag_ not in {"NNP", "CD"} or token.sent_start == 1:
            break
        words.append(token)
    return words
