-- from to.sql to from.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. alter column `t`.`c`, `t`.`b`: breaking
--    loses the values of `t`.`c`
--    breaks readers and writers: column `t`.`c` is gone
--    undo: loses data: the values of `t`.`c`
ALTER TABLE `t` DROP COLUMN `c`, MODIFY COLUMN `b` int INVISIBLE, ALGORITHM=INSTANT;

-- 2. alter column `t`.`j`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `j` json, ALGORITHM=COPY;
