CREATE TYPE c AS (a bigint, b text, d int);
COMMENT ON TYPE c IS 'x';
COMMENT ON COLUMN c.a IS 'y';
CREATE TABLE t (x c, y c[], CHECK ((x).a > 0));
CREATE VIEW v AS SELECT (x).a FROM t;
CREATE INDEX i ON t (((x).b));
