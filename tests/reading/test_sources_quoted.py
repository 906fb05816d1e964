"""Whose a figure is beside quotations, colons, headlines and credits in brackets."""

from __future__ import annotations

import pytest
from finders import figures, source_of


def test_words_between_two_quotations_in_the_marks_of_the_agencies_are_the_outlets() -> None:
    text = "``The rains came early,'' the mayor said. Work goes on with 300 men. ``We hope,'' she said."
    assert figures(text)["300"].source is None


def test_a_colon_leads_to_a_quotation_over_a_line_break() -> None:
    text = "The mayor of Kisumu said:\n\n“It rained. We lost 40 houses.”"
    found = figures(text)["40"]
    assert found.source is not None
    assert found.source.text == "The mayor"


def test_the_name_in_brackets_behind_a_paragraph_is_the_source_of_what_nobody_says_in_it() -> None:
    text = (
        "TWO BRIDGES CLOSED Workers found 40 cracks on Friday. [Ada Orel, Valley Herald]\n"
        "The mayor said that 30 ships waited. “It was a line of 12 miles.”\xa0[KBV | Paywall]\n"
        "The port has 15 berths [and more to come]."
    )
    found = figures(text)
    assert [found[number].source.text for number in ("TWO", "40", "30", "12")] == [  # type: ignore[union-attr]
        "Ada Orel, Valley Herald",
        "Ada Orel, Valley Herald",
        "The mayor",
        "KBV",
    ]
    assert found["15"].source is None


def test_who_speaks_only_in_a_quotation_is_not_meant_outside_it() -> None:
    text = (
        'Amara Diallo wrote that the town was lost. "When the general says that all is well, do not go. '
        'There are 40 men left," he added.'
    )
    found = figures(text)["40"]
    assert found.source is not None
    assert found.source.text == "Amara Diallo"


def test_who_speaks_in_the_next_paragraph_does_not_speak_a_quotation_before_it() -> None:
    text = (
        '"The state had a debt of $2 million," Bell said. "That is bad. ... Twenty thousand fewer jobs."\n\n'
        "Polls show that the race is tight."
    )
    found = figures(text)["Twenty thousand"]
    assert found.source is not None
    assert found.source.text == "Bell"


def test_a_report_in_a_quotation_is_told_by_whoever_is_quoted() -> None:
    found = figures(
        '"If the ministry wants to argue that gifts of 40 dollars change nothing, fine," Jo Bell said. '
        "Stone said the hall was full, 20 minutes before it closed."
    )
    assert found["40"].source is not None
    assert found["40"].source.text == "Jo Bell"


def test_marks_that_do_not_match_close_a_quotation_all_the_same() -> None:
    found = figures('"We lost 40 carts,” the mayor said. Some 90 others stand in Kisumu.')
    assert found["40"].source is not None
    assert found["40"].source.text == "the mayor"
    assert found["90"].source is None


def test_you_in_an_article_with_quotations_is_nobody_s_talk_on_air() -> None:
    column = (
        '"He will have to earn it," added Rep. Jo Bell.\n\n'
        "Ask your neighbours whether they change. At 30. Or 50."
    )
    found = figures(column)
    assert found["30"].source is None
    assert found["50"].source is None


def test_a_document_cited_in_a_quotation_stays_the_source() -> None:
    found = figures(
        'The Herald reports: "According to data from the Kisumu Harbour Office, 30,290 carts passed. '
        'And 9 fell."'
    )
    assert found["30,290"].source is not None
    assert found["30,290"].source.text == "the Kisumu Harbour Office"


def test_who_is_quoted_speaks_where_the_figures_cited_are_nobody_s() -> None:
    text = '"More than 40 were hurt, according to first figures," Sana News said.'
    assert source_of(text, "40") == "Sana News"


@pytest.mark.parametrize(
    ("headline", "whose"),
    [
        ("Ana Bell: 40 villages cut off by flood", "Ana Bell"),
        ("Harbour media: Flood cuts off 40 villages", "Harbour media"),
        ("Flood cuts off 40 villages: ministry", "ministry"),
        ("Flood cuts off 40 villages -- officials", "officials"),
        ("Kenya: 40 villages cut off by flood", None),
        ("Football: 40 clubs to close", None),
    ],
)
def test_a_headline_names_who_says_it_beside_a_colon_or_a_dash(headline: str, whose: str | None) -> None:
    assert source_of(f"{headline}\n\nRain fell on the town for days.\n", "40") == whose


LED = """\
The minister spoke in Selm. Rosa Ventner argued that:

- Only 2,200 farmers have come in four years.

- They wait for 18 months.

The port has 900 workers.

The Selm Herald reports:

…at least seven clinics have closed. Some 60 nurses have left.

It rained for nine days.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [
        ("2,200", "Rosa Ventner"),
        ("18", "Rosa Ventner"),
        ("900", None),
        ("seven", "The Selm Herald"),
        ("60", "The Selm Herald"),
        ("nine", None),
    ],
)
def test_a_colon_leads_to_a_paragraph_or_a_list_of_what_is_said(number: str, whose: str | None) -> None:
    assert source_of(LED, number) == whose


INTERVIEW = """\
Rosa Ventner took over the port of Selm in May. She spoke with the reporter Jan Hale. Ventner sold ships.

