"""What reports of several agencies on one matter come to, as a fact-checker reads them."""

from __future__ import annotations

import addup
from addup.records import Finding, Grouping


def grouped(*texts: str, published: str = "2025-06-16") -> Grouping:
    return addup.series([addup.read(text, published=published, id=f"r{n}") for n, text in enumerate(texts)])


def members(*texts: str) -> dict[str, list[str]]:
    return {
        series.name: [member.figure.amount.number.text for member in series.members]
        for series in grouped(*texts).series
    }


def relations(*texts: str) -> list[str]:
    return [relation.text for relation in grouped(*texts).relations]


def conflicts(*texts: str, published: str = "2025-06-16") -> list[Finding]:
    return [finding for finding in addup.check(grouped(*texts, published=published)).findings if finding.kind == "conflict"]


def test_what_became_of_some_of_the_dead_is_no_toll() -> None:
    text = (
        "The death toll from a riot in the Selm prison rose to 31, the prisons service said on Friday. Eleven "
        "of the dead were decapitated.\n\nA rights group, Open Cell, said it had counted 46 bodies."
    )
    (conflict,) = conflicts(text, published="2025-06-13")
    assert "46" in conflict.text
    assert "31" in conflict.text


def test_a_rest_is_told_in_the_sentence_of_its_number() -> None:
    text = (
        "Norvex said it would cut 1,900 jobs, 1,200 of them in Lund and the rest in other towns.\n\nThe "
        "company employs 9,800 people."
    )
    assert not any("employed" in relation for relation in relations(text))


def test_bodies_found_since_are_not_all_the_dead_among_those_aboard() -> None:
    text = (
        "The toll from the sinking of a ferry off Selm rose to 61 on Friday after 27 more bodies were found. "
        "Thirteen people were still missing, the coast guard said. The boat carried 161 people, it said, and "
        "87 had been rescued."
    )
    (relation,) = [relation for relation in relations(text) if "aboard" in relation]
    assert [numbers for name, numbers in members(text).items() if name == relation.split(" + ")[0]] == [["61"]]


def test_those_who_marched_across_the_country_are_not_those_of_one_town() -> None:
    text = (
        "Tens of thousands of people marched through Lorne on Saturday against a pension reform. The CGF union "
        "said 150,000 people took part, while police put the figure at 148,000.\n\nAcross the country, 610,000 "
        "demonstrators took to the streets, the interior ministry said. Unions spoke of 1.8 million."
    )
    assert ["610,000", "1.8 million"] in members(text).values()
    (conflict,) = conflicts(text)
    assert "1,750,000" in conflict.text
    assert "615,000" in conflict.text
