-- from from.sql to to.sql, for sqlite 3.40
-- 12 steps: 3 breaking, 9 safe

-- 1. rebuild table book: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop view titles: safe
--    locks the database (RESERVED)
DROP VIEW titles;

-- 3. rebuild table book: safe
PRAGMA legacy_alter_table = ON;

-- 4. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 5. rebuild table book: safe
PRAGMA legacy_alter_table = OFF;

-- 6. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  -- @renamed from=ttl
  title TEXT NOT NULL UNIQUE
);

-- 7. rebuild table book: breaking
--    loses the values of book.ttl
--    fails on any row of book: it has no value for title
--    breaks readers and writers: column book.ttl is gone
--    breaks writers: unique "UNIQUE (ttl)": equal values are taken, ON CONFLICT (ttl) is not
--    breaks writers: column book.title must be given a value
--    locks the database (EXCLUSIVE)
--    locks "PRIMARY KEY (id)" (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
--    a row here means that it fails: SELECT 1 FROM book LIMIT 1
--    undo: loses data: the values of book.ttl
INSERT OR ABORT INTO book (id)
SELECT id
FROM rutter_old_book;

-- 8. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

-- 9. create index by_title: safe
--    locks the database (EXCLUSIVE)
--    reads all of book
--    builds by_title
CREATE INDEX by_title ON book (title COLLATE NOCASE);

-- 10. create view titles: breaking
--    breaks readers and writers: the columns of titles could not be told
--    locks the database (RESERVED)
CREATE VIEW titles AS SELECT title FROM book;

-- 11. create trigger book.loud: breaking
--    breaks writers: trigger book.loud runs when book is written
--    locks the database (RESERVED)
CREATE TRIGGER loud AFTER INSERT ON book BEGIN UPDATE book SET title = upper(new.title) WHERE id = new.id; END;

COMMIT;

-- 12. rebuild table book: safe
PRAGMA foreign_keys = ON;
-- says: to.sql:4:3: note: column book.ttl is dropped and book.title is created, and they look alike; if it is a rename, write -- @renamed from=ttl above it, or give --rename book.ttl=title
-- says:     title TEXT NOT NULL UNIQUE
-- says:     ^
