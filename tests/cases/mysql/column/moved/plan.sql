-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 safe

-- 1. alter column `t`.`d`, `t`.`c`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `d` int FIRST, MODIFY COLUMN `c` int AFTER `a`, ALGORITHM=INPLACE, LOCK=NONE;
