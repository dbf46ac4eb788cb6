-- from from.sql to to.sql, for sqlite 3.40
-- 3 steps: 2 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop view thick: breaking
--    breaks readers and writers: view thick is gone
--    locks the database (RESERVED)
DROP VIEW thick;

-- 2. drop index book_pages: safe
--    locks the database (RESERVED)
DROP INDEX book_pages;

-- 3. drop column book.pages: breaking
--    loses the values of book.pages
--    breaks readers and writers: column book.pages is gone
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of book.pages
ALTER TABLE book DROP COLUMN pages;

COMMIT;
