-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. alter parts `p`.`ia`, `p`.`PRIMARY`, `p`.`u`: breaking
--    fails on rows of `p` that are equal in `a`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `p` (NONE)
--    rewrites `p`
--    reads all of `p`
--    builds `PRIMARY`, `u`
--    a row here means that it fails: SELECT 1 FROM `p` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `p` DROP INDEX `ia`, DROP PRIMARY KEY, ADD PRIMARY KEY (`a`), ADD UNIQUE KEY `u` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
