-- from to.sql to from.sql, for sqlite 3.40
-- 3 steps: 2 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop virtual table box: breaking
--    loses the rows of box
--    breaks readers and writers: virtual table box is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of box
DROP TABLE box;

-- 2. drop virtual table found: breaking
--    loses the rows of found
--    breaks readers and writers: virtual table found is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of found
DROP TABLE found;

-- 3. create virtual table old: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM old LIMIT 1
CREATE VIRTUAL TABLE old USING fts4(a);

COMMIT;
