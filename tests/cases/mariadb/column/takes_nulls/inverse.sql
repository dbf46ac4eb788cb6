-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. alter column `t`.`a`, `t`.`b`, `t`.`c`: breaking
--    fails on rows of `t` where `a` IS NULL
--    fails on rows of `t` where `b` IS NULL
--    breaks writers: column `t`.`a` takes no nulls any more
--    breaks writers: column `t`.`b` takes no nulls any more
--    note: readers of column `t`.`c` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `a` IS NULL LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `b` IS NULL LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `c` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11) NOT NULL, MODIFY COLUMN `b` varchar(10) NOT NULL DEFAULT 'x', MODIFY COLUMN `c` timestamp NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `t`.`d`: breaking
--    fails on rows of `t` where `d` IS NULL
--    breaks writers: column `t`.`d` takes no nulls any more
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `d` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `d` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP, ALGORITHM=COPY;

-- 3. alter column `t`.`e`: breaking
--    fails on rows of `t` where `e` IS NULL
--    breaks writers: column `t`.`e` takes no nulls any more
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `e` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `e` text NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
