-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename table buch: breaking
--    breaks readers and writers: table book is now buch
--    locks the database (RESERVED)
ALTER TABLE book RENAME TO buch;

COMMIT;
