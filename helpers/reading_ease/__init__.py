"""What the readability formulas count, and the formulas."""
