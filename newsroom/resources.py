"""Finds the files that ship with the program: templates, catalogues, samples, icons.

A wheel and a frozen build carry them inside the package as ``_resources``; a checkout has them
beside the package as ``resources``. Everyone asks here, so that the difference is known once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """Give the folder that holds all shipped files."""
    package = Path(__file__).resolve().parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


def find(*parts: str) -> Path:
    """Give the path of one shipped file or folder, named from the top of ``resources``."""
    return folder().joinpath(*parts)


def guide(name: str, language: str = "") -> Path:
    """Give the path of a guide that ships with the program, named as in ``docs``; in a language where it is told."""
    stem, dot, ending = name.rpartition(".")
    for one in (f"{stem}.{language}{dot}{ending}", name):
        for path in (find("docs", one), folder().parent / "docs" / one):
            if path.is_file():
                return path
    return path


@cache
def fonts() -> tuple[Path, ...]:
    """Give the folders that hold the house's type, Source Sans and Source Serif."""
    from importlib.util import find_spec

    found = (find_spec(name) for name in ("font_source_sans_pro", "font_source_serif_pro"))
    return tuple(Path(spec.origin).parent / "files" for spec in found if spec and spec.origin)
