"""Split a line into words, numbers in digits and single other characters, with their places."""

import re
from typing import NamedTuple

DASHES = "-‐‑‒–—−"
# Every repetition is bounded or over one class, so that scanning stays linear on any text.
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|(?<![,0-9])[0-9]{1,9},[0-9]{1,2}(?![0-9,])"
    # "75'000", "1.200.000", "75 000", "1 200 450"; "June 13 300 people" is two numbers.
    r"|(?<![0-9'])[0-9]{1,3}(?:'[0-9]{3}){1,6}(?![0-9'])(?:\.[0-9]+)?"
    r"|(?<![0-9.])[0-9]{1,3}\.[0-9]{3}\.[0-9]{3}(?![0-9.])"
    r"|(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){0,5}[ \u00a0\u2009\u202f]000(?![0-9])"
    r"|(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){2,6}(?![0-9])"
    r"|[0-9]{1,3}(?:\u202f[0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)*|(?<![\w.])\.[0-9]+"
    r"|[^\W\d_]+|\S"
)


class Token(NamedTuple):
    """A run of letters, a number in digits, or one other character."""

    text: str
    start: int
    end: int
    lower: str

    @property
    def is_digits(self) -> bool:
        """Whether the token is a number in digits."""
        return self.text[-1] in "0123456789" and self.text[0] in ".0123456789"


def tokenize(text: str) -> list[Token]:
    """Split a text into words, numbers in digits and single other characters."""
    return [
        Token(match[0], match.start(), match.end(), match[0].lower())
        for match in _TOKEN.finditer(text)
    ]


def is_glued(tokens: list[Token], index: int) -> bool:
    """Tell whether a token touches the token before it."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def text_at(tokens: list[Token], index: int) -> str:
    """Return the text of a token, "" before the first and after the last."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def lower_at(tokens: list[Token], index: int) -> str:
    """Return the text of a token in small letters, "" before the first and after the last."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def after_dash(tokens: list[Token], index: int) -> int:
    """Step over a hyphen that joins a number to its unit."""
    joined = index < len(tokens) and tokens[index].text in DASHES and is_glued(tokens, index)
    return index + 1 if joined and is_glued(tokens, index + 1) else index
