-- from from.sql to to.sql, for mysql 8
-- 3 steps: 2 breaking, 1 safe

-- 1. drop column `t`.`c`: breaking
--    loses the values of `t`.`c`
--    breaks readers and writers: column `t`.`c` is gone
--    undo: loses data: the values of `t`.`c`
ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;

-- 2. alter index `t`.`ab`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `ab`
ALTER TABLE `t` DROP INDEX `ab`, ADD KEY `ab` (`b`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. drop column `t`.`a`: breaking
--    loses the values of `t`.`a`
--    breaks readers and writers: column `t`.`a` is gone
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `ab`
--    undo: loses data: the values of `t`.`a`
ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INPLACE, LOCK=NONE;
