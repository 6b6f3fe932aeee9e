"""Make a folder of articles for timing: paragraphs of the seeds, with other names and numbers."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PARAGRAPHS = (14, 26)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
NUMBER = re.compile(r"\d+")
SYLLABLES = ["ba", "den", "gor", "hil", "kas", "lum", "mer", "nor", "pel", "ris", "sto", "tam"]
SHARE_RENAMED = 0.5


def paragraphs(folder: Path) -> list[str]:
    """Return the lines of the texts in `folder` that are long enough to be paragraphs."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt")))
    return [line.strip() for text in texts for line in text.splitlines() if len(line.split()) > 12]


def articles(n: int, folder: Path = SEEDS) -> Iterator[str]:
    """Yield `n` texts of about 800 words; the first of them are the same for any `n`."""
    pool = paragraphs(folder)
    for number in range(n):
        draw = random.Random(number)
        chosen = draw.sample(pool, min(draw.randint(*PARAGRAPHS), len(pool)))
        title = " ".join(chosen[0].split()[:8])
        yield "\n\n".join([title, *vary(chosen, draw)]) + "\n"


def vary(lines: list[str], draw: random.Random) -> list[str]:
    """Return the lines with half of the names changed, each to one other, and all numbers."""
    names = sorted({name for line in lines for name in NAME.findall(line)})
    others = {
        name: "".join(draw.choices(SYLLABLES, k=3)).capitalize()
        for name in names
        if draw.random() < SHARE_RENAMED
    }
    renamed = [NAME.sub(lambda m: others.get(m.group(), m.group()), line) for line in lines]
    return [NUMBER.sub(lambda m: redrawn(m.group(), draw), line) for line in renamed]


def redrawn(digits: str, draw: random.Random) -> str:
    """Return another number of as many digits; a year stays one."""
    if len(digits) == 4 and digits.startswith(("19", "20")):
        return str(draw.randint(1990, 2026))
    return str(draw.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))


def write(folder: Path, n: int, source: Path = SEEDS) -> int:
    """Write `n` articles into `folder` and return how many words they have."""
    folder.mkdir(parents=True)
    words = 0
    for number, text in enumerate(articles(n, source)):
        (folder / f"{number:06d}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words
