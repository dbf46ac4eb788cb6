-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. create schema b: safe
CREATE SCHEMA b;

-- 2. create table b.t: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM b.t LIMIT 1
CREATE TABLE b.t (
  x integer
);

-- 3. create view a.v: safe
CREATE VIEW a.v AS
SELECT x FROM b.t;

COMMIT;
