-- from to.sql to from.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. drop index `t`.`f`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `k1`, `k2`
ALTER TABLE `t` DROP INDEX `f`, ALGORITHM=DEFAULT, LOCK=SHARED;

-- 2. alter index `t`.`k1`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k1` VISIBLE, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter index `t`.`k2`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k2` INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
