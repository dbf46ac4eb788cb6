-- from to.sql to from.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. alter table `m`: breaking
--    fails on rows of `m` that none of its partitions takes
--    breaks writers: `m` refuses rows that none of its partitions takes
--    locks `m` (SHARED)
ALTER TABLE `m` PARTITION BY RANGE (id) (
  PARTITION `p0` VALUES LESS THAN (10), PARTITION `p1` VALUES LESS THAN (20)
);

-- 2. alter table `n`: safe
--    locks `n` (SHARED)
--    undo: conditional: rows of `n` written meanwhile that none of the old partitions takes
ALTER TABLE `n` PARTITION BY LIST (id) (
  PARTITION `p0` VALUES IN (1, 2), PARTITION `p1` VALUES IN (3)
);
