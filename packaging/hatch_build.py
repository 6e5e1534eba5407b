"""Compiles the message catalogues when the package is built, and lays the resources into the wheel."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GUIDES = ("search.md", "search.de.md", "server.md", "server.de.md")
"""The pages of ``docs`` that the program shows."""


class Resources(BuildHookInterface[Any]):
    """Writes ``newsroom.mo`` beside each ``newsroom.po``; an editable install then reads both in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each catalogue; a real wheel also carries all resources inside the package."""
        resources = Path(self.root, "resources")
        for source in sorted(resources.glob("locale/*/LC_MESSAGES/*.po")):
            _compile(source)
        if version != "editable":
            build_data["force_include"][str(resources)] = "newsroom/_resources"
            for guide in GUIDES:
                build_data["force_include"][str(Path(self.root, "docs", guide))] = (
                    f"newsroom/_resources/docs/{guide}"
                )


def _compile(source: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file)
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
