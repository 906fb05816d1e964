"""spaCy without its command line, which addup never uses and which takes longer to import than the rest.

The doors of the room (`read`, `model`, `amounts`) import this before all else of spaCy. What looks at texts
without spaCy (`tables`) does not: who only groups or shows readings need not wait for it. Whoever imports
`spacy.cli` later gets it as ever.
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
