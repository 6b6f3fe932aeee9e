"""Read and check `story.toml`, the optional settings of a story. It is data, never run."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from helpers.paths import SETTINGS
from helpers.problems import StoryError, Unusable
from helpers.texts.blocks import KINDS
from helpers.texts.files import is_inside, read_plain


def as_iso_date(value: object) -> str:
    """Return a TOML date, or text that reads like one, as YYYY-MM-DD."""
    try:
        return value.isoformat() if isinstance(value, date) else str(date.fromisoformat(value))
    except (TypeError, ValueError):
        raise ValueError("expected a date such as 2025-06-13") from None


IsoDate = Annotated[str, BeforeValidator(as_iso_date)]


class Table(BaseModel):
    """A table of `story.toml`: an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Table):
    """What the reader knows of one article."""

    label: str = ""
    outlet: str = ""
    author: str = ""
    date: IsoDate = ""
    url: str = ""


class Entity(Table):
    """A name of the story, its type and its other spellings."""

    type: Literal["person", "organisation", "place", "product", "event", "other"] = "other"
    aliases: tuple[str, ...] = ()


class Reference(Table):
    """A value that the reader holds to be right, and where it is from."""

    value: str
    source: str


class Attribute(Table):
    """A question of the reader's own: which words announce the value, and of what unit."""

    words: tuple[str, ...] = Field(min_length=1)
    unit: Literal["money", "percent", "age", "date", "count", "duration", "name", "words"]
    subject: str = ""
    reference: Reference | None = None


class Settings(Table):
    """The whole of `story.toml`; every part may be missing."""

    title: str = ""
    sources: dict[str, Source] = {}
    lines: dict[str, dict[int, Literal[KINDS]]] = {}
    entities: dict[str, Entity] = {}
    attributes: dict[str, Attribute] = {}


def read_settings(folder: Path) -> Settings:
    """Return the checked settings of the story in `folder`; without a file, the defaults.

    Raises `StoryError` that names the file, the key and what was expected.
    """
    file = folder / SETTINGS
    if not file.is_file():
        return Settings()
    if not is_inside(file, folder):
        raise StoryError(f"{file}: a link out of the folder: copy the file itself into it")
    try:
        return Settings.model_validate(tomllib.loads(read_plain(file).decode("utf-8-sig")))
    except ValidationError as error:
        raise StoryError(f"{file}: {explain(error)}") from None
    except tomllib.TOMLDecodeError as error:
        raise StoryError(f"{file}: not valid TOML: {error}") from None
    except RecursionError:
        raise StoryError(f"{file}: nested too deeply: write plain tables and lists") from None
    except Unusable as problem:
        raise StoryError(f"{file}: {problem}") from None
    except OSError as error:
        raise StoryError(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise StoryError(f"{file}: not UTF-8 text: save it as UTF-8") from None


def explain(error: ValidationError) -> str:
    """Return the first mistake: the key, what was expected, and what stands there."""
    first = error.errors()[0]
    key = ".".join(f'"{part}"' if "." in str(part) else str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"unknown key {key}: remove it or correct its spelling"
    return (
        f"{key}: {first['msg'].removeprefix('Value error, ').lower()}, not {first['input']!r:.80}"
    )
