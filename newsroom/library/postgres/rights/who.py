"""SQL: who a login is. A person of the library, who may do what their group role and their role here both allow."""

TABLES = """
CREATE TABLE IF NOT EXISTS newsroom_rights.login (
    name text COLLATE "C" PRIMARY KEY,
    person_id integer NOT NULL
);
CREATE TABLE IF NOT EXISTS newsroom_rights.way (
    action text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    target text COLLATE "C" NOT NULL,
    rank integer NOT NULL,
    needs text[] NOT NULL,
    PRIMARY KEY (action, source)
);
"""
"""Which person a login is, and the ways between states as the program has them."""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION newsroom_rights.person(OUT id integer, OUT name text, OUT key text, OUT rank integer, OUT sign_off text)
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT p.id, p.name, p.name_key, least(
        CASE p.role WHEN 'chief' THEN 2 WHEN 'editor' THEN 1 WHEN 'journalist' THEN 0 END,
        CASE WHEN pg_has_role(session_user, '@chief@', 'MEMBER') THEN 2
            WHEN pg_has_role(session_user, '@editor@', 'MEMBER') THEN 1
            WHEN pg_has_role(session_user, '@journalist@', 'MEMBER') THEN 0 ELSE -1 END
    ), p.sign_off
    FROM newsroom_rights.login l JOIN person p ON p.id = l.person_id
    WHERE l.name = session_user::text AND NOT EXISTS (
        SELECT FROM usage u WHERE u.kind = 'person' AND u.name = p.name_key AND u.retired
    )
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.rank() RETURNS integer
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT coalesce((SELECT rank FROM newsroom_rights.person()), -1)
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.names() RETURNS text[]
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT coalesce(array_agg(found.name), '{}') FROM (
        SELECT p.key AS name FROM newsroom_rights.person() p WHERE p.key IS NOT NULL
        UNION SELECT f.name FROM newsroom_rights.person() p JOIN former_name f ON f.kind = 'person' AND f.target = p.key
    ) found
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.folded(name text) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT replace(lower(name COLLATE @folding@), 'ß', 'ss') COLLATE "C"
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.mine(story integer) RETURNS boolean
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM author a WHERE a.article_id = story AND a.name = ANY (newsroom_rights.names())
    ) OR EXISTS (
        SELECT FROM standing s WHERE s.article_id = story AND (
            s.was_out OR jsonb_exists_any(s.hands::jsonb, newsroom_rights.names())
            OR jsonb_exists_any(s.left_byline::jsonb, newsroom_rights.names())
        )
    )
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.may_read(story integer, state text) RETURNS boolean
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT newsroom_rights.rank() > 0
        OR newsroom_rights.rank() = 0 AND (state <> 'draft' OR newsroom_rights.mine(story))
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.is_owner() RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_has_role(session_user, '@owner@', 'MEMBER')
$$;
"""
"""`names` are the person's, of now and before; a draft is read by those who made it, and by editors."""
