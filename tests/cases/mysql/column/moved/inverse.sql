-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 safe

-- 1. alter column `t`.`b`, `t`.`d`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `b` int AFTER `a`, MODIFY COLUMN `d` int AFTER `c`, ALGORITHM=INPLACE, LOCK=NONE;
