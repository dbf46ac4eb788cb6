-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. alter parts `a`.`old_id`, `a`.`new_id`, `a`.`PRIMARY`: breaking
--    loses the values of `a`.`new_id`
--    fails on rows of `a` that are equal in `old_id`
--    breaks readers and writers: column `a`.`new_id` is gone
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` GROUP BY `old_id` HAVING count(*) > 1 LIMIT 1
--    undo: loses data: the values of `a`.`new_id`
ALTER TABLE `a` ADD COLUMN `old_id` int NOT NULL AUTO_INCREMENT FIRST, DROP COLUMN `new_id`, DROP PRIMARY KEY, ADD PRIMARY KEY (`old_id`), ALGORITHM=COPY;
