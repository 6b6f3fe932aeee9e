"""Mistakes of a user, told in one line: what is wrong, where, and what to do."""


class StoryError(Exception):
    """A story or a setting that cannot be used; the message names the place and the remedy."""


class Unusable(Exception):
    """A file that cannot be analysed; the message is the reason and the remedy."""
