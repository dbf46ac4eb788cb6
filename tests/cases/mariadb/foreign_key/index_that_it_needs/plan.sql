-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. alter index `c`.`k2`, `c`.`k`: safe
--    locks `c` (NONE)
--    reads all of `c`
--    builds `k2`
ALTER TABLE `c` ADD KEY `k2` (`a`, `b`), DROP INDEX `k`, ALGORITHM=NOCOPY, LOCK=NONE;
