-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. alter table `t`: breaking
--    fails on rows of `t` that none of its partitions takes
--    breaks writers: `t` refuses rows that none of its partitions takes
--    locks `t` (SHARED)
--    undo: conditional: rows of `t` written meanwhile that none of the old partitions takes
ALTER TABLE `t` PARTITION BY RANGE (to_days(d)) (
  PARTITION `p0` VALUES LESS THAN (to_days('2020-01-01')), PARTITION `p1` VALUES LESS THAN (to_days('2021-01-02'))
);
