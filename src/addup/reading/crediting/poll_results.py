"""Which poll a share is a result of, and who took it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from spacy.attrs import LEMMA, TAG
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.crediting.documents import agent_of, guess_above, is_poll, owner_of
from addup.reading.crediting.voices import Voice, between
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.polls import (
    asked_in_sentence,
    is_asked,
    is_held_against,
    is_moved,
    is_of_fact,
    opening_group,
    speaks_of,
)
from addup.reading.text import kept, paragraph_start, spots

_SINGULAR = frozenset({"NN", "NNP"})
_SHARES = frozenset({"%", "percent", "point"})
_OPENING = 3  # sentences in which an article says what poll it is about


def polled(share: Token, voices: Sequence[Voice]) -> Voice | None:
    """Give the poll that a share is a result of; None where the article is about none.

    That is a poll that the sentence names, else the last that something was reported of before and not in
    passing, else one that the article opens with. The results of a poll that the article opens with go on to
    its end, those of any other to where the text turns to something else; how it was made the outlet says
    itself, and how prices moved no poll tells.
    """
    sentence = share.sent
    if is_no_result(share):
        return None
    named = [noun for noun in sentence if _is_one_poll(noun) and _is_named(noun) and _is_told(noun)]
    top = share.head if share.dep_ == "nummod" else share
    if not named and (is_moved(top) or is_of_fact(top)):
        return None
    if named:
        polls = [poll for poll in named if not is_held_against(poll)]
    else:
        told = _polls_told(sentence.doc)
        polls = [sentence.doc[place] for place in told[: bisect_left(told, sentence.end)]]
    polls = [poll for poll in polls if guess_above(poll) is None and not foretells(poll, share)]
    told_before = between(_of_polls(sentence.doc, voices), 0, sentence.start)
    reported = [voice for voice in told_before if not foretells(voice.source, share)]
    openings = (token for token in (*polls[:1], *(voice.source for voice in reported[:1])))
    opens = any(map(_opens_article, openings))
    if reported and not named:
        going_on = _going_on([voice for voice in reported if not _is_in_passing(voice, share)], share)
        if not going_on and any(map(_opens_article, polls[:1])):
            return _results_of(polls[0])
        going_on = going_on or reported
        goes_on = opens or _goes_on_to(share, going_on[-1])
        return _as_last_called(going_on, sentence) if goes_on else None
    return _results_of(polls[-1]) if named or (polls and opens) else None


def _polls_told(doc: Doc) -> list[int]:
    """Give the words for one poll in a text that are not only held against another, looked for once."""
    known: dict[str, list[int]] = kept(doc, "polls told")
    if "" not in known:
        nouns = (doc[place] for place in spots(doc, TAG, _SINGULAR))
        known[""] = [noun.i for noun in nouns if _is_one_poll(noun) and not is_held_against(noun)]
    return known[""]


def _asked_among(doc: Doc, start: int, end: int) -> list[Token]:
    """Give the words for those whom polls ask among some tokens of a text, looked for once."""
    known: dict[str, list[int]] = kept(doc, "asked")
    if "" not in known:
        known[""] = [token.i for token in doc if is_asked(token)]
    asked = known[""]
    return [doc[place] for place in asked[bisect_left(asked, start) : bisect_left(asked, end)]]


def _of_polls(doc: Doc, voices: Sequence[Voice]) -> list[Voice]:
    """Give the reports of a text, which are `voices`, that give what a poll found, looked for once."""
    known: dict[str, list[int]] = kept(doc, "reports of polls")
    if "" not in known:
        known[""] = [place for place, voice in enumerate(voices) if _is_of_poll(voice)]
    return [voices[place] for place in known[""]]


def _results_of(poll: Token) -> Voice:
    """Give the poll itself as who tells what it found, wherever that stands."""
    return Voice(poll, poll, frozenset())


def is_no_result(share: Token) -> bool:
    """Whether a sentence tells how a poll was made, which the outlet says itself, or how a vote ended."""
    return any(map(_is_of_making, share.sent)) or _is_of_election(share)


def _is_of_making(noun: Token) -> bool:
    """Whether a word tells how a poll was made: "a margin of error", "a sample of 900".

    A share "of the sample" is a result of it, and so is a margin that somebody leads by.
    """
    lemma = noun.lemma_.lower()
    if lemma == "margin":
        return any(token.lemma_.lower() == "error" for token in noun.sent)
    return lemma in words("document", "made") and noun.head.lemma_.lower() not in words("document", "shares")


def _is_of_election(share: Token) -> bool:
    """Whether a sentence tells how an election ended, which no poll finds: "she won the state by 8 points".

    What those asked would do "if she won" tells of none, nor does who "won among those asked".
    """
    if share.head.lemma_.lower() in words("document", "outcomes"):
        return True
    return any(map(_has_ended, share.sent)) and opening_group(share.sent) is None


def _has_ended(verb: Token) -> bool:
    """Whether a verb tells how an election ended, and no condition, nor that somebody "lost 4 points"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.lower() not in words("document", "elected"):
        return False
    lost = grammar.direct_object(verb) if verb.lemma_ == "lose" else None
    if lost is not None and lost.lemma_.lower() == "point":
        return False
    return not any(child.lower_ in {"if", "should"} for child in grammar.children(verb, "mark", "aux"))


