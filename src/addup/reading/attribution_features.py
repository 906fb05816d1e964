"""What tells cues, sources and contents of attributions: the features of the scorer.

Each function gives the names of the features that hold. A name says what is looked at and what is found
there; where the meaning lies in a combination, the parts stand together ("said" with a clause, "call" with
"for"). The scorer has a weight for each name (see `attribution_scorer`), which the training gives it.
"""

from __future__ import annotations

from collections.abc import Iterator

from addup.reading.attribution_contents import Candidate
from addup.reading.attribution_tree import Tree

# How near a quotation mark is beside a word, in tokens: "“…,” the mayor said".
_QUOTE_REACH = 4
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_COMPLEMENTS = frozenset({"obl", "nmod", "obj", "ccomp", "xcomp", "advcl"})
# Dependents that are too many and various for their words to tell anything of their governor.
_OPEN = frozenset({"punct", "cc", "conj", "obj", "obl", "nmod"})
# What may follow the full stop of a sentence: quotation marks, brackets, and line breaks, which have no tag.
_AFTER_STOP = frozenset({"''", "``", "-RRB-", "_SP", ""})
# From this share of its uses on, a lemma is taken for a word that reports when it governs others.
_REPORTING = 0.3


def cue_features(tree: Tree, token: int, reports: dict[str, float]) -> list[str]:
    """Features of a word as the head of a cue; `reports` says how often each lemma is one."""
    lemma, tag, relation = tree.lemmas[token], tree.tags[token], tree.relations[token]
    common = _bucket(reports.get(lemma, 0.0))
    quoted, beside = tree.quotation[token] >= 0, _quote_beside(tree, token)
    found = [lemma, f"tag {tag}", f"is {relation}", f"{lemma} tag {tag}", f"{lemma} is {relation}"]
    found += [
        f"common {common}",
        f"common {common} tag {tag}",
        f"quoted {quoted}",
        f"{lemma} quoted {quoted}",
    ]
    found += [f"beside {beside}", f"{lemma} beside {beside}", f"common {common} beside {beside}"]
    found += _neighbours(tree, token)
    found += _governors(tree, token, reports)
    for child in tree.children[token]:
        found += _dependent(tree, token, child, common)
    present = {tree.relations[child] for child in tree.children[token]}
    for kind in ("nsubj", "ccomp", "obj"):
        if kind not in present:
            found += [f"no {kind} common {common} is {relation}", f"no {kind} {lemma}"]
    return found


def _neighbours(tree: Tree, token: int) -> list[str]:
    """The words and tags beside a word, within its sentence."""
    start, end = tree.bounds[tree.sentence[token]]
    lemma = tree.lemmas[token]
    before, after = ("<", "<"), (">", ">")
    if token > start:
        before = tree.words[token - 1], tree.tags[token - 1]
    if token + 1 < end:
        after = tree.words[token + 1], tree.tags[token + 1]
    second = tree.tags[token + 2] if token + 2 < end else ">"
    found = [f"before {before[0]}", f"after {after[0]}", f"before tag {before[1]}", f"after tag {after[1]}"]
    found += [f"before {before[0]} {lemma}", f"after {after[0]} {lemma}", f"second tag {second}"]
    # Headlines have their own ways of reporting; they lack the full stop.
    return [*found, f"stopped {_is_stopped(tree, start, end)} {lemma}"]


def _is_stopped(tree: Tree, start: int, end: int) -> bool:
    """Whether a sentence ends like one, quotation marks and line breaks aside."""
    last = next((i for i in range(end - 1, start, -1) if tree.tags[i] not in _AFTER_STOP), start)
    return tree.tags[last] == "."


def _governors(tree: Tree, token: int, reports: dict[str, float]) -> list[str]:
    """The governor of a word, and the nearest word above that reports: a report holds no further one."""
    head, relation, lemma = tree.heads[token], tree.relations[token], tree.lemmas[token]
    if head == token:
        return ["no governor"]
    found = [f"under {tree.lemmas[head]}", f"under {tree.lemmas[head]} as {relation}"]
    found.append(f"under tag {tree.tags[head][:2]} as {relation}")
    steps, via = 0, relation
    while head != tree.heads[head] and reports.get(tree.lemmas[head], 0.0) < _REPORTING:
        via, head, steps = tree.relations[head], tree.heads[head], min(steps + 1, 3)
    above = f"above {_bucket(reports.get(tree.lemmas[head], 0.0))} via {via}"
    side = "left" if token < head else "right"
    return [*found, f"{above} {side}", f"{above} {lemma}", f"{above} {steps} as {relation}"]


def _dependent(tree: Tree, token: int, child: int, common: str) -> Iterator[str]:
    """One dependent of a word: its relation, and what is telling of its kind."""
    lemma, kind = tree.lemmas[token], tree.relations[child]
    yield f"has {kind} common {common}"
    yield f"has {kind} {lemma}"
    if kind not in _OPEN:
        yield f"has {kind} word {tree.lemmas[child]}"
    if kind in _SUBJECTS:
        speaker = _speaker(tree, child)
        yield f"subject {speaker}"
        yield f"subject {speaker} common {common}"
        yield f"subject word {tree.lemmas[child]}"
    if kind in _COMPLEMENTS:
        mark = _mark(tree, child)
        yield f"{kind} with {mark} common {common}"
        yield f"{kind} with {mark} {lemma}"
        yield f"{kind} {_speaker(tree, child)} common {common}"
        yield f"complement {tree.lemmas[child]} {lemma}"


