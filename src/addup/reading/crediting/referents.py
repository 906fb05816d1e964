"""For whom a pronoun speaks: the last speaker before it that it can stand for.

The subject of a sentence since, without saying anything, is spoken of now. Who speaks or is named only in
what somebody else is quoted with ("he tells me ...") speaks to nobody outside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.crediting.article import Article
from addup.reading.crediting.documents import is_document
from addup.reading.crediting.source_kind import kind_of
from addup.reading.crediting.voices import Voice, between, is_doer
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.names import is_of_sex, name_words, pronoun_kind
from addup.reading.nouns.people import is_person
from addup.reading.text import paragraph_start

_TOP = frozenset({"ROOT", "conj", "parataxis"})


def referent_of(article: Article, voice: Voice) -> Token:
    """Give the noun that a report's pronoun speaks for; the source itself if none, or of nobody known."""
    noun = voice.source
    kind = pronoun_kind(noun)
    if kind is None:
        return noun
    if noun.lower_ in name_words("pronoun", "several"):
        return _those_meant(article, voice)
    speaking = _speaking_before(article, noun)
    spoken = next(
        (source for source in speaking if _fits(article, source, noun) and _can_say_so(source, voice)), None
    )
    # Whom somebody speaks of by name is not who speaks: "When [Orel] shut, he said, 40 had left".
    named = next((name for name in _named_before(article, noun) if name.i not in voice.content), None)
    acting = (_person_before if kind == "person" else _acting_before)(article, noun)
    last = max(
        (token for token in (spoken, named, acting) if token is not None),
        key=attrgetter("i"),
        default=None,
    )
    if kind == "person" and (last is None or last.i < paragraph_start(article.doc, noun.i)):
        last = _only_person_before(article, noun) or last
    if last is None and kind == "organisation":
        last = _body_before(article, noun)
    return last or noun


def _can_say_so(source: Token, voice: Voice) -> bool:
    """Whether a speaker can report by a verb: a survey shows something, and expects nothing."""
    says = voice.cue.lemma_.lower() in words("say", "documents")
    return says or not (is_document(source) and grammar.is_verb(voice.cue))


def _person_before(article: Article, noun: Token) -> Token | None:
    """Give the person without a name whom the sentence before is about: "[A spokesman] denied it. He"."""
    start = paragraph_start(article.doc, noun.i)
    before = article.doc[noun.sent.start - 1].sent if noun.sent.start > start else noun.sent[:0]
    acting = (token for token in before if token.dep_ in grammar.SUBJECTS and token.head.dep_ in _TOP)
    heard = (token for token in acting if token.tag_ == "NN" and article.is_heard(token, noun))
    return next((token for token in heard if _fits(article, token, noun)), None)


def _acting_before(article: Article, pronoun: Token) -> Token | None:
    """Give the body or the document without a name that what was told last is about.

    That is what its own sentence or the one before is about: "[The ministry] will spend all it expects",
    "[A memo] asked for money. It said ...". What is quoted between does not count.
    """
    doc, begin = article.doc, _begin(article, pronoun)
    own = doc[pronoun.sent.start : pronoun.i]
    before = doc[begin - 1].sent if begin else own[:0]
    acting = (
        token
        for token in (*own, *before)
        if token.tag_ == "NN" and token.dep_ in grammar.SUBJECTS and token.head.dep_ in _TOP
    )
    heard = (token for token in acting if article.is_heard(token, pronoun))
    return next((token for token in heard if _may_say(article, token, pronoun)), None)


def _may_say(article: Article, noun: Token, pronoun: Token) -> bool:
    """Whether a noun without a name is of a body or a document that may say what "it" does."""
    if article.names.naming(noun) is not None:
        return False
    if is_document(noun):
        return pronoun.head.lemma_.lower() in words("say", "documents")
    return kind_of(noun, article.names) == "organisation"


def _begin(article: Article, pronoun: Token) -> int:
    """Give where the sentence of a pronoun begins, or the quotation that it ends in."""
    begin = pronoun.sent.start
    number = article.numbers[begin]
    return article.quotations[number].start if number >= 0 else begin


def _only_person_before(article: Article, pronoun: Token) -> Token | None:
    """Give the one person named in the sentence before, in whatever place: "It hurt [Ann Bell]. She said".

    What is quoted between does not count.
    """
    doc, begin = article.doc, _begin(article, pronoun)
    if begin > paragraph_start(doc, begin):
        begin = doc[begin - 1].sent.start
    fitting = [
        naming
        for naming in article.names.namings
        if begin <= naming.start and naming.end <= pronoun.i and article.names.can_be(pronoun, naming)
    ]
    heard = [naming for naming in fitting if article.is_heard(doc[naming.end - 1], pronoun)]
    is_one = len({naming.name.full for naming in heard}) == 1
    return doc[heard[-1].end - 1] if is_one else None


def _body_before(article: Article, noun: Token) -> Token | None:
    """Give the organisation without a name that sentences before tell of: "[The union] grew. It said"."""
    start = paragraph_start(article.doc, noun.i)
    acting = (
        token for token in reversed(article.doc[start : noun.sent.start]) if token.dep_ in grammar.SUBJECTS
    )
    bodies = (
        token
        for token in acting
        if token.tag_ == "NN" and article.is_heard(token, noun) and not article.names.is_personal(token)
    )
    return next((token for token in bodies if kind_of(token, article.names) == "organisation"), None)


