"""Gives stories as the version that is kept next, clean and numbered."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.body import Picture, normal_body
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.inline import normal
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.person import Person


def clean(article: Article) -> Article:
    """Give a story whose texts are in normal form and hold nothing that is not text."""
    body = normal_body(article.body)
    blocks = tuple(cleaned(block) if isinstance(block, Picture) else block for block in body.blocks)
    changed: dict[str, Any] = {"lead": normal(article.lead), "body": replace(body, blocks=blocks)}
    for entry in fields(article):
        if entry.name not in changed:
            value = getattr(article, entry.name)
            clean_one = cleaned(value)
            if clean_one is not value:
                changed[entry.name] = clean_one
    words = changed.get("keywords")
    if words is not None:
        changed["keywords"] = tuple(dict.fromkeys(filter(None, words)))
    return replace(article, **changed)


def begun(article: Article, story: int, person: Person, now: datetime) -> Article:
    """Give a new story as its first version."""
    author = article.created_by or person.name
    created = article.created or now
    return clean(replace(article, id=story, version=1, created=created, created_by=author, modified=now))


def continued(article: Article, old: Article, now: datetime) -> Article:
    """Give a story as its next version; raises EditedElsewhere where the library has another by now."""
    if old.version != article.version:
        raise EditedElsewhere(
            msg(
                N_("“{headline}” was saved by someone else meanwhile. Both versions are kept: compare them."),
                headline=old.headline,
            )
        )
    return clean(
        replace(
            article,
            uid=old.uid,
            created=old.created,
            created_by=old.created_by,
            version=old.version + 1,
            modified=now,
        )
    )
