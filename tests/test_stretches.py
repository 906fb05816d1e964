from random import Random

from addup.stretches import Stretches, dashed


def test_which_stretches_hold_a_character_or_others() -> None:
    random = Random(5)
    for _ in range(300):
        stretches = [(start := random.randrange(40), start + random.randrange(12)) for _ in range(9)]
        asked = Stretches(stretches)
        for place in range(50):
            holding = [number for number, (start, end) in enumerate(stretches) if start <= place < end]
            assert asked.around(place) == holding
            last = place + random.randrange(8)
            assert asked.hold(place, last) == any(a <= place and last <= b for a, b in stretches)
            assert list(asked.ends(place, last)) == sorted(b for _, b in stretches if place <= b <= last)


def test_without_stretches_none_holds_anything() -> None:
    assert not Stretches([]).hold(0, 0)
    assert Stretches([]).around(3) == []


def test_dashes_stand_for_stretches_and_move_nothing() -> None:
    assert dashed("police in Selm said", [(0, 6), (3, 9), (15, 30)]) == "--------- Selm ----"
