import io

import docx
import pytest

from newsroom import resources
from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, Picture, body
from newsroom.domain.errors import NotAllowed, Refused
from newsroom.domain.inline import text
from newsroom.formats import By, Reading

WORD = resources.find("templates", "docx", "story.docx")
PNG = resources.find("icons", "newsroom-16.png").read_bytes()


def test_a_template_of_the_house_is_kept_copied_and_taken_away(desk, tmp_path):
    desk.preferences.set_file("docx_template", WORD)
    assert desk.library.pictures.get(desk.house.docx_template) == WORD.read_bytes()
    desk.preferences.copy_file("docx_template", tmp_path / "copy.docx")
    assert (tmp_path / "copy.docx").read_bytes() == WORD.read_bytes()
    desk.preferences.set_file("docx_template", None)
    assert desk.house.docx_template == ""


@pytest.mark.parametrize("name", ["docx_template", "html_template"])
def test_without_a_template_of_its_own_a_house_gets_one_to_begin_with(desk, tmp_path, name):
    sample = tmp_path / "sample"
    desk.preferences.copy_file(name, sample)
    desk.preferences.set_file(name, sample)
    assert desk.library.pictures.get(getattr(desk.house, name)) == sample.read_bytes()


def test_a_template_may_be_set_by_its_path_as_typed(desk, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>{{ story.headline }}</p>{{ story.body }}", encoding="utf-8")
    desk.preferences.set_typed({"html-template": str(page), "docx_template": str(WORD)})
    assert desk.library.pictures.get(desk.house.html_template) == page.read_bytes()
    desk.preferences.set_typed({"html_template": ""})
    assert desk.house.html_template == ""
    assert desk.house.docx_template


def test_pages_are_written_by_the_template_of_the_house(desk, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<title>{{ story.title }}</title>{{ story.body }}", encoding="utf-8")
    desk.preferences.set_file("html_template", page)
    asset = desk.library.pictures.add(PNG, "image/png")
    for blocks in ((Paragraph(text("Eins")),), (Paragraph(text("Eins")), Picture(asset, alternative="A"))):
        story = Article.new(headline="A < B", body=body(*blocks))
        written = desk.output.bytes(story, "html")
        assert written.data.startswith(b"<title>A &lt; B</title><p>Eins</p>")
        assert written.losses == ()


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("docx_template", b"PK\x03\x04 no archive", "damaged"),
        ("docx_template", b"", "empty"),
        ("docx_template", b" " * (6 << 20), "too large"),
        ("html_template", b"<p>{{ story.headline</p>", "line 1"),
        ("html_template", "Überschrift".encode("latin-1"), "UTF-8"),
    ],
)
def test_what_is_no_template_is_refused_with_a_sentence(desk, tmp_path, name, data, word):
    path = tmp_path / "template"
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        desk.preferences.set_file(name, path)
    assert word in str(caught.value)
    assert getattr(desk.house, name) == ""


def test_only_a_duty_editor_sets_a_template(newsroom):
    with pytest.raises(NotAllowed):
        newsroom.preferences.set_file("docx_template", WORD)
    with pytest.raises(NotAllowed):
        newsroom.preferences.set_typed({"docx_template": str(WORD)})


def test_a_story_goes_out_in_the_houses_template_and_is_known_when_it_comes_back(desk, tmp_path):
    made = docx.Document()
    made.styles["Title"].font.name = "Hausschrift"
    made.save(str(tmp_path / "house.docx"))
    desk.preferences.set_file("docx_template", tmp_path / "house.docx")
    article = desk.writing.new(headline="Der Kran steht", body=body(Paragraph(text("Er steht am Hafen."))))
    data = desk.output.bytes(article, "docx").data
    title = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert (title.text, title.style.font.name) == ("Der Kran steht", "Hausschrift")
    (incoming,) = desk.guard.read(("story.docx", data), Reading())
    assert incoming.origin
    assert incoming.origin.uid == article.uid
    assert incoming.recognised[0].by is By.STYLE
    assert incoming.article.body == article.body
