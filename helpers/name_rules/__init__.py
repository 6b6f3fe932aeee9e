"""Rules that find names, cluster them, type them and tell their spellings."""
