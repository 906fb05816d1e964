"""What happened to the thing counted, whether it changed, and how it stands."""

from collections.abc import Callable

import pytest

from addup.records import Figure, Reading

Finder = Callable[[str, str], Figure]


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The death toll from a ferry accident in Selm rose to 40 on Wednesday.", "40", "die"),
        ("The death toll surged past 200 on Friday, officials said.", "200", "die"),
        ("The toll rose by 4 to 12.", "4", "rise"),
        ("The toll rose by 4 to 12.", "12", "die"),
        ("Some 39 went missing as floods battered Selm.", "39", "go missing"),
        ("The clinics treated 870 patients, 19 of whom died.", "870", "treat"),
        ("The clinics treated 870 patients, 19 of whom died.", "19", "die"),
        ("The group put the number of deaths at 51.", "51", "die"),
        ("Two sons drowned, bringing the number of deaths to 14.", "14", "die"),
        (
            "Clinics treated 640 people last week, up from 210 the week before; 12 of them died.",
            "210",
            "treat",
        ),
        ("Thousands march against the tax\n\nA crowd met on Monday.", "Thousands", "march"),
        ("Some 2,100 have fallen ill since Monday.", "2,100", "fall ill"),
        ("Two people were found dead in a burned-out car.", "Two", "die"),
        ("Holm shares nose-dived $8 to $100.", "8", "nose-dive"),
        ("Millions of consumers fell behind on their debt.", "Millions", "fall behind"),
        ("Dozens dead in Selm boat fire\n\nA boat burned on Monday.", "Dozens", "die"),
        ("At Least 21 Dead in Selm Blast\n\nA bomb went off on Monday.", "21", "die"),
        ("Radio Selm placed the death toll at 42.", "42", "die"),
        ("Dozens feared drowned in Selm ferry sinking\n\nA ferry sank on Monday.", "Dozens", "drown"),
        ("COLOMBO More than 150 people are dead after a landslide.", "150", "die"),
        ("The number of wounded rose to 387.", "387", "wound"),
        ("The agency increases the toll to 267.", "267", "die"),
        ("The number of people killed by a landslide in Selm rose to 74.", "74", "kill"),
        ("Officials said 39 others were unaccounted for.", "39", "missing"),
        ("Survivors wait for aid; toll passes 2,300\n\nAid was late on Monday.", "2,300", "die"),
        ("Nine of the dead were soldiers.", "Nine", "die"),
        ("Peru has recorded eight deaths and there has been one in Chile.", "one", "die"),
        ("Selm death toll at 23\n\nIt rained on Monday.", "23", "die"),
    ],
)
def test_what_happened_to_those_of_a_toll_is_named(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


def test_those_injured_beside_those_killed_are_injured(figure: Finder) -> None:
    text = "The rebels said the attack had killed twelve and injured fourteen more."
    assert (figure(text, "twelve").event, figure(text, "fourteen").event) == ("kill", "injure")


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
        ("After a two-hour service, the crowd walked to the river.", "two", None),
        ("Drivers marched to the gates throughout the six-week strike.", "six", None),
        ("Orr led his men on a 10-hour tour of the mills.", "10", "lead"),
        ("Orr fled after a 10-day siege that killed his men.", "10", "kill"),
    ],
)
def test_the_length_of_what_is_around_the_telling_has_no_event(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Shares fell 2.1 percent on Friday.", "2.1", "down"),
        ("Sales rose by $4 million in May.", "4 million", "up"),
        ("Sales rose to $4 million in May.", "4 million", None),
        ("The bank announced an 18 percent drop in profits.", "18", "down"),
        ("In autumn the army called up 30,000 people.", "30,000", None),
        ("The firm cut 300 jobs.", "300", None),
        ("Profit jumped 45% to $5.8 million in May.", "45", "up"),
        ("Profit jumped 45% to $5.8 million in May.", "5.8 million", None),
        ("The index has lost 162 points on Friday.", "162", "down"),
        ("The index rose 64 points, or 1.4 percent, on Friday.", "1.4", "up"),
        ("The temperature dropped by 2 degrees Celsius (3.6 Fahrenheit).", "3.6", "down"),
        ("Output rose under 4 percent in May.", "4", "up"),
        ("The mill posted a 34% profit gain on Friday.", "34", "up"),
        ("The plan will reduce the staff by at least 6,000 people.", "6,000", "down"),
        ("The bus can carry up to 80 passengers.", "80", None),
        ("The new engine will save the line $300 million in fuel.", "300 million", "down"),
        ("The guard saved 300 people in the flood.", "300", None),
        ("Ferry sinks off Marrow island, 31 dead", "31", None),
        ("Payrolls increased by 150,000 jobs in May.", "150,000", "up"),
        ("Orel shares closed at $80.50, off $1, on Monday.", "1", "down"),
        ("The stock soared, closing up $11 to close at $50.", "11", "up"),
        ("The firm boosted its dividend 20% to three cents.", "20", "up"),
        ("The loss was due to the write-down of $40 million of goodwill.", "40 million", None),
        ("New loans continue to slow; they were $40 million in the quarter.", "40 million", None),
        ("The plan would sink $40 billion into the mines.", "40 billion", None),
        ("Revenues are off more than $182 million this year.", "182 million", "down"),
        ("They make up only about 7% of the members.", "7", None),
        ("Shares of the mill were down only 25 cents to $30 on Friday.", "25", "down"),
        ("Net income gained to 235 million euros ($260 million), or 6.70 euros a share.", "6.70", None),
        ("The board cut its dividend in half.", "half", "down"),
        ("The board bought half of the mill.", "half", None),
        ("Earnings fell five cents a share short of forecasts.", "five", None),
        ("Ministers spoke of a 15 percent cutback in output.", "15", "down"),
        ("The plan could increase benefits 10% to 20%.", "10", "up"),
        ("The deal could boost the value of the mill by 5% to 10%.", "5% to 10", "up"),
        ("The firm plans to raise 175 million to 180 million euros.", "175 million to 180 million", None),
        ("The mills are cheap; Orel was up by 10 percent on Friday.", "10", "up"),
        ("Buyers pushed up the share price of Orel five pence to 720 pence.", "five", "up"),
        ("Buyers pushed up the share price of Orel five pence to 720 pence.", "720", None),
        ("Traders sent the stock down $2 to $30.", "2", "down"),
        ("Orel shares sank $1.25 to $30.", "1.25", "down"),
        ("Orel shares sank $1.25 to $30.", "30", None),
        ("Net income rose a lower-than-expected 5.2% to $238 million.", "5.2", "up"),
        ("The mill won a surprising 4% of the market.", "4", None),
        ("Orel missed its 5% growth target.", "5", "up"),
        ("Orel lost the county by 38 percentage points.", "38", None),
        ("Rallying hundreds of miners, Orel spoke of the strike.", "hundreds", None),
        ("A poll shows Orel up by 10 points in the north.", "10", None),
        ("Approval has risen 8 points since May and 12 points since June.", "12", "up"),
        ("The index was down 4.5% from May and 6.8% from April.", "6.8", "down"),
        ("The fund lost 3% in May and owned 5% of Orel.", "5", None),
        ("He's raised about $100,000 in two days.", "100,000", None),
        ("Orr has raised $2 million, more than half from miners.", "half", None),
        ("Orr had 44 percent fewer supporters in the north.", "44", "down"),
        ("Orr had 44 more supporters in the north.", "44", None),
        ("A year of school yields a 10% bump in income.", "10", "up"),
        ("Prices rise at a modest rate of 2.9%.", "2.9", "up"),
        ("The bank lends at a rate of 2.9%.", "2.9", None),
    ],
)
def test_a_change_is_told_from_a_level(figure: Finder, text: str, number: str, change: str | None) -> None:
    assert figure(text, number).change == change


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("The union counted 40,000 marchers.", "40,000", "stated"),
        ("The ministry plans to hire 2,500 teachers.", "2,500", "expected"),
        ("The firm will close five plants.", "five", "expected"),
        ("If 50 members resign, the board falls.", "50", "supposed"),
        ("The firm must pay $4 million by June.", "4 million", "expected"),
        ("There must have been 300 people in the hall.", "300", "stated"),
        ("The firm agreed to pay $4 million.", "4 million", "expected"),
        ("The firm is to receive 40 trucks in June.", "40", "expected"),
        ("He announced plans to give $15 million.", "15 million", "expected"),
        ("Profit was below expectations of $5 million.", "5 million", "expected"),
        ("The damage could reach $4 million.", "4 million", "expected"),
        ("The firm may close four plants this year.", "four", "expected"),
        ("The fire may have killed four horses.", "four", "supposed"),
        ("There may be four men in the cave.", "four", "supposed"),
        ("The ferry could carry 400 cars if its owners paid for it.", "400", "supposed"),
        ("Neighbours could hear four shots.", "four", "stated"),
        ("A clerk who allegedly stole 40 parcels was caught.", "40", "supposed"),
        ("Marsh is accused of setting at least two other fires.", "two", "supposed"),
        ("Two men were charged with killing four guards.", "four", "supposed"),
        ("Two men were charged with killing four guards.", "Two", "stated"),
        ("She faces charges relating to the murder of four guards.", "four", "supposed"),
        ("The loss includes charges relating to the closing of four mills.", "four", "stated"),
        ("The council debated the proposed sale of 40 ferries.", "40", "expected"),
        (
            "This loss includes charges on the proposed closing of its mill, and $3 million of other losses.",
            "3 million",
            "stated",
        ),
        ("The council weighed the mayor's request for $40 million in aid.", "40 million", "expected"),
        ("The brewer, Tarn and Selm (T&S), is to buy 37% of Kalm Ales.", "37", "expected"),
        ("Four of the boats could not be raised.", "Four", "stated"),
        ("If it wins, the firm would be eligible for $4 million.", "4 million", "supposed"),
        ("The bridge would have cost $4 million.", "4 million", "supposed"),
        ("A treaty would need a compromise between the two countries.", "two", "stated"),
        ("The parliament will vote in June after delegates voted 89 to 52.", "89", "stated"),
        ("He hopes for aid for the city, where a blast killed 25 people.", "25", "stated"),
        ("The bank will ask for help after a loss of $2 million.", "2 million", "stated"),
        ("In the poll, 46 percent of voters would choose the mayor.", "46", "stated"),
        ("The three ministers also pledged to meet each year.", "three", "stated"),
        ("The ministry denied that 300 soldiers had died.", "300", "denied"),
        ("Ms. Orr, 52 years old, will resign in June.", "52", "stated"),
        ("The firm acquired an option to buy 40 ships.", "40", "supposed"),
        ("The firm explores the possible sale of 40 ships.", "40", "supposed"),
        ("The pact called for the firm to buy 40 ships.", "40", "expected"),
        ("Profit was above the $2 that analysts had expected.", "2", "expected"),
        ("Profit beat the $2 million that analysts had forecast.", "2 million", "expected"),
        ("The firm plans to buy 30% of Orel.", "30", "expected"),
        ("Analysts were looking for a profit of $2 million.", "2 million", "expected"),
        ("It will pay no dividend, having paid 60 cents a share last year.", "60", "stated"),
        ("Some 700 of the losses would come at the yard, where 2,900 people work.", "2,900", "stated"),
        ("The ministry targets growth of 5 percent.", "5", "expected"),
        ("The firm expects sales to grow to 25% of income from 20%.", "20", "stated"),
        ("The ministry plans to leave the 28-nation union.", "28", "stated"),
        ("The firm plans to redeem its 6.5% convertible debentures.", "6.5", "stated"),
        ("The firm plans to close a mill in the wake of a loss of $4 million.", "4 million", "stated"),
        ("It asked for permission to build 40 houses.", "40", "expected"),
        ("The costs are likely to reach $4 million.", "4 million", "expected"),
        ("The firm is considering bidding $4 million.", "4 million", "expected"),
        ("The firm agreed in June to pay $4 million.", "4 million", "expected"),
        ("The pact calls for a payment of $4 million.", "4 million", "expected"),
        ("The sum is being paid over the next two years.", "two", "expected"),
        ("Bell expects to pass the 1,237 delegates needed for the nomination.", "1,237", "stated"),
        ("Sales rose 5 percent, above the 4 percent gain that economists had expected.", "4", "expected"),
        ("The cuts should save $4 million a year.", "4 million", "expected"),
        ("The firm should have saved $4 million.", "4 million", "stated"),
        ("Donors have pledged $6 million, of which $2 million has arrived.", "2 million", "stated"),
        ("The deficit is seen widening to 5 percent of output.", "5", "expected"),
        ("Some 40 people were seen leaving the hall.", "40", "stated"),
        ("Orel to cut 300 jobs\n\nThe firm said so on Monday.", "300", "expected"),
        ("Orel to Build Two Mills\n\nThe firm said so on Monday.", "Two", "expected"),
        ("More than 80 people feared buried in Selm\n\nA hill slid on Monday.", "80", "expected"),
        ("The rate is forecast rising to 5 percent.", "5", "expected"),
        ("The money would be recouped in the first three years.", "three", "expected"),
        ("Our men have died there in the last three years.", "three", "stated"),
        ("A team will come to Selm, where 32,000 homes still were without power.", "32,000", "stated"),
        ("Last year 965,000 tonnes of food were needed to help them.", "965,000", "stated"),
        ("Wheat harvest seen 12 percent lower after drought", "12", "expected"),
        ("The bank raised its growth forecast to 3.1 percent.", "3.1", "expected"),
        ("The firm cut its profit forecast by 10 percent.", "10", "stated"),
        ("Orel is willing to bid for 60% of the mills.", "60", "expected"),
        ("Dimara signed an agreement to acquire 60% of Orel.", "60", "expected"),
        ("Orel filed with the regulators for clearance to buy 60 ferries.", "60", "expected"),
        ("The council approved the purchase of 60 ferries.", "60", "expected"),
        ("The council approved a loan of $60 million.", "60 million", "stated"),
        ("The judge had urged the council to open 60 shelters.", "60", "expected"),
        ("Orel said it expects to report net income jumped 60%.", "60", "expected"),
        ("Orel said it reported net income jumped 60%.", "60", "stated"),
        (
            "Orel will give holders 30 million shares, currently valued at $60 million.",
            "60 million",
            "stated",
        ),
        ("The bid, valued at $60 million, is to end on Friday.", "60 million", "stated"),
        ("Dimara repeated its offer to buy 60 ferries.", "60", "expected"),
        ("Dimara signed a letter of intent to buy 60 ferries.", "60", "expected"),
        ("Dimara is negotiating for the purchase of 60 ferries.", "60", "expected"),
        ("Her lead is likely to be larger than the six points of May.", "six", "stated"),
        ("The bid is conditional on 60 percent of the shares being tendered.", "60", "supposed"),
        ("The merger is subject to the sale of 60 ferries.", "60", "supposed"),
        ("Bell made good on a promise to give $6 million.", "6 million", "stated"),
        ("Bell kept her promise to build 60 homes.", "60", "stated"),
        ("Bell renewed her promise to build 60 homes.", "60", "expected"),
        ("He would need to win 60 seats if he lost the capital.", "60", "supposed"),
        ("The port has 60 sailings scheduled for Monday.", "60", "expected"),
        ("She needed a loan to pay for her four years at college.", "four", "stated"),
        ("The mayor's plan includes 60 new homes.", "60", "expected"),
        ("They looked to cut the rate to 6 percent.", "6", "expected"),
        ("The firm is talking of possibly buying 60 ferries.", "60", "supposed"),
        ("Growers could see prices fall 60 percent.", "60", "expected"),
    ],
)
def test_the_stance_follows_from_the_clause(figure: Finder, text: str, number: str, stance: str) -> None:
    assert figure(text, number).stance == stance


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
        ("The row erupted just two months after Orr entered the race.", "two", "erupt"),
        ("The results arrived one day after a clerk leaked them.", "one", "arrive"),
        ("He came back to work, nearly two months after he was hurt.", "two", "hurt"),
        ("It was only two years ago that the mine closed.", "two", "close"),
        ("Two years ago, officials say, the mine lost a suit.", "Two", "lose"),
    ],
)
def test_a_length_of_time_is_of_what_came_so_long_after_or_ago(
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
        ("Orel, with about $100 million in assets, is the parent of a bank.", "100 million", "have"),
        ("Orr, with 329 delegates, needs many more.", "329", "have"),
        ("Orr, with two others, was arrested in Selm.", "two", "arrest"),
        ("Orr won, with 40 percent of the vote, in May.", "40", "win"),
        ("Orel, with 12 mills closed in May, said it would sell.", "12", "close"),
        ("Orel had a loss of $12 million on revenue of $175 million.", "175 million", "have"),
        ("Orel earned $12 million on revenue of $175 million.", "175 million", None),
        ("The list pegged his fortune at $3 million.", "3 million", "peg"),
        (
            "Despite claims that his fortune exceeds $10 million, all lists put him lower.",
            "10 million",
            "exceed",
        ),
        ("We treat May as one long election day.", "one", "treat"),
        ("By 58%-33%, those surveyed said the law should be changed.", "58", "say"),
    ],
)
def test_what_is_set_off_or_estimated_has_an_event_as_well(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("According to interviews with more than a dozen clerks, he wants to stay.", "a dozen", "interview"),
        ("The aide went to Selm for a tense meeting with half a dozen judges.", "half a dozen", "meet"),
        ("The aide went to Selm with half a dozen judges.", "half a dozen", "go"),
        ("The policy led to the deaths of as many as 1.7 million people.", "1.7 million", "die"),
        ("Orr is 25% owner of Orel.", "25", "own"),
        ("Orr seeks control of 30%-owned Orel Inc.", "30", "own"),
        ("The owner pays 25% of the bill.", "25", "pay"),
        ("Her lead of nearly 400 pledged seats is safe.", "400", "lead"),
        (
            "The clerks saw a 50 percent increase in their pay by May, to $31,200 a year.",
            "31,200",
            "increase",
        ),
    ],
)
def test_a_noun_beside_a_figure_names_what_is_done(
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
    ("text", "event"),
    [
        ("Seventy percent of the 1,050 people asked opposed the plan.", "oppose"),
        ("In the survey, 70 percent of the voters questioned backed it.", "back"),
    ],
)
def test_what_those_asked_in_a_poll_say_is_the_event_not_that_they_were_asked(
    read: Callable[..., Reading], text: str, event: str
) -> None:
    assert read(text).figures[0].event == event


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Refiners processed 18 percent more than last year.", "18", "up"),
        ("Costs were 14% higher than planned.", "14", "up"),
        ("Orders were 30 percent below the level of May.", "30", "down"),
        ("The mine dug 40 tonnes less than in May.", "40", "down"),
        ("The ship is 40 years older than that.", "40", None),
        ("Prices were 12 percent higher in May.", "12", "up"),
        ("Smokers were 12 percent less likely to recover.", "12", "down"),
        ("The pill was tied to a 12 percent greater risk of stroke.", "12", "up"),
        ("Gold lost $4 on Monday.", "4", "down"),
        ("The firm lost $4 million on Monday.", "4 million", None),
        ("Wheat harvest seen 12 percent lower after drought", "12", "down"),
        ("He wants 12 percent higher wages.", "12", None),
    ],
)
def test_how_much_more_or_less_something_is_than_another_is_a_change(
    figure: Finder, text: str, number: str, change: str | None
) -> None:
    assert figure(text, number).change == change


