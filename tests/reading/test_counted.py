"""What a figure counts."""

from collections.abc import Callable

import pytest

import addup
from addup.records import Figure

Finder = Callable[[str, str], Figure]


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Some 4,200 nurses walked out on Monday.", "4,200", "nurse"),
        ("It counted 655 cases and 48 deaths (case fatality rate 7.3%) in the port.", "7.3", "rate"),
        ("The turnout was 8 percent, the board said. Observers said it was 3 percent.", "3", "turnout"),
        ("Hundreds of people left the valley overnight.", "Hundreds", "person"),
        ("The 16-nation bloc met on Monday.", "16", "nation"),
        ("Firms sold a 22-story building in the port.", "22", "story"),
        ("At least 61 were killed in the flood, officials said.", "61", "person"),
        ("The storm killed 12 farmers and injured 40.", "12", "farmer"),
        ("There were 39 deaths in the province last year.", "39", "person"),
        ("The crew of nine left the ship.", "nine", "crew"),
        ("Complaints were up 12 from 88.", "12", "complaint"),
        ("Arrests rose to 45 from 30 last year.", "30", "arrest"),
        ("Deaths rose from 40 to 52.", "52", "person"),
        ("Norwegians: 3, Danes: 0.", "0", "Dane"),
        ("The guards outnumber the sailors 4-1.", "4-1", "guard"),
        ("The club wants to add another player or two.", "two", "player"),
        ("The car comes with four-, five- and six-cylinder engines.", "four", "cylinder"),
        ("The band made 2.7m combined digital and physical sales.", "2.7m", "sale"),
        ("The 34-year-old mother of three replied on Monday.", "three", "child"),
        ("The number of stocks that fell yesterday exceeded 1,000.", "1,000", "stock"),
        ("She spoke to a loud crowd of about 700 on Monday.", "700", "person"),
        ("Lunen, which has a population of 82,000, voted late.", "82,000", "person"),
        ("The port received 900 boats, above the limit of 600.", "600", "boat"),
        ("Officers looked for the burglars, and believed there were as many as four.", "four", "burglar"),
        ("The fair had more than twice the number of visitors.", "twice", "visitor"),
        ("The firm had profit from its own mills of $4 million.", "4 million", "profit"),
        ("The sailors endured a wait of 12 days.", "12", "wait"),
        ("Varden is to buy a stake in United Mills in a deal worth 46m rupees ($1m).", "46m", "deal"),
        (
            "The lender survived after a 90 million yen ($600,000; £499,000) bail-out.",
            "90 million",
            "bail-out",
        ),
        ("Selm gave 6 million francs ($1 million) in aid for the victims.", "6 million", "aid"),
        ("Analysts had expected a profit of 58 cents and revenue of $12 million.", "12 million", "revenue"),
        ("The index fell for the third day to a four-month low of 15,517.78.", "15,517.78", "index"),
        ("The index closed at 2,340 in late trading.", "2,340", "index"),
        ("Silver for May delivery lost 40 cents to $16.10 an ounce.", "40", "silver"),
        ("Heating oil added 2 cents to $1.51 a gallon.", "2", "oil"),
        ("Orel holds a stake in the mill, valued at $4 million.", "4 million", "stake"),
        ("The lender sold its 14 percent holding for $4 million.", "4 million", "holding"),
        ("The fund cut its 7 percent holding in Kalm.", "7", "Kalm"),
        ("Those who smoked were 30 percent more likely to fall ill.", "30", "person"),
        ("The diet was tied to a 14 percent lower risk of stroke.", "14", "risk"),
        ("The DAX was down 0.6 percent at noon.", "0.6", "DAX"),
        ("The Dow rose 1 percent, while the S&P 500 gained 0.7 percent to 2,140.31.", "2,140.31", "S&P"),
        ("Yield on the issue was 7.88%.", "7.88", "yield"),
        ("Only 50% to 60% of the 1,100 eligible employees will take the offer.", "50% to 60", "employee"),
        ("The toll rose to nine and the number of cases of fever rose to 108.", "108", "case"),
        ("Imports climbed 2.4 percent year on year last month.", "2.4", "import"),
        ("The firm made 16-bit and 32-bit chips.", "16", "chip"),
        ("Orel won with a new line of 16-bit and 32-bit chips.", "32", "chip"),
        ("They sold 20-year and 30-year bonds.", "20", "bond"),
        ("The firm won a six-year, $3 million contract.", "six", "contract"),
        ("The race was down to three or four figures who had money.", "three or four", "figure"),
        ("Police found between 600-700 Orel letters there.", "600-700", "letter"),
        ("The baker bought $300 worth of flour on Monday.", "300", "flour"),
        ("Orel may buy more than $20 million worth of Doran shares.", "20 million", "share"),
        ("Shares of Doran fell $1.50 apiece on Monday.", "1.50", "share"),
        ("It expects earnings per share to range from $1.85 to $1.88.", "1.85 to $1.88", "earnings"),
        (
            "The bank cut its key interest rate by a quarter-point to a 40-year low of 1.75 per cent.",
            "1.75",
            "rate",
        ),
        ("The economy had grown by an average of 3.2% over the past four years.", "3.2", "economy"),
        ("The singer died on Thursday of cancer, aged 58.", "58", "singer"),
        ("The wait is estimated at five to six days.", "five to six", "wait"),
        ("Growing firms outnumbered shrinking ones, 1,141 to 406.", "1,141", "firm"),
        ("Boys outnumber girls 1,141 to 406.", "406", "girl"),
        ("Circulation was 4,393,237 last year.", "4,393,237", "circulation"),
        ("A quake of magnitude 7.1 killed 1,900 people.", "7.1", "quake"),
        ("Roughly four in ten patients are children, she said.", "four in ten", "patient"),
        ("Food prices rose 5.8 percent, while fuel was 7 percent cheaper.", "7", "fuel"),
        ("The fire is the largest of 26 burning across the state.", "26", "fire"),
        ("The government forecasts growth of 2 percent this year.", "2", "growth"),
        ("The law lets parcels valued under $800 enter free.", "800", "parcel"),
        ("The report showed prices rising at a modest annual rate of 2.9%.", "2.9", "price"),
        ("Output grew 0.1%, an annual rate of 0.3%.", "0.3", "output"),
        ("The plan is open to employees 55 years old or older.", "55", "employee"),
        ("The Orel was a 75 ft (23 m) long fishing boat.", "75", "boat"),
        ("At Least 21 Dead in Selm Blast\n\nA bomb went off on Monday.", "21", "person"),
        ("The bank cut its profit forecast to $3 million.", "3 million", "profit"),
        ("The fair had twice as many visitors as in May.", "twice", "visitor"),
        ("The reservoir holds 40 billion litres.", "40 billion", "reservoir"),
        ("They walked 9 miles.", "9", "distance"),
        ("About a third of the country's 12 million population have fled.", "12 million", "person"),
        ("A total of 24 million pesos is earmarked for the poor.", "24 million", "money"),
        ("An estimate of 2 percent growth was cut.", "2", "growth"),
        ("Shares in the mill were at 458.5p in morning trade.", "458.5", "share"),
        ("The four-week moving average of claims edged up.", "four", "average"),
        ("The founding family, which holds 31 percent, has promised its votes.", "31", "stock"),
        ("They bought the mill for $3 million in cash.", "3 million", "mill"),
        ("The train was doing about 70 kilometres an hour.", "70", "train"),
        ("It cost $4. Vacancies stood at 97,000.", "97,000", "vacancy"),
        ("Profits rose to £41m. Sales fell 4%.", "41m", "profit"),
        ("The share of 15-year-olds who smoke once a week has doubled to 18%.", "18", "person"),
        ("She sees children of 11 in her clinics.", "11", "child"),
        ("The government wants to raise the pension age from 60 to 65.", "65", "person"),
        ("Half of the injured were treated at the scene.", "Half", "person"),
        ("Four in ten of the displaced were children.", "Four in ten", "person"),
        (
            "Food prices rose 7 percent. Economists polled by Orel had expected a rise of 6 percent.",
            "6",
            "price",
        ),
        ("Food prices rose 7 percent. Analysts had forecast a 6 percent gain.", "6", "price"),
        ("The Orel index fell 2 percent to 2,340.", "2,340", "index"),
        ("The crown gained 2 percent after the vote, to 24.15.", "24.15", "crown"),
        ("The crowd swelled by a third to 400.", "400", "person"),
        (
            "They smoked 20 cigarettes a day. One in three said they had tried to stop.",
            "One in three",
            "person",
        ),
        ("The number of smokers has fallen by 400,000 to 2.9 million.", "400,000", "smoker"),
        ("The number of smokers has fallen by 400,000 to 2.9 million.", "2.9 million", "smoker"),
        ("The storm brings 15 inches of rain, with waves as high as 20 feet.", "20", "wave"),
        ("Aid agencies appealed for $245 million.", "245 million", "money"),
        ("Of the 154 men there, 111 came up, officials said, 26 of them with burns.", "26", "man"),
        ("The party won 48 seats in the election. Homeland, which had two members, won 31.", "31", "seat"),
    ],
)
def test_a_count_is_of_its_noun_or_of_people(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


def test_a_time_behind_a_number_is_not_what_it_counts(figure: Finder) -> None:
    counted = figure("The average was 5.1 degrees in 2018 and 2.1 last year.", "2.1").counted
    assert counted is not None
    assert counted.head == "average"


@pytest.mark.parametrize("number", ["3 million", "2 million", "1 million"])
def test_money_that_is_shared_out_is_called_alike_in_the_whole_row(figure: Finder, number: str) -> None:
    text = "Of this sum, $3 million go to schools, $2 million to transport and at least $1 million to parks."
    found = figure(text, number)
    assert found.counted is not None
    assert (found.counted.head, found.event) == ("money", "go")


@pytest.mark.parametrize(
    "text",
    [
        "The fire burned down 40 houses. The death toll stood at 12 on Sunday, police said.",
        "The fire burned down 40 houses. The death toll has risen to 12.",
        "The fire burned down 40 houses. Police put the death toll of the fire at 12.",
        "The fire burned down 40 houses. With a death toll of 12, it was the worst in years.",
        "The fire burned down 40 houses. The toll on Monday was at least 12.",
        "The quake, which wrecked 40 houses, had a toll of 3 until Monday; on Tuesday its toll rose to 12.",
        "Quake survivors wait for aid; toll passes 12\n\nAid was late on Monday.",
    ],
)
def test_a_toll_counts_people_whatever_was_counted_before(figure: Finder, text: str) -> None:
    counted = figure(text, "12").counted
    assert counted is not None
    assert counted.head == "person"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mill reported a loss of $3.1 million for the quarter.", "3.1 million", "loss"),
        ("The $40 million offering was delayed.", "40 million", "offering"),
        ("Sales rose 8% to $20 million from $18.5 million.", "20 million", "sale"),
        ("Sales rose 8% to $20 million from $18.5 million.", "18.5 million", "sale"),
        ("The ministry will spend $90 million in aid this year.", "90 million", "aid"),
        ("The company lost $7 million in May.", "7 million", "loss"),
        ("She sold the barn for $310,000 in May.", "310,000", "barn"),
        ("Orel bought 3 million shares from a widow for $4.25 a share, or $12.8 million.", "4.25", "share"),
        (
            "Orel bought 3 million shares from a widow for $4.25 a share, or $12.8 million.",
            "12.8 million",
            "share",
        ),
        ("He was paid $300,000 for his shares.", "300,000", "share"),
        ("The mill had a loss of C$3 million, or 14 Canadian cents a share.", "14", "loss"),
        ("The yard had a 3% drop in revenue to $71 million.", "71 million", "revenue"),
        ("The bank posted an 18% profit gain to $4 million.", "4 million", "profit"),
        ("The $210 million deal values the mill at a high price.", "210 million", "deal"),
        ("Rebuilding the bridge would cost an estimated $80 million.", "80 million", "cost"),
        ("Traders rushed to the desk, valuing the company at $90 million.", "90 million", "company"),
    ],
)
def test_money_is_of_what_it_pays_or_measures(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The banks, who are owed about $40 million, met on Monday.", "40 million"),
        ("The charity raised about $5 million in support of the shelter.", "5 million"),
        ("The offering, priced at $20 a share, will raise $90 million.", "90 million"),
        ("The club is $3 million short of its goal.", "3 million"),
        ("That puts the committee about $2 million short.", "2 million"),
        ("The jury awarded the family $2 million.", "2 million"),
        ("The bank lent the town $2 million.", "2 million"),
    ],
)
def test_money_is_money_where_the_text_names_only_who_has_it(figure: Finder, text: str, number: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == "money"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orel holds 2.2 million of Bell's 9.1 million common shares.", "2.2 million", "share"),
        ("The deal lifts his stake to 24% from 19%.", "24", "stock"),
        ("The deal lifts his stake to 24% from 19%.", "19", "stock"),
        ("The fund disclosed a stake of less than 6% in Orel.", "6", "Orel"),
        ("Reyes got 58 percent in the primary. Moore and Hill combined for 42 percent.", "42", "vote"),
        ("Moore beat Reyes by 8 percentage points in the primary.", "8", "vote"),
        ("In the poll, Reyes has 51 percent; everyone else is at 4 percent.", "4", "respondent"),
        (
            "The poll was taken with a margin of error of plus or minus 2.8 percentage points.",
            "2.8",
            "margin",
        ),
    ],
)
def test_a_share_of_which_the_clause_names_no_whole_is_of_stock_votes_or_those_asked(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("About 46 percent of voters back the plan.", "46", "voter"),
        ("The group bought a 30% stake in the airline.", "30", "airline"),
        ("The bank announced an 18 percent drop in profits.", "18", "profit"),
        ("Revenue fell 2.1 percent in the third quarter.", "2.1", "revenue"),
        ("The weekly had a circulation of 4,000, a decrease of 7 percent.", "7", "circulation"),
        ("Shares of Selm-based Orel climbed 5.5 percent.", "5.5", "share"),
        ("A poll asked nurses and doctors: nurses support the new wards, 89%-6%.", "6", "nurse"),
    ],
)
def test_a_share_is_of_its_whole(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Over the past six months, the firm has cut the dose.", "six", "dose"),
        ("Rents have soared in the last two years.", "two", "rent"),
        ("The mill burnt down three years ago.", "three", "time"),
        ("Shares of the mill hit a five-year low.", "five", "low"),
        ("For the nine months ended March 31, the mill had a loss.", "nine", "period"),
        ("The guards kept the secret for 20 years.", "20", "secret"),
        ("Moore has slept for six hours.", "six", "Moore"),
        ("The trial will take two weeks.", "two", "trial"),
        ("He got into a quarrel with the mayor over the past four days.", "four", "time"),
        ("The north has been at war for 20 years.", "20", "war"),
    ],
)
def test_a_duration_is_of_what_lasts_or_else_of_time(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize("number", ["31.50", "75"])
def test_a_price_of_a_firm_on_the_market_is_of_its_share(figure: Finder, number: str) -> None:
    counted = figure("In Frankfurt, Orel Holding closed at $31.50, down 75 cents.", number).counted
    assert counted is not None
    assert counted.head == "share"


def test_money_that_is_only_given_is_what_the_text_called_it_before(figure: Finder) -> None:
    text = "The state offered the yards a loan last week. Orel will receive $40 million in June."
    counted = figure(text, "40 million").counted
    assert counted is not None
    assert counted.head == "loan"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The poll of 900 voters found the mayor ahead by 3 points.", "3", "voter"),
        ("The survey of 900 voters gives the mayor 38 percent support.", "38", "voter"),
        ("In a two-way race she leads, the poll of 900 voters found.", "two", "candidate"),
        ("The poll of 900 voters has a margin of error of 3 points.", "3", "margin"),
        ("In the poll she leads by 2 points, within the margin of error of 3.5 points.", "3.5", "margin"),
    ],
)
def test_a_lead_in_a_poll_is_of_those_asked(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The town lies 40 miles (64 km) south of Lisbon.", "40", "distance"),
        ("The town lies 40 miles (64 km) south of Lisbon.", "64", "distance"),
        ("The calf weighs 35 kilograms.", "35", "calf"),
        ("Police held 2 agents. The two were freed on Friday.", "two", "agent"),
        ("A 12-strong jury heard the case.", "12", "person"),
        ("The mayor named the engineers, several of whom live abroad.", "several", "engineer"),
        ("Members voted 89-52 for the plan.", "52", "member"),
        ("The flood claimed 17 lives and injured 40.", "40", "person"),
        ("Thieves took the firm's $90 million refinery.", "90 million", "refinery"),
        ("Funds lost a total of $6 billion in May.", "6 billion", "loss"),
        ("Orel sold $9 million of 6% convertible subordinated notes.", "9 million", "note"),
        ("The yard, which is 61%-owned by Bell Corp., had a loss.", "61", "yard"),
        ("She spent $7 million on the bridge.", "7 million", "money"),
        ("She paid $7 million for the bridge.", "7 million", "bridge"),
        ("A majority of two-thirds is needed; a 54% majority of nurses agreed.", "54", "nurse"),
        ("A store owner shot at nine would-be robbers.", "nine", "robber"),
    ],
)
def test_what_is_counted_is_found_behind_other_words(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


def test_an_amount_in_brackets_is_of_what_stands_before_it(figure: Finder) -> None:
    text = "The army flew in 90 pounds (41 kilograms) of medicine."
    assert figure(text, "41").counted == figure(text, "90").counted


def test_a_noun_keeps_what_is_hyphened_to_it(figure: Finder) -> None:
    counted = figure("Pre-tax profits rose 3%.", "3").counted
    assert counted is not None
    assert (counted.text, counted.head) == ("Pre-tax profits", "profit")
    lorries = figure("They bought 12 second-hand lorries.", "12").counted
    assert lorries is not None
    assert lorries.text == "second-hand lorries"


def test_a_whole_figure_spans_hedge_number_and_noun(figure: Finder) -> None:
    found = figure("Police said that more than 1,200 people had marched.", "1,200")
    assert found.span.text == "more than 1,200 people"


@pytest.mark.parametrize(
    "text",
    [
        "The new 80386 chip is slow.",
        "The firm sells the 6502 processor.",
        "She soldered a 68000 board.",
    ],
)
def test_a_large_number_before_one_thing_is_its_name(text: str) -> None:
    reading = addup.read(text)
    assert reading.figures == ()
    assert [skipped.why for skipped in reading.coverage.skipped] == ["name"]


@pytest.mark.parametrize(
    "text", ["The 300 seat hall burned.", "The 250 aircraft left.", "The 900 staff left."]
)
def test_a_large_number_before_what_has_no_plural_counts_it(text: str) -> None:
    assert len(addup.read(text).figures) == 1


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The senate confirmed her 88 to 3 on Monday.", "3", "vote"),
        ("By a 6-3 vote, the court upheld the law.", "6", "vote"),
        ("The economy added 350,000 jobs, far above the 240,000 forecast by economists.", "240,000", "job"),
        ("The firm has been creating jobs at a rate of 3,000 a month.", "3,000", "job"),
        ("Thousands of Army, Navy and Air Force pilots are in the gulf.", "Thousands", "pilot"),
        ("The state saw a surge of new voters -- 1.1 million since January.", "1.1 million", "voter"),
        ("Court vacancies have been growing. They are at 78 now.", "78", "vacancy"),
        (
            "These delegates can change their minds.\n\nAnna Reyes: 1,769.\n\nBernie Moore: 46.",
            "1,769",
            "delegate",
        ),
        (
            "These delegates can change their minds.\n\nAnna Reyes: 1,769.\n\nBernie Moore: 46.",
            "46",
            "delegate",
        ),
        ("She has 2,310 delegates, short of the magic number of 2,383.", "2,383", "delegate"),
        ("The institute polled 1,042 Ohio registered voters in May.", "1,042", "voter"),
        ("Vacancies are growing, and they stand at 78 now.", "78", "vacancy"),
        ("He closed the gap in delegates, which stood at 263 on Tuesday.", "263", "delegate"),
        ("The number of Americans filing new claims for benefits fell to 310,000.", "310,000", "American"),
    ],
)
def test_a_bare_number_counts_what_the_text_speaks_of(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The army said that it had told the family of Moore, 37 years old when he died.", "37", "Moore"),
        ("My father began his studies in Leeds at age 16.", "16", "father"),
        ("The judge ruled that 17-year-olds may vote.", "17", "person"),
        ("The ban comes after an 18-year-old who arrived from Selm fell ill.", "18", "person"),
        ("In Selm, 61-year-old Karl Bell told the paper of it.", "61", "Bell"),
        ("A 31-year-old New York woman fell ill.", "31", "woman"),
    ],
)
def test_an_age_is_of_the_one_it_is_said_of(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("A new poll shows the candidates close. Reyes leads Moore by 6 points.", "6", "respondent"),
        ("The survey was on soap. Moore got 6 percent.", "6", "respondent"),
        (
            "In the poll, Reyes got 37 percent. The firm asked 4,060 registered voters online.",
            "37",
            "voter",
        ),
        ("A poll asked voters. For Moore supporters, the choice is clear, at 73 percent.", "73", "supporter"),
        ("A poll asked voters. Anna Reyes is in third place with 24 percent.", "24", "voter"),
        ("A poll asked voters. Among Moore supporters, however, 61 percent are sure.", "61", "supporter"),
        (
            "A poll asked voters. Among Moore supporters, 61 percent are sure. Reyes leads by 6 points.",
            "6",
            "voter",
        ),
        (
            "A poll came out. By 58 percent, those surveyed said no to the tax that voters hate.",
            "58",
            "respondent",
        ),
        ("In the poll, Bell rose from 40 percent in May to 42 percent.", "42", "respondent"),
        ("In the poll, Bell has 42 percent. He leads among female voters.", "42", "respondent"),
        ("The poll shows Bell pulling within 5 points of Orr.", "5", "respondent"),
        (
            "In the poll, 41 percent back Bell. That is a rise from the 1 percent who did in May.",
            "1",
            "respondent",
        ),
    ],
)
def test_a_share_in_a_poll_is_of_those_asked(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        (
            "The firm plans to place 150 million kroner ($22 million) in preferred shares.",
            "150 million",
            "share",
        ),
        ("The offer, valued at about $576 million, expired on Monday.", "576 million", "offer"),
    ],
)
def test_money_is_of_what_it_is_in_or_what_is_valued(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


def test_a_bought_area_is_land(figure: Finder) -> None:
    counted = figure("The academy bought 120 acres in the county.", "120").counted
    assert counted is not None
    assert counted.head == "land"


def test_a_goal_is_of_what_it_is_set_for(figure: Finder) -> None:
    counted = figure("The unit had higher sales than the target of 8.5 percent.", "8.5").counted
    assert counted is not None
    assert counted.head == "sale"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The maker posted a 20% gain in third-quarter net income.", "20", "income"),
        (
            "The operations accounted for about 27% of Dorland's 7.38 billion Canadian dollars in sales.",
            "27",
            "sale",
        ),
        ("The mills account for nearly half the company's C$900 million in assets.", "half", "asset"),
        ("Of the 12 seats, half are vacant.", "half", "seat"),
        ("A poll was taken. Moore won the state by 8 points in 2012.", "8", "vote"),
        ("The economy grew at a brisk 3.1% annual rate.", "3.1", "economy"),
        ("Growth accelerated from a weak 1.2 percent pace.", "1.2", "growth"),
        ("Exports were weak in May. They fell 3.1 percent.", "3.1", "export"),
        ("Excluding transport, orders rose 3.1 percent.", "3.1", "order"),
        ("The union wants a 3.1 percent raise.", "3.1", "pay"),
    ],
)
def test_a_share_is_of_what_somebody_has_or_what_changes(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize("number", ["29", "17.6", "8.2"])
def test_a_row_of_names_shares_what_its_verb_is_said_of(figure: Finder, number: str) -> None:
    text = (
        "Gaming revenue is up this year at three casinos: Golden Palm by 29 percent; Harbor by 17.6 percent; "
        "and Larkin by 8.2 percent."
    )
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == "revenue"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The company reported its smallest quarterly profit in 17 years.", "17", "profit"),
        ("Senators are confirming judges at the slowest pace in more than 50 years.", "50", "pace"),
        ("Tens of thousands of soldiers will surrender over the next few days.", "few", "soldier"),
        ("Sales will rise 8.5% annually through the next three years.", "three", "sale"),
        ("The Treasury's benchmark 30-year rose fractionally.", "30", "bond"),
        ("The suspect confessed after three days of questioning.", "three", "questioning"),
        ("The progress of these past eight years had shown the way.", "eight", "progress"),
        ("The next three weeks will see a rapid increase in visits.", "three", "increase"),
        ("The past three years have been hard.", "three", "time"),
    ],
)
def test_a_duration_is_of_what_goes_on_or_is_the_best_in_it(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize("number", ["1.8400", "142.10", "1.8353"])
def test_a_rate_of_exchange_is_of_the_currency_that_is_traded(figure: Finder, number: str) -> None:
    text = (
        "In late New York trading the dollar was at 1.8400 marks and 142.10 yen compared with 1.8353 marks."
    )
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == "dollar"


def test_what_a_firm_earned_goes_by_the_name_that_the_article_has_for_it(figure: Finder) -> None:
    text = "Dorland reported a decline in fourth-quarter earnings. The company earned $45.2 million."
    named = figure(text, "45.2 million").counted
    assert named is not None
    assert named.head == "earnings"
    bare = figure("The company earned $45.2 million.", "45.2 million").counted
    assert bare is not None
    assert bare.head == "profit"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("He owns between $15,000 and $50,000 in Orel stock.", "15,000 and $50,000", "stock"),
        (
            "It took charges in the year-earlier period, including $11 million related to a mill.",
            "11 million",
            "charge",
        ),
        (
            "Benchmark crude reversed earlier losses and was up 46 cents to settle at $41.60.",
            "41.60",
            "crude",
        ),
    ],
)
def test_money_is_of_what_it_is_in_or_a_part_of(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The deal lifts Orel's 7% share of the candy market to 12%.", "7", "market"),
        ("The deal lifts Orel's 7% share of the candy market to 12%.", "12", "market"),
        ("Two rivals have about 40% and 36% of the market.", "40", "market"),
        ("Moore sought to lift his Norsk stake above 10%.", "10", "Norsk"),
        ("Orel has a stake of 5% in Norsk. The purchase of a 48% stake is costly.", "48", "Norsk"),
        ("The mill is controlled 51% by Orel.", "51", "mill"),
        ("The group owns 22% of Orel's shares.", "22", "share"),
        ("Spending exceeded 3 percent of the nation's total output.", "3", "output"),
        ("Spending exceeded 4 percent of the nation's total economic output.", "4", "output"),
        ("Fees were 2.5 percent of output last year. They are to rise to 2.9 percent.", "2.9", "output"),
        ("Turnout was below the 30% threshold.", "30", "turnout"),
    ],
)
def test_a_share_is_of_what_is_parted(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head.lower() == head.lower()


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The court sent the case back by a 2-to-1 vote.", "2", "vote"),
        ("A 5-4 ruling would leave the rule in place.", "4", "vote"),
        ("Moore won the primary, 27.6 percent to 24.3 percent.", "24.3", "vote"),
        ("Moore leads Reyes 1,428 to 1,153 in pledged delegates.", "1,428", "delegate"),
        (
            "Moore has 900 delegates. The mayor conceded.\n\nHer lead is big: 1,012 to Reyes's 812.",
            "812",
            "delegate",
        ),
        ("In a poll of 900 voters, Moore came third with 23 percent of the vote.", "23", "vote"),
        ("With 100 percent of precincts reporting, Moore led the poll.", "100", "precinct"),
        ("The mayor has backing from 33 percent, a poll of voters found.", "33", "voter"),
        ("In the caucuses on Monday Moore received 49.8 percent.", "49.8", "vote"),
        ("In the primary on Monday Moore defeated Reyes by double digits.", "double digits", "vote"),
        ("The members counted the votes: 611 in favor, the rest did not care.", "611", "vote"),
        ("The polls of voters have Moore ahead by an average of seven percentage points.", "seven", "voter"),
        ("The delegate count is Jo Bell 384, Sen. Ann Orr 300, and Kay 37.", "300", "delegate"),
        ("The three parties secured 132, 81 and 79 seats.", "132", "seat"),
    ],
)
def test_votes_and_sides_are_of_what_each_has(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mayor was warned twice on Friday.", "twice", "time"),
        ("Trucks failed at twice the rate of cars.", "twice", "rate"),
        ("The plan would double the deficit.", "double", "deficit"),
        ("The mills emit 90 tons a year of carbon.", "90", "carbon"),
        ("The fine was twice the donation.", "twice", "fine"),
    ],
)
def test_a_multiple_is_of_what_is_so_many_times_another(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Results included a $30 million, or 40 cents a share, charge for a plant.", "30 million", "charge"),
        ("Results included a $30 million, or 40 cents a share, charge for a plant.", "40", "charge"),
        ("Net income fell below the year-earlier $4.5 million.", "4.5 million", "income"),
        ("The firm sold 2 million shares of common stock at $15 a share.", "15", "share"),
        ("Each holder may buy $100 face amount of 9% bonds.", "100", "bond"),
        ("Orel will offer 1,850 francs ($297) each for Norsk shares.", "1,850", "share"),
        ("Such tickets sell for $200.", "200", "ticket"),
        ("Orel will buy a third of Norsk for 1,015 francs ($162) a share.", "1,015", "share"),
        ("The network will pay the candidate $5 million.", "5 million", "money"),
        (
            "In 2026, the final year of its outlook, the deficit would surpass $1 trillion.",
            "1 trillion",
            "deficit",
        ),
    ],
)
def test_money_is_called_by_what_the_trade_calls_it(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("There are 1,500 coal- and gas-fired power plants.", "1,500", "plant"),
        ("Norsk owns 525,546 Orel Technologies common shares.", "525,546", "share"),
        ("She led the country out of three crises.", "three", "crisis"),
        ("The tag had 6.7 million posts in 10 hours.", "10", "post"),
        ("Industrials 2596.72, off 17.01; utilities 215.86, up 0.19.", "17.01", "industrial"),
        ("Industrials 2596.72, off 17.01; utilities 215.86, up 0.19.", "0.19", "utility"),
    ],
)
def test_names_and_adjectives_before_a_noun_are_passed(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head.lower() == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        (
            "The union surveyed 900 nurses. Most rest too little, the poll shows: 54 percent said so.",
            "54",
            "nurse",
        ),
        ("The poll is out. Officers favored Orr 46 percent to 32 percent.", "46", "officer"),
        ("The poll is out. Officers favored Orr 46 percent to 32 percent.", "32", "officer"),
        (
            "In the poll, 52 percent of soldiers said yes, while only 20 percent would vote for Orr.",
            "20",
            "soldier",
        ),
        ("The poll has Orr ahead among women (61 percent) and older voters (67 percent).", "61", "woman"),
        (
            "A poll of voters is out. The answer was an even split: 46% with a yes, and 45% with a no.",
            "46",
            "voter",
        ),
        (
            "The poll of voters has a margin of error of 3 points for all, and 4.5 points for women.",
            "4.5",
            "margin",
        ),
        (
            "The poll is out. It has a credibility interval of 5 percentage points for all voters.",
            "5",
            "interval",
        ),
    ],
)
def test_a_share_of_a_poll_is_of_the_group_that_it_is_told_of(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Outlets planned $27 million in TV and radio spots for the fall.", "27 million", "spot"),
        ("The mill paid for 10 House of Keys members to fly to Troy.", "10", "member"),
        ("He was stopped by four plain-clothes officers.", "four", "officer"),
        ("The bill has only one Green co-sponsor.", "one", "co-sponsor"),
        ("The charge includes $4 million of other write-offs.", "4 million", "write-off"),
        ("The sale came after a decline of 87 cents in Orel stock.", "87", "stock"),
        ("Revenue rose to $5 million, an increase of $2 million.", "2 million", "revenue"),
        ("Orel, with 30% of the market, hopes for a 50% U.S. market share.", "50", "market"),
        ("The bank increased its stake in Orel to 40%.", "40", "Orel"),
        ("The secretary earned $3 million last year.", "3 million", "money"),
        ("Orel had net income in 1988. In 1987 it earned $3 million.", "3 million", "income"),
    ],
)
def test_the_noun_of_an_amount_is_found_behind_names_hyphens_and_changes(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Marshall is 63 years old and has a record of 20 cases.", "63", "Marshall"),
        ("Anna Moore, who led 3 firms, died on Monday. She was 92.", "92", "Moore"),
        ('Anna Moore led 3 firms. "Go home," said the 46-year-old.', "46", "Moore"),
    ],
)
def test_an_age_is_of_the_person_that_a_pronoun_or_the_age_itself_stands_for(
    figure: Finder, text: str, number: str, name: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == name


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The poll is out. Orr led Moore among older women by just four points.", "four", "woman"),
        ("The poll is out. He stood at 35 percent overall and 32 percent among nonwhites.", "32", "nonwhite"),
        ("The poll of voters showed a one-point difference.", "one", "voter"),
        (
            "About 82 percent of thefts were told of by men, while only 14 percent came from women.",
            "14",
            "theft",
        ),
        ("Of the 30,000 letters that came, more than 90 percent were sent by post.", "90", "letter"),
        ("Three-quarters of the $59 million spent by the mill came from him.", "Three-quarters", "money"),
        ("More than half those who met her gave money.", "half", "person"),
        ("Half of those killed were women.", "Half", "person"),
        ("The mayor claimed that crime has gone down 20 percent.", "20", "crime"),
        ("Its trade with the two states declined 40 percent.", "40", "trade"),
        ("The Tavor index lost 85.31 points, or 1.1 percent.", "1.1", "index"),
        ("Some 540 houses were damaged, half of them in Selm.", "half", "house"),
        (
            "Some 78 percent of teachers stayed away. The union said the figure was above 90 percent.",
            "90",
            "teacher",
        ),
        ("The union wants a raise of 12 percent; the state has offered 5 percent.", "5", "pay"),
        (
            "Unions demand a pay rise of 12 percent. Employers have offered a rise of 4.5 percent.",
            "4.5",
            "pay",
        ),
        ("Orel Air, 34 percent owned by the state, flew 6 million people.", "34", "Air"),
        ("Orel Air flew 6 million passengers in nine months, up 8 percent.", "8", "passenger"),
        ("Of those who answered, 58 percent called themselves believers.", "58", "person"),
    ],
)
def test_a_share_without_a_whole_is_of_the_one_that_the_text_had(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("People struggle on $10 an hour.", "10", "wage"),
        ("He puts his net worth at $11 billion.", "11 billion", "worth"),
        ("The club has a mortgage worth more than $50 million.", "50 million", "mortgage"),
        ("The buys are in Ohio (around $700,000) and Iowa.", "700,000", "money"),
        ("She sent 300 e-mails.", "300", "e-mail"),
        ("It has 100,000-plus readers.", "100,000", "reader"),
        ("Turnout among those ages 18 to 29 was low.", "18 to 29", "person"),
    ],
)
def test_what_is_counted_is_neither_a_place_nor_a_word_beside_it(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("He received nine $2,500 donations on Oct. 4.", "nine", "donation"),
        (
            "A win takes 1,237 delegates. Orr may stop Moore from getting to 1237.",
            "1237",
            "delegate",
        ),
        ("The 44-square-mile (114-square-kilometer) blaze was contained.", "44", "blaze"),
        ("The 44-square-mile (114-square-kilometer) blaze was contained.", "114", "blaze"),
        ("In a survey, builders were gloomy. Shares in Tarn were up 6% at 458.5p.", "6", "share"),
        ("In a survey, builders were gloomy. Shares in Tarn were up 6% at 458.5p.", "458.5", "share"),
        ("A bomb killed 42 people in Delmas, 30 km (19 miles) to the south.", "30", "distance"),
        ("Organizers said 120,000 took part. Police put the crowd at 45,000.", "120,000", "person"),
        ("Organizers said 120,000 took part. Police put the crowd at 45,000.", "45,000", "person"),
        ("Analysts polled by Norn expected more. Capacity was up 1.5 percent.", "1.5", "capacity"),
        ("A poll of 20 economists was gloomy. Capacity was up 1.5 percent.", "1.5", "capacity"),
        ("The tax rose from 10 francs per ton of carbon to 30 francs.", "10", "tax"),
        ("The income of the richest 1 percent grew.", "1", "person"),
        ("Imports grew to 40 percent from 5 percent of the market.", "40", "market"),
        ("Moore led Orr by a little -- 212,205 to 210,424 votes.", "212,205", "vote"),
        ("The share of readers under 30 was 39 percent.", "39", "reader"),
        ("In the count, 54 percent of nurses were 45 or older.", "45", "nurse"),
        ("Orr leads among voters ages 18 to 39.", "18 to 39", "voter"),
        ("Orr leads with women between the ages of 18 and 54.", "18 and 54", "woman"),
    ],
)
def test_the_noun_of_an_amount_may_stand_behind_the_next_or_before_ages(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The bonds would be redeemed in five years.", "five", "bond"),
        ("The answer is coming up in three minutes.", "three", "answer"),
        ("The firm will save the mill in five years.", "five", "time"),
        ("The firm hopes to find its cargo within two weeks.", "two", "time"),
    ],
)
def test_a_length_of_time_is_of_what_happens_in_it_but_not_of_what_is_done(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Two counter-attacks failed.", "Two", "counter-attack"),
        ("Of the four sub-indices, all fell.", "four", "sub-index"),
        ("The firm ordered 18 A330-200s.", "18", "a330-200"),
        ("The firm had three write-offs.", "three", "write-off"),
    ],
)
def test_a_noun_with_a_prefix_or_a_number_of_its_own_stays_whole(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Some 900 tonnes of rice are waiting at the port. A third of that could rot.", "A third", "rice"),
        ("The board asked for $46 million, of which 38 percent has been pledged.", "38", "money"),
        ("The mill made 400 tonnes of flour, 18 percent more than last year.", "18", "flour"),
        ("The mill made 400 tonnes of flour. The railway can move only 60 tonnes a week.", "60", "flour"),
        ("Doctors treated 1,140 patients at two clinics, of whom 1,020 have gone home.", "1,020", "patient"),
        ("Six children fell ill. New cases had fallen from 120 to 45 by Monday.", "45", "case"),
        ("Police made 143 arrests as thousands marched through the town.", "thousands", "person"),
        ("Export prices fell to $189 on Monday. Traders expect them to drop another $10.", "10", "price"),
        ("Each person gets seven litres of water a day instead of 20.", "20", "water"),
        ("Some 140,000 ballots, or 2.8 percent, were invalid in the election.", "2.8", "ballot"),
        ("The party has 118 seats in the 250-member house, 24 fewer than before.", "24", "seat"),
        ("The league, with its 90 members, doubled its seats to 14.", "14", "seat"),
        ("Advancing issues led, 1,021 to 480, in volume of 68 million shares.", "480", "issue"),
        ("Only 29 percent of those surveyed view Moore well.", "29", "respondent"),
        ("Of the 1,046 people infected, 312 needed hospital treatment.", "312", "person"),
        ("Only 76 percent of five-year-olds have had the vaccine.", "76", "person"),
        ("Builders started 9,400 homes, fewer than the target of 14,500.", "14,500", "home"),
        ("It leaked 3,000 tonnes of oil. The wreck lost 85,000 tonnes off Marle.", "85,000", "oil"),
        ("The government has a majority of 161.", "161", "seat"),
        ("They sent 10,000 blankets, enough for a third of those in need.", "a third", "person"),
        ("The economy added 210,000 jobs, missing expectations of a 225,000 rise.", "225,000", "job"),
        ("Several hundred miles eastwards, three soldiers died.", "Several hundred", "distance"),
        ("There has been a 62,000 fall in the number of people in part-time jobs.", "62,000", "person"),
        (
            "About 130 people, among them 20 children, had set off. Ninety-one were picked up.",
            "Ninety-one",
            "person",
        ),
        ("The capital grew by 4 percent to 1.34 million.", "1.34 million", "person"),
        ("The number of men rose to 40, while that of women fell below 30.", "30", "woman"),
        ("She told a rally of 15,000 that the law was unjust.", "15,000", "person"),
        ("The ministry cut its forecast for exports to 9 million tonnes.", "9 million", "export"),
        (
            "Selm expects 21 million tonnes of wheat this year, down from 24 million in 2022.",
            "24 million",
            "wheat",
        ),
        ("A bomb killed 23 people and wounded 67, police and hospital officials said.", "67", "person"),
        ("They received 25 bodies and said that 18 of the wounded were very ill.", "18", "person"),
        ("The blast left a crater three metres wide.", "three", "crater"),
        ("A plume of smoke 20 metres high rose over the mill.", "20", "plume"),
        ("Maize prices have tripled to 96 pesos a kg.", "96", "price"),
        (
            "Orel posted a 23 percent rise in net profit as provisions for bad loans fell by a third.",
            "a third",
            "provision",
        ),
        ("Two women bombers killed scores at the market.", "scores", "person"),
        ("Police blocked off roads and prevented thousands from returning home.", "thousands", "person"),
        (
            "Some 70 people were killed and hundreds of thousands displaced.",
            "hundreds of thousands",
            "person",
        ),
        ("The number killed by the sea surges exceeds 150,000.", "150,000", "person"),
        ("He was ordered to pay a $6 million fine.", "6 million", "fine"),
        ("Only a fraction of the $100 million was found.", "100 million", "money"),
        ("Among the injured, six were very ill and another five had burns.", "five", "person"),
        (
            "Output rose at a 1.4 percent rate instead of the previously reported 1.0 percent pace.",
            "1.0",
            "output",
        ),
        (
            "The economy grew at a rate of 2.0 percent in May and expanded 2.4 percent in June.",
            "2.4",
            "economy",
        ),
        (
            "Consumer spending, which makes up two-thirds of the economy, rose at a 2.4 percent pace.",
            "2.4",
            "spending",
        ),
        (
            "A poll placed the Reds at 33%, with the Greens at 28% and the Liberals at 27%.",
            "28",
            "respondent",
        ),
        ("It had received 31 bodies and had treated more than 200 wounded.", "200", "person"),
        ("An exit poll had put the Greens at 25 percent and the Social Democrats at 35.", "25", "respondent"),
        ("The Reds surged, winning 27.4 percent of the vote and 17 of the 60 seats.", "27.4", "vote"),
        ("The party fell to 12 seats from 15.", "15", "seat"),
        (
            "Selm's 1.9 million refugee population is the largest, followed by Orel with 1.1 million.",
            "1.1 million",
            "refugee",
        ),
        ("Few have come since 2019, when bombs at two churches killed 71.", "71", "person"),
    ],
)
def test_a_figure_without_a_noun_is_of_what_its_words_go_back_to(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


def test_aid_workers_who_promise_money_promise_no_aid(figure: Finder) -> None:
    counted = figure("Aid workers left. The union promised another 5 million euros.", "5 million").counted
    assert counted is not None
    assert counted.head == "money"


@pytest.mark.parametrize(
    ("text", "number", "head", "event"),
    [
        ("The strike brings to 300 the number of jobs lost.", "300", "job", "lose"),
        (
            "It sent 9 more away, bringing to 96,000 the number of people displaced.",
            "96,000",
            "person",
            "displace",
        ),
        ("The find raised to 12 the toll of the storm.", "12", "person", "die"),
    ],
)
def test_a_number_is_of_what_stands_behind_the_number_of(
    figure: Finder, text: str, number: str, head: str, event: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert (found.counted.head, found.event, found.span.text) == (head, event, number)


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Food prices rose 14 percent and energy prices 21 percent.", "21", "energy prices"),
        ("Exports rose 3 percent in May, imports 4 percent and wages 2 percent.", "2", "wages"),
        ("Profit rose to $4 million and sales to $9 million.", "9 million", "sales"),
        ("Sales rose 3 percent in May and last year 4 percent.", "4", "Sales"),
    ],
)
def test_a_noun_where_the_verb_is_left_out_is_what_its_amount_is_of(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.text == counted


def test_a_nation_with_a_number_is_its_people_and_a_turnout_is_people(figure: Finder) -> None:
    text = "There were 61 Indians, five Chinese and three Britons aboard."
    found = figure(text, "five").counted
    assert found is not None
    assert found.text == "Chinese"
    found = figure("Police put the turnout at 45,000.", "45,000").counted
    assert found is not None
    assert found.head == "person"


def test_a_verb_behind_and_has_the_noun_before_it_for_its_subject(figure: Finder) -> None:
    found = figure("Household spending rose 8 percent and investment fell 2 percent.", "2").counted
    assert found is not None
    assert found.text == "investment"


def test_of_two_counts_before_a_bare_number_is_of_the_one_of_its_size(figure: Finder) -> None:
    text = (
        "In the whole country 180,000 demonstrators took part in 34 marches, the ministry said. Unions spoke "
        "of more than half a million."
    )
    found = figure(text, "half a million").counted
    assert found is not None
    assert found.head == "demonstrator"


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("They fired 188 rockets at Selm. Gunners shot down 76 of them.", "76", "rockets"),
        (
            "They fired 188 rockets at Selm. Gunners shot down 76 of them and another 95 fell.",
            "95",
            "rockets",
        ),
        (
            "The force had 17,000 soldiers in 2001. Sixty-two of them have died, 19 in battle.",
            "62",
            "soldiers",
        ),
        (
            "The force had 17,000 soldiers in 2001. Sixty-two of them have died, 19 in battle.",
            "19",
            "soldiers",
        ),
        ("Rebels hold 300 hostages in two villages. Troops freed 40 of them.", "40", "hostages"),
        ("Villagers slept in 12 tents. Aid workers fed 400 of them.", "400", "Villagers"),
    ],
)
def test_some_of_them_are_of_what_there_were_enough_of(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, "Sixty-two" if number == "62" else number).counted
    assert found is not None
    assert found.text == counted


