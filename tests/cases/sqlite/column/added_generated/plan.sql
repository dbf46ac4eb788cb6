-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. create column book.loud: safe
--    locks the database (RESERVED)
ALTER TABLE book ADD COLUMN loud TEXT GENERATED ALWAYS AS (upper(title)) VIRTUAL;

COMMIT;