def test_an_age_has_no_part_in_what_somebody_does(figure: Finder) -> None:
    assert figure("Jo Bell, 44, was charged on Monday.", "44").event is None
    assert figure("Jo Bell died at 84 on Monday.", "84").event == "die"


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


def test_a_clause_of_a_headline_has_its_own_verb(figure: Finder) -> None:
    text = "Fires kill 21 in southern Portugal as 4,000 firefighters battle flames"
    assert figure(text, "4,000").event == "battle"


def test_how_many_live_in_a_city_is_no_part_of_what_is_told_of_it(figure: Finder) -> None:
    text = "Hospitals in the city of 340,000 have treated 1,140 children."
    assert figure(text, "340,000").event is None
    assert figure(text, "1,140").event == "treat"


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Hundreds of migrants reach Port Maro as 22 die at sea", "22", "die"),
        ("Storm hits Selm: 12 dead, 8 hurt", "8", "hurt"),
        ("Bomb in Orel kills 12, 30 hurt", "30", "hurt"),
        ("A camp on Lume built for 400 people was sheltering 3,000 on Friday.", "400", "build"),
        ("Survivors said about 130 people, among them 20 children, had set off at night.", "130", "set off"),
    ],
)
def test_what_taggers_take_for_a_noun_behind_a_number_is_told_of_it(
    figure: Finder, text: str, number: str, event: str
) -> None:
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
    ("text", "number"),
    [
        (
            "Over 400 guests have been hurt since the feast began in October, according to the mayor, "
            "118 of them children.",
            "118",
        ),
        ("Some 900 guests were hurt when the roof fell in March, the mayor said, 40 of them badly.", "40"),
    ],
)
def test_a_part_set_off_without_a_verb_goes_with_its_whole(
    read: Callable[..., Reading], text: str, number: str
) -> None:
    figures = read(text).figures
    whole, part = figures[0], next(one for one in figures if one.amount.number.text == number)
    assert (part.event, part.period) == (whole.event, whole.period)
    assert (part.event, part.said_by) == ("hurt", "the mayor")


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The firm will cut 2,400 jobs and close 110 of its 940 mills.", "110", "close"),
        ("Tourism accounts for 5 percent of output and brought in $5 billion.", "5", "account"),
        ("The number of people out of work dropped by 20,000 to 1.69 million.", "20,000", "drop"),
    ],
)
def test_a_verb_is_found_where_the_parser_has_none(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


def test_how_much_fewer_there_are_is_a_fall(figure: Finder) -> None:
    text = "The number of people out of work dropped by 20,000 to 1.69 million."
    assert [figure(text, number).change for number in ("20,000", "1.69 million")] == ["down", None]


def test_what_a_forecast_is_raised_from_was_a_forecast(figure: Finder) -> None:
    text = "The firm raised its forecast for the year to 2.7 trillion yen from 2.5 trillion yen."
    assert figure(text, "2.5 trillion").stance == "expected"
    assert figure("Output is to rise to 90 tonnes from 80.", "80").stance == "stated"


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("The 40 ships that Holm will buy are old.", "40", "expected"),
        ("The union opposes the 40 jobs that the firm wants to cut.", "40", "expected"),
        ("Holm will sell the 20 ships that it bought in May.", "20", "stated"),
        ("The group wants to help 300 families that had lost their homes.", "300", "stated"),
        ("Holm will close 40 shops that lose money.", "40", "expected"),
    ],
)
def test_a_clause_that_says_which_are_meant_says_how_they_stand(
    figure: Finder, text: str, number: str, stance: str
) -> None:
    assert figure(text, number).stance == stance


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("Holm will sell 300 of 21,000 ships.", "300", "expected"),
        ("Holm will sell 300 of 21,000 ships.", "21,000", "stated"),
        ("Holm plans to pay half of a $6 billion loan.", "6 billion", "stated"),
        ("Holm will build a school of 40 rooms.", "40", "expected"),
    ],
)
def test_the_whole_is_there_whatever_is_planned_for_a_part_of_it(
    figure: Finder, text: str, number: str, stance: str
) -> None:
    assert figure(text, number).stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Fear of a strike may have been responsible for a decline of 40 percent in sales.", "stated"),
        ("Rain may have contributed to the deaths of 40 people.", "stated"),
        ("A strike could explain the loss of 40 ships.", "stated"),
        ("A leak may have caused 40 deaths.", "supposed"),
        ("The mayor is pushing for the town to build 40 homes.", "expected"),
        ("The group lobbied the town to build 40 homes.", "expected"),
        ("The slump pushed firms to cut 40 jobs.", "stated"),
        ("The firm predicted earnings of $5 a share, up from last year's $40 a share.", "stated"),
    ],
)
def test_a_supposed_cause_is_of_what_is_so_and_who_presses_wants_what_is_not(
    figure: Finder, text: str, stance: str
) -> None:
    assert figure(text, "40").stance == stance


