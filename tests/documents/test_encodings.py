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
