"""SQL: the one door by which a story comes into the library, with its journal.

Everything is made of the one text whose digest the journal seals; what comes beside it are sort keys and words for the
indexes, which the database cannot make. A version is kept small where the steps that come with it, done here on an earlier
version, give that very text; else it is kept whole.
"""

JOURNAL = """
CREATE OR REPLACE FUNCTION newsroom_rights.iso(at timestamptz) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || CASE WHEN extract(microseconds FROM at)::bigint % 1000000 = 0 THEN '' ELSE to_char(at AT TIME ZONE 'UTC', '.US') END
        || '+00:00'
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.seal(line revision, uid text, action text, note text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    head journal_head;
    sealed text;
    digest text;
BEGIN
    SELECT * INTO head FROM journal_head h WHERE h.article_id = line.article_id FOR UPDATE;
    sealed := '{"action":' || to_json(action) || ',"before":' || to_json(coalesce(head.digest, ''))
        || ',"digest":' || to_json(line.digest) || ',"id":' || line.article_id || ',"note":' || to_json(note)
        || ',"number":' || coalesce(head.number, 0) + 1 || ',"person":' || to_json(line.person)
        || ',"time":' || to_json(newsroom_rights.iso(line.time)) || ',"uid":' || to_json(uid)
        || ',"version":' || line.version || '}';
    digest := encode(sha256(convert_to(sealed, 'UTF8')), 'hex');
    INSERT INTO journal (article_id, number, sealed, digest)
    VALUES (line.article_id, coalesce(head.number, 0) + 1, sealed, digest);
    INSERT INTO journal_head AS h (article_id, number, digest)
    VALUES (line.article_id, coalesce(head.number, 0) + 1, digest)
    ON CONFLICT (article_id) DO UPDATE SET number = excluded.number, digest = excluded.digest;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.journal_it() RETURNS trigger
SECURITY DEFINER LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    IF NOT newsroom_rights.is_owner() THEN
        PERFORM newsroom_rights.seal(NEW, (SELECT uid FROM article a WHERE a.id = NEW.article_id), NEW.action, NEW.note);
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS newsroom_journal ON @library@.revision;
CREATE TRIGGER newsroom_journal AFTER INSERT ON @library@.revision FOR EACH ROW EXECUTE FUNCTION newsroom_rights.journal_it();
"""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION newsroom_rights.kept_text(one article) RETURNS json
STABLE LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT json_build_object(
        'kicker', one.kicker, 'headline', one.headline, 'subheadline', one.subheadline,
        'web_headline', one.web_headline, 'teaser', one.teaser, 'dateline', one.dateline, 'authors', one.authors::json,
        'sign_off', one.sign_off, 'correction_note', one.correction_note,
        'lead', coalesce(nullif(t.lead, ''), '[]')::json, 'body', t.body::json
    ) FROM article_text t WHERE t.article_id = one.id
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.reads_same(one json, other json) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT newsroom_rights.text_of(one) = newsroom_rights.text_of(other)
        OR coalesce(newsroom_rights.reader_hash(one) = newsroom_rights.reader_hash(other), false)
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.begins(new article, action text) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN EXISTS (SELECT FROM newsroom_rights.way w WHERE w.action = begins.action) THEN EXISTS (
        SELECT FROM newsroom_rights.way w WHERE w.action = begins.action AND w.source = 'draft' AND w.target = new.state
        AND w.rank <= newsroom_rights.rank() AND w.needs <@ '{checklist}'
    ) ELSE new.state = 'draft' END
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.judge_new(new article, action text, whole json) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM journal_head h WHERE h.article_id = new.id) THEN
        PERFORM newsroom_rights.refuse('NR002', 'there is such a story already');
    ELSIF new.id <> newsroom_rights.next_id() OR new.version <> 1 OR new.trashed IS NOT NULL
            OR (new.approved_by, new.approved_hash) <> ('', '') OR new.approved_at IS NOT NULL
            OR NOT newsroom_rights.begins(new, action) THEN
        PERFORM newsroom_rights.refuse('NR004', 'a story begins as a draft, or is submitted at once');
    ELSIF NOT new.imported AND newsroom_rights.folded(new.created_by) <> ALL (newsroom_rights.names()) AND NOT (
            action = @planned@ AND newsroom_rights.rank() > 0
            AND ((whole -> 'lead')::text, (whole -> 'body')::text) = (@no_lead@, @no_body@)
            AND EXISTS (SELECT FROM person p WHERE p.name_key = newsroom_rights.folded(new.created_by))) THEN
        PERFORM newsroom_rights.refuse('NR009', 'whoever begins a story is who began it');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.judge_next(was article, new article, action text, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    IF (new.version, new.uid, new.created) <> (was.version + 1, was.uid, was.created) THEN
        PERFORM newsroom_rights.refuse('NR009', 'it is another story');
    ELSIF new.created_by <> was.created_by AND NOT (action = 'renamed' AND newsroom_rights.rank() = 2) THEN
        PERFORM newsroom_rights.refuse('NR009', 'whoever began a story stays who began it');
    ELSIF new.modified <> at AND new.modified <> was.modified OR new.imported <> was.imported AND was.imported THEN
        PERFORM newsroom_rights.refuse('NR009', 'it was changed now');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.stand(
    was article, new article, same boolean, known standing, hash text, seal jsonb, action text, at timestamptz
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    me text := (SELECT key FROM newsroom_rights.person());
    hands jsonb := coalesce(known.hands, '[]')::jsonb;
BEGIN
    known.article_id := new.id;
    known.left_byline := coalesce(known.left_byline, '[]');
    known.first := coalesce(known.first, '');
    known.first_hash := coalesce(known.first_hash, '');
    known.was_out := coalesce(known.was_out, false);
    IF me = ANY (newsroom_rights.makers(was)) AND me <> ALL (newsroom_rights.makers(new)) AND NOT known.left_byline::jsonb ? me THEN
        known.left_byline := known.left_byline::jsonb || to_jsonb(me);
    END IF;
    IF NOT same THEN
        hands := (hands - me) || to_jsonb(me);
        IF jsonb_array_length(hands) > 24 THEN
            hands := hands - 0;
        END IF;
        known.first := '';
        known.first_hash := '';
    END IF;
    known.hands := hands;
    IF newsroom_rights.had_its_time(was.state) OR newsroom_rights.had_its_time(new.state) THEN
        known.was_out := true;
        known.out_version := CASE WHEN newsroom_rights.had_its_time(new.state) THEN NULL
            WHEN was.state = 'published' THEN was.version ELSE known.out_version END;
    END IF;
    IF new.state IN ('draft', 'returned', 'withdrawn') OR action = 'undone' THEN
        known.first := '';
        known.first_hash := '';
    END IF;
    IF new.state = 'withdrawn' OR action IN (@giving@, @looked@) THEN
        known.eyes_due := CASE WHEN seal ->> 'grade' = 'alone' THEN
            least((seal ->> 'due')::timestamptz, at + interval '12 hours') END;
    ELSIF action = @first@ THEN
        known.first := me;
        known.first_hash := hash;
    END IF;
    DELETE FROM standing s WHERE s.article_id = new.id;
    IF (known.hands, known.left_byline, known.first, known.was_out) <> ('[]', '[]', '', false)
            OR known.out_version IS NOT NULL OR known.eyes_due IS NOT NULL THEN
        INSERT INTO standing SELECT known.*;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.approve(
    new article, hash text, action text, note text, seal jsonb, at timestamptz
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    IF action NOT IN (@giving@, @first@, @looked@) THEN
        RETURN;
    ELSIF seal ->> 'grade' IS DISTINCT FROM (CASE action @grades@ END)
            OR action = 'publish-alone' AND (seal ->> 'due') IS NULL
            OR json_typeof((seal ->> 'open')::json) IS DISTINCT FROM 'array' THEN
        PERFORM newsroom_rights.refuse('NR006', 'an approval says what it is');
    END IF;
    INSERT INTO approval (article_id, number, version, grade, person, time, hash, note, override, open, edited, due)
    SELECT new.id, coalesce(max(a.number), 0) + 1, new.version, seal ->> 'grade',
        (SELECT p.name FROM newsroom_rights.person() p), approve.at, approve.hash, approve.note, seal ->> 'override', seal ->> 'open',
        (seal ->> 'edited')::boolean, (seal ->> 'due')::timestamptz
    FROM approval a WHERE a.article_id = new.id;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.write_beside(new article, whole json, beside jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    DELETE FROM article_text t WHERE t.article_id = new.id;
    INSERT INTO article_text (article_id, lead, body, notes, changes, import_notes)
    VALUES (new.id, (whole -> 'lead')::text, (whole -> 'body')::text, (whole -> 'notes')::text,
        (whole -> 'changes')::text, (whole -> 'import_notes')::text);
    DELETE FROM link l WHERE l.article_id = new.id;
    INSERT INTO link (article_id, position, kind, uid) SELECT new.id, one.place - 1, one.value ->> 0, one.value ->> 1
    FROM json_array_elements(whole -> 'links') WITH ORDINALITY one(value, place);
    DELETE FROM counterpart c WHERE c.article_id = new.id;
    IF whole -> 'counterpart' IS NOT NULL THEN
        INSERT INTO counterpart (article_id, known) VALUES (new.id, (whole -> 'counterpart')::text);
    END IF;
    DELETE FROM author a WHERE a.article_id = new.id;
    INSERT INTO author (name, article_id) SELECT one, new.id FROM unnest(newsroom_rights.makers(new)) one;
    IF beside ->> 'source' <> '' THEN
        INSERT INTO source (key, article_id) VALUES (split_part(beside ->> 'source', E'\n', 1), new.id)
        ON CONFLICT DO NOTHING;
        INSERT INTO source (key, article_id)
        SELECT DISTINCT one, new.id FROM unnest((string_to_array(beside ->> 'source', E'\n'))[2:]) one
        ON CONFLICT (key) DO UPDATE SET article_id = excluded.article_id;
    END IF;
    IF beside ? 'notes' THEN
        DELETE FROM note n WHERE n.article_id = new.id;
        INSERT INTO note SELECT one.* FROM jsonb_populate_recordset(NULL::note, beside -> 'notes') one
        WHERE one.article_id = new.id;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.write_indexes(was article, new article, beside jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
BEGIN
    DELETE FROM search s WHERE s.key IN (was.sort_key, new.sort_key);
    DELETE FROM likeness l WHERE l.key = was.sort_key
        AND l.term IN (SELECT jsonb_array_elements_text(beside -> 'terms_before') COLLATE "C");
    DELETE FROM shingle s WHERE s.article_id = new.id
        AND s.number IN (SELECT value::bigint FROM jsonb_array_elements_text(beside -> 'sample_before'));
    INSERT INTO search (key, lexemes, words, stems) VALUES (
        new.sort_key, (beside ->> 'lexemes')::tsvector, beside ->> 'words', beside ->> 'stems');
    INSERT INTO likeness (term, key) SELECT DISTINCT value, new.sort_key FROM jsonb_array_elements_text(beside -> 'terms')
    ON CONFLICT DO NOTHING;
    INSERT INTO shingle (number, article_id) SELECT DISTINCT value::bigint, new.id
    FROM jsonb_array_elements_text(beside -> 'sample') ON CONFLICT DO NOTHING;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.made_of(base text, steps jsonb) RETURNS text
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one jsonb;
    parts text[] := '{}';
    place integer := 1;
    skip integer;
BEGIN
    FOR one IN SELECT value FROM jsonb_array_elements(steps) LOOP
        IF jsonb_typeof(one) = 'string' THEN
            parts := parts || (one #>> '{}');
        ELSIF skip IS NULL THEN
            skip := one::integer;
        ELSE
            parts := parts || substr(base, place + skip, one::integer);
            place := place + skip + one::integer;
            skip := NULL;
        END IF;
    END LOOP;
    RETURN array_to_string(parts, '');
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.small(line revision, beside jsonb) RETURNS revision
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    key text := (SELECT r.story FROM revision r WHERE r.article_id = line.article_id
        AND r.version = (beside ->> 'key')::integer AND r.packed IS NULL);
    told bytea := '\\x02' || convert_to(beside ->> 'steps', 'UTF8');
BEGIN
    IF key IS NOT NULL AND octet_length(told) < octet_length(line.story)
            AND newsroom_rights.made_of(key, (beside ->> 'steps')::jsonb) = line.story THEN
        line.story := '';
        line.packed := told;
        line.base := (beside ->> 'key')::integer;
    END IF;
    RETURN line;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.next_id() RETURNS integer
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT coalesce(max(article_id), 0) + 1 FROM journal_head
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.keep(
    story text, version_before integer, kept_at timestamptz, action text, note text, beside jsonb
) RETURNS void SECURITY DEFINER LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    whole json := story::json;
    was article;
    new article := json_populate_record(NULL::article, whole);
    known standing;
    same boolean := true;
    hash text := newsroom_rights.reader_hash(whole);
    line revision;
    one jsonb;
BEGIN
    IF newsroom_rights.rank() < 0 THEN
        PERFORM newsroom_rights.refuse('NR001', 'this login is nobody of this library');
    ELSIF kept_at NOT BETWEEN clock_timestamp() - interval '5 minutes' AND clock_timestamp() + interval '5 minutes' THEN
        PERFORM newsroom_rights.refuse('NR008', 'the clock is wrong');
    ELSIF action !~ '^[a-z][a-z-]{0,39}$' OR new.state NOT IN (@states@) THEN
        PERFORM newsroom_rights.refuse('NR009', 'this is not understood');
    END IF;
    PERFORM pg_advisory_xact_lock(@turn@);
    SELECT * INTO was FROM article a WHERE a.id = new.id FOR UPDATE;
    SELECT * INTO known FROM standing s WHERE s.article_id = new.id FOR UPDATE;
    new.digest := encode(sha256(convert_to(story, 'UTF8')), 'hex');
    new.in_trash := new.trashed IS NOT NULL;
    new.lookalikes := coalesce(was.lookalikes, 0);
    new.findings := coalesce(was.findings, 0);
    new := jsonb_populate_record(new, jsonb_build_object(@derived@));
    IF new.sort_key & 16777215 <> new.id THEN
        PERFORM newsroom_rights.refuse('NR009', 'this is not understood');
    ELSIF version_before = 0 THEN
        PERFORM newsroom_rights.judge_new(new, action, whole);
    ELSIF was.id IS NULL OR NOT newsroom_rights.may_read(was.id, was.state) THEN
        PERFORM newsroom_rights.refuse('NR009', 'there is no such story');
    ELSIF was.version <> version_before THEN
        PERFORM newsroom_rights.refuse('NR002', 'there is another version by now');
    ELSE
        same := newsroom_rights.reads_same(newsroom_rights.kept_text(was), whole);
        PERFORM newsroom_rights.judge_next(was, new, action, kept_at);
        PERFORM newsroom_rights.judge_move(was, new, same, known, coalesce(hash, new.approved_hash), action, note);
        PERFORM newsroom_rights.judge_trash(was, new, known, action);
        PERFORM newsroom_rights.judge_approval(was, new, same, hash, action, kept_at);
    END IF;
    hash := coalesce(hash, nullif(new.approved_hash, ''), beside ->> 'hash');
    IF version_before = 0 THEN
        INSERT INTO article SELECT new.*;
    ELSE
        UPDATE article a SET (@columns@) = (SELECT @values@) WHERE a.id = new.id;
    END IF;
    PERFORM newsroom_rights.write_beside(new, whole, beside);
    SELECT new.id, new.version, kept_at, p.name, action, note, new.headline, new.digest, story
    INTO line.article_id, line.version, line.time, line.person, line.action, line.note, line.headline, line.digest, line.story
    FROM newsroom_rights.person() p;
    IF beside ? 'steps' THEN
        line := newsroom_rights.small(line, beside);
    END IF;
    INSERT INTO revision SELECT line.*;
    FOR one IN SELECT value FROM jsonb_array_elements(coalesce(beside -> 'lines', '[]')) LOOP
        IF one ->> 0 NOT IN (@lines@) OR newsroom_rights.rank() < 2 THEN
            PERFORM newsroom_rights.refuse('NR009', 'this is not understood');
        END IF;
        PERFORM newsroom_rights.seal(line, new.uid, one ->> 0, one ->> 1);
    END LOOP;
    IF version_before > 0 THEN
        PERFORM newsroom_rights.approve(new, hash, action, note, beside -> 'seal', kept_at);
        PERFORM newsroom_rights.stand(was, new, same, known, hash, beside -> 'seal', action, kept_at);
    END IF;
    IF beside ? 'words' THEN
        PERFORM newsroom_rights.write_indexes(was, new, beside);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.tell(story integer, action text, note text, told_at timestamptz) RETURNS void
SECURITY DEFINER LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    one article;
    line revision;
BEGIN
    PERFORM pg_advisory_xact_lock(@turn@);
    SELECT * INTO one FROM article a WHERE a.id = story;
    IF one.id IS NULL OR NOT newsroom_rights.may_read(one.id, one.state) THEN
        PERFORM newsroom_rights.refuse('NR009', 'there is no such story');
    ELSIF action NOT IN (@decisions@) THEN
        PERFORM newsroom_rights.refuse('NR004', 'this is no decision of yours');
    ELSIF told_at NOT BETWEEN clock_timestamp() - interval '5 minutes' AND clock_timestamp() + interval '5 minutes' THEN
        PERFORM newsroom_rights.refuse('NR008', 'the clock is wrong');
    END IF;
    SELECT one.id, one.version, one.digest, told_at, p.name
    INTO line.article_id, line.version, line.digest, line.time, line.person FROM newsroom_rights.person() p;
    PERFORM newsroom_rights.seal(line, one.uid, action, note);
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.count_names(counted jsonb) RETURNS void
SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    INSERT INTO usage AS u SELECT one.kind, one.name, one.folded, one.live, one.open, one.trashed, one.used, false, false
    FROM jsonb_populate_recordset(NULL::usage, counted) one WHERE newsroom_rights.rank() >= 0
    ON CONFLICT (kind, name) DO UPDATE SET live = u.live + excluded.live, open = u.open + excluded.open,
        trashed = u.trashed + excluded.trashed, used = coalesce(excluded.used, u.used)
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.slugs(wanted text[], numbered boolean) RETURNS TABLE (slug text, id integer)
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT a.slug, a.id FROM unnest(wanted) w(one) JOIN article a ON a.slug <> '' AND (
        NOT numbered AND a.slug = w.one
        OR numbered AND a.slug >= w.one || '-' AND a.slug < w.one || '.' AND substr(a.slug, length(w.one) + 2) ~ '^[0-9]+$'
    ) WHERE newsroom_rights.rank() >= 0
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.picture(name text) RETURNS bytea
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = pg_catalog, @library@, pg_temp AS $$
    SELECT p.data FROM picture p WHERE p.sha256 = name AND newsroom_rights.rank() >= 0
$$;
"""
