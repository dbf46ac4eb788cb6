-- from from.sql to to.sql, for sqlite 3.40
-- 8 steps: 1 breaking, 7 safe

-- 1. rebuild table book: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table book: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 4. rebuild table book: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
,  high INT
);

-- 6. rebuild table book: breaking
--    loses the values of book.low
--    breaks readers and writers: column book.low is gone
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of book.low
INSERT OR ABORT INTO book (id, title, high)
SELECT id, title, high
FROM rutter_old_book;

-- 7. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

COMMIT;

-- 8. rebuild table book: safe
PRAGMA foreign_keys = ON;
