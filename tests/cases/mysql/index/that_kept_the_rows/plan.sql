-- from from.sql to to.sql, for mysql 8
-- 3 steps: 3 breaking

-- 1. drop primary key `b`.`PRIMARY`: breaking
--    breaks writers: primary key `PRIMARY`: equal values are taken, ON CONFLICT (`n`) is not
--    note: writers of `b` wait while it is written anew (its size is not known)
--    locks `b` (SHARED)
--    rewrites `b`
--    reads all of `b`
--    builds `k`
--    undo: conditional: equal values written meanwhile keep primary key `PRIMARY` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `b` GROUP BY `n` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `b` DROP PRIMARY KEY, ALGORITHM=COPY;

-- 2. alter index `a`.`k`: breaking
--    fails on rows of `a` that are equal in `m`
--    breaks writers: index `k` refuses equal values
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `k`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE `m` IS NOT NULL GROUP BY `m` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `a` DROP INDEX `k`, ADD UNIQUE KEY `k` (`m`), ALGORITHM=COPY;

-- 3. alter index `b`.`k`: breaking
--    fails on rows of `b` that are equal in `m`
--    breaks writers: index `k` refuses equal values
--    note: writers of `b` wait while it is written anew (its size is not known)
--    locks `b` (SHARED)
--    rewrites `b`
--    reads all of `b`
--    builds `k`
--    a row here means that it fails: SELECT 1 FROM `b` WHERE `m` IS NOT NULL GROUP BY `m` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `b` DROP INDEX `k`, ADD UNIQUE KEY `k` (`m`), ALGORITHM=COPY;
