"""Add to the trained components those that are made of tables: parts of speech and lemmas."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from lemmas import learn_tables
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

PARTS_OF_SPEECH = Path(__file__).with_name("parts_of_speech.csv")
# "aux" in the table stands for all auxiliary relations.
AUXILIARY = {"IN": ["aux", "aux:pass", "cop"]}


def add_tables(nlp: Language, docs: Iterable[tuple[Doc, int]]) -> None:
    """Add `attribute_ruler` and `lemmatizer` to `nlp`, learning the lemmas of `docs`."""
    ruler = cast(AttributeRuler, nlp.add_pipe("attribute_ruler"))
    with PARTS_OF_SPEECH.open(encoding="utf8", newline="") as table:
        for row in csv.DictReader(table):
            pattern: dict[int | str, Any] = {"TAG": row["tag"]}
            if row["relation"]:
                pattern["DEP"] = AUXILIARY if row["relation"] == "aux" else row["relation"]
            if row["form"]:
                pattern["LOWER"] = {"IN": row["form"].split()}
            attributes = {"POS": row["pos"], **({"MORPH": row["morph"]} if row["morph"] else {})}
            ruler.add([[pattern]], attributes)
    lemmatizer = cast(Lemmatizer, nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True}))
    lemmatizer.initialize(lookups=learn_tables((ruler(doc), weight) for doc, weight in docs))


def forget_training(nlp: Language) -> None:
    """Drop from the configuration what only the training needed: paths, callback, and words to forget."""
    config = nlp.config
    config["paths"] = dict.fromkeys(config["paths"])
    config["initialize"]["before_init"] = None
    config["corpora"]["train"]["augmenter"] = None
    nlp.config = config
