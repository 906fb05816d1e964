"""Whom the text credits for a figure: its source, and the stance of what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.carrying import answering, carried, quoting
from addup.reading.credit_lines import credit_behind, credit_in_headline
from addup.reading.frames import words as frame_words
from addup.reading.names import Names, Naming, is_of_sex, name_words, pronoun_kind
from addup.reading.people import is_person
from addup.reading.poll_results import is_poll, polled
from addup.reading.polls import is_asked
from addup.reading.quotations import quotation_of_tokens, quotations_of
from addup.reading.source_kind import kind_of
from addup.reading.text import paragraph_start
from addup.reading.voices import (
    Voice,
    article_before_place,
    find_voices,
    is_behind_place,
    is_document,
    published_by,
    words,
)
from addup.records import Amount, Attribution, Kind, Source, Stance


class Credits:
    """The sources of one article, found once, asked for each of its figures."""

    def __init__(self, doc: Doc, names: Names, said: Sequence[Attribution]) -> None:
        self._doc = doc
        self._names = names
        self._contents = [(start, end, one) for one in said for start, end in one.content]
        self._voices = find_voices(doc)
        self._speaking = {voice.source.sent.start for voice in self._voices}
        self._quotations = quotations_of(doc)
        self._quotation = quotation_of_tokens(len(doc), self._quotations)

    def source_of(self, amount: Amount) -> Source | None:
        """Give whom the text credits for a figure; None where the report itself asserts it."""
        token = grammar.anchor(grammar.span_of(self._doc, amount.number.start, amount.number.end))
        if self._is_of_speaker(token, amount.kind):
            return None
        voice = self._voice_of(token, amount.kind)
        if voice is None or token.i not in voice.content:
            credited = credit_behind(self._doc, token.i) or self._in_headline(token)
            if credited is not None:
                return _credited(credited, self._names)
        if voice is None:
            noun = self._learnt_source(amount)
            return None if noun is None else source_phrase(noun, self._names)
        noun = self._referent(voice)
        return source_phrase(published_by(noun) or noun, self._names)

    def _in_headline(self, token: Token) -> Span | None:
        """Give who is named for what a headline tells; places and subjects stand before colons as well."""
        span = credit_in_headline(self._doc, token.i)
        if span is None:
            return None
        nouns = (span[-1], grammar.anchor(span))  # headlines are parsed badly
        return span if any(self._is_somebody(noun) for noun in nouns) else None

    def _is_somebody(self, noun: Token) -> bool:
        is_place = noun.ent_type_ == "LOCATION" and self._names.naming(noun) is None
        return not is_place and kind_of(noun, self._names) is not None

    def stance_of(self, amount: Amount) -> Stance:
        """Give the stance of the innermost attribution that covers a figure, "stated" outside all.

        What those asked think is what a poll found: "the share who think so is 38 percent".
        """
        saying = (
            said
            for said in self._covering(amount)
            if not (amount.kind == "share" and self._is_of_those_asked(said))
        )
        return next((said.stance for said in saying), "stated")

    def _is_of_those_asked(self, said: Attribution) -> bool:
        """Whether an attribution is of those whom a poll asks, or of so many of them."""
        if not said.source:
            return False
        span = grammar.span_of(self._doc, *said.source[0])
        asked = words("noun", "asked") | words("noun", "amounts") | {"who"}
        return any(is_asked(token) or token.lemma_.lower() in asked for token in span)

    def _covering(self, amount: Amount) -> list[Attribution]:
        """Give the attributions whose content has a figure, the innermost first."""
        place = amount.number.start
        covering = [said for start, end, said in self._contents if start <= place < end]
        return sorted(covering, key=_length)

    def _is_of_speaker(self, token: Token, kind: Kind) -> bool:
        """Whether a figure only describes who speaks: "the 34-year-old mother of three replied".

        No share describes a poll: "in the May poll, more than ever - 71 percent - said".
        """
        if token.sent.start not in self._speaking or self._quotation[token.i] >= 0:
            return False
        sentence = token.sent
        beside = (
            voice
            for voice in self._voices
            if sentence.start <= voice.source.i < sentence.end
            and token.i not in voice.content
            and not (kind == "share" and is_poll(voice.source))
        )
        return any(_describes(token, voice.source) for voice in beside)

    def _voice_of(self, token: Token, kind: Kind) -> Voice | None:
        """Give the report that a token belongs to: the innermost around it, else the one carried on."""
        covering = [
            voice
            for voice in self._voices
            if token.i in voice.content
            and not (self._is_retold(voice, token) or self._is_added(voice, token))
        ]
        if kind == "count":
            # A poll finds shares; people counted beside them ("the two candidates") are the outlet's.
            covering = [voice for voice in covering if not is_poll(voice.source)]
        if kind == "share" and covering and all(is_asked(voice.source) for voice in covering):
            # "Supporters of Bell say by 55% to 41% ...": what those asked say is what the poll found.
            covering = [] if polled(token, self._voices) else covering
        if covering:
            return _spoken(sorted(covering, key=lambda voice: len(voice.content)))
        number = self._quotation[token.i]
        if number >= 0:
            return quoting(self._doc, self._quotations[number], self._voices)
        poll = polled(token, self._voices) if kind == "share" else None
        if poll is not None:
            return poll
        if token.sent.start in self._speaking:
            return None
        if (
            not self._quotations
        ):  # recorded talk is printed without marks; in an article with them "you" is all of us
            answer = answering(self._doc, token.i, self._voices, self._names)
            if answer is not None:
                return answer
        going_on = carried(token.sent, self._voices, self._names)
        asked = going_on is not None and is_poll(going_on.source)
        return None if asked and kind != "share" else going_on

    def _is_retold(self, voice: Voice, token: Token) -> bool:
        """Whether a report stands in what somebody is quoted with, who then is the one that tells of it.

        A document of somebody's that is cited in a quotation stays the source of what the quotation has from
        it; "according to first figures" names nobody.
        """
        number = self._quotation[voice.cue.i]
        if number < 0 or self._quotation[voice.source.i] != number:
            return False
        cited = is_document(voice.source) and _is_somebodys(voice.source)
        return not (cited and self._quotation[token.i] == number)

    def _is_added(self, voice: Voice, token: Token) -> bool:
        """Whether the outlet adds something behind who said what was quoted: "..., he said after two hours".

        What a report of its own covers is said too: "..., he said, adding that 40 had died".
        """
        first = min(voice.cue.i, voice.source.left_edge.i) - 1
        if voice.cue.tag_ == "VBG":  # "..., he said, adding that"
            return False
        if token.i < voice.cue.i or first < voice.cue.sent.start or self._quotation[token.i] >= 0:
            return False
        number = self._quotation[first]
        closes = number >= 0 and self._quotations[number].end == first + 1
        return closes and self._doc[first - 1].is_punct  # '"40 died," he said'; no nickname is closed so

    def _learnt_source(self, amount: Amount) -> Token | None:
        """Give who speaks where only the learnt model of attributions finds a report, the parser none.

        That model takes more for reporting than what credits a figure ("agreed to", "is investigating"): the
        words must be of saying.
        """
        for said in self._covering(amount):
            if not said.source:
                continue
            source, cue = (grammar.span_of(self._doc, *pieces[0]) for pieces in (said.source, said.cue))
            noun = grammar.anchor(source)
            counts_people = amount.kind == "count" and is_poll(noun)
            is_somebody = noun.tag_.startswith("N") and kind_of(noun, self._names) is not None
            if is_somebody and not counts_people and _says(cue, noun) and not _puts_to(cue, amount):
                return noun
        return None

    def _referent(self, voice: Voice) -> Token:
        """Give the noun that a pronoun speaks for: the last speaker before it that it can stand for.

        The subject of a sentence since, without saying anything, is spoken of now. Who speaks or is named
        only in what somebody else is quoted with ("he tells me ...") speaks to nobody outside it.
        """
        noun = voice.source
        kind = pronoun_kind(noun)
        if kind is None:
            return noun
        if noun.lower_ in {"they", "them", "their"}:
            return self._those_meant(voice)
        spoken = next((source for source in self._speaking_before(noun) if self._fits(source, noun)), None)
        named = next((token for token in self._named_before(noun)), None)
        acting = self._person_before(noun) if kind == "person" else None
        last = max(
            (token for token in (spoken, named, acting) if token is not None),
            key=attrgetter("i"),
            default=None,
        )
        if last is None and kind == "organisation":
            last = self._body_before(noun)
        return last or noun

    def _person_before(self, noun: Token) -> Token | None:
        """Give the person without a name whom the sentence before is about: "[A spokesman] denied it. He"."""
        start = paragraph_start(self._doc, noun.i)
        before = self._doc[noun.sent.start - 1].sent if noun.sent.start > start else noun.sent[:0]
        acting = (token for token in before if token.dep_ in _SUBJECTS and token.head.dep_ in _TOP)
        heard = (token for token in acting if token.tag_ == "NN" and self._is_heard(token, noun))
        return next((token for token in heard if self._fits(token, noun)), None)

    def _body_before(self, noun: Token) -> Token | None:
        """Give the organisation without a name that sentences before tell of: "[The union] grew. It said"."""
        start = paragraph_start(self._doc, noun.i)
        acting = (token for token in reversed(self._doc[start : noun.sent.start]) if token.dep_ in _SUBJECTS)
        bodies = (
            token
            for token in acting
            if token.tag_ == "NN" and self._is_heard(token, noun) and not self._names.is_personal(token)
        )
        return next((token for token in bodies if kind_of(token, self._names) == "organisation"), None)

    def _those_meant(self, voice: Voice) -> Token:
        """Give who "they" are: those that their report begins with, else the last speakers of the paragraph.

        "Three [groups] have paid, they told the paper"; "[Residents] said ... They counted six raids."
        """
        noun = voice.source
        told = (self._doc[place] for place in sorted(voice.content) if place < noun.i)
        own = next(
            (token for token in told if token.dep_ in _SUBJECTS and token.head.i in voice.content), None
        )
        if own is not None and own.tag_ != "CD" and not _suffers(own):  # "two were [soldiers], they said"
            return own if _are_people(own) else noun
        start = paragraph_start(self._doc, noun.i)
        spoken = (source for source in self._spoken_before(noun) if source.i >= start)
        before = reversed(self._doc[start : noun.i])
        acting = (token for token in before if token.dep_ in _SUBJECTS and not _suffers(token))
        people = (token for token in acting if _are_people(token) and self._is_heard(token, noun))
        return next(filter(_are_several, spoken), None) or next(people, noun)

    def _spoken_before(self, noun: Token) -> Iterator[Token]:
        """Give who spoke before a word, outside quotations, from the last to the first."""
        for other in reversed(self._voices):
            if (
                other.cue.i < noun.i
                and pronoun_kind(other.source) is None
                and self._is_heard(other.cue, noun)
            ):
                yield other.source

    def _speaking_before(self, noun: Token) -> Iterator[Token]:
        """Give who spoke before a word, those whom somebody else told of in the same sentence last.

        "The group said police had counted 131 deaths. It ...": a subject of the main clause is in focus.
        """
        told = []
        for source in self._spoken_before(noun):
            if any(source.i in voice.content and voice.source.sent == source.sent for voice in self._voices):
                told.append(source)
            else:
                yield source
                break
        yield from told

    def _named_before(self, pronoun: Token) -> Iterator[Token]:
        """Give the subjects named before a pronoun that it can stand for, from the last to the first."""
        for naming in reversed(self._names.namings):
            name = self._doc[naming.end - 1]
            if naming.end > pronoun.i or not naming.is_subject or not self._is_heard(name, pronoun):
                continue
            if self._names.can_be(pronoun, naming):
                yield name

    def _is_heard(self, other: Token, noun: Token) -> bool:
        """Whether a word stands in no quotation, or in that of another word."""
        return self._quotation[other.i] in {-1, self._quotation[noun.i]}

    def _fits(self, source: Token, pronoun: Token) -> bool:
        """Whether a speaker can be meant by a singular pronoun."""
        naming = self._names.naming(source)
        if naming is not None:
            return self._names.can_be(pronoun, naming)
        if pronoun_kind(pronoun) == "person":
            one = source.tag_ not in {"NNS", "NNPS"} and is_of_sex(source, pronoun)
            return one and self._names.is_personal(source)
        return not self._names.is_personal(source)


def _are_several(noun: Token) -> bool:
    """Whether a noun stands for several who may speak."""
    return noun.tag_ in {"NNS", "NNPS"} or bool(grammar.children(noun, "conj"))


def _are_people(noun: Token) -> bool:
    """Whether a plural is of people, by its meaning or by the ending of those who do something."""
    return _are_several(noun) and (is_person(noun) or noun.lower_.endswith(_DOERS))


def _suffers(noun: Token) -> bool:
    """Whether something happened to those a clause is of, who hardly tell it: "20 were hurt, they said"."""
    return noun.head.lemma_.lower() in frame_words("people", "verbs")


def _describes(token: Token, speaker: Token) -> bool:
    """Whether a token stands in the noun phrase of a speaker, in no clause of it."""
    while token != speaker:
        if token.head == token or grammar.is_clause(token) or token.dep_ == "appos":
            return False
        token = token.head
    return True


def _is_somebodys(document: Token) -> bool:
    """Whether a document is said to be of somebody: "data from [the port]", "the [Orel] report"."""
    if published_by(document) is not None or grammar.children(document, "nmod:poss"):
        return True
    return any(token.tag_ in {"NNP", "NNPS"} for token in document.subtree)


def _says(cue: Span, noun: Token) -> bool:
    """Whether the words of a cue are of saying, for such a source; what happens ("a blast") says nothing.

    Police who found explosives do not report them: such verbs are those of documents and of names.
    """
    if noun.lemma_.lower() in frame_words("incident", "words"):
        return False
    if is_document(noun):
        said = words("say", "documents")
    else:
        said = words("say", "verbs") - (frozenset() if noun.tag_ in _NAMES else words("say", "named"))
    return any(token.lemma_.lower() in said | words("preposition", "words") for token in cue)


def _puts_to(cue: Span, amount: Amount) -> bool:
    """Whether somebody adds so many, and not that there are so many: "employers [added] 41,000 jobs"."""
    added = next((token for token in cue if token.lemma_ == "add"), None)
    thing = grammar.direct_object(added) if added is not None else None
    if thing is None:
        return False
    return thing.left_edge.idx <= amount.number.start < thing.idx + len(thing)


def _spoken(covering: Sequence[Voice]) -> Voice:
    """Choose among the reports around a figure, innermost first: the innermost that speaks to the outlet.

    What somebody expects, believes or proposes is known from who tells of it ("Bell said the firm expects"
    is Bell's), and what was made known from who is named for it ("a fund disclosed ..., according to Bell").
    """
    inner, *outer = covering
    if _is_told_aside(inner):
        return inner
    lemma = inner.cue.lemma_.lower()
    if lemma in words("announce", "verbs") and outer and outer[0].cue.lower_ in words("preposition", "words"):
        return outer[0]
    if inner.cue.dep_ == "xcomp":  # "expects to report a loss of $2 million, Bell said"
        above = next((voice for voice in outer if voice.cue == inner.cue.head), None)
        if above is not None:
            return _spoken([above, *(voice for voice in outer if voice is not above)])
    if lemma not in words("stance", "expected") | words("stance", "supposed") | words("say", "offered"):
        return inner
    return next((voice for voice in outer if inner.cue.i in voice.content), inner)


def _credited(span: Span, names: Names) -> Source:
    """Give the source that a credit in brackets names."""
    noun = grammar.anchor(span)
    return Source(span.text, span.start_char, span.end_char, names.name_of(noun), kind_of(noun, names))


def _is_told_aside(voice: Voice) -> bool:
    """Whether a report only tells whose an amount is: "above the $2 that analysts expected".

    So does "far above the 300 forecast by analysts".
    """
    if grammar.is_noun(voice.cue):
        return voice.source.i > voice.cue.i
    return voice.cue.dep_ == "acl:relcl" and voice.source.head == voice.cue


def source_phrase(noun: Token, names: Names) -> Source:
    """Give the shortest words that name a source, by the head of its phrase.

    That is the person's name where the phrase has one ("the head of the inquiry, Jo Bell" is Jo Bell), else
    the noun with the words before it and the nouns joined to it. For a pronoun it is the name or noun that it
    stands for, where that was said last.
    """
    pronoun = pronoun_kind(noun) is not None
    naming = names.naming(noun) or (names.antecedent(noun) if pronoun else None)
    beside = naming is not None and not naming.start <= noun.i < naming.end
    if naming is not None and (beside or naming.name.kind == "person"):
        span = noun.doc[naming.start : naming.end]
    else:
        span = _noun_phrase(noun)
        if naming is not None:  # "the Bureau of Labor Statistics" goes on behind its noun
            first = naming.start if _is_what_it_is(noun.doc, naming) else min(span.start, naming.start)
            span = noun.doc[first : max(span.end, naming.end)]
    return Source(span.text, span.start_char, span.end_char, names.name_of(noun), kind_of(noun, names))


def _is_what_it_is(doc: Doc, naming: Naming) -> bool:
    """Whether the word before a body's name only says what it is: "the charity [Orel Aid]"."""
    return naming.start > 0 and doc[naming.start - 1].lower_ in name_words("organisation", "generic")


def _noun_phrase(noun: Token) -> Span:
    """Give a noun with the words before it and the nouns joined to it, without what follows them.

    A document with a name is what it is called: "the latest Ridge College poll" is "Ridge College poll".
    """
    before = [child for child in noun.lefts if child.dep_ in _BEFORE and not _says_when(child)]
    first = min([noun.i, *(child.left_edge.i for child in before)])
    article = article_before_place(noun) if is_behind_place(noun) else None
    if article is not None:
        first = article.i
    if is_document(noun) and grammar.children(noun, "compound"):
        first = next((i for i in range(first, noun.i) if noun.doc[i].tag_ in {"NNP", "NNPS"}), first)
    last = noun.i
    for child in grammar.children(noun, "flat", "conj"):
        if child.dep_ == "flat" or grammar.is_noun(child):
            last = max(last, child.i, *(flat.i for flat in grammar.children(child, "flat")))
    return noun.doc[first : last + 1]


def _says_when(word: Token) -> bool:
    """Whether a word before a name is a time that the parser has in it: "[last week] Orel Data said"."""
    return word.lemma_.lower() in words("noun", "times") and any(
        child.lower_ in {"earlier", "last", "late", "next", "this"} for child in word.lefts
    )


_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_TOP = frozenset({"ROOT", "conj", "parataxis"})
_NAMES = frozenset({"NNP", "NNPS"})
_DOERS = ("ers", "ors", "ists", "ians", "ants")
_BEFORE = frozenset({"det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat"})


def _length(said: Attribution) -> int:
    return sum(end - start for start, end in said.content)