def test_what_a_number_is_held_against_is_of_its_size(figure: Finder) -> None:
    text = "About 26,000 people were staying in 140 shelters, down from 41,000."
    found = figure(text, "41,000").counted
    assert found is not None
    assert found.text == "people"
    found = figure("The firm has 500 workers in 12 countries, up from 10.", "10").counted
    assert found is not None
    assert found.text == "countries"


def test_more_of_them_are_of_the_same_kind_and_a_name_keeps_all_its_words(figure: Finder) -> None:
    found = figure("Searchers found the remains of two more people.", "two").counted
    assert found is not None
    assert found.text == "people"
    found = figure("The Bell Creek fire was 12 percent contained.", "12").counted
    assert found is not None
    assert found.text == "Bell Creek fire"


def test_a_share_of_those_is_of_the_people_counted_in_its_sentence(figure: Finder) -> None:
    found = figure("The campaign reached 900 children, 96 percent of those targeted.", "96").counted
    assert found is not None
    assert found.text == "children"


def test_where_votes_are_cast_is_no_poll(figure: Finder) -> None:
    text = (
        "With 74 percent of polling stations counted, the Reds had 46 percent of the vote in the election. "
        "The Greens, with 6.1 percent, would take six seats."
    )
    found = figure(text, "6.1").counted
    assert found is not None
    assert found.text == "vote"


