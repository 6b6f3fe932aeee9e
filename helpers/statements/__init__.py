"""Rules that read statements out of one article: who is how old, who paid what, what caused what."""
