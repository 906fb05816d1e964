from __future__ import annotations

import pytest
import spacy

from addup.reading.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we lost” and left.", ["“we lost”"]),
        ('"Go," she said. "Now."', ['"Go,"', '"Now."']),
        ("“One.\n\n“Two.” Then he left.", ["“One.\n\n“Two.”"]),
        ("“Never closed.\n\nThe town was quiet.", ["“Never closed."]),
        ("They call it ‘the pit’ there.", ["‘the pit’"]),
        ("The workers’ camp isn't large.", []),
        ("“He told us ‘run’ twice.”", ["“He told us ‘run’ twice.”"]),
        ('"It rose. "It fell." Then he left.', ['"It rose. "It fell."']),
        ('He said , " It rose . "It fell .', ['" It rose . "']),
        ("``Go,'' she said. The boats left. ``Now.''", ["``Go,''", "``Now.''"]),
        ("", []),
    ],
)
def test_quotations_are_found_over_sentences_and_paragraphs(text: str, quoted: list[str]) -> None:
    doc = spacy.blank("en")(text)
    found = find_quotations(doc, [token.lower_ for token in doc])
    assert [doc[one.start : one.end].text for one in found] == quoted
