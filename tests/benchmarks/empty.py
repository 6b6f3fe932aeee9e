"""Execute notebooks that only import pandas and matplotlib, the way the report runs its own."""

import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from helpers import paths
from helpers.publishing import execute


def main(folder: Path, n: int) -> None:
    """Write `n` such notebooks to `folder` and execute them."""
    folder.mkdir()
    files = [folder / f"{number}.ipynb" for number in range(n)]
    for file in files:
        cell = new_code_cell("import pandas\nfrom matplotlib import pyplot", id="import")
        nbformat.write(new_notebook(cells=[cell]), file)
    execute.execute(files, folder, story=paths.SEEDS, out=folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
