"""The same text gives the same bytes, whatever was read before it and in whichever process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import addup

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
READ = """
import json, sys, addup
for text in json.load(sys.stdin):
    print(json.dumps(addup.read(text, published="2024-05-16").to_dict(), ensure_ascii=False))
"""


def read_elsewhere(texts: list[str], seed: str) -> list[str]:
    """Read texts one after the other in a process of its own, with a hash seed of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", READ]
    ended = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True, env=environment
    )
    return ended.stdout.splitlines()


def test_neither_what_was_read_before_nor_the_process_changes_a_byte() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    here = [
        json.dumps(addup.read(text, published="2024-05-16").to_dict(), ensure_ascii=False) for text in texts
    ]
    assert read_elsewhere(texts[::-1], "1")[::-1] == here
    assert read_elsewhere(texts[3:] + texts[:3], "2") == here[3:] + here[:3]
