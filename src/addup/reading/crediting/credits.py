"""Whom the text credits for a figure: its source, and the stance of what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.crediting.article import article_of
from addup.reading.crediting.choosing import describes_speaker, voice_of
from addup.reading.crediting.credit_lines import credit_behind, credit_in_headline, credit_noted
from addup.reading.crediting.documents import published_by
from addup.reading.crediting.interviews import interviewed, is_question
from addup.reading.crediting.learnt import learnt_source, stance_among
from addup.reading.crediting.referents import referent_of
from addup.reading.crediting.source_kind import kind_of
from addup.reading.crediting.source_phrases import named_source, source_phrase
from addup.reading.crediting.transcripts import called_as, speaker_before
from addup.reading.names import Names
from addup.records import Amount, Attribution, Source, Stance
from addup.stretches import Stretches


class Credits:
    """The sources of one article, found once, asked for each of its figures."""

    def __init__(self, doc: Doc, names: Names, said: Sequence[Attribution]) -> None:
        self._article = article_of(doc, names)
        self._contents = [one for one in said for _ in one.content]
        self._stretches = Stretches(span for one in said for span in one.content)

    def source_of(self, amount: Amount) -> Source | None:
        """Give whom the text credits for a figure; None where the report itself asserts it."""
        article = self._article
        token = grammar.anchor(grammar.span_of(article.doc, amount.number.start, amount.number.end))
        if describes_speaker(article, token, amount.kind):
            return None
        voice = voice_of(article, token, amount.kind)
        if voice is None or token.i not in voice.content:
            if is_question(article.doc, token.i):
                return None
            names = article.names
            label = speaker_before(article.doc, token.i, names) or interviewed(article.doc, token.i, names)
            if label is not None:
                speaker = named_source(label, names)
                name = speaker.name or called_as(label, names)
                return replace(speaker, name=name, kind=speaker.kind or "person")
            noted = credit_noted(article.doc, token.i) or credit_behind(article.doc, token.i)
            credited = noted or self._in_headline(token)
            if credited is not None:
                return named_source(credited, article.names)
        if voice is None:
            noun = learnt_source(article, self._covering(amount), amount)
            return None if noun is None else source_phrase(noun, article.names)
        noun = referent_of(article, voice)
        return source_phrase(published_by(noun) or noun, article.names)

    def stance_of(self, amount: Amount) -> Stance:
        """Give the stance of the innermost attribution that covers a figure, "stated" outside all."""
        return stance_among(self._article.doc, self._covering(amount), amount)

    def _covering(self, amount: Amount) -> list[Attribution]:
        """Give the attributions whose content has a figure, the innermost first."""
        covering = [self._contents[one] for one in self._stretches.around(amount.number.start)]
        return sorted(covering, key=_length)

    def _in_headline(self, token: Token) -> Span | None:
        """Give who is named for what a headline tells; places and subjects stand before colons as well."""
        span = credit_in_headline(self._article.doc, token.i)
        if span is None:
            return None
        nouns = (span[-1], grammar.anchor(span))  # headlines are parsed badly
        return span if any(self._is_somebody(noun) for noun in nouns) else None

    def _is_somebody(self, noun: Token) -> bool:
        names = self._article.names
        is_place = noun.ent_type_ == "LOCATION" and names.naming(noun) is None
        return not is_place and kind_of(noun, names) is not None


def _length(said: Attribution) -> int:
    return sum(end - start for start, end in said.content)
