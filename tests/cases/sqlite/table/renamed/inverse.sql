-- from to.sql to from.sql, for sqlite 3.40
-- 15 steps: 3 breaking, 12 safe

-- 1. rebuild table copy: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop view all_books: safe
--    locks the database (RESERVED)
DROP VIEW all_books;

-- 3. drop table book: breaking
--    loses the rows of book
--    breaks readers and writers: table book is gone
--    locks the database (EXCLUSIVE)
--    undo: loses data: the rows of book
DROP TABLE book;

-- 4. create table buch: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM buch LIMIT 1
CREATE TABLE buch (id INTEGER PRIMARY KEY, next INT REFERENCES buch (id));

-- 5. rebuild table copy: safe
PRAGMA legacy_alter_table = ON;

-- 6. rebuild table copy: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE copy RENAME TO rutter_old_copy;

-- 7. rebuild table copy: safe
PRAGMA legacy_alter_table = OFF;

-- 8. rebuild table copy: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE copy (book INT REFERENCES buch (id));

-- 9. rebuild table copy: breaking
--    fails on rows that refer to nothing (foreign key copy."FOREIGN KEY (book)")
--    locks the database (EXCLUSIVE)
--    rewrites copy
--    reads all of copy
--    a row here means that it fails: SELECT 1 FROM copy c WHERE c.book IS NOT NULL AND NOT EXISTS (SELECT 1 FROM buch p WHERE p.id = c.book) LIMIT 1
INSERT OR ABORT INTO copy (book, rowid)
SELECT book, rowid
FROM rutter_old_copy;

-- 10. rebuild table copy: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_copy;

-- 11. create view all_books: breaking
--    breaks readers and writers: the columns of all_books could not be told
--    locks the database (RESERVED)
CREATE VIEW all_books AS SELECT buch.id FROM buch;

-- 12. rebuild table copy: safe
CREATE TEMP TABLE rutter_check (violations INTEGER CONSTRAINT "foreign keys refer to rows that are there" CHECK (violations = 0));

-- 13. rebuild table copy: safe
INSERT INTO temp.rutter_check SELECT count(*) FROM sqlite_master AS t, pragma_foreign_key_check(t.name) WHERE t.type = 'table' AND t.name IN ('copy');

-- 14. rebuild table copy: safe
DROP TABLE temp.rutter_check;

COMMIT;

-- 15. rebuild table copy: safe
PRAGMA foreign_keys = ON;
-- says: to.sql:2:1: note: table buch is dropped and book is created, and they look alike; if it is a rename, write -- @renamed from=buch above it, or give --rename buch=book
-- says:   CREATE TABLE book (id INTEGER PRIMARY KEY, next INT REFERENCES book (id));
-- says:   ^
