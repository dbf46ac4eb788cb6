-- from from.sql to to.sql, for sqlite 3.40
-- 4 steps: 2 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view v: safe
--    locks the database (RESERVED)
DROP VIEW v;

-- 2. rename table Book: breaking
--    breaks readers and writers: table book is now Book
--    locks the database (RESERVED)
ALTER TABLE book RENAME TO rutter_old_Book;

-- 3. rename table Book: breaking
--    breaks readers and writers: table book is now Book
--    locks the database (RESERVED)
ALTER TABLE rutter_old_Book RENAME TO Book;

-- 4. create view v: safe
--    locks the database (RESERVED)
CREATE VIEW v AS SELECT id FROM Book;

COMMIT;
