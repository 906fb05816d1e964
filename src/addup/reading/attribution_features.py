"""What tells cues, sources and contents of attributions: the features of the scorer.

Each function gives the names of the features that hold. Names are combined where the meaning lies in the
combination ("said" with a clause; "call" with "for"). The scorer has a weight for each (see
`attribution_scorer`); the training gives the weights.
"""

from __future__ import annotations

from addup.reading.attribution_tree import Tree

# The part of a tag that matters for a governor or dependent: noun, verb, adjective...
_COARSE = 2
_QUOTE_REACH = 4


def cue_features(tree: Tree, token: int, reports: dict[str, float]) -> list[str]:
    """Features of a word as the head of a cue; `reports` says how often each lemma is one."""
    lemma, tag, relation = tree.lemmas[token], tree.tags[token], tree.relations[token]
    start, end = tree.bounds[tree.sentence[token]]
    common = f"{_bucket(reports.get(lemma, 0.0))}"
    found = [
        lemma,
        f"t{tag}",
        f"r{relation}",
        f"lt{lemma}/{tag}",
        f"lr{lemma}/{relation}",
        f"c{common}",
        f"ct{common}/{tag}",
    ]
    found += _context(tree, token, start, end)
    found += _governor(tree, token, reports, lemma)
    quoted = tree.quotation[token] >= 0
    beside = _quote_beside(tree, token, start, end)
    found += [
        f"q{quoted}",
        f"b{beside}",
        f"lb{lemma}/{beside}",
        f"cb{common}/{beside}",
        f"lq{lemma}/{quoted}",
    ]
    kinds = []
    for child in tree.children[token]:
        kind = tree.relations[child]
        kinds.append(kind)
        found.append(f"k{kind}/{common}")
        found.append(f"lk{lemma}/{kind}")
        if kind not in {"punct", "cc", "conj", "obj", "obl", "nmod"}:
            found.append(f"kl{kind}/{tree.lemmas[child]}")
        if kind in {"nsubj", "nsubj:pass"}:
            found.append(f"s{_speaker(tree, child)}")
            found.append(f"s{_speaker(tree, child)}/{common}")
            found.append(f"sl{tree.lemmas[child]}")
        if kind in {"obl", "nmod", "obj", "ccomp", "xcomp", "advcl"}:
            mark = next(
                (tree.lemmas[c] for c in tree.children[child] if tree.relations[c] in {"case", "mark"}), "-"
            )
            found.append(f"m{kind}/{mark}/{common}")
            found.append(f"lm{lemma}/{kind}/{mark}")
            found.append(f"o{kind}/{_speaker(tree, child)}/{common}")
            found.append(f"ol{lemma}/{tree.lemmas[child]}")
    for kind in ("nsubj", "ccomp", "obj"):
        if kind not in kinds:
            found.append(f"-{kind}/{common}/{relation}")
            found.append(f"-{kind}/{lemma}")
    return found


def _context(tree: Tree, token: int, start: int, end: int) -> list[str]:
    before = tree.words[token - 1] if token > start else "<"
    after = tree.words[token + 1] if token + 1 < end else ">"
    second = tree.tags[token + 2] if token + 2 < end else ">"
    lemma = tree.lemmas[token]
    first = "first" if tree.sentence[token] == 0 else "later"
    return [
        f"w{before}",
        f"x{after}",
        f"wl{before}/{lemma}",
        f"xl{lemma}/{after}",
        f"y{second}",
        f"h{first}/{lemma}",
        f"wt{tree.tags[token - 1] if token > start else '<'}",
        f"xt{tree.tags[token + 1] if token + 1 < end else '>'}",
    ]


def _governor(tree: Tree, token: int, reports: dict[str, float], lemma: str) -> list[str]:
    head = tree.heads[token]
    relation = tree.relations[token]
    if head == token:
        return ["g-"]
    found = [
        f"g{tree.lemmas[head]}",
        f"gr{tree.lemmas[head]}/{relation}",
        f"gt{tree.tags[head][:_COARSE]}/{relation}",
    ]
    steps, via = 0, relation
    while head != tree.heads[head] and steps < 8 and reports.get(tree.lemmas[head], 0.0) < 0.3:
        via, head, steps = tree.relations[head], tree.heads[head], steps + 1
    above = _bucket(reports.get(tree.lemmas[head], 0.0))
    side = "<" if token < head else ">"
    return [
        *found,
        f"a{above}/{via}/{side}",
        f"al{above}/{via}/{lemma}",
        f"an{above}/{min(steps, 3)}/{via}/{relation}",
    ]


def _speaker(tree: Tree, token: int) -> str:
    """What kind of speaker a nominal is: its pronoun, its name label, or its tag."""
    if tree.tags[token] in {"PRP", "WP", "DT", "WDT", "EX"}:
        return tree.words[token]
    return tree.names[token] or tree.tags[token]


