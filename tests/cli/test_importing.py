from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsroom.desk import batches
from newsroom.library.sqlite import engine

SEED = (
    Path(os.environ.get("NEWSROOM_TEST_DATA") or Path(__file__).parents[3] / "shared" / "data")
    / "seed-article.txt"
)


def test_an_import_answers_what_came_what_was_refused_and_what_was_known(ask, wire, tmp_path):
    path, empty = wire("Der Hafen bleibt"), tmp_path / "empty.txt"
    empty.touch()
    code, answer = ask("import", path, empty)
    assert code == 3
    (one,) = answer["imported"]
    assert (one["file"], one["headline"]) == (str(path), "Der Hafen bleibt")
    assert {"id", "file", "headline", "findings"} <= set(one)
    assert answer["refused"] == [{"file": str(empty), "reason": "The file is empty."}]
    assert ask("import", path)[1]["known"] == [{"file": str(path), "id": one["id"]}]


def test_people_read_the_same_in_a_table_of_80_columns(call, wire):
    code, out, err = call("import", wire("Der Hafen bleibt, und zwar " + "sehr " * 20 + "lange"))
    assert (code, err) == (0, "")
    assert "1 story imported." in out
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


@pytest.mark.long
def test_a_file_that_comes_back_says_to_which_story_with_how_many_changes_by_whom(ask, call, wire, tmp_path):
    import io

    import docx

    _, answer = ask("import", wire("Der Hafen bleibt"))
    number = answer["imported"][0]["id"]
    ask("export", number, "--to", "docx", "--out", tmp_path / "out")
    (sent,) = (tmp_path / "out").rglob("*.docx")
    document = docx.Document(io.BytesIO(sent.read_bytes()))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("Januar", "Februar")
    document.core_properties.last_modified_by = "M. Weber"
    document.save(sent)
    code, out, err = call("import", sent)
    assert (code, err) == (0, "")
    assert "One file came back to “Der Hafen bleibt” with one change by M. Weber." in " ".join(out.split())
    document.save(tmp_path / "again.docx")
    (back,) = ask("import", tmp_path / "again.docx")[1]["returned"] or [{"changes": 0}]
    assert back["changes"] == 0


@pytest.mark.skipif(
    not SEED.is_file(), reason="the seed article is not here, because it lies beside the project"
)
def test_the_seed_article_comes_in_as_it_was_meant(ask):
    code, answer = ask("import", SEED)
    assert code == 0
    (one,) = answer["imported"]
    assert "headline-repeated" in {found["rule"] for found in one["findings"]}
    story = ask("show", one["id"])[1]
    assert story["headline"] == "Russland sieht Chance für neue Beziehungen zu den USA"
    assert story["section"] == "Welt Nachrichten"
    assert story["publish_time"] == "2025-03-27T11:25:00+01:00"
    assert story["language"] == "de"
    assert [block["type"] for block in story["body"]] == ["paragraph"] * 6


@pytest.mark.skipif(
    not SEED.is_file(), reason="the seed article is not here, because it lies beside the project"
)
def test_the_seed_article_goes_out_in_its_canonical_form(ask, tmp_path):
    _code, answer = ask("import", SEED)
    out = tmp_path / "seed.txt"
    ask("export", answer["imported"][0]["id"], "--to", "wire", "--out", out)
    head, headline, _repeated, *rest = SEED.read_text(encoding="utf-8").split("\n\n")
    assert out.read_text(encoding="utf-8") == "\n\n".join([head, headline, *rest])


@pytest.fixture
def narrow(story, monkeypatch):
    """A library with one story and room for another small one; an import keeps each file for itself."""
    assert story

    def bound(path, mode):
        connection = connect(path, mode)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={max(pages, 1) + 40}")
        return connection

    connect = engine.connect
    monkeypatch.setattr(engine, "connect", bound)
    monkeypatch.setattr(batches, "BATCH", 1)


@pytest.fixture
def files(narrow, wire):
    """A small file and one that finds no room."""
    small, large = wire("Der Hafen bleibt", "a.txt"), wire("Der Rat tagt", "b.txt")
    large.write_text(large.read_text(encoding="utf-8") + "\n\n" + "Ein Satz. " * 100_000, encoding="utf-8")
    return small, large


def test_an_import_that_finds_no_more_room_still_answers_what_it_brought_in(ask, files):
    small, large = files
    code, answer = ask("import", small, large)
    assert (code, answer["error"]["kind"], answer["error"]["code"]) == (4, "library-unusable", 4)
    assert [one["file"] for one in answer["imported"]] == [str(small)]
    assert answer["cancelled"] is False
    assert ask("show", answer["imported"][0]["id"])[1]["headline"] == "Der Hafen bleibt"


def test_people_read_what_came_in_and_then_why_it_ended(call, files):
    code, out, err = call("import", *files)
    assert code == 4
    assert "1 story imported." in out
    assert err == "The disk is full. Nothing was lost: make room and save again.\n"


def test_an_import_of_which_nothing_found_room_is_only_told(ask, files):
    code, answer = ask("import", files[1])
    assert (code, set(answer)) == (4, {"error"})


@pytest.mark.long
def test_a_newer_text_of_a_file_is_taken_left_or_made_a_story_of_its_own(ask, call, wire):
    path = wire("Der Hafen bleibt")
    number = ask("import", path)[1]["imported"][0]["id"]
    path.write_text(path.read_text(encoding="utf-8").replace("Januar", "Februar"), encoding="utf-8")
    code, answer = ask("import", path, "--newer", "leave")
    assert (code, [one["id"] for one in answer["left"]]) == (0, [number])
    code, answer = ask("import", path)
    assert (code, [one["id"] for one in answer["updated"]]) == (0, [number])
    path.write_text(path.read_text(encoding="utf-8").replace("Februar", "März"), encoding="utf-8")
    _, out, _ = call("import", path, "--newer", "leave")
    assert "1 newer text left." in out
    _, answer = ask("import", path, "--newer", "new")
    assert answer["imported"][0]["id"] != number
    path.write_text(path.read_text(encoding="utf-8").replace("März", "April"), encoding="utf-8")
    _, out, _ = call("import", path)
    assert "1 story brought up to date." in out
