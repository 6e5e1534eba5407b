from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom.domain.body import Picture, body, paragraphs
from newsroom.domain.errors import Embargoed, NotFound, NotWritten, WrongValue
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.formats import Audience, writable

TEXT = ["Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten.", "Er vertagte sich."]


@pytest.fixture
def story(desk):
    draft = desk.writing.new(
        headline="Der Hafen bleibt", section="Region", body=paragraphs(TEXT), publish_time=desk.clock()
    )
    return desk.writing.save(draft).article


def test_one_story_goes_into_a_named_file_and_replaces_it(desk, story, tmp_path):
    out = tmp_path / "new" / "hafen.txt"
    for _round in range(2):
        report = desk.output.export([story.id], "wire", out)
        assert report.written == (out,)
    assert "Der Hafen bleibt" in out.read_text(encoding="utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["hafen.txt"]


def test_names_made_by_the_pattern_never_replace_a_file(desk, story, tmp_path):
    pattern = "{section}-{headline}"
    (name,) = desk.output.names([story], "wire", pattern)
    assert name == "region-Der Hafen bleibt.txt"
    written = [
        desk.output.export([story.id], "wire", tmp_path / "out", pattern).written[0].name for _ in range(2)
    ]
    assert written == [name, "region-Der Hafen bleibt (2).txt"]


def test_several_stories_need_a_folder(desk, story, tmp_path):
    other = desk.writing.save(desk.writing.new(headline="Der Kran", body=paragraphs(TEXT))).article
    with pytest.raises(WrongValue):
        desk.output.export([story.id, other.id], "wire", tmp_path / "both.txt")
    assert len(desk.output.export([story.id, other.id], "wire", tmp_path / "v1.2").written) == 2


def test_an_ending_of_another_format_is_refused(desk, story, tmp_path):
    with pytest.raises(WrongValue):
        desk.output.export([story.id], "wire", tmp_path / "hafen.html")


def test_an_embargo_blocks_readers_and_partners_but_neither_proof_nor_archive(desk, story):
    from dataclasses import replace

    held = replace(story, embargo=desk.clock() + timedelta(hours=1))
    unread = replace(story, embargo_line="Sperrfrist bis zum Ende der Rede")
    over = replace(story, embargo=desk.clock() - timedelta(hours=1))
    for form in writable():
        desk.output.permit(over, form.name)
        for blocked in (held, unread):
            if form.audience in {Audience.READER, Audience.PARTNER, Audience.PAGE}:
                with pytest.raises(Embargoed):
                    desk.output.bytes(blocked, form.name)
            else:
                desk.output.permit(blocked, form.name)
    with pytest.raises(Embargoed):
        desk.output.copy(held)


def test_what_cannot_be_written_is_told_and_does_not_stop_the_rest(desk, story, tmp_path):
    report = desk.output.export([999, story.id], "wire", tmp_path / "out")
    assert len(report.written) == 1
    assert [(one.id, type(one.error)) for one in report.refused] == [(999, NotFound)]


def test_a_place_that_takes_no_files_harms_nothing(desk, story, tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    report = desk.output.export([story.id], "wire", tmp_path / "file" / "folder")
    assert isinstance(report.refused[0].error, NotWritten)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_an_unknown_format_or_gap_is_wrong_from_the_start(desk, story, tmp_path):
    with pytest.raises(WrongValue, match="wire"):
        desk.output.export([story.id], "papyrus", tmp_path)
    with pytest.raises(WrongValue, match=r"\{slug\}"):
        desk.output.export([story.id], "wire", tmp_path, "{name}")
    assert not list(tmp_path.glob("*.txt"))


def test_progress_is_told_and_an_export_can_be_called_off(desk, story, tmp_path):
    other = desk.writing.save(desk.writing.new(headline="Der Kran", body=paragraphs(TEXT))).article
    told = []
    report = desk.output.export(
        [story.id, other.id],
        "wire",
        tmp_path / "out",
        "",
        lambda *step: told.append(step[:2]),
        lambda: bool(told),
    )
    assert report.cancelled
    assert (len(report.written), told) == (1, [(0, 2)])


def test_every_format_writes_a_file_that_is_whole(desk, story, tmp_path):
    for form in writable():
        report = desk.output.export([story.id], form.name, tmp_path / form.name)
        assert not report.refused, form.name
        assert report.written[0].stat().st_size > 100, form.name


def test_renewing_never_replaces_the_file_of_another_story(desk, story, tmp_path):
    other = desk.writing.save(desk.writing.new(headline="Der Kran", body=paragraphs(TEXT))).article
    profile = ExportProfile(format="newsroom", pattern="montag", renew=True)
    names = [
        desk.output.export([one.id], profile, tmp_path / "out").written[0].name
        for one in (story, other, story)
    ]
    assert names == ["montag.handover", "montag (2).handover", "montag.handover"]


def test_what_is_held_back_stays_out_of_the_one_file_and_is_told(desk, story, tmp_path):
    held = desk.writing.save(
        desk.writing.new(headline="Der Kran", embargo=desk.clock() + timedelta(hours=1))
    ).article
    profile = ExportProfile(format="wire", layout=Layout.ONE)
    report = desk.output.export([held.id, story.id], profile, tmp_path / "all.txt")
    assert (report.stories, [one.id for one in report.refused]) == (1, [held.id])
    assert "Kran" not in (tmp_path / "all.txt").read_text(encoding="utf-8")
    only = desk.output.export([held.id], profile, tmp_path / "none.txt")
    assert not only.written
    assert not (tmp_path / "none.txt").exists()


def test_one_file_for_all_is_called_off_whole(desk, story, tmp_path):
    profile = ExportProfile(format="wire", layout=Layout.ONE)
    report = desk.output.export([story.id], profile, tmp_path / "all.txt", "", None, lambda: True)
    assert report.cancelled
    assert not (tmp_path / "all.txt").exists()


def test_a_preview_says_names_and_who_stays_at_home(desk, story):
    held = desk.writing.save(
        desk.writing.new(headline="Der Kran", embargo=desk.clock() + timedelta(hours=1))
    ).article
    preview = desk.output.preview(
        [story.id, held.id, 999], ExportProfile(format="html", pattern="{section}/{id}")
    )
    assert preview.names == (f"region/{story.id}.html",)
    assert [(one.id, type(one.error)) for one in preview.held] == [(held.id, Embargoed), (999, NotFound)]


def test_partners_who_keep_embargoes_get_a_held_story_and_it_is_said(desk, tmp_path):
    held = desk.writing.save(
        desk.writing.new(
            headline="Der Kran", embargo=desk.clock() + timedelta(hours=1), body=paragraphs(TEXT)
        )
    ).article
    profile = ExportProfile(format="newsroom", audience="partner", honours_embargo=True)
    report = desk.output.export([held.id], profile, tmp_path / "out")
    assert len(report.written) == 1
    assert any("partners keep it" in str(loss.message) for loss in report.losses)
    strict = ExportProfile(format="newsroom", audience="partner")
    assert not desk.output.export([held.id], strict, tmp_path / "out").written


def test_a_folder_of_pages_has_each_story_and_picture_once(desk, tmp_path):
    from io import BytesIO

    from PIL import Image

    held = BytesIO()
    Image.radial_gradient("L").resize((1400, 900)).save(held, "PNG")
    asset = desk.library.pictures.add(held.getvalue(), "image/png")
    stories = [
        desk.writing.save(desk.writing.new(headline=headline, body=body(Picture(asset)))).article
        for headline in ("Der Hafen", "Der Kran")
    ]
    profile = ExportProfile(format="html-folder", layout=Layout.ONE)
    report = desk.output.export([one.id for one in stories], profile, tmp_path / "index.html")
    assert (report.stories, report.written) == (2, (tmp_path / "index.html",))
    files = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*") if path.suffix != ".newsroom")
    pages = [path.name for path in files if path.parent.name == "stories"]
    assert pages == ["der-hafen.html", "der-kran.html"]
    pictures = [path for path in files if path.parent.name == "pictures"]
    page = (tmp_path / "stories" / "der-hafen.html").read_text(encoding="utf-8")
    assert len(pictures) > 1
    assert all(path.name in page for path in pictures)
