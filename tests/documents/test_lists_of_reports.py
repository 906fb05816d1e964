"""A table with a text in each row, or JSON with one in each line, is a list of reports."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from document_samples import make_excel, make_zip

from addup.documents import load
from addup.errors import AddupError, DateError, DocumentError
from addup.ledger.adding import addresses_in

FLOOD = "At least 14 people were killed in a flood in Marlow on Thursday, the ministry said."
LATER = "The flood in Marlow killed 11 people,\nthe ministry said on Saturday."
ROWS = [
    {"date": "2024-05-03", "outlet": "Lakeside Courier", "headline": "Flood in Marlow", "text": FLOOD},
    {"date": "2024-05-04", "outlet": "Northern Post", "headline": "Toll mended", "text": LATER},
]


def as_csv(rows: Sequence[Mapping[str, str]], mark: str = ",") -> str:
    heads = list(rows[0])
    cells = [heads, *([row.get(head, "") for head in heads] for row in rows)]
    return "".join(mark.join(f'"{cell}"' for cell in row) + "\n" for row in cells)


def as_lines(rows: Sequence[Mapping[str, str]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def as_sheet(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in rows)
    return "".join(f"<row>{row}</row>" for row in cells)


def facts(address: str) -> tuple[str, str | None, str | None, str]:
    document = load(address)
    return document.text, document.title, document.outlet, str(document.published)


@pytest.mark.parametrize(
    ("name", "content", "first"),
    [
        ("articles.csv", as_csv(ROWS), 2),
        ("articles.tsv", as_csv(ROWS, "\t"), 2),
        ("articles.jsonl", as_lines(ROWS), 1),
        ("articles.ndjson", as_lines(ROWS), 1),
        ("articles.json", json.dumps(ROWS), 1),
    ],
)
def test_each_row_is_a_report_with_what_the_row_says_of_it(
    tmp_path: Path, name: str, content: str, first: int
) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert addresses_in([str(path)]) == [f"{path}/{first}", f"{path}/{first + 1}"]
    assert facts(f"{path}/{first}") == (FLOOD, "Flood in Marlow", "Lakeside Courier", "2024-05-03")
    assert facts(f"{path}/{first + 1}") == (LATER, "Toll mended", "Northern Post", "2024-05-04")
    with pytest.raises(DocumentError, match=rf"holds 2 reports, such as .*{name}/{first}: read one"):
        load(str(path))
    with pytest.raises(DocumentError, match="holds no such report"):
        load(f"{path}/9")


def test_the_sheets_of_a_spreadsheet_may_list_reports(tmp_path: Path) -> None:
    path = tmp_path / "articles.xlsx"
    rows = [list(ROWS[0]), *(list(row.values()) for row in ROWS)]
    path.write_bytes(make_excel({"All": as_sheet(rows)}))
    assert addresses_in([str(path)]) == [f"{path}/2", f"{path}/3"]
    assert facts(f"{path}/3") == (LATER, "Toll mended", "Northern Post", "2024-05-04")
    path.write_bytes(make_excel({"May": as_sheet(rows), "June": as_sheet(rows[:2])}))
    assert addresses_in([str(path)]) == [f"{path}/May/2", f"{path}/May/3", f"{path}/June/2"]
    assert load(f"{path}/June/2").text == FLOOD
    towns = [["town", "dead"], ["Marlow", "14"]]
    path.write_bytes(make_excel({"May": as_sheet(rows), "Dead": as_sheet(towns)}))
    assert addresses_in([str(path)]) == [str(path)]  # nothing of the other sheet is lost
    assert "| Marlow | 14 |" in load(str(path)).text


def test_lists_in_zip_files_are_lists(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(make_zip({"may/a.csv": as_csv(ROWS), "b.jsonl": as_lines(ROWS[:1]), "info.json": "{}"}))
    assert addresses_in([str(path)]) == [f"{path}/b.jsonl/1", f"{path}/may/a.csv/2", f"{path}/may/a.csv/3"]
    assert facts(f"{path}/may/a.csv/3") == (LATER, "Toll mended", "Northern Post", "2024-05-04")


def test_a_list_of_one_report_stands_for_it(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text(as_csv(ROWS[:1]))
    assert load(str(path)).text == FLOOD


@pytest.mark.parametrize(
    "table",
    [
        "district,killed\nMarlow,9\nOrle,12\n",
        "town,dead,text\nMarlow,9,confirmed\nOrle,12,not confirmed\n",
        "text\n9\n",
    ],
)
def test_a_table_of_numbers_is_one_report(tmp_path: Path, table: str) -> None:
    path = tmp_path / "dead.csv"
    path.write_text(table)
    assert addresses_in([str(path)]) == [str(path)]
    assert load(str(path)).text.startswith("|") or "9" in load(str(path)).text


def test_columns_are_known_by_other_names_and_the_address_of_a_page_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = [
        {
            "Publication Date": "Fri, 3 May 2024 10:00:00 +0000",
            "Publisher": "Post",
            "Link": "https://post.example/flood",
            "Body": FLOOD,
        }
    ]
    path.write_text(as_csv(rows))
    document = load(f"{path}/2")
    assert (str(document.published), document.outlet, document.address) == (
        "2024-05-03",
        "Post",
        "https://post.example/flood",
    )


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (["13/05/2024", "04/05/2024"], ["2024-05-13", "2024-05-04"]),
        (["05/13/2024", "05/04/2024"], ["2024-05-13", "2024-05-04"]),
        (["May 13, 2024 10:15 AM", "4 May 2024"], ["2024-05-13", "2024-05-04"]),
    ],
)
def test_the_column_tells_which_number_of_a_day_is_the_month(
    tmp_path: Path, days: list[str], read: list[str]
) -> None:
    path = tmp_path / "articles.csv"
    path.write_text(as_csv([{**row, "date": day} for row, day in zip(ROWS, days, strict=True)]))
    assert [str(load(f"{path}/{row}").published) for row in (2, 3)] == read


def test_a_day_that_may_be_another_is_asked_for_and_a_given_one_goes_before_it(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    path.write_text(as_csv([{**row, "date": "04/05/2024"} for row in ROWS]))
    with pytest.raises(DateError, match=r"articles\.csv/2: '04/05/2024' is not a day that addup can read"):
        load(f"{path}/2")
    assert str(load(f"{path}/2", published="2024-05-04").published) == "2024-05-04"


def test_a_row_without_a_report_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(as_lines(ROWS) + '{"text": \n\n{"title": "Nothing below"}\n[1]\n' + as_lines(ROWS[:1]))
    addresses = addresses_in([str(path)])
    assert addresses == [f"{path}/{line}" for line in (1, 2, 3, 5, 6, 7)]
    told = []
    for address in addresses[2:-1]:
        with pytest.raises(AddupError) as problem:
            load(address)
        told.append(str(problem.value).removeprefix(f"{path}/"))
    assert told == ["3 is no object of JSON.", "5 has no text.", "6 is no object of JSON."]


def test_texts_that_are_pages_are_read_as_pages(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    page = f"<p>{FLOOD}</p><p>Some 2,300 people were moved to schools &amp; churches.</p>"
    path.write_text(as_lines([{"content": page}]))
    assert load(f"{path}/1").text.split("\n\n") == [
        FLOOD,
        "Some 2,300 people were moved to schools & churches.",
    ]


def test_ledgers_and_accounts_are_no_lists(tmp_path: Path) -> None:
    lines = [{"type": "document", "text": FLOOD}, {"type": "address"}, {"type": "reading"}]
    for name, content in (
        ("ledger.jsonl", as_lines(lines)),
        ("account.json", '{"series": {}}'),
        ("b.json", "[1]"),
    ):
        path = tmp_path / name
        path.write_text(content)
        assert addresses_in([str(path)]) == [str(path)]
        with pytest.raises(DocumentError, match="is data, not a report"):
            load(str(path))
