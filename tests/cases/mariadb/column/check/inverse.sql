-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. drop column `t`.`j`: breaking
--    loses the values of `t`.`j`
--    breaks readers and writers: column `t`.`j` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`j`
ALTER TABLE `t` DROP COLUMN `j`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `t`.`a`, `t`.`b`: breaking
--    fails on rows that the check of `t`.`a` refuses
--    breaks writers: the check of `t`.`a` refuses rows
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (a > 0) LIMIT 1
--    undo: conditional: rows that the check of `t`.`a` would have refused, written meanwhile, keep it from coming back; rows that the check of `t`.`b` would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (a > 1) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11) CHECK (a > 0), MODIFY COLUMN `b` int(11), ALGORITHM=COPY;
