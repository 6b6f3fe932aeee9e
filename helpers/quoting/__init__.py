"""Rules that find who says what, and how firmly."""
