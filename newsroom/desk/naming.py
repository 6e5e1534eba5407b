"""Names of exported files, made by a pattern; slashes in it part folders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.errors import WrongValue
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.article import Article

GAPS = (
    *("date", "time", "year", "month", "day", "slug", "section"),
    *("id", "headline", "state", "version", "language", "author", "number"),
)
_GAP = re.compile(r"\{([^{}]*)\}")
LONGEST_HEADLINE = 80
MOST_FOLDERS = 8
COLLECTION = "{date}-{time}"
"""What one file for several stories is called after, where nothing else is wanted."""


def check_pattern(pattern: str) -> None:
    """Raise WrongValue for a gap that does not exist, a brace that stands alone, and too many folders."""
    for gap in _GAP.findall(pattern):
        if gap not in GAPS:
            known = ", ".join(f"{{{name}}}" for name in GAPS)
            raise WrongValue(
                msg(N_("There is no “{gap}” in file names. Choose from: {all}."), gap=f"{{{gap}}}", all=known)
            )
    if set("{}") & set(_GAP.sub("", pattern)):
        raise WrongValue(msg(N_("A brace in the pattern for names has no partner.")))
    if pattern.count("/") > MOST_FOLDERS:
        raise WrongValue(msg(N_("At most {most} folders may lie in each other."), most=MOST_FOLDERS))


def file_name(
    article: Article, pattern: str, extension: str, zone: str, now: datetime, number: int = 1
) -> str:
    """Give a safe name for a story's file, with its folders where the pattern has any; raises WrongValue.

    The number is the story's place among those that go out together.
    """
    from newsroom.formats.files import safe_name

    check_pattern(pattern)
    values = {**_values(article, zone, now), "number": f"{number:02}"}
    *folders, last = (_part(part, values) for part in pattern.split("/"))
    inner = [safe_name(folder, "") for folder in folders]
    stem = safe_name(last, f"story-{article.id}")
    return "/".join((*filter(None, inner), safe_name(stem + extension)))


def _part(pattern: str, values: dict[str, str]) -> str:
    return _GAP.sub(lambda match: values[match[1]], pattern).strip(" -_.")


def collection_name(pattern: str, extension: str, zone: str, now: datetime) -> str:
    """Give a name for one file with several stories: what a pattern says of the time, without its folders."""
    from newsroom.formats.files import safe_name

    check_pattern(pattern)
    moment = _moment(now, zone)
    last = pattern.rpartition("/")[2]
    timed = _GAP.sub(lambda match: moment.get(match[1], ""), last).strip(" -_.")
    return safe_name(safe_name(timed, _GAP.sub(lambda match: moment[match[1]], COLLECTION)) + extension)


def _values(article: Article, zone: str, now: datetime) -> dict[str, str]:
    from newsroom.text.slug import slug

    return {
        **_moment(article.publish_time or article.modified or now, zone),
        "slug": article.slug or slug(article.headline) or f"story-{article.id}",
        "section": slug(article.section),
        "id": str(article.id),
        "headline": article.headline[:LONGEST_HEADLINE],
        "state": article.state.value,
        "version": str(article.version),
        "language": article.spoken_language,
        "author": slug(article.authors[0].name) if article.authors else "",
    }


def _moment(when: datetime, zone: str) -> dict[str, str]:
    local = when.astimezone(ZoneInfo(zone))
    date = local.date().isoformat()
    year, month, day = date.split("-")
    return {"date": date, "time": f"{local:%H%M}", "year": year, "month": month, "day": day}
