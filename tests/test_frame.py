"""Figures hold what they say: nothing cut, nothing on top of anything, legible to every eye."""

import itertools
import warnings

import numpy as np
import pandas as pd
import pytest

from helpers.charts import frame, legibility

LONG = "The Weekly Gazette of a rather long name — Meta’s $14.3 billion and $29 billion, “quoted”"
TITLE = "The $14.3 billion article boosts 3.2 times as often as the $29 billion one"
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIMULATED = {
    "normal": np.eye(3),
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
]
WHITE = np.array([0.95047, 1.0, 1.08883])


def dots(n=5, *, width=frame.WIDTH_DOUBLE, labels=None, **words):
    """Draw one dot a row with its value beside it and frame it."""
    labels = labels or [LONG, *(f"Outlet {place}" for place in range(1, n))]
    data = pd.DataFrame({"source": labels[:n], "per_1000": np.linspace(9, 1, n)})
    figure, axes = frame.canvas(0.36 * n, width=width)
    axes.scatter(data["per_1000"], range(n), color=frame.BLUE)
    axes.set_yticks(range(n), [frame.label(name) for name in data["source"]])
    axes.set_xticks([])
    axes.invert_yaxis()
    for row, value in enumerate(data["per_1000"]):
        words_here = f"{value:.1f}  ({n} in 529 words)"
        axes.annotate(
            words_here, (value, row), (6, 0), textcoords="offset points", va="center", size=7.5
        )
    given = {
        "name": "dots",
        "title": TITLE,
        "subtitle": "Boosters per 1,000 words of own text",
        "source": "Source: five articles",
        "alt": "Dot chart.",
        "caption": "Boosters.",
    }
    return frame.frame(figure, data=data, **given | words)


def drawn_texts(chart):
    """Return the boxes of all words on a figure, in pixels."""
    figure = chart.figure
    renderer = figure.canvas.get_renderer()
    texts = list(figure.texts)
    for axes in figure.axes:
        texts += [*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels(), axes.title]
    return [
        (text.get_text(), text.get_window_extent(renderer))
        for text in texts
        if text.get_visible() and text.get_text().strip()
    ]


@pytest.mark.parametrize("width", [frame.WIDTH_SINGLE, frame.WIDTH_DOUBLE])
@pytest.mark.parametrize("n", [1, 2, 5, 12])
def test_no_text_is_cut_or_overlaps_at_print_width(width, n):
    chart = dots(n, width=width)
    assert len(drawn_texts(chart)) == 3 + 2 * n
    assert legibility.faults(chart) == []


@pytest.mark.parametrize(
    ("place", "options", "fault"),
    [
        ((0.5, 0.5), {"size": 6.9}, "'late' is 6.9 pt"),
        ((0.99, 0.5), {"size": 8, "transform": "figure"}, "'late' is cut"),
        ((0.5, -0.01), {"size": 8, "transform": "figure"}, "'late' is cut"),
        ((0.01, 0.98), {"size": 8, "va": "top", "transform": "figure"}, "'late' lies on 'Short'"),
    ],
)
def test_faults_are_found(place, options, fault):
    chart = dots(title="Short", labels=list("abcde"))
    where = options.pop("transform", None)
    chart.figure.text(*place, "late", **options) if where else chart.figure.axes[0].text(
        *place, "late", **options
    )
    found = [line for line in legibility.faults(chart) if "late" in line]
    assert [line.replace("'Short' lies on 'late'", fault) for line in found] == [fault]


@pytest.mark.parametrize("width", [frame.WIDTH_SINGLE, frame.WIDTH_DOUBLE])
def test_width_stays_and_a_long_headline_makes_the_figure_higher(width):
    short, long = dots(width=width, title="Short"), dots(width=width, title=" ".join([TITLE] * 3))
    assert short.figure.get_figwidth() == long.figure.get_figwidth() == pytest.approx(width)
    assert long.figure.get_figheight() > short.figure.get_figheight() + 0.3
    plots = [
        chart.figure.axes[0].get_position().height * chart.figure.get_figheight()
        for chart in (short, long)
    ]
    assert plots[0] == pytest.approx(plots[1], abs=0.02)


