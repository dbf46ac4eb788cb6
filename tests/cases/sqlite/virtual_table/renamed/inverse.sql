-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename virtual table old: breaking
--    breaks readers and writers: virtual table found is now old
--    locks the database (RESERVED)
ALTER TABLE found RENAME TO old;

COMMIT;
