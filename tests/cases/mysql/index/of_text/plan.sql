-- from from.sql to to.sql, for mysql 8
-- 5 steps: 3 breaking, 2 safe

-- 1. alter column `a`.`f`: breaking
--    fails on texts longer than 100 characters in `a`.`f`
--    breaks writers: column `a`.`f` refuses texts longer than 100 characters
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`, `k`, `kf`, `ke`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (CHAR_LENGTH(`f`) <= 100) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `f` varchar(100), ALGORITHM=COPY;

-- 2. alter index `a`.`k`: safe
--    locks `a` (NONE)
--    reads all of `a`
--    builds `k`
ALTER TABLE `a` DROP INDEX `k`, ADD KEY `k` (`id`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter index `a`.`ke`: breaking
--    fails on rows of `a` that are equal in LEFT(`e`, 50)
--    breaks writers: index `ke` refuses equal values
--    locks `a` (NONE)
--    reads all of `a`
--    builds `ke`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE LEFT(`e`, 50) IS NOT NULL GROUP BY LEFT(`e`, 50) HAVING count(*) > 1 LIMIT 1
ALTER TABLE `a` DROP INDEX `ke`, ADD UNIQUE KEY `ke` (`e`(50)), ALGORITHM=INPLACE, LOCK=NONE;

-- 4. alter column `a`.`e`: breaking
--    breaks readers: column `a`.`e` is of type text for its readers
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`, `k`, `kf`, `ke`
--    undo: conditional: texts longer than 200 characters in `a`.`e`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` WHERE NOT (CHAR_LENGTH(`e`) <= 200) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `e` text, ALGORITHM=COPY;

-- 5. alter index `a`.`kf`: safe
--    locks `a` (NONE)
--    reads all of `a`
--    builds `kf`
ALTER TABLE `a` DROP INDEX `kf`, ADD KEY `kf` (`f`), ALGORITHM=INPLACE, LOCK=NONE;
