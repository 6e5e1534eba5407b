"""Passwords are kept in the keyring, used from there, and never missed where there is none."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from newsroom.desk import passwords
from newsroom.domain.server import Server, Tls, password_of, server_of

SERVER = Server("db.example.org", "news", "anna")


class Ring(KeyringBackend):
    """A keyring that forgets at the end of the test."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring(monkeypatch):
    monkeypatch.delenv("PGPASSWORD", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(made := Ring())
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def none(ring):
    keyring.set_keyring(NoKeyring())


def test_a_kept_password_is_used_for_its_login_alone(ring):
    assert passwords.keep(SERVER, "gehéim/1")
    assert password_of(passwords.dial(SERVER.address)) == "gehéim/1"
    assert password_of(passwords.dial("postgresql://bruno@db.example.org/news")) == ""
    assert passwords.keep(SERVER, "")
    assert passwords.keep(SERVER, "")
    assert (passwords.kept(SERVER), ring.held) == ("", {})


def test_what_is_said_now_goes_before_what_is_kept(ring, monkeypatch):
    assert ring is keyring.get_keyring()
    passwords.keep(SERVER, "alt")
    assert password_of(passwords.dial(SERVER.with_password("neu"))) == "neu"
    assert password_of(passwords.dial(SERVER.address, "getippt")) == "getippt"
    monkeypatch.setenv("PGPASSWORD", "umgebung")
    assert password_of(passwords.dial(SERVER.address)) == ""


@pytest.mark.usefixtures("none")
def test_without_a_keyring_nothing_is_kept_and_nothing_fails():
    assert not passwords.keeping()
    assert not passwords.keep(SERVER, "geheim")
    assert passwords.kept(SERVER) == ""
    assert password_of(passwords.dial(SERVER.address)) == ""


def test_a_file_needs_no_password(ring):
    assert passwords.keeping()
    assert ring.held == {}
    assert passwords.dial("/home/anna/library.newsroom") == "/home/anna/library.newsroom"


def test_a_server_that_must_prove_itself_is_judged_by_the_certificates_of_this_computer(monkeypatch):
    monkeypatch.delenv("PGSSLROOTCERT", raising=False)
    assert server_of(passwords.trusting(SERVER).address).certificate
    assert passwords.trusting(Server("db", "x", tls=Tls.OPEN)).certificate == ""
    assert passwords.trusting(Server("db", "x", certificate="/own.pem")).certificate == "/own.pem"
