"""What the page desk's programs do to a file of ours, and what is read from it then."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from lxml import etree

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, body, plain_text
from newsroom.domain.changes import ChangeKind, final, original
from newsroom.domain.inline import Anchor, Run, plain, text
from newsroom.domain.marks import BOLD, ITALIC, MarkKind, has
from newsroom.formats import Origin, Reading, Writing
from newsroom.formats.icml import FORMAT
from newsroom.settings import House

NONE = "CharacterStyle/$ID/[No character style]"
HOUSE = House(
    indesign_styles=(("paragraph", "Zeitung:Grundtext 9"), ("headline", "H1 Aufmacher"), ("bold", "halbfett"))
)


@pytest.fixture
def story():
    return Article.new(
        version=7,
        kicker="Hafen",
        headline="Die Fähre fährt wieder",
        lead=text("Drei Jahre lag der Anleger leer."),
        authors=(Byline("Ada Muster", "Text"), Byline("Bo Beispiel", "Fotos")),
        dateline="KIEL",
        section="Region",
        sign_off="amu",
        body=body(
            Paragraph(text("Am Morgen kamen die ersten Gäste.")),
            Crosshead(text("Ein neuer Anfang")),
            Paragraph(
                (*text("Der Fahrplan ist "), Run("alt", frozenset({BOLD})), *text(", das Schiff neu."))
            ),
        ),
    )


def written(story, house=HOUSE):
    return etree.fromstring(FORMAT.write(story, Writing(house=house)).data)


def read(root, house=HOUSE):
    data = root if isinstance(root, bytes) else etree.tostring(root)
    (incoming,) = FORMAT.read(data, Reading(house=house, now=datetime(2026, 5, 4, tzinfo=UTC)))
    return incoming


def content(root, words):
    return next(one for one in root.iter("Content") if words in (one.text or ""))


def shuffled(root):
    """Give a file as another program saves it: other order of attributes, other white space, other ids."""
    for one in root.iter():
        pairs = sorted(one.attrib.items(), reverse=True)
        one.attrib.clear()
        one.attrib.update(pairs)
    etree.indent(root, "\t")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def test_a_file_saved_by_another_program_reads_as_before(story):
    incoming = read(shuffled(written(story)))
    assert incoming.article.body == story.body
    assert incoming.article.authors == story.authors
    assert incoming.article.dateline == "KIEL"
    assert incoming.origin == Origin(story.uid, 7)


def test_the_styles_of_the_house_are_used_and_those_of_a_group_stand_in_it(story):
    root = written(story)
    group = root.find(".//ParagraphStyleGroup")
    assert group.get("Name") == "Zeitung"
    assert group[0].get("Self") == "ParagraphStyle/Zeitung%3aGrundtext 9"
    used = {one.get("AppliedParagraphStyle") for one in root.iter("ParagraphStyleRange")}
    assert {"ParagraphStyle/Zeitung%3aGrundtext 9", "ParagraphStyle/H1 Aufmacher"} <= used
    assert read(root).article.body == story.body


def test_a_file_that_was_written_before_the_house_chose_other_names_is_still_understood(story):
    root = written(story)
    now = House(language="en-GB", indesign_styles=(("paragraph", "Body 8"), ("quote", "H1 Aufmacher")))
    line = content(root, "das Schiff neu").getparent().getparent()
    line.set("AppliedParagraphStyle", "ParagraphStyle/Body 8")
    made = read(root, now).article
    assert made.body == story.body
    assert made.headline == story.headline


def test_split_ranges_and_overrides_of_layout_change_nothing(story):
    root = written(story)
    one = content(root, "Am Morgen").getparent()
    words = one[0].text
    one[0].text = words[:12]
    for start, end in ((12, 15), (15, len(words))):
        more = etree.Element("CharacterStyleRange", AppliedCharacterStyle=NONE, Tracking="-10", PointSize="9")
        etree.SubElement(more, "Content").text = words[start:end]
        one.getparent().insert(one.getparent().index(one) + (1 if start == 12 else 2), more)
    broken = one.find("Br")
    one.remove(broken)
    one.getparent()[-1].append(broken)
    one.getparent().set("Justification", "LeftAlign")
    assert read(root).article.body == story.body


def test_hyphens_and_anchors_that_the_page_put_in_are_no_text(story):
    root = written(story)
    one = content(root, "Am Morgen")
    one.text = one.text.replace("Gäste", "Gä\u00adste\ufeff")
    incoming = read(root)
    assert incoming.article.body == story.body
    assert incoming.losses == ()


def test_hyphens_of_the_story_itself_stay(story):
    from dataclasses import replace

    hyphened = replace(story, body=body(Paragraph(text("Am Mor\u00adgen."))))
    assert read(written(hyphened)).article.body == hyphened.body


def test_typeface_overrides_are_emphasis(story):
    root = written(story)
    content(root, "Am Morgen").getparent().set("FontStyle", "Semibold Italic")
    first = read(root).article.body.blocks[0]
    assert {mark for piece in first.content for mark in piece.marks} == {BOLD, ITALIC}


def test_paragraphs_that_share_a_range_are_parted_by_their_breaks(story):
    root = written(story)
    line = content(root, "Am Morgen").getparent().getparent()
    for words in ("Eins.", "Zwei."):
        etree.SubElement(line[-1], "Content").text = words
        etree.SubElement(line[-1], "Br")
    made = plain_text(read(root).article.body).split("\n\n")
    assert made[:4] == ["Am Morgen kamen die ersten Gäste.", "Eins.", "Zwei.", "Ein neuer Anfang"]


def change(kind, words, *, user="Carla Satz", date="2026-05-03T17:20:00"):
    made = etree.Element(
        "Change", ChangeType=kind, UserName=user, Date=date, AppliedDocumentUser="dDocumentUser0"
    )
    parent = made
    if kind == "DeletedText":
        line = etree.SubElement(made, "ParagraphStyleRange", AppliedParagraphStyle="ParagraphStyle/Grundtext")
        parent = etree.SubElement(line, "CharacterStyleRange", AppliedCharacterStyle=NONE)
    for number, part in enumerate(words.split("\n")):
        if number:
            etree.SubElement(parent, "Br")
        if part:
            etree.SubElement(parent, "Content").text = part
    return made


def tracked(root, words, before, after, *changes):
    """Put changes in the place of words."""
    one = content(root, words)
    one.text = before
    place = one.getparent().index(one) + 1
    for number, made in enumerate(changes):
        one.getparent().insert(place + number, made)
    rest = etree.Element("Content")
    rest.text = after
    one.getparent().insert(place + len(changes), rest)


def test_changes_that_incopy_tracked_become_ours_with_author_and_time(story):
    root = written(story)
    tracked(
        root,
        "Am Morgen",
        "Am Morgen kamen ",
        "Gäste.",
        change("InsertedText", "viele "),
        change("DeletedText", "die ersten "),
    )
    made = read(root).article
    assert original(made.body, made.changes) == story.body
    assert plain(final(made.body).blocks[0].content) == "Am Morgen kamen viele Gäste."
    kinds = {one.kind: one for one in made.changes}
    assert set(kinds) == {ChangeKind.INSERTION, ChangeKind.DELETION}
    assert {one.author for one in made.changes} == {"Carla Satz"}
    assert kinds[ChangeKind.INSERTION].time.isoformat() == "2026-05-03T17:20:00+02:00"


def test_a_paragraph_that_incopy_split_and_one_it_joined_are_tracked(story):
    root = written(story)
    tracked(root, "Am Morgen", "Am Morgen", " kamen die ersten Gäste.", change("InsertedText", "\n"))
    made = read(root).article
    assert len(final(made.body).blocks) == 4
    assert original(made.body, made.changes) == story.body
    root = written(story)
    one = content(root, "Am Morgen")
    broken = one.getparent().find("Br")
    one.getparent().replace(broken, change("DeletedText", "\n"))
    made = read(root).article
    assert plain(final(made.body).blocks[0].content).startswith("Am Morgen kamen die ersten Gäste.Ein neuer")
    assert len(original(made.body, made.changes).blocks) == 3


def test_a_user_without_a_name_is_nobody(story):
    root = written(story)
    tracked(
        root,
        "Am Morgen",
        "A",
        "B",
        change("InsertedText", "x", user="$ID/Unknown User Name", date="nonsense"),
    )
    (one,) = read(root).article.changes
    assert (one.author, one.time) == ("", datetime(2026, 5, 4, tzinfo=UTC))


def test_a_note_of_the_page_desk_is_a_note_and_never_text(story):
    root = written(story)
    note = etree.fromstring(
        '<Note UserName="Carla Satz" CreationDate="2026-05-03T17:20:00"><ParagraphStyleRange><CharacterStyleRange>'
        "<Content>Bitte drei Zeilen kürzen.</Content></CharacterStyleRange></ParagraphStyleRange></Note>"
    )
    content(root, "Am Morgen").getparent().insert(0, note)
    made = read(root).article
    assert [(one.author, one.text) for one in made.notes] == [("Carla Satz", "Bitte drei Zeilen kürzen.")]
    assert Anchor(made.notes[0].id) in made.body.blocks[0].content
    assert "kürzen" not in plain_text(made.body)


def test_headline_and_byline_may_be_broken_and_changed(story):
    root = written(story)
    content(root, "Die Fähre").text = "Die Fähre\u2028fährt doch"
    content(root, "Ada Muster").text = "Ada Muster und Cem Neu"
    made = read(root).article
    assert made.headline == "Die Fähre fährt doch"
    assert made.authors == (Byline("Ada Muster"), Byline("Cem Neu"))


def test_a_dateline_that_lost_its_style_is_still_the_dateline(story):
    root = written(story)
    for one in root.iter("CharacterStyleRange"):
        if one.get("AppliedCharacterStyle").endswith("Ortsmarke"):
            one.set("AppliedCharacterStyle", NONE)
    made = read(root).article
    assert made.dateline == "KIEL"
    assert made.body == story.body


def test_the_label_may_be_lost_and_the_metadata_still_tells(story):
    root = written(story)
    properties = root.find("Story/Properties")
    properties.getparent().remove(properties)
    incoming = read(root)
    assert incoming.origin == Origin(story.uid, 7)
    assert incoming.article.body == story.body


def test_metadata_that_incopy_wrote_anew_still_tells(story):
    data = etree.tostring(written(story)).decode()
    data = re.sub(r"<Properties><Label>.*?</Label></Properties>", "", data, flags=re.DOTALL)
    data = re.sub(
        r' newsroom:uid="([^"]+)" newsroom:version="(\d+)"&gt;',
        r"&gt;&lt;newsroom:version&gt;\2&lt;/newsroom:version&gt;&lt;newsroom:uid&gt;\1&lt;/newsroom:uid&gt;",
        data,
    )
    assert read(data.encode()).origin == Origin(story.uid, 7)


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ('xmp:ModifyDate="2026-05-03T17:20:00+02:00"', datetime(2026, 5, 3, 15, 20, tzinfo=UTC)),
        ('xmp:ModifyDate="2026-05-03T17:20:00"', None),
        ('xmp:ModifyDate="2026-99-99T99:99:99Z"', None),
    ],
)
def test_the_metadata_tells_when_the_page_desk_saved(story, told, when):
    data = FORMAT.write(story, Writing(house=HOUSE)).data.decode()
    origin = read(data.replace(' rdf:about=""', f' rdf:about="" {told}', 1).encode()).origin
    assert (origin.uid, origin.time) == (story.uid, when)


def test_conditional_and_hidden_text_variables_and_frames_do_not_leak(story):
    root = written(story)
    line = content(root, "Am Morgen").getparent()
    line.insert(1, etree.fromstring('<TextVariableInstance Self="v" ResultText="Seite 3: "/>'))
    line.append(etree.fromstring("<HiddenText><Content>geheim</Content></HiddenText>"))
    line.append(etree.fromstring('<TextFrame Self="t" ParentStory="u9"/>'))
    incoming = read(root)
    assert plain(incoming.article.body.blocks[0].content).endswith("Gäste.Seite 3: ")
    assert "geheim" not in plain_text(incoming.article.body)
    assert len(incoming.losses) == 2


def test_one_word_changed_is_the_only_difference(story):
    root = written(story)
    content(root, "das Schiff neu").text = ", das Boot neu."
    back = read(root).article.body.blocks
    assert back[:2] == story.body.blocks[:2]
    assert plain(back[2].content) == "Der Fahrplan ist alt, das Boot neu."
    assert any(has(piece.marks, MarkKind.BOLD) for piece in back[2].content)
