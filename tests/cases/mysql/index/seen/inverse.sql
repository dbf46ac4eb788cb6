-- from to.sql to from.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. drop index `t`.`f`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `f`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter index `t`.`k1`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k1` VISIBLE, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter index `t`.`k2`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k2` INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
