"""Whom the text credits for a figure."""

import pytest

from addup.reading.crediting import Credits
from addup.reading.model import parse
from addup.reading.names import resolve
from addup.records import Amount, Kind, Source, Span


def credited(text: str, number: str) -> Source | None:
    doc = parse(text)
    start = text.index(number)
    span = Span(number, start, start + len(number))
    kind: Kind = "share" if text.startswith((" percent", "%"), span.end) else "count"
    amount = Amount(span, span, None, None, "exact", kind)
    return Credits(doc, resolve(doc), ()).source_of(amount)


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The ministry said that 40 people had died.", "40", "The ministry"),
        ("In Veldin, the mayor said 40 people had died.", "40", "the mayor"),
        ("At least 40 people have died, the ministry said.", "40", "the ministry"),
        ("According to the ministry, 40 people died in the flood.", "40", "the ministry"),
        ("The ministry announced a recall of 300 trucks.", "300", "The ministry"),
        (
            "Rebels shelled a suburb, killing 40 people and wounding seven, state television reported.",
            "40",
            "state television",
        ),
        ("A survey of teachers showed that 40 percent had a second job.", "40", "A survey"),
        ('"We lost 40 houses," said Amara Diallo, the mayor.', "40", "Amara Diallo"),
        ('"We lost many," said Amara Diallo. "The fire took 40 houses."', "40", "Amara Diallo"),
        ("A spokesman for the port said 40 ships were waiting.", "40", "A spokesman"),
        ("The head of the inquiry, Amara Diallo, said 40 houses were lost.", "40", "Amara Diallo"),
        ("The governor of Lagos State, Amara Diallo, said 40 houses were lost.", "40", "Amara Diallo"),
        ("The company's unit, Orel Pumps, said 40 jobs were lost.", "40", "Orel Pumps"),
        ("Orel rose. Its chairman, Pavo Lind, said 40 jobs were lost.", "40", "Pavo Lind"),
        ("A port spokesman, Colonel Omar Haddad, said 40 ships were lost.", "40", "Omar Haddad"),
        ("The charity Doctors without Borders said 40 people died.", "40", "Doctors without Borders"),
        ("Police and rescuers said 40 people were missing.", "40", "Police and rescuers"),
        ("Police put the death toll at 40.", "40", "Police"),
        ("The mayor told reporters that 40 people had been killed.", "40", "The mayor"),
        ("The toll was put at 40 by the coast guard.", "40", "the coast guard"),
        ("The minister was quoted as saying that 40 ships had left.", "40", "The minister"),
        ("The charity accuses the army of killing 40 people.", "40", "The charity"),
        ("Meanwhile, Orel Corp., which makes pumps, reported a loss of $40 million.", "40", "Orel Corp."),
        ("The union spoke of 40 deaths.", "40", "The union"),
        ("Police said they had arrested 9 people; the union spoke of 40.", "9", "Police"),
        ("Police said they had arrested 9 people; the union spoke of 40.", "40", "the union"),
        ("In June 90 died, according to the ministry, up from 40 in May.", "40", "the ministry"),
        ("The union put the June toll at 467 dead and 40 injured.", "40", "The union"),
        ("Analysts were looking for a profit of $40 million.", "40 million", "Analysts"),
        ("Economists had pencilled in a fall of 40 percent.", "40", "Economists"),
        ("Exports rose 9 percent, above market expectations for a rise of 40 percent.", "40", "market"),
        ("The firm said it had cut 9 jobs; the union said 40 had gone.", "9", "The firm"),
        ("Radio Selm placed the toll at 40.", "40", "Radio Selm"),
        ("The Selm General Hospital recorded 40 deaths.", "40", "The Selm General Hospital"),
        ("The mayor, who put the number of missing at around 40, asked for help.", "40", "The mayor"),
        ('"Do we need 40 boats?" Jo Orr asked.', "40", "Jo Orr"),
        ('"Are there 40 boats?" wondered Orr.', "40", "Orr"),
        ("Orr declared that 40 boats were lost.", "40", "Orr"),
        ("The mayor lamented that 40 boats were lost.", "40", "The mayor"),
        ("The report documented 40 losses.", "40", "The report"),
        ("The audit concluded that 40 boats were lost.", "40", "The audit"),
        ("The agency quoted Jo Orr as saying that 40 boats were lost.", "40", "Jo Orr"),
        ('"We lost 40 boats," the agency quoted a commander as saying.', "40", "a commander"),
        ('"We lost 40 boats," he quoted one sailor.', "40", "one sailor"),
        ("Orr released a statement saying 40 boats were lost.", "40", "Orr"),
        ("A report by the Orel Institute found that 40 boats were lost.", "40", "the Orel Institute"),
        ("They lost 40 boats, according to a report in the Orel Herald.", "40", "the Orel Herald"),
        (
            "The charity reported that, according to an analysis of the files, 40 boats were lost.",
            "40",
            "The charity",
        ),
        ("Orel Aid reported that, according to the ministry, 40 boats were lost.", "40", "the ministry"),
        ("Orr would not say how the port would pay, saying only that it had 40 boats.", "40", "Orr"),
        ("The ministry said the rebels had fled, saying they had 40 boats.", "40", "the rebels"),
        ("Small, who was at the harbour, said that 40 boats were lost.", "40", "Small"),
        ('Orr urged the sailors to "bring back 40 boats."', "40", "Orr"),
        ('The union sent a letter, asking members to "give 40 boats back."', "40", "The union"),
        ('The mayor praised the "40 brave men" of the port.', "40", "The mayor"),
        ('It was a bad year for Jo Orr. "The port lost 40 boats," she said.', "40", "Jo Orr"),
        (
            "Orr said the port had 40 boats, people familiar with the talks said.",
            "40",
            "people familiar with the talks",
        ),
        ("Orr said the port had 40 boats, the mayor said.", "40", "Orr"),
        ('"To date," Orr continued, "nobody came. But 40 boats are there."', "40", "Orr"),
        ('"We sold 40 boats," lamented the mayor.', "40", "the mayor"),
        ('"Did they sell 40 boats?" he fumed.', "40", "he"),
        ('Orr asked the council, "Where are the 40 boats?"', "40", "Orr"),
        ("Orr goes on: “In fact, the shed held 40 boats.”", "40", "Orr"),
        (
            "An examination by the auditors found that the town had lost $40 million.",
            "40 million",
            "An examination",
        ),
        ("An inspection found 40 faults in the hull.", "40", "An inspection"),
        ("The union put the cost of the 12 bridges at more than $40 million.", "40", "The union"),
        ("The health ministry's toll stands at 40.", "40", "The health ministry"),
        ("The union's count is 40 dead.", "40", "The union"),
    ],
)
def test_the_source_is_the_shortest_phrase_that_names_who_says_it(
    text: str, number: str, source: str
) -> None:
    found = credited(text, number)
    assert found is not None
    assert found.text == source
    assert text[found.start : found.end] == source


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The flood killed 40 people in the valley on Monday.", "40"),
        ("The ministry said the dam held. The flood killed 40 people further down.", "40"),
        ("The 15 members of the council said nothing of the sum.", "15"),
        ("The mayor did not say whether the 40 houses were insured.", "40"),
        ("Orel's profits are added to those of the bank and attributed to 40 owners.", "40"),
        ("The army placed 40 guns at the gate.", "40"),
        ("The disease has recorded 40 deaths.", "40"),
        ("The jobless rate is forecast rising to 40 percent.", "40"),
        ("Counting the four that closed, revenues are off by $40 million.", "40 million"),
    ],
)
def test_what_the_outlet_says_itself_has_no_source(text: str, number: str) -> None:
    assert credited(text, number) is None


