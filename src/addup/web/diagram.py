"""The series of a dossier and what relates them, as a small diagram: layers of boxes with lines between.

Wholes stand above their parts, and a share of a whole between the two. The layout is Sugiyama's in short
(Sugiyama, Tagawa and Toda 1981): layers by longest path, order within a layer by the middle of the neighbours
above. What nothing relates stands apart, and no row is wider than a screen: a long layer takes several.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from textwrap import wrap

from addup.account.language.expressions import ExpressionError, read_relation, read_share
from addup.records import Grouping, Series
from addup.report.words import plain

WIDTH, LINE, GAP, LAYER = 210, 18, 24, 56
LETTERS = 22
"""Letters in a line of a box of that width."""
MOST_LINES = 3
ACROSS = 4
"""Boxes beside each other: more would lie beyond the edge of most screens."""
MOST_BOXES = 40


@dataclass(frozen=True, slots=True)
class Box:
    """A series: where its box stands, its lines, and a figure in it to link to."""

    series: Series
    x: int
    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def at(self) -> tuple[str, str]:
        """The document and the id of a figure in it."""
        first = self.series.members[0]
        return first.document, first.figure.id


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two boxes: from the part's top to the whole's bottom."""

    x1: int
    y1: int
    x2: int
    y2: int
    supposed: bool
    equal: bool

    @property
    def path(self) -> str:
        """The line as SVG writes it, bent at half height."""
        middle = (self.y1 + self.y2) // 2
        return f"M{self.x1} {self.y1}C{self.x1} {middle} {self.x2} {middle} {self.x2} {self.y2}"


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes and links with the room that they take. `left_out` counts series beyond those drawn."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    width: int
    height: int
    left_out: int
    shares: bool
    box: int = WIDTH


def diagram(grouping: Grouping) -> Diagram | None:
    """Draw the series that relations name; None where there are none."""
    by_name = {series.name: series for series in grouping.series if series.members}
    pairs = _pairs(grouping, by_name)
    names = list(dict.fromkeys(name for part, whole, *_ in pairs for name in (whole, part)))
    shown = names[:MOST_BOXES]
    pairs = [pair for pair in pairs if pair[0] in shown and pair[1] in shown]
    if not pairs:
        return None
    related = [(part, whole) for part, whole, *_ in pairs]
    groups = [
        _layers(group, [pair for pair in related if pair[0] in group]) for group in _apart(shown, related)
    ]
    boxes = _side_by_side([_boxes(layers, by_name) for layers in groups])
    placed = {box.series.name: box for box in boxes}
    links = tuple(
        Link(
            placed[part].x + WIDTH // 2,
            placed[part].y,
            placed[whole].x + WIDTH // 2,
            placed[whole].y + placed[whole].height,
            supposed,
            equal,
        )
        for part, whole, supposed, equal in pairs
    )
    return Diagram(
        boxes,
        links,
        max(box.x for box in boxes) + WIDTH + 2,
        max(box.y + box.height for box in boxes) + 2,
        len(names) - len(shown),
        any(" % of " in relation.text for relation in grouping.relations),
    )


def _pairs(grouping: Grouping, by_name: dict[str, Series]) -> list[tuple[str, str, bool, bool]]:
    """Give every part with its whole, whether that is supposed, and whether nothing else is in the whole."""
    kinds = {name: series.kind for name, series in by_name.items()}
    pairs: dict[tuple[str, str], tuple[bool, bool]] = {}
    for relation in grouping.relations:
        try:
            if share := read_share(relation.text, kinds):
                part, own, whole = (term.series for term in share.terms)
                pairs.setdefault((part, own), (relation.supposed, False))
                pairs.setdefault((own, whole), (relation.supposed, False))
                continue
            expression, sense = read_relation(relation.text, kinds)
        except ExpressionError:
            continue  # names that are not drawn; the list beside the diagram has the relation
        # Of an equation, the name that stands alone on its side is the whole.
        sign = (
            -1
            if sense == ">=" or (sense == "=" and sum(term.factor > 0 for term in expression.terms) == 1)
            else 1
        )
        smaller = [term.series for term in expression.terms if term.factor * sign > 0]
        larger = [term.series for term in expression.terms if term.factor * sign < 0]
        for part in smaller:
            for whole in larger:
                if part != whole and (whole, part) not in pairs:
                    pairs.setdefault((part, whole), (relation.supposed, sense == "="))
    return [(*pair, *how) for pair, how in pairs.items()]


def _apart(names: list[str], pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Part names into those that relations hold together, in the order of the first of each."""
    home = {name: {name} for name in names}
    for part, whole in pairs:
        together = home[part] | home[whole]
        home.update(dict.fromkeys(together, together))
    groups = {id(group): group for group in (home[name] for name in names)}
    return [[name for name in names if name in group] for group in groups.values()]


def _layers(names: list[str], pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Put every part below its wholes; in a circle nobody is above anybody for ever."""
    depth = dict.fromkeys(names, 0)
    for _ in names:
        moved = False
        for part, whole in pairs:
            if depth[part] <= depth[whole] < len(names) - 1:
                depth[part] = depth[whole] + 1
                moved = True
        if not moved:
            break
    used = sorted(set(depth.values()))
    layers = [[name for name in names if depth[name] == level] for level in used]
    for above, layer in pairwise(layers):
        wholes = {name: [above.index(w) for p, w in pairs if p == name and w in above] for name in layer}
        layer.sort(key=lambda name: sum(wholes[name]) / len(wholes[name]) if wholes[name] else 0)
    return layers


def _boxes(layers: list[list[str]], by_name: dict[str, Series]) -> list[Box]:
    """Place the boxes of each layer in rows of their own, in the middle."""
    widest = _width(min(ACROSS, max(len(layer) for layer in layers)))
    boxes = []
    y = 1
    for layer in layers:
        for start in range(0, len(layer), ACROSS):
            row = layer[start : start + ACROSS]
            x = 1 + (widest - _width(len(row))) // 2
            lines = {name: _lines(plain(name)) for name in row}
            height = max(len(told) for told in lines.values()) * LINE + LINE + 16
            for name in row:
                boxes.append(Box(by_name[name], x, y, height, lines[name]))
                x += WIDTH + GAP
            y += height + GAP
        y += LAYER - GAP
    return boxes


def _lines(name: str) -> tuple[str, ...]:
    """Give a name in the lines that a box has; the sign behind the last tells that it goes on."""
    lines = wrap(name, LETTERS)
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    return (*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: LETTERS - 1].rstrip()}…")


def _width(boxes: int) -> int:
    """Give the width of so many boxes in a row."""
    return boxes * (WIDTH + GAP) - GAP


def _side_by_side(groups: list[list[Box]]) -> tuple[Box, ...]:
    """Put what stands apart beside each other as long as there is room, then below."""
    boxes: list[Box] = []
    x = y = bottom = 0
    for group in groups:
        width = max(box.x for box in group) + WIDTH + GAP
        if x and x + width > _width(ACROSS) + GAP + 1:
            x, y = 0, bottom + LAYER
        boxes += [replace(box, x=box.x + x, y=box.y + y) for box in group]
        bottom = max(bottom, *(box.y + box.height for box in boxes))
        x += width
    return tuple(boxes)
