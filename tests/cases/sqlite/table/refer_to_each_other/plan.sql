-- from from.sql to to.sql, for sqlite 3.40
-- 6 steps: 2 breaking, 4 safe

-- 1. drop table a: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop table a: breaking
--    loses the rows of a
--    breaks readers and writers: table a is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of a
DROP TABLE a;

-- 3. drop table b: breaking
--    loses the rows of b
--    breaks readers and writers: table b is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of b
DROP TABLE b;

-- 4. create table c: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM c LIMIT 1
CREATE TABLE c (id INTEGER PRIMARY KEY, d INT REFERENCES d (id));

-- 5. create table d: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM d LIMIT 1
CREATE TABLE d (id INTEGER PRIMARY KEY, c INT REFERENCES c (id));

COMMIT;

-- 6. drop table a: safe
PRAGMA foreign_keys = ON;
