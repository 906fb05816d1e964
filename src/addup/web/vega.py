"""The script that draws charts: Vega-Lite and its embedding, bundled from what vl-convert carries."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from functools import cache
from importlib.metadata import version
from pathlib import Path

SNIPPET = """
window.addupDraw = (place, spec, options) => vegaEmbed(place, spec, options);
"""
"""What of the bundle the app's own script uses."""
PROGRAM = """
import sys, vl_convert
open(sys.argv[1], "w", encoding="utf-8").write(vl_convert.javascript_bundle(sys.argv[2]))
"""
_making = threading.Lock()


@cache
def script_name() -> str:
    """Name the script by all that goes into it, so that it may be kept for ever."""
    told = f"{version('vl-convert-python')} {SNIPPET}"
    return f"vega-{hashlib.sha256(told.encode()).hexdigest()[:12]}.js"


def made(path: Path) -> Path:
    """Make the script where it is not there yet, which takes seconds."""
    with _making:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            # In a process of its own: vl-convert lets no other thread run while it bundles.
            subprocess.run([sys.executable, "-c", PROGRAM, str(part), SNIPPET], check=True)
            part.replace(path)
    return path
