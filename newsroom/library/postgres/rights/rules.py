"""SQL: what must be true of a story's next version: who may take which way, and what an approval is bound to."""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION newsroom_rights.refuse(code text, said text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', said USING ERRCODE = code;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.house(setting text) RETURNS text
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT value::json ->> setting FROM fact WHERE name = 'house'
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.four_eyes() RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(newsroom_rights.house('four_eyes')::boolean, @four_eyes@)
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.among(section text, setting text) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM json_array_elements_text(coalesce(newsroom_rights.house(setting), '[]')::json) one
        WHERE newsroom_rights.folded(one) = newsroom_rights.folded(section)
    )
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.makers(one article) RETURNS text[]
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT array_agg(DISTINCT newsroom_rights.folded(found.name)) FROM (
        SELECT one.created_by AS name UNION ALL SELECT by.value ->> 0 FROM json_array_elements(one.authors::json) by
    ) found WHERE found.name <> ''
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.is_bound(state text) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$ SELECT state IN (@bound@) $$;

CREATE OR REPLACE FUNCTION newsroom_rights.had_its_time(state text) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$ SELECT state IN (@had_its_time@) $$;

CREATE OR REPLACE FUNCTION newsroom_rights.voided(state text) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN state = 'published' THEN 'draft' ELSE 'for-review' END
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.barred(one article, known standing, hash text) RETURNS boolean
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    mine text[] := newsroom_rights.names();
    sign text := newsroom_rights.folded((SELECT sign_off FROM newsroom_rights.person()));
