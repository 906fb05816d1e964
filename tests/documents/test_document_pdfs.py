"""PDFs give running text, or say in one line why not."""

import sys
from pathlib import Path

import pytest
from document_samples import make_pdf

from addup.documents import load
from addup.errors import DocumentError

LINES = (
    "Orle floods Tessin",
    "At least nine people died when the river Orle burst its banks on Monday, the",
    "mayor of Tessin said. Some 1,400 residents were taken to schools on higher",
    "ground.",
    "The bridge at Malow will stay closed until it is inspected by the dis-",
    "trict, which may take a week. A 35-year-old driver and his two sons were res-",
    "cued from its railing. The last such flood was in the winter of 2010-",
    "2011, when four people died.",
)


def pdf(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def test_the_lines_of_a_pdf_become_paragraphs_again(tmp_path: Path) -> None:
    document = load(pdf(tmp_path / "report.pdf", make_pdf([LINES, ["Three people are still missing."]])))
    assert document.text.split("\n") == [
        "Orle floods Tessin",
        "At least nine people died when the river Orle burst its banks on Monday, the mayor of Tessin said. "
        "Some 1,400 residents were taken to schools on higher ground.",
        "The bridge at Malow will stay closed until it is inspected by the district, which may take a week. "
        "A 35-year-old driver and his two sons were rescued from its railing. The last such flood was in "
        "the winter of 2010-2011, when four people died.",
        "",
        "Three people are still missing.",
    ]


@pytest.mark.parametrize(
    ("given", "title", "how"),
    [
        ("The Orle flood", "The Orle flood", "PDF metadata"),
        ("Microsoft Word - draft7.docx", "Orle floods Tessin", "first line"),
        (None, "Orle floods Tessin", "first line"),
    ],
)
def test_the_title_of_a_pdf_is_its_own_unless_a_program_made_it_up(
    tmp_path: Path, given: str | None, title: str, how: str
) -> None:
    document = load(pdf(tmp_path / "report.pdf", make_pdf([LINES], title=given)))
    assert (document.title, document.found["title"]) == (title, how)
    assert document.published is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_pdf([[]]), "no text: run text recognition"),
        (make_pdf([LINES], locked=True), "is locked with a password"),
        (make_pdf([LINES])[:200], "is a broken PDF"),
    ],
)
def test_a_pdf_that_gives_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as refused:
        load(pdf(tmp_path / "report.pdf", data))
    assert "\n" not in str(refused.value)


def test_without_the_extra_the_message_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError, match=r"pip install 'addup\[pdf\]'"):
        load(pdf(tmp_path / "report.pdf", make_pdf([LINES])))
