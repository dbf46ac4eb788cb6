-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 safe

-- 1. alter column `t`.`a`: safe
ALTER TABLE `t` MODIFY COLUMN `a` int, ALGORITHM=INSTANT;
