"""Gives filled libraries to benchmarks: each size is made once a run, or once for all in a folder one names.

A million stories take half an hour to make: with the environment's ``NEWSROOM_BENCHMARKS`` a folder keeps
them for the next run. Benchmarks that change a library do so in what they take back.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import tempfile
from functools import cache
from itertools import islice
from pathlib import Path

from newsroom.domain.person import Person
from newsroom.library import open_library
from tests.benchmarks.corpus import SIZES, Corpus

PERSON = Person("Bench")
PIECE = 10_000


def filled(size: str) -> Path:
    """Give the path of a library with as many stories as the size says."""
    path = _folder() / f"{size}.newsroom"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        fill(making, size)
        making.rename(path)
    return path


def copied(size: str, folder: Path) -> Path:
    """Give the path of a copy of such a library, for what changes it for good."""
    return Path(shutil.copy(filled(size), folder))


def kept_in(name: str) -> Path:
    """Give a folder for what takes long to make, which is kept where the libraries are."""
    return _folder() / name


def fill(path: Path, size: str) -> None:
    """Make a library of a size at a path."""
    stories = Corpus().stories(SIZES[size])
    with open_library(path) as library:
        while piece := list(islice(stories, PIECE)):
            library.stories.add_many([(story, "") for story in piece], PERSON)


def raw(path: Path) -> sqlite3.Connection:
    """Open a library's file without anything of ours, safe as ours is."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


@cache
def _folder() -> Path:
    named = os.environ.get("NEWSROOM_BENCHMARKS")
    if named:
        return Path(named)
    made = tempfile.TemporaryDirectory(prefix="newsroom-bench-")
    atexit.register(made.cleanup)
    return Path(made.name)
