"""What a figure counts: people and things."""

from collections.abc import Callable

import pytest
from finders import Finder, HeadOf, counted_text

import addup
from addup.records import Reading


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
        ("A child born in 1988 won 12 prizes.", "12", "prize"),
        ("Farmers lost 45,000 head of cattle.", "45,000", "cattle"),
        ("In 41 towns 5,300 nurses went on strike in hospitals, out of 21,000.", "21,000", "nurse"),
        ("The injury rate dropped to 2.4 per 100 workers.", "2.4", "rate"),
        ("The ratio of pupils to teachers is 15 to 1.", "15", "ratio"),
        ("Consumption was estimated at 42 tonnes.", "42", "consumption"),
        ("Of 540 shoots planted, 188 were alive.", "188", "shoot"),
        ("The force has grown from 9,600 officers to 10,900.", "10,900", "officer"),
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
def test_a_count_is_of_its_noun_or_of_people(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


def test_a_time_behind_a_number_is_not_what_it_counts(head_of: HeadOf) -> None:
    assert head_of("The average was 5.1 degrees in 2018 and 2.1 last year.", "2.1") == "average"


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
def test_a_toll_counts_people_whatever_was_counted_before(head_of: HeadOf, text: str) -> None:
    assert head_of(text, "12") == "person"


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
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


def test_a_noun_keeps_what_is_hyphened_to_it(figure: Finder) -> None:
    counted = figure("Pre-tax profits rose 3%.", "3").counted
    assert counted is not None
    assert (counted.text, counted.head) == ("Pre-tax profits", "profit")
    assert counted_text(figure("They bought 12 second-hand lorries.", "12")) == "second-hand lorries"


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
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


def test_a_bought_area_is_land(head_of: HeadOf) -> None:
    assert head_of("The academy bought 120 acres in the county.", "120") == "land"


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
    assert figure(text, number).noun == head


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
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


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
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


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
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


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


def test_a_verb_behind_and_has_the_noun_before_it_for_its_subject(figure: Finder) -> None:
    assert (
        counted_text(figure("Household spending rose 8 percent and investment fell 2 percent.", "2"))
        == "investment"
    )


def test_of_two_counts_before_a_bare_number_is_of_the_one_of_its_size(head_of: HeadOf) -> None:
    text = (
        "In the whole country 180,000 demonstrators took part in 34 marches, the ministry said. Unions spoke "
        "of more than half a million."
    )
    assert head_of(text, "half a million") == "demonstrator"


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
    assert counted_text(figure(text, "Sixty-two" if number == "62" else number)) == counted


def test_what_a_number_is_held_against_is_of_its_size(figure: Finder) -> None:
    text = "About 26,000 people were staying in 140 shelters, down from 41,000."
    assert counted_text(figure(text, "41,000")) == "people"
    assert counted_text(figure("The firm has 500 workers in 12 countries, up from 10.", "10")) == "countries"


def test_more_of_them_are_of_the_same_kind_and_a_name_keeps_all_its_words(figure: Finder) -> None:
    assert counted_text(figure("Searchers found the remains of two more people.", "two")) == "people"
    assert counted_text(figure("The Bell Creek fire was 12 percent contained.", "12")) == "Bell Creek fire"


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
    head_of: HeadOf, text: str, number: str
) -> None:
    assert head_of(text, number) == "person"


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
    assert counted_text(figure(text, number)) == counted


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
    assert counted_text(figure(text, number)) == counted


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
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


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
def test_people_are_killed_where_things_were_counted_before(head_of: HeadOf, text: str, number: str) -> None:
    assert head_of(text, number) == "person"


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
    head_of: HeadOf, text: str, number: str, counted: str
) -> None:
    assert head_of(text, number) == counted


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The two front-runners met.", "two", "front-runner"),
        ("Four first-timers won.", "Four", "first-timer"),
        ("The storm hurt 12 passers-by.", "12", "passer-by"),
        ("The plan gives one stock-purchase right for each share.", "one", "right"),
        ("They opened 12 pre-tax accounts.", "12", "account"),
    ],
)
def test_a_noun_that_ends_a_word_with_a_hyphen_is_the_whole_word(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The Greens won 49 out of the 54 seats in the house.", "49", "seat"),
        ("She has won seven out of the last 12 races.", "seven", "race"),
        ("Only 12 were out of the building.", "12", "person"),
        ("The war led to 30,000 combat and civilian deaths.", "30,000", "person"),
        ("It sent 80 fighter and transport planes.", "80", "plane"),
        ("It closed 12 primary and secondary schools.", "12", "school"),
        ("He bought two books and papers.", "two", "book"),
        ("The one element Republicans have not had since then is luck.", "one", "element"),
        ("The 40 seats Republicans hold are safe.", "40", "seat"),
    ],
)
def test_a_count_has_the_noun_that_its_phrase_comes_to(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("His delegate count stands at 600.", "600", "delegate"),
        ("The seat total was 54.", "54", "seat"),
        ("New cases passed the 2,000 mark.", "2,000", "case"),
        ("He put the number of refugees at 70,000. The 200,000 figure was made up.", "200,000", "refugee"),
        ("The nation of 51 million voted on Sunday.", "51 million", "person"),
        ("Selm is a country of 7,000 islands.", "7,000", "island"),
        ("The rally came a day after millions in Selm voted.", "millions", "person"),
    ],
)
def test_a_bare_number_is_of_what_its_tally_mark_or_nation_is_of(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Anna Bell wrote to Karl Moore. There were 18 letters between the two.", "two", "person"),
        ("Anna Bell and Karl Moore met 2 senators. The two voted for it.", "two", "senator"),
        ("Anna Bell bought 3 mills. All three have closed.", "three", "mill"),
        ("It is a 2-way race of Anna Bell and Karl Moore. The two are level.", "two", "person"),
        ("It was a two-way street.", "two", "way"),
    ],
)
def test_so_many_are_those_named_or_counted_before(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Credit scores and test scores rose.", 0),
        ("The scores are open to everyone who asks.", 0),
        ("His scores were low.", 0),
        ("Scores of people were hurt.", 1),
        ("The bomb went off, killing scores and wounding scores more.", 2),
        ("The scores who died were miners.", 1),
    ],
)
def test_scores_that_somebody_has_reached_count_nothing(
    read: Callable[..., Reading], text: str, scores: int
) -> None:
    assert len(read(text).figures) == scores


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("She may have sent hundreds if not thousands of letters.", "hundreds", "letter"),
        ("Dozens, if not hundreds, of homes burned.", "Dozens", "home"),
        ("Bell leads with a delegate count of 300.", "300", "delegate"),
        ("He told his allies that the seat tally is at least 40.", "40", "seat"),
        ("He pointed to the nurses who ask for more pay. Dozens of them marched.", "Dozens", "nurse"),
        ("Bell met the miners on Monday. Some 40 of them were on strike.", "40", "miner"),
        ("The primary became a chase for delegates. Bell leads Moore 458 to 359.", "359", "delegate"),
        ("The primary became a chase for delegates. Bell has 458, and 90 volunteers.", "458", "delegate"),
        ("There are six blocs in the party.\n\n“Five are right of centre,” he said.", "Five", "bloc"),
        ("The storm hit 20 houses.\n\nFive were hurt.", "Five", "person"),
        ("The storm hit six houses.\n\nThousands gathered in Selm.", "Thousands", "person"),
    ],
)
def test_a_number_without_a_noun_goes_back_to_the_one_before(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "index"),
    [
        ("The Dow gained ninety points. The Nasdaq was up eleven.", "eleven", "Nasdaq"),
        ("At noon the Dow was down forty two.", "forty two", "Dow"),
        ("The Nasdaq finished at seventeen hundred sixty, up eight.", "seventeen hundred sixty", "Nasdaq"),
        ("The Nasdaq finished at seventeen hundred sixty, up eight.", "eight", "Nasdaq"),
        ("Oil firms sank, with the Dow dropping 61.", "61", "Dow"),
        ("The Dow rose just 4, but the Nasdaq picked up 9.", "9", "Nasdaq"),
        ("The Dow rose 4 points, and the Nasdaq added 9 points.", "9", "Nasdaq"),
    ],
)
def test_an_index_moves_by_points_also_in_words_and_without_a_unit(
    figure: Finder, text: str, number: str, index: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert (found.amount.kind, found.amount.unit, found.counted.head) == ("measure", "point", index)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The jury gave her $500,000. She had asked for three million.", "three million"),
        ("The museum needs ten million dollars. So far it has raised four million.", "four million"),
        ("He was fined a thousand dollars. His boss paid ten thousand.", "ten thousand"),
        ("Profit rose to $90 million. Analysts had been looking for about 75 million.", "75 million"),
    ],
)
def test_what_is_asked_for_or_paid_behind_money_is_money(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).amount.unit == "USD"


