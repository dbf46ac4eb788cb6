-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. create column t.b: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to t.b meanwhile
--    a row here means that it is not exact: SELECT 1 FROM t WHERE b IS NOT NULL LIMIT 1
ALTER TABLE t ADD COLUMN b TEXT;

COMMIT;
