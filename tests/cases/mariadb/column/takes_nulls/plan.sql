-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. alter column `t`.`a`, `t`.`b`: safe
--    note: readers of column `t`.`a` may find nulls
--    note: readers of column `t`.`b` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `a` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11), MODIFY COLUMN `b` varchar(10), ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `t`.`c`: breaking
--    fails on rows of `t` where `c` IS NULL
--    breaks writers: column `t`.`c` takes no nulls any more
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `c` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `c` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, ALGORITHM=COPY;

-- 3. alter column `t`.`d`, `t`.`e`: safe
--    note: readers of column `t`.`d` may find nulls
--    note: readers of column `t`.`e` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `d` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `d` datetime, MODIFY COLUMN `e` text, ALGORITHM=INPLACE, LOCK=NONE;
