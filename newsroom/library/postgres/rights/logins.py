"""Logins on the server, one a person: made, given another password, retired; each in the group of its person's role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select, text

from newsroom.domain.errors import NotAllowed, NotFound, WrongValue
from newsroom.domain.login import Login, RightsReport
from newsroom.domain.person import Role
from newsroom.library import catalogue
from newsroom.library.postgres.rights import applying
from newsroom.library.postgres.rights.applying import Names, literal, quoted, run
from newsroom.library.rows import PERSON
from newsroom.text.slug import slug
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    import psycopg
    from sqlalchemy import Connection

    from newsroom.domain.person import Person
    from newsroom.library.engine import Store

LONGEST = 63
"""Bytes of a role's name."""

_LOGINS = """SELECT l.name, p.name, p.role, p.name_key, pg_has_role(r.oid, to_regrole(:journalist), 'MEMBER'),
    pg_has_role(r.oid, to_regrole(:editor), 'MEMBER'), pg_has_role(r.oid, to_regrole(:chief), 'MEMBER')
FROM newsroom_rights.login l JOIN person p ON p.id = l.person_id JOIN pg_roles r ON r.rolname = l.name
ORDER BY p.name_key, l.name"""
_EVERYTHING = """SELECT r.rolname FROM pg_roles r WHERE r.rolcanlogin
AND pg_has_role(r.oid, to_regrole(:owner), 'MEMBER') ORDER BY 1"""
_ROLE = "SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = :name"
_QUICK = (
    "SELECT proleakproof FROM pg_proc WHERE oid = 'pg_catalog.ts_match_vq(tsvector, tsquery)'::regprocedure"
)


class Rights:
    """Puts the rights of people on a library and takes them off; whoever owns its tables may."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put_on(self) -> RightsReport:
        """Put the rights on, or anew, and every login into the group of its person's role."""
        with self._store.writing() as connection:
            _permit(connection)
            applying.put_on(connection)
            for login in _logins(connection):
                _regroup(connection, applying.names(connection), login.name, login.role)
            _quicken(connection)
        return self.report()

    def take_off(self) -> RightsReport:
        """Take the rights off; logins stay on the server and see nothing here."""
        with self._store.writing() as connection:
            _permit(connection)
            if applying.stand(connection):
                applying.take_off(connection)
        return self.report()

    def report(self) -> RightsReport:
        """Tell what stands about the rights."""
        with self._store.reading() as connection:
            everything = tuple(
                connection.scalars(text(_EVERYTHING), {"owner": quoted(applying.names(connection).owner)})
            )
            if not applying.stand(connection):
                return RightsReport(on=False, everything=everything)
            _permit(connection)
            logins = _logins(connection)
            people = [one.name for one in catalogue.people(connection) if not one.retired]
            without = tuple(sorted(set(people) - {one.person for one in logins}))
            quick = connection.scalar(text(_QUICK)) is True
        return RightsReport(True, logins, without, everything, quick)

    def add(self, person: str, login: str, password: str) -> Login:
        """Give a person a login of their own; one that is there already and worked as the owner does so no more."""
        with self._store.writing() as connection:
            _demand_rights(connection)
            known, name = _person(connection, person), login or login_of(person)
            _judge_name(name)
            _make(connection, applying.names(connection), name, password)
            _regroup(connection, applying.names(connection), name, known.role)
            given = {"name": name, "person": known.id, "session": f"%\t{known.name}"}
            connection.execute(_ADD, given)
            connection.execute(_HAND_OVER, given)
            return next(one for one in _logins(connection) if one.name == name)

    def password(self, login: str, password: str) -> None:
        """Give a login another password; raises NotFound."""
        with self._store.writing() as connection:
            _demand_login(connection, login)
            run(connection, [f"ALTER ROLE {quoted(login)} PASSWORD {_hidden(connection, login, password)}"])

    def retire(self, login: str) -> None:
        """Take a login away for good; what its person wrote stays. Raises NotFound."""
        with self._store.writing() as connection:
            _demand_login(connection, login)
            connection.execute(text("UPDATE draft SET keeper = '' WHERE keeper = :name"), {"name": login})
            connection.execute(text("DELETE FROM newsroom_rights.login WHERE name = :name"), {"name": login})
            named = applying.names(connection)
            groups = ", ".join(map(quoted, named.groups))
            run(
                connection,
                [f"REVOKE {groups} FROM {quoted(login)}", _GONE.replace("@login@", literal(login))],
            )


