-- from to.sql to from.sql, for sqlite 3.40
-- 4 steps: 1 breaking, 3 safe

BEGIN IMMEDIATE;

-- 1. drop view all_lost: safe
--    locks the database (RESERVED)
DROP VIEW all_lost;

-- 2. create table lost: safe
--    locks the database (RESERVED)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM lost LIMIT 1
CREATE TABLE lost (id INTEGER PRIMARY KEY);

-- 3. create column book.isbn: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to book.isbn meanwhile
--    a row here means that it is not exact: SELECT 1 FROM book WHERE isbn IS NOT NULL LIMIT 1
ALTER TABLE book ADD COLUMN isbn TEXT;

-- 4. create view all_lost: breaking
--    breaks readers and writers: the columns of all_lost could not be told
--    locks the database (RESERVED)
CREATE VIEW all_lost AS SELECT id FROM lost;

COMMIT;
