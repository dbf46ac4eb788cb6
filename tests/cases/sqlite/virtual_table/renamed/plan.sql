-- from from.sql to to.sql, for sqlite 3.40
-- 2 steps: 1 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop virtual table old: breaking
--    loses the rows of old
--    breaks readers and writers: virtual table old is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of old
DROP TABLE old;

-- 2. create virtual table found: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM found LIMIT 1
CREATE VIRTUAL TABLE found USING fts5(a);

COMMIT;
-- says: to.sql:2:1: note: virtual table old is dropped and found is created, and they look alike; if it is a rename, write -- @renamed from=old above it, or give --rename old=found
-- says:   CREATE VIRTUAL TABLE found USING fts5(a);
-- says:   ^
