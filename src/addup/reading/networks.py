"""The networks of the bundled pipeline, run in the way that suits one report at a time.

The components are spaCy's and so are their results; only the order of the work differs from calling one
component after the other on one long Doc:

- the vector that a word has before its neighbours are looked at follows from the word alone, and is kept;
- sentences are parsed side by side, so that each step of the parser is one multiplication for all of them;
- outside of names, what the names component decides for a token depends on that token alone, and is worked
  out for all tokens at once; only names of several words go token by token.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, LOWER, ORTH, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc

from addup.reading.text import rows_as_bytes

_WORDS = 1 << 15  # vectors kept, of 96 numbers each: 12 MB
_EPSILON = 1e-8  # what thinc adds to a variance before it divides by it
_INSIDE, _OUTSIDE, _BEGINS = 1, 2, 3  # spaCy's codes for where a token stands in a name

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint64]


class Networks:
    """Tags, parse and names of the bundled pipeline."""

    def __init__(self, language: Language) -> None:
        """Take the components of a pipeline that is made like the bundled one."""
        self._words = _WordVectors(language)
        self._context = _Context(language)
        self._tags = _Tags(language)
        self._parser = _Parser(language)
        self._names = _Names(language)

    def annotate(self, doc: Doc) -> Codes:
        """Tag and parse a Doc with known sentence starts; give ENT_IOB and ENT_TYPE of its tokens."""
        vectors: Any = self._context.of(self._words.of(doc))
        doc.tensor = vectors
        doc.from_array([TAG], self._tags.of(vectors))
        self._parser.parse(doc, vectors)
        return self._names.of(doc, vectors)


def _model(language: Language, name: str) -> Any:
    """Give the network of a component; spaCy's types do not know that it has one."""
    component: Any = language.get_pipe(name)
    return component.model


class _Maxout:
    """A maxout layer with its normalisation, the weights laid out piece by piece."""

    def __init__(self, model: Any) -> None:
        layers = {layer.name: layer for layer in model.walk()}
        maxout, norm = layers["maxout"], layers["layernorm"]
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        self._width, self._pieces, inputs = weights.shape
        self.weights: Floats = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)
        self._bias: Floats = bias.T.reshape(-1)
        self._gain: Floats = norm.get_param("G")
        self._shift: Floats = norm.get_param("b")

    def of(self, products: Floats) -> Floats:
        """Take the products of inputs and weights on to the output; they are overwritten."""
        width = self._width
        products += self._bias
        output = np.maximum(products[:, :width], products[:, width : 2 * width])
        for piece in range(2, self._pieces):
            np.maximum(output, products[:, piece * width : (piece + 1) * width], out=output)
        output -= output.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", output, output) / np.float32(width) + np.float32(_EPSILON)
        output *= (np.float32(1) / np.sqrt(variance))[:, np.newaxis]
        output *= self._gain
        output += self._shift
        return output


class _Context:
    """The convolutions that let the vector of each word take in its neighbours."""

    def __init__(self, language: Language) -> None:
        encode = _model(language, "tok2vec").layers[1]
        self._layers = [_Maxout(layer) for layer in encode.layers[0].layers]

    def of(self, vectors: Floats) -> Floats:
        """Give the vectors in their context."""
        edge, (count, width) = len(self._layers), vectors.shape
        current = np.zeros((count + 2 * edge, width), dtype=np.float32)
        current[edge:-edge] = vectors
        columns = np.empty((len(current), 3 * width), dtype=np.float32)
        columns[0, :width] = columns[-1, 2 * width :] = 0
        for layer in self._layers:
            columns[1:, :width] = current[:-1]
            columns[:, width : 2 * width] = current
            columns[:-1, 2 * width :] = current[1:]
            current += layer.of(columns @ layer.weights)
        return current[edge:-edge]


