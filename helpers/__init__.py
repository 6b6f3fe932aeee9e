"""Compare several articles about one event, source by source."""
