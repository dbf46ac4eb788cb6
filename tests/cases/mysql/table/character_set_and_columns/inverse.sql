-- from to.sql to from.sql, for mysql 8
-- 3 steps: 1 breaking, 2 safe

-- 1. drop column `a`.`m`: breaking
--    loses the values of `a`.`m`
--    breaks readers and writers: column `a`.`m` is gone
--    undo: loses data: the values of `a`.`m`
ALTER TABLE `a` DROP COLUMN `m`, ALGORITHM=INSTANT;

-- 2. alter table `a`: safe
--    locks `a` (NONE)
ALTER TABLE `a` DEFAULT CHARACTER SET = latin1 COLLATE = latin1_swedish_ci, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter column `a`.`n`, `a`.`t`: safe
--    note: the order and equality of the values of `a`.`n` change
--    note: writers of `a` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `a`.`t` change
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` MODIFY COLUMN `n` varchar(20), MODIFY COLUMN `t` text, ALGORITHM=COPY;
