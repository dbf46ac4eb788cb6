-- from to.sql to from.sql, for sqlite 3.40
-- 2 steps: 2 breaking

BEGIN IMMEDIATE;

-- 1. rename table book: breaking
--    breaks readers and writers: table Book is now book
--    locks the database (RESERVED)
ALTER TABLE Book RENAME TO rutter_old_book;

-- 2. rename table book: breaking
--    breaks readers and writers: table Book is now book
--    locks the database (RESERVED)
ALTER TABLE rutter_old_book RENAME TO book;

COMMIT;
