from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.mending import mended
from newsroom.desk.tidying import Within, suggestions, tidying
from newsroom.domain.article import Article
from newsroom.domain.body import Body, Box, ListItem, Paragraph, Picture, Table, block_text, paragraphs
from newsroom.domain.finding import Field, Fix
from newsroom.domain.inline import Run, plain, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.settings import House
from newsroom.translation import msg

INSERTED = frozenset({Mark(MarkKind.INSERTED, "1")})


def tidied(article, house=House()):  # noqa: B008 - a frozen value
    return mended(article, Fix(msg("Tidy"), tidying(article, house)))


def test_headline_lead_and_text_are_tidied_and_names_of_files_stay():
    story = Article.new(
        language="de-DE",
        headline='Der "Anker" - verkauft',
        lead=text("Zwei  Wochen ."),
        body=Body((Picture(asset="", name="a  b"), *paragraphs(['Er sagte: "Ja."']).blocks)),
    )
    done = tidied(story)
    assert done.headline == "Der „Anker“\u00a0– verkauft"
    assert plain(done.lead) == "Zwei Wochen."
    assert block_text(done.body.blocks[1]) == "Er sagte: „Ja.“"
    assert done.body.blocks[0] == story.body.blocks[0]


def test_captions_tables_and_boxes_are_tidied_piece_by_piece():
    caption = Picture(asset="", name="a  b", caption=text('Der "Anker" - im Bild'))
    table = Table(((text("Größe"), text("3 km")), (text('"Ja"'), text("")), (text("9-17 Uhr"), text("a  b"))))
    box = Box(text("Um 9-17 Uhr"), (Paragraph(text("zwei  Wege")), ListItem(text('"so"'))), INSERTED)
    story = Article.new(language="de-DE", body=Body((caption, table, box)))
    done = tidied(story).body.blocks
    assert done[0] == replace(caption, caption=text("Der „Anker“\u00a0– im Bild"))
    cells = [[plain(cell) for cell in row] for row in done[1].rows]
    assert cells == [["Größe", "3\u00a0km"], ["„Ja“", ""], ["9–17\u00a0Uhr", "a b"]]
    parts = (Paragraph(text("zwei Wege")), ListItem(text("„so“")))
    assert done[2] == Box(text("Um 9–17\u00a0Uhr"), parts, INSERTED)


def test_the_house_chooses_its_quotation_marks():
    assert tidied(Article.new(language="de", headline='"Ja"'), House(quotes="guillemets")).headline == "»Ja«"


def test_a_story_in_an_unknown_language_is_left_alone():
    assert tidying(Article.new(language="fr", headline='"Oui" - non'), House()) == ()


def test_a_tidy_story_has_nothing_to_tidy():
    story = tidied(Article.new(language="en", headline='The "Anchor"  - sold'))
    assert tidying(story, House()) == ()


def test_a_suggestion_shows_what_stands_around_it():
    (one,) = suggestions(Article.new(language="de", headline="Um 2024-2026 ist"), House())
    assert (one.before, one.old, one.replacement.text, one.after) == ("Um 2024", "-", "–", "2026 ist")


def test_only_what_lies_within_is_suggested():
    story = Article.new(language="de", headline='"Ja"', body=paragraphs(['"Ja"', '"Ja" "Nein"', '"So"']))
    within = Within(Field.BODY, (1, 5), (2, 3))
    found = [one.replacement.place for one in suggestions(story, House(), within)]
    assert [(place.block, place.start) for place in found] == [(1, 5), (1, 10), (2, 0)]


def test_what_is_deleted_but_still_shown_is_left_alone():
    deleted = frozenset({Mark(MarkKind.DELETED, "1")})
    body = Body((Paragraph((Run("Ja  nein", deleted), Run(" so  gut"))),))
    (one,) = suggestions(Article.new(language="de", body=body), House())
    assert one.replacement.place.start == 11


@given(
    st.text(alphabet="ab5 \"'-.–…zBUhr%§,\u00a0", max_size=40), st.sampled_from(["de-DE", "en-US", "en-GB"])
)
def test_tidying_twice_is_tidying_once(words, language):
    once = tidied(Article.new(language=language, body=paragraphs([words])))
    assert tidying(once, House()) == ()
