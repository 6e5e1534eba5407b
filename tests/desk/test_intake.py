from __future__ import annotations

import pytest

from newsroom.desk import batches, intake
from newsroom.domain.article import Article
from newsroom.domain.body import block_text, paragraphs


def test_a_wire_story_comes_in_with_its_fields_and_findings(desk, wire):
    report = desk.intake.read([wire("Der Hafen bleibt vorerst ohne Kran")])
    (one,) = report.imported
    story = desk.writing.open(one.id)
    assert (story.headline, story.section, story.detected_language) == (
        "Der Hafen bleibt vorerst ohne Kran",
        "Region",
        "de",
    )
    assert story.imported
    assert (report.refused, report.known, report.cancelled) == ((), (), False)


def test_the_same_bytes_are_known_even_under_another_name_and_within_one_import(desk, wire):
    first = wire("Der Hafen bleibt", "a.txt")
    report = desk.intake.read([first, wire("Der Hafen bleibt", "b.txt")])
    (one,) = report.imported
    assert [(known.file, known.id) for known in report.known] == [(str(first.with_name("b.txt")), one.id)]
    again = desk.intake.read([first])
    assert (again.imported, again.known[0].id) == ((), one.id)


def test_one_broken_file_never_stops_the_rest(desk, wire, tmp_path):
    folder = tmp_path / "inbox"
    wire("Der Hafen bleibt", "a.txt", folder)
    (folder / "b.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "c.txt").write_bytes(b"")
    wire("Der Kran kommt doch", "d.txt", folder)
    report = desk.intake.read([folder, tmp_path / "nowhere.txt"])
    assert [one.headline for one in report.imported] == ["Der Hafen bleibt", "Der Kran kommt doch"]
    assert {refusal.file.rpartition("/")[2] for refusal in report.refused} == {
        "b.docx",
        "c.txt",
        "nowhere.txt",
    }
    assert all(str(refusal.message) for refusal in report.refused)


def test_progress_is_told_and_the_import_can_be_called_off_between_batches(desk, wire, tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "BATCH", 2)
    for number in range(5):
        wire(f"Meldung {number} aus dem Hafen", f"{number}.txt", tmp_path / "inbox")
    told = []
    report = desk.intake.read(
        [tmp_path / "inbox"], lambda *step: told.append(step[:2]), lambda: (4, 5) in told
    )
    assert report.cancelled
    assert 2 <= len(report.imported) <= 4
    assert told == [(number, 5) for number in range(1, 5)]
    rest = desk.intake.read([tmp_path / "inbox"])
    assert len(rest.imported) + len(report.imported) == 5


def test_a_copy_of_a_refused_file_is_refused_too(desk, tmp_path):
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"PK\x03\x04broken")
    report = desk.intake.read([tmp_path / "a.docx", tmp_path / "b.docx"])
    assert [refusal.file for refusal in report.refused] == [
        str(tmp_path / "a.docx"),
        str(tmp_path / "b.docx"),
    ]


@pytest.mark.long
def test_the_cards_of_imported_stories_show_how_much_was_found(desk):
    desk.samples.fill()
    assert sum(card.lookalikes > 0 for card in desk.lists.page().items) == 2


def test_several_stories_in_one_file_come_in_together(desk, wire):
    path = wire("Der Hafen bleibt")
    path.write_text(
        path.read_text(encoding="utf-8")
        + "\n\n"
        + wire("Der Kran kommt", "b.txt").read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    report = desk.intake.read([path])
    assert [one.headline for one in report.imported] == ["Der Hafen bleibt", "Der Kran kommt"]


@pytest.mark.parametrize(
    ("headline", "texts", "left"),
    [
        ("Der Hafen", ["Der Hafen", "Text."], ["Text."]),
        ("Der „Hafen“", ["der hafen", "Text."], ["Text."]),
        ("Der Hafen", ["Ortszeile", "Der Hafen", "Text."], ["Ortszeile", "Text."]),
        ("Der Hafen", ["Der Hafen"], ["Der Hafen"]),
        ("Der Hafen", ["Der Hafen bleibt.", "Text."], ["Der Hafen bleibt.", "Text."]),
        ("Der Hafen", ["A.", "B.", "Der Hafen"], ["A.", "B.", "Der Hafen"]),
        ("", ["", "Text."], ["", "Text."]),
    ],
)
def test_a_headline_is_taken_out_only_where_it_is_surely_repeated(headline, texts, left):
    story = Article.new(headline=headline, body=paragraphs(texts))
    done = intake.without_repeated_headline(story)
    assert [block_text(block) for block in done.body.blocks] == left
    assert len(done.import_notes) == len(texts) - len(left)


def test_pictures_beside_a_markdown_file_come_with_it(desk):
    from newsroom import resources

    report = desk.intake.read([resources.find("sample", "02-faehre-bericht.md")])
    story = desk.writing.open(report.imported[0].id)
    (asset,) = [block.asset for block in story.body.blocks if hasattr(block, "asset")]
    assert desk.library.pictures.get(asset).startswith(b"\x89PNG")


def test_what_is_said_of_most_of_many_stories_is_told_once(desk, tmp_path):
    for number in range(12):
        words = (
            "Der Rat tagt.\n\nMehr dazu im Januar." if number else "Der Rat der der tagt.\n\nMehr im Januar."
        )
        (tmp_path / f"{number}.md").write_text(f"# Meldung Nummer {number} vom Hafen\n\n{words}")
    report = desk.intake.read(sorted(tmp_path.glob("*.md")))
    shared = {str(message): count for message, count in report.shared().items()}
    assert shared["The section is missing."] == 12
    assert not any("der" in message and "twice" in message for message in shared)
