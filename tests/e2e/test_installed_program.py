"""The installed program as a stranger meets it: processes, files, exit codes, and nothing of its inside."""

import json
import os
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "sample"
SEED = Path(os.environ.get("NEWSROOM_TEST_DATA", ROOT.parent / "shared" / "data")) / "seed-article.txt"
SEED_HEADLINE = "Russland sieht Chance für neue Beziehungen zu den USA"


class Answer:
    """What a process said and how it ended; no answer may ever show a traceback."""

    def __init__(self, process):
        self.code, self.out, self.err = process.returncode, process.stdout, process.stderr
        assert "Traceback" not in self.out + self.err

    @property
    def json(self):
        return json.loads(self.out)


class Program:
    """The program with a home and a library of its own, called from a folder that is not the checkout."""

    def __init__(self, folder):
        self.folder = folder
        self.library = folder / "test.newsroom"
        (folder / "home").mkdir()

    def __call__(self, *arguments, library=None):
        return Answer(
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "newsroom",
                    "--library",
                    str(library or self.library),
                    *map(str, arguments),
                ],
                capture_output=True,
                text=True,
                encoding="utf-8",
                stdin=subprocess.DEVNULL,
                cwd=self.folder,
                env={
                    "PATH": os.defpath,
                    "HOME": str(self.folder / "home"),
                    "PYTHONPATH": str(ROOT),
                    "LANG": "C.UTF-8",
                },
                check=False,
                timeout=100,
            )
        )


