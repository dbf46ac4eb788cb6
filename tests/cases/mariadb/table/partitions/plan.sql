-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. alter table `t`: safe
--    locks `t` (SHARED)
ALTER TABLE `t` PARTITION BY HASH (id) PARTITIONS 4;
