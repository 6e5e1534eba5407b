"""Puts the rights on a library and takes them off, all in one transaction; whoever owns the tables may."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import text

from newsroom.domain import approved
from newsroom.domain.approved import Grade
from newsroom.domain.body import Body
from newsroom.domain.codec import dumps, dumps_content
from newsroom.domain.lookalike import Verdict
from newsroom.domain.person import Role
from newsroom.domain.reader import FORM
from newsroom.domain.workflow import BOUND, HAD_ITS_TIME, WAYS, State, Transition
from newsroom.library import verdicts
from newsroom.library.beginning import PLANNED
from newsroom.library.guarding import DERIVED
from newsroom.library.postgres.engine import TURN
from newsroom.library.postgres.rights import alike, blocking, keeping, reader, rules, who
from newsroom.library.postgres.rights.grants import ACCESS, Access
from newsroom.library.rows import ARTICLE
from newsroom.settings import House

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import psycopg
    from sqlalchemy import Connection

SCHEMA = "newsroom_rights"
CALLED = (
    "keep(text, integer, timestamptz, text, text, jsonb)", "next_id()", "slugs(text[], boolean)", "picture(text)", "count_names(jsonb)", "tell(integer, text, text, timestamptz)", "block(integer, text, boolean)",
    "alike(text[], text, bigint[], integer)", "person()", "rank()", "names()", "mine(integer)",
)  # fmt: skip
"""What people may call; all else is called by these."""

_ROLES = "SELECT rolname FROM pg_roles WHERE rolname = ANY(:names)"
_TABLES = """SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :library AND c.relkind = 'r' ORDER BY 1"""
_OWNER = """SELECT r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
WHERE c.oid = 'alembic_version'::regclass"""
_FOLDING = """SELECT collname FROM pg_collation WHERE collname IN ('und-x-icu', 'C.utf8', 'C.UTF-8', 'en_US.utf8')
ORDER BY collname = 'und-x-icu' DESC, collname LIMIT 1"""
_PERSON_STAYS = """
CREATE OR REPLACE FUNCTION newsroom_rights.person_stays() RETURNS trigger
SECURITY DEFINER LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.kind = 'person' AND (NEW.name, NEW.retired) IS DISTINCT FROM (OLD.name, OLD.retired)
            AND NOT newsroom_rights.is_owner() AND newsroom_rights.rank() < 2 THEN
        PERFORM newsroom_rights.refuse('42501', 'only a duty editor lets people go');
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS newsroom_person_stays ON @library@.usage;
CREATE TRIGGER newsroom_person_stays BEFORE UPDATE ON @library@.usage
FOR EACH ROW EXECUTE FUNCTION newsroom_rights.person_stays();
"""


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in this database: the schema of the tables, their owner, a role for each role."""

    library: str
    owner: str
    database: str
    folding: str

    def group(self, role: Role) -> str:
        """Give the name of the group of a role; roles are the whole server's, so it holds the database's name."""
        return f"{self.database[:40]}_{role.value}"

    @property
    def groups(self) -> tuple[str, ...]:
        """Give the names of all groups, the least role first."""
        return tuple(map(self.group, Role))


