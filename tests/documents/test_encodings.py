"""Texts are read whatever they were saved in, and what was spoilt on the way is put right and told."""

import pytest

from addup.documents import from_source
from addup.documents.mojibake import put_right
from addup.documents.source import Source
from addup.records import Document

TEXT = "The mayor of Brüssow doesn’t expect more than 12 dead, “for now”, he said on Monday."


def read(data: bytes) -> Document:
    return from_source(Source(data, name="report.txt"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_text_of_wide_letters_is_read_without_its_mark(encoding: str) -> None:
    document = read(TEXT.encode(encoding))
    assert (document.text, document.found["encoding"]) == (TEXT, f"{encoding}, detected")


def test_letters_that_were_spoilt_are_put_right_and_counted() -> None:
    spoilt = TEXT.encode().decode("latin-1")
    kept = "".join(bytes([ord(one)]).decode("cp1252", "ignore") or one for one in spoilt)
    for words in (kept, kept.replace("\x9d", ""), kept.replace("\x9d", "\ufffd")):
        document = read(words.encode())
        assert document.text == TEXT
        assert document.found["encoding"] == "utf-8, 4 spoilt letters put right"


@pytest.mark.parametrize(
    "words",
    [
        "“AMANHÔ, it said, was sold 12 times.",
        "CAFÉ’S 12 guests",
        "São Paulo, Łódź, Å 12",
        "a 12 ° Â day",
    ],
)
def test_what_only_looks_spoilt_stays(words: str) -> None:
    assert put_right(words) == (words, 0)


def test_lost_letters_are_told() -> None:
    found = read(TEXT.replace("’", "\ufffd").encode()).found
    assert found["encoding"] == "utf-8, 1 letter lost before (\ufffd)"


def test_a_text_put_together_from_two_encodings_is_read_in_both() -> None:
    document = read(f"{TEXT}\n".encode() + TEXT.encode("cp1252"))
    assert document.text == f"{TEXT}\n{TEXT}"
    assert document.found["encoding"] == "utf-8, with parts in cp1252"


def test_a_text_that_was_cut_within_a_letter_keeps_the_rest() -> None:
    assert read(f"{TEXT} “".encode()[:-1]).text == f"{TEXT} \ufffd"


POLISH = "Michał Żurek, the mayor of Łódź, said that 12 people from Nowy Sącz died on Monday – “for now”."
CZECH = (
    "Šárka Nováková, the mayor of České Budějovice, said on Monday that at least 12 people had died there."
)
FRENCH = (
    "The préfet, René Lefèvre, said on Monday that 12 people died in Nîmes, and put damage at €3 million."
)
ENGLISH = "“It’s 12 dead,” the mayor said on Monday – the third flood of the town’s in two years."


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (POLISH, ["cp1250", "mac_latin2"]),
        (POLISH.replace("“", '"').replace("”", '"').replace("–", "-"), ["iso8859-2", "cp1250", "cp852"]),
        (CZECH, ["cp1250", "iso8859-2"]),
        (FRENCH, ["cp1252", "iso8859-15", "mac_roman"]),
        (FRENCH.replace("€3 million", "3 million euros"), ["iso8859-1", "cp850"]),
        (ENGLISH, ["cp1252", "cp1250", "mac_roman"]),
        (ENGLISH + " It was 30° warm, and £2bn were lost on 12 km².", ["cp1252"]),
        ("The minister, Сергей Иванов, said on Monday that 12 people died.", ["cp1251", "koi8-r", "cp866"]),
        ("Agnès Lefèvre said that 12 people of São Luís and of Tromsø died on Monday.", ["cp1252"]),
    ],
)
def test_a_text_is_read_in_the_encoding_in_which_its_names_are_words(text: str, encodings: list[str]) -> None:
    for encoding in encodings:
        document = read(text.encode(encoding))
        assert document.text == text, encoding
        assert document.found.get("encoding", "detected").endswith("detected")


def test_a_text_in_no_encoding_that_can_be_told_says_how_many_words_look_wrong() -> None:
    document = read(b"The mayor of \xb2\xb3l\xadg said on Monday that 12 people died when the river burst.")
    assert document.found["encoding"] == "cp1252, detected, though 1 word looks wrong"
    assert "12 people died" in document.text


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO-8859-1", "windows-1252", "latin1"])
def test_a_page_that_declares_latin_1_is_read_as_windows_writes_it(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{ENGLISH}</p></body></html>'
    assert read(page.encode("cp1252")).text == ENGLISH


def test_a_page_that_declares_an_encoding_it_is_not_in_is_read_in_its_own() -> None:
    page = f'<html><head><meta charset="iso-8859-2"></head><body><p>{POLISH}</p></body></html>'
    assert read(page.encode("cp1250")).text == POLISH
    assert read(page.replace("iso-8859-2", "klingon").encode()).text == POLISH
