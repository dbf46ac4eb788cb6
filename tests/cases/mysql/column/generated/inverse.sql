-- from to.sql to from.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. drop column `t`.`c`: safe
ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;

-- 2. alter column `t`.`b`, `t`.`c`: breaking
--    breaks readers: `t`.`b` has other values
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `b` int GENERATED ALWAYS AS (a + 1) STORED, ADD COLUMN `c` int GENERATED ALWAYS AS (a * 2) VIRTUAL, ALGORITHM=COPY;
