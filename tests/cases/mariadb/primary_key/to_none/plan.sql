-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. drop primary key `t`.`PRIMARY`: breaking
--    breaks writers: primary key `PRIMARY`: equal values are taken, ON CONFLICT (`a`) is not
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: equal values written meanwhile keep primary key `PRIMARY` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP PRIMARY KEY, ALGORITHM=COPY;

-- 2. alter parts `t`.`a`, `t`.`b`, `t`.`b`: breaking
--    fails on rows of `t` where `b` IS NULL
--    fails on rows of `t` that are equal in `b`
--    breaks writers: column `t`.`b` takes no nulls any more
--    breaks writers: index `b` refuses equal values
--    note: readers of column `t`.`a` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    builds `b`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `b` IS NULL LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `b` IS NOT NULL GROUP BY `b` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `a` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11), MODIFY COLUMN `b` int(11) NOT NULL, ADD UNIQUE KEY `b` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
