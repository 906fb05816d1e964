"""What looks only at the words that can tell something finds what looking at every word finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from addup.reading.crediting.voices import find
from addup.reading.model import parse

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_report_hangs_on_a_word_that_is_not_looked_at(path: Path) -> None:
    doc = parse(path.read_text(encoding="utf-8"))
    everywhere = [voice for token in doc if token.tag_ for voice in find.voices_of(token)]
    assert list(find.find_voices(doc)) == everywhere
