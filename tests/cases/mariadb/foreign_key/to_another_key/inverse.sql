-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. drop index `p`.`ia`: safe
--    locks `p` (NONE)
ALTER TABLE `p` DROP INDEX `ia`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. alter primary key `p`.`PRIMARY`: breaking
--    fails on rows of `p` that are equal in `a`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `p` (NONE)
--    rewrites `p`
--    reads all of `p`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `p` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `p` DROP PRIMARY KEY, ADD PRIMARY KEY (`a`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. create index `p`.`u`: safe
--    locks `p` (NONE)
--    reads all of `p`
--    builds `u`
ALTER TABLE `p` ADD UNIQUE KEY `u` (`b`), ALGORITHM=NOCOPY, LOCK=NONE;