def _mark(tree: Tree, token: int) -> str:
    """The preposition or conjunction of a phrase."""
    marks = (
        tree.lemmas[child] for child in tree.children[token] if tree.relations[child] in {"case", "mark"}
    )
    return next(marks, "none")


def _speaker(tree: Tree, token: int) -> str:
    """What kind of speaker a nominal is: its pronoun, its name label, or its tag."""
    if tree.tags[token] in {"PRP", "WP", "DT", "WDT", "EX"}:
        return tree.words[token]
    return tree.names[token] or tree.tags[token]


def _quote_beside(tree: Tree, token: int) -> str:
    """Where quotations are near a word that is not in one: before, after, elsewhere in the sentence."""
    if tree.quotation[token] >= 0:
        return "within"
    start, end = tree.bounds[tree.sentence[token]]
    before = tree.quotation[max(start - 1, 0, token - _QUOTE_REACH - 2) : token]
    after = tree.quotation[token + 1 : token + _QUOTE_REACH]
    parts = {"before": before, "after": after, "in sentence": tree.quotation[start:end]}
    return " ".join(name for name, numbers in parts.items() if max(numbers, default=-1) >= 0)


def extent_features(tree: Tree, anchor: int, token: int, step: int) -> list[str]:
    """Features of a word next to a cue so far: whether it belongs to the cue. `step` is -1 or 1."""
    lemma, tag, relation = tree.lemmas[token], tree.tags[token], tree.relations[token]
    head, beyond, gap = tree.heads[token], token + step, min(abs(token - anchor), 6)
    name = tree.lemmas[anchor]
    tie = "anchor" if head == anchor else "within" if _between(head, anchor, token) else "other"
    if tree.heads[anchor] == token:
        tie = "governor"
    next_tag = tree.tags[beyond] if 0 <= beyond < len(tree.words) else ""
    found = ["any", lemma, f"gap {gap}", f"{name}", f"{name} {lemma}", f"under {tree.lemmas[head]} {lemma}"]
    found += [f"{tag} {tie}", f"{relation} {tie}", f"{lemma} {tie}", f"{relation} {tie} {name}"]
    found += [f"{relation} {tie} gap {gap}", f"{relation} {tie} of tag {tree.tags[anchor]}"]
    found += [f"{relation} {tie} of {tree.relations[anchor]}", f"quoted {tree.quotation[token] >= 0} {tie}"]
    found += [f"{tag} gap {gap}", f"{tag} next {next_tag}", f"{lemma} next {next_tag}"]
    branch = _branch(tree, anchor, token)
    found += [f"in {branch}", f"in {branch} {name}", f"in {branch} {tag}", f"in {branch} gap {gap}"]
    side = "left" if step < 0 else "right"
    return [f"{side} {feature}" for feature in found]


def _branch(tree: Tree, anchor: int, token: int) -> str:
    """Which dependent of the cue's head a word is in: "40" of "said 40 were lost" is in the clause."""
    while tree.heads[token] != token:
        if tree.heads[token] == anchor:
            return f"{tree.relations[token]} {_mark(tree, token)}"
        token = tree.heads[token]
    return "none"


def _between(token: int, one: int, other: int) -> bool:
    return min(one, other) <= token <= max(one, other)


def source_features(tree: Tree, anchor: int, token: int | None) -> list[str]:
    """Features of a nominal as the source of the cue at `anchor`; None stands for no source at all."""
    lemma, tag, relation = tree.lemmas[anchor], tree.tags[anchor], tree.relations[anchor]
    if token is None:
        kinds = {tree.relations[child] for child in tree.children[anchor]}
        subjects = " ".join(sorted(kinds & {*_SUBJECTS, "obl:agent", "aux:pass"}))
        return [f"none {what}" for what in ("", lemma, tag, relation)] + [
            f"none {subjects} of {what}" for what in (tag, relation, lemma)
        ]
    path, case, speaker = tree.path(anchor, token), _mark(tree, token), _speaker(tree, token)
    place = f"{'left' if token < anchor else 'right'} {_length(abs(token - anchor))}"
    found = [path, f"{path} {lemma}", f"{path} tag {tag}", f"{path} with {case}", f"{path} is {relation}"]
    found += [f"{path} with {case} {lemma}", f"{path} {speaker}", f"{path} at {place}", speaker]
    found += [f"word {tree.lemmas[token]}", f"at {place}", f"{speaker} at {place}", f"with {case} tag {tag}"]
    found.append(f"quoted {tree.quotation[token] >= 0} {tree.quotation[anchor] >= 0}")
    side = "left" if token < anchor else "right"
    return [*found, f"is {tree.relations[token]}", f"is {tree.relations[token]} {side} tag {tag}"]


def content_features(tree: Tree, anchor: int, candidate: Candidate) -> list[str]:
    """Features of a candidate content of the cue at `anchor`."""
    lemma, tag, relation = tree.lemmas[anchor], tree.tags[anchor], tree.relations[anchor]
    shape = candidate.shape
    found = [shape, f"{shape} {lemma}", f"{shape} tag {tag}", f"{shape} is {relation}"]
    for kind in candidate.kinds:
        found += [kind, f"{kind} {lemma}", f"{kind} {shape}"]
    for mark in candidate.marks:
        found += [mark, f"{mark} {shape}", f"{mark} {lemma}"]
    return found


def _length(words: int) -> str:
    return next((str(bound) for bound in (1, 2, 3, 5, 8, 12, 20, 40) if words <= bound), "more")


def _bucket(share: float) -> str:
    """A share in fifths; "never" for 0."""
    return "never" if share == 0 else str(round(share * 5))
