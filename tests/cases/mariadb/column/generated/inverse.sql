-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. drop column `t`.`c`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `t`.`b`: breaking
--    breaks readers: `t`.`b` has other values
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `b` int(11) GENERATED ALWAYS AS (a + 1) STORED, ALGORITHM=COPY;

-- 3. create column `t`.`c`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` ADD COLUMN `c` int(11) GENERATED ALWAYS AS (a * 2) VIRTUAL, ALGORITHM=COPY;
