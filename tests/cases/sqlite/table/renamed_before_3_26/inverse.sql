-- from to.sql to from.sql, for sqlite 3.25
-- 3 steps: 1 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view ids: safe
--    locks the database (RESERVED)
DROP VIEW ids;

-- 2. rename table buch: breaking
--    breaks readers and writers: table book is now buch
--    locks the database (RESERVED)
ALTER TABLE book RENAME TO buch;

-- 3. create view ids: safe
--    locks the database (RESERVED)
CREATE VIEW ids AS SELECT buch.id FROM buch;

COMMIT;
