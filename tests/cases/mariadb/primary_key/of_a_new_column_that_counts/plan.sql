-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 breaking

-- 1. alter parts `a`.`new_id`, `a`.`old_id`, `a`.`PRIMARY`: breaking
--    loses the values of `a`.`old_id`
--    fails on rows of `a` that are equal in `new_id`
--    breaks readers and writers: column `a`.`old_id` is gone
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` GROUP BY `new_id` HAVING count(*) > 1 LIMIT 1
--    undo: loses data: the values of `a`.`old_id`
ALTER TABLE `a` ADD COLUMN `new_id` bigint(20) NOT NULL AUTO_INCREMENT FIRST, DROP COLUMN `old_id`, DROP PRIMARY KEY, ADD PRIMARY KEY (`new_id`), ALGORITHM=COPY;
