-- from from.sql to to.sql, for mysql 8
-- 4 steps: 4 safe

-- 1. alter table `t`: safe
--    locks `t` (NONE)
ALTER TABLE `t` STATS_PERSISTENT = DEFAULT, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter table `t`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` ROW_FORMAT = COMPRESSED, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter table `t`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` KEY_BLOCK_SIZE = 8, ALGORITHM=INPLACE, LOCK=NONE;

-- 4. alter table `t`: safe
--    locks `t` (NONE)
ALTER TABLE `t` COMMENT = 'two', ALGORITHM=INPLACE, LOCK=NONE;
