"""What people did, carried over to the next version of a document where the sentences still stand.

What was set right in a page holds for the page as it is tomorrow. Each correction is recorded again for the
new version, with who made it in the old one; what cannot be carried over is told, never guessed. What people
moved between series (merged, split, pinned) is in the new version where it is in the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from addup.grouping.joining.decisions import Decision
from addup.ledger import acts, deciding, editing, keeping
from addup.ledger.corrections import CARRIED, FIGURE
from addup.ledger.decisions import decision_of
from addup.ledger.errors import LedgerError
from addup.ledger.records import Act, Edit
from addup.records import Document, Figure


def carry_over(connection: Connection, before: str, after: str, *, by: str) -> tuple[str, ...]:
    """Do again in the version `after` of a document what people did in the one before; tell how much of it.

    A word or two for each kind of outcome, for who adds the document: what holds, and what does not.
    """
    old, new = keeping.as_found(connection, before), keeping.as_found(connection, after)
    holds = 0
    left: list[str] = []
    for act in keeping.stored(connection, before).acts:
        if act.undone or not _is_correction(act):
            continue
        edit = Edit(by, _why(act, before))
        if act.kind == "describe":
            holds += _describe(connection, act, old, new, edit)
        elif _correct(connection, act, old, new, edit):
            holds += 1
        else:
            left.append(FIGURE.validate_python(act.content["figure"]).span.text)
    decided, apart = _decide(connection, old, new, by)
    return (*_told(holds, left), *_told_of_series(decided, apart))


def _is_correction(act: Act) -> bool:
    return act.kind == "describe" or "figure" in act.content


def _why(act: Act, before: str) -> str:
    """Say whose correction it was first; one that was carried over before says so itself."""
    if act.why and CARRIED.match(act.why):
        return act.why
    return f"{act.by} did so in {before}" + (f": {act.why}" if act.why else "")


def _describe(connection: Connection, act: Act, old: Document, new: Document, edit: Edit) -> bool:
    """Describe the new version as the old one, in what both say of themselves alike."""
    fields = {
        name: value
        for name, value in act.content["fields"].items()
        if getattr(old, name) == getattr(new, name)
    }
    if fields:
        editing.describe(connection, new.id, fields, edit)
    return bool(fields)


def _correct(connection: Connection, act: Act, old: Document, new: Document, edit: Edit) -> bool:
    """Correct the figure at the same place of the same sentence, if there is one."""
    figure = FIGURE.validate_python(act.content["figure"])
    by = _moved_by(figure, old.text, new.text)
    if by is None:
        return False
    number, missed = figure.amount.number.start + by, None
    if act.kind == "add":
        missed = editing.missed_figure(new, figure.span.start + by, figure.span.end + by)
    try:
        editing.edit_figure(
            connection, act.kind, new.id, str(number), edit, fields=act.content.get("fields"), figure=missed
        )
    except LedgerError:  # the new version reads otherwise there
        return False
    return True


def _decide(connection: Connection, old: Document, new: Document, by: str) -> tuple[int, list[str]]:
    """Put the figures of the new version where people put those of the old one.

    Gives how many decisions hold, and the words of figures of the old one whose sentence is another now.
    """
    was = {figure.id: figure for figure in keeping.stored(connection, old.id).reading.figures}
    now = {figure.id for figure in keeping.stored(connection, new.id).reading.figures}
    holds, left = 0, dict[str, None]()
    for act in acts.acts_of(connection, kind="decide"):
        decision = None if act.undone else decision_of(act.content)
        if not isinstance(decision, Decision) or decision.kind not in {"merge", "split", "pin"}:
            continue
        both = (*decision.figures, *(decision.others if decision.kind == "merge" else ()))
        moved = [was[id] for document, id in both if document == old.id and id in was]
        found: list[tuple[Figure, str]] = []
        for figure in moved:
            shift = _moved_by(figure, old.text, new.text)
            id = None if shift is None else str(figure.amount.number.start + shift)
            if id in now:
                found.append((figure, id))
            else:
                left[figure.span.text] = None
        if found:
            pinned = Decision(
                kind="pin",
                figures=tuple((new.id, id) for _, id in found),
                others=tuple((old.id, figure.id) for figure, _ in found),
            )
            deciding.decide(connection, pinned, Edit(by, _why(act, old.id)))
            holds += 1
    return holds, list(left)


def _moved_by(figure: Figure, old: str, new: str) -> int | None:
    """Give by how many characters the sentence of a figure moved; None where it is gone, or there twice."""
    sentence = old[slice(*figure.sentence)].strip()
    if new.count(sentence) != 1:
        return None
    return new.index(sentence) - old.index(sentence, figure.sentence[0])


def _told_of_series(holds: int, left: Sequence[str]) -> Iterator[str]:
    if holds:
        yield f"{holds} decision{'s about series hold' if holds > 1 else ' about series holds'} there, too"
    for words in left:
        yield f"to which series “{words}” belongs is not carried over: its sentence is another"


def _told(holds: int, left: Sequence[str]) -> Iterator[str]:
    if holds:
        yield f"{holds} correction{'s hold' if holds > 1 else ' holds'} in the new version, too"
    for words in left:
        yield f"what was corrected of “{words}” is not carried over: its sentence is another"
