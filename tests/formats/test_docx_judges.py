"""Other readers of Word files agree with ours on words, headings, lists, links and changes.

They differ on purpose: a change without a time has ours of reading; mammoth reads no tracked paragraph ends; pandoc counts moved text as changes and takes a title
out of the text; both number footnotes in their own way, so that words are counted, not ordered, where there are some.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections import Counter
from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest

from newsroom.domain.body import Box, Crosshead, ListItem, Table, contents
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Footnote, Run, plain
from newsroom.domain.marks import MarkKind, value_of
from newsroom.formats import Reading, Writing, docx_review
from newsroom.formats.docx import FORMAT
from tests.formats.foreign_word import FILES
from tests.formats.test_docx_collections import story

if TYPE_CHECKING:
    from newsroom.domain.article import Article

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WRITTEN = {
    "ours": lambda: FORMAT.write(story(1), Writing(now=NOW)).data,
    "ours for colleagues": lambda: docx_review.FORMAT.write(story(2), Writing(now=NOW)).data,
}
DOCUMENTS = {**FILES, **WRITTEN}
UNREAD = {"word_strict"}
"""Pandoc does not read the strict form."""
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")


def read(data) -> Article:
    (incoming,) = FORMAT.read(data, Reading(now=NOW))
    return incoming.article


def pieces(article):
    """Give the content of headline, lead and final text, cells and boxes too."""
    yield (Run(f"{article.kicker} {article.headline} {article.subheadline}"),)
    yield content_for_readers(article.lead)
    for block in for_readers(article.body).blocks:
        yield from contents(block)


def words(article):
    """Count the words that readers see, those of footnotes too."""
    found: Counter[str] = Counter(name for byline in article.authors for name in _WORD.findall(byline.name))
    for content in pieces(article):
        found.update(_WORD.findall(plain(content)))
        for one in content:
            if isinstance(one, Footnote):
                found.update(_WORD.findall(plain(one.content)))
    return found


def blocks(article):
    for block in for_readers(article.body).blocks:
        yield from block.blocks if isinstance(block, Box) else (block,)


def headings(article):
    return [plain(block.content) for block in blocks(article) if isinstance(block, Crosshead)]


def items(article):
    return [plain(block.content) for block in blocks(article) if isinstance(block, ListItem)]


def links(article):
    found = (value_of(one.marks, MarkKind.LINK) for content in pieces(article) for one in content)
    return {one for one in found if one}


def _text(markup):
    return unescape(_TAG.sub("", markup)).strip()


@pytest.fixture(scope="module")
def documents():
    """Give each file with the story that we read."""
    made = {name: make() for name, make in DOCUMENTS.items()}
    return {name: (data, read(data)) for name, data in made.items()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_mammoth_reads_the_same(documents, name):
    import mammoth

    data, article = documents[name]
    page = mammoth.convert_to_html(io.BytesIO(data)).value
    page = re.sub(r"<sup>.*?</sup>|<a href=\"#[^\"]*\">↑</a>", "", page)
    said = Counter(
        _WORD.findall(unescape(_TAG.sub(" ", re.sub(r"</?(?:strong|em|a|sup|b|i)\b[^>]*>", "", page))))
    )
    assert not said - words(article)
    assert not words(article) - said - Counter(_authors(article))
    assert set(re.findall(r'<a href="([^"#][^"]*)"', page)) == links(article)
    own = [
        _text(one) for one in re.findall(r"<h[1-6]>(.*?)</h[1-6]>", page) if _text(one) != article.headline
    ]
    assert own == headings(article)
    assert [_text(one) for one in re.findall(r"<li>((?:(?!<p>).)*?)</li>", page)] == items(article)


def _authors(article):
    return [name for byline in article.authors for name in _WORD.findall(byline.name)]


@pytest.fixture(scope="module")
def trees(documents, tmp_path_factory):
    """Give what pandoc reads of each file, all changes kept."""
    if not shutil.which("pandoc"):
        pytest.skip("not installed: pandoc, a foreign judge of Word files")
    folder = tmp_path_factory.mktemp("pandoc")
    found = {}
    for name in set(documents) - UNREAD:
        data, _article = documents[name]
        (folder / "story.docx").write_bytes(data)
        told = subprocess.run(
            ["pandoc", "--track-changes=all", "-t", "json", str(folder / "story.docx")],
            check=True,
            capture_output=True,
        )
        found[name] = json.loads(told.stdout)
    return found


def walk(node):
    """Give every element of pandoc's tree."""
    if isinstance(node, dict) and "t" in node:
        yield node
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from walk(one)


def changed(tree):
    """Give kind, author and moment of what pandoc saw changed in the text."""
    spans = [one["c"][0] for one in walk(tree["blocks"]) if one["t"] == "Span"]
    kinds = {"insertion", "deletion"}
    for _id, classes, values in spans:
        if kinds & set(classes):
            told = dict(values)
            yield classes[0], told.get("author", ""), told.get("date", "")[:16]


@pytest.mark.foreign
@pytest.mark.parametrize("name", sorted(set(DOCUMENTS) - UNREAD))
def test_pandoc_reads_the_same(documents, trees, name):
    _data, article = documents[name]
    tree = trees[name]
    found = {one["c"][2][0] for one in walk(tree["blocks"]) if one["t"] == "Link"}
    assert {one for one in found if not one.startswith("#")} == links(article)
    told = [one for one in walk(tree["blocks"]) if one["t"] == "Header"]
    assert len(told) == len(headings(article))
    lists = [item for one in walk(tree["blocks"]) if one["t"] == "BulletList" for item in one["c"]]
    lists += [item for one in walk(tree["blocks"]) if one["t"] == "OrderedList" for item in one["c"][1]]
    assert len(lists) == len(items(article))
    assert sum(one["t"] == "Table" for one in walk(tree["blocks"])) == sum(
        isinstance(block, Table | Box) for block in for_readers(article.body).blocks
    )
    ours = {
        (one.kind.value, one.author, one.time.strftime("%Y-%m-%dT%H:%M") if one.time != NOW else "")
        for one in article.changes
        if one.kind.value != "format"
    }
    assert set(changed(tree)) <= ours
