-- from from.sql to to.sql, for sqlite 3.40
-- 3 steps: 1 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop virtual table old: breaking
--    loses the rows of old
--    breaks readers and writers: virtual table old is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of old
DROP TABLE old;

-- 2. create virtual table box: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM box LIMIT 1
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);

-- 3. create virtual table found: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM found LIMIT 1
CREATE VIRTUAL TABLE found USING fts5(a, content='t');

COMMIT;
