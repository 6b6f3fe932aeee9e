"""Labels and detectors set against each other."""
