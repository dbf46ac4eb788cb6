-- from from.sql to to.sql, for mysql 8
-- 4 steps: 1 breaking, 3 safe

-- 1. alter column `t`.`a`: safe
--    locks `t` (NONE)
--    undo: conditional: texts longer than 20 characters in `t`.`a`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`a`) <= 20) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` varchar(30), ALGORITHM=INPLACE, LOCK=NONE;

-- 2. create index `t`.`arr`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`, `arr`
ALTER TABLE `t` ADD KEY `arr` ((cast(j->'$.x' as unsigned array))), ALGORITHM=DEFAULT, LOCK=SHARED;

-- 3. alter index `t`.`k`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`
ALTER TABLE `t` DROP INDEX `k`, ADD KEY `k` ((upper(a))), ALGORITHM=DEFAULT, LOCK=SHARED;

-- 4. alter index `t`.`u`: breaking
--    fails on rows of `t` that are equal in (id + 2)
--    breaks writers: index `u` refuses equal values
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`, `k`, `u`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE (id + 2) IS NOT NULL GROUP BY (id + 2) HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP INDEX `u`, ADD UNIQUE KEY `u` ((id + 2)), ALGORITHM=DEFAULT, LOCK=SHARED;
