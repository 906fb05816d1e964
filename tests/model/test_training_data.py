from __future__ import annotations

from conventions import adopt_gold_conventions
from convert import annotate, place_words
from reporting import reporting_words
from tokens import news_nlp
from treebank import Sentence, Word


def _sentence(*rows: str) -> Sentence:
    """Words as "form tag head relation entity", heads counted from 0."""
    words = []
    for row in rows:
        form, tag, head, relation, entity = row.split()
        words.append(Word(form, form.lower(), tag, int(head), relation, entity))
    return Sentence(words)


def _tree(sentence: Sentence) -> list[tuple[str, str, str]]:
    return [(word.form, word.relation, sentence.words[word.head].form) for word in sentence.words]


def test_the_first_name_governs_and_the_title_describes_it() -> None:
    sentence = _sentence(
        "Mayor NNP 2 compound O", "Ada NNP 2 compound PERSON", "Nwosu NNP 3 nsubj PERSON", "left VBD 3 ROOT O"
    )
    adopt_gold_conventions(sentence)
    assert _tree(sentence) == [
        ("Mayor", "nmod:desc", "Ada"),
        ("Ada", "nsubj", "left"),
        ("Nwosu", "flat", "Ada"),
        ("left", "ROOT", "left"),
    ]


def test_the_currency_sign_governs_its_number() -> None:
    sentence = _sentence("raised VBD 0 ROOT O", "$ $ 2 dep O", "700 CD 0 obj O")
    adopt_gold_conventions(sentence)
    assert _tree(sentence)[1:] == [("$", "obj", "raised"), ("700", "nummod", "$")]


def test_the_day_governs_the_month() -> None:
    sentence = _sentence("closed VBD 0 ROOT O", "on IN 2 case O", "June NNP 0 obl O", "9 CD 2 nummod O")
    adopt_gold_conventions(sentence)
    assert _tree(sentence)[1:] == [
        ("on", "case", "9"),
        ("June", "nmod:unmarked", "9"),
        ("9", "obl", "closed"),
    ]


def test_an_approximator_is_an_adverb_of_the_number() -> None:
    sentence = _sentence("about IN 2 case O", "30 CD 2 nummod O", "tents NNS 2 ROOT O")
    adopt_gold_conventions(sentence)
    assert _tree(sentence)[0] == ("about", "advmod", "30")
    assert sentence.words[0].tag == "RB"


def test_words_are_found_in_the_text_as_published() -> None:
    sentence = _sentence(
        "`` `` 1 punct O", "Go VB 1 ROOT O", "'' '' 1 punct O", "-LRB- -LRB- 4 punct O", "he PRP 1 dep O"
    )
    text = "“Go” (he"
    assert [text[word.start : word.end] for word in place_words([sentence], text)] == [
        "“",
        "Go",
        "”",
        "(",
        "he",
    ]


def test_the_last_part_of_a_split_word_takes_its_place_in_the_tree() -> None:
    sentence = _sentence("a DT 2 det O", "14-storey JJ 2 amod O", "block NN 2 ROOT O")
    text = "a 14-storey block"
    doc = annotate(news_nlp().make_doc(text), place_words([sentence], text))
    assert [(token.text, token.dep_, token.head.text) for token in doc] == [
        ("a", "det", "block"),
        ("14", "nummod", "storey"),
        ("-", "punct", "storey"),
        ("storey", "amod", "block"),
        ("block", "ROOT", "block"),
    ]


def test_words_that_often_stand_in_cues_are_listed_and_those_of_the_table_are_not() -> None:
    text = "The vicar grumbled that it was cold. The barn said nothing. "
    cue = {"cue": [[text.index("grumbled"), text.index(" that")]]}
    said = {"cue": [[text.index("said"), text.index(" nothing")]]}
    articles = [{"text": text, "attributions": [cue, said]}] * 3
    assert reporting_words(articles) == ["grumbled"]


def test_a_word_that_seldom_stands_in_a_cue_is_not_listed() -> None:
    text = "It is warm. It is cold. " * 20
    cue = {"cue": [[text.index("is"), text.index(" warm")]]}
    assert reporting_words([{"text": text, "attributions": [cue]}]) == []