def _those_meant(article: Article, voice: Voice) -> Token:
    """Give who "they" are: the last speakers of the paragraph, else those that their report begins with.

    "[Residents] said ... They counted six raids"; "Three [groups] have paid, they told the paper". Where no
    people are there, it is the body that spoke last: "[Orel Corp.] said ... They expect a loss"; and at the
    beginning of a paragraph those who spoke at the end of the one before.
    """
    noun, doc = voice.source, article.doc
    start = paragraph_start(doc, noun.i)
    before_it = list(_spoken_before(article, noun))
    spoken = [source for source in before_it if source.i >= start]
    told = (doc[place] for place in sorted(voice.content) if place < noun.i)
    subjects = (token for token in told if _acts(token) and token.head.i in voice.content)
    own: Iterator[Token] = subjects
    before: Iterator[Token] = reversed(doc[start : noun.i])
    if voice.cue.lemma_.lower() in words("say", "researching"):
        own = iter(())  # "Babies slept longer, they found": those who study, not those studied
        before = (token for token in before if token.i not in voice.content)
    acting = (token for token in before if _acts(token) and article.is_heard(token, noun))
    people = (token for token in (*own, *acting) if _are_people(token) and not _suffers(token))
    bodies = (source for source in spoken if kind_of(source, article.names) == "organisation")
    several = next(filter(_are_several, spoken), None) or next(people, None) or next(bodies, None)
    return several or next(filter(_are_people, _speakers_right_before(doc, noun, before_it)), noun)


def _acts(token: Token) -> bool:
    """Whether a word is the subject of a verb, and does not only exist: "There were 40 men, they wrote"."""
    return token.dep_ in grammar.SUBJECTS and not grammar.children(token.head, "expl")


def _speakers_right_before(doc: Doc, noun: Token, spoken: list[Token]) -> list[Token]:
    """Give who spoke in the sentence before that of a pronoun, which may end the paragraph before."""
    end = noun.sent.start
    while end and doc[end - 1].is_space:
        end -= 1
    start = doc[end - 1].sent.start if end else 0
    return [source for source in spoken if start <= source.i < end]


def _spoken_before(article: Article, noun: Token) -> Iterator[Token]:
    """Give who spoke before a word, outside quotations, from the last to the first."""
    earlier = between(article.voices, 0, noun.i)
    for other in reversed(earlier):
        if pronoun_kind(other.source) is None and article.is_heard(other.cue, noun):
            yield other.source


def _speaking_before(article: Article, noun: Token) -> Iterator[Token]:
    """Give who spoke before a word, those whom somebody else told of in the same sentence last.

    "The group said police had counted 131 deaths. It ...": a subject of the main clause is in focus.
    """
    told = []
    for source in _spoken_before(article, noun):
        around = article.covering.get(source.i, ())
        if any(voice.source.sent == source.sent for voice in around):
            told.append(source)
        else:
            yield source
            break
    yield from told


def _named_before(article: Article, pronoun: Token) -> Iterator[Token]:
    """Give the subjects named before a pronoun that it can stand for, from the last to the first."""
    for naming in reversed(article.names.namings):
        name = article.doc[naming.end - 1]
        if naming.end > pronoun.i or not naming.is_subject or not article.is_heard(name, pronoun):
            continue
        if article.names.can_be(pronoun, naming) and not _is_below_another(article, name, pronoun):
            yield name


def _is_below_another(article: Article, name: Token, pronoun: Token) -> bool:
    """Whether a subject stands in a clause below that of another whom a pronoun can stand for as well.

    "[Jo Bell] said Max Orr was late. He ...": whom the main clause is about, is in focus.
    """
    clause = grammar.clause_head(name)
    if clause is None or clause.dep_ in _TOP:
        return False
    main = (token for token in name.sent if token.dep_ in grammar.SUBJECTS and token.head.dep_ in _TOP)
    return any(
        token.lower_ == pronoun.lower_ or _fits(article, token, pronoun)
        for token in main
        if token.i < pronoun.i and article.names.naming(token) != article.names.naming(name)
    )


def _fits(article: Article, source: Token, pronoun: Token) -> bool:
    """Whether a speaker can be meant by a singular pronoun."""
    names = article.names
    naming = names.naming(source)
    if naming is not None:
        return names.can_be(pronoun, naming)
    if pronoun_kind(pronoun) == "person":
        one = not grammar.is_plural(source) and is_of_sex(source, pronoun)
        return one and names.is_personal(source)
    return not names.is_personal(source)


def _are_several(noun: Token) -> bool:
    """Whether a noun stands for several who may speak."""
    return grammar.is_plural(noun) or noun.lower_ == "police" or bool(grammar.children(noun, "conj"))


def _are_people(noun: Token) -> bool:
    """Whether a plural is of people, by its meaning, office or by the ending of those who do something."""
    people = is_person(noun) or noun.lower_ in name_words("kind", "official") | {"police"}
    return _are_several(noun) and (people or is_doer(noun))


def _suffers(noun: Token) -> bool:
    """Whether something happened to those a clause is of, who hardly tell it: "20 were hurt, they said"."""
    return noun.head.lemma_.lower() in frame_words("people", "verbs")
