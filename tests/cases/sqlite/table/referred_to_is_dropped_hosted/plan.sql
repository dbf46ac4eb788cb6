-- from from.sql to to.sql, for sqlite 3.40
-- 5 steps: 1 breaking, 4 safe

-- 1. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 2. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INT, title TEXT);

-- 3. rebuild table book: safe
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM book c WHERE c.shelf IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shelf p WHERE p.id = c.shelf) LIMIT 1
INSERT OR ABORT INTO book (id, shelf, title)
SELECT id, shelf, title
FROM rutter_old_book;

-- 4. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

-- 5. drop table shelf: breaking
--    loses the rows of shelf
--    breaks readers and writers: table shelf is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of shelf
DROP TABLE shelf;
