"""Attempts on a library past the program: each a few statements of one's own SQL, and what would show that it worked.

An attempt that steals succeeds where the secret word comes back, in rows or in a message; the others where their proof,
asked as the one who may do everything, finds what was wanted.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.domain.person import Role
from tests.library.postgres.rights.newsroom import SECRET

EVERYONE = tuple(Role)
JOURNALIST, EDITOR, CHIEF = Role
STAFF = (JOURNALIST, EDITOR)


@dataclass(frozen=True)
class Attack:
    """An attempt: by whom, with which statements, how it would be seen."""

    name: str
    statements: tuple[str, ...]
    proof: str = ""
    roles: tuple[Role, ...] = EVERYONE


def _writes(name, statement, proof, roles=EVERYONE, *before):
    return Attack(name, (*before, statement), proof, roles)


def _steals(name, *statements, roles=EVERYONE):
    return Attack(name, statements, "", roles)


def _column(column, value, story="review"):
    return _writes(
        f"set {column} of a story",
        f"UPDATE article SET {column} = {value} WHERE id = {{{story}}}",
        f"SELECT {column} IS NOT DISTINCT FROM {value} FROM article WHERE id = {{{story}}}",
    )


COLUMNS = (
    _column("state", "'approved'"), _column("state", "'published'", "draft"), _column("approved_by", "'{me}'"),
    _column("approved_hash", "repeat('a', 64)"), _column("approved_at", "'2020-01-01'::timestamptz"),
    _column("version", "99"), _column("digest", "repeat('b', 64)"), _column("headline", "'Anders'", "approved"),
    _column("correction_note", "'Anders'", "published"), _column("authors", """'[["Niemand", ""]]'""", "own"),
    _column("created_by", "'Niemand'", "own"), _column("publish_time", "'2020-01-01'::timestamptz", "scheduled"),
    _column("embargo", "'2020-01-01'::timestamptz", "scheduled"), _column("in_trash", "true", "published"),
    _column("trashed", "'2020-01-01'::timestamptz", "published"), _column("modified", "'2020-01-01'::timestamptz"),
    _column("created", "'2020-01-01'::timestamptz"), _column("uid", "'stolen'"), _column("sort_key", "16777215"),
    _column("imported", "true"),
)  # fmt: skip

STORIES = (
    _writes("add a published story", "INSERT INTO article SELECT (jsonb_populate_record(a, jsonb_build_object("
            "'id', 900, 'uid', 'forged', 'sort_key', 900, 'slug', 'forged', 'state', 'published'))).* FROM article a WHERE id = {review}",
            "SELECT EXISTS (SELECT FROM article WHERE id = 900)"),
    _writes("delete a story", "DELETE FROM article WHERE id = {returned}",
            "SELECT NOT EXISTS (SELECT FROM article WHERE id = {returned})"),
    _writes("empty all stories", "TRUNCATE article CASCADE", "SELECT NOT EXISTS (SELECT FROM article)"),
    _writes("write an approved text anew", "UPDATE article_text SET body = '{{\"version\":1,\"blocks\":[]}}' WHERE article_id = {approved}",
            "SELECT body LIKE '%[]%' FROM article_text WHERE article_id = {approved}"),
    _writes("delete a text", "DELETE FROM article_text WHERE article_id = {approved}",
            "SELECT NOT EXISTS (SELECT FROM article_text WHERE article_id = {approved})"),
    _writes("add an author", "INSERT INTO author (name, article_id) VALUES ('{key}', {secret})",
            "SELECT EXISTS (SELECT FROM author WHERE name = '{key}' AND article_id = {secret})"),
    _writes("take an author away", "DELETE FROM author WHERE article_id = {own}",
            "SELECT NOT EXISTS (SELECT FROM author WHERE article_id = {own})"),
    _writes("change an author", "UPDATE author SET name = 'niemand' WHERE article_id = {own}",
            "SELECT EXISTS (SELECT FROM author WHERE name = 'niemand')"),
    _writes("link a story", "INSERT INTO link VALUES ({published}, 9, 'update-of', 'x')",
            "SELECT EXISTS (SELECT FROM link WHERE position = 9)"),
    _writes("claim a source", "INSERT INTO source VALUES ('forged', {published})",
            "SELECT EXISTS (SELECT FROM source WHERE key = 'forged')"),
    _writes("change what search finds", "UPDATE search SET words = ' falsch '", "SELECT EXISTS (SELECT FROM search WHERE words = ' falsch ')"),
    _writes("empty the search", "DELETE FROM search", "SELECT NOT EXISTS (SELECT FROM search)"),
    _writes("forge a likeness", "INSERT INTO likeness VALUES ('falsch', 1)", "SELECT EXISTS (SELECT FROM likeness WHERE term = 'falsch')"),
    _writes("empty the samples", "DELETE FROM shingle", "SELECT NOT EXISTS (SELECT FROM shingle)"),
    _writes("change a colleague's note", "UPDATE note SET text = 'falsch'", "SELECT EXISTS (SELECT FROM note WHERE text = 'falsch')"),
    _writes("send a story to the web before its embargo", "INSERT INTO outgoing (article_id, version, kind, channels, person, time, holder, fault) "
            "VALUES ({embargoed}, 3, 'published', 'print,web', '{me}', now(), '', '')", "SELECT EXISTS (SELECT FROM outgoing WHERE article_id = {embargoed})"),
    _writes("send a story to all before its embargo", "INSERT INTO outgoing (article_id, version, kind, channels, person, time, holder, fault) "
            "VALUES ({embargoed}, 3, 'published', '', '{me}', now(), '', '')", "SELECT EXISTS (SELECT FROM outgoing WHERE article_id = {embargoed})"),
    _writes("put words in a colleague's mouth",
            "INSERT INTO note VALUES ({published}, 'x', 'Dirk Maß', 'dirk mass', 'falsch', 0, false, true, now())",
            "SELECT EXISTS (SELECT FROM note WHERE name = 'x')"),
)  # fmt: skip

PAST = (
    _writes("change who saved", "UPDATE revision SET person = 'Niemand' WHERE article_id = {own}",
            "SELECT EXISTS (SELECT FROM revision WHERE person = 'Niemand')"),
    _writes("change a version", "UPDATE revision SET story = '{{}}' WHERE article_id = {approved}",
            "SELECT EXISTS (SELECT FROM revision WHERE story = '{{}}')"),
    _writes("delete versions", "DELETE FROM revision WHERE article_id = {approved}",
            "SELECT NOT EXISTS (SELECT FROM revision WHERE article_id = {approved})"),
    _writes("forge a version", "INSERT INTO revision (article_id, version, time, person, action, note, headline, digest, story) "
            "VALUES ({review}, 99, now(), 'Edda Lund', 'approve', '', 'x', 'x', '{{}}')",
            "SELECT EXISTS (SELECT FROM revision WHERE version = 99)"),
    _writes("change the journal", "UPDATE journal SET sealed = replace(sealed, 'Anna', 'Edda')",
            "SELECT EXISTS (SELECT FROM journal WHERE sealed LIKE '%Edda%')"),
    _writes("delete from the journal", "DELETE FROM journal WHERE number = 2", "SELECT NOT EXISTS (SELECT FROM journal WHERE number = 2)"),
    _writes("empty the journal", "TRUNCATE journal", "SELECT NOT EXISTS (SELECT FROM journal)"),
    _writes("forge an entry", "INSERT INTO journal VALUES ({review}, 99, '{{}}', 'x')", "SELECT EXISTS (SELECT FROM journal WHERE number = 99)"),
    _writes("move a head of the journal", "UPDATE journal_head SET number = 1", "SELECT NOT EXISTS (SELECT FROM journal_head WHERE number > 1)"),
    _writes("delete a head", "DELETE FROM journal_head", "SELECT NOT EXISTS (SELECT FROM journal_head)"),
    _writes("occupy a number", "INSERT INTO journal_head VALUES (5000, 1, '')", "SELECT EXISTS (SELECT FROM journal_head WHERE article_id = 5000)"),
    _writes("forge an approval", "INSERT INTO approval VALUES ({own}, 9, 2, 'full', 'Edda Lund', now(), repeat('a', 64), '', '', '[]', false)",
            "SELECT EXISTS (SELECT FROM approval WHERE number = 9)"),
    _writes("change an approval", "UPDATE approval SET person = 'Edda Lund', hash = repeat('a', 64)",
            "SELECT EXISTS (SELECT FROM approval WHERE person = 'Edda Lund')"),
    _writes("delete approvals", "DELETE FROM approval", "SELECT NOT EXISTS (SELECT FROM approval)"),
    _writes("forget that readers saw it", "DELETE FROM standing", "SELECT NOT EXISTS (SELECT FROM standing)"),
    _writes("forge a standing", "INSERT INTO standing VALUES ({own}, '[]', '[]', 'edda lund', repeat('a', 64), NULL, false, NULL)",
            "SELECT EXISTS (SELECT FROM standing WHERE first = 'edda lund')"),
)  # fmt: skip

MACHINERY = (
    _writes("switch off the triggers", "ALTER TABLE journal DISABLE TRIGGER ALL",
            "SELECT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'revision'::regclass AND NOT tgisinternal AND tgenabled = 'D')",
            EVERYONE, "ALTER TABLE revision DISABLE TRIGGER newsroom_journal"),
    _writes("switch off row security", "ALTER TABLE article DISABLE ROW LEVEL SECURITY",
            "SELECT NOT relrowsecurity FROM pg_class WHERE oid = 'article'::regclass"),
    _writes("drop a policy", "DROP POLICY newsroom_reads ON draft", "SELECT NOT EXISTS (SELECT FROM pg_policy WHERE polname = 'newsroom_reads' AND polrelid = 'draft'::regclass)"),
    _writes("add a policy", "CREATE POLICY mine ON draft USING (true)", "SELECT EXISTS (SELECT FROM pg_policy WHERE polname = 'mine')"),
    _writes("drop the journal's trigger", "DROP TRIGGER newsroom_journal ON revision", "SELECT NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'newsroom_journal')"),
    _writes("set a trigger of one's own", "CREATE TRIGGER mine AFTER INSERT ON revision FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "SELECT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'mine')"),
    _writes("put a function in the place of ours", "CREATE OR REPLACE FUNCTION newsroom_rights.rank() RETURNS integer LANGUAGE sql AS 'SELECT 2'",
            "SELECT prosrc = 'SELECT 2' FROM pg_proc WHERE proname = 'rank' AND pronamespace = 'newsroom_rights'::regnamespace"),
    _writes("own a function of ours", 'ALTER FUNCTION newsroom_rights.rank() OWNER TO "{login}"',
            "SELECT proowner = '\"{login}\"'::regrole FROM pg_proc WHERE proname = 'rank' AND pronamespace = 'newsroom_rights'::regnamespace"),
    _writes("lay a function in the library's schema", "CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
            "SELECT EXISTS (SELECT FROM pg_proc WHERE proname = 'lower' AND pronamespace = 'public'::regnamespace)"),
    _writes("make a table in the library's schema", "CREATE TABLE public.mine (a integer)", "SELECT to_regclass('public.mine') IS NOT NULL"),
    _writes("make a table among the rights", "CREATE TABLE newsroom_rights.mine (a integer)", "SELECT to_regclass('newsroom_rights.mine') IS NOT NULL"),
    _writes("be somebody else", "UPDATE newsroom_rights.login SET person_id = (SELECT id FROM person WHERE name = 'Dirk Maß') WHERE name = '{login}'",
            "SELECT p.name = 'Dirk Maß' FROM newsroom_rights.login l JOIN person p ON p.id = l.person_id WHERE l.name = '{login}'"),
    _writes("add a login", "INSERT INTO newsroom_rights.login VALUES ('forged', 1)", "SELECT EXISTS (SELECT FROM newsroom_rights.login WHERE name = 'forged')"),
    _writes("open the ways", "UPDATE newsroom_rights.way SET rank = 0, needs = '{{}}'", "SELECT NOT EXISTS (SELECT FROM newsroom_rights.way WHERE rank > 0)"),
    _writes("add a way", "INSERT INTO newsroom_rights.way VALUES ('saved', 'draft', 'published', 0, '{{}}')",
            "SELECT EXISTS (SELECT FROM newsroom_rights.way WHERE action = 'saved')"),
    _writes("call the journal's seal", "SELECT newsroom_rights.seal(r, 'x', 'approve', '') FROM revision r WHERE article_id = {own} LIMIT 1",
            "SELECT EXISTS (SELECT FROM journal WHERE sealed LIKE '%\"uid\":\"x\"%')"),
    _writes("call what keeps an approval", "SELECT newsroom_rights.approve(a, repeat('c', 64), 'approve', '', "
            "'{{\"grade\": \"full\", \"override\": \"\", \"open\": \"[]\", \"edited\": false}}', now()) FROM article a WHERE id = {own}",
            "SELECT EXISTS (SELECT FROM approval WHERE hash = repeat('c', 64))"),
    _writes("call what writes a text", "SELECT newsroom_rights.write_beside(a, '{{\"lead\":[],\"body\":{{}},\"notes\":[],\"changes\":[],"
            "\"import_notes\":[],\"links\":[]}}', '{{}}') FROM article a WHERE id = {approved}",
            "SELECT body = '{{}}' FROM article_text WHERE article_id = {approved}"),
    _writes("tell the journal of an approval", "SELECT newsroom_rights.tell({own}, 'approve', 'by Edda', now())",
            "SELECT EXISTS (SELECT FROM journal WHERE sealed LIKE '%by Edda%')"),
    _writes("tell the journal of another day", "SELECT newsroom_rights.tell({own}, 'undecided', 'a year ago', now() - interval '1 year')",
            "SELECT EXISTS (SELECT FROM journal WHERE sealed LIKE '%a year ago%')"),
    _writes("become a superuser", 'ALTER ROLE "{login}" CREATEROLE REPLICATION', "SELECT rolreplication FROM pg_roles WHERE rolname = '{login}'"),
    _writes("make a role", "CREATE ROLE forged SUPERUSER", "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'forged')"),
    _writes("join the owners", 'GRANT "{owner}" TO "{login}"', "SELECT EXISTS (SELECT FROM pg_auth_members WHERE member = '\"{login}\"'::regrole AND roleid = '\"{owner}\"'::regrole)"),
    _writes("act as the owner", "UPDATE article SET state = 'approved' WHERE id = {own}", "SELECT state = 'approved' FROM article WHERE id = {own}",
            EVERYONE, 'SET ROLE "{owner}"'),
    _writes("skip the triggers", "DELETE FROM journal_head", "SELECT NOT EXISTS (SELECT FROM journal_head)", EVERYONE, "SET session_replication_role = replica"),
    _writes("run a program", "COPY (SELECT 'ran') TO PROGRAM 'cat > {folder}/ran'", "SELECT (pg_stat_file('{folder}/ran', true)).size > 0"),
    _writes("write a file", "COPY (SELECT 'wrote') TO '{folder}/wrote'", "SELECT (pg_stat_file('{folder}/wrote', true)).size > 0"),
    _writes("settle who everybody is", "ALTER DATABASE {database} SET row_security = off",
            "SELECT EXISTS (SELECT FROM pg_db_role_setting WHERE 'row_security=off' = ANY (setconfig))"),
    _writes("mark the library newer", "UPDATE alembic_version SET version_num = '9999'", "SELECT version_num = '9999' FROM alembic_version"),
    _writes("change a picture", "UPDATE picture SET data = 'x'", "SELECT EXISTS (SELECT FROM picture WHERE data = 'x')"),
    _writes("lay a false picture down", "INSERT INTO picture VALUES (repeat('a', 64), 'image/png', 'x')", "SELECT EXISTS (SELECT FROM picture WHERE sha256 = repeat('a', 64))"),
)  # fmt: skip

UNSAVED = (
    _steals("read unsaved texts", "SELECT story FROM draft"),
    _steals("read unsaved texts by a broken cast", "SELECT story::integer FROM draft"),
    _steals("read unsaved texts while changing them", "UPDATE draft SET time = time RETURNING story"),
    _steals("read unsaved texts as a stream", "COPY draft TO STDOUT"),
    _steals("read unsaved texts without row security", "SET row_security = off", "SELECT story FROM draft"),
    _steals("read a colleague's notices", "SELECT note FROM notice"),
    _steals("read what the server counted of notices", "SELECT histogram_bounds::text, most_common_vals::text FROM pg_stats WHERE tablename = 'notice'"),
    _writes("see a colleague's notices for them", "UPDATE notice SET seen = true", "SELECT bool_and(seen) FROM notice"),
    _steals("read unsaved texts by a view", "CREATE TEMP VIEW mine AS SELECT * FROM draft", "SELECT * FROM mine"),
    _steals("read unsaved texts by a cheap function", "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%', $1; END $$", "SELECT * FROM draft WHERE pg_temp.leak(story)"),
    _steals("look through the pictures", "SELECT convert_from(data, 'UTF8') FROM picture"),
    _steals("read the login table", "SELECT name || '{secret_word}' FROM newsroom_rights.login"),
    _writes("take an unsaved text", "UPDATE draft SET keeper = '{login}'", "SELECT bool_and(keeper = '{login}') FROM draft"),
    _writes("delete unsaved texts", "DELETE FROM draft", "SELECT NOT EXISTS (SELECT FROM draft)"),
    _writes("slip an unsaved text to a colleague", "INSERT INTO draft (session, uid, time, story, keeper) VALUES ('x', 'x', now(), '{{}}', 'dirk.mass')",
            "SELECT EXISTS (SELECT FROM draft WHERE session = 'x')"),
)  # fmt: skip


def _of_story(table, column="*"):
    return _steals(f"read a colleague's {table}", f"SELECT {column} FROM {table}", roles=(JOURNALIST,))


DRAFTS = (
    *map(_of_story, ("article", "article_text", "revision", "journal", "note", "usage", "search")),
    _steals("read likenesses", "SELECT '{secret_word}' FROM likeness WHERE term ILIKE '%nschutz%'", roles=(JOURNALIST,)),
    _steals("read a draft by a broken cast", "SELECT id FROM article WHERE headline::integer = 1 AND id = {secret}", roles=(JOURNALIST,)),
    _steals("read a draft while locking it", "SELECT headline FROM article WHERE id = {secret} FOR UPDATE", roles=(JOURNALIST,)),
    _steals("read a draft while marking it", "UPDATE article SET findings = 1 RETURNING headline", roles=(JOURNALIST,)),
    _steals("read a draft as a stream", "COPY (SELECT headline FROM article) TO STDOUT", roles=(JOURNALIST,)),
    _steals("read a draft without row security", "SET row_security = off", "SELECT headline FROM article", roles=(JOURNALIST,)),
    _steals("read a draft through its words", "SELECT ts_stat.word FROM ts_stat('SELECT lexemes FROM search') WHERE word ILIKE '%{secret_word}%'", roles=(JOURNALIST,)),
    _steals("read what the server counted of stories", "SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE tablename IN ('article', 'search')", roles=(JOURNALIST,)),
    _steals("read a draft by a cheap function", "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%', $1; END $$", "SELECT * FROM article WHERE id = {secret} AND pg_temp.leak(headline)", roles=(JOURNALIST,)),
    _steals("read a draft by what keeps texts", "SELECT newsroom_rights.kept_text(a) FROM article a WHERE id = {secret}", roles=(JOURNALIST,)),
    _writes("be given a colleague's draft", "INSERT INTO assignment VALUES ({secret}, '{me}', '{key}', NULL, '{me}', now(), false)",
            "SELECT EXISTS (SELECT FROM assignment WHERE article_id = {secret})", (JOURNALIST,)),
    _writes("bear a colleague's name", "INSERT INTO former_name VALUES ('person', 'dirk mass', '{key}')",
            "SELECT EXISTS (SELECT FROM former_name WHERE target = '{key}')", STAFF),
    _writes("be a duty editor", "UPDATE person SET role = 'chief' WHERE name = '{me}'", "SELECT role = 'chief' FROM person WHERE name = '{me}'", STAFF),
    _writes("take the four eyes off", "UPDATE fact SET value = replace(value, '\"four_eyes\": true', '\"four_eyes\": false') WHERE name = 'house'",
            "SELECT value LIKE '%\"four_eyes\": false%' FROM fact WHERE name = 'house'", STAFF),
    _writes("let the duty editor go", "UPDATE usage SET retired = true WHERE kind = 'person'", "SELECT EXISTS (SELECT FROM usage WHERE kind = 'person' AND retired)", STAFF),
    _writes("let a person go before they wrote", "INSERT INTO usage VALUES ('person', 'clara voss', 'x', 0, 0, 0, NULL, false, true) "
            "ON CONFLICT (kind, name) DO UPDATE SET retired = true", "SELECT EXISTS (SELECT FROM usage WHERE kind = 'person' AND retired)", STAFF),
    _writes("join the duty editors", 'GRANT "{database}_chief" TO "{login}"',
            "SELECT EXISTS (SELECT FROM pg_auth_members WHERE member = '\"{login}\"'::regrole AND roleid = '\"{database}_chief\"'::regrole)", STAFF),
)  # fmt: skip

ATTACKS = (*COLUMNS, *STORIES, *PAST, *MACHINERY, *UNSAVED, *DRAFTS)
SECRET_WORD = SECRET
