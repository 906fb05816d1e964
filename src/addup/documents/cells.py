"""How a cell of a spreadsheet shows its number: the file keeps the number and a format, not what is seen."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

# The formats that Excel numbers instead of writing them out, without the currency signs, which depend on
# where it was sold.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm",
    19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss",
}  # fmt: skip
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+)|(?P<other>.)",
    re.DOTALL,
)
_LAST_DAY = 2_958_465  # 31 December 9999
_GENERAL_DIGITS = 10
_MOST_DECIMALS = 15
_LARGEST = 1e15


def shown(value: float, code: str, *, since_1904: bool = False) -> str:
    """Give a number as its format shows it: "2,400", "12.5%", "$ 900", "14 May 2024".

    A day is written out, with the month as a word, however the format orders its parts: which of "4/5/2024"
    is the month depends on the machine that shows it. What the format leaves out stays out.
    """
    sections = code.split(";")
    section = sections[0]
    tokens = list(_TOKEN.finditer(section))
    plain = "".join(token["other"] or "" for token in tokens).lower().replace("am/pm", "")
    if abs(value) >= _LARGEST:
        return general(value)
    if re.search(r"\[[hms]+\]", section, re.IGNORECASE):  # hours beyond a day
        return f"{int(value * 24)}:{round(value * 1440) % 60:02}"
    if any(token["digits"] for token in tokens) and not re.search(r"e[+-]|/", plain):
        return _number(value, tokens, percent="%" in plain)
    if "general" not in plain and re.search(r"[ydhs]|m", plain):
        return _moment(value, plain, since_1904=since_1904) or general(value)
    return general(value)


def general(value: float) -> str:
    """Give a number as a cell without a format shows it."""
    is_whole = abs(value) < _LARGEST and value == int(value)
    return str(int(value)) if is_whole else format(value, f".{_GENERAL_DIGITS}g")


def day_in_words(day: date) -> str:
    """Give a day in the form that cannot be taken for another: "14 May 2024"."""
    return f"{day.day} {day:%B} {day.year}"


def _number(value: float, tokens: list[re.Match[str]], *, percent: bool) -> str:
    digits = next(token["digits"] for token in tokens if token["digits"])
    whole, _, decimals = digits.rstrip(",").partition(".")
    scaled = Decimal(repr(value)) * (100 if percent else 1)
    scaled /= 1000 ** (len(digits) - len(digits.rstrip(",")))
    places = min(sum(mark in "0#?" for mark in decimals), _MOST_DECIMALS)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    number = f"{rounded:,f}" if "," in whole else f"{rounded:f}".zfill(whole.count("0"))
    if "#" in decimals:
        least = decimals.count("0")
        kept, _, tail = number.partition(".")
        tail = tail[:least] + tail[least:].rstrip("0")
        number = f"{kept}.{tail}" if tail else kept
    parts, seen = [], False
    for token in tokens:
        if token["digits"]:
            parts.append("" if seen else number)
            seen = True
        elif literal := token["quoted"] or token["escaped"] or token["sign"] or token["other"]:
            parts.append(literal)
    return ("-" if scaled < 0 and rounded else "") + "".join(parts).strip()


def _moment(value: float, code: str, *, since_1904: bool) -> str | None:
    """Give a day, an hour or both, as far as the format shows them; None where there is no such day."""
    if not 0 <= value <= _LAST_DAY:
        return None
    begin = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if value >= 61 else 31)
    moment = begin + timedelta(seconds=round(value * 86_400))
    hours = re.search(r"[hs]", code)
    month = "m" in re.sub(r"h+\W*m+|m+\W*s+", "", code)
    parts = [
        str(moment.day) if re.search(r"(?<!d)d{1,2}(?!d)", code) else "",
        f"{moment:%B}" if month else "",
        str(moment.year) if "y" in code else "",
        (f"{moment:%H:%M:%S}" if "s" in code else f"{moment:%H:%M}") if hours else "",
    ]
    return " ".join(filter(None, parts)) or None
