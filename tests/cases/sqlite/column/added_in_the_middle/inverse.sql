-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. drop column book.pages: breaking
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
