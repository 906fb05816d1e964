"""Where a figure holds."""

from collections.abc import Callable

import pytest
from finders import Finder, figures

import addup
from addup.records import Reading


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Oster province had 300 cases of fever.", "Oster province"),
        ("Halden has 300 cases of fever.", "Halden"),
        ("Orvane reported 300 cases of fever.", None),
    ],
)
def test_what_befell_a_place_is_there(figure: Finder, text: str, place: str | None) -> None:
    assert figure(text, "300").place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("At least 19 people were hurt in Lisbon on Sunday evening.", "19", "Lisbon"),
        ("Some 1,500 people marched in London on Sunday.", "1,500", "London"),
        ("The toll from a fire in the central Philippines rose to 40.", "40", "central Philippines"),
        ("Sri Lanka bomb attack kills five\n\nA bus was hit on Monday.", "five", "Sri Lanka"),
        ("12 killed in Selm blast\n\nA bomb went off on Monday.", "12", "Selm"),
        ("Some 39 died as floods battered northern and central Peru.", "39", "northern and central Peru"),
        ("Troops killed 22 rebels as bombs hit two towns.", "22", None),
        ("The firm employs 50,000 people worldwide, with about 7,000 in Peru.", "50,000", "worldwide"),
        ("The firm employs 50,000 people worldwide, with about 7,000 in Peru.", "7,000", "Peru"),
        ("Unions said 350,000 people marched nationwide, 120,000 of them in Selm.", "350,000", "nationwide"),
        ("Unions said 350,000 people marched nationwide, 120,000 of them in Selm.", "120,000", "Selm"),
        ("A bomb killed two in Holm. Some 1,900 people have died in the war.", "1,900", None),
        ("One person in the Philippines and one in Hong Kong have died.", "One", "Philippines"),
        ("The army counted 600 soldiers.", "600", None),
        ("At least 19 people were hurt in Lisbon Friday morning.", "19", "Lisbon"),
        ("Some 900 people rallied in Ballymoy against the road.", "900", "Ballymoy"),
        ("Shares of the mill fell 50 cents on the Big Board.", "50", "Big Board"),
        ("North American sales rose 8 percent.", "8", "North American"),
        ("About 200 nurses left Spain on Monday.", "200", "Spain"),
        ("Crews in Lisbon said 40 people lived there.", "40", "Lisbon"),
        ("It has one of the 10 best ports in the world.", "10", None),
        ("The blast in Lisbon killed 40 people, according to a priest in Porto.", "40", "Lisbon"),
        ("A priest in Porto said 40 people had been killed in Lisbon.", "40", "Lisbon"),
        ("The blast in Lisbon killed 6. A doctor in Porto said that 40 people were injured.", "40", "Lisbon"),
        ("Police in Porto said 40 people were killed.", "40", "Porto"),
        ("Some 40 percent of Ohio voters agree.", "40", "Ohio"),
        ("The firm owns a tenth of the country's mines.", "a tenth", "country"),
        ("Iraq has 17 million residents.", "17 million", "Iraq"),
        ("She won 40 delegates at the Iowa caucuses.", "40", "Iowa"),
        ("The firm laid off 40 people at its Chicago plant.", "40", "Chicago"),
        ("The army sent 40 U.S. soldiers.", "40", None),
        ("In Lisbon, the city posted 40 guards along the route.", "40", "Lisbon"),
        ("He won Ohio, taking 30 of 40 posts in the state.", "30", "Ohio"),
        ("On the night of the Kabul attack there were three guards on duty.", "three", "Kabul"),
        ("The deal lifts its 9% share of the U.S. market.", "9", "U.S."),
        ("Last spring Brazil was facing a $3 billion deficit.", "3 billion", "Brazil"),
        ("She told 3,100 people gathered at Selm University.", "3,100", "Selm University"),
        ("Orr won Florida and Virginia by at least 20 points.", "20", "Florida and Virginia"),
        ("She led the last 10 Iowa polls.", "10", "Iowa"),
        (
            "More than 3,100 houses burned in Orrin and El Selmo counties.",
            "3,100",
            "Orrin and El Selmo counties",
        ),
        ("In Mbarulu district alone, 310 cases were recorded.", "310", "Mbarulu district"),
        ("Some 40 people died in fighting around the northern town of Tal Vessa.", "40", "Tal Vessa"),
        ("In neighbouring Rangora, 12 people died.", "12", "neighbouring Rangora"),
        ("The quake killed 40 people in villages near Orrin.", "40", "villages near Orrin"),
        ("A boat with 40 people sank near the resort of Vikmar.", "40", "resort of Vikmar"),
        (
            "The rate is higher in the eastern part of Spain, where it is 18 percent.",
            "18",
            "eastern part of Spain",
        ),
        ("A storm battered the Filben islands, destroying 300 houses.", "300", "Filben islands"),
        ("Peru needs $85 million in aid, she told reporters in the capital.", "85 million", "Peru"),
        ("Malawi's cholera outbreak has killed 1,900 people.", "1,900", "Malawi"),
        ("The Los Angeles camp had grown to some 400 tents.", "400", "Los Angeles"),
    ],
)
def test_a_figure_has_the_place_that_limits_it(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The firm has 40 U.S. plants.", "40", "U.S."),
        ("It controls 40% of the British jewelry market.", "40", "British"),
        ("It lost 40 Republican seats.", "40", None),
        ("The army sent 40 Israeli soldiers.", "40", None),
        ("Some 40 percent of Ohio voters agree.", "40", "Ohio"),
        ("Ohio supported him by 40 points.", "40", "Ohio"),
        ("Ohio sends 40 delegates to the state's convention.", "40", "Ohio"),
        ("In Ohio he lost, and he won 40 seats in a state that he hates.", "40", "Ohio"),
        ("He won 40 seats in the state.", "40", "state"),
        ("A body was found 40 miles south of Lisbon.", "40", "Lisbon"),
        ("He captured Ohio by 40 votes.", "40", "Ohio"),
        ("On the Toronto Stock Exchange, Paris Bay shares closed at $40.", "40", "Toronto Stock Exchange"),
        ("The value of the Indonesian stock market has fallen by 40 percent.", "40", "Indonesian"),
        ("It will raise the number of its Canadian shops to about 40.", "40", "Canadian"),
        ("Its North American workforce of 40,000 will shrink.", "40,000", "North American"),
        ("The Russian minister sank 40 boats.", "40", None),
        ("Selm Mills posted a profit of 4.7 million Canadian dollars.", "4.7 million", None),
        ("She was named to join American Selm's 40-member board.", "40", None),
        ("Rosa Orr, 56, who was raised in Chile, voted on Friday.", "56", None),
        ("They own 63 million shares, or 86 percent, of the Los Angeles-based brewer.", "86", None),
    ],
)
def test_a_place_may_stand_before_what_is_there_or_be_who_has_it(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Orr has been fined 40 times in seven states.", "40", "seven states"),
        ("Orr has been fined 40 times in seven states.", "seven", None),
        ("Orr runs 40 shops in the southern counties.", "40", "southern counties"),
        ("Orr enjoys 40 percent support in the Evergreen State.", "40", "Evergreen State"),
        ("It will cut 40 of its jobs world-wide.", "40", "world-wide"),
        ("Some 40 pickets gathered at the main gate.", "40", "main gate"),
        ("Some 40 pickets met at the gate of a plant in Lisbon.", "40", "Lisbon"),
        ("Some 40 men struck at the country's largest port.", "40", "country's largest port"),
        ("He spent 40 days in court.", "40", None),
        ("Fighting in the hills of Kandor killed 30 people.", "30", "hills of Kandor"),
        (
            "Police said 112 people died in Selm province and 68 in neighbouring Ostra.",
            "68",
            "neighbouring Ostra",
        ),
        ("Some 90 drivers at state-owned Orel walked out.", "90", None),
    ],
)
def test_places_are_named_by_what_they_are(figure: Finder, text: str, number: str, place: str | None) -> None:
    assert figure(text, number).place == place


