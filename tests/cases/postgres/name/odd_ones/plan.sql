-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create table odd."a b""c; --\nx": safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM odd."a b""c; --\nx" LIMIT 1
CREATE TABLE odd."a b""c; --
x" (
  "select" integer,
  "Über" text,
  q integer[] DEFAULT '{1,2}',
  CONSTRAINT "a b""c; --
x_Über_check" CHECK ("Über" <> ':x')
);

-- 2. create view odd.v: safe
CREATE VIEW odd.v AS
SELECT q[1: "select"] AS "slice" FROM odd."a b""c; --
x";

COMMIT;
