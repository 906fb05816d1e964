"""Word files give their text, or say in one line why not."""

from pathlib import Path

import pytest
from document_samples import PARAGRAPHS, make_word, make_zip, word_paragraph

from addup.documents import load
from addup.documents.source import Source
from addup.documents.word import read_word
from addup.errors import DocumentError


def text_of(body: str) -> str:
    return read_word(make_word(body), name="report.docx").text


@pytest.mark.parametrize("name", ["report.docx", "report.txt", "report"])
def test_a_word_file_gives_paragraphs_items_and_the_title_whatever_it_is_called(
    tmp_path: Path, name: str
) -> None:
    body = (
        word_paragraph("Orle floods Tessin", '<pStyle val="Title"/>')
        + word_paragraph(PARAGRAPHS[0])
        + word_paragraph("1,400 were moved", "<numPr/>")
        + word_paragraph("3 are missing", "<numPr/>")
        + word_paragraph(PARAGRAPHS[2])
    )
    path = tmp_path / name
    path.write_bytes(make_word(body))
    document = load(str(path))
    items = "- 1,400 were moved\n- 3 are missing"
    assert document.text == "\n\n".join(["Orle floods Tessin", PARAGRAPHS[0], items, PARAGRAPHS[2]])
    assert (document.title, document.found["title"]) == ("Orle floods Tessin", "title style")


def test_a_table_of_a_word_file_has_as_many_cells_in_each_row() -> None:
    def row(*cells: str) -> str:
        return f"<tr>{''.join(f'<tc>{cell}</tc>' for cell in cells)}</tr>"

    wide = f'<tcPr><gridSpan val="2"/></tcPr>{word_paragraph("not known")}'
    table = row(*map(word_paragraph, ("District", "Killed", "Injured")))
    table += row(
        word_paragraph("Malow") + word_paragraph("(east)"), word_paragraph("9"), word_paragraph("12")
    )
    table += row(word_paragraph("Orle"), wide)
    assert text_of(f"{word_paragraph('Before')}<tbl>{table}</tbl>{word_paragraph('After')}").split("\n") == [
        "Before",
        "",
        "| District | Killed | Injured |",
        "| Malow (east) | 9 | 12 |",
        "| Orle | not known |  |",
        "",
        "After",
    ]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    inner = word_paragraph("Key figures") + word_paragraph("9 killed")
    assert text_of(f"<tbl><tr><tc>{inner}</tc></tr></tbl>") == "Key figures\n\n9 killed"


def test_what_was_deleted_is_left_out_and_what_was_put_in_is_kept() -> None:
    runs = (
        "<r><t>Nine people died</t></r><del><r><delText> on Monday</delText></r></del>"
        "<moveFrom><r><t> in Malow</t></r></moveFrom><ins><r><t> in Orle</t><tab/><t>.</t></r></ins>"
    )
    assert text_of(f"<p>{runs}</p>") == "Nine people died in Orle\t."


def test_a_box_of_words_is_a_paragraph_of_its_own() -> None:
    box = f"<r><pict><txbxContent>{word_paragraph('38 dead')}</txbxContent></pict></r>"
    assert text_of(f"<p><r><t>The water fell.</t></r>{box}</p>") == "The water fell.\n\n38 dead"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04rest", "is broken or locked"),
        (make_word(word_paragraph("Nine"))[:-30], "is broken or locked"),
        (make_zip({"word/document.xml": "<w:document"}), "is broken or locked"),
        (make_word(word_paragraph("")), "holds no text"),
    ],
)
def test_a_packed_file_without_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    from addup.documents import from_source

    with pytest.raises(DocumentError, match=message) as refused:
        from_source(Source(data, name="report.docx"))
    assert "\n" not in str(refused.value)
