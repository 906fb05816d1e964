"""What kind of source a figure has: person, organisation, unnamed official, document."""

import pytest

import addup
from addup.records import SourceKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Amara Diallo said 40 houses were lost.", "person"),
        ("The mayor of Kisumu, Amara Diallo, said 40 houses were lost.", "person"),
        ("Amara Diallo left early. She said 40 houses were lost.", "person"),
        ("Residents said 40 houses were lost.", "person"),
        ("The Kenyan Water Ministry said 40 wells had failed.", "organisation"),
        ("The ministry said 40 wells had failed.", "organisation"),
        ("Police said 40 people were arrested.", "organisation"),
        ("The port authority said 40 ships were waiting.", "organisation"),
        ("The company reported a loss of $40 million.", "organisation"),
        ("The county's burns centre said 40 beds were taken.", "organisation"),
        ("The utility Orla Power said 40,000 homes were dark.", "organisation"),
        ("The last poll by the institute Dimara put the Greens at 40 percent.", "organisation"),
        ("The trade union Farrow said 4,000 drivers had stopped work.", "organisation"),
        ("Trams stood still, the union Farrow said, in 40 towns.", "organisation"),
        ("The company chairman Amar Kolvin said 40 shops would close.", "person"),
        ("At the hospital Kolvin said 40 people had died.", "person"),
        ("Economists said 40 banks would close.", "person"),
        ("Survivors said 40 people had been aboard.", "person"),
        ("Varo Electric said 40 homes were dark.", "organisation"),
        ("Officials said 40 people had died.", "official"),
        ("Authorities said 40 people had died.", "official"),
        ("A spokesman for the port said 40 ships were waiting.", "official"),
        ("The report said 40 schools had no water.", "document"),
        ("A survey of teachers showed that 40 percent had a second job.", "document"),
        ("According to the statement, 40 people had died.", "document"),
    ],
)
def test_a_source_has_the_kind_that_its_words_say(text: str, kind: SourceKind) -> None:
    (figure,) = addup.read(text).figures
    assert figure.source is not None
    assert figure.source.kind == kind
    assert figure.to_dict()["source"]["kind"] == kind


def test_a_description_is_of_the_kind_of_the_name_that_it_stands_for() -> None:
    text = "Kenyan President Daniel Otieno spoke on Monday. The president said 40 schools would open."
    (figure,) = addup.read(text).figures
    assert figure.source is not None
    assert (figure.source.name, figure.source.kind) == ("Daniel Otieno", "person")
