"""A story to judge, and a judge who names only the findings of one rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom import checks
from newsroom.checks import Context
from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.card import Genre
from newsroom.domain.finding import Finding

NOW = datetime(2026, 3, 27, 10, 0, tzinfo=UTC)
GENRES = {
    "report": Genre("report", "Report", wants_lead=True),
    "news-item": Genre("news-item", "News item", wants_lead=False),
}
Judge = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def context() -> Context:
    return Context(genres=GENRES, now=NOW)


@pytest.fixture
def story() -> Article:
    return Article.new(
        headline="Fähre nach Nordholm fährt wieder",
        body=paragraphs(["Die Fähre fährt seit Montag wieder.", "Der Hafen war drei Tage gesperrt."]),
        genre="news-item",
        section="Regionales",
        language="de-DE",
        publish_time=datetime(2026, 3, 28, 6, 0, tzinfo=UTC),
    )


@pytest.fixture
def judge(context: Context, story: Article) -> Judge:
    def judged(rule: str, context: Context = context, **fields: object) -> tuple[Finding, ...]:
        found = checks.run(replace(story, **fields), context)
        return tuple(finding for finding in found if finding.rule == rule)

    return judged
