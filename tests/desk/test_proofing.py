from __future__ import annotations

from dataclasses import replace

from newsroom.domain.article import ImportNote, LinkKind, StoryLink
from newsroom.domain.body import Paragraph, Picture, block_text, body, paragraphs
from newsroom.domain.finding import Field, Fix, Place, Replacement
from newsroom.domain.inline import text
from newsroom.translation import msg

HEAD = "Der Hafen von Wendelsbrück bleibt vorerst ohne neuen Kran"


def kept(desk, **fields):
    return desk.writing.save(desk.writing.new(**fields)).article


def test_a_like_headline_is_found_and_can_be_told_apart(desk):
    first = kept(desk, headline=HEAD)
    second = kept(desk, headline=HEAD + " heute")
    (match,) = desk.proofing.alike(second)
    assert match.id == first.id
    assert any(
        one.rule == "headline-like" and one.like == (first.id,) for one in desk.proofing.findings(second)
    )
    for kind in (LinkKind.NOT_A_DUPLICATE_OF, LinkKind.UPDATE_OF):
        apart = replace(second, links=(StoryLink(kind, first.uid),))
        assert "headline-like" not in {one.rule for one in desk.proofing.findings(apart)}


def test_a_dismissed_finding_stays_away_until_its_text_changes(desk):
    story = kept(desk, headline="Hafen", body=paragraphs(["Der Hafen ist ist zu."]))
    (found,) = [one for one in desk.proofing.findings(story) if one.rule == "doubled-word"]
    dismissed = desk.proofing.dismiss(story, found)
    assert "doubled-word" not in {one.rule for one in desk.proofing.findings(dismissed)}


def test_a_fix_changes_the_text(desk):
    story = desk.writing.new(body=paragraphs(["Der Hafen ist ist zu."]))
    fix = Fix(msg("Take one out"), (Replacement(Place(Field.BODY, 0, 13, 17), ""),))
    assert block_text(desk.proofing.fix(story, fix).body.blocks[0]) == "Der Hafen ist zu."


def test_the_length_counts_lead_body_and_captions(desk):
    story = desk.writing.new(
        headline="zählt nicht",
        lead=text("eins zwei"),
        body=body(Paragraph(text("drei")), Picture("", text("vier fünf"))),
    )
    assert desk.proofing.length(story).words == 5
    assert desk.proofing.length(story).lines == 3


def test_undoing_an_import_note_puts_the_paragraph_back(desk):
    note = ImportNote("headline-repeated", msg("It was taken out."), "Hafen")
    story = desk.writing.new(headline="Hafen", body=paragraphs(["Text."]), import_notes=(note,))
    back = desk.proofing.undo_import_note(story, note)
    assert [block_text(block) for block in back.body.blocks] == ["Hafen", "Text."]
    assert back.import_notes == ()


def test_the_language_is_detected_or_left_open(desk):
    german = "Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten und nichts entschieden."
    assert desk.proofing.detect(desk.writing.new(body=paragraphs([german]))) == "de"
    assert desk.proofing.detect(desk.writing.new()) == ""
