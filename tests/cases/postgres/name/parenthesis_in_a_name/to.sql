CREATE TABLE "odd (thing)" (id text);
CREATE VIEW "seen (thing)" AS SELECT id::integer * 2 AS twice FROM "odd (thing)";
CREATE FUNCTION "f(x)"(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a';
CREATE VIEW calls AS SELECT "f(x)"(1) AS one;
