"""Pages with pictures beside them, and folders of stories with an index."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path, PurePosixPath

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, Picture, body
from newsroom.domain.inline import text
from newsroom.formats import Reading, Writing, by_name
from newsroom.formats.html.reading import read
from newsroom.settings import House
from tests.formats.html.oracle import faults
from tests.formats.html.test_writing import FULL, NOW, writing

ICONS = Path(__file__).parents[3] / "resources/icons"
LARGE, MIDDLE, SMALL = ((ICONS / f"newsroom-{size}.png").read_bytes() for size in (256, 128, 64))
KEPT = {"a" * 64: LARGE, "b" * 64: MIDDLE, "c" * 64: SMALL}
SHOT = Picture("a" * 64, text("Am Kai"), "Foto: Bo", alternative="Ein Kran", name="Kran am Kai.PNG")


def house_writing(**fields) -> Writing:
    house = House(name="Neustädter Zeitung")
    smaller = {"a" * 64: ("b" * 64, "c" * 64)}
    return Writing(house=house, now=NOW, picture=KEPT.get, smaller=smaller, **fields)


def story(headline="Ein Kran", hours=0, **fields) -> Article:
    fields = {"section": "Stadt", "body": body(Paragraph(text("Text")), SHOT), "language": "de-DE", **fields}
    return Article.new(headline=headline, publish_time=NOW - timedelta(hours=hours), **fields)


def tree(data: bytes):
    return html5lib.parse(data, namespaceHTMLElements=False)


def folder(*stories: Article, stem: str = "index"):
    return by_name("html-folder").collect(stories, house_writing(stem=stem))


def test_pictures_lie_beside_a_page_in_several_sizes():
    written = by_name("html-pictures").write(story(), house_writing(stem="kran"))
    image = tree(written.data).find(".//img")
    assert image.get("src") == "kran-pictures/kran-am-kai-aaaaaaaa-256.png"
    assert image.get("srcset") == ", ".join(
        f"kran-pictures/kran-am-kai-aaaaaaaa-{width}.png {width}w" for width in (64, 128, 256)
    )
    assert (image.get("width"), image.get("height"), image.get("alt")) == ("256", "256", "Ein Kran")
    assert sorted(written.beside.values()) == sorted((LARGE, MIDDLE, SMALL))
    assert "img-src data: 'self' file:" in written.data.decode()
    assert faults(written.data.decode()) == []


def test_a_page_tells_machines_of_its_pictures():
    written = by_name("html-pictures").write(story(), house_writing(stem="kran"))
    page = tree(written.data)
    (image,) = json.loads(page.find(".//script").text)["image"]
    assert image["contentUrl"] == "kran-pictures/kran-am-kai-aaaaaaaa-256.png"
    assert (image["width"], image["caption"], image["creditText"]) == (256, "Am Kai", "Foto: Bo")
    metas = {meta.get("property"): meta.get("content") for meta in page.iter("meta")}
    assert metas["og:image"] == image["contentUrl"]
    assert metas["og:locale"] == "de_DE"
    inlined = json.loads(tree(by_name("html").write(story(), house_writing()).data).find(".//script").text)
    assert "contentUrl" not in inlined["image"][0]


def test_a_page_with_pictures_beside_it_reads_back_with_their_names():
    written = by_name("html-pictures").write(story(), house_writing(stem="kran"))
    (found,) = read(written.data, Reading())
    picture = found.article.body.blocks[1]
    assert picture.name in written.beside
    assert (picture.caption, picture.credit, picture.alternative) == (text("Am Kai"), "Foto: Bo", "Ein Kran")
    assert found.losses == ()


def test_a_folder_has_an_index_by_section_and_time():
    stories = [
        story("Alt", 5),
        story("Tor", 1, section="Sport"),
        story("Neu", 1),
        story("Irgendwo", section=""),
    ]
    index = tree(folder(*stories).data)
    sections = [
        (section.find("h2").text, [link.text for link in section.iterfind(".//h3/a")])
        for section in index.iter("section")
    ]
    assert sections == [("Stadt", ["Neu", "Alt"]), ("Sport", ["Tor"]), ("Ohne Ressort", ["Irgendwo"])]
    anchors = [link.get("href") for link in index.iterfind(".//nav//a")]
    assert anchors == [f"#{section.get('id')}" for section in index.iter("section")]


def test_every_link_in_a_folder_leads_to_a_file_in_it():
    written = folder(story("Eins"), story("Zwei", 1), story("Zwei", 2), stem="2026-03-27")
    files = {"2026-03-27.html": written.data, **written.beside}
    pages = {name: data for name, data in files.items() if name.endswith(".html")}
    assert len(pages) == 4
    for name, data in pages.items():
        found = re.findall(r'(?:href|src)="([^"#]+)"', data.decode())
        found += [
            step.split()[0]
            for steps in re.findall(r'srcset="([^"]+)"', data.decode())
            for step in steps.split(", ")
        ]
        assert found
        for address in found:
            assert resolved(name, address) in files, (name, address)


def resolved(page: str, address: str) -> str:
    parts = list(PurePosixPath(page).parent.parts)
    for part in address.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_stories_lead_to_their_neighbours_in_the_order_of_the_index():
    written = folder(story("Neu"), story("Mitte", 1), story("Alt", 2))
    ways = tree(written.beside["stories/mitte.html"]).find(".//nav")
    assert [(link.get("rel"), link.get("href")) for link in ways] == [
        ("prev", "neu.html"),
        ("next", "alt.html"),
    ]


def test_names_of_pages_are_safe_and_no_two_are_alike():
    stories = [story(headline) for headline in ("CON", "../../x", "a", "A", "a-2", "", "", "日本")]
    names = [name for name in folder(*stories).beside if name.startswith("stories/")]
    assert len({name.casefold() for name in names}) == len(stories)
    assert not any(".." in name.removeprefix("stories/") or name == "stories/con.html" for name in names)


def test_a_picture_that_several_stories_show_lies_there_once():
    written = folder(story("Eins"), story("Zwei"))
    assert len([name for name in written.beside if name.startswith("pictures/")]) == 3


def test_a_lost_picture_is_told_with_its_story():
    lost = replace(SHOT, asset="d" * 64)
    (loss,) = folder(story("Eins"), story("Zwei", body=body(lost))).losses
    assert str(loss) == "“Zwei”: 1 picture is missing; its place is marked."


def test_one_story_as_a_folder_and_no_stories_at_all():
    single = by_name("html-folder").write(FULL, writing(stem="index"))
    assert "stories/ein-tor-mehr.html" in single.beside
    assert "Alle Beiträge" in folder(story(section="")).data.decode()
    assert "0 Beiträge" in folder().data.decode()


OWN = re.compile(r"(?:src '\.\./pictures/[\w.-]+'|href '(?:\.\./)?[\w.-]+(?:/[\w.-]+)?\.html')")


@settings(max_examples=30)
@given(st.text(max_size=30), st.text(max_size=30))
def test_no_words_break_out_of_an_index(first, second):
    written = folder(story(first, kicker=second, section=second, teaser=first, language=second))
    pages = [written.data, *(data for name, data in written.beside.items() if name.endswith(".html"))]
    for page in pages:
        assert [fault for fault in faults(page.decode()) if not OWN.fullmatch(fault)] == []
