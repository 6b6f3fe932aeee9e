"""The finding: one sentence with the numbers it was made from."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One sentence a reader may quote, and the numbers it was made from.

    `text` is the whole sentence. `headline`, at most 14 words, is its short form for
    the title of a figure; without one the text itself serves. `evidence` maps names to
    the numbers and sources that the sentence states.
    """

    text: str
    evidence: dict[str, object] = field(default_factory=dict)
    headline: str = ""

    @property
    def title(self) -> str:
        """Return the short form, for the headline of a figure."""
        return self.headline or self.text

    def __repr__(self) -> str:
        from helpers.display import visible

        return f"Finding: {visible(self.text)}"

    def _repr_html_(self) -> str:
        from helpers.display import NO_MATHS, escape

        return f'<blockquote class="{NO_MATHS}"><b>Finding.</b> {escape(self.text)}</blockquote>'
