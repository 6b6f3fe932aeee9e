"""Cut a text into its lines, and say of each what the classifier asks."""

import re
from dataclasses import dataclass

TERMINALS = frozenset(".!?…:;")

LINE = re.compile(r"[^\r\n]+")
WORD = re.compile(r"\w\S*")
BULLET = re.compile(r"[•‣▪●◦–—*-]\s|#{1,6}\s|>\s")
NUMBERED = re.compile(r"\(?\d{1,3}[.)]\)?\s")


@dataclass(frozen=True)
class Line:
    """A non-empty line, stripped, with what the rules ask of it."""

    number: int
    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        """The words, with what is attached to their ends."""
        return WORD.findall(self.text)

    @property
    def bare(self) -> str:
        """The text without bullets, numbers, emoji and hash marks before its first word."""
        return re.sub(r"^[^\w\"'“‘(]+", "", NUMBERED.sub("", self.text, count=1))

    @property
    def is_marked(self) -> bool:
        """Whether the line starts like an item of a list."""
        return bool(BULLET.match(self.text) or NUMBERED.match(self.text))

    @property
    def is_terminated(self) -> bool:
        """Whether the line ends like a sentence or with a colon; marks and emoji may follow."""
        end = next((c for c in reversed(self.text) if c.isalnum() or c in TERMINALS), "")
        return end in TERMINALS

    @property
    def capitals(self) -> float:
        """The share of longer words that start with a capital, from 0 to 1."""
        longer = [word for word in self.words if len(word) > 3 and not word[0].isdigit()]
        return sum(word[0].isupper() for word in longer) / len(longer) if longer else 0.0


def split_lines(text: str) -> list[Line]:
    r"""Return the non-empty lines; a line ends at ``\r\n``, ``\n`` or a lone ``\r``."""
    lines, number, last = [], 1, 0
    for match in LINE.finditer(text):
        between = text[last : match.start()]
        number += between.count("\n") + between.count("\r") - between.count("\r\n")
        last = match.end()
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            lines.append(Line(number, start, start + len(stripped), stripped))
    return lines
