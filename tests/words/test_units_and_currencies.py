"""The tables of units and currencies that reading and wording share."""

import re

from addup.words.tables import table


def test_every_unit_has_an_origin() -> None:
    assert all(row["origin"] and row["words"] for row in table("units")["unit"])


def test_every_currency_has_a_code_a_name_and_words() -> None:
    rows = table("currencies")["currency"]
    assert all(re.fullmatch("[A-Z]{3}", row["code"]) and row["name"] for row in rows)
    assert len({row["code"] for row in rows}) == len(rows)
    assert all(row.get("words") or row.get("shared") or row.get("plural") for row in rows)
