"""E-mails give what was written, and their head tells the rest."""

from datetime import date
from email.message import EmailMessage

import pytest
from document_samples import PAGE, PARAGRAPHS

from addup.documents import from_source
from addup.documents.source import Source
from addup.errors import DocumentError
from addup.records import Document


def mail(**head: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": '"Tessin Press Office" <press@tessin.example>', "Subject": "Fwd: RE: Nine dead – update"}
    for label, words in {**given, "Date": "Thu, 16 May 2024 23:30:00 -0500", **head}.items():
        message[label] = words
    return message


def read(message: EmailMessage | bytes) -> Document:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return from_source(Source(data, name="mail.eml"))


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_gives_its_subject_and_words_however_they_were_packed(encoding: str) -> None:
    message = mail()
    message.set_content(f"{PARAGRAPHS[0]}\n\nThe mayor’s office\n", cte=encoding)
    document = read(message)
    assert document.text == f"Nine dead – update\n\n{PARAGRAPHS[0]}\n\nThe mayor’s office"
    assert (document.title, document.outlet) == ("Nine dead – update", "Tessin Press Office")
    assert document.published == date(2024, 5, 16)
    assert {document.found[fact] for fact in ("title", "outlet", "published")} == {"head of the mail"}


def test_a_file_that_is_named_a_mail_needs_no_marks_of_how_it_was_sent() -> None:
    data = (
        b"From: Tessin Press Office <press@tessin.example>\nSubject: Nine dead\n\nNine people were killed.\n"
    )
    document = from_source(Source(data, name="update.eml", address="update.eml"))
    assert (document.title, document.outlet) == ("Nine dead", "Tessin Press Office")


def test_of_two_forms_of_a_mail_the_plain_one_is_read() -> None:
    message = mail()
    message.set_content(PARAGRAPHS[0])
    message.add_alternative(PAGE, subtype="html")
    assert read(message).text.endswith(PARAGRAPHS[0])


def test_a_mail_that_is_a_page_is_read_as_one() -> None:
    message = mail()
    message.set_content(PAGE, subtype="html")
    assert read(message).text.endswith("\n\n".join(PARAGRAPHS))


def test_a_mail_with_nothing_but_an_attached_report_names_it() -> None:
    message = mail()
    message.set_content("\n")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="sitrep 7.pdf")
    with pytest.raises(DocumentError, match=r"says nothing itself: .* \(sitrep 7\.pdf\)"):
        read(message)


def test_a_mail_without_a_usable_day_has_none() -> None:
    message = mail(Date="yesterday evening")
    message.set_content(PARAGRAPHS[0])
    assert read(message).published is None


def test_a_text_that_only_begins_like_a_mail_is_a_text() -> None:
    text = f"From: the mayor\nTo: all\n\n{PARAGRAPHS[0]}\n"
    assert read(text.encode()).text == text