def test_a_name_is_that_of_a_place_if_the_text_says_where_it_is(figure: Finder) -> None:
    for text in (
        "Selm — a community of over 21,000 — elected Orr.",
        "Selm, Ohio, saw two fires. Selm, which has a population of 21,000, elected Orr.",
        "Selm, Ohio, saw two fires. In 2014, Selm had 21,000 voters.",
    ):
        assert figure(text, "21,000").place == "Selm"


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The attack was like that in Lima, Peru, where 46 people died.", "46", "Lima, Peru"),
        ("Police in Lima said the storm hit Peru, where 46 people died in Cusco.", "46", "Cusco"),
        ("The United States has 46 bases in Japan.", "46", "Japan"),
        ("Orr, a senator from Ohio, opened 46 shops in Iowa.", "46", "Iowa"),
        ("The state of Ohio has 46 prisons.", "46", "Ohio"),
        ("In Tokyo trading, shares rose 46 points.", "46", "Tokyo"),
        ("He spoke to 46 people at a hotel in Chicago.", "46", "Chicago"),
        ("At the University of Ohio, 46 students were ill.", "46", "University of Ohio"),
        ("It is one of 46 powers in the world.", "46", "world"),
        ("The 46 families from Syria have settled in Braga.", "46", "Braga"),
        ("Orr leaves Oslo for Denmark today, where he will be met by 46 farmers.", "46", "Denmark"),
        ("Two people died in Lima, 46 in Cusco and one near Piura.", "46", "Cusco"),
        ("France has 68 million people, and Germany has 84 million.", "84 million", "Germany"),
        ("Prices could lose $46, said Ida Orr, an analyst at Vell Bank in London.", "46", None),
        ("Profit fell 46 percent, and the firm said it would cut jobs in Europe.", "46", None),
        ("The firm, which has plants in Peru, cut 46 jobs.", "46", None),
        ("Troops recovered 46 bodies from Lima and three from Cusco.", "46", "Lima"),
        ("Troops recovered 46 bodies from the river and three from Cusco.", "46", None),
        ("The 46 who were rescued from Lima were taken to five camps.", "46", "Lima"),
        ("It has infected 46 people worldwide since it broke out in Peru.", "46", "worldwide"),
        ("The airline flies to 46 cities in Peru and Chile.", "46", "Peru and Chile"),
        ("A $46-a-share bid by Orel Ltd., a drug company based in Basel, was dropped.", "46", None),
        (
            "Profit was $46 million, according to an aide to U.S. Trade Representative Jo Bell.",
            "46 million",
            None,
        ),
        ("In the largest U.S. military operation since then, 46 men have flown out.", "46", None),
        ("Boston Corp. said Boston now has 46 million shares, and a rival owns 5% of Boston.", "5", None),
        ("Some 46 percent of women backed her in Tuesday's Ohio primary.", "46", "Ohio"),
        ("The Selm Disaster Office put the number of dead at 46.", "46", None),
        ("Police raids on suspected Islamic State militants brought 46 arrests.", "46", None),
        ("Some 46 died in deadliest U.S. flooding this year.", "46", "U.S."),
    ],
)
def test_the_place_of_the_event_comes_before_that_of_others(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


def test_a_name_behind_in_is_of_a_place_whatever_the_tagger_has_elsewhere(figure: Finder) -> None:
    text = "Aid reached Madaya. Madaya had waited. Madaya residents wept. Some 46 died in Madaya."
    assert figure(text, "46").place == "Madaya"


def test_the_dead_of_another_year_are_not_where_the_accident_was(figure: Finder) -> None:
    text = "A ferry sank off Selm on Monday, killing 40 people. The firm lost another in 2011, when 84 died."
    assert figure(text, "40").place == "Selm"
    assert figure(text, "84").place is None


def test_state_firms_are_no_place(figure: Finder) -> None:
    assert figure("The plan is to sell two state firms with 900 workers.", "900").place is None


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The storm killed 41 people, 12 of them in Kenya, and hurt 87.", "41", None),
        ("The storm killed 41 people, 12 of them in Kenya, and hurt 87.", "12", "Kenya"),
        ("The storm killed 41 people, 12 of them in Kenya, and hurt 87.", "87", None),
        (
            "The bank will cut 900 jobs by 2030, 600 of them in its home country, to save 2 euros.",
            "900",
            None,
        ),
        ("The bank will cut 900 jobs by 2030, 600 of them in its home country, to save 2 euros.", "2 ", None),
        ("The group counted 160 raids, 42 of them outside the capital.", "160", None),
        ("The group counted 160 raids, 42 of them outside the capital.", "42", "capital"),
        ("The group counted 40 raids in Norway, of which four were in Oslo.", "40", "Norway"),
        ("The group counted 40 raids, four of which were in Oslo.", "four", "Oslo"),
        ("The group counted 40 raids, four of which were in Oslo.", "40", None),
        ("Police in Oslo held 41 people, six of them at the port.", "41", "Oslo"),
        ("The firm sold 40 shops in Spain, 12 of which were in Madrid.", "12", "Madrid"),
    ],
)
def test_the_place_of_a_part_is_of_the_part_alone(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number.strip()).place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Norway on Monday pledged $25 million and Japan $14 million.", "14 million", None),
        ("Norway gave $3 million, Ghana $2 million and Malta $1 million.", "2 million", None),
        ("Norway has 300 cases and Ghana 12.", "12", "Ghana"),
        ("Norway exported 300 tonnes and Ghana 200 tonnes.", "200", "Ghana"),
        ("Norway gave $4 million to Mali and Ghana $2 million.", "4 million", "Mali"),
        ("In Norway and Ghana 40 people died.", "40", "Norway and Ghana"),
    ],
)
def test_who_acts_is_no_place_also_where_the_verb_is_left_out(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


def test_who_has_soldiers_in_a_country_is_not_that_country(figure: Finder) -> None:
    text = "Norway had 340 soldiers in the country and Malta 180, an envoy said."
    assert [figure(text, number).place for number in ("340", "180")] == ["country"] * 2


def test_there_is_not_where_those_told_of_come_from(figure: Finder) -> None:
    before = "The force in Ghana has 3,200 soldiers. The first 500, from Norway and Malta, leave in May."
    text = f"{before} Peru has 1,150 there."
    assert figure(text, "1,150").place == "Ghana"


def test_who_money_is_given_to_is_no_place_of_other_money(figure: Finder) -> None:
    text = "The bill would raise pay by $26 million, give $3 million to Peru and cut aid by 2 percent."
    assert [figure(text, number).place for number in ("26 million", "3 million", "2")] == [None, "Peru", None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He has outlasted eight American presidents.", "eight"),
        ("A poll shows that 91 percent of African Americans agree.", "91"),
        ("Backing for Orr was 37 percent, according to Gallup.", "37"),
        ("Gallup's own tracking poll puts backing for Orr at 49 percent.", "49"),
        ("It posted net income of 5 million Canadian dollars ($4 million).", "4 million"),
        ("Orel, based in Santa Fe, N.M., has 3 million shares. Orel, Ohio, is far.", "3 million"),
        (
            "Norda Corp., New York, fell. Norda Corp., which makes rope, reported a profit of $27 million.",
            "27 million",
        ),
        ("General Motors Acceptance Corp. grew. At GMAC, profit rose by $16 million.", "16 million"),
        ("Orel, the second-largest maker in Malta, will cut 900 jobs.", "900"),
        ("Bell, a physician from Oregon, leaked thousands of letters.", "thousands"),
        ("They vote in California and five other states.", "five"),
        ("Ohio voted for Orr as one of only 10 states that he won.", "10"),
        ("The jet left Malta at last, two days after the storm.", "two"),
        ("Orr, who at 77 is about to go to Malta, was glad.", "77"),
        ("The plan moves $350 billion to states.", "350 billion"),
    ],
)
def test_a_place_of_something_else_is_not_that_of_a_figure(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).place is None


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        (
            "Some 40 people live in parts of the northern US and eastern Canada.",
            "40",
            "northern US and eastern Canada",
        ),
        (
            "They vote in Utah, with 131 seats; on Monday, Malta and Cyprus hold votes with 12.",
            "12",
            "Malta and Cyprus",
        ),
        ("On the Greek island of Lesbos 40 men waited.", "40", "Lesbos"),
        ("Some 40 people died as a storm hit Malta.", "40", "Malta"),
        ("Two men were held in Orsin district of Balk province.", "Two", "Orsin district"),
        ("The army sent 900 men to cities like Selm.", "900", "cities"),
        ("Forty people died in Selm, a town in Malta.", "Forty", "Selm"),
        ("Malta and Cyprus recorded 300 cases.", "300", "Malta and Cyprus"),
        ("Hundreds of people marched through Lisbon on Monday.", "Hundreds", "Lisbon"),
        ("They took 94 knives on the city's streets, Colonel Ivo Brandt said.", "94", "city's streets"),
    ],
)
def test_a_place_is_named_whole_where_the_figure_is(
    figure: Finder, text: str, number: str, place: str
) -> None:
    found = figure(text, number).place
    assert found is not None
    assert found.endswith(place)


