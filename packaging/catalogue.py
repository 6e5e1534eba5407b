"""Brings the message catalogues up to date with the program's texts and tells what is not translated.

``python packaging/catalogue.py`` updates; with ``--check`` nothing is written and a gap is an error.
"""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "msg": (1,), "msgs": (1, 2), "Ns_": (1, 2), "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Give every text of the program, with the files that say it."""
    found = Catalog(charset="utf-8")
    for path in sorted((ROOT / "newsroom").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for _line, text, _comments, _context in extract_from_file("python", path, keywords=KEYWORDS):
            if text and (not isinstance(text, tuple) or all(text)):
                found.add(text, locations=[(name, 0)])
        for inner in _within_strings(path.read_text("utf-8")):
            found.add(inner, locations=[(name, 0)])
    return found


def _within_strings(source: str) -> list[str | tuple[str, ...]]:
    """Give the texts that are said inside formatted strings, where the extractor does not look."""
    strings = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.JoinedStr)]
    calls = [call for one in strings for call in ast.walk(one) if isinstance(call, ast.Call)]
    found: list[str | tuple[str, ...]] = []
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS:
            wanted = KEYWORDS[call.func.id] or (1,)
            said = [part.value for part in call.args[: len(wanted)] if isinstance(part, ast.Constant)]
            if len(said) == len(wanted):
                found.append(str(said[0]) if len(said) == 1 else tuple(map(str, said)))
    return found


def gaps(catalogue: Catalog) -> list[str]:
    """Give the texts without a translation."""
    return [_first(entry.id) for entry in catalogue if entry.id and not _whole(entry.string)]


def _first(text: str | list[str] | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


def _whole(translation: str | list[str] | tuple[str, ...] | None) -> bool:
    return bool(translation) and all(translation or "")


def updated(source: Path, texts: Catalog) -> Catalog:
    """Give a catalogue with the program's texts of today; texts that are no longer said are dropped."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    catalogue.update(texts, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def main(arguments: list[str]) -> int:
    """Update or check every catalogue."""
    texts, missing = extracted(), 0
    for source in sorted(ROOT.glob("resources/locale/*/LC_MESSAGES/*.po")):
        catalogue = updated(source, texts)
        for text in gaps(catalogue):
            missing += 1
            print(f"{source.parent.parent.name}: {text!r}")
        if "--check" not in arguments:
            held = io.BytesIO()
            write_po(held, catalogue, omit_header=False, sort_output=True, include_lineno=False, width=110)
            source.write_bytes(held.getvalue())
    print(f"{missing} texts without a translation")
    return int(bool(missing) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
