-- from to.sql to from.sql, for sqlite 3.40
-- 3 steps: 2 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. rename column book.ttl: breaking
--    breaks readers and writers: column title of book is now ttl
--    locks the database (RESERVED)
ALTER TABLE book RENAME COLUMN title TO ttl;

-- 2. drop trigger book.loud: safe
--    locks the database (RESERVED)
DROP TRIGGER loud;

-- 3. create trigger book.loud: breaking
--    breaks writers: trigger book.loud runs when book is written
--    locks the database (RESERVED)
CREATE TRIGGER loud AFTER INSERT ON book BEGIN UPDATE book SET ttl = upper(new.ttl) WHERE id = new.id; END;

COMMIT;