def _is_told(poll: Token) -> bool:
    """Whether a poll tells its result, and not that those asked guessed, or another is held against it."""
    return guess_above(poll) is None and not is_held_against(poll)


def _is_in_passing(voice: Voice, share: Token) -> bool:
    """Whether a text named a poll only beside another, or it asked others than a share is of.

    "A day after a Herald poll showed", "a survey of nurses found that 40 would leave".
    """
    poll = voice.source
    if not is_poll(poll):
        return False
    clause = next((above for above in (voice.cue, *voice.cue.ancestors) if above.dep_ == "advcl"), None)
    if clause is not None and grammar.has_child(clause, {"after", "before", "since", "when"}, "mark"):
        return True
    opens = (
        poll.head == poll.sent.root and poll.i < poll.head.i
    )  # "In the last poll, Stone led by 5. In May, ..."
    held_against = is_held_against(poll) and not (opens and _is_in_paragraph(voice, share))
    return held_against or _asks_others(poll, share) or _is_of_time_before(voice, share)


def _is_of_time_before(voice: Voice, share: Token) -> bool:
    """Whether a sentence before only held what one poll found beside an earlier one: "by 2 in the May poll".

    What opens its sentence is what the text goes on with, and so is what is told on in the past.
    """
    poll = voice.source
    dated = (noun for noun in grammar.children(poll, "compound", "nmod:poss", "nmod:unmarked"))
    if (
        voice.cue != poll
        or poll.i < poll.head.i
        or not any(noun.lower_ in words("noun", "times") for noun in dated)
    ):
        return False
    clause = grammar.clause_head(share)
    goes_on = clause is not None and clause.tag_ == "VBD"
    return not goes_on and bisect_left(_polls_told(poll.doc), poll.sent.start) > 0


def _going_on(reported: Sequence[Voice], share: Token) -> Sequence[Voice]:
    """Leave out polls in general where one poll is told of too: "Many other polls show ..."."""
    single = [voice for voice in reported if not (is_poll(voice.source) and grammar.is_plural(voice.source))]
    in_general = reported and reported[-1] not in single and _is_in_paragraph(reported[-1], share)
    return reported if in_general or not single else single


def foretells(poll: Token, share: Token) -> bool:
    """Whether a poll asked who foretells, and a share is none of what they did: "a poll of economists"."""
    experts = words("document", "foretelling")
    asked = any(token.lemma_.lower() in experts for token in poll.sent)
    guesses = experts | frame_words("container", "guesses")
    return asked and not any(token.lemma_.lower() in guesses for token in share.sent)


def _asks_others(poll: Token, share: Token) -> bool:
    """Whether a poll asked people of one kind, and the text has gone on to those of another."""
    group = grammar.complement(poll, "of")
    if group is None or not grammar.is_plural(group) or is_asked(group):
        return False
    named = {token.lemma_ for token in _asked_among(poll.doc, poll.sent.end, share.sent.end)}
    return bool(named) and group.lemma_ not in named


def _is_named(poll: Token) -> bool:
    return bool(grammar.children(poll, "compound")) or owner_of(poll) is not None


def _is_one_poll(noun: Token) -> bool:
    """Whether a noun stands for a poll itself, not for polls in general or for what somebody is of one."""
    return noun.tag_ in _SINGULAR and noun.dep_ != "compound" and is_poll(noun)


