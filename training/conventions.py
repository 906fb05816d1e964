"""Bring the machine-parsed news to the conventions of the gold treebank.

The news was parsed by CoreNLP, whose trees follow the Penn Treebank; UD English EWT differs in how it
builds names, titles, dates and amounts of money. A parser trained on both needs one convention, and the
gold one is kept.
"""

from __future__ import annotations

import calendar
from itertools import pairwise

from treebank import Sentence, Word

MONTHS = frozenset(
    {month for name in calendar.month_name[1:] for month in (name, f"{name[:3]}.")} | {"Sept."}
)
APPROXIMATORS = frozenset({"about", "around", "nearly", "roughly", "approximately", "over"})
NOMINAL_TAGS = frozenset({"NN", "NNP", "NNS", "NNPS"})
NUMERIC = frozenset({"nummod", "compound"})
NAME_PARTS = frozenset({"compound", "amod"})


def adopt_gold_conventions(sentence: Sentence) -> None:
    """Change a machine-parsed sentence in place to the conventions of the gold treebank."""
    words = sentence.words
    _join_money(words)
    _join_dates(words)
    _join_person_names(words)
    for position, word in enumerate(words):
        _retag_to(word)
        _relabel_approximator(words, position)
        _relabel_agent(words, position)


def simplify_gold_tags(sentence: Sentence) -> None:
    """EWT tags dashes, dots and slashes as commas; the news (and the older treebank) as `:`."""
    for word in sentence.words:
        if word.tag == "," and word.form != ",":
            word.tag = ":"


def _move(words: list[Word], old: int, new: int) -> None:
    """Give the place of the word `old` in the tree, and everything that depends on it, to `new`."""
    for word in words:
        if word.head == old and word is not words[old]:
            word.head = new
    words[new].head = new if words[old].head == old else words[old].head
    words[new].relation = words[old].relation


def _join_money(words: list[Word]) -> None:
    """`$ 200`: the sign governs the number, also where CoreNLP hung the sign under it as `dep`."""
    for position, (sign, number) in enumerate(pairwise(words)):
        if sign.tag == "$" and number.tag == "CD" and sign.head == position + 1:
            _move(words, position + 1, position)
            number.head, number.relation = position, "nummod"


def _join_dates(words: list[Word]) -> None:
    """`June 17`: the day governs the month; `June 2013`: the month governs the year."""
    for position, (month, number) in enumerate(pairwise(words)):
        if month.form not in MONTHS or number.head != position or not number.form.isdigit():
            continue
        if int(number.form) > 31:
            number.relation = "nmod:unmarked"
        else:
            _move(words, position, position + 1)
            month.head, month.relation = position + 1, "nmod:unmarked"


def _join_person_names(words: list[Word]) -> None:
    """`President Barack Obama`: the first name governs, the rest is `flat`, the title `nmod:desc`."""
    position = 0
    while position < len(words):
        end = position
        while end < len(words) and words[end].entity == "PERSON" and words[end].tag == "NNP":
            end += 1
        if end > position:
            _join_person_name(words, position, end)
        position = max(end, position + 1)


def _join_person_name(words: list[Word], start: int, end: int) -> None:
    last = end - 1
    if any(words[i].head != last or words[i].relation != "compound" for i in range(start, last)):
        return
    if start != last:
        _move(words, last, start)
        for i in range(start + 1, end):
            words[i].head, words[i].relation = start, "flat"
    title = start - 1
    if title < 0 or words[title].head != start or words[title].tag not in NOMINAL_TAGS:
        return
    if words[title].relation == "compound":
        words[title].relation = "nmod:desc"
        for word in words[:title]:
            if word.head == start and word.relation in NAME_PARTS:
                word.head = title


def _retag_to(word: Word) -> None:
    if word.tag == "TO" and word.relation != "mark":
        word.tag = "IN"


def _relabel_approximator(words: list[Word], position: int) -> None:
    """`about 20 people`: an adverb of the number, where CoreNLP saw a preposition of the noun."""
    word = words[position]
    number = position + 1
    if word.form.lower() not in APPROXIMATORS or word.relation not in {"case", "mark"}:
        return
    if any(w.head == position for w in words):
        return
    if number < len(words) and words[number].tag == "$":
        word.head, word.relation, word.tag = number, "advmod", "RB"
    elif (
        number < len(words) and words[number].tag == "CD" and words[number].relation in {"nummod", "compound"}
    ):
        # "about 4 million": the adverb belongs to the million.
        word.head = words[number].head if words[number].relation == "compound" else number
        word.relation, word.tag = "advmod", "RB"


def _relabel_agent(words: list[Word], position: int) -> None:
    """`killed by rebels`: the agent of a passive, which CoreNLP does not tell from other `obl`."""
    word = words[position]
    if word.relation != "obl":
        return
    has_by = any(w.head == position and w.relation == "case" and w.form.lower() == "by" for w in words)
    auxiliaries = {w.relation for w in words if w.head == word.head}
    participle = words[word.head].tag == "VBN"
    if has_by and participle and ("aux:pass" in auxiliaries or "aux" not in auxiliaries):
        word.relation = "obl:agent"
