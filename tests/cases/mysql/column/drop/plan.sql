-- from from.sql to to.sql, for mysql 8
-- 3 steps: 1 breaking, 2 safe

-- 1. drop index `t`.`ab`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `ab`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. drop column `t`.`a`, `t`.`c`: breaking
--    loses the values of `t`.`a`
--    loses the values of `t`.`c`
--    breaks readers and writers: column `t`.`a` is gone
--    breaks readers and writers: column `t`.`c` is gone
--    undo: loses data: the values of `t`.`a`; the values of `t`.`c`
ALTER TABLE `t` DROP COLUMN `a`, DROP COLUMN `c`, ALGORITHM=INSTANT;

-- 3. create index `t`.`ab`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `ab`
ALTER TABLE `t` ADD KEY `ab` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
