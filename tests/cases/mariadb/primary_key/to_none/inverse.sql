-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. drop index `t`.`b`: breaking
--    breaks writers: index `b`: equal values are taken, ON CONFLICT (`b`) is not
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: equal values written meanwhile keep index `b` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `b` IS NOT NULL GROUP BY `b` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP INDEX `b`, ALGORITHM=COPY;

-- 2. alter parts `t`.`a`, `t`.`b`, `t`.`PRIMARY`: breaking
--    fails on rows of `t` where `a` IS NULL
--    fails on rows of `t` that are equal in `a`
--    breaks writers: column `t`.`a` takes no nulls any more
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: readers of column `t`.`b` may find nulls
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE `a` IS NULL LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `t` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `b` IS NULL LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int(11) NOT NULL, MODIFY COLUMN `b` int(11), ADD PRIMARY KEY (`a`), ALGORITHM=INPLACE, LOCK=NONE;
