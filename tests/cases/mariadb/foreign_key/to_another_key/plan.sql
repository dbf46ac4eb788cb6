-- from from.sql to to.sql, for mariadb 10
-- 5 steps: 2 breaking, 3 safe

-- 1. drop foreign key `k`.`f`: safe
--    locks `k` (NONE)
ALTER TABLE `k` DROP FOREIGN KEY `f`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. drop index `p`.`u`: breaking
--    breaks writers: index `u`: equal values are taken, ON CONFLICT (`b`) is not
--    locks `p` (NONE)
--    undo: conditional: equal values written meanwhile keep index `u` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `p` WHERE `b` IS NOT NULL GROUP BY `b` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `p` DROP INDEX `u`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 3. alter primary key `p`.`PRIMARY`: breaking
--    fails on rows of `p` that are equal in `b`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `p` (NONE)
--    rewrites `p`
--    reads all of `p`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `p` GROUP BY `b` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `p` DROP PRIMARY KEY, ADD PRIMARY KEY (`b`), ALGORITHM=INPLACE, LOCK=NONE;

-- 4. create index `p`.`ia`: safe
--    locks `p` (NONE)
--    reads all of `p`
--    builds `ia`
ALTER TABLE `p` ADD KEY `ia` (`a`), ALGORITHM=NOCOPY, LOCK=NONE;

-- 5. create foreign key `k`.`f`: safe
--    note: writers of `k` wait while it is written anew (its size is not known)
--    locks `k` (SHARED)
--    rewrites `k`
--    reads all of `k`, `p`
--    builds `f`
ALTER TABLE `k` ADD CONSTRAINT `f` FOREIGN KEY (`x`) REFERENCES `p` (`b`), ALGORITHM=COPY;
