-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename table book: breaking
--    breaks readers and writers: table buch is now book
--    locks the database (RESERVED)
ALTER TABLE buch RENAME TO book;

COMMIT;
