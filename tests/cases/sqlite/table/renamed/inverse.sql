-- from to.sql to from.sql, for sqlite 3.40
-- 3 steps: 1 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view all_books: safe
--    locks the database (RESERVED)
DROP VIEW all_books;

-- 2. rename table buch: breaking
--    breaks readers and writers: table book is now buch
--    locks the database (RESERVED)
ALTER TABLE book RENAME TO buch;

-- 3. create view all_books: safe
--    locks the database (RESERVED)
CREATE VIEW all_books AS SELECT buch.id FROM buch;

COMMIT;
