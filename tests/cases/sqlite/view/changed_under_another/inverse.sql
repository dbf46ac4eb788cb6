-- from to.sql to from.sql, for sqlite 3.40
-- 3 steps: 1 breaking, 2 safe

BEGIN IMMEDIATE;

-- 1. drop view v: safe
--    locks the database (RESERVED)
DROP VIEW v;

-- 2. create view v: breaking
--    breaks readers and writers: the columns of v could not be told
--    locks the database (RESERVED)
CREATE VIEW v AS SELECT a FROM t;

-- 3. create trigger v.vi: safe
--    locks the database (RESERVED)
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (new.a); END;

COMMIT;
