"""Rules that find claims to an extreme, and what stands behind each."""
