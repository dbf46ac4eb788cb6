-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. drop column book.author: breaking
--    loses the values of book.author
--    breaks readers and writers: column book.author is gone
--    locks the database (EXCLUSIVE)
--    locks "PRIMARY KEY (id)" (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of book.author
ALTER TABLE book DROP COLUMN author;

COMMIT;
