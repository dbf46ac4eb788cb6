-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. drop column `t`.`a`, `t`.`b`, `t`.`c`, `t`.`d`, `t`.`e`: breaking
--    loses the values of `t`.`a`
--    loses the values of `t`.`b`
--    loses the values of `t`.`c`
--    loses the values of `t`.`e`
--    breaks readers and writers: column `t`.`a` is gone
--    breaks readers and writers: column `t`.`b` is gone
--    breaks readers and writers: column `t`.`c` is gone
--    breaks readers and writers: column `t`.`d` is gone
--    breaks readers and writers: column `t`.`e` is gone
--    undo: loses data: the values of `t`.`a`; the values of `t`.`b`; the values of `t`.`c`; the values of `t`.`e`
ALTER TABLE `t` DROP COLUMN `a`, DROP COLUMN `b`, DROP COLUMN `c`, DROP COLUMN `d`, DROP COLUMN `e`, ALGORITHM=INSTANT;
