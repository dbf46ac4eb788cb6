-- from to.sql to from.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. alter column `t`.`b`, `t`.`d`: safe
--    locks `t` (NONE)
ALTER TABLE `t` MODIFY COLUMN `b` int(11) AFTER `a`, MODIFY COLUMN `d` int(11) AFTER `c`, ALGORITHM=INSTANT, LOCK=NONE;