def test_those_named_behind_most_of_the_dead_are_dead(figure: Finder) -> None:
    text = "Most of the dead were foreigners, among them 33 Peruvians and 12 Chileans."
    assert [figure(text, number).event for number in ("33", "12")] == ["die", "die"]


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
    ("text", "number"),
    [
        ("47 dead, 19 missing in Orrin flood\n\nA flood came on Monday.", "19"),
        ("The gale left 47 dead, 19 missing and 310 homeless.", "19"),
    ],
)
def test_the_missing_beside_the_dead_are_missing(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).event == "miss"


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
    ("text", "stance"),
    [
        ("Holm will close in May and has cut 40 jobs.", "stated"),
        ("Holm will close in May and cut 40 jobs.", "expected"),
        ("Holm would have shut the mill, and it was close: unions had won 40 votes.", "stated"),
        ("Holm would shut the mill — it has 40 looms — and the yard.", "stated"),
        ("It should be noted that 40 of the clerks were moved in May.", "stated"),
        ("Holm will buy Orel, a maker of boats with 40 workers.", "stated"),
        ("Holm will buy a boat, a ketch with 40 sails.", "expected"),
        ("The fees could rise, according to a study of 40 banks.", "stated"),
        ("Holm will double the 40 clerks currently working in Selm.", "stated"),
        ("Holm will meet a 40-year-old teacher.", "stated"),
        (
            "They sail to Selm and Marle, the next 40 ports of the tour, where Holm is expected to stay.",
            "stated",
        ),
    ],
)
def test_what_is_so_beside_a_plan_is_stated(figure: Finder, text: str, stance: str) -> None:
    assert figure(text, "40").stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The road is estimated to cost $40.", "expected"),
        ("The fire is estimated to have cost $40.", "stated"),
        ("The whale is estimated to weigh 40 tonnes.", "stated"),
        ("There is a 40 percent chance of rain.", "expected"),
        ("Did 40 people drown?", "supposed"),
        ("Is it 40?", "supposed"),
        ("Do you think that those 40 ships are sound?", "stated"),
        ("Why did 40 people drown?", "stated"),
    ],
)
def test_what_is_worked_out_or_asked_is_not_so(figure: Finder, text: str, stance: str) -> None:
    assert figure(text, "40").stance == stance


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Holm's lead is triple the lead that Bell had.", "triple", None),
        ("Holm tripled the lead that Bell had.", "tripled", "up"),
        ("Holm won 15 votes, which is three more than Bell did.", "three", None),
        ("It has 40 ships, 12 more than its rivals.", "12", None),
        ("It has 40 ships, 12 more than in May.", "12", "up"),
        ("It has 40 ships, 12 more than March's total.", "12", "up"),
    ],
)
def test_how_far_two_are_apart_is_no_change(
    figure: Finder, text: str, number: str, change: str | None
) -> None:
    assert figure(text, number).change == change


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Orr leads Bell by seven points, with 17 percent of voters still undecided.", "17", "undecided"),
        ("Four in 10 like her: 15% enthusiastic and 24% angry.", "24", "angry"),
        ("He has a 42%-49% approval rating.", "42", "approve"),
        ("He has a 42%-49% approval rating.", "49", "disapprove"),
        ("Her 70 percent job approval rating is high.", "70", "approve"),
        ("Orr is more likely to be seen as fair than in May, 64 percent to 56 percent.", "64", "see"),
        ("Women are more likely to trust her than to like Bell, 73 percent to 63 percent.", "63", "trust"),
        ("Fans of Orr say they should use the bridge that they walk on, 76%-21%.", "21", "say"),
        ("Women like her, although most oppose the bridge, 59%-28%.", "59", "oppose"),
        ("The poll shows Orr with 47 percent.", "47", "have"),
        ("She has a 16-point margin over Bell.", "16", "lead"),
        ("Orr is up from 37 percent in May.", "37", "be up"),
        ("Orr is up 9 points.", "9", "lead"),
        ("Orr has 40 percent overall.", "40", "have"),
    ],
)
def test_what_those_asked_do_or_are_stands_behind_their_share_or_closes_with_it(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(f"The Ridge College poll asked 900 voters. {text}", number).event == event


@pytest.mark.parametrize("number", ["36", "51"])
def test_how_an_election_came_out_is_no_change(figure: Finder, number: str) -> None:
    text = "The poll asked 900 voters. She lost the state 36 percent to 51 percent."
    assert figure(text, number).change is None


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Orr lost by 13 percentage points.", "13", None),
        ("The storm hid a decline in turnout of about 40 percent.", "40", "down"),
    ],
)
def test_a_margin_is_no_change_and_a_decline_in_something_is_one(
    figure: Finder, text: str, number: str, change: str | None
) -> None:
    assert figure(text, number).change == change


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("Suppose that Orr wins 12 towns.", "12", "supposed"),
        ("Let's say they are at 54 percent.", "54", "supposed"),
        ("We know that they are at 54 percent.", "54", "stated"),
        ("If Orr had won it and split the six votes with Bell, she would have led.", "six", "supposed"),
        ("If she were a man, she'd get 5 percent of the vote.", "5", "supposed"),
        ("Orr set out 10 months ago to win the town.", "10", "stated"),
    ],
)
def test_what_is_only_imagined_is_supposed_and_what_has_gone_by_is_stated(
    figure: Finder, text: str, number: str, stance: str
) -> None:
    assert figure(text, number).stance == stance


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("We lost 40 mills. And 5,000 jobs.", "5,000", "lose"),
        ("We lost 63,000 homes. Sixty-three thousand!", "Sixty-three thousand", "lose"),
        ("We lost 40 mills. And 5,000 men came.", "5,000", "come"),
        ("We lost 40 mills.\n\nAnd 5,000 jobs.", "5,000", None),
        ("We lost 40 mills. A town of 5,000 people.", "5,000", None),
    ],
)
def test_a_sentence_without_a_verb_that_joins_on_has_the_event_of_the_one_before(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Exit polls suggested that turnout dropped 40 percent.", "stated"),
        ("Jo Orr suggested that turnout dropped 40 percent.", "stated"),
        ("The chamber thinks that 40 mills closed.", "stated"),
        ("The chamber thinks that 40 mills will close.", "expected"),
        ("Jo Orr alleged that 40 mills closed.", "supposed"),
    ],
)
def test_what_somebody_suggests_or_thinks_is_stated_and_what_is_alleged_supposed(
    figure: Finder, text: str, stance: str
) -> None:
    assert figure(text, "40").stance == stance


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("Tarn plans to build a school less than 3 miles away.", "3", "stated"),
        ("The troops will march 30 miles north.", "30", "expected"),
        ("The union wants the wage, now $10 an hour, to rise to $15.", "10", "stated"),
        ("The union wants the wage, now $10 an hour, to rise to $15.", "15", "expected"),
        ("Orr vowed to help the 12,000 already here.", "12,000", "stated"),
        (
            "The army will send 400 men to back up the hundreds of troops already in place.",
            "hundreds",
            "stated",
        ),
        ("Lowe was set to win 30 seats, out of 247 at stake.", "247", "stated"),
        ("Lowe was set to win 30 seats, out of 247 at stake.", "30", "expected"),
        ("The bank has sold 70 stores that it did not expect to earn money.", "70", "stated"),
        ("He named Selm and Orrin, two towns where voters will choose a mayor.", "two", "stated"),
        ("He wants to wait, now that prices have risen 4 percent.", "4", "stated"),
        ("The firm hopes that costs have fallen 4 percent.", "4", "expected"),
        (
            "Orel expects to lose $40 million, and its debts exceed its assets by $60 million.",
            "60 million",
            "stated",
        ),
        ("Orel will lose $40 million, and its debts will reach $60 million.", "60 million", "expected"),
        ("Orel expects profits to fall 3 percent and sales to rise 4 percent.", "4", "expected"),
        (
            "Tarn will help, as 40 percent of its coal goes there and 90 percent of its oil comes back.",
            "90",
            "stated",
        ),
        ("Lowe has 4,051 pledged delegates and 718 others.", "718", "stated"),
        ("The firm pledged $40 million to the town.", "40 million", "expected"),
    ],
)
def test_what_is_so_now_beside_a_plan_is_stated(figure: Finder, text: str, number: str, stance: str) -> None:
    assert figure(text, number).stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lowe would need 40 more votes to win.", "supposed"),
        ("Lowe would have to win 40 percent of the delegates.", "supposed"),
        ("The law would give each worker 40 days of leave.", "expected"),
        ("Lowe needed 40 more votes to win.", "stated"),
    ],
)
def test_what_something_would_take_is_supposed(figure: Finder, text: str, stance: str) -> None:
    assert figure(text, "40").stance == stance


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("The staff will rise from 40 to 60.", "40", "stated"),
        ("The staff will rise from 40 to 60.", "60", "expected"),
        ("The fee is to rise from $3 to $5.", "5", "expected"),
        ("Had Orr won 12 more seats, she would lead.", "12", "supposed"),
        ("Were the bank to lose $4 billion, it would close.", "4 billion", "supposed"),
        ("Should prices rise by 4 percent, the bank will act.", "4", "supposed"),
        ("Had the mill, which has 300 workers, closed, half the town would go.", "300", "stated"),
        ("Rain of 4 inches is possible in Selm.", "4", "expected"),
        ("Gusts of 70 miles per hour are likely.", "70", "expected"),
        ("A cut of $40 million is in prospect.", "40 million", "expected"),
        ("Orr, with 40 votes, is likely to win.", "40", "stated"),
        ("Another 14 sailors are suspected to have been kidnapped.", "14", "supposed"),
        ("Two men are suspected of killing a guard.", "Two", "stated"),
    ],
)
def test_what_may_come_is_expected_and_what_a_condition_opens_is_supposed(
    figure: Finder, text: str, number: str, stance: str
) -> None:
    assert figure(text, number).stance == stance


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


