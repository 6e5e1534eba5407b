"""Pages as systems write them and browsers save them: the story is found, what stood around it is named."""

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    plain_text,
)
from newsroom.domain.inline import Footnote, Run, plain
from newsroom.domain.marks import BOLD, ITALIC, link
from newsroom.formats import Reading, by_content
from newsroom.formats.html.reading import read

PAGES = Path(__file__).parent / "saved"
PNG = (Path(__file__).parents[3] / "resources/icons/newsroom-128.png").read_bytes()


def taken(name: str):
    data = (PAGES / name).read_bytes().replace(b"@PNG@", base64.b64encode(PNG))
    form = by_content(data, name)
    (found,) = form.read(data, Reading(name=name))
    return found


def read_text(markup: str):
    (found,) = read(markup.encode(), Reading())
    return found


HEADS = {
    "blog.html": ("", "On mending nets", "", "Wren Calder", "2026-05-03T00:00", "", "", "en"),
    "question-and-answer.html": (
        "Verkehr",
        "Brücke gesperrt: So fahren die Busse jetzt",
        "",
        "Kim Aulich",
        "2026-04-20T08:12",
        "",
        "Tageblatt Hellerau",
        "de",
    ),
    "press-portal.html": (
        "",
        "POL-NOR: Polizei sucht Zeugen nach Einbruch",
        "",
        "Polizeiinspektion Norden",
        "2026-07-01T14:03",
        "",
        "ots",
        "de",
    ),
    "wordpress.html": (
        "",
        "Stadtrat stoppt den Umbau der Uferstraße",
        "",
        "Jule Hartwig",
        "2026-03-12T17:40",
        "Stadtpolitik",
        "Brückauer Bote",
        "de",
    ),
    "drupal.html": (
        "",
        "Neue Notaufnahme öffnet im April",
        "",
        "Redaktion Gesundheit",
        "2026-02-18T09:15",
        "",
        "",
        "de",
    ),
    "regional.html": (
        "Hochwasser in Ammertal",
        "Warum die Deiche diesmal hielten",
        "",
        "Enno Petersen, Tilda Brandt",
        "2026-01-09T06:00",
        "Lokales",
        "Ammertaler Anzeiger",
        "de-DE",
    ),
    "agency.html": (
        "",
        "Port Ellery reopens after crane repair",
        "Shipping lines expect backlog to clear within a week",
        "Rosa Whitfield",
        "2026-05-04T15:22",
        "",
        "ONA",
        "en",
    ),
    "amp.html": (
        "",
        "Bibliothek bleibt sonntags offen",
        "",
        "Noa Lenz",
        "2026-06-02T00:00",
        "",
        "Kurier am Morgen",
        "de",
    ),
    "singlefile.html": (
        "",
        "Harbour lights go out for one night",
        "",
        "Hugh Tarrant",
        "2026-03-02T19:30",
        "Local",
        "The Marrow Bay Gazette",
        "en",
    ),
    "firefox.html": (
        "Interview",
        "„Holz hört zu“",
        "Orgelbauerin Greta Ohlsen über Pfeifen, Pausen und den Klang von Fichte",
        "Paul Reimers",
        "2026-02-14T00:00",
        "",
        "",
        "de",
    ),
    "encyclopedia.html": ("", "Marrow Bay", "", "", "", "", "", "en"),
    "googledocs.html": (
        "",
        "Nachtschicht im Stellwerk",
        "Wer wacht, wenn alle schlafen",
        "",
        "",
        "",
        "",
        "auto",
    ),
    "chrome.mhtml": ("", "Kirmes fällt aus", "", "Lea Sand", "", "", "", "de"),
}
TEXTS = {
    "blog.html": ("A net is never finished.", "start where the net is whole.", 4),
    "question-and-answer.html": ("Seit Montag ist die Brücke", "Baujahr 1961", 7),
    "press-portal.html": ("Unbekannte sind in der Nacht", "durch den Dienst", 5),
    "wordpress.html": ("Der Umbau der Uferstraße", "Bis dahin bleibt die Straße, wie sie ist.", 10),
    "drupal.html": ("Nach zwei Jahren Bauzeit", "die ersten dreißig Minuten sind frei.", 8),
    "regional.html": ("Um drei Uhr in der Nacht", "diesmal waren es 6,09 Meter.", 7),
    "agency.html": ("The container terminal", "rw/tk", 6),
    "amp.html": ("Der Versuch ist geglückt", "sagt Leiterin Mona Kranz.", 4),
    "singlefile.html": ("Every lamp on the quay", "when the flocks return.", 6),
    "firefox.html": ("Frau Ohlsen, wie lange", "und wenn der Raum leer ist.", 6),
    "encyclopedia.html": ("Marrow Bay", "most recently in 2024.", 8),
    "googledocs.html": ("Um 23.40 Uhr schaltet Ronja Feld", "schaltet das Radio wieder ein.", 6),
    "chrome.mhtml": ("Die Kirmes in Obertal", "beim Vorstand.", 5),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_fields_of_a_saved_page_are_found(name):
    story = taken(name).article
    when = story.publish_time.isoformat()[:16] if story.publish_time else ""
    people = ", ".join(byline.name for byline in story.authors)
    fields = (
        story.kicker,
        story.headline,
        story.subheadline,
        people,
        when,
        story.section,
        story.source,
        story.language,
    )
    assert fields == HEADS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_begins_and_ends_where_the_story_does(name):
    start, end, count = TEXTS[name]
    body = taken(name).article.body
    shown = tuple(block for block in body.blocks if not isinstance(block, Picture))
    said = plain_text(Body(shown)).strip()
    assert said.startswith(start)
    assert said.endswith(end)
    assert len(body.blocks) == count


FOREIGN_WORDS = (
    "Cookies", "Teilen", "Facebook", "Impressum", "Anzeige", "Werbung", "Newsletter", "Abo", "Kommentar", "längst überfällig",
    "wirklich viel zu eng", "Meistgelesen", "Lesen Sie auch", "Sign up", "Most read", "Mehr zum Thema", "Jetzt weiterlesen",
    "Zustimmung", "Partner speichern", "edit", "Please donate", "Towns of the north", "Missbrauch", "automatisch aktualisiert",
    "Log out", "Contact the desk", "All rights reserved", "Chöre im Regen", "Min. Lesezeit",
)  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_nothing_that_stood_around_the_story_comes_along(name):
    found = taken(name).article
    said = "\n".join((found.headline, found.kicker, plain(found.lead), plain_text(found.body)))
    assert [word for word in FOREIGN_WORDS if word in said] == []


def test_what_stood_around_the_story_is_named():
    (said,) = [str(loss) for loss in taken("wordpress.html").losses if "around" in str(loss)]
    assert said == (
        "Left out around the text: 3 menus, 3 blocks of links to other stories, 1 share bar, readers' comments,"
        " 1 cookie banner."
    )
    told = [str(loss) for loss in taken("agency.html").losses]
    assert told[-1] == "1 line over the headline was left out."


def test_forms_emphasis_and_links_of_the_text_stay():
    blocks = taken("wordpress.html").article.body.blocks
    assert [type(block) for block in blocks[1:]] == [
        Paragraph, Paragraph, Crosshead, Picture, Paragraph, Quote, ListItem, ListItem, Paragraph,
    ][: len(blocks) - 1]  # fmt: skip
    pieces = blocks[2].content
    assert Run("gestiegenen Kosten", frozenset({BOLD})) in pieces
    assert Run("4,1 Millionen", frozenset({ITALIC})) in pieces
    assert Run("Vorlage der Verwaltung", frozenset({link("https://rat.example/vorlage/88")})) in pieces


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        (
            "wordpress.html",
            0,
            ("wordpress_files/uferstrasse-1200x800.jpg", "", "", "Baustelle an der Uferstraße"),
        ),
        (
            "wordpress.html",
            1,
            (
                "wordpress_files/anwohner.jpg",
                "Anwohner verfolgten die Sitzung auf der Tribüne.",
                "Foto: Mika Sommer",
                "Anwohner bei der Sitzung",
            ),
        ),
        (
            "drupal.html",
            0,
            (
                "drupal_files/notaufnahme.png",
                "Noch ist es still: der neue Flur.",
                "© Kreis Lindau",
                "Flur der neuen Notaufnahme",
            ),
        ),
        (
            "amp.html",
            0,
            (
                "amp-Dateien/lesesaal.webp",
                "Auch am Sonntag voll: der Lesesaal.",
                "Foto: Ida Voss/Kurier",
                "Lesesaal am Abend",
            ),
        ),
        (
            "firefox.html",
            0,
            (
                "Interview mit der Orgelbauerin-Dateien/orgel.jpg",
                "Greta Ohlsen in ihrer Werkstatt.",
                "Foto: Jon Aster",
                "Greta Ohlsen in ihrer Werkstatt",
            ),
        ),
        ("encyclopedia.html", 0, ("encyclopedia_files/220px-Light.jpg", "The lighthouse in winter", "", "")),
    ],
)
def test_pictures_are_named_as_they_lie_beside_the_page(name, number, expected):
    pictures = [block for block in taken(name).article.body.blocks if isinstance(block, Picture)]
    found = pictures[number]
    assert (found.name, plain(found.caption), found.credit, found.alternative) == expected


