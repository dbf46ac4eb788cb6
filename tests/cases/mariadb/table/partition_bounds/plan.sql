-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. alter table `t`: safe
--    locks `t` (SHARED)
ALTER TABLE `t` PARTITION BY RANGE (to_days(d)) (
  PARTITION `p0` VALUES LESS THAN (to_days('2020-01-01')), PARTITION `p1` VALUES LESS THAN (to_days('2021-01-02'))
);
