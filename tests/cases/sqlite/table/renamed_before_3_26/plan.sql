-- from from.sql to to.sql, for sqlite 3.25
-- 3 steps: 1 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view ids: safe
--    locks the database (RESERVED)
DROP VIEW ids;

-- 2. rename table book: breaking
--    breaks readers and writers: table buch is now book
--    locks the database (RESERVED)
ALTER TABLE buch RENAME TO book;

-- 3. create view ids: safe
--    locks the database (RESERVED)
CREATE VIEW ids AS SELECT book.id FROM book;

COMMIT;
