"""Who tells what: reports whose speaker, listeners or content the parser hangs elsewhere."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading.frames import words as frame_words
from addup.reading.grammar import FINITE, FINITE_OR_MODAL, NOUN_TAGS, SUBJECTS
from addup.reading.mending.hanging import put_on_top, top_of
from addup.reading.mending.labels import HELPING, NOMINAL
from addup.reading.mending.words import TELLING, TELLING_LIKE_PLURALS

# What a report at the end of a sentence may be taken for a noun by.
SHOWING = frozenset({"show", "shows"})
_BESIDE = frozenset({"advcl", "obl", "obl:unmarked"})
_FEWEST = 6  # tokens of a sentence with such a report


def find_teller(noun: Token) -> None:
    """Make whom a clause is about the teller of what is before: "It sank, a man [who saw it] said"."""
    if noun.tag_ not in NOUN_TAGS:
        return
    if tells_behind(noun):
        noun.head, noun.dep_ = noun.head.head, "nsubj"
        return
    told = noun.head
    report = next(
        (child for child in noun.rights if child.dep_ == "acl:relcl" and _tells_itself(child)), None
    )
    if report is None or told.dep_ != "ROOT" or told.i > noun.i or noun.left_edge.nbor(-1).text != ",":
        return
    put_on_top(report)
    told.head, told.dep_ = report, "ccomp"
    noun.head, noun.dep_ = report, "nsubj"


def tells_behind(subject: Token) -> bool:
    """Whether a subject of what was told stands behind it, and tells it: "2 died, [a man] told us".

    A clause that is told has its subject before its verb.
    """
    told = subject.head
    report = told.head
    if told.dep_ != "ccomp" or not told.i < subject.left_edge.i - 1 <= report.i or report == told:
        return False
    behind = report.i > subject.i and (report.lower_ in TELLING or reports(report))
    set_off = subject.left_edge.nbor(-1).text in {",", "”", '"'}
    return behind and set_off and not any(child.dep_ in SUBJECTS for child in report.children)


def _tells_itself(verb: Token) -> bool:
    """Whether a verb of report that a parser takes for a clause about its speaker lacks a subject."""
    told = reports(verb) or verb.lower_ in TELLING
    return told and not any(child.dep_ in SUBJECTS for child in verb.lefts)


def is_told_to(subject: Token) -> bool:
    """Whether a clause right behind those who are told has its own subject: "told parliament [it would end]".

    It is what they are told, since telling needs something to tell, and describes nobody.
    """
    clause = subject.head
    listener = clause.head
    if clause.dep_ != "acl:relcl" or listener.dep_ != "obj" or subject.left_edge.i != listener.i + 1:
        return False
    own = {child.dep_ for child in listener.head.children}
    return listener.head.lower_ in TELLING and "ccomp" not in own and subject.tag_ not in {"WP", "WDT"}


def mend_that(that: Token) -> None:
    """Make what was told of a clause that is hung below those who heard it ("told reporters [that ...]").

    "That" cannot be the object of a passive, nor of a verb that has one: it opens the clause.
    """
    told = that.head
    listener = told.head
    full = any(child.dep_ in {"nsubj:pass", "obj"} and child != that for child in told.children)
    if told.dep_ == "acl:relcl" and full and listener.dep_ == "obj" and listener.i < that.i:
        that.tag_, that.dep_ = "IN", "mark"
        told.head, told.dep_ = listener.head, "ccomp"


def tell_clause(that: Token) -> None:
    """Make what was told of a clause that says more of no noun: "told a rally in Orel [that jobs were lost]".

    A relative clause has no "that" which only opens it.
    """
    clause = that.head
    listener = top_of(clause.head, {"nmod"})
    teller = listener.head
    if clause.dep_ == "acl:relcl" and listener.dep_ in {"obj", "iobj"} and teller.lower_ in TELLING:
        clause.head, clause.dep_ = teller, "ccomp"


def put_report_on_top(sentence: Span) -> None:
    """Hang what was said below who says so at the end: "75 died, the paper [reported]"."""
    told = sentence.root
    for verb in [*told.rights, *_report_at_end(sentence)]:
        if verb.tag_ not in FINITE:
            continue
        speaker = _speaker_behind(verb) or _teller_before(verb)
        if speaker is None and not _is_told_behind(verb):
            continue
        if speaker is not None:
            speaker.head, speaker.dep_ = verb, "nsubj"
        put_on_top(verb)
        told.head, told.dep_ = verb, "ccomp"
        for child in list(told.rights):
            if child.dep_ == "punct" and child.i > verb.left_edge.i:
                child.head = verb
        _give_back(verb, told)
        return
    clause = next((child for child in told.lefts if child.dep_ == "ccomp"), None)
    if clause is not None and reports(told):
        _give_back(told, clause)


def _give_back(report: Token, told: Token) -> None:
    """Give what was told what stands before who told it: "it grew 1 percent, [after 2 percent], Orr said"."""
    speaker = next((child for child in report.lefts if child.dep_ in SUBJECTS), None)
    first = speaker.left_edge if speaker is not None else report
    if first.i == report.sent.start or first.nbor(-1).text != ",":
        return
    for child in list(report.lefts):
        if child.dep_ in _BESIDE and told.i < child.left_edge.i and child.right_edge.i < first.i:
            child.head = told


def insert_report(said: Token) -> None:
    """Make a report of one that a parser takes for a part of a noun: "It rose, [Orel said], with 40 lost".

    The noun is who says it, of what stands before, which the parser hangs on a clause behind.
    """
    teller = said.head
    above, first = teller.head, teller.left_edge
    if teller.i != said.i - 1 or teller.dep_ not in SUBJECTS or said.nbor().text != ",":
        return
    told = next((child for child in above.lefts if child.dep_ == "ccomp"), None)
    if told is None or first.i <= told.i or first.nbor(-1).text != ",":
        return
    if above.head == above:
        put_on_top(told)
    else:
        told.head, told.dep_ = above.head, above.dep_
    said.head, said.dep_, said.tag_ = told, "parataxis", "VBD"
    teller.head, teller.dep_ = said, "nsubj"
    above.head, above.dep_ = told, "advcl"
    for child in list(said.rights):
        if child.dep_ != "punct":
            child.head = above


def hang_on_thing(report: Token) -> None:
    """Hang a report on the thing right before it that is told of: "paid the $40 million [it says it lost]".

    The verb above tells nothing, and what is told lacks the object that the thing is.
    """
    above, first = report.head, report.left_edge
    if not reports(report) or reports(above) or above.lower_ in TELLING or first.i - 1 <= above.i:
        return
    told = next((child for child in report.rights if child.dep_ == "ccomp"), None)
    own = {child.dep_ for child in told.children} if told is not None else set()
    thing = first.nbor(-1)
    if "nsubj" not in own or "obj" in own or first.tag_ in {"IN", "WDT", "WP", "WRB", ","}:
        return
    thing = top_of(thing, {"compound", "nummod", "flat"})
    if above.i < thing.i < first.i and thing.tag_ in NOUN_TAGS | {"CD", "$"}:
        report.head, report.dep_ = thing, "acl:relcl"


def find_show(sentence: Span) -> None:
    """Make "show" at the end a verb, which the parser has for a noun: "..., figures seen by Orel [show]".

    What stands before it behind a comma is who shows, and a participle with "by" tells whose that is.
    """
    last = sentence[-1 - sentence[-1].is_punct] if len(sentence) > _FEWEST else sentence[-1]
    if last.lower_ not in SHOWING or last.tag_ not in {"NN", "NNS"}:
        return
    agent, made = last.nbor(-1), last.head
    shown = sentence.root
    if made.dep_ != "acl" or agent.tag_ not in NOUN_TAGS or shown.i > made.i or last.dep_ == "ROOT":
        return
    shower = made.head
    if shower == shown or shower.tag_ not in NOUN_TAGS or shower.left_edge.nbor(-1).text != ",":
        return
    agent.head, agent.dep_ = made, last.dep_
    for child in list(last.lefts):
        if child != agent:
            child.head = agent
    last.tag_ = "VBP"
    put_on_top(last)
    shown.head, shown.dep_ = last, "ccomp"
    shower.head, shower.dep_ = last, "nsubj"


def show_that(show: Token) -> None:
    """Make "show" with "that" and a clause the verb of what was made or given out before.

    "Figures released by the [bank] [show] that prices rose": the parser has it for what the participle takes,
    or for a noun with the name before it.
    """
    that = show.nbor()
    clause, made = that.head, show.head
    documents = made.head if made.dep_ == "acl" else next(iter(made.lefts), made)
    opens = documents.i < made.i and documents.tag_ in NOUN_TAGS and documents.i < show.i
    if that.dep_ != "mark" or clause.i < that.i or made.tag_ != "VBN" or not made.i < show.i or not opens:
        return
    if show.sent.root not in {made, documents} or not _has_own_subject(clause):
        return
    agent = show.nbor(-1)
    if show.dep_ in {"obl", "obl:agent"} and agent.head == show:
        agent.head, agent.dep_ = made, show.dep_
        for child in list(show.lefts):
            child.head = agent
    show.tag_ = "VBP"
    put_on_top(show)
    documents.head, documents.dep_ = show, "nsubj"
    made.head, made.dep_ = documents, "acl"
    clause.head, clause.dep_ = show, "ccomp"


def tell_like_plural(sentence: Span) -> None:
    """Make a verb of report of a plural that has nothing to be: "it will fall, the bank [forecasts]".

    Or that opens a clause with "that", and no other verb is there: "the union [claims] that 40 jobs will go".
    """
    last = next((token for token in reversed(sentence) if token.is_alpha), sentence.root)
    root = sentence.root
    if _is_like_teller(root) and root.i + 1 < sentence.end and root.nbor().lower_ == "that":
        told = next((child for child in root.rights if child.dep_ == "acl:relcl"), None)
        if told is not None and _has_own_subject(told):
            that = root.nbor()
            that.tag_, that.dep_, that.head = "IN", "mark", told
            told.dep_ = "ccomp"
            _make_teller(root)
    elif _is_like_teller(last) and last.dep_ in {"ROOT", "parataxis"} and _follows_told(last):
        if root != last:
            put_on_top(last)
            root.head, root.dep_ = last, "ccomp"
        _make_teller(last)


def _is_like_teller(noun: Token) -> bool:
    """Whether a plural may be the verb of the noun right before it, which a parser has inside its phrase."""
    if noun.lower_ not in TELLING_LIKE_PLURALS or noun.tag_ != "NNS" or noun.i == noun.sent.start:
        return False
    before = noun.nbor(-1)
    alone = all(child.dep_ in {"amod", "ccomp", "compound", "det", "punct"} for child in noun.lefts)
    return alone and before.dep_ == "compound" and before.head == noun and before.tag_ in {"NN", "NNP"}


def _has_own_subject(clause: Token) -> bool:
    """Whether a clause with "that" has another subject, and is told: "projects that [prices] will rise"."""
    subjects = [child for child in clause.lefts if child.dep_ in SUBJECTS]
    return any(child.lower_ != "that" for child in subjects)


def _follows_told(noun: Token) -> bool:
    """Whether a clause and a comma stand right before the phrase of a plural."""
    parts = [child.left_edge.i for child in noun.lefts if child.dep_ in {"amod", "compound", "det"}]
    comma = noun.doc[max(min(parts) - 1, noun.sent.start)]
    before = noun.doc[noun.sent.start : comma.i]
    return comma.text == "," and any(token.tag_ in FINITE or token.tag_ == "MD" for token in before)


def _make_teller(noun: Token) -> None:
    """Make a plural the verb of the noun before it."""
    speaker = noun.nbor(-1)
    for child in list(noun.lefts):
        if child.dep_ in {"amod", "compound", "det"} and child != speaker:
            child.head = speaker
    speaker.dep_ = "nsubj"
    noun.tag_ = "VBZ"


def _report_at_end(sentence: Span) -> list[Token]:
    """Give a report at the end that is parsed below another clause: "fell as it rained, data [showed]"."""
    end = sentence.doc[sentence.end - 1]
    if end.is_punct:
        if end.i == sentence.start:
            return []
        end = end.nbor(-1)
    around = (word for word in (end, *end.ancestors) if word.dep_ == "ccomp" and word.head.dep_ == "advcl")
    told = (verb for verb in around if verb.tag_ in FINITE and verb.right_edge == end)
    return sorted(filter(_is_told_behind, told))


def _is_told_behind(verb: Token) -> bool:
    """Whether a clause behind a comma has its own subject first and nothing that it tells."""
    own = {child.dep_ for child in verb.children}
    full = bool(own & SUBJECTS) and not own & {"mark", "obj", "ccomp", "cop", "cc"}
    # joined without "and", or added without a mark
    below = verb.dep_ == "ccomp" or (verb.dep_ in {"advcl", "conj"} and reports(verb))
    return below and full and _is_set_off(verb)


def _speaker_behind(verb: Token) -> Token | None:
    """Give whom a verb of report behind a comma has for its object, though they speak: "..., [said] Jo"."""
    own = [child for child in verb.children if child.dep_ != "punct"]
    if not own or verb.dep_ not in {"ccomp", "conj", "parataxis"} or own[0].dep_ != "obj":
        return None
    speaker = own[0]
    right_behind = speaker.left_edge.i == verb.i + 1 and reports(verb)
    if not right_behind or not _is_set_off(verb) or speaker.tag_ not in NOUN_TAGS:
        return None
    return speaker


def _teller_before(verb: Token) -> Token | None:
    """Give whom commas set off before "told", which the parser has in what was told: "[Jo], 40, told us"."""
    if verb.lower_ != "told" or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return None
    before = [child for child in verb.head.rights if child.i < verb.i and child.dep_ in NOMINAL]
    teller = before[-1] if before and verb.nbor(-1).text == "," else None
    if teller is None or teller.tag_ not in NOUN_TAGS or teller.right_edge.i + 2 < verb.i:
        return None
    return teller if teller.left_edge.nbor(-1).text == "," else None


def swap_speaker(sentence: Span) -> None:
    """Give a report behind a comma its speaker, and what was told its verb: "Two had burns, said [Jo]".

    The parser has the first noun for the speaker, whose verb it then takes for a part of another noun.
    """
    report = sentence.root
    if report.lower_ not in {"said", "says"} or report.i <= sentence.start or report.nbor(-1).text != ",":
        return
    speaker = next((child for child in report.rights if child.dep_ == "obj"), None)
    first = next((child for child in report.lefts if child.dep_ in SUBJECTS), None)
    if speaker is None or first is None or speaker.left_edge.i != report.i + 1:
        return
    verb = first.nbor()
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ != "amod" or verb.head.head != first:
        return
    done_to = verb.head
    first.head, first.dep_ = verb, "nsubj"
    done_to.head, done_to.dep_ = verb, "obj"
    verb.head, verb.dep_, verb.tag_ = report, "ccomp", "VBD"
    speaker.dep_ = "nsubj"


def reports(verb: Token) -> bool:
    """Whether a finite verb is one of report, by its form: it has no lemma yet."""
    if verb.lower_ in {"said", "wrote"}:  # behind "told" stands who heard it
        return True
    stems = {verb.lower_.removesuffix(ending) for ending in ("s", "es", "d", "ed")}
    return not stems.isdisjoint(frame_words("report", "verbs"))


def is_finite(verb: Token) -> bool:
    """Whether a predicate has a finite verb in it."""
    helping = (child.tag_ for child in verb.lefts if child.dep_ in HELPING)
    return not {verb.tag_, *helping}.isdisjoint(FINITE_OR_MODAL)


def _is_set_off(verb: Token) -> bool:
    """Whether a comma or a quotation mark stands before a clause."""
    first = next((child.left_edge for child in verb.lefts if child.dep_ != "punct"), verb)
    return first.i > verb.sent.start and first.nbor(-1).text in {",", "”", '"'}
