-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename column book.ttl: breaking
--    breaks readers and writers: column title of book is now ttl
--    locks the database (RESERVED)
ALTER TABLE book RENAME COLUMN title TO ttl;

COMMIT;
