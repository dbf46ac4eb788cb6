-- from from.sql to to.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. create index `t`.`f`: safe
--    note: writers of `t` wait while it is indexed (its size is not known)
--    locks `t` (SHARED)
--    reads all of `t`
--    builds `f`
ALTER TABLE `t` ADD KEY `f` ((a + b)), ALGORITHM=INPLACE, LOCK=SHARED;

-- 2. alter index `t`.`k1`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k1` INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter index `t`.`k2`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ALTER INDEX `k2` VISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
