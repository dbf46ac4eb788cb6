-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. create column book.author: safe
--    note: rows of book are changed without being named: SET NULL on delete of what they refer to
--    locks the database (RESERVED)
--    undo: conditional: what is written to book.author meanwhile
--    a row here means that it is not exact: SELECT 1 FROM book WHERE author IS NOT NULL LIMIT 1
ALTER TABLE book ADD COLUMN author INT REFERENCES author (id) ON DELETE SET NULL;

COMMIT;
