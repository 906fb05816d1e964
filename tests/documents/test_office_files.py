"""Files of LibreOffice and Excel give what they show, or say in one line why not."""

from pathlib import Path

import pytest
from document_samples import PARAGRAPHS, make_excel, make_ods, make_odt, make_zip

import addup
from addup.documents import from_source, load
from addup.documents.cells import shown
from addup.documents.source import Source
from addup.errors import DocumentError


def text_of(data: bytes) -> str:
    return from_source(Source(data, name="report")).text


def p(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def test_a_libreoffice_text_gives_paragraphs_items_and_the_title(tmp_path: Path) -> None:
    body = (
        p("Orle floods Tessin", "P1")
        + p(PARAGRAPHS[0])
        + f"<text:list><text:list-item>{p('1,400 were moved')}<text:list><text:list-item>{p('600 by boat')}"
        + "</text:list-item></text:list></text:list-item>"
        + f"<text:list-item>{p('3 are missing')}</text:list-item></text:list>{p(PARAGRAPHS[2])}"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    path = tmp_path / "report.odt"
    path.write_bytes(make_odt(body, styles))
    document = load(str(path))
    items = "- 1,400 were moved\n- 600 by boat\n- 3 are missing"
    assert document.text == "\n\n".join(["Orle floods Tessin", PARAGRAPHS[0], items, PARAGRAPHS[2]])
    assert (document.title, document.found["title"]) == ("Orle floods Tessin", "title style")


def test_what_is_not_on_the_page_of_a_libreoffice_text_is_left_out() -> None:
    deleted = f"<text:tracked-changes>{p('40 dead')}</text:tracked-changes>"
    note = f"<text:note><text:note-body>{p('See page 12.')}</text:note-body></text:note>"
    comment = f"<office:annotation>{p('Really 9?')}</office:annotation>"
    box = f"<draw:frame><draw:text-box>{p('38 dead')}</draw:text-box></draw:frame>"
    words = (
        f'Nine<text:s text:c="2"/>people{note} <text:span>died</text:span>{comment}<text:tab/>in Orle.{box}'
    )
    assert text_of(make_odt(deleted + p(words))) == "Nine  people died\tin Orle.\n\n38 dead"


def test_a_table_of_a_libreoffice_text_has_as_many_cells_in_each_row() -> None:
    def row(*cells: str) -> str:
        filled = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{filled}</table:table-row>"

    head = f"<table:table-header-rows>{row(p('District'), p('Killed'))}</table:table-header-rows>"
    covered = f"<table:table-cell>{p('not known')}</table:table-cell><table:covered-table-cell/>"
    wide = f"<table:table-row>{covered}</table:table-row>"
    table = f"<table:table>{head}{row(p('Malow') + p('(east)'), p('9'))}{wide}</table:table>"
    assert text_of(make_odt(p("Before") + table + p("After"))).split("\n") == [
        "Before",
        "",
        "| District | Killed |",
        "| Malow (east) | 9 |",
        "| not known |  |",
        "",
        "After",
    ]


def cell(words: str, **attributes: object) -> str:
    given = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{given}>{p(words) if words else ''}</table:table-cell>"


def sheet(name: str, *rows: str, style: str = "") -> str:
    filled = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}" table:style-name="{style}">{filled}</table:table>'


def test_a_libreoffice_sheet_gives_its_cells_as_they_are_shown_in_english() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    data = make_ods(
        sheet(
            "Dead",
            cell("Floods in Tessin") + empty,
            cell("Town") + cell("Displaced") + cell("Share") + cell("Cost") + cell("Day"),
            cell("Malow")
            + cell("2.400", value_type="float", value=2400)
            + cell("12,5%", value_type="percentage", value=0.125)
            + cell("€ 1,200", value_type="currency", value=1200, currency="EUR")
            + cell("05/04/24", value_type="date", date_value="2024-05-04"),
            cell("Orle")
            + cell("1,250.5", value_type="float", value=1250.5)
            + cell("5%", value_type="percentage", value=0.05)
            + cell("1.300,50 €", value_type="currency", value=1300.5, currency="EUR")
            + cell("May 2024", value_type="date", date_value="2024-05-01"),
        )
    )
    assert text_of(data).split("\n") == [
        "Floods in Tessin",
        "",
        "| Town | Displaced | Share | Cost | Day |",
        "| Malow | 2400 | 12.5% | € 1,200 | 4 May 2024 |",
        "| Orle | 1,250.5 | 5% | 1300.5 EUR | May 2024 |",
    ]


def test_hidden_sheets_are_left_out_and_named_ones_keep_their_names() -> None:
    rows = (cell("town") + cell("dead"), cell("Malow") + cell("9"))
    styles = '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'
    data = make_ods(
        sheet("Dead by town", *rows),
        sheet("Sheet2", *rows),
        sheet("Codes", *rows, style="off"),
        styles=styles,
    )
    table = "| town | dead |\n| Malow | 9 |"
    assert text_of(data) == f"Dead by town\n\n{table}\n\n{table}"


def test_an_excel_sheet_gives_its_cells_as_they_are_shown(tmp_path: Path) -> None:
    words = "".join(
        f"<si><t>{one}</t></si>" for one in ("Floods in Tessin", "Town", "Killed", "Share", "Malow")
    )
    words += "<si><r><t>As of</t></r><r><t> Tuesday</t></r><rPh><t>x</t></rPh></si>"
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yy"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="3"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs>'
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c>'
        '<c r="E3" t="inlineStr"><is><t>Day</t></is></c></row>'
        '<row r="4"><c r="A4" t="s"><v>4</v></c><c r="C4" s="1"><f>SUM(X1:X9)</f><v>1400</v></c>'
        '<c r="D4" s="2"><v>0.125</v></c><c r="E4" s="3"><v>45426</v></c></row>'
        '<row r="5"><c r="A5" t="s"><v>5</v></c></row>'
    )
    path = tmp_path / "dead.xlsx"
    path.write_bytes(
        make_excel({"Dead": rows, "Codes": rows}, words=words, styles=styles, state='state="hidden"')
    )
    document = load(str(path))
    assert document.text.split("\n") == [
        "Floods in Tessin",
        "",
        "| Town | Killed | Share | Day |",
        "| Malow | 1,400 | 12.50% | 14 May 2024 |",
        "",
        "As of Tuesday",
    ]
    figure = addup.read(document).to_dict()["figures"][0]
    assert (figure["low"], figure["event"]) == (1400, "kill")
    assert document.text[figure["number"]["start"] : figure["number"]["end"]] == "1,400"


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (2400, "General", "2400"),
        (0.1 + 0.2, "General", "0.3"),
        (2400.5, "#,##0", "2,401"),
        (-3, "0;[Red]-0", "-3"),
        (0.125, "0%", "13%"),
        (4200, '"$"#,##0.00', "$4,200.00"),
        (4200, r"#,##0\ [$€-407]", "4,200 €"),
        (4200000, '0.0,," million"', "4.2 million"),
        (12, '0 "dead"', "12 dead"),
        (1.5, "0.##", "1.5"),
        (7, "000", "007"),
        (45426, "m/d/yyyy", "14 May 2024"),
        (45426, "mmm-yy", "May 2024"),
        (45426.604166667, "d/m/yyyy h:mm AM/PM", "14 May 2024 14:30"),
        (0.604166667, "h:mm", "14:30"),
        (1.5, "[h]:mm", "36:00"),
        (1, "d mmmm yyyy", "1 January 1900"),
        (1e300, "0.00", "1e+300"),
        (-5, "d/m/yyyy", "-5"),
    ],
)
def test_a_number_of_a_sheet_is_shown_in_its_format(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><office:x xmlns:office="urn:o">&a;</office:x>'
DEEP = "<a>" * 100_000 + "</a>" * 100_000


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_zip({"mimetype": "x", "content.xml": BOMB}), "is broken or locked"),
        (make_zip({"mimetype": "x", "content.xml": "<a"}), "is broken or locked"),
        (make_zip({"mimetype": "x", "content.xml": "<a/>" * 5_100_000}), "is larger than 20 MB"),
        (make_zip({"mimetype": "x", "content.xml": " " * 101_000_000}), "is larger than 20 MB"),
        (make_odt(f"<text:section>{DEEP}</text:section>"), "is broken or locked"),
        (make_odt(p("")), "holds no text"),
        (make_ods(sheet("Sheet1", cell(""))), "all its cells are empty"),
        (make_excel({"Sheet1": ""}), "all its cells are empty"),
        (make_excel({"Sheet1": '<row><c t="s"><v>nine</v></c></row>'}), "is broken or locked"),
        (make_zip({"mimetype": "x", "content.xml": "<a/>"}), "is no text and no table"),
        (
            make_zip({"[Content_Types].xml": "", "ppt/slides/slide1.xml": "<p/>"}),
            "is a PowerPoint or like file",
        ),
        (make_zip({"flood.txt": "Nine died."}), "is a zip file: save it, and run"),
        (make_zip({"flood.png": "x"}), "is a zip file without reports"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_packed_file_that_cannot_be_read_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as refused:
        from_source(Source(data, name="report.odt"))
    assert "\n" not in str(refused.value)


def test_a_sheet_that_repeats_a_row_without_an_end_is_refused() -> None:
    row = f'<table:table-row table:number-rows-repeated="99999999">{cell("9")}</table:table-row>'
    with pytest.raises(DocumentError, match="is larger than"):
        text_of(make_ods(f'<table:table table:name="x">{row}</table:table>'))
