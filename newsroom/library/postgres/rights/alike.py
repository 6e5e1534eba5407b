"""SQL: the drafts of others that a story is like: for what reason, whose they are and in which state, and no word of them."""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION newsroom_rights.alike(terms text[], headline text, sample bigint[], own integer)
RETURNS TABLE (id integer, uid text, state text, owner text, score integer, share integer)
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    WITH shared AS (
        SELECT a.id, count(*)::integer AS common FROM unnest(terms) t(one) JOIN likeness l ON l.term = t.one
        JOIN article a ON a.sort_key = l.key
        WHERE a.state = 'draft' AND NOT a.in_trash AND a.id <> own AND NOT newsroom_rights.may_read(a.id, a.state) GROUP BY a.id
    ), texts AS (
        SELECT a.id, count(*)::integer AS common FROM unnest(sample) s(one) JOIN shingle g ON g.number = s.one
        JOIN article a ON a.id = g.article_id
        WHERE a.state = 'draft' AND NOT a.in_trash AND a.id <> own AND NOT newsroom_rights.may_read(a.id, a.state) GROUP BY a.id
    ), found AS (
        SELECT a.id, a.uid, a.state, a.created_by,
            CASE WHEN a.headline_key = alike.headline THEN 100 ELSE (
                SELECT (200 * count(DISTINCT w.one) FILTER (WHERE w.one = ANY (string_to_array(alike.headline, ' ')))
                    / greatest(1, cardinality(string_to_array(alike.headline, ' ')) + count(DISTINCT w.one)))::integer
                FROM unnest(string_to_array(a.headline_key, ' ')) w(one)
            ) END AS score,
            coalesce(100 * t.common / greatest(1, cardinality(sample)), 0) AS share
        FROM article a LEFT JOIN shared h ON h.id = a.id LEFT JOIN texts t ON t.id = a.id
        WHERE a.id IN (SELECT shared.id FROM shared UNION SELECT texts.id FROM texts)
    )
    SELECT found.id, found.uid, found.state, found.created_by, found.score, least(found.share, 100)
    FROM found WHERE newsroom_rights.rank() >= 0 AND (found.score >= 75 OR found.share >= 30)
    ORDER BY greatest(found.score, found.share) DESC, found.id DESC LIMIT 20
$$;
"""
