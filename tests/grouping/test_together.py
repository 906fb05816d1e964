"""Numbers that belong together are found by what reports taught, in words that no rule knows."""

from __future__ import annotations

from functools import partial

import marked_reports
import pytest
from checked import found
from hypothesis import given
from hypothesis import strategies as st

import addup
from addup.account.arithmetic.together import agrees, off, together_findings
from addup.grouping.arithmetic.together.candidates import Candidate, candidates_of
from addup.grouping.arithmetic.together.operands import operands_of
from addup.grouping.arithmetic.together.ruled_out import is_ruled_out
from addup.grouping.arithmetic.together.weigh import WEIGHTS, choices, tell
from addup.reading.trait_network import PLACES, networks

COUNTS = st.integers(20, 90_000)
REPORT = (
    "Vets checked 1,250 goats in the Orrin valley last week. Of these 450, or 36 percent, were ill. "
    "A year earlier it had been 300. The owners lost 80 euros a head."
)


_found = partial(found, published="2025-06-12")
CLASHES = {
    "a share": (
        "Selm hospital short of midwives\n\nSelm's only hospital has 640 beds, and on a usual night "
        "410 are taken. The nurses' union put a question to all 1,180 of its members there. Of those,"
        " {} sent the form back, or 45 percent, and nearly all of them want to strike, Ada Brennick, "
        "who leads it, said on Monday.\n\nThe last strike was in 2009 and lasted six days. The "
        "ministry did not comment, but a letter that it sent to 12 hospitals in May speaks of "
        "savings.",
        "381",
        "531",
    ),
    "a product": (
        "Grants for fishermen\n\nThe fund gave each of the 85 skippers who lost their nets 3,200 "
        "crowns. Together they got {} crowns, its director Mira Sund told the council, which had "
        "asked for a list. Eleven more had written too late. The storm of 4 November sank 23 boats. "
        "Its harbour, which has 140 berths, was cleared within 3 weeks, and the fish market opened "
        "again before Christmas.",
        "422,000",
        "272,000",
    ),
    "a sum": (
        "Fire at Marenda depot\n\nFirefighters counted {} vehicles in the ruins of the depot on "
        "Friday: 34 buses, 19 trams and 12 lorries. The oldest tram was built in 1931. Damage was put"
        " at 40 million crowns by the insurers, who sent five assessors. The depot in Quay Street had"
        " been closed for the holiday, and nobody was hurt. A watchman who saw the smoke at 3.40 a.m."
        " said the doors were hot by then. The town will borrow what it needs from Orrin.",
        "95",
        "65",
    ),
    "a difference": (
        "Sund keeps the harbour ward\n\nJoris Sund was elected again in Holm's harbour ward on Sunday"
        " with 2,310 votes. His rival Pia Velm got 1,874, which gives him a majority of {}. Turnout "
        "was 51 percent, and 62 papers were spoilt. The ward, in which 8,900 people live, had gone to"
        " Sund four times before. He is 61, has a boat shed with 9 hands, and says he will stand for "
        "the last time. The council meets again on 3 July.",
        "636",
        "436",
    ),
    "what is left": (
        "Fewer in the camp at Orrin\n\nThe camp at Orrin had 4,180 people on 1 June. In the month "
        "since then 640 came, most of them on foot, and 1,120 left for the coast, so that {} people "
        "are there now, its director Ada Brennick said. The youngest is 3 days old. Water comes "
        "from 6 wells, of which one is dry, and each family has a tent of 16 square metres. The "
        "camp was built in 2019. Of the 38 nurses that the ministry promised in May 11 are there.",
        "3,100",
        "3,700",
    ),
    "a multiple": (
        "More storks\n\nBirdwatchers in the Selm marshes counted 84 pairs of storks this year. In "
        "2015 there had been 28, so the number has {}. Three in four nests had young ones, and 12 "
        "nests were empty. The birds come in March and leave in late August, and the marshes cover "
        "2,100 hectares since the dike was opened. Ola Brand, who has counted them for 31 years, "
        "thinks that the wet spring helped: frogs were never so many.",
        "doubled",
        "tripled",
    ),
}


@pytest.mark.parametrize(("text", "wrong", "right"), CLASHES.values(), ids=CLASHES)
def test_numbers_that_belong_together_are_held_against_each_other(text: str, wrong: str, right: str) -> None:
    (finding,) = _found(text.format(wrong))
    assert wrong in "".join(piece.text for piece in finding.evidence)
    assert not _found(text.format(right))


