-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 safe

-- 1. alter column `t`.`w`: safe
--    note: the order and equality of the values of `t`.`w` change
--    locks `t` (NONE)
ALTER TABLE `t` MODIFY COLUMN `w` varchar(64) NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
