-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. alter column `t`.`a`, `t`.`b`: breaking
--    fails on rows that the check of `t`.`a` refuses
--    fails on rows that the check of `t`.`b` refuses
--    breaks writers: the check of `t`.`a` refuses rows
--    breaks writers: the check of `t`.`b` refuses rows
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (a > 1) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (b <> 5) LIMIT 1
--    undo: conditional: rows that the check of `t`.`a` would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (a > 0) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11) CHECK (a > 1), MODIFY COLUMN `b` int(11) CHECK (b <> 5), ALGORITHM=COPY;

-- 2. create column `t`.`j`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`j` meanwhile
ALTER TABLE `t` ADD COLUMN `j` JSON, ALGORITHM=INSTANT, LOCK=NONE;