@pytest.mark.parametrize(("total", "clashes"), [("$180,000", True), ("$220,000", False)])
def test_few_sentences_are_enough(total: str, clashes: bool) -> None:
    text = (
        "Ten days after the bridge fell, Dray, which runs it, said it would pay $10,000 to each of the "
        f"families of the 22 dead, {total} in all. The town will hold a service for them in the old "
        "harbour church."
    )
    assert bool(_found(text)) == clashes


@pytest.mark.parametrize(("now", "clashes"), [(45, False), (39, True), (81, False)])
def test_a_change_is_near_where_what_it_leads_to_is(now: int, clashes: bool) -> None:
    text = (
        f"Repairs of the bridge at Selm will cost ${now} million, up 25 percent from the $36 million that "
        "was planned at first, the transport ministry said. Work begins in May and will close the road to "
        "the harbour until the new piers stand, a spokesman said on Saturday, and the ferry runs at night."
    )
    assert bool(_found(text)) == clashes


def test_a_clash_is_told_with_its_arithmetic() -> None:
    text, wrong, _ = CLASHES["a sum"]
    (finding,) = together_findings(addup.series([addup.read(text.format(wrong), published="2025-06-12")]))
    parts = "“34 buses”", "“19 trams”", "“12 lorries”"
    assert finding.text == (
        f"{parts[0]}, {parts[1]} and {parts[2]} come to 65, but “95 vehicles” is told. "
        "That they belong together is inferred from how they are told."
    )
    assert finding.rows == (f"{' + '.join(parts)} = 65",)


def test_the_cells_of_a_table_are_left_to_those_who_read_tables() -> None:
    text = "| town | men | women |\n| --- | --- | --- |\n| Selm | 40 | 60 |\n| Orrin | 12 | 15 |\n"
    assert operands_of(addup.read(text, published="2025-06-12")) == []


def _candidates(text: str) -> list[tuple[Candidate, list[str]]]:
    """Give all candidates of a text, with the words of their numbers, the result first."""
    operands = operands_of(addup.read(text, published="2025-06-12"))
    return [
        (one, [operands[at].figure.amount.number.text for at in (one.result, *one.others)])
        for place in range(len(operands))
        for one in candidates_of(operands, place)
    ]


@pytest.mark.parametrize(
    ("end", "is_out"),
    [
        ("and four Selmians as well as 40 others.", True),
        ("four Selmians and another 40 people.", True),
        ("and four Selmians, 40 people in all.", False),
    ],
)
def test_what_comes_on_top_of_others_is_not_their_sum(end: str, is_out: bool) -> None:
    text = f"The camp took in 21 Kestrians, eight Ostrians, {end}"
    operands = operands_of(addup.read(text, published="2025-06-12"))
    told = [one for one, words in _candidates(text) if one.kind == "sum" and len(words) == 4]
    assert [is_ruled_out(one, operands, text) for one in told] == [is_out]


@pytest.mark.parametrize(("joint", "is_out"), [("and nine crew", True), ("on nine decks", False)])
def test_a_whole_that_is_joined_to_another_is_not_all(joint: str, is_out: bool) -> None:
    text = f"The ferry had 148 passengers {joint}. Boats saved 80 people, 51 died and 26 are missing."
    operands = operands_of(addup.read(text, published="2025-06-12"))
    told = [one for one, words in _candidates(text) if words == ["148", "80", "51", "26"]]
    assert [is_ruled_out(one, operands, text) for one in told if one.kind == "sum"] == [is_out]


def _agrees(text: str, kind: str, numbers: list[str], *, less: int = 0) -> bool:
    operands = operands_of(addup.read(text, published="2025-06-12"))
    (one,) = [
        one for one, words in _candidates(text) if (one.kind, one.less) == (kind, less) and words == numbers
    ]
    return agrees(one, operands)


def test_every_two_counts_may_be_what_a_percentage_is_of() -> None:
    shares = [words for one, words in _candidates(REPORT) if one.kind == "share"]
    assert ["36", "1,250", "450"] in shares
    assert ["36", "1,250", "300"] in shares
    assert not any("80" in words for words in shares), "money is no part of goats"


@given(whole=st.integers(100, 90_000), percent=st.integers(5, 95))
def test_a_share_agrees_with_its_counts_however_they_are_rounded(whole: int, percent: int) -> None:
    part = max(round(whole * percent / 100), 1)
    text = f"Of {whole:,} pupils {part:,} passed, {percent} percent."
    numbers = [str(percent), f"{whole:,}", f"{part:,}"]
    assert _agrees(text, "share", numbers)


