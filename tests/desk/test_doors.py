"""Every door out of the library, every format that is registered: an embargo and a legal block hold at each of them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.desk.converting import Converter
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import Embargoed, LegallyBlocked, NotAllowed
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.domain.template import template_of
from newsroom.formats import Audience, by_name, writable
from newsroom.settings import House

FORMS = [pytest.param(form, id=form.name) for form in writable()]
HELD = frozenset({Audience.READER, Audience.PARTNER, Audience.PAGE})
"""For whom a file waits where nothing says that it appears late enough."""


@pytest.fixture
def story(desk):
    draft = desk.writing.new(headline="Der Hafen bleibt", body=paragraphs(["Der Rat hat entschieden."]))
    return desk.writing.save(draft).article


@pytest.fixture
def held(desk, story):
    """A story under an embargo that says nothing of when it appears."""
    return desk.writing.save(replace(story, embargo=desk.clock() + timedelta(hours=3))).article


@pytest.fixture
def blocked(desk, story):
    desk.blocking.set([story.id], "Einstweilige Verfügung 27 O 12/26")
    return story


def doors(desk, story, form, tmp_path):
    """Give each door by its name: what opens it, raising or giving what was refused."""

    def exported(profile, where):
        report = desk.output.export([story.id], profile, tmp_path / where)
        if report.refused:
            raise report.refused[0].error
        assert report.written

    def previewed():
        preview = desk.output.preview([story.id], ExportProfile(format=form.name))
        if preview.held:
            raise preview.held[0].error
        assert preview.names

    yield "bytes", lambda: desk.output.bytes(story, form.name)
    yield "one file each", lambda: exported(form.name, "each")
    yield "preview", previewed
    if form.collect:
        yield "together", lambda: exported(ExportProfile(format=form.name, layout=Layout.ONE), "one")
    if form.audience is Audience.READER:
        yield "copy for a CMS", lambda: desk.output.copy(story)


def opens(door, error):
    try:
        door()
    except error:
        return False
    return True


@pytest.mark.parametrize("form", FORMS)
def test_before_its_time_only_what_stays_in_the_house_leaves_by_any_door(desk, held, form, tmp_path):
    for name, door in doors(desk, held, form, tmp_path):
        assert opens(door, Embargoed) == (form.audience not in HELD), name


def test_at_its_time_every_door_opens(desk, held, tmp_path):
    due = desk.writing.save(replace(held, embargo=desk.clock())).article
    for form in writable():
        for name, door in doors(desk, due, form, tmp_path / form.name):
            if form.audience in HELD:
                assert opens(door, Embargoed), (form.name, name)


@pytest.mark.parametrize("form", FORMS)
def test_a_line_that_nobody_could_read_holds_like_an_embargo(desk, story, form, tmp_path):
    unread = desk.writing.save(replace(story, embargo_line="Sperrfrist: nach der Rede")).article
    for name, door in doors(desk, unread, form, tmp_path):
        assert opens(door, Embargoed) == (form.audience not in HELD), name


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_a_blocked_story_leaves_by_any_door(desk, blocked, form, tmp_path):
    for name, door in doors(desk, blocked, form, tmp_path):
        assert not opens(door, LegallyBlocked), name


@pytest.mark.parametrize("form", FORMS)
def test_no_audience_and_no_preset_gets_around_either(desk, held, form, tmp_path):
    for audience in Audience:
        for keeps in (False, True):
            profile = ExportProfile(format=form.name, audience=audience.value, honours_embargo=keeps)
            try:
                report = desk.output.export([held.id], profile, tmp_path / audience)
            except Exception:  # noqa: BLE001 - an audience that does not fit is refused before
                continue
            trusted = form.audience is audience is Audience.PARTNER and keeps
            inside = {form.audience, audience} <= {Audience.PROOF, Audience.ARCHIVE}
            kept_by_them = audience is Audience.PARTNER and keeps and form.audience is not Audience.READER
            assert bool(report.written) <= (trusted or inside or kept_by_them)


@pytest.mark.parametrize("form", [one for one in FORMS if one.values[0].audience is Audience.PAGE])
def test_a_page_may_be_made_when_it_appears_at_the_time_or_later(desk, held, form, tmp_path):
    assert held.embargo
    for hours, open_ in ((0, True), (1, True), (-1, False)):
        held = desk.writing.save(replace(held, publish_time=held.embargo + timedelta(hours=hours))).article
        report = desk.output.export([held.id], form.name, tmp_path / str(hours))
        assert bool(report.written) == open_
    assert "appears before" in str(report.refused[0].message)


def test_the_soonest_edition_that_holds_a_story_says_when_its_page_appears(desk, held, tmp_path):
    late = desk.writing.save(replace(held, publish_time=held.embargo)).article
    edition, _changes = desk.editions.new("Abend", "20.11.2026", "14:00")
    desk.editions.save(desk.editions.with_stories(edition, [late.id]))
    (refused,) = desk.output.export([late.id], "icml", tmp_path).refused
    assert "appears before" in str(refused.error.message)
    desk.editions.save(replace(desk.editions.edition(edition.id), hour=held.embargo))
    assert desk.output.export([late.id], "icml", tmp_path).written


def test_print_that_comes_a_day_later_is_reckoned_so(desk, held, tmp_path):
    desk.preferences.set_house({"print_days_later": 1})
    early = desk.writing.save(replace(held, publish_time=held.embargo - timedelta(hours=2))).article
    assert desk.output.export([early.id], "icml", tmp_path).written


def test_a_conversion_holds_what_the_file_says_is_held(held, desk, tmp_path):
    (source,) = desk.output.export([held.id], "newsroom", tmp_path / "in").written
    converter = Converter(desk.guard, desk.clock, House())
    for form in writable():
        report = converter.convert([source], tmp_path / form.name, form.name)
        assert bool(report.written) == (form.audience not in HELD), form.name
        assert report.held == (form.audience in HELD)


def test_a_hand_over_takes_its_embargo_along(desk, held, tmp_path):
    from newsroom.formats import Reading

    (file,) = desk.output.export([held.id], "newsroom", tmp_path).written
    (incoming,) = desk.guard.read((file.name, file.read_bytes()), Reading(house=desk.house))
    assert incoming.article.embargo == held.embargo


@pytest.mark.parametrize("form", ["pdf", "pdf-columns", "pdf-reading"])
def test_paper_shows_the_embargo_and_takes_nothing_that_is_blocked(desk, held, form, tmp_path):
    assert desk.printing.pages(held, form, "", paper=True)
    desk.printing.save(held, form, "", tmp_path / "proof.pdf")
    desk.blocking.set([held.id], "Unterlassung")
    for door in (
        lambda: desk.printing.pages(held, form, "", paper=True),
        lambda: desk.printing.pdf(held, form, ""),
        lambda: desk.printing.save(held, form, "", tmp_path / "blocked.pdf"),
    ):
        with pytest.raises(LegallyBlocked):
            door()
    assert not (tmp_path / "blocked.pdf").exists()


@pytest.mark.parametrize("form", ["pdf", "pdf-columns", "pdf-reading"])
def test_every_page_of_a_proof_is_stamped(desk, story, form, tmp_path):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed, because poppler is not")
    long = ["Der Rat hat am Abend lange beraten und vertagte sich. " * 20] * 20
    held = replace(story, body=paragraphs(long), embargo=desk.clock() + timedelta(hours=3))
    desk.printing.save(held, form, "", tmp_path / "proof.pdf")
    command = ["pdftotext", "-layout", str(tmp_path / "proof.pdf"), "-"]
    words = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    pages = words.rstrip("\f").split("\f")
    assert len(pages) > 1
    assert all("Embargoed until" in page for page in pages)


@pytest.mark.parametrize("form", ["docx-review", "docx-manuscript"])
def test_a_word_proof_has_the_stamp_in_the_head_of_each_page(desk, held, form):
    package = zipfile.ZipFile(io.BytesIO(desk.output.bytes(held, form).data))
    assert "Embargoed until" in package.read("word/newsroom-header.xml").decode()
    assert "rHeader" in package.read("word/document.xml").decode()
    free = zipfile.ZipFile(io.BytesIO(desk.output.bytes(replace(held, embargo=None), form).data))
    assert "Embargoed" not in "".join(free.read(name).decode("utf-8", "replace") for name in free.namelist())


def test_a_stamped_word_file_comes_back_without_a_word_about_its_head(desk, held, tmp_path):
    from newsroom.formats import Reading

    data = desk.output.bytes(held, "docx-review").data
    (incoming,) = desk.guard.read(("zurück.docx", data), Reading(house=desk.house))
    assert incoming.losses == ()
    assert incoming.article.headline == held.headline


def test_a_lifted_block_opens_them_again(desk, blocked, tmp_path):
    desk.blocking.lift([blocked.id], "aufgehoben")
    for name, door in doors(desk, blocked, by_name("html"), tmp_path):
        assert opens(door, NotAllowed), name


def test_nothing_blocked_becomes_a_template_or_a_part_of_another_story(desk, blocked):
    other = desk.writing.save(desk.writing.new(headline="Der Kran", body=paragraphs(["Er steht."]))).article
    with pytest.raises(LegallyBlocked):
        desk.shorthand.put_template(template_of("Hafen", blocked), house=True, made_of=blocked)
    for pair in ((blocked.id, other.id), (other.id, blocked.id)):
        with pytest.raises(LegallyBlocked):
            desk.doubles.joining(*pair)


def test_no_print_version_is_made_of_what_is_blocked(desk, blocked):
    with pytest.raises(LegallyBlocked):
        desk.versions.derive(blocked)
