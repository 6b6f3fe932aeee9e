"""Draw evidence cards: the sentences that contradict one another, side by side."""

from itertools import pairwise

import pandas as pd
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle

from helpers.charts.frame import (
    GREY,
    INK,
    RULE,
    SECOND,
    Chart,
    canvas,
    frame,
    label,
    narrow,
    page_width,
)
from helpers.findings.finding import Finding

MAX_CARDS = 6
MAX_COLUMNS = 3
# Inches; in one column of print, where cards lie in a pile, no question begins below.
LAST = 6.5
SIZE = 7.5  # points
LINE = 0.145  # inches from line to line
MARGINS = 0.14  # inches, both together
GAP = 0.12  # inches between cards
LONGEST = 320  # characters of a sentence; the stated words stay in view


def evidence_cards(cards: pd.DataFrame, finding: Finding) -> Chart:
    """Draw for each conflict one sentence for each set of values that can be true together.

    Takes `grid.cards`. The stated words are bold and underlined.
    """
    names = list(dict.fromkeys(cards["question"]))
    figure, axes = canvas(1.0)
    write = _Writer(figure, axes)
    top, drawn = 0.0, []
    for name in names[:MAX_CARDS]:
        if top < LAST or not narrow():
            own = cards[cards["question"] == name].head(MAX_COLUMNS)
            top = _draw_row(write, own, top) + 0.12
            drawn.append(name)
    if not drawn:
        axes.text(0, 0.1, "No two articles contradict each other.", fontsize=8, va="top")
        top = 0.4
    figure.set_figheight(top)
    axes.set_xlim(-0.01, _width() + 0.01)
    axes.set_ylim(top, 0)
    axes.axis("off")
    n = len(drawn)
    some = f"The first {n} of {len(names)}" if n < len(names) else f"{n}"
    return frame(
        figure,
        name="fact-evidence",
        title=finding.title,
        subtitle=f"{some} questions with answers that exclude one another, a sentence for each; "
        "bold and underlined: the words the value was read from",
        source="Source: the articles' own words.",
        alt=f"Evidence cards for {n} questions: sentences side by side. {finding.text}",
        caption="Sentences from different articles that cannot all be true. Letters as in the "
        "fact grid; no order of truth is meant.",
        data=cards[cards["question"].isin(drawn)].reset_index(drop=True),
    )


def _width() -> float:
    """Return the width within the margins, in inches."""
    return page_width() - MARGINS


def _draw_row(write: "_Writer", own: pd.DataFrame, top: float) -> float:
    """Draw the cards of one question from `top` down and return where they end, in inches."""
    limit = 46 if narrow() else 90
    write.line(label(own["question"].iloc[0], limit=limit), 0, top + LINE, bold=True, size=8.5)
    begin = top + 1.6 * LINE
    if narrow():
        for card in own.itertuples():
            begin = _draw_box(write, [card], begin) + 0.5 * GAP
        return begin - 0.5 * GAP
    return _draw_box(write, list(own.itertuples()), begin)


def _draw_box(write: "_Writer", cards: list, top: float) -> float:
    """Draw cards side by side, all as high as the highest, and return where they end."""
    width = (_width() - GAP * (len(cards) - 1)) / len(cards)
    lefts = [place * (width + GAP) for place in range(len(cards))]
    ends = [
        _draw_card(write, card, left + 0.07, top, width - 0.14)
        for card, left in zip(cards, lefts, strict=True)
    ]
    bottom = max(ends) + 0.4 * LINE
    for left in lefts:
        write.axes.add_patch(Rectangle((left, top), width, bottom - top, facecolor="none",
                                       edgecolor=GREY, linewidth=0.6))  # fmt: skip
    return bottom


def _draw_card(write: "_Writer", card, left: float, top: float, width: float) -> float:
    status = "" if card.status == "asserted" else f", {card.status}"
    write.line(label(f"{card.group}  {card.shown}{status}", limit=44), left, top + 1.2 * LINE,
               bold=True)  # fmt: skip
    others = f" and {card.n_sources - 1} more" if card.n_sources > 1 else ""
    write.line(_who(write, card, others, width), left, top + 2.2 * LINE, colour=SECOND, size=7)
    y = top + 3.4 * LINE
    write.axes.plot([left, left + width], [y - 0.85 * LINE] * 2, color=RULE, linewidth=0.6)
    return write.paragraph(_marked_words(card), left, y, width)


def _who(write: "_Writer", card, others: str, width: float) -> str:
    """Return source and line in as much of the source's label as there is room for."""
    font = FontProperties(family="DejaVu Sans", size=7)
    for limit in range(32, 3, -2):
        who = f"{label(card.label, limit=limit)}{others}, line {card.line}"
        if write.width(who, font) <= width:
            break
    return who


def _marked_words(card) -> list[list[tuple[str, bool]]]:
    """Return the words of a sentence, each in pieces, and which pieces are stated.

    A word is cut where the stated words begin and end: "stake—signals" is stated up to the dash.
    """
    begin, end, text = card.quote_start, card.quote_end, card.sentence
    first = max(0, begin - LONGEST // 2) if len(text) > LONGEST else 0
    last = min(len(text), max(end, first + LONGEST))
    words, place = [], first
    for word in text[first:last].split(" "):
        inside = {cut - place for cut in (begin, end) if place < cut < place + len(word)}
        cuts = pairwise(sorted({0, len(word)} | inside))
        pieces = [(label(word[a:b]), begin <= place + a < end) for a, b in cuts]
        if word.strip():
            words.append([piece for piece in pieces if piece[0]])
        place += len(word) + 1
    head = [[("…", False)]] if first else []
    return [*head, *words, *([[("…", False)]] if last < len(text) else [])]


class _Writer:
    """Set words on axes whose units are inches, measured as rendered."""

    def __init__(self, figure, axes):
        self.axes = axes
        self.dpi = figure.dpi
        self.renderer = figure.canvas.get_renderer()

    def width(self, text: str, font: FontProperties) -> float:
        """Return the width of a text in inches."""
        plain = text.replace("\\$", "$")
        return self.renderer.get_text_width_height_descent(plain, font, ismath=False)[0] / self.dpi

    def line(self, text, left, y, *, bold=False, size=SIZE, colour=INK, fits=False) -> None:
        """Write one line with its foot at `y`; the layout need not measure what is known to fit."""
        weight = "bold" if bold else "normal"
        self.axes.text(left, y, text, fontsize=size, color=colour, weight=weight, va="baseline",
                       in_layout=not fits)  # fmt: skip

    def paragraph(self, words: list[list[tuple[str, bool]]], left, y, width) -> float:
        """Write words in lines of this width, the stated pieces bold and underlined."""
        plain = FontProperties(family="DejaVu Sans", size=SIZE)
        bold = FontProperties(family="DejaVu Sans", size=SIZE, weight="bold")
        space, x, under = self.width("n", plain) * 0.5, left, None
        for pieces in words:
            sizes = [self.width(piece, bold if stated else plain) for piece, stated in pieces]
            if x > left and x + sum(sizes) > left + width:
                x, y, under = left, y + LINE, None
            for (piece, stated), wide in zip(pieces, sizes, strict=True):
                self.line(piece, x, y, bold=stated, fits=wide <= width)
                if stated:
                    begin = x if under is None else under
                    self.axes.plot([begin, x + wide], [y + 0.025] * 2, color=INK, linewidth=0.7)
                x, under = x + wide, x + wide if stated else None
            x += space
        return y
