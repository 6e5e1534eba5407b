from __future__ import annotations

import codecs
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Table, body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Footnote, LineBreak, Run, text
from newsroom.domain.marks import BOLD, ITALIC, SUPERSCRIPT, UNDERLINE, link
from newsroom.formats import Audience, Reading, Writing
from newsroom.formats.guard.worker import Job, read_here
from newsroom.formats.tagged_text import FORMAT
from newsroom.settings import House
from tests.strategies import articles

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def story():
    first = (
        Run("Der Rat "),
        Run("hat", frozenset({BOLD})),
        LineBreak(),
        Run("a<b>c\\d", frozenset({ITALIC, UNDERLINE})),
        Run("2", frozenset({SUPERSCRIPT})),
        Run("dort", frozenset({link("https://beispiel.example/")})),
        Footnote(text("Klein")),
    )
    return Article.new(
        headline="Größe zählt",
        dateline="KIEL",
        authors=(Byline("Ada Muster"),),
        body=body(
            Paragraph(first),
            Crosshead(text("Zwischen")),
            Paragraph(text("Danach")),
            ListItem(text("tief"), level=1),
            Table(((text("a"), text("b")), (text("c"), ())), 1),
            Box(text("Kasten"), (Paragraph(text("innen")),)),
            Picture("", text("Der Kran"), "Foto: Beispiel", name="kran.jpg"),
        ),
    )


def lines(story, platform="UNICODE-WIN", **more):
    house = House(tagged_text=platform, **more)
    data = FORMAT.write(story, Writing(now=NOW, house=house)).data
    if platform.startswith("UNICODE"):
        assert data.startswith(codecs.BOM_UTF16_LE)
        words = data.decode("utf-16")
    else:
        words = data.decode("ascii")
    end = "\r\n" if platform.endswith("WIN") else "\r"
    assert "\n" not in words.replace(end, "") or platform.endswith("MAC")
    return words.split(end)


def test_each_platform_has_its_first_tag_its_bytes_and_its_line_ends(story):
    for platform in ("UNICODE-WIN", "UNICODE-MAC", "ASCII-WIN", "ASCII-MAC"):
        found = lines(story, platform)
        assert found[0] == f"<{platform}>"
        assert found[1].startswith("<Version:8><FeatureSet:InDesign-Roman>")
    assert "<pstyle:<0x00DC>berschrift>Gr<0x00F6><0x00DF>e z<0x00E4>hlt" in lines(story, "ASCII-WIN")


def test_signs_of_tags_are_escaped_and_marks_are_styles_or_overrides(story):
    found = next(line for line in lines(story) if line.startswith("<pstyle:Grundtext Anfang>"))
    assert found == (
        "<pstyle:Grundtext Anfang><cstyle:Ortsmarke>KIEL –<cstyle:> Der Rat <cstyle:Fett>hat<cstyle:><0x000A>"
        "<cstyle:Kursiv><cUnderline:1>a\\<b\\>c\\\\d<cUnderline:><cstyle:><cPosition:Superscript>2<cPosition:>dort"
        "<FootnoteStart:><pstyle:Fußnote>Klein<FootnoteEnd:>"
    )


def test_tables_boxes_and_pictures_stand_in_their_places(story):
    found = lines(story)
    assert (
        "<pstyle:Bildrahmen><TableStyle:Tabelle><TableStart:2,2:1:0><RowStart:><CellStart:1,1><pstyle:Tabellenkopf>a<CellEnd:>"
        "<CellStart:1,1><pstyle:Tabellenkopf>b<CellEnd:><RowEnd:><RowStart:><CellStart:1,1><pstyle:Tabellentext>c<CellEnd:>"
        "<CellStart:1,1><pstyle:Tabellentext><CellEnd:><RowEnd:><TableEnd:>"
    ) in found
    assert "<pstyle:Bildrahmen>kran.jpg" in found
    assert "<pstyle:Bildunterschrift>Der Kran <cstyle:Bildnachweis>Foto: Beispiel<cstyle:>" in found


def test_every_style_is_declared_by_its_name_and_groups_are_escaped(story):
    entries = (("paragraph", "Zeitung:Grundtext"), ("headline", "H<1>"))
    found = lines(story, indesign_styles=entries)
    used = set(re.findall(r"<pstyle:((?:[^<>\\]|\\.)+)>", "".join(found[2:])))
    declared = set(re.findall(r"<DefineParaStyle:((?:[^<>\\]|\\.)+)=>", found[1]))
    assert used == declared
    assert {"Zeitung\\:Grundtext", "H\\<1\\>"} <= used
    assert "<DefineCharStyle:Fett=<cTypeface:Bold>>" in found[1]


def test_what_is_left_out_is_named(story):
    losses = [str(one) for one in FORMAT.write(replace(story, teaser="t"), Writing()).losses]
    assert len(losses) == 4
    assert losses[0].startswith("One link is left out")


def test_a_story_under_embargo_says_so_first(story):
    held = replace(story, embargo=NOW + timedelta(hours=3))
    assert lines(held)[2].startswith("<pstyle:>Embargoed until")
    assert not lines(replace(story, embargo=NOW))[2].startswith("<pstyle:>")
    assert FORMAT.audience is Audience.PAGE


@pytest.mark.parametrize("platform", ["UNICODE-WIN", "UNICODE-MAC", "ASCII-WIN", "ASCII-MAC"])
def test_a_file_that_comes_back_is_refused_with_a_way_out(story, platform):
    data = FORMAT.write(story, Writing(house=House(tagged_text=platform))).data
    with pytest.raises(Refused, match="ICML"):
        read_here(Job("story.txt", data), Reading())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
@pytest.mark.long
def test_no_sign_of_a_text_is_ever_a_tag(article):
    names = {
        "Version", "FeatureSet", "DefineParaStyle", "DefineCharStyle", "pstyle", "cstyle", "cTypeface", "cUnderline",
        "cStrikethru", "cPosition", "FootnoteStart", "FootnoteEnd", "TableStyle", "TableStart", "RowStart", "CellStart",
        "CellEnd", "RowEnd", "TableEnd",
    }  # fmt: skip
    for platform in ("ASCII-WIN", "UNICODE-MAC"):
        house = House(tagged_text=platform)
        data = FORMAT.write(article, Writing(house=house)).data
        words = re.sub(r"\\.", "", data.decode("utf-16" if platform[0] == "U" else "ascii"), flags=re.DOTALL)
        found = re.findall(r"<(\w+(?=:)|0x[0-9A-F]{4}(?=>)|[A-Z]+-[A-Z]+(?=>))?", words)
        assert all(name in names or name.startswith("0x") or name == platform for name in found)
        assert words.count("<") == words.count(">")
