"""`addup correct`: what a reader knows better than addup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from addup.cli.days import tell_of_days_to_come
from addup.cli.shared import ByOption, LedgerOption, WhyOption, name_of, open_ledger, settle, terminal
from addup.errors import AddupError

if TYPE_CHECKING:
    from addup.grouping.joining.decisions import FigureId
    from addup.ledger import Act, Edit, Ledger

CORRECT_HELP = """Correct a figure of a document in the ledger, the document, a series or an event.

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

\b
SERIES is a name as addup series lists it. What you decide about series holds when more reports come:
  addup correct flood.txt 38 --split                          it is about something else than the others
  addup correct flood.txt 38 --pin "killed, Brennick"         it belongs to this series
  addup correct --series "killed, Selm" --merge "killed, Brennick"     both are about the same
  addup correct --series "killed, Brennick" --name "dead of the Selm"

\b
EVENT is a number, a name or words of it as addup events lists it. What you decide about events holds, too:
  addup correct --event "flood, Selm" --merge "flood, Brennick"       both are one event
  addup correct --event "flood, Brennick" --name "The Selm flood"
  addup correct flood.txt --split                             the report is of an event of its own
  addup correct flood.txt --pin-event "The Selm flood"        the report is of this event
"""


def correct(  # noqa: PLR0913, PLR0917 - a command has as many arguments as it has options
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT", help="An id, a file, an address, or words of a title.", show_default=False
        ),
    ] = None,
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[FIGURE] [FIELD=VALUE]...", show_default=False)
    ] = None,
    right: Annotated[bool, typer.Option("--right", help="The figure is right as it stands.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="It is no figure.")] = False,
    words: Annotated[
        str | None, typer.Option("--add", metavar="WORDS", help="Words of the text that are a figure, too.")
    ] = None,
    split: Annotated[
        bool,
        typer.Option(
            "--split", help="The figure is a series of its own; without FIGURE, the report an event."
        ),
    ] = False,
    pin: Annotated[
        str | None, typer.Option("--pin", metavar="SERIES", help="The figure belongs to a series.")
    ] = None,
    pin_event: Annotated[
        str | None, typer.Option("--pin-event", metavar="EVENT", help="The report belongs to an event.")
    ] = None,
    series: Annotated[
        str | None, typer.Option("--series", metavar="SERIES", help="The series to --name or to --merge.")
    ] = None,
    event: Annotated[
        str | None, typer.Option("--event", metavar="EVENT", help="The event to --name or to --merge.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="WORDS", help="What a series or an event is called.")
    ] = None,
    merge: Annotated[
        str | None,
        typer.Option("--merge", metavar="SERIES|EVENT", help="What a series or an event is one with."),
    ] = None,
    why: WhyOption = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> int:
    """Correct a figure, a document, a series or an event."""
    from addup.ledger import Edit
    from addup.report.kept import print_log

    opened = open_ledger(ledger)
    edit = Edit(name_of(by), why)
    if series is not None or event is not None:
        if document is not None or (name is None) == (merge is None) or None not in {series, event}:
            kind = "SERIES" if event is None else "EVENT"
            raise AddupError(
                f"of one {kind.lower()} give either --name WORDS or --merge {kind}, and no document."
            )
        settle(opened)
        if series is not None:
            done = list(_decide(opened, series, edit, name=name, merge=merge))
        else:
            done = [_decide_event(opened, str(event), edit, name=name, merge=merge)]
    elif document is None:
        raise AddupError("say which document to correct, or --series SERIES, or --event EVENT.")
    elif name is not None or merge is not None:
        raise AddupError("say of which series or event: --series SERIES or --event EVENT.")
    else:
        id = opened.find(document)
        named, fields = _parted(what or [])
        changes = bool(fields) or right or remove or words is not None
        if pin_event is not None or (split and named is None):
            if named is not None or changes or pin is not None or (split and pin_event is not None):
                raise AddupError("of a report give either --split or --pin-event EVENT alone.")
            done = [_move_report(opened, id, pin_event, edit)]
        elif split or pin is not None:
            if named is None or changes or (split and pin is not None):
                raise AddupError("say which figure, and either --split or --pin SERIES alone.")
            done = [_move(opened, id, named, pin, edit)]
        else:
            done = [_change(opened, id, named, fields, edit, right=right, remove=remove, words=words)]
    settle(opened)
    print_log(terminal(), done)
    return 0


def _decide(ledger: Ledger, series: str, edit: Edit, *, name: str | None, merge: str | None) -> Iterator[Act]:
    """Name a series, or merge all that are called so with all that are called otherwise."""
    from addup.grouping.joining.decisions import Decision

    meant = _members(ledger, series)
    if merge is not None:
        home, *others = dict.fromkeys((*_members(ledger, merge), *meant))
        if not others:
            raise AddupError(f"only one series is called {series!r}: say which other one is about the same.")
        for other in others:
            yield ledger.decide(Decision(kind="merge", figures=other, others=home), edit)
    elif len(meant) > 1:
        raise AddupError(
            f"{len(meant)} series are called {series!r}: --merge them first, or --split figures."
        )
    else:
        assert name is not None  # it is either of the two
        if not name.strip():
            raise AddupError("--name needs words to call the series by.")
        yield ledger.decide(Decision(kind="name", figures=meant[0], name=name.strip()), edit)


def _decide_event(ledger: Ledger, event: str, edit: Edit, *, name: str | None, merge: str | None) -> Act:
    """Name an event, or say which other one is the same."""
    meant = ledger.event(event).id
    if merge is not None:
        return ledger.merge_events(meant, ledger.event(merge).id, edit)
    return ledger.name_event(meant, name or "", edit)


def _move_report(ledger: Ledger, document: str, event: str | None, edit: Edit) -> Act:
    """Take a report out of its event, into another one or one of its own."""
    settle(ledger)
    if event is None:
        return ledger.split_event([document], edit)
    return ledger.pin_to_event([document], ledger.event(event).id, edit)


def _move(ledger: Ledger, document: str, named: str, pin: str | None, edit: Edit) -> Act:
    """Take a figure out of its series, into another one or one of its own."""
    from addup.grouping.joining.decisions import Decision

    settle(ledger)
    figure = document, _figure(ledger, document, named)
    if pin is None:
        return ledger.decide(Decision(kind="split", figures=(figure,)), edit)
    home, *others = _members(ledger, pin)
    if others:
        raise AddupError(f"{len(others) + 1} series are called {pin!r}: --merge them first.")
    return ledger.decide(Decision(kind="pin", figures=(figure,), others=home), edit)


def _members(ledger: Ledger, series: str) -> list[tuple[FigureId, ...]]:
    """Give the figures of each series of a name."""
    meant = [one for one in ledger.series(series) if one.name.casefold() == series.casefold()]
    if not meant:
        raise AddupError(f"no series is called {series!r}: addup series --all lists them.")
    return [
        tuple((reading.document.id, figure.id) for reading, figure in ledger.members(one.id)) for one in meant
    ]


def _parted(what: list[str]) -> tuple[str | None, dict[str, str | None]]:
    """Part the figure from the fields."""
    named = [one for one in what if "=" not in one]
    if len(named) > 1:
        raise AddupError(f"{named[1]!r} is no FIELD=VALUE: put quotes around a value with spaces.")
    pairs = (one.split("=", 1) for one in what if "=" in one)
    return (named[0] if named else None), {name: value or None for name, value in pairs}


def _change(  # noqa: PLR0913 - they are the options of the command
    ledger: Ledger,
    document: str,
    named: str | None,
    fields: dict[str, str | None],
    edit: Edit,
    *,
    right: bool,
    remove: bool,
    words: str | None,
) -> Act:
    """Correct a figure or its document, or add a figure."""
    from addup.documents.days import given_day

    if words is not None:
        return _add(ledger, document, words, fields, edit)
    if named is None and not (right or remove):
        if not fields:
            raise AddupError("say what to correct: FIELD=VALUE, --right, --remove or --add WORDS.")
        act = ledger.describe(document, fields, edit)
        if day := fields.get("published"):
            tell_of_days_to_come([(document, given_day(day))], in_ledger=True)
        return act
    if named is None:
        raise AddupError(f"say which figure: addup show {document} --figures lists them.")
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
