"""Train the bundled English pipeline from the shared data, and write its model card.

    make model

It writes the sentences that `teacher.py` parses (`--sentences`) and the articles that `cue_teacher.py` reads
(`--cues`), and trains when that is done. Needs a folder
for intermediate files (`training/work`), one core, and three hours or so. With
`--attributions-only` the pipeline stays as it is, and only what finds attributions is learnt anew, in ten
minutes or so; the result is what the whole training would have made of it.
"""

from __future__ import annotations

import arithmetic  # noqa: F401  # isort: skip  # it sets what numpy reads at its start
import argparse
import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attributions
import convert
import cues
import glove
import silver
import spacy
import tokens
from card import renew_card, write_card
from dictionary import spellings
from evaluate import evaluate, evaluate_attributions
from finish import add_tables, forget_training
from newswire import texts
from reporting import reporting_words
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config
from thinc.api import Config, NumpyOps, fix_random_seed, set_current_ops

from addup.reading.model import load, parse
from addup.reading.sentences import REPORTING
from addup.reading.vocabulary import know_words

HERE = Path(__file__).resolve().parent
PIPELINE = HERE.parent / "src" / "addup" / "reading" / "pipeline"
SEED = 7
# The gold treebank is small and of other text types, the news large and parsed by machine.
GOLD_REPEATS = 2
# A lemma of the gold treebank counts as much as this many of the news.
GOLD_LEMMA_WEIGHT = 20
# Every so many-th article of the training data is kept for measuring (benchmarks/quality.py).
HELD_OUT_EVERY = 25
# Who says what is learnt last and chosen by more articles: every so many-th is kept for that.
ATTRIBUTIONS_HELD_OUT_EVERY = 6
LONGEST_PIECE = 10
# The file with the words that the encoder knows, beside the documents it learns from.
KNOWN_WORDS = "known_words.json"
# What the two runs learn from.
TREEBANKS, ALL_NEWS = "treebanks.spacy", "all_news.spacy"
ANNEALING_STEPS = 3500


