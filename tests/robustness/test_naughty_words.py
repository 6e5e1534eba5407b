"""Whatever is typed anywhere is only words: in every field, as every name, as every search, on every database."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from newsroom.desk import open_desk
from newsroom.domain.article import AUTO, Article, Byline
from newsroom.domain.body import Body, Picture, paragraphs
from newsroom.domain.catalogue import Kind
from newsroom.domain.errors import NotFound, WrongValue
from newsroom.domain.inline import text
from newsroom.domain.listing import Filter
from newsroom.domain.notes import Note
from newsroom.domain.person import Role
from newsroom.domain.template import Template

NAUGHTY = (
    "a\x00b\x01\x1b[31m\x7f\x9fc",
    "lone \ud800 half \udfff",
    "\u202egpj.exe \u2066left\u2069 \u200fright",
    "Z̸̡͎̺͐a̷͖͠ĺ̶̢g̴̰̚o̶͉̽ e\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 ☠️ 𝔘𝔫𝔦 ﷽ ǆ ﬁ İstanbul ẞ",
    "'; DROP TABLE article; --",
    '" OR 1=1; SELECT * FROM person WHERE "x"="x',
    "100 % _ \\ ^ $ [a-z]* ?",
    'NEAR("a" b, 3) AND NOT c* ^d {words stems}: e',
    "a & !b | (c <-> d):*AB '' \\'",
    '"',
    "((((((((((",
    "-",
    "--",
    "*",
    ":",
    "section:",
    'section:" keyword:-x before:gestern on:99.99.9999 is:" has:',
    "or or or -or OR",
    "%s %n {0} {name} ${jndi:ldap://x} {{7*7}} <script>alert(1)</script> &amp;",
    "\u200b\u2060\ufeff\u00ad",
    "   \t  ",
    "\n\n\r\n\u2028\u2029\x0b\x0c",
    "NULL",
    "\ue000 \ufffe \uffff \U0010ffff",
    "مرحبا שלום 你好 こんにちは",
    "0123456789" * 2_000,
)
_OWN = {"uid", "id", "version", "slug", "language", "detected_language", "approved_by", "approved_hash"}


@pytest.fixture(params=["sqlite", "postgres"], scope="module")
def desk(request, tmp_path_factory):
    """A library of each kind with a story of every naughty text in all its fields."""
    file = request.param == "sqlite"
    where = (
        tmp_path_factory.mktemp("naughty") / "library.newsroom"
        if file
        else request.getfixturevalue("postgres").library()
    )
    with open_desk(where, "Malin Torbeck") as opened:
        opened.saved = [opened.writing.save(filled(words), note=words).article for words in NAUGHTY]
        yield opened


def filled(words):
    """Give a story that has a text wherever it can have one."""
    named = {one.name: words for one in fields(Article) if one.type == "str" and one.name not in _OWN}
    picture = Picture("", text(words), words, words, words, words)
    return Article.new(
        **named,
        language=AUTO,
        lead=text(words),
        body=Body((*paragraphs([words, "Text."]).blocks, picture)),
        authors=(Byline(words, words), Byline("Ida Quist")),
        keywords=(words, "Bahn"),
        notes=(Note("n1", words, datetime(2026, 5, 4, tzinfo=UTC), words),),
    )


def test_every_field_keeps_its_words_and_the_library_is_whole(desk):
    for story in desk.saved:
        kept = desk.library.stories.article(story.id)
        assert kept == story
        assert not {"\x00", "\ud800"} & set(repr(kept.headline))
    assert desk.library.check() == ()


def test_saving_again_changes_no_word(desk):
    for story in desk.saved:
        kept = desk.library.stories.article(story.id)
        again = desk.writing.save(kept).article
        assert replace(again, version=kept.version, modified=kept.modified) == kept
    assert desk.library.check() == ()


@pytest.mark.parametrize(
    "form", ["{}", '"{}', "-{}", "x or {}", "section:{}", 'keyword:"{}"', "author:{} Text", "headline:{}*"]
)
def test_every_text_is_a_search_and_never_an_error(desk, form):
    for words in NAUGHTY:
        for found in desk.lists.search(form.format(words) if "{0}" not in form else words).items:
            assert all(0 <= start <= end <= len(found.snippet) for start, end in found.marks)


def test_every_text_is_a_filter_a_name_and_a_headline_to_compare(desk):
    library = desk.library
    for words in NAUGHTY:
        for chosen in (
            Filter(section=words),
            Filter(author=words),
            Filter(genre=words),
            Filter(language=words),
        ):
            library.lists.cards(chosen)
            library.lists.count(chosen)
        library.doubles.headlines(words)
        library.house.keywords(words)
        library.house.person(words)
        desk.catalogue.keywords(words)


def test_every_text_is_a_name_in_the_catalogue_or_refused_in_a_sentence(desk):
    for words in NAUGHTY:
        for kind in Kind:
            with suppress(WrongValue, NotFound):
                desk.catalogue.find(kind, words)
            with suppress(WrongValue, NotFound):
                desk.catalogue.preview(kind, "Bahn", words)
            with suppress(WrongValue, NotFound):
                desk.catalogue.add(kind, words)
    for kind in (Kind.SECTION, Kind.KEYWORD, Kind.GENRE):
        for entry in desk.catalogue.entries(kind):
            with suppress(WrongValue):
                desk.catalogue.finish(desk.catalogue.rename(kind, entry.name, f"{entry.title[:40]} x"))
    assert desk.library.check() == ()


def test_every_text_is_a_draft_a_template_and_a_setting_or_refused_in_a_sentence(desk):
    for words in NAUGHTY:
        desk.writing.autosave(filled(words))
        with suppress(WrongValue):
            desk.shorthand.put_template(Template(name=words, section=words, keywords=(words,)), house=True)
        with suppress(WrongValue):
            desk.preferences.set_house({"name": words})
        with suppress(WrongValue):
            desk.people.add(words, Role.JOURNALIST, words)
    assert len(desk.library.drafts.all()) == len(NAUGHTY)
    desk.house  # noqa: B018 - it can be read


@pytest.mark.parametrize(
    "query",
    ["a", "a ", '"', "-", "(", "or ", "section:", "a:b ", "ß", "é", "👩‍👩‍👧", '"a" or ', "*", "x-", "\u0301"],
)
def test_a_query_of_a_million_characters_is_answered(desk, query):
    words = query * (1_000_000 // len(query))
    desk.lists.search(words)
    desk.library.doubles.headlines(words[:100_000])
