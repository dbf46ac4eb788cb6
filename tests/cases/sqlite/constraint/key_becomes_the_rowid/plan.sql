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
CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT);

-- 6. rebuild table book: breaking
--    loses the nulls of book.id, which become numbers
--    fails on values of book.id that are no whole numbers
--    breaks readers and writers: the rowid of book becomes book.id
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    a row here means that it fails: SELECT 1 FROM book WHERE CAST(id AS INTEGER) <> id LIMIT 1
--    undo: loses data: nulls of book.id do not come back
INSERT OR ABORT INTO book (id, title)
SELECT id, title
FROM rutter_old_book;

-- 7. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

COMMIT;

-- 8. rebuild table book: safe
PRAGMA foreign_keys = ON;