def test_the_share_of_who_follows_is_told_as_that_of_who_leads(figure: Finder) -> None:
    text = (
        "A poll showed Dolan with support of 31 percent of voters, followed by Orr at 17 percent, "
        "Bell at 13 percent and Hart at 8 percent."
    )
    assert {figure(text, number).event for number in ("31", "17", "13", "8")} == {"support"}


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
    ("text", "number", "stance"),
    [
        ("The ministry's target is 2.5 percent.", "2.5", "expected"),
        ("The goal was 300 homes.", "300", "expected"),
        ("The plan is for 40 new schools.", "40", "expected"),
        ("The plan is 40 years old.", "40", "stated"),
        ("The proposal was rejected by 40 men.", "40", "stated"),
    ],
)
def test_what_a_target_or_plan_is_has_not_come_yet(
    figure: Finder, text: str, number: str, stance: str
) -> None:
    assert figure(text, number).stance == stance


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
    "text", ["The boat sank two miles off the coast of Malta.", "The boat sank two miles north of Malta."]
)
def test_how_far_off_something_sank_is_no_change(figure: Finder, text: str) -> None:
    assert figure(text, "two").change is None


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The flood left 310 dead, 120 injured and 45 missing.", "45", "miss"),
        ("At least 310 people were dead and 45 missing.", "45", "miss"),
        ("Officials said 45 people were still missing.", "45", "miss"),
        ("Deaths: 310", "310", "die"),
        ("Total confirmed deaths: 12", "12", "die"),
        ("Births: 12", "12", None),
    ],
)
def test_the_missing_are_not_dead_and_the_dead_of_a_label_are(
    figure: Finder, text: str, number: str, event: str | None
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
    ("text", "number", "stance"),
    [
        ("Ms. Bell sees earnings of $5 a share next year.", "5", "expected"),
        ("The bank sees growth of 3% next year.", "3", "expected"),
        ("The store sees 400 customers a day.", "400", "stated"),
    ],
)
def test_a_result_that_somebody_sees_is_expected(figure: Finder, text: str, number: str, stance: str) -> None:
    assert figure(text, number).stance == stance
