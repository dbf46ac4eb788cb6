-- from from.sql to to.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. alter table `m`: safe
--    locks `m` (SHARED)
--    undo: conditional: rows of `m` written meanwhile that none of the old partitions takes
ALTER TABLE `m` PARTITION BY RANGE (id) (
  PARTITION `p1` VALUES LESS THAN (20), PARTITION `p2` VALUES LESS THAN (30)
);

-- 2. alter table `n`: breaking
--    fails on rows of `n` that none of its partitions takes
--    breaks writers: `n` refuses rows that none of its partitions takes
--    locks `n` (SHARED)
ALTER TABLE `n` PARTITION BY LIST (id) (
  PARTITION `p0` VALUES IN (1, 2)
);