def quoted(name: str) -> str:
    """Give a name as SQL takes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def literal(words: str) -> str:
    """Give a text as SQL takes it, whatever it holds."""
    return "'" + words.replace("'", "''") + "'"


def names(connection: Connection) -> Names:
    """Give what things are called here."""
    here = connection.execute(text("SELECT current_schema(), current_database()")).one()
    folding = connection.scalar(text(_FOLDING))
    owner: str = connection.execute(text(_OWNER)).scalar_one()
    return Names(here[0], owner, here[1], folding or "default")


def stand(connection: Connection) -> bool:
    """Tell whether the rights are on."""
    return connection.scalar(text("SELECT to_regnamespace(:name) IS NOT NULL"), {"name": SCHEMA}) is True


def put_on(connection: Connection) -> None:
    """Put the rights on, or put them on anew as this program has them."""
    named = names(connection)
    _make_groups(connection, named)
    run(connection, _statements(connection, named))


def bring_up(connection: Connection) -> None:
    """Put the rights on anew where they are on in the form of another program or of other tables."""
    if stand(connection) and not fit(connection):
        put_on(connection)


def fit(connection: Connection) -> bool:
    """Tell whether the rights that are on are those of this program, for the tables that there are."""
    asked = text("SELECT obj_description(to_regnamespace(:name), 'pg_namespace')")
    found: str | None = connection.scalar(asked, {"name": SCHEMA})
    named = names(connection)
    return found == _mark(_tables(connection, named), named)


def run(connection: Connection, statements: Iterable[str]) -> None:
    """Run statements as they are; what looks like a gap in them is none."""
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with driver.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.encode())


def _make_groups(connection: Connection, named: Names) -> None:
    there = set(connection.scalars(text(_ROLES), {"names": list(named.groups)}))
    run(connection, [f"CREATE ROLE {quoted(one)} NOLOGIN" for one in named.groups if one not in there])


def _tables(connection: Connection, named: Names) -> tuple[str, ...]:
    return tuple(connection.scalars(text(_TABLES), {"library": named.library}))


def _statements(connection: Connection, named: Names) -> Iterator[str]:
    tables = _tables(connection, named)
    groups = ", ".join(map(quoted, named.groups))
    yield f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {quoted(named.owner)}"
    yield f"SET LOCAL search_path = {quoted(named.library)}, pg_temp"
    if named.owner:
        yield f"SET LOCAL ROLE {quoted(named.owner)}"
    for part in _sources():
        yield _filled(part, named)
    yield "DELETE FROM newsroom_rights.way"
    yield f"INSERT INTO newsroom_rights.way VALUES {', '.join(_ways())}"  # noqa: S608 - the program's own table
    yield _DRAFTS
    for table in tables:
        yield from _on_table(table, ACCESS.get(table), named)
    yield f"REVOKE CREATE ON SCHEMA {quoted(named.library)} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {SCHEMA}, {quoted(named.library)} TO {groups}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM PUBLIC, {groups}"
    yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC, {groups}"
    yield from (f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{one} TO {groups}" for one in CALLED)
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {quoted(named.library)} TO {groups}"
    yield f"GRANT CONNECT ON DATABASE {quoted(named.database)} TO {groups}"
    yield f"COMMENT ON SCHEMA {SCHEMA} IS {literal(_mark(tables, named))}"
    yield "RESET ROLE"


_DRAFTS = """DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'draft'::regclass AND attname = 'keeper') THEN
        ALTER TABLE draft ADD COLUMN keeper text COLLATE "C" NOT NULL DEFAULT '';
        ALTER TABLE draft ALTER COLUMN keeper SET DEFAULT session_user;
    END IF;
