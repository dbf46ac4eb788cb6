-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. drop primary key `v`.`PRIMARY`: breaking
--    breaks writers: primary key `PRIMARY`: equal values are taken, ON CONFLICT (`a`) is not
--    note: writers of `v` wait while it is written anew (its size is not known)
--    locks `v` (SHARED)
--    rewrites `v`
--    reads all of `v`
--    undo: conditional: equal values written meanwhile keep primary key `PRIMARY` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `v` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `v` DROP PRIMARY KEY, ALGORITHM=COPY;

-- 2. alter primary key `t`.`PRIMARY`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `a`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. create primary key `u`.`PRIMARY`: breaking
--    fails on rows of `u` that are equal in `a`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `u` (NONE)
--    rewrites `u`
--    reads all of `u`
--    a row here means that it fails: SELECT 1 FROM `u` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `u` ADD PRIMARY KEY (`a`), ALGORITHM=INPLACE, LOCK=NONE;
