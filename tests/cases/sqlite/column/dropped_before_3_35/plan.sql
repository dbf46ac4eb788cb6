-- from from.sql to to.sql, for sqlite 3.34
-- 7 steps: 1 breaking, 6 safe

-- 1. rebuild table book: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE rutter_old_book AS
SELECT id, title
FROM book;

-- 3. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE book;

-- 4. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
);

-- 5. rebuild table book: breaking
--    loses the values of book.pages
--    breaks readers and writers: column book.pages is gone
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of book.pages
INSERT OR ABORT INTO book (id, title)
SELECT id, title
FROM rutter_old_book;

-- 6. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

COMMIT;

-- 7. rebuild table book: safe
PRAGMA foreign_keys = ON;