def test_people_won_behind_money_are_no_money(figure: Finder) -> None:
    assert figure("It spent $4 million and won 2 million viewers.", "2 million").amount.kind == "count"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The board questioned nine officers. Two admitted taking bribes.", "Two", "officer"),
        ("The town tested 60 wells. Nine contained lead.", "Nine", "well"),
        ("Some 60 pledged delegates were at stake.", "60", "delegate"),
        ("Guards caught 46,000 people in October, down from 52,000 a year before.", "52,000", "person"),
    ],
)
def test_a_number_by_itself_is_not_of_what_stands_behind_its_verb(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orel dismissed 40 salaried and 300 hourly employees.", "40", "employee"),
        ("The bank has 61 domestic and 14 foreign branches.", "61", "branch"),
        ("It will close two domestic and three overseas plants.", "two", "plant"),
        ("The fund holds 12 domestic, nine Asian and four European stocks.", "nine", "stock"),
        ("The crash left 12 dead and 30 injured passengers.", "12", "person"),
        ("The unit makes brake parts and employs 900.", "900", "person"),
        ("The shipyard employed 3,000 people in 1985. It now employs 700.", "700", "person"),
    ],
)
def test_kinds_have_the_noun_behind_the_last_and_those_employed_are_people(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Two MiG-29s were shot down.", "Two", "MiG-29"),
        ("It operates 45 A320s.", "45", "A320"),
        ("The order is for eight 787s.", "eight", "787"),
        ("Ten Su-25s bombed the valley.", "Ten", "Su-25"),
        ("The airline has 40 737s.", "40", "737"),
        ("Varden will get 12 F-16 fighters.", "12", "fighter"),
        ("She bought 12 records from the 1980s.", "12", "record"),
    ],
)
def test_machines_are_counted_by_their_model(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    "text",
    [
        "Of the 112 crashes recorded by May 3, 27 were fatal.",
        "By May 3, 27 had died.",
        "Up to June 9, 27 of the boats had come back.",
        "In 2015, 27 people drowned in the lake.",
        "As of Nov. 12, 27 remained in hospital.",
    ],
)
def test_a_number_behind_a_date_counts(figure: Finder, text: str) -> None:
    assert figure(text, "27").amount.kind == "count"