def test_a_pronoun_is_credited_by_the_name_that_it_stands_for() -> None:
    found = credited("Mayor Amara Diallo said the fire was out. She said 40 houses were lost.", "40")
    assert found is not None
    assert (found.text, found.name) == ("Amara Diallo", "Amara Diallo")


def test_it_stands_for_the_body_that_the_sentence_before_is_about() -> None:
    found = credited("The union has many members. It said that 40 had voted.", "40")
    assert found is not None
    assert found.text == "The union"
    found = credited("The storm came at night. It said that 40 had voted.", "40")
    assert found is not None
    assert found.text == "It"


def test_a_singular_pronoun_does_not_stand_for_several_people() -> None:
    text = "Experts said prices fell on Monday. The mayor, Amara Diallo, has 3 houses. She said 40 were sold."
    found = credited(text, "40")
    assert found is not None
    assert found.name == "Amara Diallo"


def test_a_surname_is_credited_with_the_full_name() -> None:
    found = credited("Mayor Amara Diallo said the fire was out. Diallo said 40 houses were lost.", "40")
    assert found is not None
    assert (found.text, found.name) == ("Diallo", "Amara Diallo")


def test_results_go_on_with_the_report_of_the_firm() -> None:
    text = "Orel Pumps Inc. said its net income fell 4% in the quarter. Sales rose to $310 million."
    found = credited(text, "310")
    assert found is not None
    assert found.name == "Orel Pumps Inc."


