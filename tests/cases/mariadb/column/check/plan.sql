-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 safe

-- 1. alter column `t`.`a`, `t`.`b`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `a` int(11) CHECK (a > 1), MODIFY COLUMN `b` int(11) CHECK (b <> 5), ALGORITHM=COPY;

-- 2. create column `t`.`j`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`j` meanwhile
ALTER TABLE `t` ADD COLUMN `j` JSON, ALGORITHM=INSTANT, LOCK=NONE;
