"""Letters that were spoilt before a text came here, by a program that took its encoding for another one."""

from __future__ import annotations

import re

# How the bytes from 0x80 on look to a program that takes UTF-8 for the encoding of Windows. Five of them mean
# nothing there; such programs keep them as control characters.
_LOOKS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_BYTES = {look: byte for byte, look in _LOOKS.items()}
_REST = "[" + re.escape("".join(_LOOKS[byte] for byte in range(0x80, 0xC0))) + "]"
_SPOILT = re.compile(
    f"[\u00c2-\u00df]{_REST}|[\u00e0-\u00ef]{_REST}{{2}}|[\u00f0-\u00f4]{_REST}{{3}}|â€\ufffd?"
)
# What no text has by itself: "â€" and another, and a capital with a tilde or a hat before a sign such as "©".
# "Ã”" alone may be the end of a quoted word in capitals.
_UNMISTAKABLE = re.compile(f"â€|[ÂÃ][\u00a0-\u00bf]|â{_REST}[\u0080-\u00bf]")
_CLOSING_QUOTE = "”"  # the only mark in wide use whose last byte means nothing to Windows, and is dropped


def put_right(text: str) -> tuple[str, int]:
    """Give a text with what was spoilt put right ("donâ€™t" becomes "don’t"), and in how many places.

    A text without anything that only comes about in this way stays as it is.
    """
    if not _UNMISTAKABLE.search(text):
        return text, 0
    count = 0

    def right(match: re.Match[str]) -> str:
        nonlocal count
        try:
            letter = bytes(_BYTES[look] for look in match[0]).decode()
        except (KeyError, UnicodeDecodeError):
            if not match[0].startswith("â€"):
                return match[0]
            letter = _CLOSING_QUOTE
        count += 1
        return letter

    return _SPOILT.sub(right, text), count