def test_results_end_where_the_outlet_turns_to_its_own_view() -> None:
    text = (
        "Orel Pumps Inc. said its net income fell 4% in the quarter. "
        "Sales at its rivals, however, rose to $310 million."
    )
    assert credited(text, "310") is None


def test_results_end_where_it_is_said_what_they_are_but_no_amount() -> None:
    text = (
        "Orel Pumps Inc. said its net income fell 4% in the quarter. "
        "Its profits are listed with those of the parent. Sales rose to $310 million."
    )
    assert credited(text, "310") is None


def test_shares_further_down_belong_to_the_poll() -> None:
    text = (
        "A poll for Radio Kisumu shows the mayor ahead of her rival by 48 percent to 41 percent.\n\n"
        "Among younger voters, 55 percent would choose the mayor."
    )
    found = credited(text, "55")
    assert found is not None
    assert found.text == "A poll"


def test_they_are_not_those_who_were_hurt() -> None:
    found = credited("Twenty people were wounded in the attacks, they said.", "Twenty")
    assert found is None or found.text == "they"


def test_what_happened_tells_no_number() -> None:
    assert credited("Three deaths in Selm raised the toll to 40.", "40") is None
    assert credited("The ministry raised the toll to 40.", "40") is not None


def test_it_is_who_spoke_and_not_who_was_spoken_of() -> None:
    text = "Street Watch said police had counted 131 deaths. It said officers shot 19 people."
    source = credited(text, "19")
    assert source is not None
    assert source.name == "Street Watch"


def test_who_found_bodies_does_not_tell_the_toll_that_they_raise() -> None:
    source = credited("Rescuers found eight bodies, raising the death toll to 31, the firm said.", "31")
    assert source is not None
    assert source.text == "the firm"
    source = credited("The ministry revised its figures, raising the death toll to 40.", "40")
    assert source is not None
    assert source.text == "The ministry"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("Damage estimates by insurers vary from 40 to 60 million euros.", "40", "insurers"),
        ("The estimate by the teachers' union is 4,000.", "4,000", "the teachers' union"),
        ("A forecast by the bank puts growth at 4 percent.", "4", "the bank"),
        ("The cost is 40 million euros, according to calculations by Orel Data.", "40", "Orel Data"),
        ("The figures by region were 40 and 60.", "40", None),
        ("The toll by Monday stood at 40.", "40", None),
    ],
)
def test_a_number_is_of_whoever_made_it_behind_by(text: str, number: str, source: str | None) -> None:
    found = credited(text, number)
    assert (found and found.text) == source


def test_a_place_that_records_something_is_no_source_whatever_the_tagger_takes_it_for() -> None:
    before = "A campaign in Oster reached 300 children."
    assert credited(f"{before} Oster recorded 74 cases last year.", "74") is None
    found = credited(f"{before} Oster reported 74 cases last year.", "74")
    assert found is not None
    assert (found.text, found.kind) == ("Oster", "organisation")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A court on Friday jailed 83 of those held.", None),
        ("A clinic has treated 83 of those who came on foot.", None),
        ("Of those held, 83 were minors.", "The ministry"),
        ("Some 83 of those held were minors.", "The ministry"),
        ("Judges freed 83 of those on Friday.", "The ministry"),
    ],
)
def test_what_others_do_to_those_of_a_kind_does_not_go_on_with_a_report(
    text: str, source: str | None
) -> None:
    found = credited(f"The ministry said 300 people had been arrested. {text}", "83")
    assert (found and found.text) == source


def test_who_only_asks_somebody_to_do_a_thing_tells_nothing() -> None:
    assert credited("Orr asked 40 sailors to leave.", "40") is None
    assert credited('The crew sang the "40 Songs of the Sea."', "40") is None
    assert credited('The mayor runs a "40-man club" in Orel.', "40") is None
    assert credited("The council declared 40 houses unfit.", "40") is None
    assert credited('In the hit comedy, "Forty Boats," Orr commands 40 men.', "40 men") is None
    assert credited('"Is it theirs?" was the question. Orr left with 40 boats.', "40") is None