Q: The port lost 400 jobs. What went wrong?

A: We had 60 ships in a good month. The ministry said 20 would stay away.

I gave it four years of my life.

Q: Are you sorry?

A: No. I have two sons here.

The port opened 90 years ago.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [
        ("400", None),
        ("60", "Rosa Ventner"),
        ("20", "The ministry"),
        ("four", "Rosa Ventner"),
        ("two", "Rosa Ventner"),
        ("90", None),
    ],
)
def test_who_is_asked_in_an_interview_gives_its_answers(number: str, whose: str | None) -> None:
    assert source_of(INTERVIEW, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Rosa Ventner called it the worst storm in 40 years.", "40", "Rosa Ventner"),
        ("In what Rosa Ventner called the worst storm in 40 years, 12 boats sank.", "40", "Rosa Ventner"),
        ("In what Rosa Ventner called the worst storm in 40 years, 12 boats sank.", "12", None),
        ("The storm, described by Ventner as the worst in 40 years, sank 12 boats.", "40", "Ventner"),
        ("The mayor called the loss of 40 boats a disaster.", "40", None),
        ("The mayor called on 40 firms to help.", "40", None),
        ("The union called a strike of 40 days.", "40", None),
        (
            'Rosa Ventner has fished for 30 years. Ventner looked at the sea. "There were 40 boats here."',
            "40",
            "Rosa Ventner",
        ),
        (
            'Rosa Ventner has fished for 30 years. Ventner\'s son was away. "There were 40 boats here."',
            "40",
            None,
        ),
    ],
)
def test_what_somebody_calls_a_thing_they_say_and_who_acts_before_a_quotation_speaks_it(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ('THE PORT IS EMPTY - Rosa Ventner: "It rained all May. We lost 40 boats."', "Rosa Ventner"),
        (
            'Rosa Ventner has 12 boats.\n\nVentner took the floor:\n\n"It rained all May. We lost 40 boats."',
            "Rosa Ventner",
        ),
        (
            'On Monday, Rosa Ventner said it had rained.\n\nTranscript as follows:\n\n"We lost 40 boats."',
            "Rosa Ventner",
        ),
        ('"It rained," Devine added. "We have all seen that. We lost 40 boats."', "Devine"),
        ('The port has one rule:\n\n"No more than 40 boats."', None),
    ],
)
def test_a_quotation_behind_a_colon_is_spoken_by_whoever_was_told_of_before_it(
    text: str, whose: str | None
) -> None:
    assert source_of(text, "40") == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ('"We lost 40," Flynn said. "We hired 300." Union figures show 200.', "300", "Flynn"),
        ('"We lost 40," Flynn said. "We hired 300." The union said 200 were hired.', "300", "Flynn"),
        ('"We lost 40," Flynn said. "We hired 300." According to the union, 200 were.', "300", "Flynn"),
        ('"We hired 300." Records show only 200.', "300", None),
        ('"We hired 300." Mayor Ann Bell said that all were nurses.', "300", "Ann Bell"),
        ('"We hired 300." He added that all were nurses.', "300", "He"),
        ('"We lost 40," Flynn said. "We hired 300." said Mayor Ann Bell.', "300", "Ann Bell"),
    ],
)
def test_who_tells_another_thing_behind_a_quotation_does_not_speak_it(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


def test_who_only_claims_a_number_that_is_replaced_is_no_source_of_the_right_one() -> None:
    text = "The bridge cost 3 million euros, not 5 million as the mayor claimed."
    assert source_of(text, "3 million") is None
    assert source_of("The bridge cost 3 million euros, as the mayor claimed.", "3 million") == "the mayor"


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The minister claimed a saving of $4 million.", "4 million", "The minister"),
        ("The minister claimed a prize of $4 million.", "4 million", None),
        (
            "According to the National Health Survey, the number of uninsured rose by 1.9 million.",
            "1.9 million",
            "National Health Survey",
        ),
    ],
)
def test_who_claims_a_change_and_a_survey_by_name_are_sources(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


def test_a_label_is_no_subject_and_who_is_quoted_does_nothing_to_what_is_named() -> None:
    told = figures("The facts: tuition rose from $2,150 in 2010 to $2,640 in 2014.")
    assert {one.counted.head for one in told.values() if one.counted} == {"tuition"}
    quoted = figures('"Four million new jobs in 29 months," the mayor told delegates.')
    assert quoted["Four million"].event is None


def test_a_text_may_end_with_the_mark_of_a_quotation() -> None:
    assert figures("Of 40 men 12 fled. Or, as Ada Holm, a former mayor of Selm, put it: “").keys() == {
        "40",
        "12",
    }


def test_a_text_may_begin_with_a_comma() -> None:
    assert figures(", the largest mill of Selm, has not been shut for the last 40 years.").keys() == {"40"}
    assert figures(", Holm said, and 12 men wrote a song.").keys() == {"12"}
