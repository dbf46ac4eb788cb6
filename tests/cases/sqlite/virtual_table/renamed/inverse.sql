-- from to.sql to from.sql, for sqlite 3.40
-- 2 steps: 1 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop virtual table found: breaking
--    loses the rows of found
--    breaks readers and writers: virtual table found is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of found
DROP TABLE found;

-- 2. create virtual table old: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM old LIMIT 1
CREATE VIRTUAL TABLE old USING fts5(a);

COMMIT;
-- says: to.sql:2:1: note: virtual table old is dropped and found is created, and they look alike; if it is a rename, write -- @renamed from=old above it, or give --rename old=found
-- says:   CREATE VIRTUAL TABLE found USING fts5(a);
-- says:   ^
