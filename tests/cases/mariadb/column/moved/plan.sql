-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. alter column `t`.`d`, `t`.`c`: safe
--    locks `t` (NONE)
ALTER TABLE `t` MODIFY COLUMN `d` int(11) FIRST, MODIFY COLUMN `c` int(11) AFTER `a`, ALGORITHM=INSTANT, LOCK=NONE;
