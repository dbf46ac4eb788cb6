-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. drop column `u`.`id`: breaking
--    loses the values of `u`.`id`
--    breaks readers and writers: column `u`.`id` is gone
--    note: writers of `u` wait while it is written anew (its size is not known)
--    locks `u` (SHARED)
--    rewrites `u`
--    reads all of `u`
--    undo: loses data: the values of `u`.`id`
ALTER TABLE `u` DROP COLUMN `id`, ALGORITHM=COPY;

-- 2. alter column `t`.`id`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
ALTER TABLE `t` MODIFY COLUMN `id` int(11) NOT NULL, ALGORITHM=COPY;
