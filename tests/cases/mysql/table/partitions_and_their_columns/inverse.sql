-- from to.sql to from.sql, for mysql 8
-- 21 steps: 11 breaking, 10 safe

-- 1. drop column `measured`.`what`: breaking
--    loses the values of `measured`.`what`
--    breaks readers and writers: column `measured`.`what` is gone
--    undo: loses data: the values of `measured`.`what`
ALTER TABLE `measured` DROP COLUMN `what`;

-- 2. alter table `counted`: safe
--    locks `counted` (SHARED)
ALTER TABLE `counted` REMOVE PARTITIONING;

-- 3. alter table `measured`: safe
--    locks `measured` (NONE)
ALTER TABLE `measured` DEFAULT CHARACTER SET = latin1 COLLATE = latin1_swedish_ci;

-- 4. alter table `parcel`: safe
--    locks `parcel` (SHARED)
ALTER TABLE `parcel` REMOVE PARTITIONING;

-- 5. alter table `label`: safe
--    locks `label` (SHARED)
ALTER TABLE `label` REMOVE PARTITIONING;

-- 6. alter table `weighed`: safe
--    locks `weighed` (SHARED)
ALTER TABLE `weighed` REMOVE PARTITIONING;

-- 7. create column `measured`.`day`: breaking
--    fails on any row of `measured`: it has no value for `day`
--    breaks writers: column `measured`.`day` must be given a value
--    note: writers of `measured` wait while it is written anew (its size is not known)
--    locks `measured` (SHARED)
--    rewrites `measured`
--    reads all of `measured`
--    a row here means that it fails: SELECT 1 FROM `measured` LIMIT 1
--    undo: conditional: what is written to `measured`.`day` meanwhile
ALTER TABLE `measured` ADD COLUMN `day` date NOT NULL;

-- 8. alter column `typed`.`small`: breaking
--    loses what int does not hold of `typed`.`small`
--    fails on values that are not of type int in `typed`.`small`
--    breaks readers: column `typed`.`small` is of type int for its readers
--    breaks writers: column `typed`.`small` refuses values that are not of type int
--    locks `typed` (SHARED)
--    undo: loses data: what int does not hold of `typed`.`small` do not come back
ALTER TABLE `typed` MODIFY COLUMN `small` int;

-- 9. alter table `typed`: safe
--    locks `typed` (SHARED)
ALTER TABLE `typed` PARTITION BY HASH (small) PARTITIONS 2;

-- 10. alter column `typed`.`large`: breaking
--    fails on values of more than 20 characters in `typed`.`large`
--    breaks readers: column `typed`.`large` is of type varchar(20) for its readers
--    breaks writers: column `typed`.`large` refuses values of more than 20 characters
--    locks `typed` (SHARED)
--    a row here means that it fails: SELECT 1 FROM `typed` WHERE NOT (CHAR_LENGTH(`large`) <= 20) LIMIT 1
--    undo: conditional: values that are not of type int in `typed`.`large`, written meanwhile, keep the type from coming back
ALTER TABLE `typed` MODIFY COLUMN `large` varchar(20);

-- 11. alter column `weighed`.`crate`: breaking
--    fails on rows of `weighed` where `crate` IS NULL
--    breaks writers: column `weighed`.`crate` takes no nulls any more
--    locks `weighed` (NONE)
--    a row here means that it fails: SELECT 1 FROM `weighed` WHERE `crate` IS NULL LIMIT 1
ALTER TABLE `weighed` MODIFY COLUMN `crate` int NOT NULL;

-- 12. alter primary key `counted`.`PRIMARY`: breaking
--    fails on rows of `counted` that are equal in `id`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `counted` (NONE)
--    a row here means that it fails: SELECT 1 FROM `counted` GROUP BY `id` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `counted` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`);

-- 13. drop column `counted`.`day`: breaking
--    loses the values of `counted`.`day`
--    breaks readers and writers: column `counted`.`day` is gone
--    locks `counted` (SHARED)
--    undo: loses data: the values of `counted`.`day`
ALTER TABLE `counted` DROP COLUMN `day`;

-- 14. create primary key `measured`.`PRIMARY`: breaking
--    fails on rows of `measured` that are equal in `id`, `day`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `measured` (NONE)
--    rewrites `measured`
--    reads all of `measured`
--    a row here means that it fails: SELECT 1 FROM `measured` GROUP BY `id`, `day` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `measured` ADD PRIMARY KEY (`id`, `day`);

-- 15. alter table `measured`: safe
--    note: writers of `measured` wait while it is written anew (its size is not known)
--    locks `measured` (SHARED)
--    rewrites `measured`
--    reads all of `measured`
ALTER TABLE `measured` PARTITION BY LINEAR KEY (`day`) PARTITIONS 4;

-- 16. alter column `measured`.`id`: safe
--    note: writers of `measured` wait while it is written anew (its size is not known)
--    locks `measured` (SHARED)
--    rewrites `measured`
--    reads all of `measured`
ALTER TABLE `measured` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;

-- 17. alter primary key `weighed`.`PRIMARY`: breaking
--    fails on rows of `weighed` that are equal in `id`, `crate`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `weighed` (NONE)
--    a row here means that it fails: SELECT 1 FROM `weighed` GROUP BY `id`, `crate` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `weighed` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `crate`);

-- 18. alter table `weighed`: safe
--    locks `weighed` (SHARED)
ALTER TABLE `weighed` PARTITION BY HASH (crate) PARTITIONS 3;

-- 19. alter column `weighed`.`site`: safe
--    note: readers of column `weighed`.`site` may find nulls
--    locks `weighed` (NONE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `weighed` WHERE `site` IS NULL LIMIT 1
ALTER TABLE `weighed` MODIFY COLUMN `site` int;

-- 20. create foreign key `label`.`on_parcel`: breaking
--    fails on rows that refer to nothing (foreign key `label`.`on_parcel`)
--    breaks writers: foreign key `label`.`on_parcel` refuses rows that refer to nothing, and the loss of what is referred to
--    locks `label` (SHARED)
--    a row here means that it fails: SELECT 1 FROM `label` c WHERE c.`parcel` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `parcel` p WHERE p.`id` = c.`parcel`) LIMIT 1
ALTER TABLE `label` ADD CONSTRAINT `on_parcel` FOREIGN KEY (`parcel`) REFERENCES `parcel` (`id`);

-- 21. create index `counted`.`by_amount`: breaking
--    fails on rows of `counted` that are equal in `amount`
--    breaks writers: index `by_amount` refuses equal values
--    locks `counted` (NONE)
--    a row here means that it fails: SELECT 1 FROM `counted` WHERE `amount` IS NOT NULL GROUP BY `amount` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `counted` ADD UNIQUE KEY `by_amount` (`amount`);
