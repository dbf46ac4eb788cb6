-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. alter column `t`.`j`: breaking
--    fails on rows of `t` where `j` IS NULL
--    breaks writers: column `t`.`j` takes no nulls any more
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `j` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `j` JSON NOT NULL DEFAULT '[]', ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `t`.`k`: breaking
--    fails on texts with characters that the database's character set lacks in `t`.`k`
--    breaks writers: column `t`.`k` refuses texts with characters that the database's character set lacks
--    note: the order and equality of the values of `t`.`k` change
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: rows that the check of `t`.`k` would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (json_valid(`k`)) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `k` longtext, ALGORITHM=COPY;

-- 3. create column `t`.`l`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`l` meanwhile
ALTER TABLE `t` ADD COLUMN `l` JSON, ALGORITHM=INSTANT, LOCK=NONE;
