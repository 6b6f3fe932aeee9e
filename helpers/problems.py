"""Mistakes of a user, told in one line: what is wrong, where, and what to do."""


class StoryError(Exception):
    """A story or a setting that cannot be used; the message names the place and the remedy."""


class Unusable(Exception):
    """A file that cannot be analysed; the message is the reason and the remedy."""


def explain(error: OSError) -> str:
    """Return what went wrong with a file in one line: its path, the reason, and a remedy."""
    if error.filename is None:
        return str(error)
    remedy = "check its permissions, or name another folder with --out"
    return f"{error.filename}: {str(error.strerror).lower()}: {remedy}"
