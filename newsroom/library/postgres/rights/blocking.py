"""SQL: legal blocks, set by editors and lifted by duty editors alone, each with its line in the story's journal."""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION newsroom_rights.block(whose integer, why text, lifts boolean) RETURNS boolean
SECURITY DEFINER LANGUAGE plpgsql SET search_path = pg_catalog, @library@, pg_temp AS $$
DECLARE
    me text := (SELECT name FROM newsroom_rights.person());
    named text;
    line revision;
BEGIN
    IF newsroom_rights.rank() < (CASE WHEN lifts THEN 2 ELSE 1 END) THEN
        PERFORM newsroom_rights.refuse('NR004', 'editors set a legal block, duty editors lift it');
    ELSIF btrim(why) = '' THEN
        PERFORM newsroom_rights.refuse('NR010', 'a legal block needs a reason');
    END IF;
    SELECT a.uid INTO named FROM article a WHERE a.id = whose FOR UPDATE;
    IF named IS NULL THEN
        RETURN false;
    ELSIF lifts THEN
        DELETE FROM legal_block b WHERE b.uid = named;
        IF NOT FOUND THEN
            RETURN false;
        END IF;
    ELSE
        INSERT INTO legal_block AS b (uid, person, time, reason) VALUES (named, me, clock_timestamp(), why)
        ON CONFLICT (uid) DO UPDATE SET person = excluded.person, time = excluded.time, reason = excluded.reason;
    END IF;
    SELECT * INTO line FROM revision r WHERE r.article_id = whose ORDER BY r.version DESC LIMIT 1;
    line.person := me;
    line.time := clock_timestamp();
    PERFORM newsroom_rights.seal(line, named, CASE WHEN lifts THEN 'unblocked' ELSE 'blocked' END, why);
    RETURN true;
END $$;
"""
