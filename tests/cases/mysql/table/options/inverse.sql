-- from to.sql to from.sql, for mysql 8
-- 4 steps: 4 safe

-- 1. alter table `t`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` KEY_BLOCK_SIZE = 0, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter table `t`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` ROW_FORMAT = DYNAMIC, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter table `t`: safe
--    locks `t` (NONE)
ALTER TABLE `t` STATS_PERSISTENT = 1, ALGORITHM=INPLACE, LOCK=NONE;

-- 4. alter table `t`: safe
--    locks `t` (NONE)
ALTER TABLE `t` COMMENT = 'one', ALGORITHM=INPLACE, LOCK=NONE;
