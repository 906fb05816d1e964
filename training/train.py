"""Train the bundled English pipeline from the shared data."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import convert
import tokens
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import fix_random_seed, load_config

HERE = Path(__file__).resolve().parent
SEED = 7
GOLD_REPEATS = 2
HELD_OUT_EVERY = 25
LONGEST_PIECE = 10


def main() -> None:
    """Read the options, and make the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=None)
    options = parser.parse_args()
    if not (options.work / "dev.spacy").exists():
        prepare(options.data, options.work)
    train(options.work, options.output, options.steps)


def prepare(data: Path, work: Path) -> None:
    """Write the training and development documents to `work`."""
    work.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    nlp = tokens.news_nlp()
    syntax = data / "syntax"
    articles = convert.read_jsonl(data / "attributions_train.jsonl.gz")
    news = list(convert.news_docs(syntax / "news_silver_train.conllu.gz", nlp, articles))
    unseen = [doc for place, (_, doc) in enumerate(news) if place % HELD_OUT_EVERY == 0]
    seen = [doc for place, (_, doc) in enumerate(news) if place % HELD_OUT_EVERY]
    gold = list(convert.gold_docs(syntax / "ewt_train.conllu.gz", nlp))
    training = [piece for doc in gold * GOLD_REPEATS + seen for piece in convert.pieces(doc, LONGEST_PIECE, chance)]
    chance.shuffle(training)
    save(training, work / "train.spacy")
    save(unseen, work / "news_unseen.spacy")
    gold_dev = list(convert.gold_docs(syntax / "ewt_dev.conllu.gz", nlp))
    dev_articles = convert.read_jsonl(data / "attributions_dev.jsonl.gz")
    news_dev = [doc for _, doc in convert.news_docs(syntax / "news_silver_dev.conllu.gz", nlp, dev_articles)]
    save(gold_dev, work / "gold_dev.spacy")
    save(news_dev, work / "news_dev.spacy")
    save(gold_dev[::4] + news_dev[::4], work / "dev.spacy")


def save(docs: list[Doc], path: Path) -> None:
    """Write documents to disk in spaCy's format."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def train(work: Path, output: Path, steps: int | None) -> None:
    """Run spaCy's training loop over the prepared documents."""
    overrides = {"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy")}
    if steps:
        overrides["training.max_steps"] = steps
    config = load_config(HERE / "config.cfg", overrides=overrides, interpolate=False)
    output.mkdir(parents=True, exist_ok=True)
    fix_random_seed(SEED)
    nlp = init_nlp(config)
    train_loop(nlp, output)


if __name__ == "__main__":
    main()
