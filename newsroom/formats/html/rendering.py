"""Fills the program's own templates."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from newsroom import resources
from newsroom.formats.html.markup import Html
from newsroom.formats.html.notices import words_for

if TYPE_CHECKING:
    from jinja2 import Environment

    from newsroom.formats import Writing


@dataclass(frozen=True, slots=True)
class Step:
    """A way from one page to another."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Way:
    """Where a page stands among others: its pictures beside it, the index, and its neighbours."""

    beside: bool = False
    index: str = ""
    earlier: Step | None = None
    later: Step | None = None


NO_WAY = Way()


def render(template: str, writing: Writing, language: str, **values: Any) -> bytes:
    """Fill a template in the words of a language."""
    style, digest = style_and_digest()
    filled = (
        _environment()
        .get_template(template)
        .render(
            say=words_for(language), house=house_values(writing), style=Html(style), digest=digest, **values
        )
    )
    return filled.encode(errors="replace")


def house_values(writing: Writing) -> dict[str, Any]:
    """Give what a template says of the house."""
    return {"name": writing.house.name, "language": writing.house.language}


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(resources.find("templates", "html"))
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def style_and_digest() -> tuple[str, str]:
    """Give the style and the hash by which the page's security policy allows it, and no other."""
    style = resources.find("templates", "html", "page.css").read_text(encoding="utf-8")
    digest = hashlib.sha256(style.encode()).digest()
    return style, base64.b64encode(digest).decode()