class _WordVectors:
    """The vector of each word before its context, computed once, with and without a blank behind."""

    def __init__(self, language: Language) -> None:
        embed = _model(language, "tok2vec").layers[0]
        features, mixed, _ = embed.layers
        self._hashed, given = features.layers
        self._given: Floats = np.ascontiguousarray(given.get_param("W").T)
        self._mixed = _Maxout(mixed)
        self._rows: dict[bytes, int] = {}
        self._table: Floats = np.zeros((_WORDS, mixed.get_dim("nO")), dtype=np.float32)
        self._lock = Lock()

    def of(self, doc: Doc) -> Floats:
        """Give a row for each token."""
        keys = rows_as_bytes(doc, [ORTH, SPACY])
        with self._lock:
            rows: list[Any] = list(map(self._rows.get, keys))
            if None not in rows:
                return self._table.take(rows, axis=0)
            new = [key for key in dict.fromkeys(keys) if key not in self._rows]
            if len(self._rows) + len(new) > _WORDS:
                self._rows.clear()
                new = list(dict.fromkeys(keys))
            if len(new) > _WORDS:  # a text of more words than are kept
                return self._vectors(doc, keys)
            first = len(self._rows)
            self._table[first : first + len(new)] = self._vectors(doc, new)
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
            return self._table.take([self._rows[key] for key in keys], axis=0)

    def _vectors(self, doc: Doc, keys: list[bytes]) -> Floats:
        codes: Any = np.frombuffer(b"".join(keys), dtype=np.uint64).reshape(-1, 2)
        words, blanks = codes.T.tolist()
        alone = Doc(doc.vocab, words=words, spaces=[blank == 1 for blank in blanks])
        hashed: Any = self._hashed.predict([alone])
        lower: Any = alone.to_array([LOWER])
        given = doc.vocab.vectors.get_batch(lower.reshape(-1))
        value = np.concatenate((hashed.data, _one_by_one(given, self._given)), axis=1)
        return self._mixed.of(_one_by_one(value, self._mixed.weights))


def _one_by_one(rows: Floats, weights: Floats) -> Floats:
    """Multiply row by row, or the last bits of a vector would depend on the words beside it."""
    products: Floats = np.matmul(rows[:, np.newaxis, :], weights)[:, 0, :]
    return products


class _Tags:
    """The tagger: a layer over the vectors of the words in their context, whose highest output is the tag."""

    def __init__(self, language: Language) -> None:
        component: Any = language.get_pipe("tagger")
        output = component.model.layers[-1].layers[0]
        self._weights: Floats = np.ascontiguousarray(output.get_param("W").T)
        self._bias: Floats = output.get_param("b")
        self._codes: Any = np.array(list(map(language.vocab.strings.add, component.labels)), dtype=np.uint64)

    def of(self, vectors: Floats) -> Any:
        """Give the code of the tag of each token."""
        return self._codes.take((vectors @ self._weights + self._bias).argmax(axis=1))


class _Narrowed:
    """The layer that makes the vectors of words in their context shorter, for the parser or for names."""

    def __init__(self, model: Any) -> None:
        layer = next(layer for layer in model.layers[0].walk() if layer.name == "linear")
        self._weights: Floats = np.ascontiguousarray(layer.get_param("W").T)
        self._bias: Floats = layer.get_param("b")

    def of(self, vectors: Floats) -> Floats:
        """Give the shorter vectors."""
        narrowed: Floats = vectors @ self._weights
        narrowed += self._bias
        return narrowed


class _Parser:
    """The parser: all sentences of a Doc take their next step together.

    spaCy's own loop leaves and takes Python's lock for every vector that it adds, which takes it longer than
    the adding.
    """

    def __init__(self, language: Language) -> None:
        component: Any = language.get_pipe("parser")
        self._component, model = component, component.model
        self._narrowed = _Narrowed(model)
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")  # by place in the state, hidden unit, piece and input
        self._places, self._hidden = weights.shape[:2]
        self._weights: Floats = np.ascontiguousarray(
            weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3]).T
        )
        self._nothing: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(self._places, -1)
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias: Floats = upper.get_param("b")
        self._unseen = sorted(model.attrs["unseen_classes"])
        self._context_of = model.predict([Doc(language.vocab, words=["."])]).get_token_ids

    def parse(self, doc: Doc, vectors: Floats) -> None:
        """Set heads and labels of a tagged Doc with known sentence starts, by the vectors of its words."""
        sentences = _sentences(doc)
        states = self._run(sentences, self._table(self._narrowed.of(vectors)))
        self._component.set_annotations(sentences, states)
        arcs: Any = np.concatenate([one.to_array([HEAD, DEP]) for one in sentences])
        doc.from_array([HEAD, DEP], arcs)

    def _run(self, sentences: list[Doc], table: Floats) -> list[Any]:
        places = (np.arange(self._places) + self._places)[:, np.newaxis]
        states: list[Any] = self._component.moves.init_batch(sentences)
        active = states
        while active:
            # -1 stands for "no token", for which the first rows of the table are.
            rows = self._context_of(active).T * self._places + places
            pieces = np.add.reduce(table.take(rows, axis=0), axis=0)
            scores = np.maximum(pieces[:, : self._hidden], pieces[:, self._hidden :]) @ self._upper
            scores += self._upper_bias
            if self._unseen:
                scores[:, self._unseen] = scores.min()
            active = self._component.transition_states(active, scores)
        return states

    def _table(self, vectors: Floats) -> Floats:
        """Give what each token adds to the hidden layer in each place of the state, a row for each pair."""
        table = np.empty(((len(vectors) + 1) * self._places, 2 * self._hidden), dtype=np.float32)
        table[: self._places] = self._nothing
        np.matmul(vectors, self._weights, out=table[self._places :].reshape(len(vectors), -1))
        table[:: self._places] += self._bias  # every state has exactly one first place
        return table


