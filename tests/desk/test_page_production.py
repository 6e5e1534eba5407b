"""A story on its way to the page and renewed there: same place, same ids, its pictures beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.domain.body import Paragraph, Picture, body
from newsroom.domain.export_profile import ExportProfile
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import link
from tests.formats.icml.test_writing import PNG

LINKED = Paragraph(
    (*text("Mehr steht "), Run("dort", frozenset({link("https://beispiel.example/")})), *text("."))
)


@pytest.fixture
def story(desk):
    asset = desk.library.pictures.add(PNG, "image/png")
    picture = Picture(asset, text("Der Kran"), "Foto: Beispiel", name="Kran.png")
    draft = desk.writing.new(
        headline="Der Hafen bleibt", body=body(Paragraph(text("Der Rat stimmte zu.")), picture, LINKED)
    )
    return desk.writing.save(draft).article


def ids(path):
    return set(re.findall(r'Self="(u[\w-]+|story-[\w-]+)"', path.read_text(encoding="utf-8")))


def test_writing_again_keeps_the_place_and_the_ids_that_incopy_gave(desk, story, tmp_path):
    profile = ExportProfile(format="icml", renew=True)
    (path,) = desk.output.export([story.id], profile, tmp_path).written
    path.write_text(path.read_text(encoding="utf-8").replace('Self="u', 'Self="u9'), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace('Source="u', 'Source="u9'), encoding="utf-8")
    before = ids(path)
    changed = replace(
        story, body=body(Paragraph(text("Der Rat stimmte am Abend zu.")), *story.body.blocks[1:])
    )
    desk.writing.save(changed)
    assert desk.output.export([story.id], profile, tmp_path).written == (path,)
    assert "am Abend" in path.read_text(encoding="utf-8")
    assert ids(path) == before
    assert len(before) == 6


def test_pictures_lie_beside_the_file_by_the_name_that_it_links(desk, story, tmp_path):
    (path,) = desk.output.export([story.id], "icml", tmp_path / "seite.icml").written
    (found,) = re.findall(r'LinkResourceURI="file:([^"]+)"', path.read_text(encoding="utf-8"))
    assert found == "seite-bilder/Kran.png"
    assert (tmp_path / found).is_file()


def test_an_embargo_does_not_hold_a_page_up_that_appears_after_it_but_marks_the_file(desk, story, tmp_path):
    held = desk.writing.save(
        replace(story, embargo=(hour := desk.clock() + timedelta(hours=3)), publish_time=hour)
    ).article
    for to in ("icml", "tagged-text"):
        (path,) = desk.output.export([held.id], to, tmp_path).written
        assert "Embargoed until" in path.read_bytes().decode("utf-16" if to == "tagged-text" else "utf-8")


def test_a_file_of_ours_that_nobody_changed_reads_as_the_story(desk, story, tmp_path):
    from newsroom.formats import Reading

    (path,) = desk.output.export([story.id], "icml", tmp_path).written
    (incoming,) = desk.guard.read((path.name, path.read_bytes()), Reading(house=desk.house))
    assert incoming.article.body == story.body
    assert incoming.origin
    assert (incoming.origin.uid, incoming.origin.version) == (story.uid, story.version)
