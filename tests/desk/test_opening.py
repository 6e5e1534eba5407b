from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.desk import open_desk
from newsroom.desk.opening import default_place
from newsroom.domain.errors import LibraryUnusable, WrongValue
from newsroom.domain.person import Role


def test_the_library_is_in_the_users_data_folder_or_where_the_environment_says():
    assert default_place({}).endswith("library.newsroom")
    assert "newsroom" in Path(default_place({})).parent.name
    assert default_place({"NEWSROOM_LIBRARY": "/elsewhere/x.newsroom"}) == "/elsewhere/x.newsroom"


def test_the_default_library_and_its_folder_are_made(tmp_path, monkeypatch):
    place = tmp_path / "deep" / "in" / "library.newsroom"
    monkeypatch.delenv("NEWSROOM_LIBRARY", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_names, **_options: str(place.parent))
    with open_desk():
        assert place.is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("NEWSROOM_LIBRARY", str(tmp_path / "file" / "library.newsroom"))
    with pytest.raises(LibraryUnusable):
        open_desk()


def test_in_a_library_of_one_person_whoever_works_may_do_everything(desk):
    assert desk.person.role is Role.CHIEF
    assert not desk.house.four_eyes


def test_a_known_person_works_in_their_role(newsroom, tmp_path):
    with open_desk(tmp_path / "library.newsroom", "jelto wiarda") as desk:
        assert (desk.person.name, desk.person.role) == ("Jelto Wiarda", Role.EDITOR)


def test_nobody_works_under_a_name_that_the_newsroom_does_not_know(newsroom, tmp_path):
    with pytest.raises(WrongValue, match="Nobody here is called “Ghost”"):
        open_desk(tmp_path / "library.newsroom", "Ghost")