def test_pictures_inside_the_page_come_along_and_pixels_that_count_do_not():
    found = taken("singlefile.html")
    (picture,) = (block for block in found.article.body.blocks if isinstance(block, Picture))
    assert found.pictures == {picture.asset: PNG}
    assert (plain(picture.caption), picture.credit) == ("The harbour at dusk.", "Photograph: Ann Oakes")


def test_an_archive_gives_its_pictures_by_address_and_by_number():
    found = taken("chrome.mhtml")
    pictures = [block for block in found.article.body.blocks if isinstance(block, Picture)]
    assert [bool(picture.asset) for picture in pictures] == [True, True, False]
    assert [picture.name for picture in pictures] == ["zelt.png", "", ""]
    assert set(found.pictures) == {picture.asset for picture in pictures if picture.asset}
    assert "1 picture was left out; its place is kept." in map(str, found.losses)
    marks = {
        mark
        for block in found.article.body.blocks
        for piece in getattr(block, "content", ())
        for mark in piece.marks
    }
    assert marks == {link("https://tal.example/verein")}


def test_leads_boxes_tables_and_datelines_of_papers_are_kept():
    story = taken("regional.html").article
    assert plain(story.lead).startswith("Das Wasser stand so hoch")
    assert story.dateline == "Ammertal"
    assert [plain(block.title) for block in story.body.blocks if isinstance(block, Box)] == [
        "Die Pegel im Vergleich"
    ]
    assert story.keywords == ("Hochwasser", "Deich", "Ammertal")
    (table,) = (block for block in taken("drupal.html").article.body.blocks if isinstance(block, Table))
    assert block_text(table).splitlines()[1] == "Betten\t9\t14"
    assert taken("agency.html").article.dateline == "PORT ELLERY"


