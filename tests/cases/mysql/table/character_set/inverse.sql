-- from to.sql to from.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. alter table `t`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_general_ci, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `t`.`a`: safe
--    note: the order and equality of the values of `t`.`a` change
--    locks `t` (NONE)
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20), ALGORITHM=INPLACE, LOCK=NONE;
