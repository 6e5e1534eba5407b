"""Bylines and sign-offs in the form of the house, written and read again."""

import pytest

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.print_profile import PrintProfile
from newsroom.formats import Reading, Writing, docx, html
from newsroom.formats.bylines import byline_of, sign_off_of, without_form
from newsroom.formats.pdf.forms import Form, Setting
from newsroom.formats.pdf.gallery import Gallery
from newsroom.formats.pdf.story import told
from newsroom.settings import House

AUTHORS = (Byline("Ada Muster", "Fotos"), Byline("Bo Beispiel"))
STORY = Article.new(
    headline="H", authors=AUTHORS, sign_off="am", body=paragraphs(["Eins."]), language="de-DE"
)
FORMS = [
    House(),
    House(byline_pattern="Von {name}", sign_off_pattern="({initials})"),
    House(byline_pattern="Text: {name}, Redaktion", sign_off_pattern="/{initials}/"),
]


def test_the_house_writes_bylines_and_sign_offs_in_its_form():
    house = FORMS[1]
    assert byline_of(AUTHORS, house) == "Von Ada Muster (Fotos), Bo Beispiel"
    assert sign_off_of("am", house) == "(am)"
    assert byline_of((), house) == sign_off_of(" ", house) == ""


@pytest.mark.parametrize(
    ("line", "filling"), [("(am)", "am"), (" (am) ", "am"), ("am", "am"), ("()", "()"), ("(am", "(am")]
)
def test_what_fills_a_form_is_found_again(line, filling):
    assert without_form(line, "({initials})", "{initials}") == filling


@pytest.mark.parametrize("house", FORMS)
@pytest.mark.parametrize("form", [docx.FORMAT, html.FORMAT], ids=lambda form: form.name)
def test_a_story_comes_back_from_any_form(form, house):
    written = form.write(STORY, Writing(house=house))
    found = form.read(written.data, Reading(house=house))[0].article
    assert (found.authors, found.sign_off) == (AUTHORS, "am")


@pytest.mark.parametrize("house", FORMS[1:])
def test_the_page_shows_the_form(house):
    page = html.FORMAT.write(STORY, Writing(house=house)).data.decode()
    assert f'<p class="byline">{byline_of(AUTHORS, house)}</p>' in page
    assert f'<p class="sign-off">{sign_off_of("am", house)}</p>' in page


def test_a_page_of_a_house_without_a_form_speaks_the_reader_s_language():
    page = html.FORMAT.write(STORY, Writing()).data.decode()
    assert '<p class="byline">Von Ada Muster (Fotos), Bo Beispiel</p>' in page


def test_the_galley_proof_shows_the_form(tmp_path):
    setting = Setting(Form.GALLEY, PrintProfile(name="x"), "Source Serif Pro")
    proof = told(STORY, Writing(house=FORMS[1]), Gallery(tmp_path, Writing()), setting)
    assert (proof["byline"], proof["signoff"]) == ("Von Ada Muster (Fotos), Bo Beispiel", "(am)")
