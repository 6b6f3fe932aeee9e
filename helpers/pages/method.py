"""The last section of the report: what ran, in words, and how to cite it."""

from helpers.pages import pandoc

NAME = "section-method"


def section(run: dict, cite: str) -> list[dict]:
    """Return the section made from the content of run.json."""
    used = {row["path"] for row in run["skipped"] if row["action"] == "skipped"}
    return [
        pandoc.heading(1, "Method and what ran", NAME),
        pandoc.paragraph(_texts(run, len(used))),
        pandoc.table(
            ["source", "file", "SHA-256"],
            [[row["label"], row["source"], row["sha256"]] for row in run["files"]],
            "The texts that were counted, with a digest of each file",
        ),
        *_left_out(run["skipped"]),
        pandoc.heading(2, "Software", f"{NAME}-1"),
        pandoc.paragraph(_software(run)),
        pandoc.paragraph(
            "Packages: " + ", ".join(f"{name} {number}" for name, number in run["software"].items())
        ),
        pandoc.heading(2, "How to cite", f"{NAME}-2"),
        pandoc.paragraph(cite),
    ]


def _texts(run: dict, n_left_out: int) -> str:
    n = len(run["files"])
    read = f"{n} {'text was' if n == 1 else 'texts were'} read and counted"
    left = f"; {n_left_out} {'file was' if n_left_out == 1 else 'files were'} left out"
    return (
        f"{read}{left if n_left_out else ''}. Every number in this report can be walked back to a "
        "file, a line and the words it was counted from: the tables name them. A text with another "
        "digest is another text, and may give other numbers."
    )


def _left_out(skipped: list[dict]) -> list[dict]:
    if not skipped:
        return [pandoc.paragraph("No file was left out, and none needed a warning.")]
    rows = [[row["path"], row["action"], row["reason"]] for row in skipped]
    return [pandoc.table(["file", "what happened", "why"], rows, "Files left out or warned about")]


def _software(run: dict) -> str:
    return (
        f"Version {run['version']} of the notebooks ran on Python {run['software']['python']}, with "
        f"spaCy {run['software']['spacy']} and its small English model "
        f"{run['software']['en_core_web_sm']}. The {len(run['lexicons'])} lists of words have the "
        f"common digest {run['lexicon']}. Intervals that are drawn at random start from the seed "
        f"{run['seed']}, so a second run gives the same numbers. Nothing was fetched from a network."
    )
