"""What happened to the thing counted: the verb or noun that tells it."""

import pytest
from finders import Finder


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("At least 61 people were killed in the flood.", "61", "kill"),
        ("The blaze claimed the lives of at least 14 people.", "14", "kill"),
        ("Police said that 80 protesters had been arrested.", "80", "arrest"),
        ("In autumn the army called up 30,000 people.", "30,000", "call up"),
        ("Thousands of people began gathering in the square.", "Thousands", "gather"),
        ("Net income fell to $9 million.", "9 million", "fall"),
        ("At least 43 people were killed and 120 injured when the dam gave way.", "120", "injure"),
        ("“Among the dead are six children,” the governor told reporters.", "six", "die"),
        ("The bank arranged the sale of two ships.", "two", "sell"),
        ("Among sailors, just over half, 54 percent, say they will strike.", "54", "say"),
        ("Among sailors, just over half, 54 percent, say they will strike.", "half", "say"),
        ("Agents recalled the slaying of nine judges.", "nine", "slay"),
        ("The queen announced a gift of 300 pounds of medical supplies.", "300", "give"),
        ("The colony has control of 40 percent of the lake.", "40", "control"),
        ("About 70 miners were among the hundreds of people trapped below.", "70", "trap"),
        ("At least 4,000 soldiers are expected to be sent there.", "4,000", "send"),
        ("The board expects 300 people to lose their jobs.", "300", "lose"),
        ("Eleven officers and at least 26 marchers were hurt, hospital officials said.", "Eleven", "hurt"),
        ("The goal is to put 6,000 soldiers in the valley.", "6,000", "put"),
        (
            "Sales will rise slightly, Ms. Orr said, from an estimated $4 million this year.",
            "4 million",
            "rise",
        ),
        ("Officials said that six people were in custody.", "six", "custody"),
        ("Gunmen killed three guards and seriously wounded six others.", "six", "wound"),
        ("The yard, which is 61%-owned by Bell Corp., had a loss.", "61", "own"),
        ("The order is worth $6 million.", "6 million", "worth"),
        ("The dams are only 30 percent full.", "30", "full"),
        ("The province recorded 39 deaths in May.", "39", "die"),
        ("The ferry line will double its trips.", "double", "double"),
        ("Net income was $9 million, up from $8 million.", "8 million", "rise"),
        ("More than 600 people have fled, the agency said on Thursday, up from 480.", "480", "flee"),
        ("Sales for the quarter ended March 31 slipped to $9 million.", "9 million", "slip"),
        ("The mill had a profit of $9 million, including a gain of $2 million.", "2 million", "include"),
        ("The poll showed the mayor ahead by 3 points.", "3", "lead"),
        ("Selm said it now holds 2,500 Tarn shares.", "2,500", "hold"),
        ("The study found 40 cases of theft out of a million parcels sent.", "40", "find"),
        ("Nine towns led by coal diggers are challenging the rule.", "Nine", "challenge"),
        ("As of Tuesday, Orr had 80% of the seats needed to win.", "80", "have"),
        ("In the north, 18 seats are up for grabs.", "18", "up for grabs"),
        ("The towns hold votes with 130 seats at stake.", "130", "at stake"),
        ("The stock was down only 25 cents to $30 in trading.", "25", "be down"),
        ("Oak industrials 3124.50, off 12.40; ash 240.15, off 3.30.", "12.40", "be off"),
        ("The gap for this year is projected to be $9 million.", "9 million", "project"),
        ("He estimated the value at $9 million.", "9 million", "estimate"),
        ("It has been two months since the council hired a clerk.", "two", "hire"),
        ("The price includes assumption of about $9 million in debt.", "9 million", "assume"),
        ("The bonds have a conversion price of $25 a share.", "25", "convert"),
        ("The news was blamed for a decline of 87 cents in the stock.", "87", "decline"),
        ("Orr has support from 52 percent of voters.", "52", "support"),
        ("Her lead of nearly 300 seats is safe.", "300", "lead"),
        ("Orr leads Selm by 240 pledged seats.", "240", "lead"),
        ("People who pitch in $200 or less are many.", "200", "pitch in"),
        ("The order covers the refurbishment of four ferries.", "four", "refurbish"),
        (
            "Police linked him to the murder of one clerk and the disappearance of nine others.",
            "nine",
            "disappear",
        ),
        ("The council considered the mayor's request for $4 million in aid.", "4 million", "request"),
        (
            "Selm said it will buy back up to two million shares, or 9.4% of those outstanding.",
            "9.4",
            "buy back",
        ),
        ("The yard will issue 40 shares for each that is held, or a total of 600.", "600", "issue"),
        ("The global toll on Tuesday was at least 635, with Tarn reporting two deaths.", "635", "die"),
        ("With a death toll of 31, it was the worst fire in years.", "31", "die"),
        ("The death toll in Selm now exceeds 300.", "300", "die"),
        ("The mayor started out with an approval rating of just over 60 percent.", "60", "approve"),
        ("There are more than 280 injured people, the mayor said.", "280", "injure"),
        ("A neighbour saw four men climb the fence.", "four", "climb"),
        ("Dozens of children were seen being led into the church.", "Dozens", "lead"),
        ("The mill closed on Friday, leaving 300 weavers looking for work.", "300", "look"),
        ("Crowds watched 40 bands and thousands of dancers parade along the quay.", "thousands", "parade"),
        ("A good night could push several rivals out.", "several", "push out"),
        ("A poll taken in May shows she is up 9 points in the north.", "9", "lead"),
        ("The shares were up 2 pence, at 260 pence.", "2", "be up"),
        ("The shares were up 2 pence, at 260 pence.", "260", "be up"),
        ("Revenue is up at two of the mills: Selm by 29 percent; Tarn by 17 percent.", "17", "be up"),
        ("The index closed down 24 points.", "24", "close"),
        ("The poll showed Ann Orr leading Ben Selm among voters, 46 percent to 44 percent.", "44", "lead"),
        ("The survey puts the mayor's approval at 50 percent.", "50", "approve"),
        ("The mayor has the support of 27 percent of voters.", "27", "support"),
        ("Oak accounted for half of the 28,000 carts Selm shipped in May.", "28,000", "ship"),
        ("That is less than the $64 million it must collect by June.", "64 million", "collect"),
        ("She won 62 more votes than the 270 needed to win.", "270", "need"),
        ("The town added 358,000 jobs, above the 235,000 forecast by the bank.", "235,000", "forecast"),
        ("That is above the $8 that analysts were looking for.", "8", "look for"),
        ("In 16 hours they left for the coast.", "16", "leave"),
        ("Donors handed over $25 million last month to the group.", "25 million", "hand over"),
        ("The firm bought back 3 million shares in May.", "3 million", "buy back"),
        ("Trucks come in two sizes.", "two", "come"),
        ("The city counted 3,210 shooting victims in May.", "3,210", "shoot"),
        ("The club is $9 million short.", "9 million", "short"),
        ("Betting was a saving grace, with revenue up nearly 36 percent.", "36", "be up"),
        ("Crude reversed its losses and was up 46 cents to settle at $41.", "46", "be up"),
        ("Sales were off more than $18 million compared to May.", "18 million", "be off"),
        ("Crude rose to $41.30 from $40.85 late on Monday.", "40.85", "rise"),
        ("The DAX was down 0.8 percent by noon.", "0.8", "be down"),
        ("Some 40 hectares will have to be planted.", "40", "plant"),
        (
            "The army killed 30 rebels and lost 12 men in three days of fighting around Selm.",
            "three",
            "fight",
        ),
        (
            "The economy grew 1% in the third quarter, after 2% in the previous three months, the bank said.",
            "2",
            "grow",
        ),
        ("The firm expects profit of $3 a share, down from a forecast of $4.", "3", "expect"),
        ("The bank cut its growth forecast for Selm to 1 percent from 2 percent.", "2", "cut"),
        ("Women who smoked were 2.2 times more likely to catch it.", "2.2", "catch"),
        ("Boys were 12 percent more likely than girls to be hurt.", "12", "hurt"),
        ("Smokers had a 30 percent higher risk of dying early.", "30", "have"),
        ("Sales rose 4 percent, ahead of the 3 percent that brokers were looking for.", "3", "look for"),
        ("The law allowed all 880 sailors to leave.", "880", "leave"),
        ("The mayor ordered 10 men to search the river.", "10", "order"),
        ("The firm explores the sale of the mill's 54% stake in a smelter.", "54", "sell"),
        ("The board authorized the purchase of up to 1,200 carts.", "1,200", "purchase"),
        ("The firm had a 4% decline in revenue to $713 million.", "713 million", "decline"),
        ("Orel Inc., with $5 billion in assets, said the deal was off.", "5 billion", "have"),
        ("Jo Bell had been the firm's general manager for six months.", "six", None),
        (
            "Orel Inc. said 4 million shares, or about 3% of the whole, have been tendered.",
            "4 million",
            "tender",
        ),
        ("Orders slipped in August to a seasonally adjusted $402 billion.", "402 billion", "slip"),
        ("The number of Americans filing new claims fell to 310,000.", "310,000", "fall"),
        ("The storm swept away homes, leaving hundreds of people marooned.", "hundreds", "maroon"),
        ("They gave aid to thousands of people whose homes had burned.", "thousands", "give"),
        ("The service said 15 people were wounded, two of them seriously.", "two", "wound"),
        ("Mortar shelling killed at least 14 people, the group and an agency reported.", "14", "kill"),
    ],
)
def test_the_event_is_the_verb_of_the_thing_counted(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Orel shares closed yesterday at $40.25, down 75 cents.", "75", "be down"),
        ("Orel closed at $40.25 a share, up $1, in Selm.", "1", "be up"),
        (
            "Orel earned $40 million, or 50 cents a share, up 12% from $35 million.",
            "12",
            "be up",
        ),
        (
            "Trade fell to $14 billion last year, down $2.5 billion from 1996.",
            "2.5 billion",
            "fall",
        ),
        ("The firm cut 400 jobs, up to 12 of them in Selm.", "12", "cut"),
        ("The bank hired 400 clerks, up from 300 last year.", "300", "hire"),
    ],
)
def test_a_move_beside_a_level_is_its_own_event(figure: Finder, text: str, number: str, event: str) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Women make up about 75 percent of the town.", "75", "make up"),
        ("The party would need to pick up at least 15 seats.", "15", "pick up"),
        ("The board has warded off at least three bids.", "three", "ward off"),
        ("Dozens of nurses have come forward to say so.", "Dozens", "come forward"),
        ("The mill has just $16 million stashed away.", "16 million", "stash away"),
        ("She named four towns that the army had placed off-limits.", "four", "name"),
        ("Some inns tacked on a 15 percent charge.", "15", "tack on"),
        ("The shares rose up to 12 percent.", "12", "rise"),
        ("They drove down a road of 12 miles.", "12", "drive"),
    ],
)
def test_a_particle_belongs_to_its_verb_whatever_the_parser_makes_of_it(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The paper named dozens of gifts attributed to clerks.", "dozens", "name"),
        ("Orr plans to support 100 candidates running for the board.", "100", "support"),
        ("She praised the 12 judges elected in May.", "12", "elect"),
        ("The court freed seven men charged with theft.", "seven", "free"),
        ("The army reported 40 men killed.", "40", "kill"),
        ("They had 12 clerks injured in the fire.", "12", "injure"),
        ("The blast left 14 people dead and 20 wounded.", "20", "wound"),
        ("The 40 mills that Orr says they need are old.", "40", "need"),
        ("She named three towns where she says they live.", "three", "name"),
    ],
)
def test_a_clause_behind_some_that_nothing_is_known_of_only_describes_them(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The fighting prompted thousands of families to flee the city.", "thousands", "flee"),
        ("The rain caused 40 flights to be cancelled.", "40", "cancel"),
        ("The law requires 40 shops to close.", "40", "close"),
        ("The ministry asked 40 shops to close.", "40", "ask"),
    ],
)
def test_what_somebody_is_made_to_do_is_the_event(figure: Finder, text: str, number: str, event: str) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The town boasts 108,000 people who farm.", "108,000", "boast"),
        ("The clerks recovered 900 letters that were not on the list.", "900", "recover"),
        ("They counted the four mills that closed.", "four", "close"),
    ],
)
def test_a_clause_behind_a_figure_tells_its_event_where_it_says_which(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Some 900 members took part in the ballot and 700 voted for it.", "900", "take part"),
        ("Some 900 members took part in the ballot and 700 voted for it.", "700", "vote"),
        ("Police arrested ten men in raids on 22 homes.", "22", "raid"),
    ],
)
def test_an_event_is_told_by_all_its_words(figure: Finder, text: str, number: str, event: str) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("A bomb killed 12 and wounded 30, officials and doctors said.", "30", "wound"),
        ("The army said it killed 12 and wounded 30, women among them.", "30", "wound"),
        ("We believe at least 150 have died.", "150", "die"),
        ("The firm will buy back stock by March and close 60 of its 640 shops.", "60", "close"),
        (
            "Firms stored $78 billion worth of goods rather than the $81 billion reported last month.",
            "81 billion",
            "store",
        ),
        ("We now have 19 deaths recorded as cholera cases.", "19", "die"),
        ("Two towns have suffered dozens of cholera deaths.", "dozens", "die"),
        ("The number killed by the sea surges exceeds 150,000, the group said.", "150,000", "kill"),
        ("Among the injured, six were in critical condition.", "six", "injure"),
        ("The firm is to lay off 400 men beginning this week.", "400", "lay off"),
        ("A 950-megawatt plant belonging to the firm has been sold.", "950", "sell"),
        ("The bus caught fire, killing all 24 people trapped on it.", "24", "kill"),
        ("Troops opened fire at two cars.", "two", "open fire"),
        ("At least 640 people who worked at the plant have died of lung disease.", "640", "die"),
        ("Troops came, ending a siege in which nine people, four of them men, were killed.", "nine", "kill"),
    ],
)
def test_a_number_is_told_of_by_its_own_verb_not_by_who_tells(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event", "change"),
    [
        ("The toll rose to five after two of the wounded died in hospital.", "two", "die", None),
        ("He said 191 drones came, of which 79 were shot down and 95 jammed.", "79", "shoot down", None),
        ("He said 191 drones came, of which 79 were shot down and 95 jammed.", "95", "jam", None),
        ("Sales were down 3 percent.", "3", "be down", "down"),
    ],
)
def test_a_particle_and_a_clause_belong_to_one_verb(
    figure: Finder, text: str, number: str, event: str, change: str | None
) -> None:
    found = figure(text, number)
    assert (found.event, found.change) == (event, change)


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Police held 90 men on Monday, bringing the number of arrests this week to 310.", "310", "arrest"),
        ("That brings the number of people killed to 40.", "40", "kill"),
        ("The number of arrests rose to 310.", "310", "arrest"),
        ("The number of strikes rose to 310.", "310", "rise"),
        ("The deal brings the number of jobs to 310.", "310", "bring"),
    ],
)
def test_what_a_number_is_brought_to_is_named_by_what_was_done(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        (
            "Some 410 calls were missed for lack of staff, it said, and 90 because lines were cut.",
            "90",
            "miss",
        ),
        ("Forty boats were sold in May, the firm said, and 12 more in June.", "12", "sell"),
        ("The hail broke 310 windows, officials said, and 12 doors.", "12", "break"),
        ("Police said 310 people were held, and 12 said so too.", "12", "say"),
    ],
)
def test_what_goes_on_behind_a_report_is_told_and_not_said_by_so_many(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


def test_compared_with_is_no_event_of_a_second_amount(figure: Finder) -> None:
    text = "In May 38 tonnes were found there, compared with 29 tonnes in all of 2022 and 72 tonnes in 2021."
    assert [figure(text, number).event for number in ("38", "29", "72")] == ["find"] * 3
    assert figure("Doctors compared 310 patients with healthy people.", "310").event == "compare"


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Some 280 tents were sent, against 500 needed.", "500", "need"),
        ("Some 280 tents were sent, compared with 500 requested.", "500", "request"),
        ("They found 31 cases and 7 deaths, compared with 19 cases and 4 deaths in May.", "19", "find"),
        ("Some 280 tents were sent, against 500 in May.", "500", "send"),
    ],
)
def test_what_is_needed_is_not_what_was_done(figure: Finder, text: str, number: str, event: str) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Orel plans to close mills after a loss of $7 million, or $1 a share.", "7 million", None),
        ("Orel plans to close mills after a loss of $7 million, or $1 a share.", "1", None),
        ("Orel shut two mills in the wake of a loss of $7 million.", "7 million", None),
        ("The board cut the dividend due to its loss of $900,000.", "900,000", None),
        ("He sold it only once, during the $2 billion takeover of Orel.", "2 billion", None),
        ("After eight years as mayor, Orr ran for the senate.", "eight", None),
        ("After eight years, Orr left the party.", "eight", "leave"),
        ("Orr was jailed after the deaths of 40 miners.", "40", "die"),
        ("Orr fled after a siege that killed 40 men.", "40", "kill"),
        ("Orr, the owner of a mill with sales of $4 million, shook his head.", "4 million", None),
        ("Rosa Orr, a 47-year-old teacher, shook her head.", "47", None),
        ("Rosa Orr, a 47-year-old teacher, was killed on Friday.", "47", "kill"),
        ("Police found two guns, 40 knives and nine bombs.", "nine", "find"),
        ("The line sold 12 of its 40 ships.", "12", "sell"),
        ("The line sold 12 of its 40 ships.", "40", None),
        ("Orel owns 51% of the 3.6 million shares.", "3.6 million", None),
        ("Ten of his men, from a force of 500, were ordered home.", "Ten", "order"),
        ("Orel earned $6 million on sales of $94 million.", "94 million", None),
        ("Orel earned $6 million on sales of $94 million.", "6 million", "earn"),
        ("The sales spell trouble for the $200 billion bond market.", "200 billion", None),
        ("The 30-share index settled 42 points lower.", "30", None),
        ("Work was slowing at the 185-acre site.", "185", None),
        ("Orel sold the 185-acre site.", "185", "sell"),
        ("The house passed it in an 80-19 vote.", "19", "pass"),
        ("Sales fell in a 10-day period.", "10", "fall"),
        ("The feud between the top three rivals deepened.", "three", None),
        ("She met the leaders of the two countries.", "two", None),
        ("Orr lost the support of the two unions.", "two", "support"),
        ("Half a dozen votes hurt Orr, out of about 18,000.", "18,000", None),
        ("The poll asked 1,000 adults with a margin of error of 3 points.", "3", None),
    ],
)
def test_a_verb_tells_nothing_of_what_is_around_or_beside_what_it_tells(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Orel received a $24 offer to take the firm private.", "24", "receive"),
        ("The party has 40 seats to fill.", "40", "fill"),
        ("The court freed 40 men, who had been held since May.", "40", "free"),
        ("She called for the redemption on May 7 of all 800 bonds.", "800", "redeem"),
        ("Orr will announce the endorsements of more than 100 teachers.", "100", "endorse"),
        ("It is going to be the leading mill for the next few years.", "few", None),
        ("Those who have been here 20 years know.", "20", None),
        ("Orr trailed Lee with 94 percent of precincts reporting.", "94", "report"),
        ("Orel agreed to be bought by a group led by Orr for $50 a share.", "50", "buy"),
        ("We have got about 20,000 workers.", "20,000", "have"),
        ("A photo of Orr, who died on Friday at the age of 74, was shown.", "74", "die"),
        ("The loan has an increase in the conversion price to $25.", "25", "increase"),
        ("Orel saw a drop in operating profit to $58 million from $186 million.", "186 million", "drop"),
        ("The four-day meeting has been somewhat less than friendly.", "four", None),
        ("She has been on her own since age 14.", "14", None),
        ('"You seem to have picked a new road," the two write.', "two", "write"),
        ("Orel took a charge related to the layoffs of 8,000 workers.", "8,000", "lay off"),
    ],
)
def test_what_only_says_more_of_a_figure_is_not_its_event(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The quake killed 40 people and injured hundreds.", "hundreds", "injure"),
        (
            "The cyclone has killed at least 22 people and displaced tens of thousands.",
            "tens of thousands",
            "displace",
        ),
        ("The laws helped the police find and arrest hundreds of smugglers.", "hundreds", "arrest"),
        ("Another 14 sailors are suspected to have been kidnapped.", "14", "kidnap"),
        ("Dolan was charged with two murders.", "two", "charge"),
        ("The two murders shocked Selm.", "two", "murder"),
        ("Some 19 boats were rescued off the Maltese coast.", "19", "rescue"),
        ("About 300 workers were laid off Friday.", "300", "lay off"),
        ("Over 40 boats rescued off Maltese coast\n\nIt rained on Monday.", "40", "rescue"),
        ("Some 90,000 herders could go hungry.", "90,000", "go hungry"),
        ("Some 200 millers will go short.", "200", "go short"),
        ("Some 200 millers will go to Selm, short of cash.", "200", "go"),
        ("Some 200 millers lined up at the gate.", "200", "line up"),
        ("The vote then was 70 to 29.", "70", "vote"),
        ("The vote then was 70 to 29.", "29", "vote"),
    ],
)
def test_what_is_joined_suspected_or_charged_is_told_by_its_own_verb(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Smokers are twice as likely to fall ill.", "twice", "fall ill"),
        ("Some 40 percent of them are likely to vote.", "40", "vote"),
        ("Six men were unable to flee.", "Six", "flee"),
        ("Six gardens are likely.", "Six", "likely"),
        ("Some 700 refugees may be at sea.", "700", "at sea"),
        ("Seven parties ran, and four more were on the ballot.", "four", "on the ballot"),
        ("Nine soldiers on leave were killed.", "Nine", "kill"),
        ("Of the 3.4 tonnes of ivory that Kenya seized, 40 percent came from Chad.", "3.4", "seize"),
        ("He owns 40 tonnes of rice that were seized in May.", "40", "own"),
    ],
)
def test_what_somebody_is_apt_to_do_and_where_he_stands_is_the_event(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Some 35 trucks carrying 900 tons of flour entered the town.", "35", "enter"),
        ("Some 35 trucks carrying 900 tons of flour entered the town.", "900", "carry"),
        ("Four men wearing masks robbed a bank.", "Four", "rob"),
        ("A storm hit the coast, damaging 60 schools.", "60", "damage"),
        ("The trial is expected to last six weeks.", "six", "last"),
        ("The agency says 4.6 million people, a tenth of them children, need food.", "4.6 million", "need"),
        ("The blast killed 15 people, 12 of whom were guards.", "12", "kill"),
        ("The blast killed 15 people, of whom 12 were guards, and hurt six.", "12", "kill"),
        ("About 900 people have fled, of whom 12 were arrested.", "12", "arrest"),
        ("Some 4,000 people are under siege.", "4,000", "siege"),
    ],
)
def test_what_subjects_parts_and_the_sick_do_is_their_own_verb(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Ticket prices average $86, the league said.", "86", "average"),
        ("Class sizes average 31 pupils.", "31", "average"),
        ("Rents in Selm average $1,400 a month.", "1,400", "average"),
        ("Ticket prices at the arena average more than $86.", "86", "average"),
        ("Home prices top $600,000 in Selm.", "600,000", "top"),
        ("The league's revenue topped $9 billion last season.", "9 billion", "top"),
    ],
)
def test_prices_that_average_or_top_an_amount_do_so(
    figure: Finder, text: str, number: str, event: str
) -> None:
    found = figure(text, number)
    assert found.event == event
    assert found.counted is not None
    assert found.counted.head not in {"average", "season"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Some 61 percent of pupils passed. In Selm only 38 percent did.", "pass"),
        ("Of the men, 61 percent voted; of the women 38 percent did.", "vote"),
    ],
)
def test_did_stands_for_the_verb_before_it(figure: Finder, text: str, event: str) -> None:
    assert figure(text, "38").event == event
