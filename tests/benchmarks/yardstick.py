"""Load the model and parse every text of a folder with spaCy's default settings: the yardstick."""

import sys
from pathlib import Path

import spacy

from helpers.language import model_package


def main(folder: Path) -> int:
    """Parse the texts and return how many tokens they have, so that nothing is left undone."""
    nlp = spacy.load(model_package())
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt")))
    return sum(len(doc) for doc in nlp.pipe(texts))


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]))} tokens\n")
