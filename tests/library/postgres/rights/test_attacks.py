"""Nobody's own SQL gets around the rights, in a library made whole and in those brought up from every older schema.

The same attempts all succeed where the login may do everything and nothing is refused: so none fails by a slip of the pen.
"""

import psycopg
import pytest

from newsroom.domain.person import Role
from newsroom.library import open_library, schema
from tests.library.older import taken_back
from tests.library.postgres.rights.attacks import ATTACKS, SECRET_WORD
from tests.library.postgres.rights.newsroom import LOGINS, PEOPLE, with_rights
from tests.library.postgres.rights.saving import FORGED, KEEP

OLDER = [f"{number:04}" for number in range(1, schema.VERSION)]
FEWEST = 60


@pytest.fixture(scope="module", params=["whole", *OLDER])
def house(request, postgres):
    """A library with rights, made whole or brought up from an older schema."""
    url = postgres.library()
    if request.param != "whole":
        taken_back(url, request.param)
        open_library(url).close()
    made = with_rights(postgres, url)
    yield made
    postgres.drop(url)


@pytest.fixture(scope="module")
def open_house(postgres):
    """The same library with every protection gone."""
    made = with_rights(postgres, postgres.library())
    for statement in (
        "CREATE OR REPLACE FUNCTION newsroom_rights.refuse(code text, said text) RETURNS void LANGUAGE sql AS ''",
        "DROP TRIGGER journal_never_changes ON journal",
        "DROP TRIGGER journal_never_shrinks ON journal",
        *(f'ALTER ROLE "{login}" SUPERUSER' for login in LOGINS.values()),
    ):
        postgres.run(statement, made.database)
    yield made
    for login in LOGINS.values():
        postgres.run(f'ALTER ROLE "{login}" NOSUPERUSER')
    postgres.drop(made.url)


def gaps(house, role):
    login = LOGINS[role]
    me = PEOPLE[login]
    own = house.stories.get(f"own of {login}", house.stories["review"])
    return {
        **house.stories, "own": own, "login": login, "me": me.name, "key": me.name.casefold(), "owner": "postgres",
        "database": house.database, "secret_word": SECRET_WORD, "folder": house.server.folder / "pg",
    }  # fmt: skip


def attempts(house, role):
    """Give name, statements with values, and proof of every attempt of a role."""
    filled = gaps(house, role)
    for one in ATTACKS:
        if role in one.roles:
            statements = [(statement.format(**filled), None) for statement in one.statements]
            yield one.name, statements, (one.proof.format(**filled), None) if one.proof else None
    with house.open() as library:
        articles = {name: library.stories.article(filled[name]) for name in (*house.stories, "own")}
    number = max(house.stories.values()) + 1
    for one in FORGED:
        if role in one.roles:
            values, proof = one.statement(articles, number, LOGINS[role], PEOPLE[LOGINS[role]])
            yield one.name, [(KEEP, values)], proof


def tried(connection, statements):
    """Run statements; give all that the server said."""
    said = ""
    for statement, values in statements:
        if statement.startswith("COPY") and "STDOUT" in statement:
            with connection.cursor().copy(statement) as stream:
                said += "".join(bytes(part).decode() for part in stream)
            continue
        done = connection.execute(statement.encode(), values)
        said += str(done.fetchall()) if done.description else ""
    return said


def worked(house, login, statements, proof):
    """Tell whether an attempt worked, by a person's own login and for good."""
    host = house.server.folder / "pg"
    try:
        with psycopg.connect(f"host={host} user={login} dbname={house.database}") as connection:
            said = tried(connection, statements)
    except psycopg.Error as fault:
        said = str(fault)
    if proof is None:
        return SECRET_WORD.casefold() in said.casefold()
    return bool(asked(house, proof))


def asked(house, proof):
    with psycopg.connect(
        f"host={house.server.folder / 'pg'} user=postgres dbname={house.database}"
    ) as connection:
        row = connection.execute(proof[0].encode(), proof[1]).fetchone()
    return row and row[0]


def works_unprotected(house, login, statements, proof):
    """Tell whether an attempt works where all may be done; nothing of it is kept."""
    info = f"host={house.server.folder / 'pg'} user={login} dbname={house.database}"
    with psycopg.connect(info) as connection:
        try:
            said = tried(connection, statements)
            if proof is None:
                return SECRET_WORD.casefold() in said.casefold()
            row = connection.execute(proof[0].encode(), proof[1]).fetchone()
            return bool(row and row[0])
        except psycopg.Error as fault:
            return proof is None and SECRET_WORD.casefold() in str(fault).casefold()
        finally:
            connection.rollback()


def fingerprint(house):
    """Give what stands in all tables of stories and rights, and who may do what."""
    tables = ("article", "article_text", "revision", "journal", "journal_head", "approval", "standing", "author", "draft", "person",
              "fact", "former_name", "search", "newsroom_rights.login", "newsroom_rights.way")  # fmt: skip
    row = "(to_jsonb(t) - 'findings')::text"  # what a card shows beside a story everybody may count
    return [
        asked(house, (f"SELECT md5(string_agg({row}, '|' ORDER BY {row})) FROM {one} t", None))
        for one in tables
    ]


@pytest.mark.parametrize("role", Role)
def test_there_are_attempts_enough(house, role):
    assert len({name for name, _, _ in attempts(house, role)}) >= FEWEST


@pytest.mark.parametrize("role", Role)
def test_no_attempt_gets_around_the_rights(house, role):
    before = fingerprint(house)
    assert [one for one, *attempt in attempts(house, role) if worked(house, LOGINS[role], *attempt)] == []
    assert fingerprint(house) == before
    with house.open() as library:
        assert library.check() == ()


@pytest.mark.parametrize("role", Role)
def test_every_attempt_works_where_nothing_protects(open_house, role):
    failed = [
        one
        for one, *attempt in attempts(open_house, role)
        if not works_unprotected(open_house, LOGINS[role], *attempt)
    ]
    assert failed == []
