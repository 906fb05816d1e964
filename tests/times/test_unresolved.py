"""Without a day of publication nothing is guessed."""

import addup
from addup.records import Period


def test_a_time_that_refers_back_to_an_unresolved_one_stays_unresolved() -> None:
    reading = addup.read(
        "The raid was on 20 April 2024. In early March the minister spoke. She said at the time that 30 left."
    )
    times = {time.span.text: time for time in reading.times}
    assert times["early March"].value is None
    assert times["the time"].value is None


def test_a_figure_of_an_unresolved_time_keeps_its_words_and_takes_no_other_days() -> None:
    reading = addup.read(
        "More than 9,000 people have signed since 1 March 2024. "
        "Over the past 14 days, some 900 men have signed."
    )
    figure = next(figure for figure in reading.figures if figure.amount.number.text == "900")
    assert figure.period == Period()
    assert figure.time is not None
    assert figure.time.text == "the past 14 days"
