"""The address of a library on a server: read, written, and never with the password in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import WrongValue
from newsroom.domain.server import Server, Tls, bare, is_address, password_of, server_of

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
HOSTS = st.sampled_from(("", "db.example.org", "10.0.0.7", "fe80::1", "localhost", "/var/run/postgresql"))


@given(
    st.builds(
        Server,
        host=HOSTS,
        database=WORDS.map(lambda name: name.strip("/")).filter(bool),
        user=st.one_of(st.just(""), WORDS),
        port=st.integers(1, 65535),
        tls=st.sampled_from(Tls),
        certificate=st.sampled_from(("", "/etc/ssl/unser haus.pem")),
    ),
    WORDS,
)
def test_any_server_is_read_as_it_was_written(server, password):
    server = server if server.host else Server(database=server.database, user=server.user, tls=server.tls)
    assert server_of(server.address) == server
    if server.user:
        secret = server.with_password(password)
        assert (server_of(secret), password_of(secret)) == (server, password)
        assert bare(secret) == server.address


@pytest.mark.parametrize(
    ("address", "tls"),
    [
        ("postgresql://anna@db.example.org/news", Tls.FULL),
        ("postgresql://anna@db.example.org/news?sslmode=prefer", Tls.FULL),
        ("postgresql://anna@db.example.org/news?sslmode=require", Tls.OPEN),
        ("postgresql://anna@db.example.org/news?sslmode=disable", Tls.OFF),
        ("postgres://anna@localhost/news", Tls.OFF),
        ("postgres://anna@localhost/news?sslmode=verify-full", Tls.FULL),
        ("postgresql+psycopg://anna@/news?host=/var/run/postgresql", Tls.OFF),
    ],
)
def test_the_way_to_another_machine_is_checked_unless_somebody_says_otherwise(address, tls):
    assert server_of(address).tls is tls


@pytest.mark.parametrize(
    "address", ["mysql://a:geheim@b/c", "postgresql://a:geheim@b", "postgresql://a:geheim@b:x/c"]
)
def test_what_is_no_address_is_refused_without_repeating_the_password(address):
    with pytest.raises(WrongValue) as refused:
        server_of(address)
    assert "geheim" not in str(refused.value)


def test_a_file_is_no_address():
    assert not is_address("/home/anna/library.newsroom")
    assert not is_address("sqlite:////home/anna/library.newsroom")
    assert bare("/home/a:b@c/x") == "/home/a:b@c/x"
    assert is_address("postgresql://a@b/c")


def test_a_server_is_told_by_database_and_host():
    assert server_of("postgresql://anna@db.example.org:5433/news").spoken == "news @ db.example.org"
    assert server_of("postgresql://anna@/news?host=/run/pg").here
