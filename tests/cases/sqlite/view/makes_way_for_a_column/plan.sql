-- from from.sql to to.sql, for sqlite 3.40
-- 8 steps: 3 breaking, 5 safe

BEGIN IMMEDIATE;

-- 1. drop view elsewhere: safe
--    locks the database (RESERVED)
DROP VIEW elsewhere;

-- 2. drop view lost_books: safe
--    locks the database (RESERVED)
DROP VIEW lost_books;

-- 3. drop view all_lost: safe
--    locks the database (RESERVED)
DROP VIEW all_lost;

-- 4. drop column book.isbn: breaking
--    loses the values of book.isbn
--    breaks readers and writers: column book.isbn is gone
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of book.isbn
ALTER TABLE book DROP COLUMN isbn;

-- 5. drop table lost: breaking
--    loses the rows of lost
--    breaks readers and writers: table lost is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of lost
DROP TABLE lost;

-- 6. create view all_lost: breaking
--    breaks readers and writers: the columns of all_lost could not be told
--    locks the database (RESERVED)
CREATE VIEW all_lost AS SELECT 1 AS id;

-- 7. create view elsewhere: safe
--    locks the database (RESERVED)
CREATE VIEW elsewhere AS SELECT x FROM attached_table;

-- 8. create view lost_books: safe
--    locks the database (RESERVED)
CREATE VIEW lost_books AS SELECT b.title FROM book b JOIN all_lost l ON l.id = b.id;

COMMIT;
