"""What servers say at the door, in English and German, told in a sentence; and how other machines are reached."""

import psycopg
import pytest

from newsroom.domain.errors import LibraryAway, LibraryUnusable, LoginRefused
from newsroom.library.postgres.address import named, shown, url_of
from newsroom.library.postgres.faults import told

FAILED = 'connection failed: connection to server at "db.example.org", port 5432 failed: '


@pytest.mark.parametrize(
    ("said", "kind", "sentence"),
    [
        ('FATAL:  password authentication failed for user "database"', LoginRefused, "name or password"),
        ("FATAL:  Passwort-Authentifizierung für Benutzer »anna« fehlgeschlagen", LoginRefused, "name or password"),
        ("fe_sendauth: no password supplied", LoginRefused, "name or password"),
        ('FATAL:  role "anna" does not exist', LoginRefused, "name or password"),
        ("FATAL:  Rolle »anna« existiert nicht", LoginRefused, "name or password"),
        ('FATAL:  database "password" does not exist', LibraryUnusable, "no such database"),
        ("FATAL:  Datenbank »rolle« existiert nicht", LibraryUnusable, "no such database"),
        ('FATAL:  permission denied for database "news"', LibraryUnusable, "may not do this"),
        ("FATAL:  keine Berechtigung für Datenbank »news«", LibraryUnusable, "may not do this"),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.1", user "a", database "b", no encryption', LibraryUnusable, "let this computer in"),
        ("FATAL:  sorry, too many clients already", LibraryAway, "no connection left"),
        ("FATAL:  remaining connection slots are reserved", LibraryAway, "no connection left"),
        ("FATAL:  the database system is starting up", LibraryAway, "does not answer"),
        ("FATAL:  das Datenbanksystem startet", LibraryAway, "does not answer"),
        ("FATAL:  the database system is shutting down", LibraryAway, "does not answer"),
        ("Connection refused", LibraryAway, "does not answer"),
        ("timeout expired", LibraryAway, "does not answer"),
        ("SSL connection has been closed unexpectedly", LibraryAway, "does not answer"),
        ("server does not support SSL, but SSL was required", LibraryUnusable, "does not speak TLS"),
        ("SSL error: certificate verify failed", LibraryUnusable, "not trusted"),
        ('server certificate for "a" does not match host name "b"', LibraryUnusable, "not trusted"),
        ("FATAL:  something that nobody thought of", LibraryUnusable, "let this computer in"),
    ],
)  # fmt: skip
def test_what_is_said_at_the_door_is_told(said, kind, sentence):
    found = told(psycopg.OperationalError(FAILED + said))
    assert type(found) is kind
    assert sentence in str(found)


def test_our_own_faults_are_not_hidden():
    assert told(psycopg.errors.SyntaxError("syntax error")) is None
    assert told(ValueError("password")) is None


def test_a_server_elsewhere_must_prove_who_it_is():
    assert named(url_of("postgresql://anna@db.example.org/news"))["sslmode"] == "verify-full"
    assert (
        named(url_of("postgresql://anna@db.example.org/news?sslrootcert=/x.pem"))["sslrootcert"] == "/x.pem"
    )
    assert named(url_of("postgresql://anna@db.example.org/news?sslmode=disable"))["sslmode"] == "disable"
    for here in ("localhost", "127.0.0.1", "[::1]", ""):
        assert "sslmode" not in named(url_of(f"postgresql://anna@{here}/news"))


def test_an_address_is_shown_without_its_passwords():
    url = url_of(
        "postgresql://anna:geheim@db.example.org:5433/news?sslpassword=auch&password=dies&sslmode=require"
    )
    assert shown(url) == "postgresql+psycopg://anna@db.example.org:5433/news?sslmode=require"
