"""What a story settles over all its articles: who is meant, and which statements answer one question."""
