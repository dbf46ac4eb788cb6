-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 breaking

-- 1. alter column `t`.`a`, `t`.`b`: breaking
--    fails on rows of `t` where `a` IS NULL
--    breaks writers: column `t`.`a` takes no nulls any more
--    note: readers of column `t`.`b` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `a` IS NULL LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `b` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11) NOT NULL, MODIFY COLUMN `b` int(11), ALGORITHM=INPLACE, LOCK=NONE;
