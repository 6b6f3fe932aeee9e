"""Rules that find hype by its form, and the guards that ask what a term describes."""