_ADD = text("""INSERT INTO newsroom_rights.login (name, person_id) VALUES (:name, :person)
ON CONFLICT (name) DO UPDATE SET person_id = excluded.person_id""")
_HAND_OVER = text("UPDATE draft SET keeper = :name WHERE keeper = '' AND session LIKE :session")
_GONE = """DO $$ BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = @login@ AND datname = current_database();
    EXECUTE format('DROP ROLE %I', @login@);
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege OR object_in_use THEN
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', @login@);
END $$"""


def login_of(person: str) -> str:
    """Give the name of a login for a person: theirs, in plain small letters."""
    return slug(person).replace("-", ".")[:LONGEST]


def _permit(connection: Connection) -> None:
    """Raise where this login does not own the library."""
    asked = text(
        "SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'alembic_version'::regclass"
    )
    if connection.scalar(asked) is not True:
        raise NotAllowed(
            msg(N_("Only whoever keeps the library's server may see and change who has which rights."))
        )


def _demand_rights(connection: Connection) -> None:
    _permit(connection)
    if not applying.stand(connection):
        raise WrongValue(msg(N_("The rights are off here. Put them on first: newsroom library rights on.")))


def _demand_login(connection: Connection, login: str) -> None:
    _demand_rights(connection)
    if login not in {one.name for one in _logins(connection)}:
        raise NotFound(msg(N_("There is no login “{name}” of this library."), name=login))


def _judge_name(login: str) -> None:
    if not login or len(login.encode()) > LONGEST or not login.isprintable() or login.startswith("pg_"):
        raise WrongValue(msg(N_("A login needs a name of at most {n} characters."), n=LONGEST))


def _person(connection: Connection, name: str) -> Person:
    """Give a person of the library by name; raises NotFound."""
    key = connection.scalar(select(PERSON.c.name_key).where(PERSON.c.name_key == name.strip().casefold()))
    found = next((one for one in catalogue.people(connection) if one.name.casefold() == key), None)
    if found is None or found.retired:
        raise NotFound(
            msg(N_("Nobody here is called “{name}”. Add them with “newsroom people add”."), name=name)
        )
    return found


def _logins(connection: Connection) -> tuple[Login, ...]:
    named = applying.names(connection)
    groups = {role.value: quoted(named.group(role)) for role in Role}
    return tuple(
        Login(name, person, Role(role), next((one for one in reversed(Role) if held[one.rank]), None))
        for name, person, role, _key, *held in connection.execute(text(_LOGINS), groups)
    )


def _make(connection: Connection, named: Names, name: str, password: str) -> None:
    """Make a login; one that is there keeps what it is, but works as the owner no more."""
    there = connection.execute(text(_ROLE), {"name": name}).one_or_none()
    hidden = _hidden(connection, name, password)
    if there is None:
        run(connection, [f"CREATE ROLE {quoted(name)} LOGIN PASSWORD {hidden}"])
        return
    if any(there) or name == named.owner:
        raise NotAllowed(
            msg(N_("“{name}” administers the server; a person needs a login of their own."), name=name)
        )
    run(connection, [
        f"REVOKE {quoted(named.owner)} FROM {quoted(name)}",
        f"ALTER ROLE {quoted(name)} IN DATABASE {quoted(named.database)} RESET role",
        f"ALTER ROLE {quoted(name)} LOGIN" + (f" PASSWORD {hidden}" if password else ""),
    ])  # fmt: skip


def _hidden(connection: Connection, login: str, password: str) -> str:
    """Give a password as the server keeps it, so that none stands in its log."""
    if not password:
        return "NULL"
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    made = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return literal(made.decode())


def _regroup(connection: Connection, named: Names, login: str, role: Role) -> None:
    """Put a login into the group of a role and out of the others."""
    others = ", ".join(quoted(named.group(one)) for one in Role if one is not role)
    run(connection, [
        f"REVOKE {others} FROM {quoted(login)}",
        f"GRANT {quoted(named.group(role))} TO {quoted(login)}",
    ])  # fmt: skip


def _quicken(connection: Connection) -> None:
    """Let searches of people's own logins use the index of words, where whoever does this may say so.

    To compare words with words tells nothing of a row that is not read; PostgreSQL knows that of few operators.
    """
    if connection.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = session_user")) is True:
        run(connection, ["ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF"])