def main() -> None:
    """Read the options, and make the pipeline."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder with the training data")
    parser.add_argument(
        "--vectors", type=Path, help="the word vectors (see glove.py), for the whole training"
    )
    parser.add_argument("--newswire", type=Path, help="the folder with raw news: see newswire.py")
    parser.add_argument(
        "--sentences", action="store_true", help="only write the sentences that teacher.py reads"
    )
    parser.add_argument(
        "--cues", action="store_true", help="only write the articles that cue_teacher.py learns from"
    )
    parser.add_argument("--work", type=Path, default=HERE / "work", help="folder for intermediate files")
    parser.add_argument("--output", type=Path, default=PIPELINE, help="where the pipeline goes")
    parser.add_argument("--steps", type=int, help="length of each of the two runs, for a quick trial")
    parser.add_argument(
        "--attributions-only",
        action="store_true",
        help="learn anew only who says what, with the pipeline as it is",
    )
    parser.add_argument(
        "--reporting-words",
        action="store_true",
        help="only list anew the words that make a sentence worth parsing",
    )
    options = parser.parse_args()
    # numpy's own matrix product is faster than the one that spaCy brings.
    set_current_ops(NumpyOps(use_blis=False))
    if options.reporting_words:
        words = reporting_words(articles_to_learn_from(options.data))
        REPORTING.write_text("\n".join(words) + "\n", encoding="utf8")
        return
    if options.attributions_only:
        learn_attributions(options.data, options.work, options.output)
        renew_card(options.output, evaluate_attributions(options.output, options.data))
        return
    if options.sentences:
        write_sentences(options.data, options.newswire, options.work)
        return
    if options.cues:
        options.work.mkdir(parents=True, exist_ok=True)
        cues.write_known(articles_to_learn_from(options.data), tokens.news_nlp(), options.work / cues.KNOWN)
        return
    prepare(options.data, options.newswire, options.vectors, options.work)
    finish(train(options.work, options.steps), options.work, options.data, options.output)
    scores = evaluate(options.output, options.work, options.data)
    write_card(options.output, scores, seed=SEED)


def write_sentences(data: Path, newswire: Path, work: Path) -> None:
    """Write to `work` what the larger parser of `teacher.py` learns from and is to parse."""
    work.mkdir(parents=True, exist_ok=True)
    nlp = tokens.news_nlp()
    gold = list(convert.gold_docs(data / "syntax" / "ewt_train.conllu.gz", nlp))
    news = list(seen_of(news_docs(data, nlp, "train")))
    for docs, name in zip((gold, news), silver.KNOWN, strict=True):
        silver.write((one for doc in docs for one in silver.known(doc)), work / name)
    raw = map(nlp.make_doc, texts(newswire))
    asked = [one for doc in news for one in silver.to_parse(doc, parsed=True)]
    asked += [one for doc in raw for one in silver.to_parse(doc, parsed=False)]
    silver.write(asked, work / silver.TO_PARSE)


def prepare(data: Path, newswire: Path, vectors: Path, work: Path) -> None:
    """Write the training and development documents to `work`."""
    nlp = tokens.news_nlp()
    found = silver.read(work / silver.PARSED)
    news = list(news_docs(data, nlp, "train"))
    seen = list(seen_of(news))
    again = [silver.with_trees(doc, found, parsed=True) for doc in seen]
    gold = list(convert.gold_docs(data / "syntax" / "ewt_train.conllu.gz", nlp))
    more = [silver.with_trees(nlp.make_doc(text), found, parsed=False) for text in texts(newswire)]
    treebanks = gold * GOLD_REPEATS + seen
    save(in_pieces(treebanks), work / TREEBANKS)
    save(in_pieces(treebanks + more + again), work / ALL_NEWS)
    tokens.write_counts(tokens.words_of(gold + seen + more), work / KNOWN_WORDS)
    glove.word_vectors(vectors).to_disk(work)
    save(news[::HELD_OUT_EVERY], work / "news_unseen.spacy")
    gold_dev = list(convert.gold_docs(data / "syntax" / "ewt_dev.conllu.gz", nlp))
    news_dev = list(news_docs(data, nlp, "dev"))
    save(gold_dev, work / "gold_dev.spacy")
    save(news_dev, work / "news_dev.spacy")
    save(gold_dev[::4] + news_dev[::4], work / "dev.spacy")


def in_pieces(whole: list[Doc]) -> list[Doc]:
    """Give runs of a few sentences of documents, in any order."""
    chance = random.Random(SEED)
    pieces = [piece for doc in whole for piece in convert.pieces(doc, LONGEST_PIECE, chance)]
    chance.shuffle(pieces)
    return pieces


def seen_of(news: Iterable[Doc]) -> Iterator[Doc]:
    """Give the articles that are learnt from."""
    return (doc for place, doc in enumerate(news) if place % HELD_OUT_EVERY)


def news_docs(data: Path, nlp: Language, part: str) -> list[Doc]:
    """The machine-parsed articles of the training or development part."""
    articles = convert.read_jsonl(data / f"attributions_{part}.jsonl.gz")
    path = data / "syntax" / f"news_silver_{part}.conllu.gz"
    return [doc for _, doc in convert.news_docs(path, nlp, articles)]


def save(docs: list[Doc], path: Path) -> None:
    """Write documents to disk in spaCy's format."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def train(work: Path, steps: int | None) -> Path:
    """Run spaCy's training loop twice over the prepared documents; gives the folder of the result.

    The first run learns at a high rate from the treebanks. The second goes on from its result, with the news
    that the larger parser has read beside them, and lets the rate fall to 0.
    """
    config = load_config(HERE / "config.cfg", interpolate=False)
    config["paths"] = {
        "train": str(work / TREEBANKS),
        "dev": str(work / "dev.spacy"),
        "known_words": str(work / KNOWN_WORDS),
        "vectors": str(work),
    }
    if steps:
        config["training"]["max_steps"] = steps
    learnt = run(config, work / "learnt")
    config["paths"]["train"] = str(work / ALL_NEWS)
    config["components"] = {name: {"source": str(learnt)} for name in config["nlp"]["pipeline"]}
    config["training"]["max_steps"] = steps or ANNEALING_STEPS
    config["training"]["batcher"]["size"]["start"] = config["training"]["batcher"]["size"]["stop"]
    rate = config["training"]["optimizer"]["learn_rate"]
    rate.update({"warmup_steps": 100, "total_steps": config["training"]["max_steps"], "initial_rate": 0.001})
    return run(config, work / "annealed")


def run(config: Config, output: Path) -> Path:
    """Train once by a configuration; gives the folder of the last state, with averaged weights."""
    output.mkdir(parents=True, exist_ok=True)
    fix_random_seed(SEED)
    train_loop(init_nlp(config), output)
    return output / "model-last"


def finish(trained: Path, work: Path, data: Path, output: Path) -> None:
    """Add the tables and the weights for attributions to the trained components, and write all of it."""
    nlp = spacy.load(trained)
    gold = convert.gold_docs(data / "syntax" / "ewt_train.conllu.gz", nlp)
    weighted = [(doc, GOLD_LEMMA_WEIGHT) for doc in gold]
    weighted += [(doc, 1) for doc in news_docs(data, nlp, "train")]
    add_tables(nlp, weighted)
    known = tokens.read_counts(work / KNOWN_WORDS)
    know_words(nlp.vocab, known, spellings(known))
    forget_training(nlp)
    if output.exists():
        shutil.rmtree(output)
    nlp.to_disk(output)
    learn_attributions(data, work, output)


def learn_attributions(data: Path, work: Path, output: Path) -> None:
    """Learn who says what from the articles as a finished pipeline parses them, and write it beside.

    Raises:
        FileNotFoundError: `cue_teacher.py`, which says how likely each word is in a cue, was not run.
    """
    chances = cues.read_chances(work / cues.CHANCES)
    nlp = load(output)
    articles = articles_to_learn_from(data)
    parsed = [(parse(article["text"], language=nlp), article["attributions"]) for article in articles]
    attributions.learn(parsed, chances, SEED).save(output)


def articles_to_learn_from(data: Path) -> list[dict[str, Any]]:
    """The articles with attributions, but those that are held out."""
    articles = convert.read_jsonl(data / "attributions_train.jsonl.gz")
    return [article for place, article in enumerate(articles) if place % ATTRIBUTIONS_HELD_OUT_EVERY]


if __name__ == "__main__":
    main()
