-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. drop column `t`.`j`: breaking
--    loses the values of `t`.`j`
--    breaks readers and writers: column `t`.`j` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`j`
ALTER TABLE `t` DROP COLUMN `j`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `t`.`a`, `t`.`b`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `a` int(11) CHECK (a > 0), MODIFY COLUMN `b` int(11), ALGORITHM=COPY;
