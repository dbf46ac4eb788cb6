-- from from.sql to to.sql, for sqlite 3.40
-- 3 steps: 1 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view all_books: safe
--    locks the database (RESERVED)
DROP VIEW all_books;

-- 2. rename table book: breaking
--    breaks readers and writers: table buch is now book
--    locks the database (RESERVED)
ALTER TABLE buch RENAME TO book;

-- 3. create view all_books: safe
--    locks the database (RESERVED)
CREATE VIEW all_books AS SELECT book.id FROM book;

COMMIT;
