"""Reports in a zip file, and those attached to a mail, are reports like any other."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from document_samples import PARAGRAPHS, make_pdf, make_word, make_zip, word_paragraph

from addup.documents import load
from addup.errors import DocumentError
from addup.ledger.adding import addresses_in

TEXT = "\n\n".join(PARAGRAPHS)


def mail(words: str, **attached: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = (
        "press@tessin.example",
        "Update",
        "<1@tessin>",
    )
    message.set_content(words)
    for name, data in attached.items():
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name.replace("_", ".")
        )
    return message


def test_the_reports_of_a_zip_file_have_addresses_below_it(tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    parts = {"may/b.txt": TEXT, "may/2024-05-14.txt": TEXT, "may/photo.png": "x", "__MACOSX/b.txt": "x"}
    path.write_bytes(make_zip({**parts, "may/.hidden.txt": "x", "../out.txt": TEXT}))
    assert addresses_in([str(path)]) == [f"{path}/may/2024-05-14.txt", f"{path}/may/b.txt"]
    document = load(f"{path}/may/2024-05-14.txt")
    assert (document.text, document.address) == (TEXT, f"{path}/may/2024-05-14.txt")
    assert str(document.published) == "2024-05-14"
    with pytest.raises(DocumentError, match=r"holds 2 reports, such as .*: read one, or  addup add"):
        load(str(path))
    with pytest.raises(DocumentError, match=r"may/c\.txt: .* holds no such report"):
        load(f"{path}/may/c.txt")


def test_a_zip_file_with_one_report_stands_for_it(tmp_path: Path) -> None:
    path = tmp_path / "report.zip"
    path.write_bytes(make_zip({"flood.txt": TEXT}))
    assert load(str(path)).text == TEXT


def test_a_report_of_a_zip_file_is_never_unpacked_beyond_what_a_report_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(make_zip({"flood.txt": "9" * 21_000_000}))
    with pytest.raises(DocumentError, match="is larger than 20 MB"):
        load(str(path))


def test_a_broken_zip_file_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(b"PK\x03\x04rest")
    assert addresses_in([str(path)]) == [str(path)]
    with pytest.raises(DocumentError, match="is broken or locked"):
        load(str(path))


def test_what_is_attached_to_a_mail_has_an_address_below_it(tmp_path: Path) -> None:
    path = tmp_path / "update.eml"
    message = mail(PARAGRAPHS[0], sitrep_docx=make_word(word_paragraph(PARAGRAPHS[1])), logo_png=b"x")
    message.add_attachment(mail(PARAGRAPHS[2]))
    message.add_attachment(TEXT, filename="sitrep.docx")
    path.write_bytes(message.as_bytes())
    names = ["sitrep.docx", "attached 3.eml", "sitrep (4).docx"]
    assert addresses_in([str(tmp_path)]) == [str(path), *(f"{path}/{name}" for name in names)]
    assert load(str(path)).text == f"Update\n\n{PARAGRAPHS[0]}"
    assert load(f"{path}/sitrep.docx").text == PARAGRAPHS[1]
    assert load(f"{path}/attached 3.eml").text == f"Update\n\n{PARAGRAPHS[2]}"
    assert load(f"{path}/sitrep (4).docx").text.strip() == TEXT


def test_a_mail_that_says_nothing_stands_for_the_report_attached_to_it(tmp_path: Path) -> None:
    path = tmp_path / "update.eml"
    path.write_bytes(mail("\n", sitrep_pdf=make_pdf([[PARAGRAPHS[0]]])).as_bytes())
    assert addresses_in([str(path)]) == [f"{path}/sitrep.pdf"]
    assert PARAGRAPHS[0][:40] in load(str(path)).text
