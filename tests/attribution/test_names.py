"""Following names: who a phrase of an article stands for."""

import pytest
from spacy.tokens import Doc, Token

import addup
from addup.reading.model import parse
from addup.reading.names import resolve

STORY = (
    "Kenyan President Daniel Otieno said on Monday that 40 schools would open. "
    "The Kenyan Water Ministry said it had drilled 12 wells in Kisumu. "
    "Otieno said the ministry needed 30 more. The president said he expected 20. "
    "Officials said 9 wells had failed."
)


def noun(text: str, word: str, which: int = 0) -> Token:
    return [token for token in parse(text) if token.text == word][which]


@pytest.mark.parametrize(
    ("word", "which", "name"),
    [
        ("Otieno", 0, "Daniel Otieno"),
        ("Otieno", 1, "Daniel Otieno"),
        ("ministry", 0, "Kenyan Water Ministry"),
        ("president", 0, "Daniel Otieno"),
        ("he", 0, "Daniel Otieno"),
        ("Officials", 0, None),
        ("wells", 0, None),
    ],
)
def test_a_phrase_is_led_back_to_the_name_that_the_text_gave(word: str, which: int, name: str | None) -> None:
    token = noun(STORY, word, which)
    assert resolve(token.doc).name_of(token) == name


def test_a_surname_takes_the_full_name_given_later_only_from_there_on_the_same_name() -> None:
    text = "Amara Diallo said 40 houses fell. Diallo said 12 people died."
    names = resolve(parse(text))
    assert {naming.name.full for naming in names.namings} == {"Amara Diallo"}


def test_the_form_of_a_firm_s_name_tells_it_from_a_person() -> None:
    token = noun("Orel Pumps Inc. said on Friday that its sales rose 4 percent to $20 million.", "Inc.")
    assert not resolve(token.doc).is_personal(token)


def test_nobody_is_named_who_is_not_in_the_text() -> None:
    token = noun("The ministry said 12 wells had failed. He said 9 had been repaired.", "He")
    assert resolve(token.doc).name_of(token) is None


def test_an_office_stands_for_the_person_beside_it_and_the_place_does_not() -> None:
    text = (
        "The governor of Lagos State, Amara Diallo, said 40 houses were lost. "
        "The governor said 12 people died. The state said 9 were found."
    )
    assert resolve(parse(text)).name_of(noun(text, "governor", 1)) == "Amara Diallo"
    assert resolve(parse(text)).name_of(noun(text, "state")) is None


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("Mr. Bell said 40 houses fell. Ms. Diallo spoke next. He said 12 people died.", "12", "Bell"),
        ("Robert Bell said 40 houses fell. Mary Diallo said 9 stood. He said 12 people died.", "12", "Bell"),
        ("Tom Diallo met Ms. Bell. Bell said 40 houses fell. She said 12 people died.", "12", "Bell"),
        (
            "Bell spoke on Friday. Stone asked Bell how many died. He told Stone that 12 people died.",
            "12",
            "Bell",
        ),
        ('Mr. Stone said 40 houses fell. "There were 12 under Ms. Bell," he added.', "12", "Stone"),
        (
            'Stone said 40 fell. Another analyst, Robert Bell, met the firm on Friday. "I see 12," he said.',
            "12",
            "Bell",
        ),
    ],
)
def test_a_pronoun_stands_for_whom_it_can(text: str, number: str, source: str) -> None:
    figure = next(figure for figure in addup.read(text).figures if figure.amount.number.text == number)
    assert figure.source is not None
    assert figure.source.text.endswith(source)


def test_a_last_name_that_a_man_and_a_woman_have_may_be_of_both() -> None:
    text = "Mary Bell met John Bell in Kisumu. Bell said 40 houses fell. He said 12 people died."
    figure = addup.read(text).figures[-1]
    assert figure.source is not None
    assert figure.source.text == "Bell"


