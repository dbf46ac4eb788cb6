-- from to.sql to from.sql, for mysql 8
-- 4 steps: 2 breaking, 2 safe

-- 1. drop index `t`.`arr`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`
ALTER TABLE `t` DROP INDEX `arr`, ALGORITHM=DEFAULT, LOCK=SHARED;

-- 2. alter column `t`.`a`: breaking
--    fails on texts longer than 20 characters in `t`.`a`
--    breaks writers: column `t`.`a` refuses texts longer than 20 characters
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`a`) <= 20) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20), ALGORITHM=COPY;

-- 3. alter index `t`.`k`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`
ALTER TABLE `t` DROP INDEX `k`, ADD KEY `k` ((lower(a))), ALGORITHM=DEFAULT, LOCK=SHARED;

-- 4. alter index `t`.`u`: breaking
--    fails on rows of `t` that are equal in (id + 1)
--    breaks writers: index `u` refuses equal values
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE (id + 1) IS NOT NULL GROUP BY (id + 1) HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP INDEX `u`, ADD UNIQUE KEY `u` ((id + 1)), ALGORITHM=DEFAULT, LOCK=SHARED;