def test_a_published_document_keeps_what_its_styles_say():
    blocks = taken("googledocs.html").article.body.blocks
    assert Run("Ronja Feld", frozenset({BOLD})) in blocks[0].content
    assert Run("im Netz", frozenset({link("https://bahn.example/plan")})) in blocks[1].content
    assert [plain(piece.content) for piece in blocks[-1].content if isinstance(piece, Footnote)] == [
        "Der Sender heißt Küstenwelle."
    ]


def test_a_day_without_a_time_is_midnight_and_told():
    (note,) = taken("amp.html").article.import_notes
    assert str(note.message) == "The time of day is not given; midnight is taken."


def test_remote_pictures_are_never_fetched_and_their_places_stay():
    found = read_text(
        "<!doctype html><article><h1>K</h1><p>Ein Absatz, der lang genug ist, um als Text zu gelten, und noch etwas mehr.</p>"
        "<figure><img src='https://x.example/a.jpg' alt='A'><figcaption>Unterschrift (Foto: B)</figcaption></figure></article>"
    )
    (picture,) = (block for block in found.article.body.blocks if isinstance(block, Picture))
    assert (picture.asset, picture.name, plain(picture.caption), picture.credit) == (
        "",
        "",
        "Unterschrift",
        "Foto: B",
    )
    assert "1 picture was left out; its place is kept." in map(str, found.losses)