@given(one=COUNTS, other=COUNTS)
def test_a_sum_agrees_only_with_its_parts(one: int, other: int) -> None:
    right, wrong = one + other, one + other + max(10, (one + other) // 8) + 1
    for whole, is_right in ((right, True), (wrong, False)):
        text = f"There were {one:,} men and {other:,} women, {whole:,} people in all."
        numbers = [f"{whole:,}", f"{one:,}", f"{other:,}"]
        if len(set(numbers)) == 3:  # equal numbers are one candidate or none
            assert _agrees(text, "sum", numbers) is is_right


@given(there=st.integers(500, 9_000), came=st.integers(100, 400), gone=st.integers(20, 90))
def test_what_is_left_agrees_only_with_what_there_was_and_what_went(there: int, came: int, gone: int) -> None:
    right = there + came - gone
    for left, is_right in ((right, True), (right + right // 6, False)):
        text = f"The camp had {there:,} people; {came} came and {gone} left, so {left:,} people are there."
        numbers = [f"{left:,}", f"{there:,}", str(came), str(gone)]
        if len(set(numbers)) == 4:
            assert _agrees(text, "balance", numbers, less=1) is is_right


def test_a_price_goes_with_what_is_sold_by_weight() -> None:
    text = "Growers got 9 euros a kilo, up from 8 euros. The 310 kilos sold brought 2,790 euros."
    found = [(one.kind, words) for one, words in _candidates(text)]
    assert ("product", ["2,790", "9", "310"]) in found


def test_how_far_off_a_product_is() -> None:
    text = "Each of the 40 crews got 250 litres of fuel, 20,000 litres in all."
    operands = operands_of(addup.read(text, published="2025-06-12"))
    (one,) = [
        one for one, words in _candidates(text) if one.kind == "product" and words == ["20,000", "250", "40"]
    ]
    assert off(one, operands) == pytest.approx(0.5)


def test_what_a_number_may_be_the_result_of_has_chances_that_make_one() -> None:
    for choice in choices(addup.read(REPORT, published="2025-06-12")):
        whole = choice.nothing + sum(chance for _, chance in choice.candidates)
        assert 0.9 < whole <= 1.0001


def test_the_weights_know_every_trait() -> None:
    told = tell(addup.read(REPORT, published="2025-06-12"))
    assert told is not None
    assert all(0 <= code < PLACES for rows in (told.figures, told.pairs) for row in rows for code in row)
    assert all(
        len(network.wide) == PLACES for pair in networks(WEIGHTS, "figure", "pair") for network in pair
    )


def test_a_report_of_one_number_has_no_choices() -> None:
    assert choices(addup.read("There were 40 goats.", published="2025-06-12")) == []


def test_the_marked_reports_are_read_with_their_marks() -> None:
    report = marked_reports.marked(
        "# a share\nHead\n\nOf the [[48,600|a:whole]] pupils [[16,200|a:part]], "
        "[[a third|a:percent=33.3]], failed."
    )
    assert report.text == "Head\n\nOf the 48,600 pupils 16,200, a third, failed.\n"
    assert report.relations is not None
    ((kind, roles),) = report.relations
    words = {role: [report.text[start:end] for start, end in spans] for role, spans in roles.items()}
    assert kind == "share"
    assert words == {"whole": ["48,600"], "part": ["16,200"], "percent": ["a third"]}


def test_what_is_marked_in_reports_agrees() -> None:
    reports = marked_reports.reports()
    right = [
        agrees(candidate, one.told.operands)
        for report in reports[:: len(reports) // 40]
        if (one := marked_reports.example(report)) is not None
        for candidates, rights in zip(one.told.candidates, one.rights, strict=True)
        for candidate, is_right in zip(candidates, rights, strict=True)
        if is_right
    ]
    assert len(right) > 30
    assert sum(right) > 0.97 * len(right)


def test_a_part_of_a_firm_is_no_change_of_its_profit() -> None:
    text = (
        "Selm Steel earns less\n\nSelm Steel earned {} million euros in the first quarter, down "
        "from 10.9 million euros a year before. Orrin Metals, which has a 50% interest in Selm "
        "Steel, did not comment. The mill makes 310,000 tonnes of steel a year and has 2,100 "
        "workers, of whom 60 were hired in May. Its oldest furnace, which was built in 1962, will "
        "be closed before winter, and the ministry gives 12 million euros."
    )
    assert not _found(text.format("6.3"))
