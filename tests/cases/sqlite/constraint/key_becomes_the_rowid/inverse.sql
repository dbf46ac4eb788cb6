-- from to.sql to from.sql, for sqlite 3.40
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
CREATE TABLE book (id INT PRIMARY KEY, title TEXT);

-- 6. rebuild table book: breaking
--    breaks writers: book.id gets no number by itself any more
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    undo: conditional: rows without a number in book.id, written meanwhile
INSERT OR ABORT INTO book (id, title, rowid)
SELECT id, title, rowid
FROM rutter_old_book;

-- 7. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

COMMIT;

-- 8. rebuild table book: safe
PRAGMA foreign_keys = ON;
