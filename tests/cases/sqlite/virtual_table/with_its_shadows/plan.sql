-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. create column found_content.more: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to found_content.more meanwhile
--    a row here means that it is not exact: SELECT 1 FROM found_content WHERE more IS NOT NULL LIMIT 1
ALTER TABLE found_content ADD COLUMN more TEXT;

COMMIT;
