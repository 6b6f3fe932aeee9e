"""Find the dateline of a wire report: it is no part of the sentence that it stands before."""

import re

# A place in capitals with up to three parts behind commas, or a date; an agency in brackets; a dash.
DATELINE = re.compile(
    r"(?:[A-Z][A-Z'. ]{2,40}(?:, ?[A-Z0-9][^,()\n–—]{0,30}){0,3}|[A-Z][a-z]{2,8}\.? \d{1,2} )"
    r"(?:\([^()\n]{1,40}\) ?)?(?:[–—]|-{1,2} )\s*(?=[\"“‘'A-Z])"
)


def dateline_end(text: str) -> int:
    """Return where the text begins behind a wire dateline: "OSLO, May 3 (Wire) - "; 0 without one."""
    found = DATELINE.match(text)
    return found.end() if found else 0
