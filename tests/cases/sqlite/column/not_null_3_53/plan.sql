-- from from.sql to to.sql, for sqlite 3.53
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. alter column book.price: breaking
--    fails on rows of book where price IS NULL
--    breaks writers: column book.price takes no nulls any more
--    note: readers and writers of book wait while it is read (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of book
--    a row here means that it fails: SELECT 1 FROM book WHERE price IS NULL LIMIT 1
ALTER TABLE book ALTER COLUMN price SET NOT NULL;

COMMIT;
-- says: to.sql:4:4: warning: the plan is not proven, for this rutter has SQLite 3.40.1: near "ALTER": syntax error: ALTER TABLE book ALTER COLUMN price SET NOT NULL
-- says:   ,  price REAL NOT NULL
-- says:      ^
