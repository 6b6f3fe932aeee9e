"""The report on paper and screen: one content, built from notebooks, in three forms."""
