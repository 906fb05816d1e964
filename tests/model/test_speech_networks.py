"""The networks that find attributions, and how they are learnt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import network
import numpy as np
import pytest
from numpy.typing import NDArray

from addup.reading.speech.contents import CONTENTS
from addup.reading.speech.features import CUES
from addup.reading.speech.network import Floats, Layout, Network, Rows, odds
from addup.reading.speech.sources import SOURCES
from addup.reading.speech.words import UNKNOWN, Words

# Two columns of codes, looked up and combined.
PLAIN = Layout(("one thing", "other thing"), ("thing", "thing"), (("one thing", "other thing"),))


def rows(*codes: tuple[int, int]) -> Rows:
    return Rows(np.array(codes, dtype=np.int64), np.ones((len(codes), 1), dtype=np.float32))


def blank(labels: int) -> Network:
    return network.blank(PLAIN, {"thing": 6}, 1, 8, labels, seed=3)


def everything(size: int) -> network.Batches:
    def batches(chance: np.random.Generator) -> Iterator[np.ndarray]:
        for _ in range(60):
            yield chance.permutation(size)

    return batches


@pytest.mark.parametrize("layout", [CUES, SOURCES, CONTENTS])
def test_every_combination_is_of_two_or_three_different_columns_or_one_alone(layout: Layout) -> None:
    assert all(1 <= len(set(cross)) == len(cross) <= 3 for cross in layout.crosses)
    assert len(set(layout.crosses)) == len(layout.crosses)
    assert layout.combined().shape == (len(layout.crosses), 3)


def sure(labels: NDArray[np.int64]) -> Floats:
    """Give the chances of labels that are known."""
    return np.eye(2, dtype=np.float32)[labels]


def test_a_network_learns_what_only_a_combination_tells() -> None:
    told = rows(*[(2, 2), (2, 3), (3, 2), (3, 3)] * 4)
    labels = np.array([0, 1, 1, 0] * 4)
    learnt = blank(labels=2)
    network.descend(learnt, told, everything(16), network.label_slopes(sure(labels)), epochs=3, seed=1)
    assert odds(learnt.scores(told)).argmax(axis=1).tolist() == labels.tolist()


def test_a_network_learns_to_choose_in_groups() -> None:
    told = rows(*[(2, 4), (3, 4), (4, 4), (5, 4)] * 4)
    groups = np.repeat(np.arange(8), 2)
    right = np.array([True, False, False, True] * 4)
    learnt = blank(labels=1)
    batches = network.batches_of_groups(np.arange(0, 17, 2), batch=4)
    network.descend(learnt, told, batches, network.choice_slopes(groups, right), epochs=60, seed=1)
    scores = learnt.scores(told)[:, 0].reshape(8, 2)
    assert (scores.argmax(axis=1) == right.reshape(8, 2).argmax(axis=1)).all()


def test_a_network_that_learns_from_chances_gives_them_again() -> None:
    told = rows(*[(2, 2), (3, 3)] * 8)
    wanted = np.array([[0.8, 0.2], [0.3, 0.7]] * 8, dtype=np.float32)
    learnt = blank(labels=2)
    network.descend(learnt, told, everything(16), network.label_slopes(wanted), epochs=60, seed=1)
    assert np.abs(odds(learnt.scores(told)) - wanted).max() < 0.1


def test_the_same_seed_gives_the_same_weights() -> None:
    told, labels = rows(*[(2, 2), (2, 3), (3, 2), (3, 3)] * 4), np.array([0, 1, 1, 0] * 4)
    learnt = [blank(labels=2) for _ in range(2)]
    for one in learnt:
        network.descend(one, told, everything(16), network.label_slopes(sure(labels)), epochs=1, seed=5)
    assert (learnt[0].hidden == learnt[1].hidden).all()
    assert (learnt[0].crossed == learnt[1].crossed).all()


def test_stored_weights_score_nearly_the_same(tmp_path: Path) -> None:
    told, labels = rows(*[(2, 2), (2, 3), (3, 2), (3, 3)] * 4), np.array([0, 1, 1, 0] * 4)
    learnt = blank(labels=2)
    network.descend(learnt, told, everything(16), network.label_slopes(sure(labels)), epochs=1, seed=5)
    np.savez_compressed(tmp_path / "weights.npz", allow_pickle=False, **learnt.arrays("some"))
    with np.load(tmp_path / "weights.npz") as stored:
        again = Network.of_arrays("some", PLAIN, {name: stored[name] for name in stored.files})
    assert np.abs(again.scores(told) - learnt.scores(told)).max() < 0.05


def test_words_keep_their_codes_when_stored(tmp_path: Path) -> None:
    words = Words.of({"lemma": ["say", "tell"]}, {"say": 0.8}, [("in", "IN"), ("\u201c \u201d", "NN")])
    words.save(tmp_path / "words.json")
    again = Words.load(tmp_path / "words.json")
    asked = ["tell", "", "hum", "say"]
    assert again.codes("lemma", asked).tolist() == words.codes("lemma", asked).tolist()
    assert words.codes("lemma", asked)[2] == UNKNOWN
    assert again.shares(["say", "hum"])[0] > again.shares(["say", "hum"])[1]
    assert again.begins == words.begins


def test_verbs_can_begin_a_cue_and_other_words_where_they_did() -> None:
    words = Words.of({}, {}, [("accord", "NN"), ("also", "RB")])
    lemmas, tags = ["hum", "also", "also", "barn", "accord", "hum"], ["VBD", "RB", "", "NN", "NNS", ""]
    assert words.can_begin(lemmas, tags).tolist() == [True, True, False, False, True, False]
