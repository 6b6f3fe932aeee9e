"""Compare two answers to one question, by the kind of answer."""
