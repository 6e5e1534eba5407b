import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import AiUse, Article, Byline
from newsroom.domain.body import (
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    block_text,
    body,
    normal_body,
)
from newsroom.domain.changes import for_readers
from newsroom.domain.inline import Anchor, Footnote, LineBreak, Run, text
from newsroom.domain.marks import BOLD, ITALIC, SUPERSCRIPT, Mark, MarkKind, link
from newsroom.formats import Reading, Writing
from newsroom.formats.html.page import write_fragment, write_page
from newsroom.formats.html.reading import read
from newsroom.formats.html.sanitising import sanitise
from newsroom.settings import House
from tests.formats.html.oracle import faults

NOW = datetime(2025, 3, 27, 10, 25, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03"
INSERTED, DELETED, NOTE = (
    Mark(MarkKind.INSERTED, "1"),
    Mark(MarkKind.DELETED, "2"),
    Mark(MarkKind.NOTE, "3"),
)

FULL = Article.new(
    headline="Ein Tor & mehr",
    kicker="Fußball",
    subheadline="Später Sieg <in> Neustadt",
    lead=text("Der Vorspann."),
    authors=(Byline("Ada Muster"), Byline("Bo Beispiel", "Fotos")),
    section="Sport",
    dateline="Neustadt",
    keywords=("Tor", "Sieg"),
    language="de-DE",
    publish_time=NOW,
    modified=NOW,
    source="dpa",
    sign_off="am",
    correction_note="Im Text stand zuerst ein falscher Name.",
    ai_use=AiUse.ASSISTED,
    editors_note="GEHEIM",
    body=body(
        Paragraph(
            (
                *text("Erster "),
                *text("fetter", {BOLD}),
                *text(" und "),
                *text("verlinkter", {BOLD, link("https://x.example/?a=1&b=2")}),
                *text(" Absatz"),
                Footnote(text("Eine Fußnote.")),
                LineBreak(),
                *text("neue Zeile"),
                *text("2", {SUPERSCRIPT}),
                *text(" weg", {DELETED}),
                *text(" neu", {INSERTED}),
                *text(" mit Notiz", {NOTE}),
                Anchor("9"),
            )
        ),
        Crosshead(text("Zwischen")),
        Quote(text("Erstes Zitat")),
        Quote(text("Zweites Zitat")),
        ListItem(text("A")),
        ListItem(text("A1"), ordered=True, level=1),
        ListItem(text("B")),
        Picture("a" * 64, text("Unterschrift"), "Foto: Bo", alternative="Zwei Spieler"),
        Table(((text("Platz"), text("Team")), (text("1"), text("Neustadt"))), 1),
        Box(text("Kasten"), (Paragraph(text("Im Kasten")), ListItem(text("Punkt")))),
    ),
)


KEPT_WORDS = (
    "headline kicker subheadline lead authors section keywords publish_time language dateline sign_off source embargo"
    " correction_note ai_use body"
)
KEPT = KEPT_WORDS.split()


def writing(**fields) -> Writing:
    return Writing(house=House(name="Neustädter Zeitung"), now=NOW, picture=lambda _asset: PNG, **fields)


def page(article: Article = FULL, **fields) -> str:
    return write_page(article, writing(**fields)).data.decode()


def fragment(article: Article = FULL) -> str:
    return write_fragment(article, writing()).data.decode()


def tree(markup: str):
    return html5lib.parse(markup, namespaceHTMLElements=False)


def test_a_page_is_strictly_parseable_and_a_fragment_has_no_page_style_or_script():
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page())
    html5lib.HTMLParser(strict=True).parseFragment(fragment())
    assert not re.search(r"<(?:html|head|style|script|meta|!doctype)\b", fragment(), re.IGNORECASE)


def test_pages_and_fragments_pass_the_oracle_and_lose_nothing_in_the_sanitiser():
    assert faults(page()) == []
    assert faults(fragment()) == []
    said = " ".join(tree(fragment()).find("body").itertext()).split()
    clean = " ".join(tree(sanitise(fragment())).find("body").itertext()).split()
    assert clean == said


def test_a_page_needs_nothing_from_elsewhere():
    found = re.findall(r'(?:src=|href=|url\()"?([^"\s>)]+)', page())
    assert all(address.startswith(("data:image/png;base64,", "#", "https://x.example")) for address in found)
    assert "default-src 'none'" in page()


