-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. create column road.width: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to road.width meanwhile
--    a row here means that it is not exact: SELECT 1 FROM road WHERE width IS NOT NULL LIMIT 1
ALTER TABLE road ADD COLUMN width INT;

COMMIT;
