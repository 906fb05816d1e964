"""`addup correct`: what a reader knows better than addup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from addup.cli.shared import ByOption, LedgerOption, WhyOption, name_of, open_ledger, settle, terminal
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.ledger import Act, Edit, Ledger

CORRECT_HELP = """Correct a figure of a document in the ledger, or what is known of the document.

\b
FIGURE is an id (addup show DOCUMENT --figures) or the figure's number as the text has it.
FIELD is value, low, high, bound, kind, unit, per, counted, event, change, from, to, place, source or stance;
without a FIGURE it is title, outlet or published. An empty VALUE says that it is not known.
A correction holds when a newer addup reads the document again. addup undo takes it back.

\b
Examples:
  addup correct flood.txt 38 value="at least 38" source="the mayor" --why "her spokesman corrected it"
  addup correct flood.txt 38 --right            it is right as it stands
  addup correct flood.txt 747 --remove          it is no figure
  addup correct flood.txt --add "a dozen boats" counted=boat
  addup correct flood.txt published=2024-05-15
"""


def correct(  # noqa: PLR0913, PLR0917 - a command has as many arguments as it has options
    document: Annotated[str, typer.Argument(help="An id, an address, or words of a title.")],
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[FIGURE] [FIELD=VALUE]...", show_default=False)
    ] = None,
    right: Annotated[bool, typer.Option("--right", help="The figure is right as it stands.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="It is no figure.")] = False,
    words: Annotated[
        str | None, typer.Option("--add", metavar="WORDS", help="Words of the text that are a figure, too.")
    ] = None,
    why: WhyOption = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Correct a figure or a document."""
    from addup.ledger import Edit
    from addup.report.kept import print_log

    opened = open_ledger(ledger)
    id = opened.find(document)
    edit = Edit(name_of(by), why)
    named, fields = _parted(what or [])
    if words is not None:
        act = _add(opened, id, words, fields, edit)
    elif named is None and not (right or remove):
        if not fields:
            raise AddupError("say what to correct: FIELD=VALUE, --right, --remove or --add WORDS.")
        act = opened.describe(id, fields, edit)
    elif named is None:
        raise AddupError(f"say which figure: addup show {id} --figures lists them.")
    else:
        act = _change(opened, id, named, fields, edit, right=right, remove=remove)
    settle(opened)
    print_log(terminal(), [act])
    return 0


def _parted(what: list[str]) -> tuple[str | None, dict[str, str | None]]:
    """Part the figure from the fields."""
    named = [one for one in what if "=" not in one]
    if len(named) > 1:
        raise AddupError(f"{named[1]!r} is no FIELD=VALUE: put quotes around a value with spaces.")
    pairs = (one.split("=", 1) for one in what if "=" in one)
    return (named[0] if named else None), {name: value or None for name, value in pairs}


def _change(
    ledger: Ledger,
    document: str,
    named: str,
    fields: dict[str, str | None],
    edit: Edit,
    *,
    right: bool,
    remove: bool,
) -> Act:
    figure = _figure(ledger, document, named)
    if right + remove + bool(fields) != 1:
        raise AddupError("give either FIELD=VALUE, --right or --remove.")
    if right:
        return ledger.confirm(document, figure, edit)
    return ledger.remove(document, figure, edit) if remove else ledger.correct(document, figure, fields, edit)


def _figure(ledger: Ledger, document: str, named: str) -> str:
    """Give the id of a figure that a user names by its id or by its number in the text."""
    figures = ledger.stored(document).reading.figures
    matching = [one.id for one in figures if one.amount.number.text == named]
    if len(matching) == 1:
        return matching[0]
    if any(one.id == named for one in figures):
        return named
    problem = f"{len(matching)} figures" if matching else "no figure"
    raise AddupError(f"{document} has {problem} {named!r}: addup show {document} --figures gives their ids.")


def _add(ledger: Ledger, document: str, words: str, fields: dict[str, str | None], edit: Edit) -> Act:
    text = ledger.stored(document).reading.document.text
    count = text.count(words)
    if count != 1:
        raise AddupError(f"the text has {words!r} {count} times: give words that it has once.")
    start = text.index(words)
    return ledger.add_figure(document, start, start + len(words), edit, fields=fields)
