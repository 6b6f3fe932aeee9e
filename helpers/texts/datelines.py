"""Find the dateline of a wire report: it is no part of the sentence that it stands before."""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
_PLACE = r"[A-Z][\w.’']{1,20}(?: [A-Z][\w.’']{1,20}){0,2}"
_AGENCY = r"(?:\([^()\n]{1,40}\) ?)?"
# A place in capitals with up to three parts behind commas, or a date; or a whole day before or after
# a place in small letters; an agency in brackets; a dash.
DATELINE = re.compile(
    r"(?:[A-Z][A-Z'. ]{2,40}(?:, ?[A-Z0-9][^,()\n–—]{0,30}){0,3}|[A-Z][a-z]{2,8}\.? \d{1,2} "
    rf"|{_DAY}(?:, {_PLACE}){{0,2}} ?|(?:{_PLACE}, ){{1,2}}{_DAY} ?)"
    rf"{_AGENCY}(?:[–—]|-{{1,2}} )\s*(?=[\"“‘'A-Z])"
)


def dateline_end(text: str) -> int:
    """Return where the text begins behind a wire dateline: "OSLO, May 3 (Wire) - "; 0 without one."""
    found = DATELINE.match(text)
    return found.end() if found else 0
