"""Rules that read numbers of every kind in one text, with the interval that each stands for."""