def test_a_conversion_has_the_place_of_what_it_converts(figure: Finder) -> None:
    text = "Police in Selm found 1,300 pounds (600 kgs) of fertilizer. Malta is far."
    assert figure(text, "600").place == figure(text, "1,300").place


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Norda is to buy a 15% stake in Orrin.", "15"),
        ("Columbia shares fell. Columbia reported earnings of $16 million.", "16 million"),
        ("The Wilmington, Del., company reported net of $547 million.", "547 million"),
        ("British Gas shed 8.5 pence a share.", "8.5"),
        ("Orr was convicted in state court of cheating thousands of investors.", "thousands"),
        ("They will subscribe 170 million marks in share capital.", "170 million"),
    ],
)
def test_a_firm_and_what_it_has_are_no_place(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).place is None


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        (
            "In New York Stock Exchange composite trading, Orel closed at $60.",
            "60",
            "New York Stock Exchange",
        ),
        ("Orel closed at $60 in composite New York Stock Exchange trading.", "60", "New York Stock Exchange"),
        ("In late London trading the dollar was at 142 yen.", "142", "London"),
        ("Some 150 seats are at stake in Utah, Idaho, and Ohio.", "150", "Utah, Idaho, and Ohio"),
        (
            "They voted in Utah and Idaho. On the Toronto Stock Exchange it rose $2.",
            "2",
            "Toronto Stock Exchange",
        ),
    ],
)
def test_the_place_of_trading_and_of_a_list_is_named_whole(
    figure: Finder, text: str, number: str, place: str
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The meeting in Selm was the first of the 15-member committee.", "15"),
        ("After a 16-hour flight Orr landed in Malta.", "16"),
        ("Norda agreed to sell three candy businesses to Nestle.", "three"),
        ("Holders, except residents in Malta, may buy two shares.", "two"),
    ],
)
def test_a_size_and_what_a_buyer_gets_are_of_no_place(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).place is None


