-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. alter column `t`.`b`, `t`.`c`: safe
--    undo: conditional: what is written to `t`.`c` meanwhile
ALTER TABLE `t` MODIFY COLUMN `b` int, ADD COLUMN `c` int INVISIBLE AFTER `b`, ALGORITHM=INSTANT;

-- 2. alter column `t`.`j`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `j` json DEFAULT (json_object()), ALGORITHM=COPY;
