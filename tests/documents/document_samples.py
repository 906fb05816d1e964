"""Pages and PDFs for the tests, in words of their own, and how what cannot be read is refused."""

import io
import re
import zipfile
from collections.abc import Sequence

import pytest

from addup.documents import load
from addup.errors import DocumentError

PARAGRAPHS = (
    "At least nine people died when the river Orle burst its banks on Monday, the mayor of Tessin said.",
    "Some 1,400 residents were taken to schools on higher ground, and the fire brigade was still looking for "
    "three farm workers in the evening.",
    "The bridge at Malow, which carries about 6,000 cars a day, will stay closed until it is inspected.",
)

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Orle floods Tessin | The Orle Courier</title>
<meta property="og:title" content="Orle floods Tessin">
<meta property="og:site_name" content="The Orle Courier">
<meta property="article:published_time" content="2024-05-14T18:20:00+02:00">
<meta property="article:modified_time" content="2024-05-16T09:00:00+02:00">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Orle floods Tessin</h1>{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</article>
<footer><p>Copyright 2019 The Orle Courier</p></footer>
</body></html>
"""

PAGE_WITHOUT_DAY = f"""<!DOCTYPE html><html><head><title>Orle floods Tessin</title></head><body>
<article>{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</article>
<footer><p>© 2019 The Orle Courier. Next fair: 3 June 2030.</p></footer></body></html>
"""

PAGE_WITHOUT_ARTICLE = """<!DOCTYPE html><html><head><title>The Orle Courier</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/log-in">Log in</a></li></ul></nav>
<form><label>Name</label><input name="name"><button>Send</button></form></body></html>
"""


def refusal(address: str) -> str:
    """Give the one line with which a document is refused."""
    with pytest.raises(DocumentError) as refused:
        load(address)
    message = str(refused.value)
    assert "\n" not in message
    return message


def make_pdf(pages: Sequence[Sequence[str]], *, title: str | None = None, locked: bool = False) -> bytes:
    """Write a small PDF with one text line below the other; `locked` asks for a password to open it."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    trailer = "/Root 1 0 R"
    if title:
        objects.append(f"<< /Title ({title}) >>")
        trailer += f" /Info {len(objects)} 0 R"
    if locked:
        owner_and_user = f"/O <{'11' * 32}> /U <{'22' * 32}>"
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 {owner_and_user} >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'33' * 16}> <{'33' * 16}>]"
    return _with_cross_references(objects, trailer)


def _with_cross_references(objects: Sequence[str], trailer: str) -> bytes:
    file = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(file))
        file += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    file += f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} {trailer} >>\n".encode()
    return file + f"startxref\n{file.index(b'xref')}\n%%EOF\n".encode()


def make_zip(parts: dict[str, str]) -> bytes:
    """Pack texts as Word, Excel and LibreOffice do."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return packed.getvalue()


def make_word(body: str) -> bytes:
    """Write a small Word file with this body, in its markup without the prefix of its names."""
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    prefixed = re.sub(r"<(/?)(\w)", r"<\1w:\2", body).replace(" val=", " w:val=")
    return make_zip(
        {"word/document.xml": f'<w:document xmlns:w="{names}"><w:body>{prefixed}</w:body></w:document>'}
    )


def word_paragraph(words: str, properties: str = "") -> str:
    """Give a paragraph of a Word file."""
    return f"<p><pPr>{properties}</pPr><r><t>{words}</t></r></p>"


_OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"


def make_opendocument(body: str, styles: str = "") -> bytes:
    """Write a small LibreOffice file with this body; text:, table:, office: and draw: stand before names."""
    names = " ".join(
        f'xmlns:{one}="{_OPENDOCUMENT}{one}:1.0"' for one in ("office", "text", "table", "draw", "style")
    )
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>"
    )
    return make_zip({"mimetype": "application/vnd.oasis.opendocument", "content.xml": content})


def make_odt(body: str, styles: str = "") -> bytes:
    """Write a small LibreOffice text."""
    return make_opendocument(f"<office:text>{body}</office:text>", styles)


def make_ods(*sheets: str, styles: str = "") -> bytes:
    """Write a small LibreOffice table with these sheets."""
    return make_opendocument(f"<office:spreadsheet>{''.join(sheets)}</office:spreadsheet>", styles)


def make_excel(sheets: dict[str, str], *, words: str = "", styles: str = "", state: str = "") -> bytes:
    """Write a small Excel file: rows of each sheet, shared words, formats; `state` is of the last sheet."""
    last = list(sheets)[-1]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"{f" {state}" if name == last else ""}/>'
        for number, name in enumerate(sheets, start=1)
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "".join(
        f'<Relationship Id="r{number}" Type="{kind}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{names}" xmlns:r="{kind}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{names}">{words}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{names}">{styles}</styleSheet>',
    }
    for number, rows in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{names}"><sheetData>{rows}</sheetData></worksheet>'
        )
    return make_zip(parts)
