-- from to.sql to from.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. alter index `c`.`k`, `c`.`k2`: safe
--    locks `c` (NONE)
--    reads all of `c`
--    builds `k`
ALTER TABLE `c` ADD KEY `k` (`a`), DROP INDEX `k2`, ALGORITHM=NOCOPY, LOCK=NONE;
