-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename column p."first": breaking
--    breaks readers and writers: column "First" of p is now "first"
--    locks the database (RESERVED)
ALTER TABLE p RENAME COLUMN "First" TO "first";

COMMIT;
