"""Measure a pipeline on the development data."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import convert
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

from addup.reading.model import load, parse
from addup.reading.speech.spans import Model, Relation, find_attributions

SETS = {
    "gold_dev": "UD English EWT, development part",
    "news_dev": "news parsed by CoreNLP, development part",
    "news_unseen": "news parsed by CoreNLP, held out of training",
}
ROLES = ("source", "cue", "content")
Words = dict[str, set[int]]


def evaluate(pipeline: Path, work: Path, data: Path) -> dict[str, Any]:
    """Scores of the pipeline: syntax and names for each set, attributions, speed, size and loading time."""
    start = time.perf_counter()
    nlp = load(pipeline)
    loading = time.perf_counter() - start
    scores: dict[str, Any] = {name: syntax_scores(nlp, work / f"{name}.spacy") for name in SETS}
    scores |= evaluate_attributions(pipeline, data)
    articles = convert.read_jsonl(data / "attributions_dev.jsonl.gz")
    scores["speed"] = speed(nlp, [article["text"] for article in articles])
    scores["loading"] = loading
    return scores


def evaluate_attributions(pipeline: Path, data: Path) -> dict[str, Any]:
    """Scores of the attributions alone, and the size of the pipeline."""
    articles = convert.read_jsonl(data / "attributions_dev.jsonl.gz")
    return {
        "articles": len(articles),
        "attributions": attribution_scores(load(pipeline), Model.load(pipeline), articles),
        "megabytes": sum(file.stat().st_size for file in pipeline.rglob("*")) / 1e6,
    }


def syntax_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Percentages of spaCy's scorer for tags, parse, sentences, lemmas, and names by label."""
    references = DocBin().from_disk(path).get_docs(nlp.vocab)
    found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in references])
    wanted = ("tag_acc", "dep_uas", "dep_las", "sents_f", "lemma_acc", "ents_f")
    scores = {name: 100 * found[name] for name in wanted if found.get(name)}
    for label, values in sorted((found["ents_per_type"] or {}).items()):
        scores[label] = 100 * values["f"]
    return scores


def speed(nlp: Language, texts: list[str]) -> float:
    """Kilobytes of text a second of processor time, all components on whole articles."""
    list(nlp.pipe(texts[:2]))
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return sum(map(len, texts)) / 1000 / (time.process_time() - start)


def attribution_scores(nlp: Language, model: Model, articles: list[dict[str, Any]]) -> dict[str, float]:
    """F1 of the words of each role, and of whole relations (cues overlap, the others agree at F1 of 0.5)."""
    hits, annotated, found = (dict.fromkeys((*ROLES, "relation"), 0) for _ in range(3))
    for article in articles:
        text = article["text"]
        gold = [_words(text, {role: given[role] for role in ROLES}) for given in article["attributions"]]
        relations = find_attributions(parse(text, language=nlp), model=model)
        mine = [_words(text, _roles(relation)) for relation in relations]
        for role in ROLES:
            wanted, got = (set().union(*(one[role] for one in side)) for side in (gold, mine))
            hits[role] += len(wanted & got)
            annotated[role] += len(wanted)
            found[role] += len(got)
        annotated["relation"] += len(gold)
        found["relation"] += len(mine)
        hits["relation"] += _matches(gold, mine)
    return {name: 200 * hits[name] / max(1, annotated[name] + found[name]) for name in hits}


def _roles(relation: Relation) -> dict[str, Any]:
    return {"source": relation.source, "cue": relation.cue, "content": relation.content}


def _words(text: str, roles: dict[str, Any]) -> Words:
    """Where the words of each role begin."""
    return {
        role: {
            match.start() + start for start, end in pieces for match in re.finditer(r"\w+", text[start:end])
        }
        for role, pieces in roles.items()
    }


def _matches(gold: list[Words], mine: list[Words]) -> int:
    left, hits = list(mine), 0
    for one in gold:
        match = next((other for other in left if _same(one, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def _same(one: Words, other: Words) -> bool:
    agree = (_f1(one[role], other[role]) >= 0.5 for role in ("source", "content"))
    return bool(one["cue"] & other["cue"]) and all(agree)


def _f1(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
