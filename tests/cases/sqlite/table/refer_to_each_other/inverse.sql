-- from to.sql to from.sql, for sqlite 3.40
-- 6 steps: 2 breaking, 4 safe

-- 1. drop table c: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop table c: breaking
--    loses the rows of c
--    breaks readers and writers: table c is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of c
DROP TABLE c;

-- 3. drop table d: breaking
--    loses the rows of d
--    breaks readers and writers: table d is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of d
DROP TABLE d;

-- 4. create table a: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM a LIMIT 1
CREATE TABLE a (id INTEGER PRIMARY KEY, b INT REFERENCES b (id));

-- 5. create table b: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM b LIMIT 1
CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a (id));

COMMIT;

-- 6. drop table c: safe
PRAGMA foreign_keys = ON;