def _sentences(doc: Doc) -> list[Doc]:
    """Give each sentence as a Doc of its own."""
    columns: Any = doc.to_array([ORTH, SPACY, SENT_START])
    words, spaces = columns[:, 0].tolist(), (columns[:, 1] == 1).tolist()
    opens = columns[:, 2] == 1
    marks: Any = np.where(opens, 1, -1).astype(np.uint64)
    sentences = []
    for start, end in pairwise([*np.flatnonzero(opens).tolist(), len(doc)]):
        one = Doc(doc.vocab, words=words[start:end], spaces=spaces[start:end])
        sentences.append(one.from_array([SENT_START], marks[start:end]))
    return sentences


class _Names:
    """The names component: BILUO tags, decided from left to right.

    The state of a token is the sum of three parts: its own, that of the first token of its name, and that of
    the token before. Each has two pieces, of which the hidden layer takes the larger one.
    """

    def __init__(self, language: Language) -> None:
        component: Any = language.get_pipe("ner")
        self._narrowed = _Narrowed(component.model)
        lower, upper = component.model.get_ref("lower"), component.model.get_ref("upper")
        weights = lower.get_param("W").transpose(0, 2, 1, 3)  # by part, piece, hidden unit and input
        self._parts: list[Floats] = [
            np.ascontiguousarray(part.reshape(-1, part.shape[-1]).T) for part in weights
        ]
        nothing = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(len(weights), -1)
        self._hidden = weights.shape[2]
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._outside: Floats = nothing[1] + nothing[2] + self._bias
        self._weights: Floats = upper.get_param("W")
        self._upper_bias: Floats = upper.get_param("b")
        moves = [component.moves.get_class_name(index) for index in range(component.moves.n_moves)]
        self._moves = [(name[:1], name[2:]) for name in moves]
        self._codes = {label: language.vocab.strings.add(label) for _, label in self._moves if label}
        self._closed = np.array(
            [move in "BUO" and (move == "O" or label != "") for move, label in self._moves]
        )
        self._begins = np.array([move == "B" for move, _ in self._moves])
        self._index = {move: index for index, move in enumerate(self._moves)}
        pairs = {label: [self._index["I", label], self._index["L", label]] for label in self._codes}
        self._going = {label: (self._weights[pair], self._upper_bias[pair]) for label, pair in pairs.items()}
        self._unseen = sorted(component.model.attrs["unseen_classes"])

    def of(self, doc: Doc, vectors: Floats) -> Codes:
        """Give ENT_IOB and ENT_TYPE of each token, by the vectors of the words."""
        narrowed = self._narrowed.of(vectors)
        features = [narrowed @ part for part in self._parts]
        ends = np.append(doc.to_array([SENT_START])[1:] == 1, True)  # no name goes on behind these
        codes: Codes = np.zeros((len(doc), 2), dtype=np.uint64)
        codes[:, 0] = _OUTSIDE
        for start, end, label in self._spans(features, ends):
            codes[start:end] = (_INSIDE, self._codes[label])
            codes[start, 0] = _BEGINS
        return codes

    def _spans(self, features: list[Floats], ends: npt.NDArray[np.bool_]) -> Iterable[tuple[int, int, str]]:
        outside = features[0] + self._outside
        scores = np.maximum(outside[:, : self._hidden], outside[:, self._hidden :]) @ self._weights.T
        scores += self._upper_bias
        scores[:, self._unseen] = scores.min()
        scores[:, ~self._closed] = -np.inf
        scores[np.ix_(ends, self._begins)] = -np.inf
        best = scores.argmax(axis=1)
        free = 0
        for start in np.flatnonzero(best != self._index["O", ""]).tolist():
            if start < free:
                continue
            move, label = self._moves[best[start]]
            free = start + 1 if move == "U" else self._end(features, ends, start, label)
            yield start, free, label

    def _end(self, features: list[Floats], ends: npt.NDArray[np.bool_], start: int, label: str) -> int:
        """Give the token behind a name that begins at a token."""
        own, first, before = features
        weights, bias = self._going[label]
        place = start + 1
        while not ends[place]:
            state = own[place] + first[start] + before[place - 1] + self._bias
            goes_on, is_last = weights @ np.maximum(state[: self._hidden], state[self._hidden :]) + bias
            if is_last > goes_on:
                break
            place += 1
        return place + 1
