"""Even a crash leaves a note: a file that is there while the program runs, and empty when it ended well."""

from __future__ import annotations

import faulthandler
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOG = logging.getLogger(__name__)
NAME = "crash.log"
_MOST = 20_000


@contextmanager
def kept(folder: Path) -> Iterator[str]:
    """Keep a crash note while the program runs; gives what the last run left, or nothing."""
    path = folder / NAME
    last = _read(path)
    try:
        file = path.open("w", encoding="utf-8")
    except OSError:
        yield last
        return
    with file:
        faulthandler.enable(file)
        try:
            yield last
        finally:
            faulthandler.disable()
    path.unlink(missing_ok=True)


def _read(path: Path) -> str:
    try:
        words = path.read_text(encoding="utf-8", errors="replace")[:_MOST]
    except OSError:
        return ""
    if words.strip():
        _LOG.warning("the last run crashed:\n%s", words)
    return words
