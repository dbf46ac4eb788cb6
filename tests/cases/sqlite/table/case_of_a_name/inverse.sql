-- from to.sql to from.sql, for sqlite 3.40
-- 4 steps: 2 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view v: safe
--    locks the database (RESERVED)
DROP VIEW v;

-- 2. rename table book: breaking
--    breaks readers and writers: table Book is now book
--    locks the database (RESERVED)
ALTER TABLE Book RENAME TO rutter_old_book;

-- 3. rename table book: breaking
--    breaks readers and writers: table Book is now book
--    locks the database (RESERVED)
ALTER TABLE rutter_old_book RENAME TO book;

-- 4. create view v: safe
--    locks the database (RESERVED)
CREATE VIEW v AS SELECT id FROM book;

COMMIT;
