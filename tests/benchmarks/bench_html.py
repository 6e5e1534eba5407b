"""How fast pages are written and read, beside a Jinja template that writes the same words, and beside pandoc."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD
from newsroom.formats import Reading, Writing, by_name
from newsroom.formats.html.page import write_page
from newsroom.formats.html.reading import read
from newsroom.settings import House
from tests.benchmarks.rows import Row, timed

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = "Die Haltestellen werden nach Angaben der Verwaltung in diesem Jahr barrierefrei ausgebaut. "
NOW = datetime(2026, 3, 27, 10, 0, tzinfo=UTC)
WRITING = Writing(house=House(name="Beispielzeitung"), now=NOW)
STORIES = 1_000
TEMPLATE = """<!DOCTYPE html>
<html lang="{{ story.language }}"><head><meta charset="utf-8"><title>{{ story.headline }} – {{ house }}</title>
<meta name="description" content="{{ lead }}"><meta property="og:description" content="{{ lead }}">
{% for author in story.authors %}<meta name="author" content="{{ author.name }}">{% endfor %}
<meta property="og:title" content="{{ story.headline }}"><meta property="og:site_name" content="{{ house }}">
<meta property="article:published_time" content="{{ story.publish_time.isoformat() }}">
<meta property="article:section" content="{{ story.section }}">
<script type="application/ld+json">{{ data | tojson }}</script><style>{{ style }}</style></head>
<body><main><article><header><h1>{{ story.headline }}</h1>
<p class="byline">Von {{ story.authors | map(attribute="name") | join(", ") }}</p>
<p class="meta"><time datetime="{{ story.publish_time.isoformat() }}">{{ story.publish_time.strftime("%d.%m.%Y, %H:%M") }}</time> · {{ story.section }}</p></header>
<p class="lead">{{ lead }}</p>
{% for block in story.body.blocks %}{% if heading(block) %}<h2>{% for run in block.content %}{{ run.text }}{% endfor %}</h2>
{% else %}<p>{% for run in block.content %}{% if bold in run.marks %}<strong>{{ run.text }}</strong>{% else %}{{ run.text }}{% endif %}{% endfor %}</p>
{% endif %}{% endfor %}</article></main></body></html>"""


def story(number: int) -> Article:
    """Give a story of about 400 words."""
    words = (Run(f"{number} " + SENTENCE * 3), Run("Fett", frozenset({BOLD})), Run(" und weiter."))
    blocks = (part for _ in range(10) for part in (Crosshead(text("Zwischentitel")), Paragraph(words)))
    return Article.new(
        headline=f"Überschrift {number}",
        lead=text(SENTENCE),
        authors=(Byline("A B"),),
        section=("Region", "Sport", "Kultur")[number % 3],
        language="de-DE",
        publish_time=NOW - timedelta(minutes=number),
        body=body(*blocks),
    )


def by_jinja() -> Callable[[Article], bytes]:
    """Give what writes a page of the same words as Jinja's documentation shows it."""
    from jinja2 import Environment

    from newsroom.formats.html.rendering import style_and_digest

    template = Environment(autoescape=True).from_string(TEMPLATE)
    style, _ = style_and_digest()

    def page(article: Article) -> bytes:
        data = {
            "@type": "NewsArticle",
            "headline": article.headline,
            "author": ["A B"],
            "inLanguage": "de-DE",
        }
        filled = template.render(
            story=article,
            lead=article.lead[0].text,  # type: ignore[union-attr]  # a run, as it was made
            style=style,
            house="Beispielzeitung",
            bold=BOLD,
            data=data,
            heading=lambda block: isinstance(block, Crosshead),
        )
        return filled.encode()

    return page


def fastest(work: Callable[[], object], times: int) -> float:
    """Give the milliseconds of the fastest of several runs, after one that does not count."""
    work()
    return min(map(timed, [work] * times))


def run(size: str = "10k") -> list[Row]:
    """Measure pages written and read again and again, and a folder of many."""
    times = {"10k": 300}.get(size, 1_000)
    article, plainly = story(1), by_jinja()
    stories = [story(number) for number in range(STORIES)]
    collect = by_name("html-folder").collect
    assert collect
    page = write_page(article, WRITING).data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        written = fastest(lambda: path.write_bytes(write_page(article, WRITING).data), times)
        beside = fastest(lambda: path.write_bytes(plainly(article)), times)
        rows = [Row("HTML page written", written, beside, "jinja2", "1.5 x")]
        rows += _beside_pandoc(path, page, written)
    rows.append(Row("HTML page read", fastest(partial(read, page, Reading()), times), goal="10 ms"))
    return [
        *rows,
        Row(f"folder of {STORIES} stories", timed(lambda: collect(stories, WRITING)), goal="3000 ms"),
    ]


def _beside_pandoc(path: Path, page: bytes, ours: float) -> list[Row]:
    pandoc = shutil.which("pandoc")
    if not pandoc:
        return []
    path.write_bytes(page)
    command = [
        pandoc,
        "--standalone",
        "--from=html",
        "--to=html",
        f"--output={path.with_suffix('.out')}",
        str(path),
    ]
    theirs = fastest(lambda: subprocess.run(command, check=False, capture_output=True), 3)
    return [Row("HTML page written", ours, theirs, "pandoc, a process", "30 times")]
