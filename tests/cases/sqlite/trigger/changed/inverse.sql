-- from to.sql to from.sql, for sqlite 3.40
-- 2 steps: 1 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop trigger t.tr: safe
--    locks the database (RESERVED)
DROP TRIGGER tr;

-- 2. create trigger t.tr: breaking
--    breaks writers: trigger t.tr runs when t is written
--    locks the database (RESERVED)
CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN SELECT 1; END;

COMMIT;
