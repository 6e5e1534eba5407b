"""Files in their places: free names, files beside, ids kept, and nothing harmed where a place takes none."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk.placing import Places, put
from newsroom.desk.presses import TRIED, Presses, collected
from newsroom.desk.targets import Target
from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import NotWritten
from newsroom.domain.export_profile import ExportProfile
from newsroom.formats import Format, Writing, Written, by_name

FORM = Format(name="sample", title="Sample", extensions=(".sample",), mime="x/y")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_files_of_one_export_never_get_the_same_place(tmp_path):
    places = Places(Target(tmp_path, one_file=False))
    names = [places.place(name).path.name for name in ("Hafen.txt", "hafen.txt", "Hafen.txt")]
    assert names == ["Hafen.txt", "hafen (2).txt", "Hafen (3).txt"]


def test_a_renewed_file_keeps_its_path_and_the_writer_gets_what_stood_there(tmp_path):
    (tmp_path / "hafen.icml").write_bytes(b"ids")
    places = Places(Target(tmp_path, one_file=False), renew=True)
    first, second = places.place("hafen.icml"), places.place("hafen.icml")
    assert (first.path.name, first.former) == ("hafen.icml", b"ids")
    assert (second.path.name, second.former) == ("hafen (2).icml", None)


def test_a_named_file_is_renewed_too(tmp_path):
    (tmp_path / "hafen.icml").write_bytes(b"ids")
    place = Places(Target(tmp_path / "hafen.icml", one_file=True)).place("anything")
    assert (place.path, place.former) == (tmp_path / "hafen.icml", b"ids")


def test_files_beside_are_written_and_stay_in_the_folder(tmp_path):
    written = Written(b"story", beside={"hafen-bilder/1a.jpg": b"picture", "hafen.css": b"style"})
    put(tmp_path / "hafen.sample", written, FORM)
    assert everything(tmp_path) == {
        "hafen.sample": b"story",
        "hafen-bilder/1a.jpg": b"picture",
        "hafen.css": b"style",
    }


@pytest.mark.parametrize("name", ["../out.jpg", "/etc/out.jpg", "a/../../out.jpg", "..\\out.jpg", "..", ""])
def test_a_file_beside_that_would_lie_elsewhere_is_refused_whole(tmp_path, name):
    home = tmp_path / "home"
    home.mkdir()
    with pytest.raises(NotWritten):
        put(home / "a.sample", Written(b"story", beside={"good.jpg": b"x", name: b"y"}), FORM)
    assert everything(tmp_path) == {}


def fail(number):
    def failing(*_arguments, **_names):
        raise OSError(number, os.strerror(number))

    return failing


@pytest.mark.parametrize(
    ("step", "number", "words"),
    [
        ("replace", errno.EACCES, "another program has it open"),
        ("replace", errno.EBUSY, "another program has it open"),
        ("fsync", errno.ENOSPC, "disk is full"),
        ("open", errno.ENAMETOOLONG, "path is too long"),
        ("fsync", errno.EIO, "Save it somewhere else"),
    ],
)
def test_each_way_to_fail_harms_nothing_and_has_its_sentence(tmp_path, monkeypatch, step, number, words):
    (tmp_path / "hafen.sample").write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path if step == "replace" else os, step, fail(number))
        with pytest.raises(NotWritten, match=words):
            put(tmp_path / "hafen.sample", Written(b"new"), FORM)
    assert everything(tmp_path) == {"hafen.sample": b"old"}


def test_a_path_that_is_too_long_is_said(tmp_path):
    deep = tmp_path.joinpath(*["x" * 200] * 30)
    with pytest.raises(NotWritten, match="too long"):
        Places(Target(deep, one_file=False)).place("a.txt")


def test_what_a_format_writes_beside_and_the_name_it_is_told_meet(desk, tmp_path, monkeypatch):
    told = []

    def write(_article, writing):
        told.append((writing.stem, writing.former))
        return Written(b"story", beside={f"{writing.stem}-bilder/1.jpg": b"picture"})

    form = replace(by_name("text"), write=write)
    monkeypatch.setattr("newsroom.desk.output.writable", lambda _name: form)
    story = desk.writing.save(desk.writing.new(headline="Hafen", body=paragraphs(["Text."]))).article
    profile = ExportProfile(format="text", pattern="{slug}", renew=True)
    for _round in range(2):
        desk.output.export([story.id], profile, tmp_path / "out")
    assert told == [("hafen", None), ("hafen", b"story")]
    assert everything(tmp_path / "out") == {"hafen.txt": b"story", "hafen-bilder/1.jpg": b"picture"}


def test_stories_are_pressed_in_other_processes_where_that_is_worth_it_and_read_the_same():
    story = Article.new(headline="Der Hafen bleibt", body=paragraphs(["Der Rat vertagte sich."]))
    form, writing = by_name("html"), Writing(picture={}.get)
    here = form.write(story, writing)
    with Presses(form, 100, worth=0.0) as presses:
        found = [presses.write(story, writing) for _ in range(TRIED + 2)]
        assert presses.started
    assert all(one == here for one in found)
    with Presses(form, 100) as presses:
        found = [presses.write(story, writing) for _ in range(TRIED + 2)]
        assert not presses.started


def test_a_press_that_is_killed_costs_no_story():
    story = Article.new(headline="Der Hafen bleibt", body=paragraphs(["Der Rat vertagte sich."]))
    form, writing = by_name("html"), Writing(picture={}.get)
    with Presses(form, 100, worth=0.0) as presses:
        for _ in range(TRIED + 1):
            presses.write(story, writing)
        for process in list(presses._pool._processes.values()):
            process.kill()
            process.join()
        assert presses.write(story, writing) == form.write(story, writing)
        assert not presses.started


def test_many_stories_in_one_file_are_pressed_in_a_process_where_that_takes_long():
    stories = [Article.new(headline=f"Hafen {number}", body=paragraphs(["Text."])) for number in range(TRIED)]
    form, writing = by_name("text"), Writing(picture=lambda _asset: b"")
    assert collected(form, stories, writing, worth=0.0) == collected(form, stories, writing)
