"""README.md of the figures: every figure with caption, alt text and a link to its data."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from helpers.display import visible

INTRODUCTION = (
    "Made by the notebooks; every run writes this page again. Each figure comes as a picture for "
    "print (`.png`, 300 dpi), as vectors with text that can be edited (`.svg`, `.pdf`), with the "
    "data it was drawn from (`.csv`) and with its words (`.txt`). All are 183 mm wide, two columns "
    "of print; `make figures WIDTH=89` draws those for one column into `89mm/`."
)
ENTITIES = str.maketrans({"$": "&#36;", "<": "&lt;", ">": "&gt;", "&": "&amp;"})
# What makes markup anywhere in a line, an address into a link, and a line into something else.
MARKUP = re.compile(r"[\\`*_\[\]~]|(?<=:)//|(?<=www)\.|^[#+\-=](?=\W)")
NUMBERED = re.compile(r"^(\d+)(?=[.)]\s)")


class Shown(Protocol):
    """What a page needs to know of a figure."""

    name: str
    title: str
    alt: str
    caption: str


def build(
    pictures: Iterable[Shown], files: Mapping[str, list[str]], *, title: str, cite: str
) -> str:
    """Return the page in Markdown; `files` maps a figure's name to the names of its files."""
    parts = [
        f"# Figures: {escape(title)}",
        INTRODUCTION,
    ]
    for picture in pictures:
        links = " · ".join(f"[{Path(file).suffix[1:]}]({file})" for file in files[picture.name])
        parts += [
            f"## {escape(picture.title)}",
            f"![{escape(picture.alt)}]({picture.name}.png)",
            escape(picture.caption),
            f"Alt text: {escape(picture.alt)}",
            f"Files `{picture.name}`: {links}",
        ]
    return "\n\n".join([*parts, f"How to cite: {escape(cite)}"]) + "\n"


def escape(text: str) -> str:
    """Return text on one line of Markdown in which nothing is markup or mathematics."""
    line = MARKUP.sub(r"\\\g<0>", " ".join(visible(text).split()))
    line = NUMBERED.sub(r"\1\\", line)
    return line.translate(ENTITIES)
