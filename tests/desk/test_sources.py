from __future__ import annotations

import os

from newsroom import resources
from newsroom.desk.reports import Refusal
from newsroom.desk.sources import files, load


def names(*paths):
    return [path.name for path in files(paths)]


def test_folders_are_walked_in_sorted_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "~$open.docx", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert names(tmp_path) == ["a.txt", "b.txt", "c.txt"]


def test_pictures_in_a_folder_are_no_stories_but_a_named_one_is_asked_for(tmp_path):
    (tmp_path / "a.png").write_bytes(b"x")
    assert names(tmp_path) == []
    assert names(tmp_path / "a.png") == ["a.png"]


def test_a_file_that_is_named_twice_comes_once(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert names(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_the_readme_is_passed_over_beside_the_samples_only(tmp_path):
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    assert names(tmp_path) == ["README.md"]
    assert "README.md" not in names(resources.find("sample"))


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "nowhere.txt", tmp_path / "pipe", tmp_path / ("x" * 300)):
        refused = load(path)
        assert isinstance(refused, Refusal)
        assert str(refused.message).endswith(".")