def test_what_stands_behind_a_title_is_a_person() -> None:
    tagged = parse("Finance Minister Pedro Salas on Tuesday presented a budget. He will leave.")
    doc = Doc(
        tagged.vocab,
        words=[token.text for token in tagged],
        spaces=[bool(token.whitespace_) for token in tagged],
        tags=[token.tag_ for token in tagged],
        lemmas=[token.lemma_ for token in tagged],
        heads=[token.head.i for token in tagged],
        deps=[token.dep_ for token in tagged],
    )
    assert not doc.ents
    assert resolve(doc).name_of(next(token for token in doc if token.text == "He")) == "Pedro Salas"


def test_a_body_is_not_the_person_who_holds_an_office_of_it() -> None:
    text = "Petra Lind, the union's general secretary, said 40 had joined. The union said 12 drivers left."
    token = noun(text, "union", 1)
    assert resolve(token.doc).name_of(token) is None


def test_a_body_with_a_name_of_its_own_is_no_other_of_its_kind() -> None:
    text = "The Labour Institute met. The Varo institute said 40 had voted."
    figure = next(one for one in addup.read(text).figures if one.amount.number.text == "40")
    assert figure.source is not None
    assert figure.source.name in {None, "Varo institute", "the Varo institute", "Varo"}


def test_a_public_body_whose_kind_is_told_is_not_the_one_named_before_it() -> None:
    text = "The Red Crescent sent 40 trucks. The {} said eight shocks were felt."
    doc = parse(text.format("seismological institute"))
    assert resolve(doc).name_of(doc[9]) is None
    doc = parse(text.format("institute"))
    assert resolve(doc).name_of(doc[8]) == "Red Crescent"


def test_an_agency_is_not_the_bank_named_before_it() -> None:
    doc = parse("The Bank of Marland raised its rate. The consumer agency said eight firms had closed.")
    names = resolve(doc)
    assert names.name_of(doc[10]) is None
    assert names.name_of(doc[1]) == "Bank of Marland"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 40 tents were lost, the charity Shelter Now said.", "Shelter Now"),
        ("The movement Never Again said 5,000 people had come.", "Never Again"),
        ("The aid group Nurses for Peace said 40 tents were lost.", "Nurses for Peace"),
        ("The news agency Ostra said 40 tents were lost.", "Ostra"),
        ("Insurer Orel AG will close 40 pubs, it said. Orel has 900.", "Orel AG"),
    ],
)
def test_what_a_noun_for_a_body_stands_right_before_is_the_name_of_the_body(text: str, name: str) -> None:
    figure = addup.read(text).figures[0]
    assert figure.source is not None
    assert (figure.source.text, figure.source.name, figure.source.kind) == (name, name, "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "The company Tuesday said 40 shops would close.",
        "The company Chairman Amar Kolvin founded has 40 shops.",
        "The firm John Kolvin founded has 40 shops.",
        "The firm Kolvin founded has 40 shops, the mayor said.",
        "In office Kolvin closed 40 schools.",
        "The hospital I saw has 40 beds.",
    ],
)
def test_what_stands_behind_such_a_noun_without_being_called_so_is_no_body(text: str) -> None:
    assert not [naming for naming in resolve(parse(text)).namings if naming.name.kind == "organisation"]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("PORT OREL, Oct. 11 (Marvik News) - A strike shut four mines.", None),
        ("PORT OREL (MNA) - A strike shut four mines.", None),
        ("A strike shut four mines, Jo Bell told Marvik News.", None),
        (
            "Orel Pumps Inc. lost $30 million. Analysts polled by Marvik News had expected it.",
            "Orel Pumps Inc.",
        ),
        ("Orel Pumps Inc. lost $30 million. A survey by Marvik News had shown it would.", "Orel Pumps Inc."),
        ("Marvik News fired its editor.", "Marvik News"),
    ],
)
def test_it_is_nobody_who_only_passes_on_what_others_say(before: str, name: str | None) -> None:
    figure = addup.read(f"{before} It expects a loss of $40 million.", published="2015-10-12").figures[-1]
    assert figure.source is not None
    assert figure.source.name == name
