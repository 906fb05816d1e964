"""The words of `words.toml`, by what is asked of them."""

from __future__ import annotations

from addup.tables import row_of


def _verbs(row: str) -> frozenset[str]:
    return row_of("addup.reading.mending", "words", "verbs", row)


def _nouns(row: str) -> frozenset[str]:
    return row_of("addup.reading.mending", "words", "nouns", row)


TELLING = _verbs("telling")
PAST_LIKE_NOUNS = _verbs("past_like_nouns")
TELLING_LIKE_NOUNS = _verbs("telling_like_nouns")
TELLING_LIKE_PLURALS = _verbs("telling_like_plurals")
PRESENT_LIKE_NOUNS = _verbs("present_like_nouns")
MOVING = _verbs("moving")
LIKE_ADJECTIVES = _verbs("like_adjectives")
LIKE_AMOUNTS = _verbs("like_amounts")
LIKE_ADVERBS = _verbs("like_adverbs")
THOUGHT = _verbs("thought")
GUESSED = _verbs("guessed")
FORESEEN = _verbs("foreseen")
ASKED = _verbs("asked")
SAID = _verbs("said")
BARE_VERBS = _verbs("bare")
BARE_STATES = _verbs("bare_states")
ANSWERING = _verbs("answering")
ANSWERING_BARE = _verbs("answering_bare")
ANSWERING_OF_ONE = _verbs("answering_of_one")
LIKE_MEASURES = _nouns("like_measures")
PERIODS = _nouns("periods")
DAYS = _nouns("days")
RANKS = _nouns("ranks")
BODIES = _nouns("bodies")
GUIDES = _nouns("guides")
MOVED_LIKE_VERBS = _nouns("moved_like_verbs")
OF_BUSINESS = _nouns("of_business")
WRITTEN_SIGNS = _nouns("signs")
MONEY = _nouns("money")
FORECASTERS = _nouns("forecasters")
