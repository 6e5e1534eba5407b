"""SQL: the readers' text of a story and its hash, byte by byte as `newsroom.domain.reader` makes it.

Notes are left out here as there. Where changes are tracked in a text, the final text is not made out here, and the hash
is NULL: then only a text that did not change keeps its approval.
"""

FUNCTIONS = r"""
CREATE OR REPLACE FUNCTION newsroom_rights.compact(value jsonb) RETURNS text
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_typeof(value) = 'object' THEN
        RETURN '{' || coalesce((
            SELECT string_agg(to_json(e.key)::text || ':' || newsroom_rights.compact(e.value), ',' ORDER BY e.key COLLATE "C")
            FROM jsonb_each(value) e
        ), '') || '}';
    ELSIF jsonb_typeof(value) = 'array' THEN
        RETURN '[' || coalesce((
            SELECT string_agg(newsroom_rights.compact(e.value), ',' ORDER BY e.place)
            FROM jsonb_array_elements(value) WITH ORDINALITY e(value, place)
        ), '') || ']';
    END IF;
    RETURN value::text;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.unmarked(marks jsonb) RETURNS jsonb
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(jsonb_agg(mark.value ORDER BY mark.place), '[]') FROM jsonb_array_elements(marks)
        WITH ORDINALITY mark(value, place) WHERE mark.value ->> 0 IS DISTINCT FROM 'note'
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.shown(content jsonb) RETURNS jsonb
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    piece jsonb; marks jsonb; pieces jsonb[] := '{}'; last jsonb;
BEGIN
    FOR piece IN SELECT value FROM jsonb_array_elements(content) LOOP
        CONTINUE WHEN jsonb_typeof(piece) = 'object' AND piece ? 'anchor';
        IF jsonb_typeof(piece) = 'object' AND piece ? 'break' THEN
            piece := jsonb_build_object('break', newsroom_rights.unmarked(piece -> 'break'));
        ELSIF jsonb_typeof(piece) = 'object' AND piece ? 'footnote' THEN
            piece := piece || jsonb_build_object('marks', newsroom_rights.unmarked(piece -> 'marks'));
        ELSE
            marks := CASE jsonb_typeof(piece) WHEN 'object' THEN newsroom_rights.unmarked(piece -> 'marks') ELSE '[]' END;
            piece := jsonb_build_object('text', CASE jsonb_typeof(piece) WHEN 'object' THEN piece ->> 'text' ELSE piece #>> '{}' END, 'marks', marks);
            last := pieces[cardinality(pieces)];
            IF last ? 'text' AND last -> 'marks' = marks THEN
                pieces[cardinality(pieces)] := last || jsonb_build_object('text', (last ->> 'text') || (piece ->> 'text'));
                CONTINUE;
            END IF;
        END IF;
        pieces := pieces || piece;
    END LOOP;
    RETURN (SELECT coalesce(jsonb_agg(
        CASE WHEN one.value -> 'marks' = '[]' AND one.value ? 'text' THEN one.value -> 'text' ELSE one.value END ORDER BY one.place
    ), '[]') FROM unnest(pieces) WITH ORDINALITY one(value, place));
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.shown_block(block jsonb) RETURNS jsonb
IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['content', 'caption', 'title'] LOOP
        IF block ? part THEN
            block := jsonb_set(block, ARRAY[part], newsroom_rights.shown(block -> part));
        END IF;
    END LOOP;
    IF block ? 'rows' THEN
        block := jsonb_set(block, '{rows}', (
            SELECT coalesce(jsonb_agg((
                SELECT coalesce(jsonb_agg(newsroom_rights.shown(cell.value) ORDER BY cell.place), '[]')
                FROM jsonb_array_elements(line.value) WITH ORDINALITY cell(value, place)
            ) ORDER BY line.place), '[]') FROM jsonb_array_elements(block -> 'rows') WITH ORDINALITY line(value, place)
        ));
    END IF;
    IF block ? 'blocks' THEN
        block := jsonb_set(block, '{blocks}', (
            SELECT coalesce(jsonb_agg(newsroom_rights.shown_block(inner_one.value) ORDER BY inner_one.place), '[]')
            FROM jsonb_array_elements(block -> 'blocks') WITH ORDINALITY inner_one(value, place)
        ));
    END IF;
    RETURN block;
END $$;

CREATE OR REPLACE FUNCTION newsroom_rights.has_mark(value jsonb, kinds text[]) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM jsonb_path_query(value, 'lax $.**.marks[*]') mark WHERE mark ->> 0 = ANY (kinds) OR mark #>> '{}' = ANY (kinds)
    ) OR EXISTS (
        SELECT FROM jsonb_path_query(value, 'lax $.**.break[*]') mark WHERE mark ->> 0 = ANY (kinds) OR mark #>> '{}' = ANY (kinds)
    )
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.tracked(story json) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT newsroom_rights.has_mark(jsonb_build_array(story -> 'lead', story -> 'body'), '{inserted,deleted,formatted}')
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.has_notes(value jsonb) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_path_exists(value, 'lax $.**.anchor') OR newsroom_rights.has_mark(value, '{note}')
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.lead_text(lead json) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN newsroom_rights.has_notes(jsonb_build_array(lead))
        THEN newsroom_rights.compact(newsroom_rights.shown(lead::jsonb)) ELSE lead::text END
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.body_text(body json) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN newsroom_rights.has_notes(body::jsonb)
        THEN newsroom_rights.compact(newsroom_rights.shown_block(body::jsonb)) ELSE body::text END
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.text_of(story json) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_to_string(ARRAY[
        @form@, story ->> 'kicker', story ->> 'headline', story ->> 'subheadline', story ->> 'web_headline',
        story ->> 'teaser', newsroom_rights.lead_text(story -> 'lead'), story ->> 'dateline',
        (SELECT coalesce(string_agg(btrim((one.value ->> 1) || ' ' || (one.value ->> 0)), '; ' ORDER BY one.place), '')
            FROM json_array_elements(story -> 'authors') WITH ORDINALITY one(value, place)),
        story ->> 'sign_off', newsroom_rights.body_text(story -> 'body'), story ->> 'correction_note'
    ], E'\x1e')
$$;

CREATE OR REPLACE FUNCTION newsroom_rights.reader_hash(story json) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN NOT newsroom_rights.tracked(story)
        THEN encode(sha256(convert_to(newsroom_rights.text_of(story), 'UTF8')), 'hex') END
$$;
"""
