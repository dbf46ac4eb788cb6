-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. drop primary key `u`.`PRIMARY`: breaking
--    breaks writers: primary key `PRIMARY`: equal values are taken, ON CONFLICT (`a`) is not
--    note: writers of `u` wait while it is written anew (its size is not known)
--    locks `u` (SHARED)
--    rewrites `u`
--    reads all of `u`
--    undo: conditional: equal values written meanwhile keep primary key `PRIMARY` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `u` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `u` DROP PRIMARY KEY, ALGORITHM=COPY;

-- 2. alter primary key `t`.`PRIMARY`: breaking
--    fails on rows of `t` that are equal in `id`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `t` GROUP BY `id` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. create primary key `v`.`PRIMARY`: breaking
--    fails on rows of `v` that are equal in `a`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `v` (NONE)
--    rewrites `v`
--    reads all of `v`
--    a row here means that it fails: SELECT 1 FROM `v` GROUP BY `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `v` ADD PRIMARY KEY (`a`), ALGORITHM=INPLACE, LOCK=NONE;
