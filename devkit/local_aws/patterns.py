"""The service model's patterns are Java regular expressions: compile them as Python ones.

SageMaker checks a value with Java's `matches()`, which must cover all of it, so use `fullmatch` on
what `compiled` returns. Python's `re` refuses `\\p{L}`, lets `.` match a carriage return and lets
`\\d` match Arabic digits; each would make the fake differ from the service.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

# Java's `.` stops at every Unicode line terminator, Python's only at "\n"
# [java.util.regex.Pattern, "Line terminators"].
_ANY_CHARACTER = r"[^\n\r\x85\u2028\u2029]"

# POSIX classes are ASCII only in Java unless UNICODE_CHARACTER_CLASS is set [same page].
_POSIX = {"Alnum": "a-zA-Z0-9", "Alpha": "a-zA-Z", "Digit": "0-9"}

# Java reads two escaped surrogates as the one character they encode; Python as two.
_SURROGATE_PAIR = re.compile(r"\\u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2})", re.IGNORECASE)

_PART = re.compile(
    r"\\[pP](?:\{\w+\}|\w)"  # a character property
    r"|\\."  # any other escape
    r"|\$\{\d+,\d+\}"  # a quantified "$", as in botocore's tag patterns: one is enough
    r"|.",
    re.DOTALL,
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, as found in the service model, for use with `fullmatch`."""
    return re.compile("".join(_translated(pattern)), re.ASCII)


def _translated(pattern: str) -> Iterator[str]:
    inside_class = False
    for part in _PART.findall(_SURROGATE_PAIR.sub(_joined, pattern)):
        if part[:2] in (r"\p", r"\P"):
            members = _property(part[2:].strip("{}"))
            if inside_class and part[1] == "P":
                raise ValueError(f"{part} inside a character class: {pattern}")
            negation = "^" if part[1] == "P" else ""
            yield members if inside_class else f"[{negation}{members}]"
        elif part == "." and not inside_class:
            yield _ANY_CHARACTER
        elif len(part) > 1 and part.startswith("$"):
            yield "$"
        else:
            if part in "[]":
                inside_class = part == "["
            yield part


def _joined(pair: re.Match[str]) -> str:
    high, low = (int(half, 16) for half in pair.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"


def _property(name: str) -> str:
    """The inside of a character class that matches `\\p{name}`."""
    if name in _POSIX:
        return _POSIX[name]
    ranges = [(first, last) for category, first, last in _categories() if category.startswith(name)]
    if not ranges:
        raise ValueError(f"unknown character property {name}")
    return "".join(f"\\U{first:08X}-\\U{last:08X}" for first, last in ranges)


@cache
def _categories() -> list[tuple[str, int, int]]:
    """Every run of code points of one general category: [("Lu", 0x41, 0x5A), …]."""
    runs = []
    codes = range(sys.maxunicode + 1)
    for category, group in groupby(codes, key=lambda code: unicodedata.category(chr(code))):
        run = list(group)
        runs.append((category, run[0], run[-1]))
    return runs
