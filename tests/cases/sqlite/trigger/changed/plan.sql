-- from from.sql to to.sql, for sqlite 3.40
-- 2 steps: 1 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop trigger t.tr: safe
--    locks the database (RESERVED)
DROP TRIGGER tr;

-- 2. create trigger t.tr: breaking
--    breaks writers: trigger t.tr runs when t is written
--    locks the database (RESERVED)
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN new.a > 0 BEGIN SELECT raise(ABORT, 'no; never'); END;

COMMIT;
