-- from to.sql to from.sql, for sqlite 3.40
-- 12 steps: 1 breaking, 11 safe

-- 1. rebuild table book: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. create table shelf: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM shelf LIMIT 1
CREATE TABLE shelf (id INTEGER PRIMARY KEY);

-- 3. rebuild table book: safe
PRAGMA legacy_alter_table = ON;

-- 4. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 5. rebuild table book: safe
PRAGMA legacy_alter_table = OFF;

-- 6. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INT REFERENCES shelf (id) ON DELETE CASCADE, title TEXT);

-- 7. rebuild table book: breaking
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

-- 8. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

-- 9. rebuild table book: safe
CREATE TEMP TABLE rutter_check (violations INTEGER CONSTRAINT "foreign keys refer to rows that are there" CHECK (violations = 0));

-- 10. rebuild table book: safe
INSERT INTO temp.rutter_check SELECT count(*) FROM sqlite_master AS t, pragma_foreign_key_check(t.name) WHERE t.type = 'table' AND t.name IN ('book');

-- 11. rebuild table book: safe
DROP TABLE temp.rutter_check;

COMMIT;

-- 12. rebuild table book: safe
PRAGMA foreign_keys = ON;
