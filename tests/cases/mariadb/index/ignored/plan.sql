-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 safe

-- 1. alter index `t`.`k1`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k1` IGNORED, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter index `t`.`k2`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k2` NOT IGNORED, ALGORITHM=INSTANT, LOCK=NONE;
