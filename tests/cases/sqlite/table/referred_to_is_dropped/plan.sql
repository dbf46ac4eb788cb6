-- from from.sql to to.sql, for sqlite 3.40
-- 9 steps: 1 breaking, 8 safe

-- 1. drop table shelf: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop table shelf: breaking
--    loses the rows of shelf
--    breaks readers and writers: table shelf is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of shelf
DROP TABLE shelf;

-- 3. rebuild table book: safe
PRAGMA legacy_alter_table = ON;

-- 4. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 5. rebuild table book: safe
PRAGMA legacy_alter_table = OFF;

-- 6. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INT, title TEXT);

-- 7. rebuild table book: safe
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

-- 8. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

COMMIT;

-- 9. drop table shelf: safe
PRAGMA foreign_keys = ON;
