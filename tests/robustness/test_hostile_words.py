"""Headlines, searches and names that mean harm are words; two programs and a wrong clock lose nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.errors import EditedElsewhere

ROOT = Path(__file__).parents[2]
HEADLINES = (
    "../../x",
    "/etc/passwd",
    r"..\..\x",
    "CON",
    "nul.txt",
    "COM¹",
    "~$lock",
    "-rf",
    ".hidden",
    'a<b>:"c|d?e*',
    "Punkt. ",
    "zwei\nZeilen",
    "\u202egpj.exe",
    "🐟" * 100,
    "Wort " * 200_000,
    "",
)


def test_every_headline_becomes_a_safe_name_inside_the_folder_and_none_replaces_another(library, tmp_path):
    out = tmp_path / "deep" / "out"
    with open_desk(library) as desk:
        saved = [
            desk.writing.save(desk.writing.new(headline=headline, body=paragraphs(["Text."]))).article
            for headline in HEADLINES
        ]
        for pattern in ("{headline}", "../../{headline}", "{section}/{headline}"):
            report = desk.output.export([one.id for one in saved], "wire", out, pattern)
            assert report.refused == ()
            assert {path.parent for path in report.written} == {out}
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 3 * len(HEADLINES)
    assert all(len(name.encode()) <= 120 and name.endswith(".txt") for name in names)
    assert not [name for name in names if name[0] in ".-~" or set(name) & set('<>:"/\\|?*\n\u202e')]
    assert not {"CON", "NUL", "COM¹"} & {name.split(".")[0].rstrip().upper() for name in names}
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == ["out"]


def test_a_headline_is_never_more_than_words_to_a_terminal(newsroom, library):
    done = newsroom("set", 1, "headline=\x1b[31mRot \u202egpj.exe a\udcffb", "--library", library)
    assert done.returncode == 0
    listed = newsroom("list", "--library", library)
    assert listed.returncode == 0
    assert "gpj.exe ab" in listed.stdout
    assert not {"\x1b", "\u202e"} & set(listed.stdout)


@pytest.mark.parametrize("query", ['" AND (', "a\udcff"])
def test_a_search_for_syntax_is_a_search_for_words(newsroom, library, query):
    done = newsroom("search", "--library", library, "--json", "--", query)
    assert done.returncode == 0
    assert json.loads(done.stdout)["more"] is False


def test_two_imports_of_the_same_files_at_once_bring_each_story_once(own, library, wires):
    folder = wires(40)
    command = [sys.executable, "-m", "newsroom", "import", str(folder), "--library", str(library), "--json"]
    running = [
        subprocess.Popen(
            command, cwd=ROOT, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    answers = [program.communicate() for program in running]
    assert [program.returncode for program in running] == [0, 0], answers
    assert not [wrong for _said, wrong in answers if wrong]
    said = [json.loads(out) for out, _wrong in answers]
    assert {len(one["imported"]) + len(one["known"]) for one in said} == {40}
    with open_desk(library) as desk:
        assert desk.lists.counts().all == 41
        assert desk.library.check() == ()


def test_a_clock_that_goes_back_years_loses_no_version_and_no_order(library):
    with open_desk(library) as desk:
        first = desk.writing.open(1)
    wrong = datetime(1980, 1, 1, tzinfo=UTC)
    with open_desk(library, clock=lambda: wrong) as desk:
        second = desk.writing.save(replace(first, headline="Mit falscher Uhr")).article
        desk.writing.autosave(replace(second, headline="Noch nicht"))
    with open_desk(library) as desk:
        third = desk.writing.save(replace(second, headline="Mit richtiger Uhr")).article
        assert [one.version for one in desk.library.history.revisions(1)] in ([3, 2, 1], [1, 2, 3])
        assert desk.library.history.revision(1, 2).headline == "Mit falscher Uhr"
        assert third.version == 3
        assert [draft.article.headline for draft in desk.writing.recoverable()] == ["Noch nicht"]
        assert desk.library.check() == ()
        with pytest.raises(EditedElsewhere):
            desk.writing.save(replace(second, headline="Veraltet"))


def test_a_time_keeps_its_moment_through_the_library(library):
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the hour that Berlin has twice
    with open_desk(library) as desk:
        story = replace(desk.writing.open(1), publish_time=moment)
        desk.writing.save(story)
        kept = desk.writing.open(1)
        assert kept.publish_time == moment
        assert all(
            when.tzinfo is not None for when in (kept.publish_time, kept.created, kept.modified) if when
        )


def test_a_million_characters_come_in_whole_or_not_at_all(newsroom, library, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text(
        "Veröffentlichungsdatum: 19.11.2026 11:25 / Region\n\n" + "Hafen Kran " * 90_909 + "\n\nEnde.\n"
    )
    done = json.loads(newsroom("import", long, "--library", library, "--json").stdout)
    (one,) = done["imported"]
    with open_desk(library) as desk:
        story = desk.writing.open(one["id"])
        words = f"{story.headline} {plain_text(story.body)}"
    assert words.count("Hafen Kran") == 90_909
    assert words.endswith("Ende.")