def test_a_band_is_where_it_is_and_a_gift_where_it_goes(figure: Finder) -> None:
    assert figure("A 40-strong mob burned a shop in Selm.", "40").place == "Selm"
    assert figure("It costs as much as a three-bed flat in Lisbon.", "three").place == "Lisbon"
    assert figure("She gave 500 pounds of food to Malta and Cyprus.", "500").place == "Malta and Cyprus"


def test_no_place_is_part_of_the_name_of_who_took_a_poll(figure: Finder) -> None:
    text = "In a national USA TODAY/Selm College Poll, voters given the choice of four names mostly say no."
    assert figure(text, "four").place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The storm killed 34 in the towns of Bhadoi and Rupa.", "Bhadoi and Rupa"),
        ("Some 300 were hurt in the district of Dhubri.", "Dhubri"),
        ("A ship sank 40 kilometres off of the Maltese coast.", "Maltese coast"),
        ("Ninety people were shot at the Lisbon nightclub, police said.", "Lisbon"),
        ("Four people died at the dam.", "dam"),
        ("Gunmen killed nine herders in Niger's Tahoua region.", "Tahoua region"),
        ("Nine herders died in Egypt's restive Sinai peninsula.", "Sinai peninsula"),
        ("Nine herders died in Brazil's northern state of Amapa.", "Amapa"),
        ("The rebels shelled the border town of Karkamis, wounding nine herders.", "Karkamis"),
        ("Nine herders died in the eastern prefecture of Ituria.", "Ituria"),
        ("A storm battered the Caribbean island of Grenada and killed nine.", "Grenada"),
        ("Nine drowned in the Pacific island nation of Tonga.", "Tonga"),
        ("A boat sank in the Gulf of Aden, drowning nine.", "Gulf of Aden"),
        ("Measles in the Republic of the Congo has killed nine.", "Republic of the Congo"),
    ],
)
def test_a_place_behind_its_kind_or_before_a_building_counts(figure: Finder, text: str, place: str) -> None:
    assert addup.read(text, published="2024-05-16").figures[0].place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Nine dead, 30 wounded in shelling of Benghazi", "30", "Benghazi"),
        ("The siege of Srebrenica cost 60 lives.", "60", "Srebrenica"),
        ("Troops have retaken 14 districts of eastern Raqqa.", "14", "eastern Raqqa"),
        ("Northern Laos was hit by floods that killed 18 people.", "18", "Northern Laos"),
        ("The death toll from the landslide in Quillota rose to 17.", "17", "Quillota"),
        ("A rocket attack on a wedding near Dalgo killed 13.", "13", "Dalgo"),
        ("Relief workers reached Tolga, where 900 people were cut off.", "900", "Tolga"),
        ("A 48-hour truce took effect in Aden on Saturday.", "48", "Aden"),
        ("Sudan reported 27 new Ebola cases.", "27", "Sudan"),
    ],
)
def test_where_something_is_fought_over_struck_or_reached_is_a_place(
    figure: Finder, text: str, number: str, place: str
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The fires have spread in Cyprus. Some 400 people live there.", "Cyprus"),
        ("Malta has a base in Lisbon. It is full.\n\nA station rose. Some 400 people live there.", "there"),
        ("They went to the country in May, 40 in all. Some 400 people live there.", "there"),
    ],
)
def test_there_is_a_place_just_named_or_stays_as_it_is(figure: Finder, text: str, place: str) -> None:
    assert figure(text, "400").place == place


