"""Which report a figure belongs to: the innermost around it that speaks to the outlet, else one that goes on.

What only describes a speaker is the outlet's own ("the 34-year-old mother of three replied"), and so is what
it adds behind the words that quote ("..., he said after two hours").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.article import Article
from addup.reading.crediting.documents import is_agent, is_document, is_poll, is_somebodys
from addup.reading.crediting.going_on import carried
from addup.reading.crediting.poll_results import polled
from addup.reading.crediting.quoted import answering, leading, quoting
from addup.reading.crediting.voices import Voice, is_when_told
from addup.reading.crediting.words import words
from addup.reading.places.names import is_known_place
from addup.reading.polls import is_asked, is_of_fact
from addup.reading.quotations import is_quoted
from addup.records import Kind


def voice_of(article: Article, token: Token, kind: Kind) -> Voice | None:
    """Give the report that a token belongs to: the innermost around it, else the one carried on."""
    covering = _covering(article, token, kind)
    if covering:
        return _spoken(sorted(covering, key=lambda voice: len(voice.content)))
    if is_quoted(token):
        return quoting(
            article.doc, article.quotations[article.numbers[token.i]], article.voices, article.names
        )
    led = leading(article.doc, token.i, article.voices)
    if led is not None and (kind == "share" or not is_poll(led.source)):
        return led
    poll = polled(token, article.voices) if kind == "share" else None
    if poll is not None:
        return poll
    return None if token.sent.start in article.speaking else _going_on(article, token, kind)


def _covering(article: Article, token: Token, kind: Kind) -> list[Voice]:
    """Give the reports around a token that may speak of a figure of this kind."""
    covering = [
        voice
        for voice in article.covering.get(token.i, ())
        if not (_is_retold(article, voice, token) or _is_added(article, voice, token))
    ]
    if kind == "duration":
        return [voice for voice in covering if not is_when_told(voice.cue, _measured(token))]
    if kind in {"measure", "share"}:
        covering = [voice for voice in covering if not _is_said_by_so_many(voice, token)]
    if kind == "count":
        # A poll finds shares; people counted beside them ("the two candidates") are the outlet's.
        # A survey by name counts them: "according to the National Health Survey, 27 million had none".
        return [
            voice
            for voice in covering
            if not is_poll(voice.source)
            or (grammar.is_proper(voice.source) and voice.source.lemma_.lower() == "survey")
        ]
    if kind in {"age", "money"}:
        covering = [voice for voice in covering if not _is_all_polls(voice.source)]
    if kind == "share" and covering and all(is_asked(voice.source) for voice in covering):
        # "Supporters of Bell say by 55% to 41% ...": what those asked say is what the poll found.
        return [] if polled(token, article.voices) else covering
    return covering


def _measured(number: Token) -> Token:
    """Give the noun that a number is of, or the number."""
    return number.head if number.dep_ in {"nummod", "amod"} else number


def _is_said_by_so_many(voice: Voice, token: Token) -> bool:
    """Whether a report tells how many say something, who are no source: "by nearly 2-1, they say that"."""
    if not (voice.source.lower_ == "they" or is_asked(voice.source)):
        return False
    share = _measured(token)
    return grammar.preposition(share) == "by" and share.head == voice.cue and share.dep_.startswith("obl")


def _is_all_polls(noun: Token) -> bool:
    """Whether a source is polls in general, which find shares alone: "his popularity in the polls"."""
    return noun.tag_ == "NNS" and is_poll(noun) and not is_somebodys(noun)


def _going_on(article: Article, token: Token, kind: Kind) -> Voice | None:
    """Give the report that goes on in a sentence in which nobody speaks."""
    if not article.quotations:
        # Recorded talk is printed without marks; in an article with them "you" is all of us.
        answer = answering(article.doc, token.i, article.voices, article.names)
        if answer is not None:
            return answer
    going_on = carried(token.sent, article.reports, article.names)
    asked = going_on is not None and is_poll(going_on.source)
    share = token.head if token.dep_ == "nummod" else token
    return None if asked and (kind != "share" or is_of_fact(share)) else going_on


def _is_retold(article: Article, voice: Voice, token: Token) -> bool:
    """Whether a report stands in what somebody is quoted with, who then is the one that tells of it.

    A document of somebody's that is cited in a quotation stays the source of what the quotation has from
    it; "according to first figures" names nobody.
    """
    number = article.numbers[voice.cue.i]
    if number < 0 or article.numbers[voice.source.i] != number:
        return False
    cited = is_document(voice.source) and is_somebodys(voice.source)
    return not (cited and article.numbers[token.i] == number)


def _is_added(article: Article, voice: Voice, token: Token) -> bool:
    """Whether the outlet adds something behind who said what was quoted: "..., he said after two hours".

    What a report of its own covers is said too: "..., he said, adding that 40 had died".
    """
    first = min(voice.cue.i, voice.source.left_edge.i) - 1
    if voice.cue.tag_ == "VBG":  # "..., he said, adding that"
        return False
    if token.i < voice.cue.i or is_quoted(token):
        return False
    if first < voice.cue.sent.start and not _follows_question(voice.cue, first):
        return False
    number = article.numbers[first]
    closes = number >= 0 and article.quotations[number].end == first + 1
    return closes and article.doc[first - 1].is_punct  # '"40 died," he said'; no nickname is closed so


def _follows_question(cue: Token, close: int) -> bool:
    """Whether a sentence only says who asked what is quoted before it: '"Why?" Bell said of 12 ships'."""
    asks = close > 0 and close == cue.sent.start - 1 and cue.doc[close - 1].text in {"?", "!"}
    return asks and grammar.is_verb(cue) and not grammar.children(cue, "ccomp", "obj", "xcomp")


def _spoken(covering: Sequence[Voice]) -> Voice:
    """Choose among the reports around a figure, innermost first: the innermost that speaks to the outlet.

    What somebody expects, believes or proposes is known from who tells of it ("Bell said the firm expects"
    is Bell's), and what was made known from who is named for it ("a fund disclosed ..., according to Bell").
    """
    inner, *outer = covering
    if _is_told_aside(inner):
        return inner
    teller = _teller(inner, outer)
    if teller is not None:
        return teller
    lemma = inner.cue.lemma_.lower()
    announces = lemma in words("announce", "verbs") and outer
    if (
        announces
        and outer[0].cue.lower_ in words("preposition", "words")
        and not _are_parted(inner, outer[0])
    ):
        return outer[0]
    if inner.cue.dep_ == "xcomp":  # "expects to report a loss of $2 million, Bell said"
        above = next((voice for voice in outer if voice.cue == inner.cue.head), None)
        if above is not None:
            return _spoken([above, *(voice for voice in outer if voice is not above)])
    only_foretold = lemma in words("stance", "expected") | words("stance", "supposed") | words(
        "say", "offered"
    )
    if not (only_foretold or _is_to_come(inner.cue)):
        return inner
    return next((voice for voice in outer if inner.cue.i in voice.content), inner)


def _teller(inner: Voice, outer: Sequence[Voice]) -> Voice | None:
    """Give who tells of a report in another's place: insiders, or whoever draws on a document of nobody's.

    Or on people or a document of their own: "Orel said its volunteers had counted 40".
    """
    around = [voice for voice in outer if inner.cue.i in voice.content]
    if around and (_is_tellers_own(inner.source, around[0]) or _is_place(inner.source)):
        return around[0]
    insider = next((voice for voice in around if _is_insider(voice.source)), None)
    if insider is None and around[:1] == outer[:1] and around and _is_of_nobody(inner):
        return around[0] if grammar.is_verb(around[0].cue) else None
    return insider


def _is_place(source: Token) -> bool:
    """Whether a place reports what somebody tells: "China reported 40 cases, the agency said"."""
    return source.ent_type_ == "LOCATION" or is_known_place(source) or source.lemma_ in words("noun", "lands")


def _is_tellers_own(source: Token, teller: Voice) -> bool:
    """Whether only the teller says whose somebody is: "[Orr] said his own polling had her ahead by 40"."""
    owned = any(child.tag_ == "PRP$" for child in grammar.children(source, "nmod:poss"))
    return owned and grammar.is_verb(teller.cue) and teller.source.i < source.i


def _is_insider(noun: Token) -> bool:
    """Whether somebody unnamed tells what others said in private: "people familiar with the talks"."""
    return grammar.is_plural(noun) and grammar.has_child(noun, words("noun", "knowing"), "acl", "amod")


def _is_of_nobody(voice: Voice) -> bool:
    """Whether a report is by a document of nobody's: "Orel said that, by an analysis, 40 had died"."""
    by_preposition = voice.cue.lower_ in words("preposition", "words") or (
        voice.cue == voice.source and grammar.preposition(voice.cue) == "by"  # "by one estimate"
    )
    return by_preposition and is_document(voice.source) and not is_somebodys(voice.source)


def _are_parted(one: Voice, other: Voice) -> bool:
    """Whether a semicolon parts two reports: "according to Orel, 40 fled; Selm estimates that 60 did"."""
    first, last = sorted((one.cue.i, other.cue.i))
    return any(token.text == ";" for token in one.cue.doc[first:last])


def _is_to_come(cue: Token) -> bool:
    """Whether a report is still to be made: "the campaign says Bell will announce 40 grants"."""
    return grammar.is_verb(cue) and grammar.has_child(cue, {"will", "would", "'ll", "’ll"}, "aux")


def _is_told_aside(voice: Voice) -> bool:
    """Whether a report only tells whose an amount is: "above the $2 that analysts expected".

    So does "far above the 300 forecast by analysts".
    """
    if grammar.is_noun(voice.cue):
        return voice.source.i > voice.cue.i
    if voice.cue.tag_ == "VBN" and is_agent(voice.source) and voice.source.head == voice.cue:
        before = voice.cue.nbor(-1) if voice.cue.i else voice.cue
        before = before.nbor(-1) if before.tag_ == "RB" else before
        return before.tag_ == "CD"  # "than the 10,000 once feared by officials"
    return voice.cue.dep_ == "acl:relcl" and voice.source.head == voice.cue


def describes_speaker(article: Article, token: Token, kind: Kind) -> bool:
    """Whether a figure only describes who speaks: "the 34-year-old mother of three replied".

    No share describes a poll or those it asked: "in the May poll, more voters than ever - 71 percent - said".
    """
    sentence = token.sent
    if sentence.start not in article.speaking or is_quoted(token):
        return False
    beside = (
        voice
        for voice in article.of_sentence.get(sentence.start, ())
        if token.i not in voice.content
        and not (kind == "share" and (is_poll(voice.source) or is_asked(voice.source)))
    )
    return any(_describes(token, voice.source) for voice in beside)


def _describes(token: Token, speaker: Token) -> bool:
    """Whether a token stands in the noun phrase of a speaker, in no clause of it."""
    while token != speaker:
        if token.head == token or grammar.is_clause(token) or token.dep_ == "appos":
            return False
        if (
            token.dep_ == "conj" and token.tag_ == "CD"
        ):  # "40, according to police, or 60 according to others"
            return False
        token = token.head
    return True
