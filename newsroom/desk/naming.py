"""Names of exported files, made by the house's pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.errors import WrongValue
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.article import Article

GAPS = ("date", "slug", "section", "id", "headline", "state")
_GAP = re.compile(r"\{([^{}]*)\}")
LONGEST_HEADLINE = 80


def file_name(article: Article, pattern: str, extension: str, zone: str, now: datetime) -> str:
    """Give a safe file name for a story; raises WrongValue for a gap that does not exist."""
    from newsroom.formats.files import safe_name

    for gap in _GAP.findall(pattern):
        if gap not in GAPS:
            known = ", ".join(f"{{{name}}}" for name in GAPS)
            raise WrongValue(
                msg(N_("There is no “{gap}” in file names. Choose from: {all}."), gap=f"{{{gap}}}", all=known)
            )
    values = _values(article, zone, now)
    stem = _GAP.sub(lambda match: values[match[1]], pattern).strip(" -_.")
    return safe_name(safe_name(stem, f"story-{article.id}") + extension)


def _values(article: Article, zone: str, now: datetime) -> dict[str, str]:
    from newsroom.text.slug import slug

    when = article.publish_time or article.modified or now
    return {
        "date": when.astimezone(ZoneInfo(zone)).date().isoformat(),
        "slug": article.slug or slug(article.headline) or f"story-{article.id}",
        "section": slug(article.section),
        "id": str(article.id),
        "headline": article.headline[:LONGEST_HEADLINE],
        "state": article.state.value,
    }
