-- from from.sql to to.sql, for mysql 8
-- 3 steps: 1 breaking, 2 safe

-- 1. drop foreign key `k`.`f`: safe
--    locks `k` (NONE)
ALTER TABLE `k` DROP FOREIGN KEY `f`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter parts `p`.`u`, `p`.`PRIMARY`, `p`.`ia`: breaking
--    fails on rows of `p` that are equal in `b`
--    breaks writers: index `u`: equal values are taken, ON CONFLICT (`b`) is not
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `p` (NONE)
--    rewrites `p`
--    reads all of `p`
--    builds `PRIMARY`, `ia`
--    a row here means that it fails: SELECT 1 FROM `p` GROUP BY `b` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: equal values written meanwhile keep index `u` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `p` WHERE `b` IS NOT NULL GROUP BY `b` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `p` DROP INDEX `u`, DROP PRIMARY KEY, ADD PRIMARY KEY (`b`), ADD KEY `ia` (`a`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. create foreign key `k`.`f`: safe
--    note: writers of `k` wait while it is written anew (its size is not known)
--    locks `k` (SHARED)
--    rewrites `k`
--    reads all of `k`, `p`
--    builds `f`
ALTER TABLE `k` ADD CONSTRAINT `f` FOREIGN KEY (`x`) REFERENCES `p` (`b`), ALGORITHM=COPY;