def test_the_policy_of_the_page_allows_its_own_style():
    import base64
    import hashlib

    style = re.search("<style>(.*?)</style>", page(), re.DOTALL)[1]
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in page()


def test_search_engines_get_a_news_article():
    data = json.loads(tree(page()).find(".//script").text)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Ein Tor & mehr"
    assert [person["name"] for person in data["author"]] == ["Ada Muster", "Bo Beispiel"]
    assert data["datePublished"] == "2025-03-27T11:25:00+01:00"
    assert data["inLanguage"] == "de-DE"
    assert data["publisher"]["name"] == "Neustädter Zeitung"


def test_nothing_for_colleagues_reaches_readers():
    for markup in (page(), fragment()):
        assert "GEHEIM" not in markup
        assert " weg" not in markup
        assert " neu mit Notiz" in markup


def test_notices_stand_in_the_story_s_language():
    held = replace(FULL, embargo=NOW + timedelta(hours=1))
    assert "Sperrfrist bis" in page(held)
    assert "Sperrfrist" not in page(replace(FULL, embargo=NOW - timedelta(hours=1)))
    assert "Mit Hilfe von KI erstellt." in page()
    assert "Korrektur:" in page()
    assert "Embargoed until" in page(replace(held, language="en-GB"))
    assert "Sperrfrist: Redebeginn" in page(replace(FULL, embargo_line="Redebeginn"))


def test_a_missing_picture_keeps_its_place_and_is_told():
    written = write_page(FULL, replace(writing(), picture=lambda _asset: None))
    assert "[Zwei Spieler]" in written.data.decode()
    assert [str(loss) for loss in written.losses] == ["1 picture is missing; its place is marked."]
    assert write_page(FULL, writing()).losses == ()


def test_a_page_reads_back_as_the_same_story():
    held = replace(FULL, embargo=NOW + timedelta(days=1), body=for_readers(FULL.body))
    (found,) = read(page(held).encode(), Reading())
    shown = found.article.body.blocks[7]
    assert found.pictures == {shown.asset: PNG}
    same = replace(shown, asset="a" * 64)
    again = replace(
        found.article, body=Body((*found.article.body.blocks[:7], same, *found.article.body.blocks[8:]))
    )
    for name in KEPT:
        assert getattr(again, name) == getattr(held, name), name
    assert found.losses == ()


def test_an_embargo_that_nobody_could_read_comes_back_as_such():
    (found,) = read(page(replace(FULL, embargo_line="Redebeginn")).encode(), Reading())
    assert found.article.embargo_line == "Sperrfrist: Redebeginn"


def test_a_notice_on_a_foreign_page_stays_a_paragraph():
    (found,) = read(b"<article><header><p class=notice>Beware.</p></header><p>Text</p></article>", Reading())
    assert [block_text(block) for block in found.article.body.blocks] == ["Beware.", "Text"]


def test_a_link_that_is_not_safe_is_written_as_text():
    markup = fragment(replace(FULL, body=body(Paragraph(text("x", {link("javascript:alert(1)")})))))
    assert "javascript" not in markup
    assert "<p><span" in markup


words = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
marks = st.frozensets(
    st.sampled_from([BOLD, ITALIC, link("https://x.example/?a=\"'<>&b".replace("<>", ""))]), max_size=2
)
content = st.lists(st.builds(Run, words, marks), min_size=1, max_size=4).map(tuple)
simple = st.lists(
    st.one_of(
        st.builds(Paragraph, content),
        st.builds(Crosshead, content, st.integers(1, 3)),
        st.builds(Quote, content),
        st.builds(ListItem, content, st.booleans()),
    ),
    max_size=6,
).map(lambda blocks: normal_body(Body(tuple(blocks))))


@given(words, simple)
def test_text_blocks_come_back_from_html_as_they_were(headline, source):
    article = Article.new(headline=f"Überschrift {headline}", body=source)
    (found,) = read(write_fragment(article, Writing()).data, Reading())
    assert found.article.headline == article.headline
    assert found.article.body == source
    assert found.losses == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_in_any_field_breaks_out(first, second):
    article = Article.new(
        headline=first,
        kicker=second,
        section=first,
        keywords=(second,),
        authors=(Byline(first, second),),
        source=second,
        language=first or "de",
        dateline=second,
        correction_note=first,
        body=body(
            Paragraph(text(second, {link(first)})), Picture("", text(first), second, alternative=first)
        ),
    )
    assert faults(write_page(article, Writing()).data.decode(errors="replace")) == []
