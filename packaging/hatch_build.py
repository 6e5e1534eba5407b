"""Compiles the message catalogues when the package is built, so that a wheel needs no compiler."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Writes ``newsroom.mo`` beside each ``newsroom.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling calls it so
        """Compile each catalogue and name it as a file that belongs into the wheel."""
        root = Path(self.root)
        for source in sorted(root.glob("resources/locale/*/LC_MESSAGES/*.po")):
            compiled = source.with_suffix(".mo")
            with source.open("rb") as file:
                catalogue = read_po(file)
            with compiled.open("wb") as file:
                write_mo(file, catalogue)
            inside = Path("newsroom/_resources") / compiled.relative_to(root / "resources")
            build_data["force_include"][str(compiled)] = str(inside)
