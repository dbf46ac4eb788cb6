-- from to.sql to from.sql, for sqlite 3.34
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. create column book.pages: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to book.pages meanwhile
--    a row here means that it is not exact: SELECT 1 FROM book WHERE pages IS NOT NULL LIMIT 1
ALTER TABLE book ADD COLUMN pages INT;

COMMIT;
