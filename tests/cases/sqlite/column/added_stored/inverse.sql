-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. drop column book.loud: breaking
--    breaks readers and writers: column book.loud is gone
--    locks the database (EXCLUSIVE)
--    locks "PRIMARY KEY (id)" (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
ALTER TABLE book DROP COLUMN loud;

COMMIT;
