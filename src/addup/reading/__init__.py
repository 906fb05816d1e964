"""From a document to its reading: figures, times, attributions.

Importing the room imports spaCy without its command line, which addup never uses and which takes longer to
import than the rest of spaCy; whoever imports `spacy.cli` later gets it as ever.
"""

import sys
from types import ModuleType

if "spacy" not in sys.modules:
    _commands, _info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    _info.info = None  # type: ignore[attr-defined]  # the one name that spaCy takes from there
    sys.modules.update({"spacy.cli": _commands, "spacy.cli.info": _info})
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
