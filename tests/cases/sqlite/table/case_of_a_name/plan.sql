-- from from.sql to to.sql, for sqlite 3.40
-- 2 steps: 2 breaking

BEGIN IMMEDIATE;

-- 1. rename table Book: breaking
--    breaks readers and writers: table book is now Book
--    locks the database (RESERVED)
ALTER TABLE book RENAME TO rutter_old_Book;

-- 2. rename table Book: breaking
--    breaks readers and writers: table book is now Book
--    locks the database (RESERVED)
ALTER TABLE rutter_old_Book RENAME TO Book;

COMMIT;
