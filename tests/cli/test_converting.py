"""``newsroom convert``: from one format into another, without a library."""

import hashlib

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import Picture, paragraphs
from newsroom.domain.body import body as body_of
from newsroom.formats import Reading, Writing, by_name, wire, writable
from tests.formats.newsroom.test_handover import PNG

TEXT = "# Der Hafen bleibt\n\nDer Rat **vertagte** sich.\n"


@pytest.fixture
def page(tmp_path):
    place = tmp_path / "hafen.md"
    place.write_text(TEXT, encoding="utf-8")
    return place


@pytest.mark.parametrize("ending", [".docx", ".html", ".txt", ".pdf", ".handover"])
def test_the_ending_says_the_format_and_no_library_is_made(ask, page, tmp_path, ending):
    out = tmp_path / f"out{ending}"
    code, answer = ask("convert", page, out)
    assert (code, answer["written"]) == (0, [str(out)])
    assert out.stat().st_size > 20
    assert not (tmp_path / "library.newsroom").exists()


def test_docx_and_markdown_give_the_same_story_back(ask, page, tmp_path):
    ask("convert", page, tmp_path / "one.docx")
    ask("convert", tmp_path / "one.docx", tmp_path / "two.md")
    assert TEXT in (tmp_path / "two.md").read_text(encoding="utf-8")


def test_many_files_go_into_a_folder_or_into_one(ask, page, tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.md").write_text(f"# Nummer {number}\n\nText.", encoding="utf-8")
    answer = ask("convert", tmp_path / "in", tmp_path / "out", "--to", "wire")[1]
    assert [path.rpartition("/")[2] for path in answer["written"]] == ["0.txt", "1.txt", "2.txt"]
    ask("convert", tmp_path / "in", page, tmp_path / "all.txt", "--to", "wire")
    (back) = wire.read((tmp_path / "all.txt").read_bytes(), Reading())
    assert [one.article.headline for one in back][-1] == "Der Hafen bleibt"
    assert len(back) == 4


def test_pictures_are_carried_over(ask, tmp_path):
    story = Article.new(
        headline="Der Hafen",
        body=body_of(*paragraphs(["Text."]).blocks, Picture(hashlib.sha256(PNG).hexdigest())),
    )
    writing = Writing(picture={hashlib.sha256(PNG).hexdigest(): PNG}.get)
    (tmp_path / "in.handover").write_bytes(by_name("newsroom").write(story, writing).data)
    ask("convert", tmp_path / "in.handover", tmp_path / "out.md")
    beside = [path for path in tmp_path.iterdir() if path.suffix in {".png", ".jpeg", ".webp"}]
    assert len(beside) == 1
    ask("convert", tmp_path / "out.md", tmp_path / "again.docx")
    assert b"word/media/" in (tmp_path / "again.docx").read_bytes()


@pytest.mark.long
def test_what_is_written_in_a_format_that_is_read_can_be_imported(ask, page, tmp_path):
    for form in writable():
        if form.read is None:
            continue
        out = tmp_path / f"{form.name}{form.extensions[0]}"
        assert ask("convert", page, out, "--to", form.name)[0] == 0
        code, answer = ask("import", out)
        assert code == 0, form.name
        found = [one["headline"] for one in answer["imported"]]
        assert found == ["Der Hafen bleibt"], form.name


def test_losses_are_told(call, tmp_path):
    (tmp_path / "in.md").write_text(TEXT, encoding="utf-8")
    code, out, err = call("convert", tmp_path / "in.md", tmp_path / "out.txt", "--to", "text")
    assert (code, out) == (0, f"{tmp_path / 'out.txt'}\n")
    assert "Bold, italic" in err


def test_a_file_that_is_refused_writes_nothing_and_says_why(call, page, tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 cut off")
    code, _out, err = call("convert", tmp_path / "bad.docx", page, tmp_path / "all.txt", "--to", "text")
    assert (code, err.count("\n")) == (3, 1)
    assert not (tmp_path / "all.txt").exists()


def test_an_embargo_holds_here_too(call, tmp_path):
    (tmp_path / "in.md").write_text("---\nembargo: 2099-01-01 06:00\n---\n" + TEXT, encoding="utf-8")
    code, _out, err = call("convert", tmp_path / "in.md", tmp_path / "out.html")
    assert (code, "Under embargo" in err) == (5, True)
    assert call("convert", tmp_path / "in.md", tmp_path / "out.pdf")[0] == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [(("hafen.md",), "write"), (("hafen.md", "out.xyz"), ".docx"), (("hafen.md", "hafen.md"), "Choose")],
)
def test_wrong_usage_is_one_sentence(call, page, monkeypatch, words, part):
    monkeypatch.chdir(page.parent)
    code, _out, err = call("convert", *words)
    assert (code, part in err, err.count("\n")) == (2, True, 1)
    assert page.read_text(encoding="utf-8") == TEXT
