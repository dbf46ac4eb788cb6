-- from to.sql to from.sql, for sqlite 3.40
-- 5 steps: 1 breaking, 4 safe

-- 1. create table shelf: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM shelf LIMIT 1
CREATE TABLE shelf (id INTEGER PRIMARY KEY);

-- 2. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 3. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INT REFERENCES shelf (id) ON DELETE CASCADE, title TEXT);

-- 4. rebuild table book: breaking
--    fails on rows that refer to nothing (foreign key book."FOREIGN KEY (shelf)")
--    breaks writers: foreign key book."FOREIGN KEY (shelf)" refuses rows that refer to nothing, and the loss of what is referred to
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    note: rows of book are changed without being named: CASCADE on delete of what they refer to
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    a row here means that it fails: SELECT 1 FROM book c WHERE c.shelf IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shelf p WHERE p.id = c.shelf) LIMIT 1
INSERT OR ABORT INTO book (id, shelf, title)
SELECT id, shelf, title
FROM rutter_old_book;

-- 5. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;
