-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename virtual table found: breaking
--    breaks readers and writers: virtual table old is now found
--    locks the database (RESERVED)
ALTER TABLE old RENAME TO found;

COMMIT;
