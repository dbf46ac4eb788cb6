-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. drop column `t`.`a`, `t`.`b`, `t`.`c`: breaking
--    loses the values of `t`.`a`
--    loses the values of `t`.`b`
--    loses the values of `t`.`c`
--    breaks readers and writers: column `t`.`a` is gone
--    breaks readers and writers: column `t`.`b` is gone
--    breaks readers and writers: column `t`.`c` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`a`; the values of `t`.`b`; the values of `t`.`c`
ALTER TABLE `t` DROP COLUMN `a`, DROP COLUMN `b`, DROP COLUMN `c`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. drop column `t`.`d`: breaking
--    breaks readers and writers: column `t`.`d` is gone
--    locks `t` (NONE)
ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. drop column `t`.`e`: breaking
--    loses the values of `t`.`e`
--    breaks readers and writers: column `t`.`e` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`e`
ALTER TABLE `t` DROP COLUMN `e`, ALGORITHM=INSTANT, LOCK=NONE;