PARAGRAPH = "<p>Ein Absatz, der lang genug ist, um als Text zu gelten, und noch etwas mehr davon.</p>"


@pytest.mark.parametrize(
    "name",
    ["elementor-widget elementor-widget-text-editor", "has-sidebar", "field--label-hidden", "card-text"],
)
def test_a_paragraph_in_a_wrapper_with_an_unlucky_name_stays(name):
    wrapped = f"<div class='{name}'>{PARAGRAPH}</div>"
    found = read_text(f"<html><body><h1>K</h1>{wrapped * 4}</body></html>")
    assert len(found.article.body.blocks) == 4


def test_a_story_without_any_marks_of_one_is_still_found():
    found = read_text(f"<html><title>Nur ein Titel</title><body>{PARAGRAPH * 3}</body></html>").article
    assert (found.headline, len(found.body.blocks)) == ("Nur ein Titel", 3)


@pytest.mark.parametrize(
    ("declared", "bytes_", "words"),
    [
        ("utf-8", "Größe".encode("cp1252"), "Größe"),
        ("utf-16", "Größe".encode(), "Größe"),
        ("iso-8859-1", "Preis: 5 € – „fast“".encode("cp1252"), "Preis: 5 € – „fast“"),
        ("x-no-such", "Größe".encode("cp1252"), "Größe"),
    ],
)
def test_a_false_declaration_of_the_encoding_does_no_harm(declared, bytes_, words):
    data = f"<!doctype html><meta charset={declared}><title>T</title><p>".encode() + bytes_
    (found,) = read(data, Reading())
    assert plain_text(found.article.body) == words


def test_a_lead_of_two_paragraphs_stays_whole_and_a_second_deck_stays_in_the_text():
    found = read_text(
        "<!doctype html><article><h1>K</h1><p class=deck>Unter</p><p class=deck>Noch eine</p><p class=intro>Eins.</p>"
        f"<p class=intro>Zwei.</p>{PARAGRAPH}</article>"
    ).article
    assert (found.subheadline, plain(found.lead)) == ("Unter", "Eins. Zwei.")
    assert next(map(block_text, found.body.blocks)) == "Noch eine"


@pytest.mark.parametrize(
    "name", ["lead", "deck", "kicker", "byline", "source", "notice", "meta", "missing", "sign-off", "intro"]
)
def test_no_paragraph_of_the_text_is_lost_by_its_class(name):
    words = f"Hier steht ein langer Satz, der {name} heißt und doch zum Text gehört, mitten darin."
    found = read_text(
        f"<!doctype html><article><h1>K</h1>{PARAGRAPH * 2}<p class='{name}'>{words}</p>{PARAGRAPH}</article>"
    )
    assert words in plain_text(found.article.body)


JUNK = ("<div class='ad'>", "</div>", "<nav>", "</nav>", "<figure>", "<img src='data:image/png;base64,AAAA'>", "<p>", "</table>",
        "<table><tr><td>", "<aside>", "<h1>", "<script type='application/ld+json'>", '{"@type":"NewsArticle","author":[[[]]]}',
        "</script>", "<amp-img srcset=','>", "<time datetime='99'>", "<div class='caption'>", PARAGRAPH, "text")  # fmt: skip


@given(st.lists(st.sampled_from(JUNK), max_size=14).map("".join))
def test_no_broken_page_breaks_the_reader(markup):
    (found,) = read(f"<html><body>{markup}".encode(), Reading())
    assert set(found.pictures) <= {getattr(block, "asset", "") for block in found.article.body.blocks}
