"""Files and standard input become documents, or are refused in one line."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest
from document_samples import PAGE, PAGE_WITHOUT_ARTICLE, PAGE_WITHOUT_DAY, PARAGRAPHS, refusal
from hypothesis import given
from hypothesis import strategies as st

import addup
from addup.documents import from_text, load, restate
from addup.documents.decode import decode
from addup.errors import DateError, DocumentError

REPORT = (
    "Orle floods Tessin\n\nTESSIN, May 14, 2024 - At least nine people died, the café owner’s sister said.\n"
    "Some 1,400 residents – most of them from the old town – were taken to schools.\n"
)


def write(path: Path, data: bytes | str) -> str:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_the_first_of_several_broken_lines_is_no_title(tmp_path: Path) -> None:
    text = (
        "At least 12 people were killed when the river Orle burst its banks near\n"
        "Tessin on Tuesday night and flooded the lower town, the ministry said in\n"
        "a statement. Another 40 people are missing, according to the police, who\n"
        "have asked for boats.\n"
    )
    assert load(write(tmp_path / "report.txt", text)).title is None
    assert load(write(tmp_path / "report.txt", f"Orle floods Tessin\n\n{text}")).title == "Orle floods Tessin"


def test_a_text_file_tells_title_day_and_language_and_how_each_was_found(tmp_path: Path) -> None:
    document = load(write(tmp_path / "report.txt", REPORT))
    assert document.text == REPORT
    assert (document.title, document.language, document.published) == (
        "Orle floods Tessin",
        "en",
        date(2024, 5, 14),
    )
    assert document.found == {"title": "first line", "language": "text", "published": "date line"}


def test_the_file_name_gives_the_day_where_nothing_else_does(tmp_path: Path) -> None:
    document = load(write(tmp_path / "2024-05-15 tessin.txt", PARAGRAPHS[0]))
    assert (document.published, document.found["published"]) == (date(2024, 5, 15), "file name")
    assert document.title is None


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REPORT.encode(), None),
        (REPORT.encode("utf-8-sig"), None),
        (REPORT.replace("\n", "\r\n").encode(), None),
        (REPORT.replace("\n", "\r").encode(), None),
        (REPORT.encode("utf-16"), "utf-16, byte-order mark"),
        (REPORT.encode("cp1252"), "cp1252, detected"),
    ],
)
def test_the_text_is_the_same_in_every_encoding_and_the_encoding_is_said(
    tmp_path: Path, data: bytes, encoding: str | None
) -> None:
    document = load(write(tmp_path / "report.txt", data))
    assert document.text == REPORT
    assert document.found.get("encoding") == encoding


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_decoding_keeps_every_character(text: str) -> None:
    assert decode(text.encode(), name="a text").text == text.removeprefix("\ufeff")


def test_markdown_is_shown_without_its_markup(tmp_path: Path) -> None:
    markdown = (
        "---\ntitle: The week in floods\ndate: 2024-05-17\nsource: The Orle Courier\n---\n"
        "# Floods\n\nAt least **nine** people [died](https://courier.example/nine), the *mayor* said.\n\n"
        "- 1,400 people were moved\n- 3 are missing\n\n| town | dead |\n|---|---|\n| Malow | 2 |\n\n"
        "<p>Rain &amp; wind go on.</p>\n\n> We saw\n> two boats.\n"
    )
    document = load(write(tmp_path / "week.md", markdown))
    assert document.text == (
        "Floods\n\nAt least nine people died, the mayor said.\n\n"
        "- 1,400 people were moved\n- 3 are missing\n\ntown | dead\n"
        "Malow | 2\n\nRain & wind go on.\n\nWe saw\ntwo boats."
    )
    assert (document.title, document.outlet) == ("The week in floods", "The Orle Courier")
    assert document.published == date(2024, 5, 17)
    assert {document.found[name] for name in ("title", "outlet", "published")} == {"front matter"}


@pytest.mark.parametrize("front", ["", "---\njust: [a, broken\n---\n", "---\n- a list\n---\n"])
def test_markdown_without_usable_front_matter_takes_its_title_from_the_first_heading(
    tmp_path: Path, front: str
) -> None:
    document = load(write(tmp_path / "report.markdown", f"{front}# Floods in *Tessin*\n\n{PARAGRAPHS[0]}\n"))
    assert (document.title, document.found["title"]) == ("Floods in Tessin", "first heading")
    assert document.published is None


@pytest.mark.parametrize(
    "before", ["", "\ufeff", '<?xml version="1.0" encoding="utf-8"?>\n<!-- new --><!-- -->']
)
@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_page_gives_its_article_and_the_day_of_its_first_publication(
    tmp_path: Path, name: str, before: str
) -> None:
    document = load(write(tmp_path / name, before + PAGE))
    assert document.text == "\n\n".join(["Orle floods Tessin", *PARAGRAPHS])
    assert (document.title, document.outlet) == ("Orle floods Tessin", "The Orle Courier")
    assert document.published == date(2024, 5, 14)
    assert {document.found[name] for name in ("title", "outlet", "published")} == {"page metadata"}


def test_a_date_that_a_page_only_mentions_is_not_its_day(tmp_path: Path) -> None:
    assert load(write(tmp_path / "page.html", PAGE_WITHOUT_DAY)).published is None


@pytest.mark.parametrize(
    "part",
    [
        '<p class="post-date">14 May 2024</p>',
        '<time datetime="2024-05-14">Tuesday</time><aside><time datetime="2023-01-02">old</time></aside>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-14"}</script>',
    ],
)
def test_a_page_may_declare_its_day_in_its_body(tmp_path: Path, part: str) -> None:
    page = PAGE_WITHOUT_DAY.replace("<article>", f"{part}<article>")
    document = load(write(tmp_path / "page.html", page))
    assert (document.published, document.found["published"]) == (date(2024, 5, 14), "page metadata")


def test_a_page_in_another_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("the mayor", "the café owner")
    document = load(write(tmp_path / "page.html", page.encode("cp1252")))
    assert "the café owner of Tessin" in document.text
    assert document.found["encoding"] == "windows-1252, declared"


@pytest.mark.parametrize(
    "page",
    [
        PAGE_WITHOUT_ARTICLE,
        "<html><body><div id=root></div><noscript>Please turn on JavaScript to read this.</noscript></body>",
        "<html><body><p>We and our partners store cookies on your device.</p></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    assert "holds no article" in refusal(write(tmp_path / "page.html", page))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "nowhere.txt")).endswith("nowhere.txt: there is no such file.")
    assert "is a folder" in refusal(str(tmp_path))
    assert "cannot be read" in refusal("a\0b.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (bytes(range(256)) * 20, "is binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 200, "is binary"),
        (b"\xd0\xcf\x11\xe0rest", "is an old or locked Word or Excel file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
    ],
)
def test_a_file_without_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    assert message in refusal(write(tmp_path / "report.txt", data))


def test_a_file_of_200_mb_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)  # takes no room on disk
    assert "larger than 20 MB" in refusal(str(path))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Mindestens neun Menschen starben, als die Orle über die Ufer trat, sagte die Bürgermeisterin.",
            "German",
        ),
        ("Al menos nueve personas murieron cuando el río se desbordó el lunes, dijo el alcalde.", "Spanish"),
        ("Не менее девяти человек погибли, когда река вышла из берегов, сообщил мэр.", "Russian"),
        ("周一河水决堤，至少九人死亡，市长说。", "Chinese"),
    ],
)
def test_a_report_in_another_language_is_refused_with_its_language(
    tmp_path: Path, text: str, language: str
) -> None:
    assert f"is in {language}: addup reads English only" in refusal(write(tmp_path / "report.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Nine dead.",
        "Two dozen dead",
        "Hundreds",
        "12,400",
        "Rain fell.",
        "8 deg C",
        "Inflation hit 9 percent.",
        "Mosul: 12 dead",
    ],
)
def test_a_short_english_text_is_never_refused(text: str) -> None:
    assert from_text(text).language == "en"


def test_an_english_name_does_not_make_a_german_report_english(tmp_path: Path) -> None:
    text = (
        "Die Band The Who spielte am Montag vor 4000 Menschen, sagte der Veranstalter der Konzertreihe. " * 5
    )
    assert "is in German" in refusal(write(tmp_path / "report.txt", text))


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    document = load("-")
    assert (document.text, document.address) == (REPORT, None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert refusal("-") == "standard input is empty."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Orle floods Tessin\nNine died.", "Orle floods Tessin"),
        ("Will the dam hold?\n\nNine died.", "Will the dam hold?"),
        ("Nine people died on Monday.\nMore are missing.", None),
        ("Orle floods Tessin", None),
        ("2024-S-17\nNine people died.", None),
        ("14 May 2024\nNine people died.", None),
        ("Nine people died " * 20 + "\nMore are missing.", None),
    ],
)
def test_the_first_line_is_the_title_if_it_is_a_headline(text: str, title: str | None) -> None:
    assert from_text(text).title == title


def test_a_text_in_hand_is_kept_as_it_is() -> None:
    text = "\ufeffNine people died.\r\nThree are missing.\r\n"
    assert from_text(text).text == text
    with pytest.raises(DocumentError, match="the text is empty"):
        from_text(" \n")


def test_half_a_character_does_no_harm() -> None:
    assert from_text("Nine died \ud83d in the flood.").id


def test_a_page_of_words_without_a_sentence_is_refused_quickly(tmp_path: Path) -> None:
    assert "holds no article" in refusal(
        write(tmp_path / "page.html", f"<html><body><p>{'word ' * 100_000}</p>")
    )


def test_the_id_comes_from_the_content_unless_it_is_given() -> None:
    first, again, other = (
        from_text("Nine died."),
        from_text("Nine died.", published="2024-05-14"),
        from_text("Ten died."),
    )
    assert first.id == again.id != other.id
    assert from_text("Nine died.", id="tessin-1").id == "tessin-1"


def test_a_document_can_be_restated_with_another_day_and_id() -> None:
    document = restate(from_text("Nine died."), published="2024-05-14", id="tessin-1")
    assert (document.id, document.published) == ("tessin-1", date(2024, 5, 14))
    assert document.found["published"] == "given"
    assert restate(document) == document
    with pytest.raises(DateError):
        restate(document, published="soon")


def test_no_heading_of_a_page_runs_into_what_follows_it(tmp_path: Path) -> None:
    page = (
        "<html><body><article><h1>Flood in Brennick</h1><p>At least 47 people were killed on Tuesday.</p>"
        "<h2>Help from the air</h2><p>Helicopters took 300 people from their roofs.</p><p>The dead are:</p>"
        "<ul><li>35 men</li><li>12 women</li></ul><table><tr><th>Place</th><th>Dead</th></tr>"
        "<tr><td>Selm</td><td>40</td></tr></table></article></body></html>"
    )
    document = load(write(tmp_path / "page.html", page.encode()))
    assert document.text == (
        "Flood in Brennick\n\nAt least 47 people were killed on Tuesday.\n\nHelp from the air\n\n"
        "Helicopters took 300 people from their roofs.\n\nThe dead are:\n- 35 men\n- 12 women\n\n"
        "| Place | Dead | \n|---|---|\n| Selm | 40 |"
    )
    told = addup.read(document)
    assert (
        document.text[slice(*told.figures[0].sentence)].strip()
        == "At least 47 people were killed on Tuesday."
    )
