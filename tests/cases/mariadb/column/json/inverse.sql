-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. drop column `t`.`l`: breaking
--    loses the values of `t`.`l`
--    breaks readers and writers: column `t`.`l` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`l`
ALTER TABLE `t` DROP COLUMN `l`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `t`.`j`: safe
--    note: readers of column `t`.`j` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `j` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `j` JSON, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter column `t`.`k`: breaking
--    fails on rows that the check of `t`.`k` refuses
--    breaks writers: the check of `t`.`k` refuses rows
--    note: the order and equality of the values of `t`.`k` change
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (json_valid(`k`)) LIMIT 1
--    undo: conditional: texts with characters that the database's character set lacks in `t`.`k`, written meanwhile, keep the type from coming back
ALTER TABLE `t` MODIFY COLUMN `k` JSON DEFAULT '{}', ALGORITHM=COPY;
