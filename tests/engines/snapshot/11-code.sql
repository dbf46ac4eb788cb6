-- Functions, views, triggers, rules, policies, operators and the loops between them.
CREATE SCHEMA app;
CREATE TABLE t (id serial PRIMARY KEY, name text, amount numeric, tags text[], updated timestamptz);
CREATE FUNCTION plain(a integer, OUT b text, INOUT c text DEFAULT 'x''y', VARIADIC d integer[] DEFAULT '{1,2}') RETURNS record
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER LEAKPROOF COST 5 PARALLEL SAFE
    SET search_path TO app, public SET work_mem = '1MB' AS $body$ BEGIN b := $$nested$$; END $body$;
COMMENT ON FUNCTION plain(integer, text, integer[]) IS 'a function';
CREATE FUNCTION sets() RETURNS SETOF t LANGUAGE sql ROWS 7 AS 'select * from t';
CREATE FUNCTION tab(x int) RETURNS TABLE (y int, z text) LANGUAGE sql IMMUTABLE AS $$ select x, 'a' $$;
CREATE FUNCTION overload(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE FUNCTION overload(text) RETURNS int LANGUAGE sql AS 'select 1';
CREATE PROCEDURE proc(a int, INOUT b int) LANGUAGE plpgsql AS $$ begin b := a; end $$;
COMMENT ON PROCEDURE proc(int, int) IS 'a procedure';
CREATE FUNCTION win(anyelement) RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE STRICT AS 'window_row_number';

-- loops: defaults, checks and functions that need the row type of a table
CREATE FUNCTION describe(t) RETURNS text LANGUAGE sql IMMUTABLE AS 'select $1.name';
CREATE TABLE looped (a int, b text DEFAULT describe(NULL::t), CHECK (describe(NULL::t) IS NULL));
CREATE FUNCTION of_looped(looped) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select $1.a > 0';
ALTER TABLE looped ADD CONSTRAINT whole CHECK (of_looped(looped));
ALTER TABLE looped ALTER a SET DEFAULT length(describe(NULL));
CREATE DOMAIN dom AS int;
CREATE FUNCTION of_dom(dom) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select $1::int > 0';
ALTER DOMAIN dom ADD CONSTRAINT self CHECK (of_dom(VALUE::int::dom) IS NOT NULL);
COMMENT ON CONSTRAINT self ON DOMAIN dom IS 'a loop';
CREATE INDEX looped_idx ON looped (of_looped(looped));

-- views
CREATE VIEW v1 AS SELECT * FROM t WHERE amount > 0;
CREATE VIEW v2 WITH (security_barrier) AS SELECT v1.name AS "Name", count(*) FROM v1 GROUP BY v1.name;
CREATE VIEW v3 AS SELECT t.*, t AS whole FROM t GROUP BY t.id;
CREATE VIEW v4 AS SELECT id, name FROM t WHERE id > 3 WITH LOCAL CHECK OPTION;
CREATE VIEW v5 WITH (security_barrier = false) AS SELECT id FROM v4 WITH CASCADED CHECK OPTION;
ALTER VIEW v4 ALTER name SET DEFAULT 'none';
ALTER VIEW v4 ALTER id SET DEFAULT overload(1);
COMMENT ON VIEW v4 IS 'a view';
COMMENT ON COLUMN v4.name IS 'of a view';
CREATE RECURSIVE VIEW app.nums (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM nums WHERE n < 10;
CREATE MATERIALIZED VIEW mv WITH (fillfactor = 60) AS SELECT v3.id, v3.name FROM v3;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE MATERIALIZED VIEW mv2 AS SELECT id FROM mv WITH NO DATA;
ALTER MATERIALIZED VIEW mv ALTER name SET STATISTICS 9;
ALTER MATERIALIZED VIEW mv CLUSTER ON mv_id;
COMMENT ON MATERIALIZED VIEW mv IS 'materialized';
CREATE VIEW "a first" AS SELECT * FROM mv2;
CREATE FUNCTION returns_view() RETURNS SETOF v2 LANGUAGE sql AS 'select * from v2';

-- triggers and rules
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER a BEFORE UPDATE OF name, amount ON t FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE PROCEDURE trg('x', 'y''z');
CREATE TRIGGER b AFTER INSERT ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE PROCEDURE trg();
CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE PROCEDURE trg();
CREATE TRIGGER d INSTEAD OF INSERT ON v1 FOR EACH ROW EXECUTE PROCEDURE trg();
CREATE TRIGGER e AFTER TRUNCATE ON t EXECUTE PROCEDURE trg();
ALTER TABLE t DISABLE TRIGGER a;
ALTER TABLE t ENABLE ALWAYS TRIGGER b;
ALTER TABLE t ENABLE REPLICA TRIGGER c;
COMMENT ON TRIGGER a ON t IS 'a trigger';
CREATE TABLE part (id int, v text) PARTITION BY LIST (id);
CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
CREATE TABLE part_2 PARTITION OF part FOR VALUES IN (2);
CREATE TRIGGER cloned AFTER INSERT ON part FOR EACH ROW EXECUTE PROCEDURE trg();
ALTER TABLE part_1 DISABLE TRIGGER cloned;
CREATE TRIGGER own AFTER INSERT ON part_2 FOR EACH ROW EXECUTE PROCEDURE trg();
CREATE RULE r1 AS ON DELETE TO t WHERE old.id = 1 DO INSTEAD NOTHING;
CREATE RULE r2 AS ON INSERT TO v2 DO INSTEAD (INSERT INTO t (name) VALUES (new."Name"); NOTIFY inserted);
ALTER TABLE t DISABLE RULE r1;
COMMENT ON RULE r1 ON t IS 'a rule';
CREATE FUNCTION evt() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';
CREATE EVENT TRIGGER et ON ddl_command_start WHEN TAG IN ('DROP TABLE', 'ALTER TABLE') EXECUTE PROCEDURE evt();
CREATE EVENT TRIGGER et2 ON sql_drop EXECUTE PROCEDURE evt();
ALTER EVENT TRIGGER et2 DISABLE;
COMMENT ON EVENT TRIGGER et IS 'an event trigger';

-- row security
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY p1 ON t USING (name = current_user) WITH CHECK (amount > 0);
CREATE POLICY p2 ON t AS RESTRICTIVE FOR UPDATE TO postgres, CURRENT_USER USING (id IN (SELECT looped.a FROM looped));
CREATE POLICY p3 ON t FOR INSERT WITH CHECK (true);
COMMENT ON POLICY p1 ON t IS 'a policy';

-- operators and what is built on them
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION pair_lt(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'select $1.a < $2.a';
CREATE FUNCTION pair_gt(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'select $1.a > $2.a';
CREATE FUNCTION pair_eq(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'select $1.a = $2.a';
CREATE FUNCTION pair_cmp(pair, pair) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'select 0';
CREATE OPERATOR app.<< (PROCEDURE = pair_lt, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = OPERATOR(app.>>), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR app.>> (PROCEDURE = pair_gt, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = OPERATOR(app.<<));
CREATE OPERATOR app.=== (PROCEDURE = pair_eq, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = OPERATOR(app.===), HASHES, MERGES);
COMMENT ON OPERATOR app.<< (pair, pair) IS 'an operator';
CREATE OPERATOR FAMILY app.loose USING btree;
CREATE OPERATOR CLASS app.pair_ops FOR TYPE pair USING btree AS
    OPERATOR 1 app.<<, OPERATOR 3 app.===, OPERATOR 5 app.>>, FUNCTION 1 pair_cmp(pair, pair);
CREATE FUNCTION pair_int_cmp(pair, integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'select 0';
ALTER OPERATOR FAMILY app.loose USING btree ADD FUNCTION 1 (pair, integer) pair_int_cmp(pair, integer);
COMMENT ON OPERATOR CLASS app.pair_ops USING btree IS 'a class';
COMMENT ON OPERATOR FAMILY app.loose USING btree IS 'a family';
CREATE TABLE pairs (p pair);
CREATE INDEX pairs_idx ON pairs (p app.pair_ops);
CREATE CAST (pair AS text) WITH INOUT AS ASSIGNMENT;
CREATE FUNCTION pair_int(pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'select $1.a';
CREATE CAST (pair AS integer) WITH FUNCTION pair_int(pair);
COMMENT ON CAST (pair AS integer) IS 'a cast';
CREATE AGGREGATE app.total(numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0', PARALLEL = SAFE, COMBINEFUNC = numeric_add,
    MSFUNC = numeric_add, MINVFUNC = numeric_sub, MSTYPE = numeric, MINITCOND = '0');
CREATE AGGREGATE app.pct(double precision ORDER BY double precision) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
CREATE AGGREGATE app.cnt(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE FUNCTION pick(anyelement, anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'select $1';
CREATE AGGREGATE app.first(anyelement) (SFUNC = pick, STYPE = anyelement);
CREATE AGGREGATE app.least_num(numeric) (SFUNC = numeric_smaller, STYPE = numeric, SORTOP = <);
COMMENT ON AGGREGATE app.cnt(*) IS 'an aggregate';
COMMENT ON AGGREGATE app.total(numeric) IS 'another';
CREATE FUNCTION app.num_diff(numeric, numeric) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'select 1.0::float8';
CREATE TYPE money_range AS RANGE (SUBTYPE = numeric, SUBTYPE_DIFF = app.num_diff);
CREATE TYPE text_range AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);
CREATE TABLE ranged (r money_range DEFAULT money_range(1, 2), EXCLUDE USING gist (r WITH &&));

-- a base type, from functions of the server
CREATE TYPE app.num;
CREATE FUNCTION app.num_in(cstring) RETURNS app.num LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.num_out(app.num) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.num (INPUT = app.num_in, OUTPUT = app.num_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, CATEGORY = 'N', DEFAULT = '7');
COMMENT ON TYPE app.num IS 'a base type';
CREATE TABLE nums (n app.num, ns app.num[]);
CREATE TYPE app.never;

-- text search, collations, conversions, languages
CREATE TEXT SEARCH DICTIONARY app.dict (TEMPLATE = snowball, LANGUAGE = 'english', STOPWORDS = 'english');
CREATE TEXT SEARCH CONFIGURATION app.conf (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR asciiword, word WITH app.dict, simple;
CREATE TEXT SEARCH TEMPLATE app.tmpl (LEXIZE = dsimple_lexize, INIT = dsimple_init);
CREATE TEXT SEARCH PARSER app.prs (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH CONFIGURATION app.conf IS 'a configuration';
COMMENT ON TEXT SEARCH DICTIONARY app.dict IS 'a dictionary';
CREATE INDEX t_search ON t USING gin (to_tsvector('app.conf'::regconfig, name));
CREATE COLLATION app.coll (LOCALE = 'C');
COMMENT ON COLLATION app.coll IS 'a collation';
CREATE TABLE collated (a text COLLATE app.coll);
CREATE CONVERSION app.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TRUSTED LANGUAGE mylang HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE FUNCTION in_mylang() RETURNS int LANGUAGE mylang AS 'begin return 1; end';
COMMENT ON LANGUAGE mylang IS 'a language';
CREATE ACCESS METHOD btree2 TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD btree2 IS 'an access method';
