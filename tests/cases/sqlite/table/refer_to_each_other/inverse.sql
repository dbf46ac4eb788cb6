-- from to.sql to from.sql, for sqlite 3.40
-- 4 steps: 2 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop table c: breaking
--    loses the rows of c
--    breaks readers and writers: table c is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of c
DROP TABLE c;

-- 2. drop table d: breaking
--    loses the rows of d
--    breaks readers and writers: table d is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of d
DROP TABLE d;

-- 3. create table a: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM a LIMIT 1
CREATE TABLE a (id INTEGER PRIMARY KEY, b INT REFERENCES b (id));

-- 4. create table b: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM b LIMIT 1
CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a (id));

COMMIT;
