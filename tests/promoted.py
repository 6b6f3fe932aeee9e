"""Find hype in a paragraph that follows another, for tests of what counts in company."""

from helpers import hype, language

PROMOTING = (
    "The stunning, jaw-dropping, breathtaking gala was unforgettable. It was truly world-class."
)
SOBER = "The gala was held on Friday. The council paid for it, and the mayor came with two guests."


def hits_after(text, before):
    """Return the hits in `text`, which follows the paragraph `before` of an article."""
    parsed = language.parse_text(f"{before}\n\n{text}\n")
    hits = hype.find_hype([parsed])
    return hits[hits["start"] >= parsed.blocks[-1].block.start]


def found(text, name, before=SOBER):
    """Return what a construction finds in `text`."""
    hits = hits_after(text, before)
    return hits.loc[hits["lexicon_id"] == name, "quote"].tolist()