def _opens_article(token: Token) -> bool:
    """Whether a word stands in the first sentences of an article, the headline among them."""
    starts = (before.i for before in token.doc[1:] if before.is_sent_start)
    return next(islice(starts, _OPENING - 1, None), len(token.doc)) > token.i


def _goes_on_to(share: Token, poll: Voice) -> bool:
    """Whether the results of a poll amid an article go on to a share.

    They do in its paragraph, to a share of those asked, and to the next paragraphs of nothing but shares.
    """
    if _is_in_paragraph(poll, share) or asked_in_sentence(share) is not None:
        return True
    told = _asked_among(share.doc, poll.cue.sent.start, share.sent.start)
    if grammar.is_plural(poll.source) or not told:
        return False
    several = False
    for sentence, _ in pairwise(_sentences_back_to(poll, share)):  # but for the one that names the poll
        several = True
        if not _has_share(sentence):
            return False
    return several or all(map(_has_share, _sentences_back_to(poll, share)))


def _sentences_back_to(poll: Voice, share: Token) -> Iterator[Span]:
    """Give the sentences before that of a share, from the last to the one that names a poll."""
    doc, start = share.doc, share.sent.start
    while start > poll.cue.sent.start:
        sentence = doc[start - 1].sent
        start = sentence.start
        if sentence.text.strip():
            yield sentence


def _has_share(sentence: Span) -> bool:
    return any(token.lemma_.lower() in _SHARES for token in sentence) and not any(map(_has_ended, sentence))


def _is_in_paragraph(poll: Voice, share: Token) -> bool:
    return poll.cue.i >= paragraph_start(share.doc, share.sent.start)


def _is_of_poll(voice: Voice) -> bool:
    """Whether a report gives what a poll found: "the poll shows", "the station found", "Gallup reports"."""
    source = voice.source
    if is_poll(source):
        return True
    if not _may_take_polls(source):
        return False
    finds = voice.cue.lemma_.lower() in words("document", "finding")
    return (finds and speaks_of(voice.cue, "nouns")) or is_pollster(source)


def _may_take_polls(noun: Token) -> bool:
    """Whether a noun is a name of what may be a body, not of a person."""
    return grammar.is_proper(noun) and noun.ent_type_ != "PERSON"


def is_pollster(noun: Token) -> bool:
    """Whether a name is of who takes polls: by trade, or because the text tells of a poll of theirs."""
    names = {token.lower_ for token in (noun, *grammar.children(noun, "compound"))}
    return not names.isdisjoint(frame_words("poll", "pollsters") | _pollsters(noun.doc))


def _pollsters(doc: Doc) -> frozenset[str]:
    """Give the names of those whose polls a text tells of, looked for once: "the [Ridge] poll"."""
    known: dict[str, frozenset[str]] = kept(doc, "pollsters")
    if "" not in known:
        polls = [doc[place] for place in spots(doc, LEMMA, words("document", "polls"))]
        known[""] = frozenset(name.lower_ for poll in polls for name in _takers(poll))
    return known[""]


def _takers(poll: Token) -> Iterator[Token]:
    """Give who took a poll, as it is named beside it."""
    for noun in (owner_of(poll), agent_of(poll)):
        if noun is not None:
            yield from filter(_may_take_polls, (noun, *grammar.children(noun, "compound")))


def _as_last_called(reported: Sequence[Voice], sentence: Span) -> Voice:
    """Give a poll in the words that the text had for it last: "the poll of 900 adults also asked ...".

    Words that name nobody ("the poll puts ...") stand for who took it, where that was said.
    """
    last = reported[-1]
    takers = [voice for voice in reported if not _names_poll(voice.source)]
    if takers and is_poll(last.source) and not _is_named(last.source):
        return takers[-1]
    if last in takers:
        return last
    told = _polls_told(sentence.doc)
    behind = told[bisect_left(told, last.cue.i + 1) : bisect_left(told, sentence.start)]
    nouns = (sentence.doc[place] for place in reversed(behind))
    called = next((noun for noun in nouns if noun.tag_ == "NN" and _is_the(noun)), None)
    return last if called is None else _results_of(called)


def _names_poll(noun: Token) -> bool:
    """Whether a noun phrase names a poll: "the Ridge College of Arts Poll"."""
    return any(map(is_poll, noun.subtree))


def _is_the(noun: Token) -> bool:
    """Whether a noun goes with "the" and no name."""
    return grammar.has_child(noun, {"the", "this"}, "det") and not grammar.children(noun, "compound")
