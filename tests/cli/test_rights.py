"""``newsroom library rights`` and ``newsroom library login``, by whoever keeps the server and by others."""

import pytest

from newsroom.library import open_library


@pytest.fixture
def server(postgres, monkeypatch):
    address = postgres.library()
    monkeypatch.setenv("NEWSROOM_LIBRARY", address)
    yield postgres
    postgres.drop(address)


def test_a_person_gets_a_login_and_a_password_that_is_shown_once(server, call, ask):
    assert ask("library", "rights", "show")[1]["on"] is False
    call("people", "add", "Ina Hinz", "--role", "editor")
    assert ask("library", "rights", "on")[1]["without_login"] == ["Ina Hinz"]
    code, told = ask("library", "login", "add", "Ina Hinz")
    assert (code, told["login"]) == (0, "ina.hinz")
    assert len(told["password"]) > 20
    shown = ask("library", "rights", "show")[1]
    assert shown["logins"] == [
        {"login": "ina.hinz", "person": "Ina Hinz", "role": "editor", "allowed": "editor"}
    ]
    _code, out, _err = call("library", "login", "password", "ina.hinz")
    assert told["password"] not in out
    assert "shown this once" in out


def test_a_login_that_is_retired_opens_nothing(server, call, ask, monkeypatch):
    call("people", "add", "Jo Kern")
    call("library", "rights", "on")
    call("library", "login", "add", "Jo Kern", "--login", "jo")
    assert call("library", "login", "retire", "jo")[0] == 0
    assert ask("library", "rights", "show")[1]["without_login"] == ["Jo Kern"]
    code, _out, err = call("library", "login", "retire", "jo")
    assert code
    assert "jo" in err


def test_a_login_without_rights_is_told_what_to_do_first(server, call):
    call("people", "add", "Ina Hinz")
    code, _out, err = call("library", "login", "add", "Ina Hinz")
    assert code
    assert "newsroom library rights on" in err
    assert call("library", "login", "add", "Niemand")[0]


def test_a_library_in_a_file_says_that_it_knows_no_rights(call, tmp_path):
    open_library(tmp_path / "library.newsroom").close()
    code, _out, err = call("library", "rights", "on")
    assert code
    assert "Put it on a server" in err


def test_nobody_sits_at_a_terminal_to_type_a_password(server, call):
    call("people", "add", "Ina Hinz")
    call("library", "rights", "on")
    code, _out, err = call("library", "login", "add", "Ina Hinz", "--ask")
    assert code
    assert "--ask" in err


def test_rights_go_off_again(server, call, ask):
    call("library", "rights", "on")
    assert ask("library", "rights", "off")[1]["on"] is False
    code, out, _err = call("library", "rights", "show")
    assert code == 0
    assert "rights are off" in out
