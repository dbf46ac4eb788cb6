CREATE TABLE t (a bigint, b int, c bigint GENERATED ALWAYS AS (a + b) STORED, d text GENERATED ALWAYS AS (a::text) STORED);
CREATE INDEX i ON t (c);
CREATE VIEW v AS SELECT c, d FROM t;
