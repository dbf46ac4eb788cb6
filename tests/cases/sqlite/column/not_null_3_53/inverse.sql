-- from to.sql to from.sql, for sqlite 3.53
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. alter column book.price: safe
--    note: readers of column book.price may find nulls
--    locks the database (RESERVED)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM book WHERE price IS NULL LIMIT 1
ALTER TABLE book ALTER COLUMN price DROP NOT NULL;

COMMIT;
-- says: to.sql:4:4: warning: the plan is not proven, for this rutter has SQLite 3.40.1: near "ALTER": syntax error: ALTER TABLE book ALTER COLUMN price SET NOT NULL
-- says:   ,  price REAL NOT NULL
-- says:      ^