BEGIN
    RETURN newsroom_rights.four_eyes() AND (
        newsroom_rights.makers(one) && mine
        OR coalesce(sign <> '' AND sign = ANY (regexp_split_to_array(newsroom_rights.folded(one.sign_off), '[^[:alnum:]]+')), false)
        OR coalesce(jsonb_exists_any(known.left_byline::jsonb, mine), false)
        OR EXISTS (SELECT FROM revision r WHERE r.article_id = one.id AND r.version = 1 AND r.action <> @planned@
            AND newsroom_rights.folded(r.person) = ANY (mine))
        OR coalesce(newsroom_rights.among(one.section, 'strict_sections') AND known.hands::jsonb ->> -1 = ANY (mine), false)
        OR coalesce(newsroom_rights.among(one.section, 'second_sections') AND known.first = ANY (mine)
            AND known.first_hash = hash, false)
    );
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.held_back(one article) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT one.embargo_line <> '' OR coalesce(one.embargo > now() + interval '5 minutes', false) AND NOT (
        coalesce(coalesce(
            (SELECT min(e.hour) FROM edition e JOIN edition_part p ON p.edition_id = e.id WHERE p.uid = one.uid),
            one.publish_time + make_interval(days => coalesce(newsroom_rights.house('print_days_later')::integer, @print_days@))
        ) >= one.embargo, false)
        OR EXISTS (
            SELECT FROM json_array_elements(coalesce(newsroom_rights.house('channels'), '[]')::json) c,
                json_array_elements(coalesce(newsroom_rights.house('export_profiles'), '[]')::json) p
            WHERE c ->> 0 = 'partner' AND newsroom_rights.folded((c ->> 1)::json ->> 'preset') = newsroom_rights.folded(p ->> 0)
                AND ((p ->> 1)::json ->> 'honours_embargo')::boolean
        )
    )
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.demand(
    way newsroom_rights.way, was article, new article, known standing, hash text, note text
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    IF 'four-eyes' = ANY (way.needs) THEN
        IF newsroom_rights.barred(was, known, hash) OR newsroom_rights.barred(new, known, hash) THEN
            PERFORM newsroom_rights.refuse('NR005', 'no one approves their own story');
        ELSIF newsroom_rights.four_eyes() AND newsroom_rights.among(new.section, 'second_sections')
                AND (coalesce(known.first, '') = '' OR known.first_hash IS DISTINCT FROM hash) THEN
            PERFORM newsroom_rights.refuse('NR005', 'two people must approve exactly the same text');
        END IF;
    END IF;
    IF 'exact' = ANY (way.needs) AND newsroom_rights.four_eyes() THEN
        IF newsroom_rights.folded(new.approved_by) = ANY (newsroom_rights.makers(new)) THEN
            PERFORM newsroom_rights.refuse('NR005', 'it was approved by its author');
        ELSIF newsroom_rights.among(new.section, 'strict_sections')
                AND known.hands::jsonb ->> -1 = newsroom_rights.folded(new.approved_by)
            OR newsroom_rights.among(new.section, 'second_sections')
                AND (coalesce(known.first, '') IN ('', newsroom_rights.folded(new.approved_by)) OR known.first_hash IS DISTINCT FROM hash) THEN
            PERFORM newsroom_rights.refuse('NR005', 'the section asks for another pair of eyes');
        END IF;
    END IF;
    IF 'reason' = ANY (way.needs) AND btrim(note) = '' THEN
        PERFORM newsroom_rights.refuse('NR010', 'this needs a reason');
    END IF;
    IF 'rule-on' = ANY (way.needs) AND NOT newsroom_rights.four_eyes() THEN
        PERFORM newsroom_rights.refuse('NR004', 'here one person may approve alone');
    END IF;
    IF 'time' = ANY (way.needs) AND (
            new.publish_time IS NULL OR new.publish_time < now() - interval '5 minutes'
            OR new.embargo > new.publish_time OR new.embargo_line <> '') THEN
        PERFORM newsroom_rights.refuse('NR010', 'this needs a time ahead and after the embargo');
    END IF;
    IF 'embargo' = ANY (way.needs) AND newsroom_rights.held_back(new) THEN
        PERFORM newsroom_rights.refuse('NR011', 'the embargo holds, for readers, pages and partners');
    END IF;
    IF way.needs && ARRAY['time', 'embargo'] AND EXISTS (SELECT FROM legal_block b WHERE b.uid = new.uid) THEN
        PERFORM newsroom_rights.refuse('NR012', 'a legal block keeps it in');
    END IF;
    IF 'out' = ANY (way.needs) AND known.out_version IS NULL THEN
        PERFORM newsroom_rights.refuse('NR004', 'no reader has the story');
    END IF;
    IF 'never-out' = ANY (way.needs) AND coalesce(known.was_out, false) THEN
        PERFORM newsroom_rights.refuse('NR004', 'what was published is kept');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.undoes(was article, new article) RETURNS boolean
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    last revision;
    mine integer := newsroom_rights.rank();
BEGIN
    SELECT * INTO last FROM revision r WHERE r.article_id = was.id AND r.version = was.version;
    IF newsroom_rights.had_its_time(was.state) OR newsroom_rights.folded(last.person) <> ALL (newsroom_rights.names()) THEN
        RETURN false;
    ELSIF EXISTS (SELECT FROM newsroom_rights.way w WHERE w.action = last.action) THEN
        RETURN EXISTS (SELECT FROM newsroom_rights.way w WHERE w.action = last.action
            AND w.source = new.state AND w.target = was.state AND w.rank <= mine);
    ELSIF last.action = 'undone' AND EXISTS (SELECT FROM newsroom_rights.way w WHERE w.source = was.state
            AND w.target = new.state AND w.rank <= mine AND NOT newsroom_rights.had_its_time(new.state)) THEN
        RETURN true;
    END IF;
    RETURN newsroom_rights.is_bound(new.state) AND was.state = newsroom_rights.voided(new.state);
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.judge_move(
    was article, new article, same boolean, known standing, hash text, action text, note text
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    way newsroom_rights.way;
    mine integer := newsroom_rights.rank();
BEGIN
    SELECT * INTO way FROM newsroom_rights.way w WHERE w.action = judge_move.action AND w.source = was.state AND w.target <> '';
    IF was.trashed IS NOT NULL AND new.state <> was.state AND action <> 'undone' THEN
        PERFORM newsroom_rights.refuse('NR003', 'the story is in the trash');
    ELSIF EXISTS (SELECT FROM newsroom_rights.way w WHERE w.action = judge_move.action AND w.target <> '') THEN
        IF way.target IS DISTINCT FROM new.state OR way.rank > mine THEN
            PERFORM newsroom_rights.refuse('NR004', 'there is no such way for you');
        END IF;
        PERFORM newsroom_rights.demand(way, was, new, known, hash, note);
    ELSIF new.state = was.state
            OR newsroom_rights.is_bound(was.state) AND new.state = newsroom_rights.voided(was.state) AND NOT same
            OR action = 'undone' AND newsroom_rights.undoes(was, new) THEN
        NULL;
    ELSE
        PERFORM newsroom_rights.refuse('NR004', 'there is no such way for you');
    END IF;
    IF action IN (@first@, @looked@) AND (mine < 1 OR newsroom_rights.barred(was, known, '') OR newsroom_rights.barred(new, known, '')
            OR new.state <> CASE action WHEN @first@ THEN 'for-review' ELSE 'published' END) THEN
        PERFORM newsroom_rights.refuse('NR005', 'second eyes are a colleague''s');
    ELSIF action = @looked@ AND (known.eyes_due IS NULL OR newsroom_rights.folded(was.approved_by) = ANY (newsroom_rights.names())) THEN
        PERFORM newsroom_rights.refuse('NR005', 'second eyes are a colleague''s');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.judge_trash(was article, new article, known standing, action text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    way newsroom_rights.way;
BEGIN
    IF (was.trashed IS NULL) = (new.trashed IS NULL) THEN
        IF was.trashed IS DISTINCT FROM new.trashed OR action IN ('trashed', 'trash', 'restored', 'restore') THEN
            PERFORM newsroom_rights.refuse('NR009', 'nothing was put into the trash');
        END IF;
        RETURN;
    END IF;
    SELECT * INTO way FROM newsroom_rights.way w
    WHERE w.action = CASE WHEN new.trashed IS NULL THEN 'restore' ELSE 'trash' END AND w.source = was.state;
    IF way.rank IS NULL OR way.rank > newsroom_rights.rank() OR new.state <> was.state AND action <> 'undone'
            OR action NOT IN ('trashed', 'trash', 'restored', 'restore', 'undone', 'joined-away') THEN
        PERFORM newsroom_rights.refuse('NR004', 'there is no such way for you');
    END IF;
    PERFORM newsroom_rights.demand(way, was, new, known, '', 'reason');
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.judge_approval(
    was article, new article, same boolean, hash text, action text, at timestamptz
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    stays boolean := (new.approved_by, new.approved_hash) = (was.approved_by, was.approved_hash)
        AND new.approved_at IS NOT DISTINCT FROM was.approved_at;
BEGIN
    IF action IN (@giving@) THEN
        IF new.approved_by <> (SELECT name FROM newsroom_rights.person()) OR new.approved_at IS DISTINCT FROM at
                OR new.approved_hash !~ '^[0-9a-f]{64}$' OR new.approved_hash <> coalesce(hash, new.approved_hash) THEN
            PERFORM newsroom_rights.refuse('NR006', 'an approval is bound to the text and to who gives it');
        END IF;
    ELSIF new.approved_hash = '' AND new.approved_by = '' AND new.approved_at IS NULL THEN
        IF newsroom_rights.is_bound(new.state) AND NOT (stays AND same AND new.state = was.state) THEN
            PERFORM newsroom_rights.refuse('NR006', 'no approval stands for this text');
        END IF;
    ELSIF NOT (newsroom_rights.is_bound(new.state) OR new.state = 'withdrawn') THEN
        PERFORM newsroom_rights.refuse('NR006', 'no approval stands in this state');
    ELSIF NOT (stays AND (same OR hash = new.approved_hash)
            OR action = 'undone' AND hash = new.approved_hash AND EXISTS (
                SELECT FROM approval a WHERE a.article_id = new.id AND a.hash = new.approved_hash
                AND a.person = new.approved_by AND a.time = new.approved_at AND a.grade IN (@binding@))) THEN
        PERFORM newsroom_rights.refuse('NR006', 'the text was changed after its approval');
    END IF;
END $$;
"""