def test_names_joined_to_a_place_and_people_behind_a_comma_are_told_apart(figure: Finder) -> None:
    text = "Instead of going on in Iraq, Obama and Clinton withdrew 900 soldiers."
    assert "Obama" not in (figure(text, "900").place or "")


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Malta imports 40 percent of its oil from Peru.", "40", "Malta"),
        ("Malta's costs rose because 40 percent of its exports go to Peru.", "40", "Malta"),
        ("The firm imports 40 percent of its oil from Peru.", "40", "Peru"),
        ("Malta said the mill sells 40 percent of its flour to Peru.", "40", "Peru"),
        ("Malta's biggest bank lost 40 percent of its value.", "40", None),
    ],
)
def test_a_share_of_what_a_country_has_is_of_that_country(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Profit plunged 28% at Selm PLC in March.", "28", None),
        ("Fenwick Stores bought 31 supermarkets from Orel.", "31", None),
        ("Halvern shares rose $1.50 to $22.", "1.50", None),
        ("German stocks fell 1.5%.", "1.5", "German"),
        ("The chain, with revenue of $90 million, has stores in 12 states.", "90 million", None),
        ("The drug, priced at $3.50 a pill, is sold in 25 countries.", "3.50", None),
        ("The firm employs 4,000 people in nine countries.", "4,000", "nine countries"),
    ],
)
def test_a_firm_and_so_many_places_behind_an_aside_are_no_place_of_a_figure(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The camp took in 6,800 people: 4,200 from Selm, 2,600 from Orrin.", [None, "Selm", "Orrin"]),
        ("Of the dead, 14 were from Selm, nine from Orrin and three from Holm.", ["Selm", "Orrin", "Holm"]),
        ("It received 900 letters, 540 of them from Selm and 360 from Orrin.", [None, "Selm", "Orrin"]),
        ("Of 190 migrants, 110 came from Varden and 50 from Telland.", [None, "Varden", "Telland"]),
        ("It heard 31 witnesses in Selm, 14 in Tarnwood and nine in Holm.", ["Selm", "Tarnwood", "Holm"]),
        ("Doctors treated 60 people, 31 at Selm, 20 at Brennick.", [None, "Selm", "Brennick"]),
        ("Of the letters, 40 came in May and 30 in June.", [None, None]),
    ],
)
def test_each_number_of_a_list_has_the_place_behind_it(
    read: Callable[..., Reading], text: str, places: list[str | None]
) -> None:
    assert [figure.place for figure in read(text).figures] == places


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Speaking in Geneva, the minister said 400 people had died.", "400", None),
        ("At a rally in Ohio, Hale promised 2 million jobs.", "2 million", None),
        ("At a rally in Ohio, 12 people were hurt.", "12", "Ohio"),
        ("The firm, based in Dallas, has 4,000 workers.", "4,000", None),
        ("Kenya's parliament has 120 seats.", "120", "Kenya"),
        ("Paris, a city of 2 million, lies on a river.", "2 million", "Paris"),
        ("Rebels attacked Mosul, killing 80 people.", "80", "Mosul"),
        ("Iraq attacked Iran with 40 drones, killing 80 people.", "80", None),
        ("A blast at a mine outside Mombasa, 40 miles north of Nairobi, killed nine men.", "nine", "Mombasa"),
    ],
)
def test_a_place_is_that_of_what_is_counted_and_not_of_who_tells_it(
    text: str, number: str, place: str | None
) -> None:
    assert figures(text)[number].place == place
