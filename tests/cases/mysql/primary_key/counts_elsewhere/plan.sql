-- from from.sql to to.sql, for mysql 8
-- 3 steps: 1 breaking, 2 safe

-- 1. alter column `a`.`id`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;

-- 2. alter primary key `a`.`PRIMARY`: breaking
--    fails on rows of `a` that are equal in `uid`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `a` (NONE)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` GROUP BY `uid` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `a` DROP PRIMARY KEY, ADD PRIMARY KEY (`uid`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter column `a`.`uid`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` MODIFY COLUMN `uid` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
