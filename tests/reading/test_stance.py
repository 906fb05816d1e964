"""Whether a figure is stated, expected, denied or only supposed."""

import pytest
from finders import Finder


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
    ("text", "number", "stance"),
    [
        ("Ms. Bell sees earnings of $5 a share next year.", "5", "expected"),
        ("The bank sees growth of 3% next year.", "3", "expected"),
        ("The store sees 400 customers a day.", "400", "stated"),
    ],
)
def test_a_result_that_somebody_sees_is_expected(figure: Finder, text: str, number: str, stance: str) -> None:
    assert figure(text, number).stance == stance


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Selm's council rejected the plan by 12 votes to 8.", "12"),
        ("Members rejected the offer by 1,204 votes to 806.", "806"),
        ("The court rejected 14 appeals and allowed three.", "14"),
        ("The ministry rejected 40 of 112 applications last year.", "40"),
        ("The senate rejected the $40 million bill on Monday.", "40 million"),
        ("The Orle states rejected a deal worth 3 billion euros.", "3 billion"),
        ("The board denied 230 claims last year, a report found.", "230"),
    ],
)
def test_what_is_turned_down_is_not_denied(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).stance == "stated"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The army denied that 40 civilians had been killed.", "40"),
        ("The minister rejected claims that 300 people had died.", "300"),
        ("The company rejected reports that it would cut 2,000 jobs.", "2,000"),
        ("The mayor rejected the figure of 400 dead.", "400"),
        ("The government has denied killing 23 protesters.", "23"),
        ("The firm rejected an estimate of 1,500 layoffs.", "1,500"),
        ("Police rejected a claim by the union that 12,000 had marched.", "12,000"),
    ],
)
def test_what_is_said_and_turned_down_is_denied(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).stance == "denied"


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ('"It\'s simply not true that we cut 800 jobs," Orr said.', "800", "denied"),
        ("It is false that 800 jobs were cut, the mayor said.", "800", "denied"),
        ("It is a lie that we cut 800 jobs, Orr said.", "800", "denied"),
        ("The claim that 800 jobs were cut is false, Orr said.", "800", "denied"),
        ("The figure of 300 nurses is wrong, the ministry said.", "300", "denied"),
        ("It is wrong to say that 300 nurses left, she said.", "300", "denied"),
        ("There is no truth in the claim that 300 nurses left, she said.", "300", "denied"),
        ("It is true that 300 nurses left, she said.", "300", "stated"),
        ("The claim that 300 nurses left is not false, she said.", "300", "stated"),
        ("It is wrong that 300 children go hungry, she said.", "300", "stated"),
        ("The number is wrong, as 40 people were counted again.", "40", "stated"),
        ("We lost 200 jobs, not 400, Orr said.", "400", "denied"),
        ("We lost 200 jobs, not 400, Orr said.", "200", "stated"),
        ("He had meant $1.5 billion, not $15 billion.", "15 billion", "denied"),
        ("It was not 5,000 but 3,200, the minister said.", "5,000", "denied"),
        ("It was not 5,000 but 3,200, the minister said.", "3,200", "stated"),
        ("The ratio should be 0.7, not 0.6, Orr said.", "0.6", "expected"),
        ("Not only 40 nurses but 20 doctors left.", "40", "stated"),
        ("Not all 40 men came back, but 20 did.", "40", "stated"),
        ("The shop is not 400 yards from here, and sells 60 kinds of bread.", "400", "stated"),
    ],
)
def test_what_is_called_untrue_or_is_replaced_by_another_number_is_denied(
    text: str, number: str, stance: str, figure: Finder
) -> None:
    assert figure(text, number).stance == stance