def test_charts_are_as_wide_as_a_page_or_as_asked(monkeypatch):
    monkeypatch.delenv("FIGURE_WIDTH", raising=False)
    assert frame.canvas(1.0)[0].get_figwidth() == pytest.approx(183 / 25.4) and not frame.narrow()
    monkeypatch.setenv("FIGURE_WIDTH", "89")
    assert frame.canvas(1.0)[0].get_figwidth() == pytest.approx(89 / 25.4) and frame.narrow()


def test_every_word_of_a_headline_is_drawn():
    words = " ".join(f"word{place}" for place in range(40))
    chart = dots(width=frame.WIDTH_SINGLE, title=words, subtitle="x" * 400)
    drawn = [text.get_text() for text in chart.figure.texts]
    assert drawn[0].split() == words.split()
    assert drawn[1].replace("\n", "") == "x" * 400


def test_words_held_together_stay_on_one_line():
    chart = dots(width=frame.WIDTH_SINGLE, subtitle="■\u00a0measurable, " * 12)
    lines = chart.figure.texts[1].get_text().split("\n")
    assert len(lines) > 3 and not any(line.rstrip().endswith("■") for line in lines)


def test_no_text_is_smaller_than_seven_points():
    chart = dots()
    sizes = [
        text.get_fontsize()
        for text in [*chart.figure.texts, *chart.figure.axes[0].get_yticklabels()]
    ]
    assert min(sizes) >= 7


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$14.3 billion and $29", r"\$14.3 billion and \$29"),
        ("two\nlines\tand a bell\a", "two lines and a bell"),
        ("turned \u202etxt.exe\u202c round", "turned txt.exe round"),
        ("zero\u200bwidth", "zerowidth"),
        (" held\u00a0together  by a space ", "held\u00a0together by a space"),
        ("東京", "□□"),
        ("Ärger — “œuvre”", "Ärger — “œuvre”"),
    ],
)
def test_label_makes_text_drawable(text, shown):
    assert frame.label(text) == shown
    assert frame.label(frame.label(text)) == shown


def test_label_shortens_at_a_word():
    assert frame.label("one two three four", limit=12) == "one two…"
    assert len(frame.label("x" * 99, limit=12)) <= 12


def test_money_is_drawn_as_written_and_nothing_warns():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = dots(labels=["$1 and $2 東京 \u202e", "b", "c", "d", "e"])
        chart._repr_png_()
    plain = dots(labels=["1 and 2 □□", "b", "c", "d", "e"])
    with_signs, without = (max(box.width for _, box in drawn_texts(c)[-5:]) for c in (chart, plain))
    assert with_signs > without  # two signs are drawn, not taken for the bounds of a formula


def test_chart_speaks_for_itself():
    chart = dots(alt="Dot chart: A 7.6, B 5.0.", caption="Boosters per 1,000 words.")
    assert repr(chart) == "Chart: Dot chart: A 7.6, B 5.0."
    bundle, about = chart._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert about["image/png"]["name"] == "dots"
    assert about["image/png"]["caption"] == "Boosters per 1,000 words."


def test_a_chart_without_words_is_refused():
    with pytest.raises(ValueError, match="alt"):
        dots(alt=" ")


def linear(colour):
    """Return a hex colour as linear RGB."""
    values = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """Return linear RGB as CIE L*a*b*."""
    scaled = np.array(TO_XYZ) @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(scaled > 216 / 24389, np.cbrt(scaled), (24389 / 27 * scaled + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def smallest_distance(colours, sight):
    """Return the smallest difference (CIE 1976) of two colours as some eyes see them."""
    seen = [lab(np.array(SIMULATED[sight]) @ linear(colour)) for colour in colours]
    return min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2))


def contrast(colour, ground="#FFFFFF"):
    """Return the contrast ratio of WCAG 2."""
    light = sorted(linear(c) @ np.array(TO_XYZ[1]) for c in (colour, ground))
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("sight", SIMULATED)
def test_series_can_be_told_apart_by_every_eye(sight):
    assert smallest_distance(frame.SERIES, sight) > 15


def test_accent_stands_out_from_grey_for_every_eye():
    assert min(smallest_distance([frame.BLUE, frame.GREY], sight) for sight in SIMULATED) > 20


def test_the_measure_of_distance_finds_a_poor_palette():
    default = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd"]
    assert smallest_distance(default, "protan") < 10


def test_contrasts_on_white():
    assert contrast(frame.INK) > 12
    assert contrast(frame.SECOND) >= 4.5
    assert min(contrast(colour) for colour in frame.SERIES) > 3
    assert contrast(frame.GREY) > 3