TRANSCRIPT = """Ann Bell met Jo Stone on Friday, when 300 people came.

ANN BELL: We lost 40 men.

And 12 boats were sunk.

STONE: You lost 29 men.

The debate lasted two hours."""


@pytest.mark.parametrize(
    ("number", "source"),
    [("300", None), ("40", "ANN BELL"), ("12", "ANN BELL"), ("29", "STONE"), ("two", None)],
)
def test_in_a_transcript_the_label_before_the_colon_speaks(number: str, source: str | None) -> None:
    found = credited(TRANSCRIPT, number)
    assert (found and (found.text, found.kind)) == (source and (source, "person"))


def test_a_label_in_capitals_that_names_nobody_speaks_nothing() -> None:
    assert credited("STAT OF THE WEEK: 40 boats sank.\n\nSHORT READS: A harbour closed.", "40") is None


MINUTES = """Mr. Orr (Selm North): How many nurses are there?

The Minister of Health (Ms. Dale): There were 29,000 nurses in May.

Mr. Orr: The union counts only 27,000. In 12 towns there is none.

Ms. Dale: My hon. Friend is wrong: I know of four."""


@pytest.mark.parametrize(
    ("number", "source"), [("29,000", "Dale"), ("27,000", "the union"), ("12", "Orr"), ("four", "Dale")]
)
def test_in_minutes_the_label_with_a_title_speaks(number: str, source: str) -> None:
    found = credited(MINUTES, number)
    assert found is not None
    assert (found.name or found.text.lower()) == source


TALK = """Ann Bell: How many homes did you build?

Paul Moore: We built 4,000 homes.

Ann Bell: I counted 3,100."""


def test_in_a_printed_talk_the_full_name_before_the_colon_speaks() -> None:
    assert [(found and found.text) for found in (credited(TALK, "4,000"), credited(TALK, "3,100"))] == [
        "Paul Moore",
        "Ann Bell",
    ]


def test_the_heads_of_lists_speak_nothing() -> None:
    text = "Health: 12 clinics work.\n\nFood Security: 40 tonnes came.\n\nHealth: 9 clinics are closed."
    assert [credited(text, number) for number in ("12", "40", "9")] == [None, None, None]


def test_beside_those_who_speak_again_one_who_speaks_once_speaks_too() -> None:
    text = (
        "THE MAYOR: We hired 300 men.\n\nQUESTION: When?\n\nTHE MAYOR: Last year.\n\n"
        "SEN. HALE: We lost 63,000 factories."
    )
    found = credited(text, "63,000")
    assert found is not None
    assert found.text.endswith("HALE")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Selm Police @SelmPolice · 3h\n40 arrests at the harbour.\n\nThe harbour is closed.", "Selm Police"),
        ("The harbour is closed.\n\nWe made 40 arrests. — Jo Bell (@jobell) May 3, 2024", "Jo Bell"),
    ],
)
def test_a_post_is_said_by_its_account(text: str, source: str) -> None:
    found = credited(text, "40")
    assert found is not None
    assert found.text == source


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The Selm Rights Monitor documented 148 civilian deaths in May.", "148", "Selm Rights Monitor"),
        ("The mission has verified 314 grave violations against children.", "314", "mission"),
        ("The ministry registered 284 new cases on Tuesday.", "284", "ministry"),
        ("The UN Rights Office verified 675 civilians killed.", "675", "UN Rights Office"),
        ("Monitors recorded 27 ceasefire violations on Sunday.", "27", "Monitors"),
        ("The office has corroborated the killing of 91 people in Tolva.", "91", "office"),
        ("The station recorded a temperature of 48 degrees.", "48", None),
        ("The firm verified 300 accounts.", "300", None),
        ("Doctors registered 300 patients for the trial.", "300", None),
        ("The offensive recorded 40 deaths.", "40", None),
    ],
)
def test_who_keeps_count_of_what_befell_people_is_the_source(
    text: str, number: str, source: str | None
) -> None:
    found = credited(text, number)
    assert (found and found.text.removeprefix("The ").removeprefix("the ")) == source