@pytest.fixture
def newsroom(tmp_path):
    return Program(tmp_path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Give the program with the samples in its library, and what their import said."""
    program = Program(tmp_path_factory.mktemp("filled"))
    program.answer = program("import", SAMPLES, "--json")
    program.ids = {Path(story["file"]).name[:2]: story["id"] for story in program.answer.json["imported"]}
    return program


def rules(findings):
    return {finding["rule"] for finding in findings}


@pytest.mark.skipif(not SEED.exists(), reason="the seed story does not lie beside the checkout")
def test_the_seed_story_arrives_whole(newsroom):
    answer = newsroom("import", SEED, "--json")
    assert answer.code == 0
    (story,) = answer.json["imported"]
    assert "headline-repeated" in rules(story["findings"])
    shown = newsroom("show", story["id"], "--json").json
    assert shown["headline"] == SEED_HEADLINE
    assert shown["section"] == "Welt Nachrichten"
    assert shown["publish_time"] == "2025-03-27T11:25:00+01:00"
    assert shown["language"].startswith("de")
    assert [block["type"] for block in shown["body"]] == ["paragraph"] * 6
    assert SEED_HEADLINE not in [block["text"] for block in shown["body"]]


@pytest.mark.skipif(not SEED.exists(), reason="the seed story does not lie beside the checkout")
def test_the_seed_story_leaves_in_its_canonical_form(newsroom):
    id_ = newsroom("import", SEED, "--json").json["imported"][0]["id"]
    target = newsroom.folder / "again.txt"
    newsroom("export", id_, "--to", "wire", "--out", target)
    text = SEED.read_text(encoding="utf-8")
    assert target.read_text(encoding="utf-8") == text.replace(f"\n\n{SEED_HEADLINE}", "", 1).rstrip("\n")


def test_the_samples_come_in_whole(filled):
    assert filled.answer.code == 0
    assert len(filled.answer.json["imported"]) == 12
    assert filled.answer.json["refused"] == []


def test_the_same_source_again_is_known(filled):
    again = filled("import", SAMPLES / "01-faehre-agentur.txt", "--json").json
    assert again["imported"] == []
    assert [story["id"] for story in again["known"]] == [filled.ids["01"]]


def test_a_list_can_be_narrowed(filled):
    hits = filled("list", "--section", "Wissen", "--json").json["hits"]
    assert [hit["id"] for hit in hits] == [filled.ids["04"]]
    assert hits[0].keys() >= {"id", "headline", "snippet", "section", "publish_time", "state"}


def test_a_list_that_is_cut_says_so(filled):
    answer = filled("list", "--limit", "3", "--json").json
    assert (len(answer["hits"]), answer["more"]) == (3, True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Bugklappe", {"01", "02"}),
        ("faehre monatskarte", {"08"}),
        ('"one pair of hands"', {"12"}),
        ('" AND (', set()),
    ],
    ids=["a word", "folded umlaut", "a phrase", "no syntax"],
)
def test_search_finds_words_in_the_text(filled, words, found):
    answer = filled("search", words, "--json")
    assert answer.code == 0
    assert {hit["id"] for hit in answer.json["hits"]} >= {filled.ids[name] for name in found}


def test_a_like_headline_is_found_with_its_reason(filled):
    matches = filled("lookalikes", "--id", filled.ids["01"], "--json").json["matches"]
    match = next(match for match in matches if match["id"] == filled.ids["02"])
    assert match["kind"] in {"equal", "very-like", "like"}
    assert "Ammerhafen" in " ".join(match["shared"]) or "ammerhafen" in " ".join(match["shared"])


def test_a_headline_that_is_not_written_yet_can_be_asked_for(filled):
    answer = filled("lookalikes", "Die Bank vor dem Rathaus muss bleiben", "--json").json
    assert (answer["matches"][0]["id"], answer["matches"][0]["kind"]) == (filled.ids["07"], "equal")


def test_checks_find_what_was_planted(filled):
    stories = filled("check", "--all", "--json").json["stories"]
    found = {story["id"]: rules(story["findings"]) for story in stories}
    assert "headline-repeated" in found[filled.ids["03"]]
    assert {"weekday-date", "quotes"} <= found[filled.ids["07"]]
    assert "doubled-word" in found[filled.ids["11"]]
    assert "lead-missing" in found[filled.ids["05"]]


def test_findings_are_no_failure(filled):
    assert filled("check", "--all").code == 0


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("wire", "Veröff".encode()),
        ("html", b"<!"),
        ("html-fragment", b"<"),
        ("docx", b"PK"),
        ("pdf", b"%PDF-"),
    ],
)
def test_a_story_leaves_in_every_format(filled, form, start):
    folder = filled.folder / form
    answer = filled("export", filled.ids["02"], "--to", form, "--out", f"{folder}/", "--json")
    assert answer.code == 0
    (written,) = answer.json["written"]
    data = (filled.folder / (written["file"] if isinstance(written, dict) else written)).read_bytes()
    assert data[:16].lower().startswith(start.lower())


def test_a_word_file_holds_the_text(filled):
    target = filled.folder / "bank.docx"
    filled("export", filled.ids["07"], "--to", "docx", "--out", target)
    with zipfile.ZipFile(target) as package:
        assert package.testzip() is None
        assert "vier Bretter, zwei Füße aus Gusseisen" in package.read("word/document.xml").decode()


def test_readers_wait_for_the_embargo_and_the_proof_does_not(newsroom):
    id_ = newsroom("import", SAMPLES / "04-moor-sperrfrist.txt", "--json").json["imported"][0]["id"]
    newsroom("set", id_, "publish_time=01.12.2099 06:00", "embargo=01.12.2099 06:00")
    refused = newsroom("export", id_, "--to", "html", "--out", newsroom.folder / "early.html", "--json")
    assert refused.code == 5
    assert "error" in refused.json
    assert not (newsroom.folder / "early.html").exists()
    proof = newsroom("export", id_, "--to", "pdf", "--out", newsroom.folder / "proof.pdf")
    assert proof.code == 0
    assert (newsroom.folder / "proof.pdf").stat().st_size > 1000


def test_fields_and_text_can_be_set(newsroom):
    id_ = newsroom("import", SAMPLES / "03-haushalt-doppelte-ueberschrift.txt", "--json").json["imported"][0][
        "id"
    ]
    text = newsroom.folder / "text.txt"
    text.write_text("Erster Absatz.\n\nZweiter Absatz.", encoding="utf-8")
    answer = newsroom("set", id_, "headline=Neu gefasst", "publish_time=15.11.2026 18:30", f"body=@{text}")
    assert answer.code == 0
    shown = newsroom("show", id_, "--json").json
    assert shown["headline"] == "Neu gefasst"
    assert datetime.fromisoformat(shown["publish_time"]).isoformat() == "2026-11-15T18:30:00+01:00"
    assert [block["text"] for block in shown["body"]] == ["Erster Absatz.", "Zweiter Absatz."]


def test_people_can_be_added_and_listed(newsroom):
    assert newsroom("people", "add", "Malin Torbeck", "--role", "journalist", "--role", "editor").code == 0
    assert "Malin Torbeck" in newsroom("people", "list", "--json").out


def test_a_refused_file_is_told_and_the_others_come_in(newsroom):
    empty = newsroom.folder / "empty.txt"
    empty.write_bytes(b"")
    answer = newsroom("import", empty, SAMPLES / "10-marrow-bay-wire.txt", "--json")
    assert answer.code == 3
    assert [Path(entry["file"]).name for entry in answer.json["refused"]] == ["empty.txt"]
    assert answer.json["refused"][0]["reason"]
    assert len(answer.json["imported"]) == 1


def test_a_wrong_command_is_a_matter_of_usage(newsroom):
    assert newsroom("improt").code == 2
    assert newsroom("list", "--limit", "many").code == 2


def test_a_file_that_is_no_library_is_left_alone(newsroom):
    letter = newsroom.folder / "letter.txt"
    letter.write_text("Dear editor", encoding="utf-8")
    answer = newsroom("list", "--json", library=letter)
    assert answer.code == 4
    assert "error" in answer.json
    assert letter.read_text(encoding="utf-8") == "Dear editor"


def test_global_options_may_stand_before_or_after_the_command(newsroom):
    before = newsroom("--lang", "de", "list", "--help")
    after = newsroom("list", "--help", "--lang", "de")
    assert before.out == after.out
    assert before.out != newsroom("list", "--help", "--lang", "en").out


def test_the_tour_shows_the_whole_road(newsroom):
    out = newsroom.folder / "tour"
    answer = newsroom("tour", "--out", out)
    assert answer.code == 0
    for picture in ("desk-light.png", "desk-dark.png"):
        assert (out / picture).read_bytes().startswith(b"\x89PNG")
    assert {path.suffix for path in out.rglob("*") if path.is_file()} >= {
        ".txt",
        ".html",
        ".docx",
        ".pdf",
        ".png",
    }
    assert "desk-light.png" in answer.out or str(out) in answer.out
