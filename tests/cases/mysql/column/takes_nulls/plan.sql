-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. alter column `t`.`a`, `t`.`b`, `t`.`c`, `t`.`d`, `t`.`e`: breaking
--    fails on rows of `t` where `c` IS NULL
--    breaks writers: column `t`.`c` takes no nulls any more
--    note: readers of column `t`.`a` may find nulls
--    note: readers of column `t`.`b` may find nulls
--    note: readers of column `t`.`d` may find nulls
--    note: readers of column `t`.`e` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `c` IS NULL LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `a` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int, MODIFY COLUMN `b` varchar(10), MODIFY COLUMN `c` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, MODIFY COLUMN `d` datetime, MODIFY COLUMN `e` text, ALGORITHM=INPLACE, LOCK=NONE;
