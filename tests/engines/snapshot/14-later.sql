-- What came with 14: bodies in SQL depend on what they mention.
CREATE TABLE t (a int PRIMARY KEY, b text, c int);
CREATE FUNCTION body(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE t.a > x; SELECT 7; END;
CREATE FUNCTION expr(x int DEFAULT 3) RETURNS int RETURN x + 1;
CREATE PROCEDURE proc(INOUT a int, OUT b int) LANGUAGE sql BEGIN ATOMIC INSERT INTO t (a) VALUES (1) ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING; SELECT a, 2; END;
CREATE VIEW v AS SELECT body(a) AS n, a FROM t;
CREATE FUNCTION over_view() RETURNS SETOF v BEGIN ATOMIC SELECT * FROM v; END;
CREATE VIEW v2 AS SELECT * FROM over_view();
CREATE TABLE d (a int DEFAULT expr(), b bigint DEFAULT body(1));
CREATE FUNCTION grouped() RETURNS SETOF text BEGIN ATOMIC SELECT b FROM t GROUP BY t.a; END;
CREATE TYPE fr AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = many_fr);
CREATE TABLE mr (r fr, m many_fr, n int4multirange DEFAULT '{[1,2)}', ms many_fr[]);
CREATE FUNCTION over_multi(many_fr) RETURNS fr LANGUAGE sql IMMUTABLE AS 'select null::fr';
CREATE STATISTICS on_expr ON (a + c), (lower(b)) FROM t;
CREATE STATISTICS on_one ON (a % 10) FROM t;
CREATE TABLE lists (a int[]) PARTITION BY HASH (a);
CREATE OPERATOR CLASS with_options FOR TYPE int4 USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 btint4cmp(int, int), FUNCTION 4 btequalimage(oid);
CREATE AGGREGATE agg(anycompatible) (SFUNC = array_append, STYPE = anycompatiblearray, INITCOND = '{}');
CREATE VIEW at_zone AS SELECT extract(year FROM now()) AS y, now() AT TIME ZONE 'UTC' AS z, substring('abc' FROM 1 FOR 2) AS s;
CREATE TABLE compressed (a text COMPRESSION pglz);
