"""Sentences a reader may quote, computed from the tables, one module a measure."""
