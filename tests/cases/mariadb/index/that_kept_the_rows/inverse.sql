-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. create primary key `b`.`PRIMARY`: breaking
--    fails on rows of `b` that are equal in `n`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `b` (NONE)
--    rewrites `b`
--    reads all of `b`
--    builds `k`
--    a row here means that it fails: SELECT 1 FROM `b` GROUP BY `n` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `b` ADD PRIMARY KEY (`n`), ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter index `a`.`k`: breaking
--    fails on rows of `a` that are equal in `n`
--    breaks writers: index `k` refuses equal values
--    locks `a` (NONE)
--    rewrites `a`
--    reads all of `a`
--    builds `k`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE `n` IS NOT NULL GROUP BY `n` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `a` DROP INDEX `k`, ADD UNIQUE KEY `k` (`n`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter index `b`.`k`: breaking
--    fails on rows of `b` that are equal in `n`
--    breaks writers: index `k` refuses equal values
--    locks `b` (NONE)
--    reads all of `b`
--    builds `k`
--    a row here means that it fails: SELECT 1 FROM `b` WHERE `n` IS NOT NULL GROUP BY `n` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `b` DROP INDEX `k`, ADD UNIQUE KEY `k` (`n`), ALGORITHM=NOCOPY, LOCK=NONE;