def test_what_analysts_expected_is_what_came_to_about_as_much(figure: Finder) -> None:
    text = "Net profit was 615 million euros on sales of 21.7 billion euros. Analysts expected 780 million."
    found = figure(text, "780 million").counted
    assert found is not None
    assert found.text == "Net profit"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Eleven cars burned. By night all but 28 of those taken to hospital had been released.", "28"),
        ("Eleven cars burned. By night 28 of those hurt had been released. Six were in a coma.", "Six"),
        ("The army killed 60 rebels, it said, putting its own losses at five dead and 11 wounded.", "five"),
        ("The army killed 60 rebels, it said, putting its own losses at five dead and 11 wounded.", "11"),
    ],
)
def test_those_told_apart_by_what_befell_them_and_losses_are_people(
    figure: Finder, text: str, number: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.head == "person"


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Employment rose by 44,000, less than the 76,000 economists had forecast.", "76,000", "person"),
        ("Gold fell $4.30 to $757.50 an ounce.", "757.50", "Gold"),
        (
            "The tax would raise $680 million; the bank puts the figure at $416 million.",
            "416 million",
            "money",
        ),
    ],
)
def test_what_is_foretold_or_traded_or_put_otherwise_counts_the_thing_itself(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.text == counted


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Raids brought to 40 the number killed.", "40", "person"),
        ("Excluding bonuses, pay rose 2.1 percent.", "2.1", "pay"),
        ("Some 900 people fell ill, 62 percent of them women.", "62", "people"),
        ("Sales of new homes fell in June to an annual rate of 834,000.", "834,000", "Sales"),
        ("She won by 68,000 votes out of 2.6 million cast.", "2.6 million", "votes"),
    ],
)
def test_what_stands_without_its_noun_or_tagged_as_a_verb_is_counted(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.text == counted


POLL = "A poll of registered voters is out. "


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        (POLL + "Reyes started out more than 60 points ahead of Moore.", "60", "voters"),
        (POLL + "They oppose the bridge toll by a 2-to-1 margin.", "2-to-1", "voters"),
        (POLL + "Moore finished just 0.3 points behind Bell and beat Orr.", "0.3", "voters"),
        (POLL + "Bell's rating is at 32 points (50 percent to 18 percent).", "50", "voters"),
        (POLL + "Bell's rating is at 32 points (50 percent to 18 percent).", "18", "voters"),
        (POLL + "Among Danes, 60 percent like it. Among women, the figure is 75 percent.", "75", "women"),
        ("Everything works for the 1 percent.", "1", "person"),
        ("Growth was 1.0 percent, and the 1 percent will last.", "1", "Growth"),
        ("The top 1 percent took in half of all capital gains.", "half", "capital gains"),
        ("Bell raised $26 million, almost half of which came from donors.", "half", "money"),
        ("The plan would add less than 1 percent to national output.", "1", "national output"),
        ("The credits increased by 7 percent the take-home pay of the poor.", "7", "take-home pay"),
    ],
)
def test_a_share_is_of_those_asked_or_of_what_its_words_say(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.text in {counted, f"registered {counted}"}


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Aides collected more than $100,000 each for the campaign.", "100,000", "money"),
        ("Her $350 million, 10-year plan includes free tuition.", "350 million", "plan"),
        ("The agency lists the population of the town as 21,090.", "21,090", "person"),
        ("A photo of Bell, who died at age 74, was shown.", "74", "Bell"),
        (
            "The ratio of debt to assets was 3.6%, and total equity was $457 million.",
            "457 million",
            "total equity",
        ),
        (
            "The gain on the sale of the assets will range from $20 to $30 million.",
            "20 to $30 million",
            "gain",
        ),
        (
            "Orel foresaw losses, increasing general reserves to $300 million.",
            "300 million",
            "general reserves",
        ),
        ("The Selm index was hit by profit-taking and fell 151 points.", "151", "Selm index"),
        ("Orel bought two more of the nation's top mills.", "two", "top mills"),
        ("A one-eyed man led them.", "one", "eye"),
        ("For four years, Bell traveled the globe.", "four", "time"),
        (
            "It is 40% of the planned advertising in the state over the next two months.",
            "two",
            "planned advertising",
        ),
        (
            "More than $20 million of the roughly $27 million in radio advertising is paid.",
            "20 million",
            "radio advertising",
        ),
        (
            "It has a $50 million credit line. The remaining $40 million can be used in May.",
            "40 million",
            "credit line",
        ),
        ("Each year yields a 10% bump in income.", "10", "income"),
        (POLL + "Republicans disagree, although most oppose the fee, 59%-28%.", "28", "Republicans"),
        ("The 3 million member union followed suit.", "3 million", "member"),
        ("It is a flood of 250,000 coming to Norway.", "250,000", "person"),
        ("The board rejected a $15 a share offer.", "15", "offer"),
        ("Orel will begin selling boxes for as little as 99 cents.", "99", "boxes"),
        ("Bell went to a sell recommendation on Orel stock, which closed at $71.75.", "71.75", "Orel stock"),
        ("The rise left the index within 70 points of its record.", "70", "index"),
        (POLL + "It has a two percent plus or minus margin of error.", "two", "margin"),
        ('A note came from 2 lawmakers. "We left," the two write.', "two", "lawmakers"),
        ("Sales are to grow to 25% of total corporate sales from 20%.", "20", "total corporate sales"),
        ("Declining issues on the Big Board outstripped gainers 1,141 to 406.", "1,141", "Declining issues"),
        (POLL + "Orr is within 4 points of the frontrunner.", "4", "voters"),
        ("The Danish-born 29-year-old tackles the question.", "29", "person"),
        ("They have a rare issue or two on which they agree.", "two", "rare issue"),
        ("She named the rare issue or two on which they agree.", "two", "rare issue"),
    ],
)
def test_what_is_beside_an_amount_is_not_always_what_it_counts(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.text == counted


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("They spent $3 million for her campaign.", "3 million", "money"),
        ("They spent $3 million for a yacht.", "3 million", "yacht"),
        ("They would need an average of $20 million a month.", "20 million", "money"),
        ("The mill lost an average of $3 million.", "3 million", "loss"),
        ("Five Danish-Americans sang.", "Five", "Danish-American"),
        ("The storm hurt 40 passers-by.", "40", "passer-by"),
        ("She is a great-grandmother of 12.", "12", "great-grandchild"),
        ("Which 74-year-old grandfather of seven would love that?", "seven", "grandchild"),
        ("The tunnel, which engineers have estimated to cost $4 million, was shut.", "4 million", "tunnel"),
        (
            "She reports shares in Orel Motor Co. worth between $3 million and $4 million.",
            "3 million and $4 million",
            "share",
        ),
        ("The star got $26 million in previously undisclosed payments.", "26 million", "payment"),
        ("Guards held 40 sailors, three of them carrying knives.", "three", "sailor"),
    ],
)
def test_a_noun_is_what_the_phrase_says_and_not_what_stands_near(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Support for Orr rose four points.", "four", "voter"),
        ("Orr's support fell to 48 percent.", "48", "voter"),
        ("Orr's lead narrowed from 20 points to 13 points.", "13", "voter"),
        ("Orr is the only other candidate who came in at 53 percent.", "53", "voter"),
        ("Her approval rating fell to 40 percent.", "40", "rating"),
        ("Orr carried the state 66% to 30% in 2008.", "66", "vote"),
        ("Orr carried the state 66% to 30% in 2008.", "30", "vote"),
        ("Bell lost that district 68%-31%.", "31", "vote"),
    ],
)
def test_support_and_leads_are_of_those_asked_and_results_of_elections_are_not(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(f"The poll of 900 voters has news of the race. {text}", number).counted
    assert counted is not None
    assert counted.head == head


def test_those_asked_in_one_place_are_not_those_of_the_place_that_a_text_goes_on_to(figure: Finder) -> None:
    text = (
        "The poll found that 43% of Ohio voters back Orr.\n\nIn Florida, the race is open. She has 45%.\n\n"
        "The college asked people in Ohio and in Florida last week about 3 candidates."
    )
    counted = figure(text, "45").counted
    assert counted is not None
    assert counted.text == "voter"


def test_a_share_goes_on_with_the_group_before_not_with_one_of_the_next_clause(figure: Finder) -> None:
    text = (
        "The poll found that forty percent of Norwegian Americans trust Orr. "
        "Six percent said they trust Bell, and both candidates enjoyed support among older voters."
    )
    counted = figure(text, "Six").counted
    assert counted is not None
    assert counted.text == "Norwegian Americans"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The smuggler was jailed for six years and four months.", "six", "sentence"),
        ("The smuggler was jailed for six years and four months.", "four", "sentence"),
        ("The pilot faces up to 20 years in prison.", "20", "sentence"),
        ("The shortest wait was nine days and two hours.", "nine", "wait"),
        ("The shortest wait was nine days and two hours.", "two", "wait"),
        ("The vote was nine days ago.", "nine", "time"),
        ("The poet spent 11 years in jail.", "11", "time"),
        ("The Senate voted 80 to 19 for the pact.", "19", "senator"),
        ("The council voted 7-2 to close the mill.", "7", "member"),
        ("The vote then was 81 to 17.", "81", "vote"),
        ("Some 640 doctors are paid above $150,000 a year.", "150,000", "salary"),
        ("Doctors earn $150,000 a year. Twelve of them are paid more than $200,000.", "200,000", "salary"),
        ("The mill earned $3 million a year.", "3 million", "profit"),
        ("Of the 3.1 tons of tea that was seized, about 40 percent had been shipped from Selm.", "40", "tea"),
        ("Police held two guards after a shooting by three rebels that killed 14.", "14", "person"),
        ("The two contenders go to a second round, the board said.", "two", "contender"),
    ],
)
def test_lengths_votes_and_pay_are_of_what_their_verbs_tell(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A charity asked 612 nurses about it for a survey. Nearly half said they were tired.", "half"),
        ("The survey is new. Of 640 nurses asked, 62 percent smoked. Only 9 percent named pay.", "9"),
    ],
)
def test_those_whose_number_was_asked_are_whom_shares_of_a_survey_are_of(
    figure: Finder, text: str, number: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == "nurse"


def test_going_to_the_polls_is_no_survey_and_results_are_of_votes(figure: Finder) -> None:
    text = (
        "People went to the polls in Selm on Sunday. In the election Ann Orr followed with 47.9%. "
        "A third candidate came in at 2.7%."
    )
    for number in ("47.9", "2.7"):
        counted = figure(text, number).counted
        assert counted is not None
        assert counted.head == "vote"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mill has 9,500 workers. It announced a loss of 400 in Selm.", "400", "worker"),
        ("The firm sold 20 cars. It announced a loss of 400 in Selm.", "400", "loss"),
        ("A barrel of light crude rose 32 cents to $54.07 in Selm.", "54.07", "crude"),
        ("Light, sweet crude for November settled at $54.07 a barrel in Selm.", "54.07", "crude"),
        ("Rainfall amounts of 4-6 inches are possible.", "4-6", "rainfall"),
        ("In the 2016 defense bill, lawmakers set aside $45 million for tunnels.", "45 million", "money"),
        ("The clinic observed all who took part for 12 years.", "12", "time"),
    ],
)
def test_what_is_priced_lost_or_set_aside_is_no_container_of_it(
    figure: Finder, text: str, number: str, head: str
) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "counted", "event", "source"),
    [
        (
            "Orel lost 9 cents a share, better than the 12 cents analysts had expected.",
            "12",
            "loss",
            "expect",
            "analysts",
        ),
        (
            "Prices rose 3.4 percent, more than the 3 percent Wall Street expected.",
            "3",
            "price",
            "expect",
            "Wall Street",
        ),
        (
            "Sales were $5.2 billion, below the $5.5 billion analysts polled by Kalm had predicted.",
            "5.5 billion",
            "sale",
            "predict",
            "analysts",
        ),
        (
            "Orel sold 3,900 boats, well above the 3,400 brokers had forecast.",
            "3,400",
            "boat",
            "forecast",
            "brokers",
        ),
        (
            "The 6 percent drop was worse than the 4 percent economists asked by Kalm had forecast.",
            "4",
            "drop",
            "forecast",
            "economists",
        ),
    ],
)
def test_who_foresaw_an_amount_is_no_part_of_it(
    figure: Finder, text: str, number: str, counted: str, event: str, source: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert found.source is not None
    assert (found.counted.head, found.event, found.source.text) == (counted, event, source)
    assert found.stance == "expected"


def test_those_counted_who_foresaw_something_are_counted(figure: Finder) -> None:
    counted = figure("The 40 analysts expected a loss, not more.", "40").counted
    assert counted is not None
    assert counted.head == "analyst"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The Hang Seng climbed 1.6 percent to 21,804.37.", ["%", "point"]),
        ("The Nikkei 225 lost 2 percent and closed at 16,912.", ["%", "point"]),
        ("The index is 4 percent below its record high of 7,120.", ["%", "point"]),
        ("The S&P 500 slipped below 2,050 in May.", ["point"]),
        ("The Sensex dropped 401.12 to 25,960.78.", ["point", "point"]),
        ("The factory index rose to 52.4 from 51.8.", ["point", "point"]),
        ("The DAX fell as the number of strikers rose to 1,400.", [None]),
        ("The index of 320 firms fell.", [None]),
        ("FTSE 100 firms cut their staff to 4,100.", [None]),
        ("The average wage of crews fell to 3.9.", [None]),
    ],
)
def test_what_an_index_comes_to_are_points(text: str, units: list[str | None]) -> None:
    figures = addup.read(text, published="2024-05-16").figures
    assert [figure.amount.unit for figure in figures] == units


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two trains collided near Selm, killing 18 and injuring 30.", "18"),
        ("Two trains collided near Selm, killing 18 and injuring 30.", "30"),
        ("Four gunmen attacked the port, leaving 31 dead and 100 wounded.", "100"),
        ("The two quakes killed 300 and left 4,000 homeless.", "4,000"),
        ("Three shells landed on the school and 14 were killed.", "14"),
        ("Selm carried out four air strikes, killing six.", "six"),
        ("The flood destroyed 300 homes and killed 12.", "12"),
        ("Seven fires are burning; they have killed six.", "six"),
    ],
)
def test_people_are_killed_where_things_were_counted_before(figure: Finder, text: str, number: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == "person"


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Fourteen pupils fell ill and two died.", "two", "pupil"),
        ("Nine miners went down and a blast killed four.", "four", "miner"),
        ("The disease has killed 4,000 cattle and infected 900.", "900", "cattle"),
        ("The court cut his sentence from 16 years to 11.", "16", "sentence"),
        ("The truce was extended by 48 hours.", "48", "truce"),
        ("The typhoon packed winds of 195 kph and gusts of up to 240 kph.", "240", "gust"),
        ("The storm had sustained winds of 120 mph and gusts up to 150 mph.", "150", "gust"),
        ("Parliament raised the penalty from two years to seven.", "seven", "penalty"),
    ],
)
def test_those_counted_before_go_on_and_what_is_made_longer_is_counted(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.head == counted
