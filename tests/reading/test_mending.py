"""What the tagger and the parser leave in contradiction is mended."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from addup.reading.mending import mend


def mended(words: str, tags: str, deps: str, heads: list[int]) -> Doc:
    doc = Doc(spacy.blank("en").vocab, words=words.split(), tags=tags.split(), deps=deps.split(), heads=heads)
    mend(doc)
    return doc


def test_an_object_with_a_number_before_it_is_a_noun_whatever_its_ending() -> None:
    doc = mended(
        "Police took two suspects into custody",
        "NNS VBD CD VBZ IN NN",
        "nsubj ROOT nummod obj case obl",
        [1, 1, 3, 1, 5, 3],
    )
    assert doc[3].tag_ == "NNS"
    assert doc[5].head == doc[1]


def test_a_clause_has_one_subject_and_what_is_joined_to_it() -> None:
    doc = mended(
        "A doctor , a nurse and three patients were killed",
        "DT NN , DT NN CC CD NNS VBD VBN",
        "det nsubj:pass punct det appos cc nummod nsubj:pass aux:pass ROOT",
        [1, 9, 1, 4, 1, 7, 7, 9, 9, 9],
    )
    doctor, nurse, patients = doc[1], doc[4], doc[7]
    assert [(noun.dep_, noun.head) for noun in (nurse, patients)] == [("conj", doctor)] * 2


def test_a_participle_beside_the_subject_says_more_of_it() -> None:
    doc = mended("Rising prices hurt trade", "VBG NNS VBD NN", "csubj nsubj ROOT obj", [2, 2, 2, 2])
    assert (doc[0].dep_, doc[0].head) == ("amod", doc[1])


def test_underlying_is_no_verb_without_a_subject() -> None:
    doc = mended("Underlying costs were low", "VBG NNS VBD JJ", "csubj obj cop ROOT", [3, 0, 3, 3])
    assert (doc[0].dep_, doc[0].head) == ("amod", doc[1])
    assert (doc[1].dep_, doc[1].head) == ("nsubj", doc[3])


def test_a_clause_without_a_verb_has_it_inside_its_noun() -> None:
    doc = mended(
        "Selm targets growth of 5 percent .",
        "NNP VBZ NN IN CD NN .",
        "compound compound ROOT case nummod nmod punct",
        [2, 2, 2, 5, 5, 2, 2],
    )
    assert [(token.dep_, token.head.text) for token in doc[:3]] == [
        ("nsubj", "targets"),
        ("ROOT", "targets"),
        ("obj", "targets"),
    ]


def test_a_past_that_is_like_a_noun_is_the_verb_of_a_clause_that_has_none() -> None:
    doc = mended(
        "The firm forecast sales of $ 4 .",
        "DT NN NN NNS IN $ CD .",
        "det compound compound ROOT case nmod nummod punct",
        [3, 3, 3, 3, 5, 3, 5, 3],
    )
    assert (doc[2].tag_, doc[2].dep_) == ("VBD", "ROOT")
    assert [(doc[0].head, doc[1].dep_, doc[3].dep_)] == [(doc[1], "nsubj", "obj")]


def test_a_subject_behind_an_and_that_hangs_on_the_verb_is_joined_as_well() -> None:
    doc = mended(
        "A doctor and three patients were killed",
        "DT NN CC CD NNS VBD VBN",
        "det nsubj:pass cc nummod nsubj:pass aux:pass ROOT",
        [1, 6, 6, 4, 6, 6, 6],
    )
    assert (doc[4].dep_, doc[4].head, doc[2].head) == ("conj", doc[1], doc[4])


def test_a_verb_is_joined_to_no_noun_whose_clause_it_ends() -> None:
    doc = mended(
        "Two officers and five marchers were hurt , doctors said",
        "CD NNS CC CD NNS VBD VBN , NNS VBD",
        "nummod nsubj cc nummod nsubj:pass aux:pass conj punct nsubj ROOT",
        [1, 9, 6, 4, 6, 6, 1, 9, 9, 9],
    )
    officers, marchers, hurt, said = doc[1], doc[4], doc[6], doc[9]
    assert [(token.dep_, token.head) for token in (officers, marchers, hurt)] == [
        ("nsubj:pass", hurt),
        ("conj", officers),
        ("ccomp", said),
    ]


def test_a_clause_that_is_told_has_a_subject() -> None:
    doc = mended(
        "It said its debt in May stood at $",
        "PRP VBD PRP$ NN IN NNP VBD IN $",
        "nsubj ROOT nmod:poss obj case obl ccomp case obl",
        [1, 1, 3, 1, 5, 1, 1, 8, 6],
    )
    debt, may, stood = doc[3], doc[5], doc[6]
    assert [(debt.dep_, debt.head), (may.dep_, may.head)] == [("nsubj", stood), ("nmod", debt)]


def test_a_participle_right_behind_a_number_is_of_the_number() -> None:
    doc = mended(
        "It left 14 men killed and one wounded",
        "PRP VBD CD NNS VBN CC CD VBN",
        "nsubj ROOT nummod obj acl cc conj acl",
        [1, 1, 3, 1, 3, 6, 3, 3],
    )
    assert doc[7].head == doc[6]


def test_a_noun_behind_the_short_form_of_a_name_has_the_name_for_a_part() -> None:
    doc = mended(
        "They held a Movement of Faith ( MF ) leader",
        "PRP VBD DT NNP IN NNP -LRB- NNP -RRB- NN",
        "nsubj ROOT det obj case nmod punct compound punct obj",
        [1, 1, 3, 1, 5, 3, 7, 9, 7, 1],
    )
    movement, leader = doc[3], doc[9]
    assert [(movement.dep_, movement.head), (leader.dep_, leader.head)] == [
        ("compound", leader),
        ("obj", doc[1]),
    ]


def test_what_is_like_an_adjective_before_a_number_is_a_verb_behind_another() -> None:
    doc = mended(
        "It will cut 40 jobs and close two mills",
        "PRP MD VB CD NNS CC JJ CD NNS",
        "nsubj aux ROOT nummod obj cc amod nummod conj",
        [2, 2, 2, 4, 2, 8, 8, 8, 4],
    )
    assert (doc[6].tag_, doc[6].dep_, doc[6].head) == ("VB", "conj", doc[2])
    assert (doc[8].dep_, doc[8].head) == ("obj", doc[6])


def test_a_headline_tells_of_a_plan_without_a_form_of_be() -> None:
    doc = mended(
        "Orel to Cut 300 Jobs in May",
        "NNP TO VB CD NNS IN NNP",
        "ROOT mark acl nummod obj case obl",
        [0, 2, 0, 4, 2, 6, 2],
    )
    assert (doc[2].dep_, doc[0].dep_, doc[0].head) == ("ROOT", "nsubj", doc[2])
    doc = mended(
        "Orel , the first to leave .",
        "NNP , DT JJ TO VB .",
        "ROOT punct det appos mark acl punct",
        [0, 0, 3, 0, 5, 3, 0],
    )
    assert doc[0].dep_ == "ROOT"


def test_a_report_at_the_end_is_joined_to_nothing() -> None:
    doc = mended(
        "Two died , doctors said .",
        "CD VBD , NNS VBD .",
        "nsubj ROOT punct nsubj conj punct",
        [1, 1, 4, 4, 1, 1],
    )
    died, said = doc[1], doc[4]
    assert [(died.dep_, died.head), (said.dep_, said.head)] == [("ccomp", said), ("ROOT", said)]


def test_what_stands_alone_behind_of_is_a_noun() -> None:
    doc = mended("It made tonnes of flour", "PRP VBD NNS IN JJ", "nsubj ROOT obj case nmod", [1, 1, 1, 4, 2])
    assert doc[4].tag_ == "NN"


def test_a_sentence_with_a_finite_verb_is_no_phrase() -> None:
    doc = mended(
        "In Tarnova alone 41 people died",
        "IN NNP RB CD NNS VBD",
        "case ROOT advmod nummod nmod acl",
        [1, 1, 4, 4, 1, 4],
    )
    assert [(token.dep_, token.head) for token in (doc[1], doc[4], doc[5])] == [
        ("obl", doc[5]),
        ("nsubj", doc[5]),
        ("ROOT", doc[5]),
    ]


def test_what_was_said_hangs_below_who_says_so_at_the_end() -> None:
    doc = mended(
        "The flood claimed 75 lives , the paper reported on Thursday .",
        "DT NN VBD CD NNS , DT NN VBD IN NNP .",
        "det nsubj ROOT nummod obj punct det nsubj ccomp case obl punct",
        [1, 2, 2, 4, 2, 2, 7, 8, 2, 10, 8, 2],
    )
    assert [(token.dep_, token.head) for token in (doc[2], doc[8])] == [
        ("ccomp", doc[8]),
        ("ROOT", doc[8]),
    ]


def test_a_place_behind_a_place_is_no_subject_beside_the_one_that_was_arrested() -> None:
    doc = mended(
        "In Orel district , Selm province , a leader was arrested",
        "IN NNP NN , NNP NN , DT NN VBD VBN",
        "case compound nmod punct compound nsubj:pass punct det nsubj:pass aux:pass ROOT",
        [2, 2, 5, 5, 5, 10, 10, 8, 10, 10, 10],
    )
    district, province, leader = doc[2], doc[5], doc[8]
    assert (province.dep_, province.head) == ("appos", district)
    assert (district.dep_, district.head) == ("obl", doc[10])
    assert leader.dep_ == "nsubj:pass"


def test_a_noun_behind_a_name_in_brackets_is_what_the_phrase_is_about() -> None:
    doc = mended(
        "They arrested a senior Movement ( MF ) leader",
        "PRP VBD DT JJ NNP -LRB- NNP -RRB- NN",
        "nsubj ROOT det amod obj punct appos punct nmod",
        [1, 1, 4, 4, 1, 6, 4, 6, 4],
    )
    assert (doc[8].dep_, doc[8].head) == ("obj", doc[1])
    assert [token.head for token in (doc[2], doc[3], doc[4])] == [doc[8]] * 3


def test_a_subject_has_no_preposition_but_its_clause_may_have_a_mark() -> None:
    doc = mended(
        "Orel plans no draft , as 300 men have contracts",
        "NNP VBZ DT NN , IN CD NNS VBP NNS",
        "nsubj ROOT det obj punct case nummod nsubj ccomp obj",
        [1, 1, 3, 1, 8, 7, 7, 8, 1, 8],
    )
    assert (doc[5].dep_, doc[5].head, doc[8].dep_) == ("mark", doc[8], "advcl")


def test_what_is_joined_by_and_to_a_participle_or_a_clause_of_casualties_is_a_verb() -> None:
    doc = mended(
        "A bomb hit a bus , killing 22 people and wounding 53",
        "DT NN VBD DT NN , VBG CD NNS CC NN CD",
        "det nsubj ROOT det obj punct advcl nummod obj cc conj nummod",
        [1, 2, 2, 4, 2, 6, 2, 8, 6, 10, 6, 10],
    )
    assert (doc[10].tag_, doc[11].dep_) == ("VBG", "obj")
    doc = mended(
        "Cholera has killed 12 people since March and infected 40",
        "NN VBZ VBN CD NNS IN NNP CC VBN CD",
        "nsubj aux ROOT nummod obj case obl cc amod conj",
        [2, 2, 2, 4, 2, 6, 2, 9, 9, 6],
    )
    assert (doc[8].tag_, doc[8].dep_, doc[8].head) == ("VBD", "conj", doc[2])
    assert (doc[9].dep_, doc[9].head) == ("obj", doc[8])


def test_who_says_something_behind_a_comma_is_no_object() -> None:
    doc = mended(
        "The club has 12 members , said Jo .",
        "DT NN VBZ CD NNS , VBD NNP .",
        "det nsubj ROOT nummod obj punct conj obj punct",
        [1, 2, 2, 4, 2, 6, 2, 6, 2],
    )
    assert [(token.dep_, token.head) for token in (doc[2], doc[6], doc[7])] == [
        ("ccomp", doc[6]),
        ("ROOT", doc[6]),
        ("nsubj", doc[6]),
    ]


def test_the_wounded_behind_of_are_people_and_capitals_hide_no_plural() -> None:
    doc = mended("The number of wounded rose", "DT NN IN JJ VBD", "det nsubj case acl ROOT", [1, 4, 3, 1, 4])
    assert (doc[3].tag_, doc[3].dep_) == ("NNS", "nmod")
    doc = mended("Members voted for it", "NNP VBD IN PRP", "nsubj ROOT case obl", [1, 1, 3, 1])
    assert doc[0].tag_ == "NNS"


def test_a_verb_stays_a_verb() -> None:
    doc = mended("The toll rises to nine", "DT NN VBZ IN CD", "det nsubj ROOT case obl", [1, 2, 2, 4, 2])
    assert [token.tag_ for token in doc] == ["DT", "NN", "VBZ", "IN", "CD"]


def test_what_has_an_auxiliary_or_an_object_is_a_verb() -> None:
    doc = mended("Half would back him", "NN MD RB PRP", "nsubj aux ROOT obj", [2, 2, 2, 2])
    assert doc[2].tag_ == "VB"
    doc = mended("They wounded six others", "PRP JJ CD NNS", "nsubj ROOT nummod obj", [1, 1, 3, 1])
    assert doc[1].tag_ == "VBD"


def test_when_a_quarter_ended_is_not_what_the_sentence_tells() -> None:
    doc = mended(
        "In the quarter ended June 30 sales slipped",
        "IN DT NN VBD NNP CD NNS VBD",
        "case det obl ROOT nsubj flat nsubj ccomp",
        [2, 2, 3, 3, 7, 4, 7, 3],
    )
    quarter, ended, june, slipped = doc[2], doc[3], doc[4], doc[7]
    assert (ended.dep_, ended.head) == ("acl", quarter)
    assert june.head == ended
    assert quarter.head == slipped
    assert slipped.dep_ == "ROOT"


def test_what_reporters_were_told_is_a_clause_and_not_about_the_reporters() -> None:
    doc = mended(
        "Police told reporters that twelve people were killed",
        "NNS VBD NNS WDT CD NNS VBD VBN",
        "nsubj ROOT obj obj nummod nsubj:pass aux:pass acl:relcl",
        [1, 1, 1, 7, 5, 7, 7, 2],
    )
    assert (doc[7].dep_, doc[7].head, doc[3].dep_) == ("ccomp", doc[1], "mark")


def test_a_relative_clause_stays_one() -> None:
    doc = mended(
        "Police saw reporters that guards met",
        "NNS VBD NNS WDT NNS VBD",
        "nsubj ROOT obj obj nsubj acl:relcl",
        [1, 1, 1, 5, 5, 2],
    )
    assert (doc[5].dep_, doc[5].head) == ("acl:relcl", doc[2])


def test_a_modal_has_a_verb_behind_it_whatever_else_the_word_may_be() -> None:
    doc = mended(
        "41 percent would back Selm",
        "CD NN MD RB NNP",
        "nummod nsubj aux advmod ROOT",
        [1, 4, 4, 4, 4],
    )
    percent, back, selm = doc[1], doc[3], doc[4]
    assert (back.tag_, back.dep_, percent.head) == ("VB", "ROOT", back)
    assert (selm.dep_, selm.head) == ("obj", back)


def test_a_modal_with_its_verb_further_on_stays_as_it_is() -> None:
    doc = mended(
        "They will likely back Selm",
        "PRP MD JJ VB NNP",
        "nsubj aux advmod ROOT obj",
        [3, 3, 3, 3, 3],
    )
    assert [token.tag_ for token in doc] == ["PRP", "MD", "JJ", "VB", "NNP"]


def test_a_sentence_without_a_verb_has_it_before_the_amount() -> None:
    doc = mended(
        "Tarnova imports about 40 tonnes .",
        "NNP NNS IN CD NNS .",
        "compound ROOT case nummod nmod punct",
        [1, 1, 4, 4, 1, 1],
    )
    assert [(token.tag_, token.dep_) for token in doc[:2]] == [("NNP", "nsubj"), ("VBZ", "ROOT")]
    assert doc[4].dep_ == "obj"


def test_a_list_without_a_verb_stays_one() -> None:
    doc = mended(
        "Tarnova imports of 40 tonnes .",
        "NNP NNS IN CD NNS .",
        "compound ROOT case nummod nmod punct",
        [1, 1, 4, 4, 1, 1],
    )
    assert doc[1].tag_ == "NNS"


def test_a_word_with_a_subject_and_no_form_of_be_is_a_verb() -> None:
    doc = mended(
        "Net advanced to $ 4",
        "JJ JJ IN $ CD",
        "nsubj ROOT case obl nummod",
        [1, 1, 3, 1, 3],
    )
    assert doc[1].tag_ == "VBD"


def test_a_currency_before_its_number_is_no_verb() -> None:
    doc = mended(
        "Trade fell to dlrs 14",
        "NN VBD TO VB CD",
        "nsubj ROOT mark xcomp obj",
        [1, 1, 3, 1, 3],
    )
    assert [(token.tag_, token.dep_) for token in doc[2:4]] == [("IN", "case"), ("NNS", "obl")]


def test_operating_profit_is_had_not_operated() -> None:
    doc = mended(
        "Selm had operating profit",
        "NNP VBD VBG NN",
        "nsubj aux ROOT obj",
        [2, 2, 2, 2],
    )
    had, profit = doc[1], doc[3]
    assert [(token.dep_, token.head) for token in doc] == [
        ("nsubj", had),
        ("ROOT", had),
        ("amod", profit),
        ("obj", had),
    ]


def test_behind_told_stands_who_heard_it_and_before_it_who_told() -> None:
    doc = mended(
        "Nine people recovered , Jo Orr , who leads them , told reporters",
        "CD NNS VBD , NNP NNP , WP VBZ PRP , VBD NNS",
        "nummod nsubj ROOT punct obj flat punct nsubj acl:relcl obj punct ccomp obj",
        [1, 2, 2, 2, 2, 4, 4, 8, 4, 8, 11, 2, 11],
    )
    told, teller, listeners = doc[11], doc[4], doc[12]
    assert (told.dep_, doc[2].head) == ("ROOT", told)
    assert [(noun.dep_, noun.head) for noun in (teller, listeners)] == [("nsubj", told), ("obj", told)]


def test_compared_with_is_a_preposition_and_compared_alone_stays_a_verb() -> None:
    doc = mended(
        "Orel had profit compared with loss",
        "NNP VBD NN VBN IN NN",
        "nsubj ROOT obj advcl case obl",
        [1, 1, 1, 1, 5, 3],
    )
    assert [(doc[place].dep_, doc[place].head) for place in (3, 5)] == [("case", doc[5]), ("obl", doc[1])]
    doc = mended(
        "Orel sold bread this compared poorly",
        "NNP VBD NN DT VBD RB",
        "nsubj ROOT obj nsubj parataxis advmod",
        [1, 1, 1, 4, 1, 4],
    )
    assert (doc[4].dep_, doc[4].head) == ("parataxis", doc[1])


def test_what_an_amount_is_for_one_of_hangs_on_the_amount() -> None:
    doc = mended(
        "Net rose to $ 2 a share",
        "NN VBD IN $ CD DT NN",
        "nsubj ROOT case obl nummod det obl",
        [1, 1, 3, 1, 3, 6, 1],
    )
    assert (doc[6].dep_, doc[6].head) == ("nmod:unmarked", doc[3])


def test_who_is_to_do_something_is_the_subject_of_is() -> None:
    doc = mended(
        "The firm is to receive trucks",
        "DT NN VBZ TO VB NNS",
        "det nsubj:outer cop mark ROOT obj",
        [1, 4, 4, 4, 4, 4],
    )
    assert [(doc[place].dep_, doc[place].head) for place in (1, 2, 4)] == [
        ("nsubj", doc[2]),
        ("ROOT", doc[2]),
        ("xcomp", doc[2]),
    ]


def test_what_is_forecast_and_who_is_feared_dead_is_told_in_the_passive() -> None:
    doc = mended("Sales are forecast rising", "NNS VBP JJ VBG", "nsubj cop ROOT xcomp", [2, 2, 2, 2])
    assert [(doc[place].tag_, doc[place].dep_) for place in (0, 1, 2)] == [
        ("NNS", "nsubj:pass"),
        ("VBP", "aux:pass"),
        ("VBN", "ROOT"),
    ]
    doc = mended("Dozens feared dead", "NNS VBD JJ", "nsubj ROOT xcomp", [1, 1, 1])
    assert (doc[1].tag_, doc[0].dep_) == ("VBN", "nsubj:pass")


def test_who_forecasts_or_fears_something_acts() -> None:
    doc = mended("Analysts forecast sales", "NNS VBD NNS", "nsubj ROOT obj", [1, 1, 1])
    assert (doc[1].tag_, doc[0].dep_) == ("VBD", "nsubj")


def test_where_a_firm_is_based_is_part_of_its_name() -> None:
    doc = mended(
        "Shares of Kalm , Ohio - based Orel fell",
        "NNS IN NNP , NNP HYPH VBN NNP VBD",
        "nsubj case nmod punct compound punct amod nmod ROOT",
        [8, 2, 0, 2, 6, 6, 7, 0, 8],
    )
    seat, firm = doc[2], doc[7]
    assert (firm.dep_, firm.head) == ("nmod", doc[0])
    assert firm in seat.ancestors


def test_a_subject_has_no_preposition() -> None:
    doc = mended(
        "In Norway sales rose by 12",
        "IN NNP NNS VBD IN CD",
        "case compound nsubj ROOT case obl",
        [2, 2, 3, 3, 5, 3],
    )
    assert [(token.dep_, token.head.text) for token in doc[:3]] == [
        ("case", "Norway"),
        ("obl", "rose"),
        ("nsubj", "rose"),
    ]


def test_a_participle_behind_a_place_and_a_noun_is_the_verb() -> None:
    doc = mended(
        "In Norway sales slumped by 12 .",
        "IN NNP NNS VBN IN CD .",
        "case compound ROOT acl case obl punct",
        [2, 2, 2, 2, 5, 3, 2],
    )
    assert doc[3].dep_ == "ROOT"
    assert [(token.dep_, token.head.text) for token in (doc[1], doc[2], doc[6])] == [
        ("obl", "slumped"),
        ("nsubj", "slumped"),
        ("punct", "slumped"),
    ]


def test_so_many_may_have_done_something() -> None:
    doc = mended("Twelve hit plants .", "CD VBN NNS .", "nummod amod ROOT punct", [2, 2, 2, 2])
    assert [(token.dep_, token.head.text) for token in doc[:3]] == [
        ("nsubj", "hit"),
        ("ROOT", "hit"),
        ("obj", "hit"),
    ]


def test_an_army_numbers_so_many() -> None:
    doc = mended("The army numbers 900 .", "DT NN NNS CD .", "det compound ROOT flat punct", [2, 2, 2, 2, 2])
    assert [(token.dep_, token.tag_) for token in doc[1:3]] == [("nsubj", "NN"), ("ROOT", "VBZ")]


def test_a_clause_with_of_which_hangs_on_the_one_right_before_it() -> None:
    doc = mended(
        "It spoke , saying 40 sailed , of which six sank and four fled",
        "PRP VBD , VBG CD VBD , IN WDT CD VBD CC CD VBD",
        "nsubj ROOT punct advcl nsubj ccomp punct case obl nsubj advcl cc nsubj conj",
        [1, 1, 3, 1, 5, 3, 10, 8, 10, 10, 1, 13, 13, 1],
    )
    sailed, sank, fled = doc[5], doc[10], doc[13]
    assert (sank.head, fled.head) == (sailed, sank)


def test_a_participle_before_a_bare_number_is_a_verb() -> None:
    doc = mended(
        "It killed two and wounded seven",
        "PRP VBD CD CC VBN CD",
        "nsubj ROOT obj cc amod obl",
        [1, 1, 1, 4, 5, 1],
    )
    assert [(token.dep_, token.head.text) for token in doc[4:]] == [("conj", "killed"), ("obj", "wounded")]


def test_a_participle_with_an_object_is_no_adjective() -> None:
    doc = mended(
        "They fled , killing two and wounding seven , state radio reported",
        "PRP VBD , VBG CD CC VBG CD , NN NN VBD",
        "nsubj ROOT punct advcl obj cc amod obj punct compound nsubj advcl",
        [1, 1, 3, 1, 3, 6, 10, 6, 7, 10, 11, 1],
    )
    assert (doc[6].dep_, doc[6].head.text) == ("conj", "killing")
    assert doc[10].left_edge.text == "state"


def test_an_adjective_before_a_number_is_a_participle() -> None:
    doc = mended(
        "It shook Selm , damaging 60 mills",
        "PRP VBD NNP , JJ CD NNS",
        "nsubj ROOT obj punct amod nummod obl",
        [1, 1, 1, 6, 6, 6, 1],
    )
    assert (doc[4].tag_, doc[4].dep_, doc[4].head.text) == ("VBG", "advcl", "shook")
    assert (doc[6].dep_, doc[6].head.text) == ("obj", "damaging")


def test_what_is_to_last_so_long_lasts() -> None:
    doc = mended(
        "It is expected to last six weeks",
        "PRP VBZ VBN IN JJ CD NNS",
        "nsubj:pass aux:pass ROOT case amod nummod obl",
        [2, 2, 2, 6, 6, 6, 2],
    )
    assert (doc[4].tag_, doc[4].dep_, doc[4].head.text) == ("VB", "xcomp", "expected")
    assert (doc[6].dep_, doc[6].head.text) == ("obl:unmarked", "last")


def test_what_a_subject_is_besides_may_stand_between_it_and_its_verb() -> None:
    doc = mended(
        "Orrin says 40 men , a tenth of them , need food",
        "NNP VBZ CD NNS , DT NN IN PRP , VBP NN",
        "nsubj ROOT nummod obj punct det appos case nmod punct ccomp obj",
        [1, 1, 3, 1, 6, 6, 3, 8, 6, 3, 1, 10],
    )
    assert (doc[3].dep_, doc[3].head.text) == ("nsubj", "need")


def test_an_amount_behind_a_superlative_is_of_its_noun() -> None:
    doc = mended(
        "They told the largest loss in their history , 4 euros",
        "PRP VBD DT JJS NN IN PRP$ NN , CD NNS",
        "nsubj ROOT det amod obj case nmod:poss nmod punct nummod appos",
        [1, 1, 4, 4, 1, 7, 7, 4, 10, 10, 7],
    )
    assert (doc[10].dep_, doc[10].head.text) == ("appos", "loss")


def test_an_amount_behind_what_a_superlative_does_is_not_its_own() -> None:
    doc = mended(
        "The largest bank paid a fine to Selm , 4 euros",
        "DT JJS NN VBD DT NN IN NNP , CD NNS",
        "det amod nsubj ROOT det obj case nmod punct nummod appos",
        [2, 2, 3, 3, 5, 3, 7, 5, 10, 10, 7],
    )
    assert doc[10].head.text == "Selm"


def test_a_particle_hyphened_to_a_plural_is_the_noun() -> None:
    doc = mended(
        "Twelve passers - by were hurt",
        "CD NNS HYPH IN VBD VBN",
        "nummod nsubj:pass punct nmod aux:pass ROOT",
        [1, 5, 3, 1, 5, 5],
    )
    assert (doc[3].tag_, doc[3].dep_, doc[3].head.text) == ("NNS", "nsubj:pass", "hurt")
    assert (doc[1].dep_, doc[1].head.text) == ("compound", "by")


def test_a_day_of_telling_is_no_part_of_what_is_told() -> None:
    doc = mended(
        "The ministry said on Friday 40 rebels had fled",
        "DT NN VBN IN NNP CD NNS VBD VBN",
        "det nsubj acl case compound nummod obl aux ROOT",
        [1, 8, 1, 6, 6, 6, 2, 8, 8],
    )
    ministry, said, friday, rebels, fled = doc[1], doc[2], doc[4], doc[6], doc[8]
    assert (said.dep_, said.tag_, ministry.head, friday.head) == ("ROOT", "VBD", said, said)
    assert (fled.dep_, fled.head) == ("ccomp", said)
    assert (rebels.dep_, rebels.head) == ("nsubj", fled)


def test_a_day_behind_on_may_stand_before_any_subject() -> None:
    doc = mended(
        "The firm said on Monday sales rose",
        "DT NN VBN IN NNP NNS VBD",
        "det nsubj acl case compound obl ROOT",
        [1, 6, 1, 5, 5, 2, 6],
    )
    assert [doc[place].head.text for place in (1, 4, 5, 6)] == ["said", "said", "rose", "said"]


def test_a_day_may_be_part_of_a_phrase_that_is_told_of() -> None:
    doc = mended(
        "The bank said Friday trading rose",
        "DT NN VBD NNP NN VBD",
        "det nsubj ROOT compound nsubj ccomp",
        [1, 2, 2, 4, 5, 2],
    )
    assert doc[3].head.text == "trading"


def test_a_particle_that_opens_a_text_is_hyphened_to_nothing() -> None:
    doc = mended(
        "By noon they sold goods -",
        "IN NN PRP VBD NNS HYPH",
        "case obl nsubj ROOT obj punct",
        [1, 3, 3, 3, 3, 4],
    )
    assert doc[0].tag_ == "IN"