END $$"""


def _sources() -> tuple[str, ...]:
    return (
        who.TABLES, who.FUNCTIONS, reader.FUNCTIONS, rules.FUNCTIONS, keeping.FUNCTIONS, keeping.JOURNAL,
        alike.FUNCTIONS, blocking.FUNCTIONS, _PERSON_STAYS,
    )  # fmt: skip


def _on_table(table: str, access: Access | None, named: Names) -> Iterator[str]:
    """Give what puts the rights on a table; its owner reads and writes on."""
    name, groups = quoted(table), ", ".join(map(quoted, named.groups))
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"
    for policy in ("owner", "reads", "adds", "changes", "removes"):
        yield f"DROP POLICY IF EXISTS newsroom_{policy} ON {name}"
    yield f"CREATE POLICY newsroom_owner ON {name} TO {quoted(named.owner)} USING (true) WITH CHECK (true)"
    yield f"REVOKE ALL ON {name} FROM PUBLIC, {groups}"
    if access is None:
        return
    yield f"CREATE POLICY newsroom_reads ON {name} FOR SELECT TO {groups} USING ({access.reads})"
    if access.reads != "false":
        yield f"GRANT SELECT ON {name} TO {groups}"
    writers = ", ".join(quoted(named.group(role)) for role in Role if role.rank >= access.role.rank)
    if access.adds:
        yield f"CREATE POLICY newsroom_adds ON {name} FOR INSERT TO {writers} WITH CHECK ({access.adds})"
        yield f"GRANT INSERT{_columns(access.added)} ON {name} TO {writers}"
    if access.changes:
        yield f"CREATE POLICY newsroom_changes ON {name} FOR UPDATE TO {writers} USING ({access.changes})"
        yield f"GRANT UPDATE{_columns(access.changed)} ON {name} TO {writers}"
    if access.removes:
        yield f"CREATE POLICY newsroom_removes ON {name} FOR DELETE TO {writers} USING ({access.removes})"
        yield f"GRANT DELETE ON {name} TO {writers}"


def _columns(listed: tuple[str, ...]) -> str:
    return f" ({', '.join(map(quoted, listed))})" if listed else ""


def _ways() -> Iterator[str]:
    for way in WAYS:
        needs = ", ".join(literal(need.value) for need in way.needs)
        for source in sorted(way.sources):
            target = way.target.value if way.target else ""
            given = ", ".join(map(literal, (way.action.value, source.value, target)))
            yield f"({given}, {way.role.rank}, ARRAY[{needs}]::text[])"


def _filled(part: str, named: Names) -> str:
    gaps = {
        **_gaps(),
        "library": quoted(named.library),
        "owner": named.owner.replace("'", "''"),
        "folding": quoted(named.folding),
        **{role.value: named.group(role).replace("'", "''") for role in Role},
    }
    for gap, value in gaps.items():
        part = part.replace(f"@{gap}@", value)
    return part


@cache
def _gaps() -> dict[str, str]:
    """Give what stands in the SQL in place of the program's own values."""
    columns = [quoted(column.name) for column in ARTICLE.c]
    grades = {
        Transition.APPROVE.value: Grade.FULL,
        Transition.PUBLISH_ALONE.value: Grade.ALONE,
        approved.FIRST_APPROVAL: Grade.FIRST,
        approved.LOOKED: Grade.LOOKED,
    }
    return {
        "form": literal(FORM),
        "bound": _listed(BOUND),
        "had_its_time": _listed(HAD_ITS_TIME),
        "states": _listed(State),
        "giving": _listed((Transition.APPROVE, Transition.PUBLISH_ALONE)),
        "binding": _listed(grade for grade in Grade if grade.binds),
        "first": literal(approved.FIRST_APPROVAL),
        "looked": literal(approved.LOOKED),
        "lines": literal(approved.OVERRIDDEN),
        "four_eyes": str(House().four_eyes).lower(),
        "print_days": str(House().print_days_later),
        "turn": str(TURN),
        "planned": literal(PLANNED),
        "no_lead": literal(dumps_content(())),
        "no_body": literal(dumps(Body())),
        "derived": ", ".join(f"{literal(name)}, beside -> {literal(name)}" for name in DERIVED),
        "decisions": _listed((*Verdict, verdicts.UPDATED_BY, verdicts.TAKEN_BACK)),
        "columns": ", ".join(columns),
        "values": ", ".join(f"new.{name}" for name in columns),
        "grades": " ".join(f"WHEN {literal(name)} THEN {literal(one.value)}" for name, one in grades.items()),
    }


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(literal(str(value)) for value in values))


def _mark(tables: tuple[str, ...], named: Names) -> str:
    """Give the mark of the rights in this program's form for these tables."""
    parts = (*(_filled(part, named) for part in _sources()), repr(ACCESS), *_ways(), *tables)
    return "Newsroom rights " + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def take_off(connection: Connection) -> None:
    """Take the rights off: whoever has a login and no group's rights any more sees nothing."""
    named = names(connection)
    groups = ", ".join(map(quoted, named.groups))
    statements = [f"SET LOCAL search_path = {quoted(named.library)}, pg_temp"]
    statements += [f"DROP TRIGGER IF EXISTS newsroom_journal ON {quoted(named.library)}.revision"]
    statements += [f"DROP TRIGGER IF EXISTS newsroom_person_stays ON {quoted(named.library)}.usage"]
    for table in map(quoted, _tables(connection, named)):
        statements += [f"DROP POLICY IF EXISTS newsroom_{one} ON {table}" for one in _POLICIES]
        statements += [f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY"]
        statements += [f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]
        statements += [f"REVOKE ALL ON {table} FROM {groups}"]
    statements += ["ALTER TABLE draft DROP COLUMN IF EXISTS keeper"]
    statements += [f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {quoted(named.library)} FROM {groups}"]
    statements += [f"REVOKE ALL ON SCHEMA {quoted(named.library)} FROM {groups}"]
    statements += [f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"]
    run(connection, statements)


_POLICIES = ("owner", "reads", "adds", "changes", "removes")