@pytest.mark.parametrize(
    "text",
    [
        "They met on May 3, 12 and 27.",
        "They meet on May 3, 12, 19 and 27 in Selm.",
        "It was on May 3 and 27.",
    ],
)
def test_days_in_a_list_are_no_figures(text: str) -> None:
    assert addup.read(text, published="2024-05-16").figures == ()


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Some 900 came to the two halls, 300 of them by bus.", "300", "person"),
        ("This year 9,600 have reached the islands, 4,100 of them from Varden.", "4,100", "person"),
        ("He owned three ships and hired 40 men, 12 of them from Selm.", "12", "man"),
        ("They were taken to two hospitals, where six were in a bad condition.", "six", "person"),
        ("The Alliance lost 31 seats and ended with 88.", "88", "seat"),
    ],
)
def test_a_bare_number_counts_those_told_of_and_no_place(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Rain fell on four of the ten days.", "four", "day"),
        ("She spent three of the five hours in a cell.", "three", "hour"),
        ("Four of the ten-day trips were full.", "Four", None),
        ("Output rose by 120,000 barrels a day in October to 4.35 million.", "4.35 million", "barrel"),
        ("Stocks fell by 4,000 tonnes last year to 31,000.", "31,000", "tonne"),
        ("Some 61 percent of pupils passed, two points more than last year.", "two", "pp"),
        ("Turnout was 61 percent, three points lower than in 2022.", "three", "pp"),
        ("The Tokyo index rose 2 percent, 40 points more than in May.", "40", "point"),
    ],
)
def test_a_number_has_the_unit_that_its_other_end_says(
    figure: Finder, text: str, number: str, unit: str | None
) -> None:
    assert figure(text, number).amount.unit == unit


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("It counted 400 thefts. Robberies were down from 90 to 40.", "40", "robbery"),
        ("It counted 400 thefts. Robberies were up to 90 from 40.", "40", "robbery"),
        ("It counted 400 thefts. Arrests are up from 30 to 40.", "40", "arrest"),
        ("A third boat with about 40 aboard is missing.", "40", "person"),
        ("The two boats, with 40 aboard, are missing.", "40", "person"),
        ("The ship had 40 cars on board.", "40", "car"),
        ("Officials estimate there could be up to 40 from Selm in this.", "40", "person"),
    ],
)
def test_what_is_up_or_down_and_who_is_aboard_is_counted(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


def test_what_is_up_to_a_number_from_another_has_come_to_it(figure: Finder) -> None:
    assert figure("Robberies were up to 90 from 40.", "90").amount.bound == "exact"
    assert figure("There were up to 90 robbers.", "90").amount.bound == "max"


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors visited every one of Marenda's 96 care homes.",
        "Selm's 96 bus drivers walked out.",
        "It closed Brennick's 96 coal mines.",
    ],
)
def test_what_a_place_has_is_counted_though_two_nouns_name_it(figure: Finder, text: str) -> None:
    assert figure(text, "96").amount.kind == "count"
