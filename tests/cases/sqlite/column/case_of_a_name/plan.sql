-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename column p."First": breaking
--    breaks readers and writers: column "first" of p is now "First"
--    locks the database (RESERVED)
ALTER TABLE p RENAME COLUMN "first" TO "First";

COMMIT;
