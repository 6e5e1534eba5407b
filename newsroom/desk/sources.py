"""Which files an import means: the named ones, and those that folders hold, in sorted order."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom import resources
from newsroom.desk.reports import Refusal
from newsroom.domain.errors import Refused, reason_of
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""In a folder these are no stories; they come in with the story that shows them."""

PAGES = frozenset({".html", ".htm", ".xhtml"})
BESIDE = ("_files", "-files", ".files", "_Dateien", "-Dateien", "-pictures")
"""How browsers, and we, name the folder of a page's parts after the page."""


def files(paths: Iterable[Path]) -> Iterator[Path | Refusal]:
    """Give each file that is meant, once; hidden files of folders are passed over."""
    seen: set[Path] = set()
    for path in paths:
        for found in _files_of(path):
            if isinstance(found, Refusal):
                yield found
            elif found not in seen:
                seen.add(found)
                yield found


def _files_of(path: Path) -> Iterator[Path | Refusal]:
    if not path.is_dir():
        yield path
        return
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unreadable.append):
        parts = _parts_of_pages(names)
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or name in parts))
        for name in sorted(names):
            if _is_story(Path(folder), name):
                yield Path(folder, name)
    for fault in unreadable:
        yield Refusal(str(fault.filename), reason(fault))


def _parts_of_pages(names: Iterable[str]) -> frozenset[str]:
    """Give the folders in which browsers lay what belongs to pages: a page there is an advertisement."""
    pages = (Path(name).stem for name in names if Path(name).suffix.lower() in PAGES)
    return frozenset(stem + ending for stem in pages for ending in BESIDE)


def _is_story(folder: Path, name: str) -> bool:
    if name.startswith((".", "~$")) or Path(name).suffix.lower() in PICTURES:
        return False
    return not (name == "README.md" and folder.resolve() == resources.find("sample").resolve())


def load(path: Path) -> bytes | Refusal:
    """Give the bytes of a file, or the reason why not."""
    from newsroom.formats.guard.magic import check_size

    try:
        if path.exists() and not path.is_file():
            return Refusal(str(path), msg(N_("This is no file.")))
        check_size(path.stat().st_size)
        return path.read_bytes()
    except Refused as refused:
        return Refusal(str(path), refused.message)
    except (OSError, ValueError) as fault:
        return Refusal(str(path), reason(fault))


def reason(fault: OSError | ValueError) -> Message:
    """Say in one sentence why a file could not be read."""
    number = fault.errno if isinstance(fault, OSError) else None
    if number in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
        return msg(N_("There is no such file."))
    if number in {errno.EACCES, errno.EPERM}:
        return msg(N_("The file may not be read; ask whoever owns it."))
    return msg(N_("The file cannot be read: {reason}."), reason=reason_of(fault))