def _quote_beside(tree: Tree, token: int, start: int, end: int) -> str:
    """Where quotation marks stand near a word outside quotations: before, after, both or none."""
    if tree.quotation[token] >= 0:
        return "in"
    before = any(tree.quotation[i] >= 0 for i in range(max(start - 1, 0, token - _QUOTE_REACH - 2), token))
    after = any(tree.quotation[i] >= 0 for i in range(token + 1, min(len(tree.words), token + _QUOTE_REACH)))
    inside = any(tree.quotation[i] >= 0 for i in range(start, end))
    return f"{'b' if before else ''}{'a' if after else ''}{'i' if inside else ''}" or "none"


def extent_features(tree: Tree, anchor: int, token: int, step: int) -> list[str]:
    """Features of a word next to a cue so far: whether it belongs to the cue. `step` is -1 or 1."""
    lemma, tag, relation = tree.lemmas[token], tree.tags[token], tree.relations[token]
    head = tree.heads[token]
    tied = (
        "anchor"
        if head == anchor
        else "within"
        if min(anchor, token) <= head <= max(anchor, token)
        else "other"
    )
    if tree.heads[anchor] == token:
        tied = "governor"
    side = "<" if step < 0 else ">"
    name = tree.lemmas[anchor]
    gap = min(abs(token - anchor), 6)
    beyond = token + step
    next_tag = tree.tags[beyond] if 0 <= beyond < len(tree.words) else ""
    quote = tree.quotation[token] >= 0
    grand = tree.lemmas[head]
    return [
        f"e{side}",
        f"e{side}{lemma}",
        f"e{side}{tag}/{tied}",
        f"e{side}{relation}/{tied}",
        f"e{side}{gap}",
        f"e{side}{name}/{relation}/{tied}",
        f"e{side}{name}/{lemma}",
        f"e{side}{name}",
        f"e{side}{tag}/{next_tag}",
        f"e{side}{relation}/{gap}/{tied}",
        f"e{side}{lemma}/{tied}",
        f"e{side}{quote}/{tied}",
        f"e{side}{relation}/{tied}/{tree.tags[anchor]}",
        f"e{side}{grand}/{lemma}",
        f"e{side}{tag}/{gap}",
        f"e{side}{relation}/{tied}/{tree.relations[anchor]}",
        f"e{side}{lemma}/{next_tag}",
    ]


def source_features(tree: Tree, anchor: int, token: int | None) -> list[str]:
    """Features of a nominal as the source of the cue at `anchor`; None stands for no source at all."""
    lemma, tag, relation = tree.lemmas[anchor], tree.tags[anchor], tree.relations[anchor]
    if token is None:
        subjects = sorted(
            {tree.relations[c] for c in tree.children[anchor]}
            & {"nsubj", "nsubj:pass", "obl:agent", "aux:pass"}
        )
        return [
            "n",
            f"n{lemma}",
            f"n{tag}",
            f"n{relation}",
            f"n{'+'.join(subjects)}/{tag}",
            f"n{'+'.join(subjects)}/{relation}",
            f"n{lemma}/{'+'.join(subjects)}",
        ]
    path = tree.path(anchor, token)
    case = next((tree.lemmas[c] for c in tree.children[token] if tree.relations[c] in {"case"}), "-")
    speaker = _speaker(tree, token)
    gap = _length(abs(token - anchor))
    side = "<" if token < anchor else ">"
    quote = f"{tree.quotation[token] >= 0}/{tree.quotation[anchor] >= 0}"
    return [
        f"p{path}",
        f"pl{path}/{lemma}",
        f"pt{path}/{tag}",
        f"pc{path}/{case}",
        f"pr{path}/{relation}",
        f"pcl{path}/{case}/{lemma}",
        f"ps{path}/{speaker}",
        f"s{speaker}",
        f"w{tree.lemmas[token]}",
        f"g{side}{gap}",
        f"gs{side}{gap}/{speaker}",
        f"q{quote}",
        f"r{tree.relations[token]}",
        f"rs{side}{tree.relations[token]}/{tag}",
        f"pg{path}/{side}{gap}",
        f"c{case}/{tag}",
    ]


def content_features(tree: Tree, anchor: int, candidate) -> list[str]:
    """Features of a candidate content of the cue at `anchor`."""
    lemma, tag, relation = tree.lemmas[anchor], tree.tags[anchor], tree.relations[anchor]
    shape = candidate.shape
    found = [f"h{shape}", f"hl{shape}/{lemma}", f"ht{shape}/{tag}", f"hr{shape}/{relation}"]
    for kind in candidate.kinds:
        found += [f"k{kind}", f"kl{kind}/{lemma}", f"kt{kind}/{tag}", f"hk{shape}/{kind}"]
    for mark in candidate.marks:
        found += [mark, f"{mark}/{shape}", f"{mark}/{lemma}", f"{mark}/{candidate.kinds[0]}"]
    return found


def _length(words: int) -> str:
    for bound in (1, 2, 3, 5, 8, 12, 20, 40):
        if words <= bound:
            return str(bound)
    return "more"


def _bucket(share: float) -> str:
    return "0" if share == 0 else str(round(share * 5))
